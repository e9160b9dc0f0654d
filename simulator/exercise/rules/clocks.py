"""Rule: legal clocks start when the responsible role knows, are met by an act, and are missed when their term passes."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.causes import brought
from simulator.exercise.events import ClockMet, ClockMissed, ClockStarted, Event
from simulator.exercise.setting import Setting
from simulator.exercise.state import State

LOOKS_AT = ("clocks", "injects", "records", "decisions")


def due(setting: Setting, state: State) -> Event | None:
    """The first clock that starts, is met, or is missed now."""
    return _starts(setting, state) or _met(setting, state) or _missed(state)


def instants(setting: Setting, state: State) -> Iterator[int]:
    """The first minute after each term."""
    for clock in state.clocks.values():
        yield clock.due + 1


def _starts(setting: Setting, state: State) -> Event | None:
    for each in brought(setting, state):
        for name in each.starts:
            clock = setting.clocks.get(name)
            if clock is not None and each.stands and name not in state.clocks:
                return ClockStarted(clock=name, known_at=each.at, due=each.at + clock.time, cause=each.cause)
    return None


def _met(setting: Setting, state: State) -> Event | None:
    for each in brought(setting, state):
        for name in each.meets:
            clock = state.clocks.get(name)
            if clock is not None and each.stands and clock.met_at < 0:
                return ClockMet(clock=name, at=max(each.at, clock.known_at), cause=each.cause)
    return None


def _missed(state: State) -> Event | None:
    for name, clock in state.clocks.items():
        if clock.met_at < 0 and not clock.missed and clock.due < state.minute:
            return ClockMissed(clock=name)
    return None
