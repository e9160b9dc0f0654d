"""What a journal is: the only truth of one exercise, appended to and never changed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from simulator.errors import CommandRefused
from simulator.exercise.events import Recorded, Stamped
from simulator.plain import is_plain

WallClock = Callable[[], str]
"""Gives the wall time, UTC, ISO 8601."""
NewId = Callable[[], str]
"""Gives an id that no event has yet."""


def wall_now() -> str:
    """The wall time now, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def fit_name(name: str) -> str:
    """The name of a person, without the spaces around it."""
    if not is_plain(name):
        raise CommandRefused("Deze naam bevat onzichtbare tekens. Typ de naam opnieuw.")
    return " ".join(name.split())


def new_id() -> str:
    """A random id of 64 bits: unique within a file, and short in it."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What an exercise was made of; written once, and the root of the hash chain."""

    exercise: str
    """The exercise's own id; through the root it is in the hash of every event."""
    scenario: str
    """The scenario as it is played, JSON text."""
    landscape: str
    """The landscape as it is played, JSON text."""
    seed: int
    model: int
    """Version of the consequence model."""
    program: str
    """Version of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where the exercise clock stands. Overwritten time and again, and no part of the hash chain."""

    seconds: int
    """Exercise seconds passed at the heartbeat."""
    running: bool
    factor: int
    """Exercise minutes in a real minute."""
    heartbeat: str = ""
    """Wall time at which the console wrote this; the journal sets it, empty before the first mark."""


START = Position(seconds=0, running=False, factor=1)
"""Before anybody marked a position."""


class Journal(Protocol):
    """The record of one exercise. All methods may raise JournalUnavailable; after that nothing acknowledged is lost."""

    @property
    def header(self) -> Header:
        """What the exercise was made of."""
        ...

    def append(self, expected: int, stamped: Sequence[Stamped], actor: str) -> tuple[Recorded, ...]:
        """Write all or none, on disk before it returns; `expected` is the highest seq that the caller has seen.

        Raises ConcurrentAppend when somebody appended since, and CommandRefused for text with control characters.
        After JournalUnavailable the events may be there all the same: the same call once more never writes them twice.
        """
        ...

    def read(self, after: int = 0) -> tuple[Recorded, ...]:
        """All events with a seq above `after`, in order."""
        ...

    def changed(self) -> bool:
        """Did somebody else write anything (events, position, names) since the last call? Never waits for an append.

        The answer is given once: one watcher for each journal object.
        """
        ...

    def position(self) -> Position:
        """Where the exercise clock stood at the last mark."""
        ...

    def mark(self, position: Position) -> None:
        """Overwrite the position; the journal sets the heartbeat."""
        ...

    def names(self) -> dict[str, str]:
        """The names of people by token, of those who gave one."""
        ...

    def give_name(self, person: str, name: str) -> None:
        """Tie a name to a token, or another name to the same one. CommandRefused for control characters."""
        ...

    def forget_name(self, person: str) -> None:
        """Wipe the name; the events, which hold only the token, stay as they are."""
        ...

    def close(self) -> None:
        """Let go of the file; may be called twice."""
        ...
