"""Repair: who may start, which crew takes it, how long it takes, and when it is done."""

from __future__ import annotations

from heapq import heappop, heappush

from simulator.consequences.causes import CauseKind
from simulator.consequences.graph import NONE
from simulator.consequences.rise_and_fall import relieve
from simulator.consequences.state import REPAIRED, State, Why, Work, because


def start_repairs(state: State) -> None:
    """Start what can be started at the end of an instant: highest priority first, ties by id."""
    for node in sorted(state.repairs_to_check):
        if state.may_start_repair(node):
            _offer(state, node)
    state.repairs_to_check.clear()
    for crew in sorted(state.crews_to_check):
        _set_to_work(state, crew)
    state.crews_to_check.clear()


def _offer(state: State, node: int) -> None:
    crew = state.graph.crew[node]
    if crew == NONE:
        _start(state, node)
        return
    heappush(state.ready[crew], (-state.priority.get(node, 0), node))
    state.crews_to_check.add(crew)


def _set_to_work(state: State, crew: int) -> None:
    waiting = state.ready[crew]
    while state.free[crew] > 0 and waiting:
        priority, node = heappop(waiting)
        if priority == -state.priority.get(node, 0) and state.may_start_repair(node):
            state.free[crew] -= 1
            _start(state, node)


def _start(state: State, node: int) -> None:
    minutes = state.draws.work(node, state.hits[node] - 1)
    if state.graph.backup[node] in state.backup_lost:
        minutes *= state.graph.lost_backup_factor
    work = Work(node, state.minute, state.minute + minutes)
    state.work[node] = work
    state.plan(work.until, REPAIRED, node)


def is_repaired(state: State, node: int) -> None:
    """The work that was planned is done, if it was not made needless before."""
    work = state.work.get(node)
    if work and work.until == state.minute:
        mend(state, node, because(CauseKind.REPAIRED) if state.causes else None)


def mend(state: State, node: int, why: Why | None) -> None:
    """The node is hit no longer, if it was; whoever worked on it is free, and it infects nobody any more."""
    if node not in state.hit:
        return
    state.hit.remove(node)
    relieve(state, node, why)
    state.cleared.discard(node)
    for reach in state.graph.reaches_from[node]:
        state.spread_due.pop(reach, None)
    work = state.work.pop(node, None)
    if work is None:
        return
    state.works.append(work._replace(until=state.minute))
    crew = state.graph.crew[node]
    if crew != NONE:
        state.free[crew] += 1
        state.crews_to_check.add(crew)
