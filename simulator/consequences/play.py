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
    FOREVER,
    JUMP_OVER,
    MINUTE_AT,
    REPAIRED,
    RISE,
    SPREAD,
    WHAT,
    WHAT_AT,
    WHICH,
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
    events, done, act_at = state.events, 0, _minute_of(interventions, 0)
    while True:
        due_at = events[0] >> MINUTE_AT if events else FOREVER
        minute = due_at if due_at < act_at else act_at
        if minute > until or minute == FOREVER:
            break
        state.minute, state.order = minute, 0
        if due_at == minute:
            _bring_up(state, before=SPREAD)
        while act_at <= minute:
            state.order += 1
            acts.apply(state, done)
            close(state)
            done += 1
            act_at = _minute_of(interventions, done)
        if minute == until and not last_minute_over:
            break
        if events and events[0] >> MINUTE_AT == minute:
            state.order = END_OF_MINUTE
            _bring_up(state, before=SPREAD + 1)
    state.minute = until
    return state


def _minute_of(interventions: tuple[Intervention, ...], number: int) -> int:
    return interventions[number].minute if number < len(interventions) else FOREVER


def _bring_up(state: State, *, before: int) -> None:
    """An instant: everything happens that is due at this minute and comes before `before`."""
    events, limit = state.events, state.minute << MINUTE_AT | before << WHAT_AT
    while events and events[0] < limit:
        event = heappop(events)
        _DUE[event >> WHAT_AT & WHAT](state, event & WHICH)
    close(state)


def _rise(state: State, node: int) -> None:
    steps = state.climb.get(node)
    if not steps or steps[0][0] != state.minute:
        return
    _, level, why = steps[0]
    if len(steps) == 1:
        del state.climb[node]
    else:
        del steps[0]
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
