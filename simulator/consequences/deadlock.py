"""Nodes that wait for each other to come back: without a decision they never will."""

from __future__ import annotations

from simulator.consequences.graph import NONE
from simulator.consequences.state import State


def deadlocks(state: State) -> tuple[tuple[str, ...], ...]:
    """The circles of nodes that wait for each other, each sorted by id.

    A node is in deadlock when nothing but its fellows keeps it down: it would come back if they did (so no decision,
    clearance, repair or crew is wanting), yet it does not come back by what comes back on its own.
    """
    back = _comes_back(state, set())
    if all(state.served[node] == 100 or node in back for node in range(len(state.graph.ids))):
        return ()
    hopeful = _stays_hopeful(state, set(range(len(state.graph.ids))))
    return _circles(state, hopeful - back)


def _comes_back(state: State, back: set[int]) -> set[int]:
    """All that comes back when what is in `back` does: the least solution."""
    grown = True
    while grown:
        new = {node for node in range(len(state.graph.ids)) if node not in back and _can_come_back(state, node, back)}
        back, grown = back | new, bool(new)
    return back


def _stays_hopeful(state: State, hopeful: set[int]) -> set[int]:
    """The greatest solution: nodes that come back if they all do."""
    shrunk = True
    while shrunk:
        fewer = {node for node in hopeful if _can_come_back(state, node, hopeful)}
        hopeful, shrunk = fewer, len(fewer) < len(hopeful)
    return hopeful


def _can_come_back(state: State, node: int, back: set[int]) -> bool:
    if state.level[node] == 100:
        return True
    if node in state.set_down or node in state.isolated:
        return False
    if node in state.hit and not _can_be_repaired(state, node, back):
        return False
    return all(
        _can_hold(state, group, back)
        for group in state.graph.groups_of[node]
        if group in state.down and not state.graph.groups[group].for_repair
    )


def _can_be_repaired(state: State, node: int, back: set[int]) -> bool:
    if node in state.work:
        return True
    crew, group = state.graph.crew[node], state.graph.repair_group[node]
    return (
        state.graph.work[node] is not None
        and (not state.graph.forensics or node in state.cleared)
        and (crew == NONE or state.free[crew] > 0 or any(state.graph.crew[busy] == crew for busy in state.work))
        and (group not in state.down or _can_hold(state, group, back))
    )


def _can_hold(state: State, group: int, back: set[int]) -> bool:
    asked = state.graph.groups[group]
    able = 0
    for member in asked.members:
        if (asked.owner, member) in state.cut and not asked.for_repair:
            continue
        able += state.served[member] >= asked.enough or member in back or _fallback_comes(state, member, asked.enough)
    return able >= asked.need


def _fallback_comes(state: State, node: int, enough: int) -> bool:
    """A fallback that is being set up will serve enough, for a while."""
    plan, running = state.graph.fallback[node], state.fallback.get(node)
    return plan is not None and running is not None and running.on and plan.level >= enough


def _circles(state: State, stuck: set[int]) -> tuple[tuple[str, ...], ...]:
    import networkx as nx

    waiting = nx.DiGraph()
    for node in stuck:
        for group in state.graph.groups_of[node]:
            if group in state.down:
                asked = state.graph.groups[group]
                missed = {member for member in asked.members if state.served[member] < asked.enough}
                waiting.add_edges_from((node, member) for member in missed & stuck)
    circles = [
        tuple(sorted(state.graph.ids[node] for node in circle))
        for circle in nx.strongly_connected_components(waiting)
        if len(circle) > 1 or any(waiting.has_edge(node, node) for node in circle)
    ]
    return tuple(sorted(circles))
