"""What set things going: every delivered inject, standing or withdrawn record and default, with what it brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import InjectStatus, State
from simulator.scenario.effects import Effect


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
    effects: tuple[Effect, ...] = ()
    starts: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


def brought(setting: Setting, state: State) -> Iterator[Brought]:
    """All that came about so far and brings anything, in order of kind and then of time."""
    for inject_id, fate in state.injects.items():
        inject = setting.injects.get(inject_id)
        if inject is None or not (inject.effects or inject.starts or inject.costs):
            continue  # most injects only tell something; a scenario may have hundreds of them
        if fate.status is InjectStatus.DELIVERED:
            yield Brought(
                cause=f"inject:{inject_id}",
                minute=fate.minute,
                at=fate.minute,
                stands=True,
                effects=inject.effects,
                starts=inject.starts,
                costs=inject.costs,
            )
    yield from _choices(setting, state)


def _choices(setting: Setting, state: State) -> Iterator[Brought]:
    for record_id, record in state.records.items():
        option = setting.option(record.taken.decision, record.taken.option)
        if option is not None:
            yield Brought(
                cause=f"record:{record_id}",
                minute=record.minute,
                at=record.decided_at,
                stands=record.withdrawn < 0,
                effects=option.effects,
                starts=option.starts,
                meets=option.meets,
                costs=option.costs,
                actions=option.actions,
            )
    for decision, opened in state.decisions.items():
        option = setting.option(decision, opened.default) if opened.default else None
        if option is not None:
            yield Brought(
                cause=f"default:{decision}",
                minute=opened.default_minute,
                at=opened.default_minute,
                stands=not state.ever_taken(decision),
                effects=option.effects,
                starts=option.starts,
                meets=option.meets,
                costs=option.costs,
                actions=option.actions,
            )
