"""What an observer wrote, before it is in an exercise."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.exercise.evaluation.events import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One line of an observer."""

    wall: str
    """UTC, ISO 8601."""
    text: str
    question: str = ""
    role: str = ""
    confidential: bool = False
    """It names people."""
    place: str = ""
    """Where it stands, such as `Waarnemingen!A7`, for errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What an observer thinks of a question of the council."""

    question: str
    rating: Rating
    reason: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """All that one observer wrote in one place."""

    observer: str
    """The observer's name."""
    notes: tuple[Note, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    """What could not be read and was left out, as sentences."""
