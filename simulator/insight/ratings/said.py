"""What was said: predictions, and what was claimed to councillors, held against the journal."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.insight.answers import ClaimView
from simulator.insight.predictions import PredictionScore
from simulator.insight.ratings.logged import Logged
from simulator.insight.ratings.values import Finding, Points
from simulator.scenario.council.rules import ClaimsTrue, Foreseen
from simulator.scenario.landscape import NodeKind

NAMES = 3
"""Names in a sentence; the rest are counted."""


def foreseen(log: Logged, rule: Foreseen) -> Finding:
    """The team's best prediction of which can be told how it went."""
    made = log.predictions
    if not made:
        return Finding(rule="prediction", points=Points.N, words="Niemand vroeg het team om een voorspelling.")
    told = [each for each in made if each.tellable]
    figures = [(each, *_figures(log.setting, rule, each)) for each in told]
    counted = [(each, recall, precision) for each, recall, precision in figures if recall is not None]
    seqs = tuple(each.seq for each in made)
    if not counted:
        words = "Er viel niets uit waarmee de voorspelling te vergelijken is." if told else "Daarover is nog niets te zeggen."
        return Finding(rule="prediction", points=Points.N, words=words, seqs=seqs)
    best, recall, precision = max(counted, key=lambda found: (found[1], found[2] or 0.0))
    kept = f", en {round(100 * precision)}% van wat het noemde viel uit" if precision is not None else ""
    what = "de gevolgen voor de samenleving" if rule.kinds == (NodeKind.EFFECT,) else "wat inwoners merken"
    words = f"Het team voorzag {round(100 * recall)}% van {what}{kept} (oefennorm: {rule.recall}%)."
    enough = 100 * recall >= rule.recall
    precise = precision is not None and 100 * precision >= rule.precision
    half = 200 * recall >= rule.recall
    points = Points.TWO if enough and precise else Points.ONE if half else Points.ZERO
    return Finding(rule="prediction", points=points, words=words, seqs=(best.seq,))


def _figures(setting: Setting, rule: Foreseen, score: PredictionScore) -> tuple[float | None, float | None]:
    """Recall and precision, of some kinds of node only when the rule says so."""
    if not rule.kinds:
        return score.recall, score.precision
    hits, missed = _of(setting, rule, score.hits), _of(setting, rule, score.missed)
    asked = hits + _of(setting, rule, score.false_alarms)
    fell = hits + missed
    return (hits / fell if fell else None), (hits / asked if asked else None)


def _of(setting: Setting, rule: Foreseen, nodes: Iterable[str]) -> int:
    return sum(setting.nodes[node].kind in rule.kinds for node in nodes if node in setting.nodes)


def claims_true(log: Logged, rule: ClaimsTrue, question: str) -> Finding:
    """What was claimed in answers that belong to this question of the council."""
    asked = {each.id for each in log.setting.scenario.injects if question in each.questions}
    found = [each for each in log.answers.questions if each.id in asked]
    held = [(each.id, claim) for each in found for claim in each.claims]
    if held:
        return _held(log, rule, held)
    unticked = [each for each in found if each.answers and log.setting.injects[each.id].claims]
    if unticked:
        words = "Er is geantwoord; welke beweringen daarin zaten, is nog aan te vullen."
        seqs = tuple(seq for each in unticked for seq in log.seqs.get(("AnswerGiven", each.id), ()))
        return Finding(rule="claims", points=Points.GAP, words=words, seqs=seqs)
    return Finding(rule="claims", points=Points.N, words="Er is geen vraag van een raadslid beantwoord die hierover ging.")


def _held(log: Logged, rule: ClaimsTrue, held: list[tuple[str, ClaimView]]) -> Finding:
    true = sum(claim.holds for _, claim in held)
    wrong = tuple(w.quoted(claim.text) for _, claim in held if not claim.holds)
    words = f"Van {w.count(len(held), 'bewering', 'beweringen')} aan de raad {'klopt' if true == 1 else 'kloppen'} er {true}."
    words += f" Het logboek spreekt tegen: {w.some(wrong, NAMES)}." if wrong else ""
    share = 100 * true / len(held)
    points = Points.TWO if share >= rule.share else Points.ONE if share >= rule.half else Points.ZERO
    seqs = tuple(
        seq
        for inject, claim in held
        for key in (("AnswerGiven", inject), ("ClaimTicked", f"{inject}/{claim.id}"))
        for seq in log.seqs.get(key, ())
    )
    return Finding(rule="claims", points=points, words=words, seqs=seqs)
