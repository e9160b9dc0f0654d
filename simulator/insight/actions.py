"""Who does what, by when."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import AssignedAction, State
from simulator.insight import wording as w


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
    rows = [_row(setting, state, name, action) for name, action in state.actions.items()]
    return tuple(sorted(rows, key=lambda row: (row.done >= 0, row.due < 0, row.due, row.minute)))


def _row(setting: Setting, state: State, name: str, action: AssignedAction) -> ActionRow:
    assigned = action.assigned
    overdue = action.done < 0 and 0 <= assigned.due < state.minute
    return ActionRow(
        id=name,
        text=assigned.text,
        owner=assigned.owner,
        owner_name=w.role_name(setting, assigned.owner),
        minute=action.minute,
        due=assigned.due,
        done=action.done,
        overdue=overdue,
        words=_words(setting, state, action),
        because=w.source(setting, state, assigned.cause) if assigned.cause else "",
    )


def _words(setting: Setting, state: State, action: AssignedAction) -> str:
    if action.done >= 0:
        return f"gedaan om {w.moment(setting, action.done)}"
    if action.assigned.due < 0:
        return "open, zonder termijn"
    return f"open, {w.left(action.assigned.due - state.minute)}"
