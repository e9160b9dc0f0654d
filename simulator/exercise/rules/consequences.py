"""Rule: what the graph does is recorded as it comes due."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.consequences.causes import END_OF_MINUTE
from simulator.consequences.trajectory import Change
from simulator.exercise.events import Event, NodeChanged
from simulator.exercise.setting import Setting, trajectory
from simulator.exercise.state import State


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
    changes = trajectory(setting, state.interventions).changes
    return changes[state.changes] if state.changes < len(changes) else None


def _minute(change: Change) -> int:
    """When a change can be recorded: what spreads at the end of a minute only when that minute is over.

    Somebody may still isolate in it, and isolation wins its minute.
    """
    return change.minute + (change.order == END_OF_MINUTE)
