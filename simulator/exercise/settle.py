"""The one loop in which everything follows by itself.

Every automatic event is one-shot: a rule gives it only while the state does not show it, so the loop provably ends.
Within a minute the rules are asked in the order of `RULES` and one event is taken at a time; conditions are read again
after each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from simulator.exercise.events import SYSTEM, Event, Stamped
from simulator.exercise.evolve import evolve
from simulator.exercise.rules import bookings, clocks, consequences, deadlines, effects, injects, openings, reports, rounds
from simulator.exercise.setting import Setting
from simulator.exercise.state import Phase, State


class Rule(NamedTuple):
    """What is due now, and when to look again."""

    due: Callable[[Setting, State], Event | None]
    instants: Callable[[Setting, State], Iterator[int]]


RULES = tuple(
    Rule(rule.due, rule.instants)
    for rule in (consequences, effects, reports, rounds, clocks, deadlines, openings, injects, bookings)
)

GRAPH_RULES = tuple(Rule(rule.due, rule.instants) for rule in (effects, deadlines, openings, injects))
"""What is done to the graph hangs on these alone: on time and decisions, never on the state of a node or clock."""

ASLEEP = frozenset({Phase.CREATED, Phase.REALITY, Phase.ENDED})
"""Phases in which nothing follows by itself."""


class Settled(NamedTuple):
    """The state after everything that follows, and the events that made it so."""

    state: State
    stamped: tuple[Stamped, ...]


def settle(setting: Setting, state: State, until: int, rules: tuple[Rule, ...] = RULES) -> Settled:
    """Let everything happen that follows by itself up to and including minute `until`."""
    if state.phase in ASLEEP:
        return Settled(state, ())
    stamped: list[Stamped] = []
    while True:
        event = _due(setting, state, rules)
        if event is not None:
            stamped.append(Stamped(minute=state.minute, event=event, actor=SYSTEM))
            state = evolve(state, stamped[-1])
            continue
        following = _next_instant(setting, state, rules)
        if following is None or following > until:
            return Settled(replace(state, minute=max(state.minute, until)), tuple(stamped))
        state = replace(state, minute=following)


def _due(setting: Setting, state: State, rules: tuple[Rule, ...]) -> Event | None:
    return next((event for rule in rules if (event := rule.due(setting, state)) is not None), None)


def _next_instant(setting: Setting, state: State, rules: tuple[Rule, ...]) -> int | None:
    later = (minute for rule in rules for minute in rule.instants(setting, state) if minute > state.minute)
    return min(later, default=None)
