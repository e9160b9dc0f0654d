"""Emergency procedures: set up, stand ready, run until stopped, spent or no longer needed."""

from __future__ import annotations

from simulator.consequences.causes import CauseKind
from simulator.consequences.graph import NONE
from simulator.consequences.rise_and_fall import put_up, suspect
from simulator.consequences.state import FALLBACK_READY, FALLBACK_SPENT, NEVER, FallbackState, State, because


def begin(state: State, node: int, act: int = NONE) -> None:
    """Set the fallback up, if there is one and it has time left in this outage."""
    plan = state.graph.fallback[node]
    if plan is None:
        return
    running = state.fallback.setdefault(node, FallbackState(plan.keep))
    if running.on or running.left <= 0:
        return
    running.on, running.act = True, act
    running.ready_at = state.minute + plan.setup
    state.plan(running.ready_at, FALLBACK_READY, node)
    state.fallbacks_to_check.add(node)


def stop(state: State, node: int, act: int) -> None:
    """End the fallback by decision. What is left of its time may be used later."""
    running = state.fallback.get(node)
    if running and running.on:
        _halt(state, node, running)
        suspect(state, node, 0, because(CauseKind.FALLBACK_ENDED, act=act) if state.causes else None)


def is_ready(state: State, node: int) -> None:
    """The setting up that was planned is done, if it was not broken off."""
    running = state.fallback[node]
    if running.on and not running.ready and running.ready_at == state.minute:
        running.ready = True
        why = because(CauseKind.FALLBACK_STARTED, act=running.act) if state.causes else None
        put_up(state, node, state.level[node], why)


def is_spent(state: State, node: int) -> None:
    """The fallback cannot be kept up any longer, if it ran all the time."""
    running = state.fallback[node]
    if running.since != NEVER and running.since + running.left == state.minute:
        _halt(state, node, running)
        suspect(state, node, 0, because(CauseKind.FALLBACK_ENDED) if state.causes else None)


def _halt(state: State, node: int, running: FallbackState) -> None:
    if running.since != NEVER:
        running.left -= state.minute - running.since
        state.runs.append((node, running.since, state.minute))
    running.on = running.ready = False
    running.since = NEVER


def close_fallback(state: State, node: int) -> None:
    """At the end of an instant: an outage begins, goes on, or is over."""
    plan = state.graph.fallback[node]
    if plan is None:
        return
    running = state.fallback.setdefault(node, FallbackState(plan.keep))
    if state.level[node] == 100:
        if running.out:
            _halt(state, node, running)
            running.out = running.used = False
            running.left = plan.keep
        return
    running.out = True
    if plan.automatic and not running.on and not running.used:
        begin(state, node)
    if running.on:
        running.used = True
    if running.ready and running.since == NEVER:
        running.since = state.minute
        state.plan(state.minute + running.left, FALLBACK_SPENT, node)
