"""Voorspelling: what the team said would fail, beside what did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.debrief.facts import fact
from tui.debrief.listed import ListedRows, ListedSection
from tui.debrief.section import DebriefPicture
from tui.text import framed, shown
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.insight.predictions import PredictionScore

HIT, MISSED, KEPT, KNOWN, OPEN = "✓ uitgekomen", "▲ niet genoemd", "○ bleef werken", "= al bekend", "? nog open"
COLOURS = {HIT: "$text-success", MISSED: "$text-warning", KEPT: "$text-muted", KNOWN: "$text-muted", OPEN: "$text-accent"}
MEANS = {
    HIT: "Genoemd, en het viel uit.",
    MISSED: "Dit viel uit en niemand had het genoemd. Inwoners merken het.",
    KEPT: "Genoemd, maar het bleef werken.",
    KNOWN: "Genoemd, maar het was al bekend dat dit plat lag. Dat telt niet mee als voorspelling.",
    OPEN: "Genoemd. De tijd van de voorspelling is nog niet om.",
}


class PredictionsTable(ListedRows):
    """A line a prediction, and below it a line for each part that was named or that failed."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="outcome", label="Uitkomst", width=15),
        Column(key="what", label="Voorspeld"),
        Column(key="fell", label="Viel uit", width=14, from_width=56),
    )


class PredictionsSection(ListedSection):
    """Hits, what was missed and false alarms, in words."""

    TABLE = PredictionsTable
    EMPTY = "Niet beoefend: het team is niet gevraagd wat er zou uitvallen. De oefenleider doet dat tijdens het spel met g."
    EXPLANATION = (
        "Per voorspelling: wat het team noemde, en wat er in die tijd echt uitviel. ✓ genoemd en uitgevallen, ▲ uitgevallen en "
        "niet genoemd, ○ genoemd maar het bleef werken, = genoemd terwijl het al bekend was (telt niet mee), ? de tijd is nog "
        "niet om. Wat niemand noemde telt alleen als inwoners het merken."
    )

    def head(self, picture: DebriefPicture) -> Content:
        found = _scored(picture)
        told = [each for each in found if _tellable(each)]
        named, failed = sum(_foreseen(each) for each in told), sum(len(each.failed) for each in told)
        parts = [f"noemde {named} van de {failed} die uitvielen"] if failed else []
        parts += [f"{len(found) - len(told)} nog niet om"] if len(told) < len(found) else []
        return framed("[bold]Voorspelling[/]  [$text-muted]$words[/]", words="  ·  ".join(parts))

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        return dict(_rows(picture))

    def title(self, picture: DebriefPicture, key: str) -> Content:
        from simulator.insight.wording import node_name

        name, _, node = key.partition(":")
        return shown(node_name(picture.setting, node)) if node else shown(_heading(picture, _one(picture, name)))

    def told(self, picture: DebriefPicture, key: str) -> Content:
        name, _, node = key.partition(":")
        score = _one(picture, name)
        return Content("\n").join(_of_part(picture, score, node) if node else _story(picture, score))


def _scored(picture: DebriefPicture) -> tuple[PredictionScore, ...]:
    from simulator.insight.predictions import predictions

    return predictions(picture.setting, picture.recorded, now=picture.state.minute)


def _one(picture: DebriefPicture, name: str) -> PredictionScore:
    return next(each for each in _scored(picture) if each.prediction == name)


def _tellable(score: PredictionScore) -> bool:
    """Its window has passed, or the exercise is over: what came of it gives nothing away."""
    return score.complete or score.ended


def _foreseen(score: PredictionScore) -> int:
    """How many of what failed were named."""
    return len(score.failed) - len(score.missed)


def _rows(picture: DebriefPicture) -> Iterator[tuple[str, tuple[Content, ...]]]:
    from simulator.insight.wording import node_name

    for score in _scored(picture):
        at = Content.styled(picture.at(score.minute), "bold")
        yield f"{score.prediction}:", (at, shown(_heading(picture, score)).stylize("bold"), Content(""))
        falls = _falls(picture, score)
        for outcome, node in _parts(score):
            fell = picture.at(falls.get(node, -1)) if outcome in (HIT, MISSED) else ""
            cells = (Content.styled(outcome, COLOURS[outcome]), shown(node_name(picture.setting, node)), shown(fell))
            yield f"{score.prediction}:{node}", cells


def _heading(picture: DebriefPicture, score: PredictionScore) -> str:
    who = score.by_name or "het team"
    if not _tellable(score):
        return f"{who}: {len(score.named)} genoemd, te tellen vanaf {picture.at(score.until)}"
    so_far = ", tot het einde van de oefening" if score.ended else ""
    if not score.failed:
        return f"{who}: {len(score.named)} genoemd, er viel niets nieuws uit{so_far}"
    return f"{who}: {_foreseen(score)} van de {len(score.failed)} genoemd{so_far}"


def _parts(score: PredictionScore) -> Iterator[tuple[str, str]]:
    """Every part with its outcome, in the order that is best to talk about."""
    if _tellable(score):
        yield from ((HIT, node) for node in score.hits)
        yield from ((MISSED, node) for node in score.missed)
        yield from ((KEPT, node) for node in score.false_alarms)
    else:
        yield from ((OPEN, node) for node in score.named if node not in score.known)
    yield from ((KNOWN, node) for node in score.known)


def _falls(picture: DebriefPicture, score: PredictionScore) -> Mapping[str, int]:
    """When each part came below half: in the window, or earlier for what was down already."""
    from simulator.exercise.events import NodeChanged
    from simulator.exercise.holds import SERVES_HALF

    fell: dict[str, int] = {}
    for each in picture.recorded:
        if not isinstance(each.event, NodeChanged) or each.minute > score.scored_until:
            continue
        if min(each.event.level, each.event.served) < SERVES_HALF:
            fell.setdefault(each.event.node, each.minute)
        elif each.seq < score.seq:
            fell.pop(each.event.node, None)
    return fell


def _story(picture: DebriefPicture, score: PredictionScore) -> Iterator[Content]:
    yield shown(score.words)
    if not _tellable(score):
        return
    new = len(score.named) - len(score.known)
    if new:
        yield fact("Van wat genoemd is", f"viel {len(score.hits)} van de {new} echt uit")
    if score.failed:
        yield fact("Van wat uitviel en inwoners merken", f"noemde het team {_foreseen(score)} van de {len(score.failed)}")
    yield fact("Gemist", str(len(score.missed)))
    yield fact("Loos alarm", str(len(score.false_alarms)))
    if score.ended:
        words = f"de tijd liep tot {picture.at(score.until)}, de oefening stopte om {picture.at(score.scored_until)}"
        yield fact("Niet af", words)


def _of_part(picture: DebriefPicture, score: PredictionScore, node: str) -> Iterator[Content]:
    from simulator.insight.wording import number

    outcome = next(found for found, name in _parts(score) if name == node)
    yield shown(MEANS[outcome]).stylize("bold")
    yield fact("Voorspeld", f"{picture.at(score.minute)}, voor de tijd tot {picture.at(score.until)}")
    fell = _falls(picture, score).get(node, -1)
    if outcome in (HIT, MISSED) and fell >= 0:
        before = ", dus al voor de voorspelling; dat was toen nog niet gemeld" if fell < score.minute else ""
        yield fact("Viel uit", f"{picture.at(fell)}{before}")
    if outcome == KEPT:
        yield fact("Geteld tot", picture.at(score.scored_until))
    found = picture.setting.nodes.get(node)
    if found is not None and found.residents:
        yield fact("Inwoners die dit gebruiken", number(found.residents))
