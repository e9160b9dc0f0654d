"""From an effect as it is written, or own words, to interventions in the graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.consequences.interventions import Kind
from simulator.exercise.events import DecisionTaken, Intervened
from simulator.scenario.effects import Effect

PRIORITY = 10
"""What own words give a node that goes first."""

_ON_NODES = {
    "hit": Kind.HIT,
    "isolate": Kind.ISOLATE,
    "reconnect": Kind.RECONNECT,
    "start_fallback": Kind.START_FALLBACK,
    "stop_fallback": Kind.STOP_FALLBACK,
    "clear": Kind.CLEAR,
}


def intervened(
    *,
    id: str,
    kind: Kind,
    cause: str,
    node: str = "",
    other: str = "",
    amount: int = 0,
    group: int = 0,
    reason: str = "",
) -> Intervened:
    """The event, with what does not apply left empty."""
    return Intervened(id=id, kind=kind.value, node=node, other=other, amount=amount, group=group, cause=cause, reason=reason)


def of_effect(effect: Effect, cause: str, name: str) -> Sequence[Intervened]:
    """One event for each node that an effect touches; ids are `<name>/<number>`."""
    return [intervened(id=f"{name}/{number}", cause=cause, **part) for number, part in enumerate(_parts(effect))]  # type: ignore[arg-type]


def _parts(effect: Effect) -> Iterator[dict[str, object]]:
    for key, kind in _ON_NODES.items():
        for node in getattr(effect, key) or ():
            yield {"kind": kind, "node": node}
    if effect.cut:
        yield {"kind": Kind.CUT, "node": effect.cut.node, "other": effect.cut.member}
    if effect.restore:
        yield {"kind": Kind.RESTORE, "node": effect.restore.node, "other": effect.restore.member}
    if effect.add_crew:
        yield {"kind": Kind.ADD_CREW, "other": effect.add_crew.crew, "amount": effect.add_crew.count}
    if effect.set_priority:
        yield {"kind": Kind.SET_PRIORITY, "node": effect.set_priority.node, "amount": effect.set_priority.priority}
    if effect.jump_start:
        start = effect.jump_start
        yield {"kind": Kind.JUMP_START, "node": start.node, "group": start.group - 1, "amount": start.time}


def of_words(taken: DecisionTaken) -> Intervened | None:
    """What a decision in own words does, from the short palette."""
    cause = f"record:{taken.record}"
    name = f"{cause}/eigen"
    match taken.effect:
        case "isolate":
            return intervened(id=name, kind=Kind.ISOLATE, cause=cause, node=taken.target)
        case "fallback":
            return intervened(id=name, kind=Kind.START_FALLBACK, cause=cause, node=taken.target)
        case "crew":
            return intervened(id=name, kind=Kind.ADD_CREW, cause=cause, other=taken.target, amount=1)
        case "priority":
            return intervened(id=name, kind=Kind.SET_PRIORITY, cause=cause, node=taken.target, amount=PRIORITY)
        case _:
            return None
