"""Rule: what the graph does is recorded as it comes due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.consequences.causes import END_OF_MINUTE
from simulator.consequences.trajectory import Change
from simulator.exercise.events import Event, NodeChanged
from simulator.exercise.kept import Kept
from simulator.exercise.setting import Setting, trajectory
from simulator.exercise.state import Done, State

LOOKS_AT = ("done", "changes")


def due(setting: Setting, state: State) -> Event | None:
    """The next consequence that is not recorded yet and lies in the past or present."""
    change = _next(setting, state)
    if change is None or _minute(change) > state.minute:
        return None
    return recorded_as(change)


def recorded_as(change: Change) -> NodeChanged:
    """The event that a change stands in the journal as."""
    return NodeChanged(
        node=change.node,
        level=change.level,
        served=change.served,
        cause=change.cause.kind.value,
        because=change.cause.node,
        intervention=change.cause.intervention,
        group=change.cause.group,
    )


def instants(setting: Setting, state: State) -> Iterator[int]:
    """When the next consequence is due."""
    change = _next(setting, state)
    if change is not None:
        yield _minute(change)


def _next(setting: Setting, state: State) -> Change | None:
    """By the prefix law no later intervention alters what was recorded, so a count says where we are."""
    if not state.done:
        return None
    changes = _changes(setting, state.done)
    return changes[state.changes] if state.changes < len(changes) else None


def _foreseen(setting: Setting, done: Mapping[str, Done]) -> tuple[Change, ...]:
    return trajectory(setting, tuple(each.intervention for each in done.values())).changes


_changes = Kept(_foreseen)
"""Asked at each consequence, and the same until something is done."""


def _minute(change: Change) -> int:
    """When a change can be recorded: what spreads at the end of a minute only when that minute is over.

    Somebody may still isolate in it, and isolation wins its minute.
    """
    return change.minute + (change.order == END_OF_MINUTE)
