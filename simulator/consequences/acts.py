"""What each intervention does. All are total: where one does not apply, or names what is not there, nothing happens."""

from __future__ import annotations

from collections.abc import Callable

from simulator.consequences import fallback, spread
from simulator.consequences.causes import CauseKind
from simulator.consequences.graph import NONE
from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.repair import mend
from simulator.consequences.rise_and_fall import afflict, count_in, count_out, put_up, regain, relieve
from simulator.consequences.state import JUMP_OVER, NEVER, State, Why, because


def apply(state: State, number: int) -> None:
    """Let intervention `number` work on the state, within the instant that is open."""
    act = state.acts[number]
    if act.kind is Kind.ADD_CREW:
        _add_crew(state, act)
        return
    node = state.graph.index.get(act.node)
    if node is not None:
        _ON_NODE[act.kind](state, node, act, number)


def _why(state: State, kind: CauseKind, number: int) -> Why | None:
    return because(kind, act=number) if state.causes else None


def _hit(state: State, node: int, act: Intervention, number: int) -> None:
    spread.strike(state, node, _why(state, CauseKind.HIT, number))


def _isolate(state: State, node: int, act: Intervention, number: int) -> None:
    spread.isolate(state, node, _why(state, CauseKind.ISOLATED, number))


def _reconnect(state: State, node: int, act: Intervention, number: int) -> None:
    spread.reconnect(state, node, _why(state, CauseKind.RECONNECTED, number))


def _links(state: State, node: int, member: int) -> list[int]:
    groups = state.graph.groups
    return [group for group in state.graph.groups_of[node] if member in groups[group].members and not groups[group].for_repair]


def _cut(state: State, node: int, act: Intervention, number: int) -> None:
    member = state.graph.index.get(act.other, NONE)
    if (node, member) in state.cut:
        return
    for group in _links(state, node, member):
        state.cut.add((node, member))
        if state.served[member] >= state.graph.groups[group].enough:
            count_out(state, group, member, number)


def _restore(state: State, node: int, act: Intervention, number: int) -> None:
    member = state.graph.index.get(act.other, NONE)
    if (node, member) not in state.cut:
        return
    state.cut.discard((node, member))
    for group in _links(state, node, member):
        if state.served[member] >= state.graph.groups[group].enough:
            count_in(state, group, member)


def _start_fallback(state: State, node: int, act: Intervention, number: int) -> None:
    fallback.begin(state, node, number)


def _stop_fallback(state: State, node: int, act: Intervention, number: int) -> None:
    fallback.stop(state, node, number)


def _add_crew(state: State, act: Intervention) -> None:
    crew = state.graph.crew_index.get(act.other)
    if crew is not None and act.amount > 0:
        state.free[crew] += act.amount
        state.crews_to_check.add(crew)


def _set_priority(state: State, node: int, act: Intervention, number: int) -> None:
    state.priority[node] = act.amount
    state.repairs_to_check.add(node)


def _clear(state: State, node: int, act: Intervention, number: int) -> None:
    if node in state.hit:
        state.cleared.add(node)
        state.repairs_to_check.add(node)


def _jump_start(state: State, node: int, act: Intervention, number: int) -> None:
    groups = state.graph.groups_of[node]
    if not 0 <= act.group < len(groups) or act.amount <= 0:
        return
    group = groups[act.group]
    until = max(state.jump_until.get(group, NEVER), state.minute + act.amount)
    state.jump_until[group] = until
    state.plan(until, JUMP_OVER, group)
    if group in state.down:
        regain(state, group, _why(state, CauseKind.JUMP_STARTED, number))


def _set(state: State, node: int, act: Intervention, number: int) -> None:
    if act.amount > 0:
        _set_up(state, node, _why(state, CauseKind.SET_UP, number))
    elif node not in state.set_down:
        state.set_down.add(node)
        afflict(state, node, _why(state, CauseKind.SET_DOWN, number))


def _set_up(state: State, node: int, why: Why | None) -> None:
    """It was not so: the node is in order, was never hit, and does not want for what it wants for now. It runs at once."""
    mend(state, node, why)
    state.backup_lost.discard(node)
    if node in state.set_down:
        state.set_down.remove(node)
        relieve(state, node, why)
    spread.reconnect(state, node, why)
    for group in state.graph.groups_of[node]:
        if not state.is_raw(group) and not state.graph.groups[group].for_repair:
            state.waived.add(group)
            if group in state.down:
                regain(state, group, why)
    state.touched[node] = why
    state.climb.pop(node, None)
    state.condition[node] = 100
    put_up(state, node, 100, why)


_ON_NODE: dict[Kind, Callable[[State, int, Intervention, int], None]] = {
    Kind.HIT: _hit,
    Kind.ISOLATE: _isolate,
    Kind.RECONNECT: _reconnect,
    Kind.CUT: _cut,
    Kind.RESTORE: _restore,
    Kind.START_FALLBACK: _start_fallback,
    Kind.STOP_FALLBACK: _stop_fallback,
    Kind.SET_PRIORITY: _set_priority,
    Kind.CLEAR: _clear,
    Kind.JUMP_START: _jump_start,
    Kind.SET: _set,
}
