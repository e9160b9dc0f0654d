"""Exercise files and events for the tests of the journal."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from simulator.exercise.events import ObservationNoted, Stamped
from simulator.journal.protocol import Header
from simulator.journal.sqlite import SqliteJournal

HEADER = Header(
    exercise="oefening-1", scenario='{"id":"gijzelsoftware"}', landscape='{"id":"gemeente"}', seed=7, model=1, program="0.1.0"
)
OEFENLEIDER = "oefenleider"


def noted(number: int, text: str = "De burgemeester vraagt naar burgerzaken") -> Stamped:
    """The event that the tests write at this sequence number."""
    return Stamped(minute=number // 3, event=ObservationNoted(text=f"{text} ({number})", question="", role="burgemeester"))


def notes(after: int, amount: int) -> list[Stamped]:
    """The events that the tests write after this sequence number."""
    return [noted(number) for number in range(after + 1, after + 1 + amount)]


def ids() -> Callable[[], str]:
    """Event ids that are the same in each run."""
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


def exercise_file(folder: Path, *, events: int = 0, name: str = "oefening.oefening") -> Path:
    """A closed exercise file with this many events."""
    path = folder / name
    with SqliteJournal.create(path, HEADER, wall=lambda: "2026-11-05T09:00:00.000+00:00", new_id=ids()) as journal:
        journal.append(0, notes(0, events), OEFENLEIDER)
    return path
