"""Rule: a kern inject is delivered when it is due; a reserve inject is offered to the oefenleider."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import filterfalse

from simulator.exercise.events import Event, InjectDelivered, InjectOffered
from simulator.exercise.holds import following, holds
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.scenario.model import Inject, InjectKind

LOOKS_AT = ("injects", "decisions", "records", "truth", "clocks")


def due(setting: Setting, state: State) -> Event | None:
    """The first inject, by planned time and then file order, that is due now and of which nothing was said yet."""
    first = _first(setting, state)
    if first is None:
        return None
    if first.kind is InjectKind.KERN:
        return InjectDelivered(inject=first.id, by_hand=False)
    return InjectOffered(inject=first.id)


def instants(setting: Setting, state: State) -> Iterator[int]:
    """The next of the planned times and the times in conditions."""
    yield from following(setting.inject_moments, state.minute)


def _first(setting: Setting, state: State) -> Inject | None:
    """One without a time counts as planned for now. Without time and condition an inject waits for the oefenleider."""
    planned = _ready(setting, state, setting.planned_until(state.minute))
    if planned is not None and planned.at != state.minute:
        return planned
    ready = filter(None, (planned, _ready(setting, state, setting.unplanned)))
    return min(ready, key=lambda inject: setting.places[inject.id], default=None)


def _ready(setting: Setting, state: State, names: Iterable[str]) -> Inject | None:
    """The first of these of which nothing was said yet and whose condition holds."""
    waiting = map(setting.injects.__getitem__, filterfalse(state.injects.__contains__, names))
    return next((inject for inject in waiting if holds(state, inject.when)), None)
