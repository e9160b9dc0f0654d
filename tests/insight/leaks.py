"""Finds what players must not see in what they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight.room import Room
from simulator.insight.seat import Seat
from simulator.scenario.model import Inject, Scenario


def strings(value: object) -> Iterator[str]:
    """Every string in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from strings(each)


def private(scenario: Scenario) -> Iterator[str]:
    """All that only the oefenleider and the tegenspel may read."""
    yield scenario.secret or ""
    for inject in scenario.injects:
        yield from private_of(inject)
    for round in scenario.rounds:
        yield round.note or ""
    for decision in scenario.decisions:
        yield decision.note or ""
        for option in decision.options:
            yield option.note or ""
            if not decision.show_options:
                yield option.text


def private_of(inject: Inject) -> Iterator[str]:
    yield inject.note or ""
    yield from inject.expected
    if inject.call:
        yield inject.call.opening
        yield from (*inject.call.knows, *inject.call.withholds)


def leaks(setting: Setting, state: State, shown: Room | Seat) -> list[str]:
    """Private text that is shown, and nodes shown otherwise than they were made known."""
    texts = [text for text in strings(shown) if text]
    found = [secret for secret in private(setting.scenario) if secret and any(secret in text for text in texts)]
    rows = shown.outages if isinstance(shown, Room) else shown.known
    for row in rows:
        reported = state.reported.get(row.node)
        if reported is None or reported.level != row.level:
            found.append(f"{row.name} {row.words}")
    return found
