"""The end of an instant: only net changes count, so a rise and a fall in one instant is no rise."""

from __future__ import annotations

from simulator.consequences.causes import CauseKind
from simulator.consequences.fallback import close_fallback
from simulator.consequences.repair import start_repairs
from simulator.consequences.rise_and_fall import fall
from simulator.consequences.state import BUFFER_GONE, RISE, Record, State, Why, new


def close(state: State) -> None:
    """Settle the instant: what cannot stand falls, the net changes are kept, then repairs start."""
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
    for group in state.changed_groups:
        if state.is_raw(group):
            state.lost_since.pop(group, None)
            state.waived.discard(group)
        elif group not in state.lost_since:
            state.lost_since[group] = state.minute
            state.lost_why[group] = state.suspects.get(group)
            if buffer := state.graph.groups[group].buffer:
                state.plan(state.minute + buffer, BUFFER_GONE, group)
    state.changed_groups.clear()
    state.suspects.clear()


def _close_conditions(state: State) -> None:
    conditions = state.condition
    for node in state.touched:
        now, before = state.condition_now(node), conditions[node]
        if now > before:
            due = state.minute + state.graph.restart[node]
            state.climb.setdefault(node, []).append((due, now, state.uplift.get(node)))
            state.plan(due, RISE, node)
        elif now < before:
            _climb_no_higher(state, node, now)
        conditions[node] = now
        if state.graph.fallback[node]:
            state.fallbacks_to_check.add(node)
    state.touched.clear()
    state.uplift.clear()


def _climb_no_higher(state: State, node: int, top: int) -> None:
    steps = state.climb.pop(node, None)
    if steps is None:
        return
    kept = [step for step in steps if step[1] <= top]
    if len(kept) < len(steps) and top > (kept[-1][1] if kept else state.level[node]):
        due, _, why = steps[len(kept)]
        kept.append((due, top, why))
    if kept:
        state.climb[node] = kept


def _close_rises(state: State) -> None:
    for node in sorted(state.rising):
        old_level, old_served = state.rising[node]
        level, served = state.level[node], state.served[node]
        if level > old_level or served > old_served:
            why = state.rise_why[node]
            if why and level <= old_level:
                why = Why(CauseKind.FALLBACK_STARTED, act=state.fallback[node].act)
            state.records.append(new(Record, (state.minute, state.order, node, level, served, why)))
        if state.graph.fallback[node]:
            state.fallbacks_to_check.add(node)
    state.rising.clear()
    state.rise_why.clear()
