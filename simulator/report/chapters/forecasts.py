"""Chapter: what the team said would fail, and what did."""

from __future__ import annotations

from simulator.insight import wording as w
from simulator.insight.predictions import PredictionScore
from simulator.report.document import Card, Cards, Chapter, Prose
from simulator.report.evidence import Evidence

NAMES = 8
"""Names in a line; the rest are counted."""


def chapter(evidence: Evidence) -> Chapter:
    scores = evidence.thinking.predictions
    anchor, title = "voorspelling", "Voorspeld en uitgekomen"
    if not scores:
        return Chapter(anchor=anchor, title=title, blocks=(Prose(text="Niet beoefend: het team deed geen voorspelling."),))
    intro = (
        "Het team zei van tevoren wat er zou uitvallen. Hier staat wat daarvan uitkwam. Wat toen al bekend was, telt niet mee. "
        "Gemist kan alleen zijn wat inwoners merken; de techniek daarachter niet."
    )
    cards = tuple(_card(evidence, score) for score in scores)
    return Chapter(anchor=anchor, title=title, blocks=(Prose(text=intro), Cards(cards=cards)))


def _card(evidence: Evidence, score: PredictionScore) -> Card:
    asked = len(score.hits) + len(score.false_alarms)
    of = "van wat inwoners merken"
    foreseen = len(score.failed) - len(score.missed)
    facts = (
        ("Genoemd", _names(evidence, score.named) or "niets"),
        ("Uitgekomen", _names(evidence, score.hits)),
        ("Bleef werken" if score.complete else "Nog niet uitgevallen", _names(evidence, score.false_alarms)),
        ("Niet genoemd en wel uitgevallen", _names(evidence, score.missed)),
        ("Trefzeker", f"{len(score.hits)} van {asked} genoemde onderdelen" if asked else ""),
        ("Voorzien", f"{foreseen} van {len(score.failed)} {of}" if score.failed else ""),
    )
    who = score.by_name or "Het team"
    return Card(
        title=f"{who}, {w.moment(evidence.setting, score.minute)}",
        lead=score.claim,
        facts=tuple(fact for fact in facts if fact[1]),
    )


def _names(evidence: Evidence, nodes: tuple[str, ...]) -> str:
    return w.some(tuple(w.node_name(evidence.setting, node) for node in nodes), NAMES)
