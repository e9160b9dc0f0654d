"""Rule: a dilemma comes on the table at its time, on its condition, or because a delivered inject asks it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.events import DecisionOpened, Event
from simulator.exercise.holds import holds
from simulator.exercise.holds import instants as condition_instants
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.scenario.model import Decision


def due(setting: Setting, state: State) -> Event | None:
    """The first dilemma, in file order, that opens now."""
    asked = {name for inject in setting.scenario.injects if state.delivered(inject.id) for name in inject.asks}
    for decision in setting.scenario.decisions:
        if decision.id not in state.decisions and (decision.id in asked or _by_itself(state, decision)):
            deadline = -1 if decision.within is None else state.minute + decision.within
            return DecisionOpened(decision=decision.id, deadline=deadline)
    return None


def instants(setting: Setting, state: State) -> Iterator[int]:
    """The opening times, and the times in conditions."""
    for decision in setting.scenario.decisions:
        if decision.id not in state.decisions:
            if decision.opens is not None:
                yield decision.opens
            yield from condition_instants(decision.when)


def _by_itself(state: State, decision: Decision) -> bool:
    if decision.opens is None and decision.when is None:
        return False
    return (decision.opens is None or state.minute >= decision.opens) and holds(state, decision.when)
