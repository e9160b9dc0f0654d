"""Whether a condition holds, and at which minutes to look again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from simulator.exercise.state import RunningClock, State
from simulator.scenario.conditions import Choice, Condition, NotTaken

SERVES_HALF = 50
"""Percent; below it a node counts as down."""


def holds(state: State, condition: Condition | None) -> bool:
    """Whether a condition holds now; no condition always holds."""
    if condition is None:
        return True
    # It has exactly one key.
    if condition.taken is not None:
        return _taken(state, condition.taken)
    if condition.not_taken is not None:
        return _not_taken(state, condition.not_taken)
    if condition.after is not None:
        return state.minute >= condition.after
    if condition.before is not None:
        return state.minute < condition.before
    if condition.node is not None:
        return node_state(state, condition.node.node) == condition.node.state
    if condition.clock is not None:
        return clock_state(state.clocks.get(condition.clock.clock)) == condition.clock.state
    if condition.delivered is not None:
        return state.delivered(condition.delivered)
    if condition.all is not None:
        return all(holds(state, each) for each in condition.all)
    if condition.any is not None:
        return any(holds(state, each) for each in condition.any)
    return not holds(state, condition.not_)


def instants(condition: Condition | None) -> Iterator[int]:
    """The minutes at which time alone may change whether it holds."""
    if condition is None:
        return
    for part in condition.parts():
        if part.after is not None:
            yield part.after
        if part.before is not None:
            yield part.before
        if part.not_taken is not None:
            yield part.not_taken.by


def following(moments: Sequence[int], minute: int) -> Sequence[int]:
    """The first of the growing `moments` after a minute; empty after the last."""
    place = bisect_right(moments, minute)
    return moments[place : place + 1]


def node_state(state: State, node: str) -> str:
    """`up` (100), `down` (below 50) or `degraded`, in truth."""
    served = state.served(node)
    if served == 100:
        return "up"
    return "down" if served < SERVES_HALF else "degraded"


def clock_state(clock: RunningClock | None) -> str:
    """`idle`, `running`, `met` (in time) or `missed` (met too late, or not at all)."""
    if clock is None:
        return "idle"
    if clock.met_at >= 0:
        return "met" if clock.met_at <= clock.due else "missed"
    return "missed" if clock.missed else "running"


def _taken(state: State, choice: Choice) -> bool:
    """Without an option: somebody decided, and it stands. With one: it stands, or came about by default."""
    record = state.standing(choice.decision)
    if choice.option is None:
        return record is not None
    if record is not None:
        return record.taken.option == choice.option
    opened = state.decisions.get(choice.decision)
    return opened is not None and opened.default == choice.option


def _not_taken(state: State, choice: NotTaken) -> bool:
    """From minute `by` on: it had not been logged by then, or had been withdrawn. What came later does not matter."""
    if state.minute < choice.by:
        return False
    for record in state.records.values():
        stood = record.minute <= choice.by and not 0 <= record.withdrawn <= choice.by
        if record.taken.decision == choice.decision and stood and choice.option in (None, record.taken.option):
            return False
    opened = state.decisions.get(choice.decision)
    by_default = opened is not None and choice.option == opened.default and 0 <= opened.default_minute <= choice.by
    return not (choice.option is not None and by_default)
