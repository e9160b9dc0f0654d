"""What the oefenleider does to the graph by hand; each is named in the report."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.consequences.interventions import Kind
from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.deciding.guards import known, text
from simulator.exercise.deciding.terms import BY_HAND
from simulator.exercise.interventions import intervened
from simulator.exercise.setting import Setting
from simulator.exercise.state import State


def add_crew(setting: Setting, state: State, command: c.AddCrew) -> Iterator[e.Event]:
    known("ploeg", command.crew, setting.crews)
    if not 1 <= command.count <= 50:
        raise CommandRefused("Er kunnen 1 tot 50 mensen bij komen.")
    reason = text(command.reason, "de reden")
    yield intervened(id=_name(state), kind=Kind.ADD_CREW, cause=BY_HAND, other=command.crew, amount=command.count, reason=reason)


def set_priority(setting: Setting, state: State, command: c.SetPriority) -> Iterator[e.Event]:
    known("onderdeel", command.node, setting.nodes)
    if not -100 <= command.priority <= 100:
        raise CommandRefused("Een voorrang ligt tussen -100 en 100.")
    reason = text(command.reason, "de reden")
    yield intervened(
        id=_name(state), kind=Kind.SET_PRIORITY, cause=BY_HAND, node=command.node, amount=command.priority, reason=reason
    )


def set_node(setting: Setting, state: State, command: c.SetNode) -> Iterator[e.Event]:
    known("onderdeel", command.node, setting.nodes)
    reason = text(command.reason, "de reden", required=True)
    amount = 100 if command.up else 0
    yield intervened(id=_name(state), kind=Kind.SET, cause=BY_HAND, node=command.node, amount=amount, reason=reason)


def _name(state: State) -> str:
    return f"hand/{len(state.done) + 1}"
