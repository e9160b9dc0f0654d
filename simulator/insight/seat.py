"""What one role sees at its own seat: what it was told, what is asked of it, and what is known."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import Phase, State
from simulator.insight.actions import ActionRow
from simulator.insight.clocks import ClockRow
from simulator.insight.room import KnownState, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatDilemma:
    """An open dilemma as its role reads it."""

    id: str
    title: str
    text: str
    deadline: int
    """-1 for none."""
    left: int | None
    options: tuple[str, ...]
    """Empty unless the scenario shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatWords:
    """What this role wrote itself."""

    minute: int
    at: str
    decision: str
    """Title of the dilemma it answers; may be empty."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """The screen of one role."""

    role: str
    name: str
    task: str
    title: str
    """Title of the exercise."""
    mark: str
    phase: Phase
    phase_words: str
    minute: int
    clock: str
    round_title: str
    bob_words: str
    messages: tuple[Message, ...]
    """To this role or to all, latest first."""
    dilemmas: tuple[SeatDilemma, ...]
    clocks: tuple[ClockRow, ...]
    """Clocks that run for this role."""
    actions: tuple[ActionRow, ...]
    words: tuple[SeatWords, ...]
    known: tuple[KnownState, ...]
    """What was reported, whether it is down or up; never the truth."""


def seat(setting: Setting, state: State, role: str) -> Seat:
    """What `role` sees. Raises NotFound for a role that is not there or that the response cell plays."""
    raise NotImplementedError
