"""Why a node is still down: what it waits for now, followed to where the waiting ends."""

from __future__ import annotations

from dataclasses import replace

from simulator.consequences.causes import Wait, WaitKind
from simulator.consequences.graph import NONE
from simulator.consequences.state import State


def waits(state: State, node: int) -> tuple[Wait, ...]:
    """The waits of a node, then those of what it waits for, each once. Empty when its level is 100."""
    found: dict[int, list[Wait]] = {}
    order = [node]
    for waiter in order:
        if waiter not in found:
            found[waiter] = own_waits(state, waiter)
            order += [state.graph.index[wait.node] for wait in found[waiter] if _goes_on(wait)]
    return tuple(
        replace(wait, circular=True) if _goes_on(wait) and _leads_to(state, found, wait.node, waiter) else wait
        for waiter, its in found.items()
        for wait in its
    )


def _goes_on(wait: Wait) -> bool:
    return wait.kind is WaitKind.GROUP or wait.kind is WaitKind.REPAIR_NEED


def _leads_to(state: State, found: dict[int, list[Wait]], start: str, goal: int) -> bool:
    seen, order = set(), [state.graph.index[start]]
    for node in order:
        if node == goal:
            return True
        if node not in seen:
            seen.add(node)
            order += [state.graph.index[wait.node] for wait in found.get(node, []) if _goes_on(wait)]
    return False


def own_waits(state: State, node: int) -> list[Wait]:
    """What the node itself waits for."""
    if state.level[node] == 100:
        return []
    waiter = state.graph.ids[node]
    found = []
    if node in state.set_down:
        found.append(Wait(waiter=waiter, kind=WaitKind.SET_BY_HAND))
    if node in state.hit:
        found += _repair_waits(state, node)
    if node in state.isolated:
        found.append(Wait(waiter=waiter, kind=WaitKind.RECONNECT))
    for group in state.graph.groups_of[node]:
        if group in state.down and not state.graph.groups[group].for_repair:
            found += _group_waits(state, node, group)
    if steps := state.climb.get(node):
        found.append(Wait(waiter=waiter, kind=WaitKind.RESTART, until=steps[-1][0]))
    return found


def _repair_waits(state: State, node: int) -> list[Wait]:
    waiter = state.graph.ids[node]
    if node in state.work:
        return [Wait(waiter=waiter, kind=WaitKind.WORK, until=state.work[node].until)]
    if state.graph.work[node] is None:
        return [Wait(waiter=waiter, kind=WaitKind.NO_REPAIR)]
    found = []
    if state.graph.forensics and node not in state.cleared:
        found.append(Wait(waiter=waiter, kind=WaitKind.CLEARANCE))
    group = state.graph.repair_group[node]
    if group in state.down:
        found += _group_waits(state, node, group)
    crew = state.graph.crew[node]
    if crew != NONE and state.free[crew] <= 0:
        found.append(Wait(waiter=waiter, kind=WaitKind.CREW, node=state.graph.crew_ids[crew], until=_crew_free_at(state, crew)))
    return found


def _crew_free_at(state: State, crew: int) -> int:
    return min((work.until for work in state.work.values() if state.graph.crew[work.node] == crew), default=-1)


def _group_waits(state: State, node: int, group: int) -> list[Wait]:
    asked, ids = state.graph.groups[group], state.graph.ids
    found = []
    for member in asked.members:
        kind = WaitKind.REPAIR_NEED if asked.for_repair else WaitKind.GROUP
        if (node, member) in state.cut and not asked.for_repair:
            found.append(Wait(waiter=ids[node], kind=WaitKind.LINK, node=ids[member], group=asked.number))
        if state.served[member] < asked.enough:
            number = -1 if asked.for_repair else asked.number
            found.append(Wait(waiter=ids[node], kind=kind, node=ids[member], group=number))
    return found
