"""From the clock on the wall to the minute of the exercise, by what the journal says happened when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from itertools import takewhile

from simulator.exercise import events as e
from simulator.exercise.events import Recorded

STILL = (e.ExerciseStarted, e.ExercisePaused, e.RealityDeclared, e.RealityCleared, e.ExerciseEnded)


def minute_at(recorded: Sequence[Recorded], wall: datetime) -> int:
    """The exercise minute at that moment; 0 before the first event, the last minute after the last.

    Between two events time ran as the journal says: not at all while paused, else its factor times as fast.
    """
    past = tuple(takewhile(lambda record: moment(record.wall) <= wall, recorded))
    if not past:
        return 0
    last, factor = past[-1], _factor(past)
    passed = int((wall - moment(last.wall)).total_seconds() * factor // 60)
    ahead = recorded[len(past)].minute if len(past) < len(recorded) else last.minute + passed
    return min(last.minute + passed, ahead)


def moment(wall: str) -> datetime:
    """A wall time as the journal writes it. ValueError when it is none."""
    found = datetime.fromisoformat(wall)
    if not MINYEAR < found.year < MAXYEAR:
        raise ValueError("at the ends of the calendar no zone or shift can be reckoned with")
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _factor(past: Sequence[Recorded]) -> int:
    """Exercise minutes in a real minute after these events; 0 while time stands still."""
    for record in reversed(past):
        if isinstance(record.event, e.ExerciseResumed):
            return record.event.factor
        if isinstance(record.event, STILL):
            return 0
    return 0
