"""Rule: a round starts at its time."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.events import Event, RoundStarted
from simulator.exercise.setting import Setting
from simulator.exercise.state import State

LOOKS_AT = ("rounds",)


def due(setting: Setting, state: State) -> Event | None:
    """The first round whose time has come."""
    for round in setting.scenario.rounds:
        if round.id not in state.rounds and round.at <= state.minute:
            return RoundStarted(round=round.id)
    return None


def instants(setting: Setting, state: State) -> Iterator[int]:
    """When the rounds begin."""
    for round in setting.scenario.rounds:
        yield round.at
