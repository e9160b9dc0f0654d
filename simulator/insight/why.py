"""Why a node fell, why it is still down, and what would help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.consequences.trajectory import CauseKind, Change, FallbackPhase, Trajectory, Wait, WaitKind
from simulator.errors import NotFound
from simulator.exercise.setting import Setting, trajectory
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.wording_causes import change_sentence, wait_sentence
from simulator.scenario.landscape import Need


@dataclass(frozen=True, slots=True, kw_only=True)
class FallStep:
    """One link of the chain of causes: what happened to `node`, and when."""

    node: str
    name: str
    minute: int
    at: str
    """Such as 'ma 09:40'."""
    kind: CauseKind
    text: str
    """Whole sentence, with the name: "Burgerzaken viel uit doordat 'Netwerk' uitviel."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitLine:
    """What something waits for now."""

    waiter: str
    kind: WaitKind
    node: str
    """The node (or crew) waited for; may be empty."""
    until: int
    """Exercise minute; -1 when not known."""
    circular: bool
    """Part of a deadlock."""
    text: str
    """Whole sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A node beside this one in the graph, as it truly is now."""

    node: str
    name: str
    served: int
    sign: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """A requirement group of the node."""

    number: int
    """From 1."""
    held: bool
    """Enough members serve enough now (a buffer that still runs does not count)."""
    text: str
    """Such as 'heeft alle 2 nodig, gaat 4 u zonder door'."""
    members: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """All there is to say about one node."""

    node: str
    name: str
    served: int
    sign: str
    state: str
    """Whole sentence about how it is now, and since when."""
    text: str
    """What the node is, out of the landscape; may be empty."""
    fell: tuple[FallStep, ...]
    """From the node back to the hit or the decision; empty when it serves all."""
    waits: tuple[WaitLine, ...]
    """From the node on; a circle once. Empty when it serves all."""
    helps: tuple[str, ...]
    """What could be done now, as whole sentences: possible, not advised."""
    needs: tuple[NeedLine, ...]
    dependents: tuple[Neighbour, ...]
    """What needs this node."""


def why(setting: Setting, state: State, node: str) -> Why:
    """Why `node` is as it is. For the oefenleider only.

    Raises NotFound when the landscape has no such node.
    """
    if node not in setting.nodes:
        raise NotFound(f"Onderdeel {node!r} staat niet in dit landschap. Kies een id zoals {setting.landscape.nodes[0].id!r}.")
    path, served = trajectory(setting, state.interventions), state.served(node)
    waits = path.waits_at(node, state.minute)
    return Why(
        node=node,
        name=w.node_name(setting, node),
        served=served,
        sign=w.sign(served),
        state=_state_sentence(setting, state, node),
        text=setting.nodes[node].text or "",
        fell=tuple(_step(setting, state, change) for change in path.fell_because(node, state.minute)),
        waits=tuple(_wait(setting, wait) for wait in waits),
        helps=tuple(dict.fromkeys(_helps(setting, state, path, node, waits))),
        needs=tuple(_need(setting, state, number, need) for number, need in enumerate(setting.nodes[node].needs, start=1)),
        dependents=tuple(
            _neighbour(setting, state, other.id)
            for other in setting.landscape.nodes
            if any(node in need.of for need in other.needs)
        ),
    )


def _state_sentence(setting: Setting, state: State, node: str) -> str:
    truth = state.truth.get(node)
    name = w.quoted(w.node_name(setting, node))
    if truth is None:
        return f"{name} werkt, en is nog niet uitgevallen."
    since = f"sinds {w.moment(setting, truth.minute)}"
    down = truth.down_since
    longer = f"; al {w.span(state.minute - down)} niet volledig" if 0 <= down < state.minute else ""
    return f"{name} {w.level(truth.served)} {since}{longer}."


def _step(setting: Setting, state: State, change: Change) -> FallStep:
    cause = change.cause
    return FallStep(
        node=change.node,
        name=w.node_name(setting, change.node),
        minute=change.minute,
        at=w.moment(setting, change.minute),
        kind=cause.kind,
        text=change_sentence(setting, state, change.node, change.served, cause.kind, cause.node, cause.intervention, cause.group),
    )


def _wait(setting: Setting, wait: Wait) -> WaitLine:
    return WaitLine(
        waiter=wait.waiter,
        kind=wait.kind,
        node=wait.node,
        until=wait.until,
        circular=wait.circular,
        text=wait_sentence(setting, wait),
    )


def _helps(setting: Setting, state: State, path: Trajectory, node: str, waits: tuple[Wait, ...]) -> Iterator[str]:
    """Possible, not advised: the fallback first, then what ends a wait."""
    plan = setting.nodes[node].fallback
    if plan and waits and path.fallback_at(node, state.minute).phase is FallbackPhase.OFF:
        yield (
            f"Start de noodprocedure: die levert {plan.level}%, staat na {w.span(plan.setup)} "
            f"en is {w.span(plan.keep)} vol te houden."
        )
    for wait in waits:
        name, other = w.quoted(w.node_name(setting, wait.waiter)), w.quoted(w.node_name(setting, wait.node))
        if wait.circular:
            yield f"Een noodstart van {name} doorbreekt het wachten op elkaar."
        elif wait.kind is WaitKind.CLEARANCE:
            yield f"Rond het sporenonderzoek van {name} af en geef het vrij."
        elif wait.kind is WaitKind.CREW:
            yield f"Zet extra mensen bij herstelploeg {w.crew_name(setting, wait.node)}, of geef {name} voorrang."
        elif wait.kind is WaitKind.RECONNECT:
            yield f"Sluit {name} weer aan."
        elif wait.kind is WaitKind.LINK:
            yield f"Laat de verbinding van {name} met {other} herstellen."
        elif wait.kind is WaitKind.SET_BY_HAND:
            yield f"Zet {name} met de hand weer aan."


def _neighbour(setting: Setting, state: State, node: str) -> Neighbour:
    served = state.served(node)
    return Neighbour(node=node, name=w.node_name(setting, node), served=served, sign=w.sign(served), words=w.level(served))


def _need(setting: Setting, state: State, number: int, need: Need) -> NeedLine:
    wanted = need.at_least or len(need.of)
    able = sum(state.served(member) >= need.enough for member in need.of)
    several = f"heeft er {wanted} van de {len(need.of)} nodig" if len(need.of) > 1 else "heeft dit nodig"
    buffer = f"; houdt het {w.span(need.buffer)} zonder vol" if need.buffer else "; merkt het meteen"
    loss = "alles valt dan weg" if need.loss == 100 else f"{need.loss}% valt dan weg"
    return NeedLine(
        number=number,
        held=able >= wanted,
        text=f"{several}{buffer}; {loss}",
        members=tuple(_neighbour(setting, state, member) for member in need.of),
    )
