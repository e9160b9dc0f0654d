"""Within one instant: what rises, then what falls. The order in which nodes are visited means nothing.

Within an instant a node may rise only because of earlier instants; so all that may rise is put up first, and then what
cannot stand falls, until nothing falls any more. That is the greatest solution, cycles or not.
"""

from __future__ import annotations

from simulator.consequences.causes import CauseKind
from simulator.consequences.graph import NONE
from simulator.consequences.state import WHOLLY, State, Why, because

OWN = 1000
"""A node's own trouble outweighs any group that it loses in the same instant."""

# An enum's member costs a search each time; these are asked for at each change.
HIT, SPREAD, FALLBACK_ENDED = CauseKind.HIT, CauseKind.SPREAD, CauseKind.FALLBACK_ENDED
GROUP_LOST, GROUP_BACK = CauseKind.GROUP_LOST, CauseKind.GROUP_BACK


# Rises


def put_up(state: State, node: int, level: int, why: Why | None) -> None:
    """The node rises, unless it turns out that it cannot stand."""
    served = max(level, state.fallback_level(node)) if state.fallback else level
    before = state.served[node]
    if node not in state.rising:
        state.rising[node] = (state.level[node], before, why)
    state.level[node] = level
    if served > before:
        state.served[node] = served
        short, cut = state.short, state.cut
        for group, enough in state.graph.used_by[node]:
            if before < enough <= served and not (cut and is_cut(state, group, node)):
                short[group] = wanting = short[group] - 1
                if not wanting:
                    _comes_back(state, group, node)


def is_cut(state: State, group: int, member: int) -> bool:
    """The link between the group's owner and this member is cut. What a repair needs comes by other ways."""
    asked = state.graph.groups[group]
    return (asked.owner, member) in state.cut and not asked.for_repair


def count_in(state: State, group: int, member: int) -> None:
    """A member serves enough again."""
    state.short[group] -= 1
    if not state.short[group]:
        _comes_back(state, group, member)


def _comes_back(state: State, group: int, member: int) -> None:
    if state.may_be_carried[group]:
        state.changed_groups.setdefault(group, None)
    if group in state.down:
        regain(state, group, (GROUP_BACK, member, NONE, group, NONE) if state.causes else None)


def regain(state: State, group: int, why: Why | None) -> None:
    """A group that is down counts as held again."""
    state.down.remove(group)
    asked = state.graph.groups[group]
    owner = asked.owner
    if asked.for_repair:
        state.repairs_to_check.add(owner)
    else:
        state.lost[owner] -= asked.loss
        state.touched[owner] = why


def relieve(state: State, node: int, why: Why | None) -> None:
    """The node is rid of one trouble of its own: its condition may have risen."""
    state.lost[node] -= WHOLLY
    state.touched[node] = why


# Falls


def afflict(state: State, node: int, why: Why | None) -> None:
    """The node has trouble of its own: it is hit, off line or put down."""
    state.lost[node] += WHOLLY
    suspect(state, node, OWN, why)


def suspect(state: State, node: int, weight: int, why: Why | None) -> None:
    """The node may have to fall. Of several reasons the heaviest is named."""
    known = state.blame.get(node)
    if known is None:
        state.touched.setdefault(node, None)
        state.queue.append(node)
        state.blame[node] = (weight, why)
    elif known[0] < weight:
        state.blame[node] = (weight, why)


def fall(state: State) -> None:
    """Let everything that cannot stand fall. The queue is first in, first out: causes come before what they cause."""
    levels, serves, lost, blame, queue = state.level, state.served, state.lost, state.blame, state.queue
    used_by, short, cut = state.graph.used_by, state.short, state.cut
    for node in queue:
        why = blame.pop(node)[1]
        old, before = levels[node], serves[node]
        left = 100 - lost[node]
        level = old if left >= old else left if left > 0 else 0
        served = max(level, state.fallback_level(node)) if state.fallback else level
        if level < old or served < before:
            _record_fall(state, node, level, served, why)
            levels[node], serves[node] = level, served
            for group, enough in used_by[node]:
                if served < enough <= before and not (cut and is_cut(state, group, node)):
                    short[group] = wanting = short[group] + 1
                    if wanting == 1:
                        _goes(state, group, node)
        elif why and (why[0] is HIT or why[0] is SPREAD):
            state.hit_record[node] = len(state.records)
            state.records.append((state.minute, state.order, node, level, served, why))
    queue.clear()


def _record_fall(state: State, node: int, level: int, served: int, why: Why | None) -> None:
    records, old_level = state.records, state.level[node]
    if node in state.rising:
        old_level, old_served, rise_why = state.rising[node]
        if level >= old_level and served >= old_served:
            return  # It was only about to rise, and does not.
        level = min(level, old_level)
        state.rising[node] = (level, min(served, old_served), rise_why)
    if why:
        if level == old_level:
            act = why[2] if why[0] is FALLBACK_ENDED else NONE
            why = because(FALLBACK_ENDED, act=act, record=state.fell[node])
        elif why[0] is HIT or why[0] is SPREAD:
            state.hit_record[node] = len(records)
    state.fell[node] = len(records)
    records.append((state.minute, state.order, node, level, served, why))


def count_out(state: State, group: int, member: int, act: int) -> None:
    """The link to a member that serves enough is cut (by `act`)."""
    state.short[group] += 1
    if state.short[group] == 1:
        _goes(state, group, member, act)


def _goes(state: State, group: int, member: int, act: int = NONE) -> None:
    """The group is no longer raw, last because of this member."""
    why: Why | None = None
    if state.causes:
        if act != NONE:
            why = (CauseKind.LINK_CUT, member, act, group, NONE)
        else:
            gone = _last_that_fell(state, group) if member in state.rising else member
            why = (GROUP_LOST, gone, NONE, group, state.fell[gone])
    if state.may_be_carried[group]:
        state.changed_groups[group] = why
        just_lost = group not in state.lost_since and state.graph.buffered[group]
        if just_lost or state.is_carried(group):
            return
    lose(state, group, why)


def _last_that_fell(state: State, group: int) -> int:
    """Of a group whose last member was not serving before this instant, so that it was another one that went."""
    asked = state.graph.groups[group]
    return max((one for one in asked.members if state.served[one] < asked.enough), key=lambda one: state.fell[one])


def lose(state: State, group: int, why: Why | None) -> None:
    """The group is lost, and no buffer, noodstart or hand carries it."""
    if group in state.down:
        return
    state.down.add(group)
    asked = state.graph.groups[group]
    if not asked.for_repair:
        state.lost[asked.owner] += asked.loss
        suspect(state, asked.owner, asked.loss, why)
