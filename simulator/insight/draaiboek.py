"""The draaiboek: every inject with what became of it, for the oefenleider."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.scenario.model import Call, InjectKind


class RowStatus(StrEnum):
    """Where an inject stands."""

    KOMT = "komt"
    NU = "nu te geven"
    VASTGEHOUDEN = "vastgehouden"
    GEGEVEN = "gegeven"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraaiboekRow:
    """One inject."""

    id: str
    title: str
    kind: InjectKind | None
    """None for an improvised one."""
    kind_words: str
    """'kern', 'reserve' or 'geïmproviseerd'."""
    status: RowStatus
    status_sign: str
    """✓ given, ▶ to be given now, ‖ held back, · to come."""
    status_words: str
    """Such as 'gegeven om ma 09:40'."""
    planned: int
    """Exercise minute before which it does not come; -1 when only a condition says."""
    planned_words: str
    """Time or condition in plain Dutch."""
    given: int
    """Exercise minute of delivery; -1 when not delivered."""
    by_hand: bool
    channel_words: str
    sender: str
    """Name of the role it comes from."""
    receivers: tuple[str, ...]
    """Names of roles; 'iedereen' for all."""
    to_all: bool
    text: str
    note: str
    """Private."""
    expected: tuple[str, ...]
    """Private."""
    call: Call | None
    """Private."""
    opens: tuple[str, ...]
    """Titles of the decisions that it puts on the table."""
    makes_known: tuple[str, ...]
    """Names of the nodes of which it tells something."""


def draaiboek(setting: Setting, state: State) -> tuple[DraaiboekRow, ...]:
    """All injects: by planned time, conditional ones after; improvised ones at the time they were given."""
    raise NotImplementedError


def next_inject(setting: Setting, state: State) -> DraaiboekRow | None:
    """The inject that one key delivers: offered or held first (oldest first), else the next planned kern inject."""
    raise NotImplementedError
