"""The decisions that can touch the graph: which, with whom, and at another moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.consequences.attribution import Plan, plan_of
from simulator.errors import CommandRefused
from simulator.exercise.evolve import evolve
from simulator.exercise.interventions import of_words
from simulator.exercise.rehearsal import rehearse
from simulator.exercise.replay import (
    DecisionPoint,
    interventions_of,
    moved,
    point_of,
    replays,
    room_after,
    room_before,
)
from simulator.exercise.state import State
from simulator.exercise.touching import only, options_played, touching
from simulator.insight.luck.certain import RULES, Certain
from simulator.insight.luck.past import Past
from simulator.insight.luck.worlds import Worlds
from simulator.scenario.model import Inject, Option
from simulator.scenario.script import Script

HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One point at another moment: the world it leads to, and the costs and clocks that came about."""

    minutes: int
    world: int
    came: frozenset[tuple[str, str]]
    """Kind and id of each item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typical:
    """The scenario's `typisch` rehearsal on the same exercise."""

    world: int
    came: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """Who plays, and in which world each coalition ends up."""

    plan: Plan
    of_coalition: tuple[int, ...]
    modelled: frozenset[str]
    """Points that the graph can hang on, whatever was chosen."""
    moved: dict[tuple[str, int], Moved]
    """By point and direction (-1 earlier, 1 later), where it could be."""
    typical: Typical | None

    @property
    def nobody(self) -> int:
        """The world in which nobody decided."""
        return self.of_coalition[0]

    @property
    def played(self) -> int:
        """The world of all decisions."""
        return self.of_coalition[-1]


def has_effects(bearer: Inject | Option) -> bool:
    """Whether it does anything to the graph."""
    return bool(bearer.effects)


def game_of(
    past: Past,
    certain: tuple[Certain, ...],
    worlds: Worlds,
    seed: int,
    typical: Script | None,
    told: Callable[[int, int], object],
) -> Game:
    """Replay every coalition that is needed. `told` hears how many were done, of how many."""
    setting, records = past.setting, past.state.records.values()
    own = frozenset(point_of(record.taken) for record in records if of_words(record.taken) is not None)
    touched = touching(setting, has_effects, options_played(setting, records), own)
    names = touched.decisions | own
    plan = plan_of([point.id for point in past.points if point.id in names], seed=seed)
    small = only(setting, touched)
    world_of: dict[frozenset[str], int] = {}
    for points, state in replays(small, past.happened, plan.coalitions):
        world_of[points] = worlds.add(interventions_of(small, state))
        told(len(world_of), len(plan.coalitions))
    movable = names.union(*(each.shares for each in certain))
    return Game(
        plan=plan,
        of_coalition=tuple(world_of[points] for points in plan.coalitions),
        modelled=touching(setting, has_effects, also=own).decisions | own,
        moved=dict(_moved(past, point, way, certain, worlds) for point, way in _ways(past, movable)),
        typical=_typical(past, certain, worlds, typical) if typical else None,
    )


def _ways(past: Past, movable: frozenset[str]) -> list[tuple[DecisionPoint, int]]:
    """Where it could have been decided up to an hour earlier, and later."""
    return [
        (point, way)
        for point in past.points
        if point.id in movable
        for way, room in ((-1, room_before), (1, room_after))
        if room(past.happened, point) > 0
    ]


def _moved(
    past: Past, point: DecisionPoint, way: int, certain: tuple[Certain, ...], worlds: Worlds
) -> tuple[tuple[str, int], Moved]:
    room = room_before(past.happened, point) if way < 0 else room_after(past.happened, point)
    minutes = way * min(HOUR, room)
    ((_, state),) = replays(past.setting, moved(past.happened, point, minutes), [past.everybody], RULES)
    world = worlds.add(interventions_of(past.setting, state))
    return (point.id, way), Moved(minutes=minutes, world=world, came=_came(past, state, certain))


def _came(past: Past, state: State, certain: tuple[Certain, ...]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (each.item.kind, each.item.id)
        for each in certain
        if (each.item.came_about(past.setting, state) if each.known else each.played)
    )


def _typical(past: Past, certain: tuple[Certain, ...], worlds: Worlds, script: Script) -> Typical | None:
    """Played as far as the exercise went. None when the script cannot be played on it."""
    last = past.happened[-1].minute
    steps = tuple(step for step in script.steps if step.at <= last)
    state = State()
    try:
        for each in rehearse(past.setting, script.model_copy(update={"steps": steps, "end": last})):
            state = evolve(state, each)
    except CommandRefused:
        return None
    world = worlds.add(interventions_of(past.setting, state))
    return Typical(world=world, came=_came(past, state, certain))
