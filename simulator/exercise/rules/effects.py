"""Rule: what injects, decisions and defaults do to the graph; delayed effects; what withdrawing takes back."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.consequences.interventions import INVERSES, Kind
from simulator.exercise.causes import Brought, brought
from simulator.exercise.events import EffectCancelled, EffectScheduled, EffectSkipped, Event
from simulator.exercise.holds import holds
from simulator.exercise.interventions import count_parts, intervened, of_effect, of_words
from simulator.exercise.setting import Setting
from simulator.exercise.state import Done, State
from simulator.scenario.effects import Effect


def due(setting: Setting, state: State) -> Event | None:
    """The first effect that must happen, be planned, be skipped or be taken back now."""
    for each in brought(setting, state):
        if not each.stands:
            continue
        for number, effect in enumerate(each.effects):
            event = _effect(state, each, effect, f"{each.cause}/{number}")
            if event is not None:
                return event
    return _words(state) or _taken_back(state, _fallen(setting, state))


def instants(setting: Setting, state: State) -> Iterator[int]:
    """When delayed effects are due."""
    for scheduled in state.scheduled.values():
        yield scheduled.due


def _effect(state: State, each: Brought, effect: Effect, name: str) -> Event | None:
    if f"{name}/{count_parts(effect) - 1}" in state.done:
        return None
    planned = state.scheduled.get(name)
    if planned is not None and planned.due > state.minute:
        return None
    if planned is None and name in state.settled_effects:
        return None
    if effect.after is not None and planned is None:
        return EffectScheduled(effect=name, cause=each.cause, due=each.minute + effect.after)
    parts = of_effect(effect, each.cause, name)
    if f"{name}/0" not in state.done and not holds(state, effect.if_):
        return EffectSkipped(effect=name)
    return next((part for part in parts if part.id not in state.done), None)


def _words(state: State) -> Event | None:
    for record in state.records.values():
        event = of_words(record.taken)
        if event is not None and event.id not in state.done and record.withdrawn < 0:
            return event
    return None


def _fallen(setting: Setting, state: State) -> frozenset[str]:
    """The causes that were withdrawn or overruled."""
    overruled = {each.cause for each in brought(setting, state) if not each.stands}
    return frozenset(overruled | {f"record:{name}" for name, record in state.records.items() if record.withdrawn >= 0})


def _taken_back(state: State, fallen: frozenset[str]) -> Event | None:
    for name, scheduled in state.scheduled.items():
        if scheduled.cause in fallen and not _happened(state, name):
            return EffectCancelled(effect=name)
    for name, done in state.done.items():
        event = done.event
        inverse = INVERSES.get(Kind(event.kind))
        back = f"{name}/terug"
        if event.cause in fallen and inverse and back not in state.done and not _held_by_another(state, done, fallen):
            return intervened(id=back, kind=inverse, cause=f"terug:{event.cause}", node=event.node, other=event.other)
    return None


def _happened(state: State, name: str) -> bool:
    return any(done.startswith(f"{name}/") for done in state.done)


def _held_by_another(state: State, done: Done, fallen: frozenset[str]) -> bool:
    """Whether a decision that stands did the same, so that taking this one back changes nothing."""
    mine = done.event
    return any(
        other.event.kind == mine.kind
        and (other.event.node, other.event.other) == (mine.node, mine.other)
        and other.event.cause not in fallen
        for other in state.done.values()
    )
