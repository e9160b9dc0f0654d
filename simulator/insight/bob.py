"""Whether the team went from picture to judgement to decision, and what else the log shows of how it decided.

The steps are those that the oefenleider marked. A round without any says nothing: then nobody kept them. Going back to the
picture begins a new cycle and is never held against the team. Whether alternatives were weighed cannot be read from the log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from simulator.exercise.events import (
    Bob,
    BobStepStarted,
    DecisionDetailed,
    DecisionTaken,
    DecisionWithdrawn,
    Recorded,
    RoundStarted,
)
from simulator.exercise.setting import Setting
from simulator.insight import wording as w

ORDER = (Bob.BEELDVORMING, Bob.OORDEELSVORMING, Bob.BESLUITVORMING)


class BobVerdict(StrEnum):
    """How a round went."""

    GEVOLGD = "gevolgd"
    OVERGESLAGEN = "een stap overgeslagen"
    VOLGORDE = "volgorde omgedraaid"
    NIET_AF = "niet tot een besluit gekomen"
    """Steps were begun, and none of them was decision-making; nothing was skipped."""
    NIET_BIJGEHOUDEN = "niet bijgehouden"


@dataclass(frozen=True, slots=True, kw_only=True)
class BobStep:
    """A step of a meeting."""

    step: Bob
    minute: int
    minutes: int | None
    """How long it took; None for the last of a round: nobody marks the end of a meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BobRound:
    """A round and its steps."""

    round: str
    title: str
    steps: tuple[BobStep, ...]
    verdict: BobVerdict
    skipped: tuple[Bob, ...]
    """Steps that were left out before a decision-making step."""
    decisions: int
    """Decisions taken in this round."""
    from_picture: tuple[str, ...]
    """Records decided while the team was still making its picture."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """The rounds, and what the log shows of all decisions together."""

    rounds: tuple[BobRound, ...]
    decisions: int
    owned: int
    """With an owner and a deadline."""
    motivated: int
    again: tuple[str, ...]
    """Records looked at again in a later step or round: withdrawn, revised or filled in."""
    words: str


@dataclass(slots=True)
class _Round:
    name: str
    steps: list[tuple[int, Bob]] = field(default_factory=list)
    decided: list[tuple[int, str, Bob | None]] = field(default_factory=list)
    """Minute of deciding, record, and the step that was under way."""


@dataclass(slots=True)
class _Record:
    period: tuple[int, int]
    """Round and step in which it was taken, by number."""
    owned: bool
    motivated: bool
    again: bool = False


def bob(setting: Setting, recorded: Sequence[Recorded]) -> Deciding:
    """How the team met and decided so far."""
    rounds, records = _walk(recorded)
    again = tuple(name for name, record in records.items() if record.again)
    owned = sum(record.owned for record in records.values())
    return Deciding(
        rounds=tuple(_told(setting, each) for each in rounds if each.name),
        decisions=len(records),
        owned=owned,
        motivated=sum(record.motivated for record in records.values()),
        again=again,
        words=_summary(len(records), owned, len(again)),
    )


def _walk(recorded: Sequence[Recorded]) -> tuple[list[_Round], dict[str, _Record]]:
    rounds, records = [_Round(name="")], dict[str, _Record]()
    for each in recorded:
        here = rounds[-1]
        period = (len(rounds), len(here.steps))
        match each.event:
            case RoundStarted():
                rounds.append(_Round(name=each.event.round))
            case BobStepStarted():
                here.steps.append((each.minute, each.event.step))
            case DecisionTaken():
                taken = each.event
                here.decided.append((taken.decided_at, taken.record, _step_at(here, taken.decided_at, each.minute)))
                complete = bool(taken.owner) and taken.due >= 0
                records[taken.record] = _Record(period=period, owned=complete, motivated=bool(taken.motivation))
            case DecisionDetailed() | DecisionWithdrawn():
                _looked_at(records.get(each.event.record), each.event, period)
            case _:
                continue
    return rounds, records


def _looked_at(record: _Record | None, event: DecisionDetailed | DecisionWithdrawn, period: tuple[int, int]) -> None:
    if record is None:
        return
    record.again = record.again or period > record.period
    if isinstance(event, DecisionDetailed):
        record.owned, record.motivated = bool(event.owner) and event.due >= 0, bool(event.motivation)


def _step_at(round: _Round, decided_at: int, logged_at: int) -> Bob | None:
    """The step under way when it was decided; in the minute of logging, the one that stood at the event."""
    started = [step for minute, step in round.steps if decided_at >= logged_at or minute <= decided_at]
    return started[-1] if started else None


def _told(setting: Setting, round: _Round) -> BobRound:
    ends: list[int | None] = [*(minute for minute, _ in round.steps[1:]), None]
    steps = tuple(
        BobStep(step=step, minute=minute, minutes=None if end is None else end - minute)
        for (minute, step), end in zip(round.steps, ends, strict=False)
    )
    skipped, turned = _cycles([step for _, step in round.steps])
    from_picture = tuple(record for _, record, step in round.decided if step is Bob.BEELDVORMING)
    verdict = _verdict(round, skipped, turned)
    return BobRound(
        round=round.name,
        title=setting.rounds[round.name].title if round.name in setting.rounds else round.name,
        steps=steps,
        verdict=verdict,
        skipped=skipped,
        decisions=len(round.decided),
        from_picture=from_picture,
        words=" ".join(_sentences(verdict, skipped, len(from_picture), len(round.decided))),
    )


def _verdict(round: _Round, skipped: tuple[Bob, ...], turned: bool) -> BobVerdict:
    if not round.steps:
        return BobVerdict.NIET_BIJGEHOUDEN
    if turned:
        return BobVerdict.VOLGORDE
    if skipped:
        return BobVerdict.OVERGESLAGEN
    return BobVerdict.GEVOLGD if any(step is Bob.BESLUITVORMING for _, step in round.steps) else BobVerdict.NIET_AF


def _cycles(steps: Sequence[Bob]) -> tuple[tuple[Bob, ...], bool]:
    """What was left out before deciding, and whether judging came after deciding without a new picture."""
    skipped, seen, turned = dict[Bob, None](), set[Bob](), False
    for step in steps:
        if step is Bob.BEELDVORMING:
            seen = set()
        turned = turned or (step is Bob.OORDEELSVORMING and Bob.BESLUITVORMING in seen and step not in seen)
        if step is Bob.BESLUITVORMING and step not in seen:
            skipped.update(dict.fromkeys(each for each in ORDER[:2] if each not in seen))
        seen.add(step)
    return tuple(skipped), turned


def _sentences(verdict: BobVerdict, skipped: tuple[Bob, ...], from_picture: int, decisions: int) -> Iterator[str]:
    match verdict:
        case BobVerdict.NIET_BIJGEHOUDEN:
            yield "De stappen van het overleg zijn in deze ronde niet bijgehouden; daarover zegt dit niets."
        case BobVerdict.GEVOLGD:
            yield "Het team ging van beeld naar oordeel naar besluit."
        case BobVerdict.NIET_AF:
            yield "Het overleg kwam in deze ronde niet toe aan besluitvorming."
        case BobVerdict.OVERGESLAGEN:
            yield f"Voor de besluitvorming is overgeslagen: {w.listed(skipped)}."
        case BobVerdict.VOLGORDE:
            yield "Het oordeel kwam na het besluit."
        case _:
            assert_never(verdict)
    if from_picture:
        which = f"{from_picture} van de {decisions} besluiten" if decisions > 1 else "het enige besluit"
        yield w.sentence(f"{which} viel{'' if from_picture == 1 else 'en'} al tijdens de beeldvorming")


def _summary(decisions: int, owned: int, again: int) -> str:
    if not decisions:
        return "Het team nam geen besluiten."
    which = w.count(again, "besluit", "besluiten") if again else "geen enkel besluit"
    checked = f"Op {which} kwam het team in een volgende stap of ronde terug."
    return f"Wie het doet en voor wanneer is vastgelegd bij {owned} van de {decisions} besluiten. {checked}"
