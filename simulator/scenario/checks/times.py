"""Times that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from simulator.scenario.checks.parts import Parts, moment
from simulator.scenario.mistakes import Mistake
from simulator.scenario.model import InjectKind


def every_round_ends_after_it_begins(parts: Parts) -> Iterator[Mistake]:
    """`until` is later than `at`."""
    for index, played in parts.rounds:
        if played.until <= played.at:
            message = f"de ronde eindigt ({moment(played.until)}) niet na het begin ({moment(played.at)})."
            yield Mistake(route=("rounds", index, "until"), message=message, mend="Zet until later dan at.")


def rounds_follow_one_another(parts: Parts) -> Iterator[Mistake]:
    """Rounds stand in order of time and do not overlap."""
    for (_, before), (index, after) in pairwise(parts.rounds):
        if after.at < before.until:
            message = f"deze ronde begint ({moment(after.at)}) voordat ronde {before.id} eindigt ({moment(before.until)})."
            mend = "Zet de rondes op volgorde en laat ze niet overlappen."
            yield Mistake(route=("rounds", index, "at"), message=message, mend=mend)


def every_meeting_is_within_its_round(parts: Parts) -> Iterator[Mistake]:
    """The crisis team meets while its round runs."""
    for index, played in parts.rounds:
        meeting = played.meeting
        if meeting and not (played.at <= meeting.at and meeting.at + meeting.time <= played.until):
            until = moment(meeting.at + meeting.time)
            message = f"het overleg ({moment(meeting.at)} tot {until}) valt buiten de ronde."
            mend = f"De ronde duurt van {moment(played.at)} tot {moment(played.until)}."
            yield Mistake(route=("rounds", index, "meeting"), message=message, mend=mend)


def nothing_begins_after_the_end(parts: Parts) -> Iterator[Mistake]:
    """Rounds, injects and decisions lie before the end of the scenario."""
    if parts.end is None:
        return
    starts = [
        *((("rounds", index, "until"), played.until, "de ronde eindigt") for index, played in parts.rounds),
        *((("injects", index, "at"), inject.at, "het bericht komt") for index, inject in parts.injects),
        *((("decisions", index, "opens"), decision.opens, "het besluit gaat open") for index, decision in parts.decisions),
    ]
    for route, minute, what in starts:
        if minute is not None and minute > parts.end:
            message = f"{what} ({moment(minute)}) na het einde van het scenario ({moment(parts.end)})."
            yield Mistake(route=route, message=message, mend="Zet het eerder, of zet end later.")


def every_kern_inject_has_a_moment(parts: Parts) -> Iterator[Mistake]:
    """A kern inject appears by itself, so it says when."""
    for index, inject in parts.injects:
        if inject.kind is InjectKind.KERN and inject.at is None and inject.when is None:
            message = "een kernbericht heeft at of when nodig; anders verschijnt het nooit vanzelf."
            yield Mistake(route=("injects", index), message=message, mend="Voeg at of when toe, of maak er kind: reserve van.")
