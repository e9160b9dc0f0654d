"""Rule: what injects, decisions and defaults do to the graph; delayed effects; what withdrawing takes back."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.consequences.interventions import INVERSES, Kind
from simulator.exercise.causes import Brought, Named, brought
from simulator.exercise.events import EffectCancelled, EffectScheduled, EffectSkipped, Event
from simulator.exercise.holds import holds
from simulator.exercise.interventions import intervened, of_words
from simulator.exercise.setting import Setting
from simulator.exercise.state import Done, State

LOOKS_AT = ("injects", "records", "decisions", "scheduled", "settled_effects", "done", "truth", "clocks")


def due(setting: Setting, state: State) -> Event | None:
    """The first effect that must happen, be planned, be skipped or be taken back now."""
    for each in brought(setting, state):
        for named in each.effects if each.stands else ():
            event = _effect(state, each, named)
            if event is not None:
                return event
    return _words(state) or _taken_back(state, _fallen(setting, state))


def instants(setting: Setting, state: State) -> Iterator[int]:
    """When delayed effects are due."""
    for scheduled in state.scheduled.values():
        yield scheduled.due


def _effect(state: State, each: Brought, named: Named) -> Event | None:
    if named.parts[-1].id in state.done:
        return None
    name, effect = named.name, named.effect
    planned = state.scheduled.get(name)
    if planned is not None and planned.due > state.minute:
        return None
    if planned is None and name in state.settled_effects:
        return None
    if effect.after is not None and planned is None:
        return EffectScheduled(effect=name, cause=each.cause, due=each.minute + effect.after)
    if named.parts[0].id not in state.done and not holds(state, effect.if_):
        return EffectSkipped(effect=name)
    return next((part for part in named.parts if part.id not in state.done), None)


def _words(state: State) -> Event | None:
    for record in state.records.values():
        event = of_words(record.taken) if record.withdrawn < 0 else None
        if event is not None and event.id not in state.done:
            return event
    return None


def _fallen(setting: Setting, state: State) -> frozenset[str]:
    """The causes that were withdrawn or overruled."""
    overruled = {each.cause for each in brought(setting, state) if not each.stands}
    return frozenset(overruled | {f"record:{name}" for name, record in state.records.items() if record.withdrawn >= 0})


def _taken_back(state: State, fallen: frozenset[str]) -> Event | None:
    if not fallen:
        return None
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
