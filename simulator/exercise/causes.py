"""What set things going: every delivered inject, standing or withdrawn record and default, with what it brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from simulator.exercise.events import Intervened
from simulator.exercise.interventions import of_effect
from simulator.exercise.kept import Kept
from simulator.exercise.setting import Setting
from simulator.exercise.state import InjectFate, InjectStatus, OpenDecision, Record, State
from simulator.scenario.effects import Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An effect, by the names that it has in an exercise."""

    name: str
    """`<cause>/<number>`."""
    effect: Effect
    parts: tuple[Intervened, ...]
    """What it does, one event for each node: `<name>/<number>`. At least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What an inject or a choice brings with it."""

    cause: str
    """`inject:<id>`, `record:<record>` or `default:<decision>`."""
    minute: int
    """When it came about; delays count from here."""
    at: int
    """When the clocks count it: for a record the minute it was decided."""
    stands: bool
    """False when it was withdrawn or overruled."""
    effects: tuple[Named, ...] = ()
    starts: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


def brought(setting: Setting, state: State) -> tuple[Brought, ...]:
    """All that came about so far and brings anything, in order of kind and then of time."""
    return _all_brought(setting, state.injects, state.records, state.decisions)


def _found(
    setting: Setting,
    injects: Mapping[str, InjectFate],
    records: Mapping[str, Record],
    decisions: Mapping[str, OpenDecision],
) -> tuple[Brought, ...]:
    return (*_of_injects(setting, injects), *_of_choices(setting, records, decisions))


_all_brought = Kept(_found)
"""Several rules ask the same, and most events change nothing about it."""


def _of_injects(setting: Setting, injects: Mapping[str, InjectFate]) -> Iterator[Brought]:
    for name in filter(setting.bringing.__contains__, injects):
        if injects[name].status is InjectStatus.DELIVERED:
            yield _of_inject(setting, name, injects[name].minute)


def _of_choices(setting: Setting, records: Mapping[str, Record], decisions: Mapping[str, OpenDecision]) -> Iterator[Brought]:
    for name, record in records.items():
        taken, stands = record.taken, record.withdrawn < 0
        if setting.option(taken.decision, taken.option) is not None:
            yield _of_option(setting, f"record:{name}", taken.decision, taken.option, record.minute, record.decided_at, stands)
    ever_taken = {record.taken.decision for record in records.values()}
    for name, opened in decisions.items():
        if opened.default and setting.option(name, opened.default) is not None:
            minute, stands = opened.default_minute, name not in ever_taken
            yield _of_option(setting, f"default:{name}", name, opened.default, minute, minute, stands)


@lru_cache(maxsize=4096)
def _of_inject(setting: Setting, name: str, minute: int) -> Brought:
    inject = setting.injects[name]
    cause = f"inject:{name}"
    return Brought(
        cause=cause,
        minute=minute,
        at=minute,
        stands=True,
        effects=_named(inject.effects, cause),
        starts=inject.starts,
        costs=inject.costs,
    )


@lru_cache(maxsize=4096)
def _of_option(setting: Setting, cause: str, decision: str, option: str, minute: int, at: int, stands: bool) -> Brought:
    chosen = setting.option(decision, option)
    assert chosen is not None, "asked for options that are there"
    return Brought(
        cause=cause,
        minute=minute,
        at=at,
        stands=stands,
        effects=_named(chosen.effects, cause),
        starts=chosen.starts,
        meets=chosen.meets,
        costs=chosen.costs,
        actions=chosen.actions,
    )


def _named(effects: tuple[Effect, ...], cause: str) -> tuple[Named, ...]:
    names = [f"{cause}/{number}" for number in range(len(effects))]
    return tuple(
        Named(name=name, effect=effect, parts=tuple(of_effect(effect, cause, name)))
        for name, effect in zip(names, effects, strict=True)
    )
