"""The one loop in which everything follows by itself.

Every automatic event is one-shot: a rule gives it only while the state does not show it, so the loop provably ends.
Within a minute the rules are asked in the order of `RULES` and one event is taken at a time; conditions are read again
after each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from simulator.exercise.events import SYSTEM, Event, Stamped
from simulator.exercise.evolve import evolve
from simulator.exercise.rules import bookings, clocks, consequences, deadlines, effects, injects, openings, reports, rounds
from simulator.exercise.setting import Setting
from simulator.exercise.state import Phase, State


class RuleModule(Protocol):
    """What each file in `rules` has."""

    @property
    def LOOKS_AT(self) -> tuple[str, ...]: ...  # noqa: N802
    def due(self, setting: Setting, state: State, /) -> Event | None: ...
    def instants(self, setting: Setting, state: State, /) -> Iterator[int]: ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """What is due now, and when to look again."""

    due: Callable[[Setting, State], Event | None]
    instants: Callable[[Setting, State], Iterator[int]]
    looks_at: tuple[str, ...]
    """The fields of the state, besides `minute`, that what is due hangs on: while these are the same, nothing new is."""


def rules_of(*modules: RuleModule) -> tuple[Rule, ...]:
    """These rules, to be asked in this order."""
    return tuple(Rule(due=each.due, instants=each.instants, looks_at=each.LOOKS_AT) for each in modules)


RULES = rules_of(consequences, effects, reports, rounds, clocks, deadlines, openings, injects, bookings)

GRAPH_RULES = rules_of(effects, deadlines, openings, injects)
"""What is done to the graph hangs on these alone: on time and decisions, never on the state of a node or clock."""

FOREVER = 1 << 60
"""A minute that never comes."""

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
    quiet: dict[Rule, int] = {}
    while True:
        event = _due(setting, state, rules, quiet)
        if event is not None:
            stamped.append(Stamped(minute=state.minute, event=event, actor=SYSTEM))
            before, state = state, evolve(state, stamped[-1])
            _wake(quiet, [rule for rule in quiet if _sees_a_change(rule, before, state)])
            continue
        following = min(quiet.values(), default=FOREVER)
        if following > until:
            return Settled(replace(state, minute=max(state.minute, until)), tuple(stamped))
        state = replace(state, minute=following)
        _wake(quiet, [rule for rule, minute in quiet.items() if minute <= following])


def _due(setting: Setting, state: State, rules: tuple[Rule, ...], quiet: dict[Rule, int]) -> Event | None:
    """The first event of the first rule that has one. Rules without are noted as `quiet`, with the minute to look again.

    They are not asked again before that minute or before something that they look at has changed: most events concern few rules.
    """
    for rule in rules:
        if rule not in quiet:
            event = rule.due(setting, state)
            if event is not None:
                return event
            later = (minute for minute in rule.instants(setting, state) if minute > state.minute)
            quiet[rule] = min(later, default=FOREVER)
    return None


def _wake(quiet: dict[Rule, int], rules: list[Rule]) -> None:
    for rule in rules:
        del quiet[rule]


def _sees_a_change(rule: Rule, before: State, after: State) -> bool:
    """Parts of a state are never changed in place, so the same object is the same value."""
    return any(getattr(before, name) is not getattr(after, name) for name in rule.looks_at)
