"""Whether everybody has something to do, and the team has time to meet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import inf

from simulator.scenario.checks.appearance import Earliest, earliest
from simulator.scenario.checks.parts import Parts, moment
from simulator.scenario.mistakes import Mistake
from simulator.scenario.model import ALL, Decision, Inject, InjectKind, RoleKind, Round, Scenario

LONGEST_SILENCE = 45
"""Minutes of play."""
UNDISTURBED = 20
"""Minutes that a meeting needs without a kern inject."""

Stretch = tuple[float, float]
"""From and until, in exercise minutes."""


def no_role_waits_too_long(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """Each player gets, decides or meets something at least every 45 minutes of play."""
    known = earliest(parts)
    for index, role in enumerate(scenario.roles):
        if role.kind is not RoleKind.SPELER:
            continue
        silence = _longest_silence(scenario, _busy(scenario, role.id, known))
        if silence and _played(scenario, silence) > LONGEST_SILENCE:
            minutes = round(_played(scenario, silence))
            message = (
                f"deze rol heeft van {moment(silence[0])} tot {moment(silence[1])} niets te doen ({minutes} minuten spelen)."
            )
            mend = "Geef de rol een bericht of besluit, of laat tegenspel hem spelen."
            yield Mistake(route=("roles", index), message=message, mend=mend, warning=True)


def _busy(scenario: Scenario, role: str, known: Earliest) -> list[Stretch]:
    meetings = [played.meeting for played in scenario.rounds if played.meeting]
    return [
        *((float(meeting.at), float(meeting.at + meeting.time)) for meeting in meetings),
        *((known.injects[inject.id],) * 2 for inject in scenario.injects if _reaches(inject, role)),
        *(
            (known.decisions[one.id], known.decisions[one.id] + (one.within or 0))
            for one in scenario.decisions
            if role in _involved(one)
        ),
    ]


def _reaches(inject: Inject, role: str) -> bool:
    return inject.kind is InjectKind.KERN and (inject.to == ALL or role in inject.to)


def _involved(decision: Decision) -> set[str]:
    mandate = decision.mandate
    return {*decision.to, *mandate.decides, *mandate.executes, *mandate.advises}


def _longest_silence(scenario: Scenario, busy: list[Stretch]) -> Stretch | None:
    first, last = float(scenario.rounds[0].at), float(scenario.rounds[-1].until)
    free: list[Stretch] = []
    until = first
    for begin, end in [*sorted(stretch for stretch in busy if stretch[0] < inf), (last, last)]:
        if begin > until:
            free.append((until, min(begin, last)))
        until = max(until, end)
    return max(free, key=lambda stretch: _played(scenario, stretch), default=None)


def _played(scenario: Scenario, stretch: Stretch) -> float:
    """Minutes that a stretch of the story takes in play: gaps between rounds are jumped over."""
    rounds = sum(played.until - played.at for played in scenario.rounds)
    inside = sum(max(0.0, min(stretch[1], played.until) - max(stretch[0], played.at)) for played in scenario.rounds)
    return inside * scenario.duration / rounds if rounds else 0.0


def every_meeting_is_undisturbed(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """A promised meeting has at least 20 minutes without a kern inject that comes by the clock."""
    for index, played in enumerate(scenario.rounds):
        if not played.meeting:
            continue
        free = _undisturbed(played, [inject for _, inject in parts.injects])
        if free < UNDISTURBED:
            message = f"het team kan hier hoogstens {free} minuten ongestoord overleggen; reken op {UNDISTURBED}."
            mend = "Maak het overleg langer, of verschuif de kernberichten die erin vallen."
            yield Mistake(route=("rounds", index, "meeting"), message=message, mend=mend, warning=True)


def _undisturbed(played: Round, injects: list[Inject]) -> int:
    if played.meeting is None:
        return 0
    begin, end = played.meeting.at, played.meeting.at + played.meeting.time
    fixed = (inject.at for inject in injects if inject.kind is InjectKind.KERN and inject.at is not None and inject.when is None)
    inside = sorted(minute for minute in fixed if begin <= minute < end)
    return max(after - before for before, after in pairwise([begin, *inside, end]))
