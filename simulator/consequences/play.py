"""From instant to instant: what is due by itself, then each intervention, then what spreads at the end of the minute."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop

from simulator.consequences import acts, fallback, repair, spread
from simulator.consequences.causes import END_OF_MINUTE
from simulator.consequences.closing import close
from simulator.consequences.draws import Draws
from simulator.consequences.graph import Graph
from simulator.consequences.interventions import Intervention
from simulator.consequences.rise_and_fall import lose, put_up
from simulator.consequences.state import (
    BUFFER_GONE,
    FALLBACK_READY,
    FALLBACK_SPENT,
    JUMP_OVER,
    REPAIRED,
    RISE,
    SPREAD,
    State,
)


def play(
    graph: Graph,
    interventions: tuple[Intervention, ...],
    draws: Draws,
    *,
    until: int,
    causes: bool = True,
    last_minute_over: bool = False,
) -> State:
    """The state at minute `until`; with `last_minute_over` at its very end, when nobody can isolate any more.

    Interventions come in order of minute. Work grows with what happens, not with how long it takes.
    """
    state = State(graph, draws, interventions, causes=causes)
    done, count = 0, len(interventions)
    while True:
        minute = _next_minute(state, done)
        if minute is None or minute > until:
            break
        state.minute, state.order = minute, 0
        if _bring_up(state, before=SPREAD):
            close(state)
        while done < count and interventions[done].minute <= minute:
            state.order += 1
            acts.apply(state, done)
            close(state)
            done += 1
        if minute == until and not last_minute_over:
            break
        state.order = END_OF_MINUTE
        if _bring_up(state, before=SPREAD + 1):
            close(state)
    state.minute = until
    return state


def _next_minute(state: State, done: int) -> int | None:
    """The next minute in which anything may happen, `done` interventions being done."""
    due = state.events[0][0] if state.events else None
    if done == len(state.acts):
        return due
    act = state.acts[done].minute
    return act if due is None else min(act, due)


def _bring_up(state: State, *, before: int) -> bool:
    """Let everything happen that is due at this minute and comes before `before`; False when nothing is."""
    events, limit = state.events, (state.minute, before, -1)
    if not events or events[0] >= limit:
        return False
    while events and events[0] < limit:
        _, what, which = heappop(events)
        _DUE[what](state, which)
    return True


def _rise(state: State, node: int) -> None:
    steps = state.climb.get(node)
    if not steps or steps[0][0] != state.minute:
        return
    _, level, why = steps.pop(0)
    if not steps:
        del state.climb[node]
    put_up(state, node, level, why)


def _lose_if_not_carried(state: State, group: int) -> None:
    if not state.is_raw(group) and not state.is_carried(group):
        lose(state, group, state.lost_why.get(group))


_DUE: dict[int, Callable[[State, int], None]] = {
    REPAIRED: repair.is_repaired,
    RISE: _rise,
    FALLBACK_READY: fallback.is_ready,
    FALLBACK_SPENT: fallback.is_spent,
    BUFFER_GONE: _lose_if_not_carried,
    JUMP_OVER: _lose_if_not_carried,
    SPREAD: spread.arrive,
}
