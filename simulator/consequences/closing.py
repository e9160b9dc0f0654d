"""The end of an instant: only net changes count, so a rise and a fall in one instant is no rise."""

from __future__ import annotations

from simulator.consequences.causes import CauseKind
from simulator.consequences.fallback import close_fallback
from simulator.consequences.repair import start_repairs
from simulator.consequences.rise_and_fall import fall
from simulator.consequences.state import BUFFER_GONE, RISE, State, because


def close(state: State) -> None:
    """Settle the instant: what cannot stand falls, the net changes are kept, then repairs start."""
    if state.queue:
        fall(state)
    if state.changed_groups:
        _close_groups(state)
    if state.touched:
        _close_conditions(state)
    if state.rising:
        _close_rises(state)
    if state.fallbacks_to_check:
        for node in sorted(state.fallbacks_to_check):
            close_fallback(state, node)
        state.fallbacks_to_check.clear()
    if state.repairs_to_check or state.crews_to_check:
        start_repairs(state)


def _close_groups(state: State) -> None:
    lost_since = state.lost_since
    for group, why in state.changed_groups.items():
        if state.short[group] <= 0:
            lost_since.pop(group, None)
            state.waived.discard(group)
        elif group not in lost_since:
            lost_since[group] = state.minute
            state.lost_why[group] = why
            if buffer := state.graph.groups[group].buffer:
                state.plan(state.minute + buffer, BUFFER_GONE, group)
    state.changed_groups.clear()


def _close_conditions(state: State) -> None:
    conditions, lost, climb = state.condition, state.lost, state.climb
    restart, fallbacks = state.graph.restart, state.graph.fallback
    for node, uplift in state.touched.items():
        left, before = 100 - lost[node], conditions[node]
        conditions[node] = now = left if left > 0 else 0
        if now > before:
            due = state.minute + restart[node]
            if node in climb:
                climb[node].append((due, now, uplift))
            else:
                climb[node] = [(due, now, uplift)]
            state.plan(due, RISE, node)
        elif now < before and node in climb:
            _climb_no_higher(state, node, now)
        if fallbacks[node]:
            state.fallbacks_to_check.add(node)
    state.touched.clear()


def _climb_no_higher(state: State, node: int, top: int) -> None:
    steps = state.climb.pop(node)
    kept = [step for step in steps if step[1] <= top]
    if len(kept) < len(steps) and top > (kept[-1][1] if kept else state.level[node]):
        due, _, why = steps[len(kept)]
        kept.append((due, top, why))
    if kept:
        state.climb[node] = kept


def _close_rises(state: State) -> None:
    fallbacks = state.graph.fallback
    for node, (old_level, old_served, why) in sorted(state.rising.items()):
        level, served = state.level[node], state.served[node]
        if level > old_level or served > old_served:
            if why and level <= old_level:
                why = because(CauseKind.FALLBACK_STARTED, act=state.fallback[node].act)
            state.records.append((state.minute, state.order, node, level, served, why))
        if fallbacks[node]:
            state.fallbacks_to_check.add(node)
    state.rising.clear()
