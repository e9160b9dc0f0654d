"""Within one instant: what rises, then what falls. The order in which nodes are visited means nothing.

Within an instant a node may rise only because of earlier instants; so all that may rise is put up first, and then what
cannot stand falls, until nothing falls any more. That is the greatest solution, cycles or not.
"""

from __future__ import annotations

from simulator.consequences.causes import CauseKind
from simulator.consequences.graph import NONE
from simulator.consequences.state import Record, State, Why, new

OWN = 1000
"""A node's own trouble outweighs any group that it loses in the same instant."""


# Rises


def put_up(state: State, node: int, level: int, why: Why | None) -> None:
    """The node rises, unless it turns out that it cannot stand."""
    state.rise_why.setdefault(node, why)
    served = max(level, state.fallback_level(node)) if state.fallback else level
    before = state.served[node]
    state.rising.setdefault(node, (state.level[node], before))
    state.level[node] = level
    if served > before:
        state.served[node] = served
        _serve_more(state, node, before, served)


def _serve_more(state: State, node: int, before: int, served: int) -> None:
    for group, enough in state.graph.used_by[node]:
        if before < enough <= served and not (state.cut and is_cut(state, group, node)):
            count_in(state, group, node)


def is_cut(state: State, group: int, member: int) -> bool:
    """The link between the group's owner and this member is cut. What a repair needs comes by other ways."""
    asked = state.graph.groups[group]
    return (asked.owner, member) in state.cut and not asked.for_repair


def count_in(state: State, group: int, member: int) -> None:
    """A member serves enough again."""
    state.short[group] -= 1
    if state.short[group] == 0:
        state.changed_groups.add(group)
        if group in state.down:
            regain(state, group, new(Why, (CauseKind.GROUP_BACK, member, NONE, group, NONE)) if state.causes else None)


def regain(state: State, group: int, why: Why | None) -> None:
    """The group counts as held again."""
    if group not in state.down:
        return
    asked = state.graph.groups[group]
    state.down.discard(group)
    state.lost[asked.owner] -= asked.loss
    if asked.for_repair:
        state.repairs_to_check.add(asked.owner)
    else:
        touch_up(state, asked.owner, why)


def touch_up(state: State, node: int, why: Why | None) -> None:
    """The node's condition may have risen."""
    state.touched.add(node)
    state.uplift[node] = why


# Falls


def suspect(state: State, node: int, weight: int, why: Why | None) -> None:
    """The node may have to fall. Of several reasons the heaviest is named."""
    known = state.blame.get(node)
    if known is None:
        state.touched.add(node)
        state.queue.append(node)
    if known is None or known[0] < weight:
        state.blame[node] = (weight, why)


def fall(state: State) -> None:
    """Let everything that cannot stand fall. The queue is first in, first out: causes come before what they cause."""
    levels, serves = state.level, state.served
    for node in state.queue:
        _, why = state.blame.pop(node)
        level, before = levels[node], serves[node]
        condition = state.condition_now(node)
        if condition < level:
            level = condition
        served = max(level, state.fallback_level(node)) if state.fallback else level
        if level < levels[node] or served < before:
            _record_fall(state, node, level, served, why)
            levels[node], serves[node] = level, served
            if served < before:
                _serve_less(state, node, before, served)
        elif why and (why.kind is CauseKind.HIT or why.kind is CauseKind.SPREAD):
            state.hit_record[node] = len(state.records)
            state.records.append(Record(state.minute, state.order, node, level, served, why))
    state.queue.clear()


def _record_fall(state: State, node: int, level: int, served: int, why: Why | None) -> None:
    old_level, old_served = state.rising.get(node) or (state.level[node], state.served[node])
    if level >= old_level and served >= old_served:
        return  # It was only about to rise, and does not.
    if node in state.rising:
        state.rising[node] = (min(level, old_level), min(served, old_served))
        level = min(level, old_level)
    if why and level == old_level:
        why = Why(CauseKind.FALLBACK_ENDED, act=_stopped_by(why), record=state.fell.get(node, NONE))
    if why and (why.kind is CauseKind.HIT or why.kind is CauseKind.SPREAD):
        state.hit_record[node] = len(state.records)
    state.fell[node] = len(state.records)
    state.records.append(new(Record, (state.minute, state.order, node, level, served, why)))


def _stopped_by(why: Why) -> int:
    return why.act if why.kind is CauseKind.FALLBACK_ENDED else NONE


def _serve_less(state: State, node: int, before: int, served: int) -> None:
    for group, enough in state.graph.used_by[node]:
        if served < enough <= before and not (state.cut and is_cut(state, group, node)):
            count_out(state, group, node)


def count_out(state: State, group: int, member: int, act: int = NONE) -> None:
    """A member no longer serves enough, or its link is cut (by `act`)."""
    state.short[group] += 1
    if state.short[group] == 1:
        state.changed_groups.add(group)
        why = _why_lost(state, group, member, act) if state.causes else None
        state.suspects[group] = why
        if not state.is_carried(group):
            lose(state, group, why)


def _why_lost(state: State, group: int, member: int, act: int) -> Why:
    if act != NONE:
        return Why(CauseKind.LINK_CUT, member, act, group)
    if member in state.rising:
        # It was not serving before this instant, so another one went: the last that fell.
        asked = state.graph.groups[group]
        member = max(
            (one for one in asked.members if state.served[one] < asked.enough), key=lambda one: state.fell.get(one, NONE)
        )
    return new(Why, (CauseKind.GROUP_LOST, member, NONE, group, state.fell.get(member, NONE)))


def lose(state: State, group: int, why: Why | None) -> None:
    """The group is lost, and no buffer, noodstart or hand carries it."""
    if group in state.down:
        return
    asked = state.graph.groups[group]
    state.down.add(group)
    state.lost[asked.owner] += asked.loss
    if not asked.for_repair:
        suspect(state, asked.owner, asked.loss, why)
