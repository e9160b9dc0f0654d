"""Who does what, by when."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """An action that was assigned."""

    id: str
    text: str
    owner: str
    owner_name: str
    minute: int
    """When it was assigned."""
    due: int
    """-1 for none."""
    done: int
    """Minute at which it was done; -1 when it is not."""
    overdue: bool
    """Not done although its term passed."""
    words: str
    """Such as 'open, nog 3 u' or 'gedaan om ma 11:20'."""
    because: str
    """What it follows from; may be empty."""


def actions(setting: Setting, state: State) -> tuple[ActionRow, ...]:
    """All actions: open ones first, the nearest term first."""
    raise NotImplementedError
