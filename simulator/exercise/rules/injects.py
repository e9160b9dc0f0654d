"""Rule: a kern inject is delivered when it is due; a reserve inject is offered to the oefenleider."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.events import Event, InjectDelivered, InjectOffered
from simulator.exercise.holds import holds
from simulator.exercise.holds import instants as condition_instants
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.scenario.model import Inject, InjectKind


def due(setting: Setting, state: State) -> Event | None:
    """The first inject, by planned time and then file order, that is due now and of which nothing was said yet."""
    ready = [inject for inject in setting.scenario.injects if inject.id not in state.injects and _ready(state, inject)]
    if not ready:
        return None
    first = min(ready, key=lambda inject: state.minute if inject.at is None else inject.at)
    if first.kind is InjectKind.KERN:
        return InjectDelivered(inject=first.id, by_hand=False)
    return InjectOffered(inject=first.id)


def instants(setting: Setting, state: State) -> Iterator[int]:
    """Planned times, and the times in conditions."""
    for inject in setting.scenario.injects:
        if inject.id not in state.injects:
            if inject.at is not None:
                yield inject.at
            yield from condition_instants(inject.when)


def _ready(state: State, inject: Inject) -> bool:
    """Without time and condition an inject waits for the oefenleider."""
    if inject.at is None and inject.when is None:
        return False
    return (inject.at is None or state.minute >= inject.at) and holds(state, inject.when)
