"""Rules are asked again only when they can have something new to say; it makes no difference to what they say."""

from __future__ import annotations

from dataclasses import fields, replace
from types import FunctionType, MethodType
from typing import Any, cast

import pytest

from simulator.errors import CommandRefused
from simulator.exercise.events import SYSTEM, Stamped
from simulator.exercise.evolve import evolve
from simulator.exercise.setting import Setting
from simulator.exercise.settle import RULES, Rule, settle
from simulator.exercise.state import State
from tests.exercise.builders import Play, setting, started
from tests.exercise.crowded import LAST, crowded_story, moves


def asking_all(setting: Setting, state: State, until: int) -> tuple[Stamped, ...]:
    """What settling is: after each event all rules are asked again, at each minute one after the other."""
    stamped: list[Stamped] = []
    for minute in range(state.minute, until + 1):
        state = replace(state, minute=minute)
        while event := next((event for rule in RULES if (event := rule.due(setting, state)) is not None), None):
            stamped.append(Stamped(minute=minute, event=event, actor=SYSTEM))
            state = evolve(state, stamped[-1])
    return tuple(stamped)


def plays(seed: int) -> list[tuple[Setting, State]]:
    """The start of a crowded story, and each moment just after the oefenleider did something."""
    play = started(crowded_story(seed))
    found = [(play.setting, play.state)]
    for wait, command in moves(seed):
        play.until(play.state.minute + wait)
        try:
            play.do(command)
        except CommandRefused:
            continue
        found.append((play.setting, play.state))
    return found


@pytest.mark.parametrize("batch", range(4))
def test_asking_only_rules_that_may_have_news_gives_the_same_events_in_the_same_order(batch: int) -> None:
    happened = 0
    for seed in range(batch, 80, 4):
        for place, state in plays(seed):
            stamped = settle(place, state, LAST).stamped
            assert stamped == asking_all(place, state, LAST), seed
            happened += len(stamped)
    assert happened > 500


class Watched:
    """A state that remembers which of its fields were read, also by its own methods."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._read: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        of_class = vars(State).get(name)
        if isinstance(of_class, property):
            assert of_class.fget is not None
            return of_class.fget(self)
        if isinstance(of_class, FunctionType):
            return MethodType(of_class, self)
        self._read.add(name)
        return getattr(self._state, name)

    def read(self) -> set[str]:
        """The fields of the state that were read, besides its minute."""
        return self._read & {field.name for field in fields(State)} - {"minute"}


def read_by(rule: Rule, place: Setting, state: State) -> set[str]:
    watched = Watched(state)
    rule.due(place, cast(State, watched))
    list(rule.instants(place, cast(State, watched)))
    return watched.read()


def test_a_rule_reads_nothing_but_what_it_says_that_it_looks_at() -> None:
    read: dict[Rule, set[str]] = {rule: set() for rule in RULES}
    for seed in range(60):
        for place, state in plays(seed):
            for rule in RULES:
                read[rule] |= read_by(rule, place, state)
    for rule in RULES:
        assert read[rule] <= set(rule.looks_at), rule.due.__module__
        assert read[rule], "a play in which a rule reads nothing tells nothing about it"


def test_a_rule_names_fields_that_a_state_has() -> None:
    for rule in RULES:
        assert set(rule.looks_at) <= {field.name for field in fields(State)}


def test_a_rule_is_not_asked_again_while_what_it_looks_at_is_the_same() -> None:
    asked: list[int] = []
    place = setting()
    play: Play = started(place)

    def never_due(place: Setting, state: State) -> None:
        asked.append(state.minute)

    idle = Rule(due=never_due, instants=lambda place, state: iter((100,)), looks_at=("words",))
    stamped = settle(place, play.state, LAST, (*RULES, idle)).stamped
    assert stamped
    assert asked == [play.state.minute, 100]
