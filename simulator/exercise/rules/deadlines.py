"""Rule: a dilemma that nobody decided in time gets its default."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.events import DecisionDefaulted, Event
from simulator.exercise.setting import Setting
from simulator.exercise.state import State

LOOKS_AT = ("decisions", "records")


def due(setting: Setting, state: State) -> Event | None:
    """The first open dilemma whose deadline has come. Once decided, even if withdrawn, it gets no default."""
    for name, opened in state.decisions.items():
        decision = setting.decisions.get(name)
        waiting = 0 <= opened.deadline <= state.minute and not opened.default
        if decision is not None and decision.default and waiting and not state.ever_taken(name):
            return DecisionDefaulted(decision=name, option=decision.default)
    return None


def instants(setting: Setting, state: State) -> Iterator[int]:
    """The deadlines of open dilemmas."""
    for opened in state.decisions.values():
        yield opened.deadline
