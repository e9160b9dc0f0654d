"""The attack: hits, and how it goes on along open edges.

An edge is open while its source is hit and neither end is isolated. An attack arrives once for each opening, after an
unbroken delay, at the end of that minute: so whoever isolates within the minute wins it.
"""

from __future__ import annotations

from simulator.consequences.causes import CauseKind
from simulator.consequences.graph import NONE
from simulator.consequences.rise_and_fall import afflict, relieve
from simulator.consequences.state import SPREAD, State, Why, because


def strike(state: State, node: int, why: Why | None) -> None:
    """Hit a node; one that is hit already stays as it is."""
    if node in state.hit:
        return
    state.hit.add(node)
    state.backup_lost.add(node)
    state.hits[node] = state.hits.get(node, 0) + 1
    state.repairs_to_check.add(node)
    _open(state, state.graph.reaches_from[node])
    afflict(state, node, why)


def arrive(state: State, reach: int) -> None:
    """The attack arrives along an edge, if that stayed open."""
    if state.spread_due.get(reach) != state.minute:
        return
    del state.spread_due[reach]
    edge = state.graph.reaches[reach]
    record = state.hit_record.get(edge.source, NONE)
    strike(state, edge.target, because(CauseKind.SPREAD, node=edge.source, record=record) if state.causes else None)


def isolate(state: State, node: int, why: Why | None) -> None:
    """Take a node off line: nothing arrives, nothing leaves."""
    if node in state.isolated:
        return
    state.isolated.add(node)
    for reach in (*state.graph.reaches_from[node], *state.graph.reaches_to[node]):
        state.spread_due.pop(reach, None)
    afflict(state, node, why)


def reconnect(state: State, node: int, why: Why | None) -> None:
    """Put a node on line again. Edges that this opens start anew, at either end."""
    if node not in state.isolated:
        return
    state.isolated.discard(node)
    _open(state, (*state.graph.reaches_from[node], *state.graph.reaches_to[node]))
    relieve(state, node, why)


def _open(state: State, reaches: tuple[int, ...]) -> None:
    for reach in reaches:
        if state.is_open(reach) and reach not in state.spread_due:
            occurrence = state.openings.get(reach, 0)
            state.openings[reach] = occurrence + 1
            due = state.minute + state.draws.delay(reach, occurrence)
            state.spread_due[reach] = due
            state.plan(due, SPREAD, reach)
