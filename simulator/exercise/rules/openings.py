"""Rule: a dilemma comes on the table at its time, on its condition, or because a delivered inject asks it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.events import DecisionOpened, Event
from simulator.exercise.holds import following, holds
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.scenario.model import Decision

LOOKS_AT = ("decisions", "injects", "records", "truth", "clocks")


def due(setting: Setting, state: State) -> Event | None:
    """The first dilemma, in file order, that opens now."""
    for decision in setting.scenario.decisions:
        if decision.id not in state.decisions and (_is_asked(setting, state, decision.id) or _by_itself(state, decision)):
            deadline = -1 if decision.within is None else state.minute + decision.within
            return DecisionOpened(decision=decision.id, deadline=deadline)
    return None


def instants(setting: Setting, state: State) -> Iterator[int]:
    """The opening times, and the times in conditions."""
    yield from following(setting.opening_moments, state.minute)


def _is_asked(setting: Setting, state: State, decision: str) -> bool:
    return any(state.delivered(inject) for inject in setting.asked_by.get(decision, ()))


def _by_itself(state: State, decision: Decision) -> bool:
    if decision.opens is None and decision.when is None:
        return False
    return (decision.opens is None or state.minute >= decision.opens) and holds(state, decision.when)
