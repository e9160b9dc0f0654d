"""What an exercise is played on: the scenario, the landscape and the seed, looked up by id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from simulator.consequences.draws import Draws, draw
from simulator.consequences.graph import Graph, compile_graph
from simulator.consequences.interventions import Intervention
from simulator.consequences.run import run
from simulator.consequences.trajectory import Trajectory
from simulator.exercise.holds import instants
from simulator.scenario.conditions import Condition
from simulator.scenario.landscape import Crew, Landscape, Node
from simulator.scenario.model import Action, Clock, Cost, Decision, Inject, Known, Option, Role, Round, Scenario


@dataclass(frozen=True, kw_only=True, eq=False)
class Setting:
    """A scenario on its landscape, with the seed that its durations were drawn from."""

    scenario: Scenario
    landscape: Landscape
    seed: int

    @cached_property
    def graph(self) -> Graph:
        return compile_graph(self.landscape)

    @cached_property
    def draws(self) -> Draws:
        return draw(self.graph, self.seed)

    @cached_property
    def horizon(self) -> int:
        """Exercise minute up to which harm counts."""
        return self.scenario.horizon or self.landscape.horizon

    @cached_property
    def nodes(self) -> dict[str, Node]:
        return {node.id: node for node in self.landscape.nodes}

    @cached_property
    def crews(self) -> dict[str, Crew]:
        return {crew.id: crew for crew in self.landscape.crews}

    @cached_property
    def roles(self) -> dict[str, Role]:
        return {role.id: role for role in self.scenario.roles}

    @cached_property
    def rounds(self) -> dict[str, Round]:
        return {round.id: round for round in self.scenario.rounds}

    @cached_property
    def injects(self) -> dict[str, Inject]:
        return {inject.id: inject for inject in self.scenario.injects}

    @cached_property
    def bringing(self) -> frozenset[str]:
        """The injects that bring anything. Most only tell something, and a scenario may have thousands of them."""
        return frozenset(each.id for each in self.scenario.injects if each.effects or each.starts or each.costs)

    @cached_property
    def reporting(self) -> dict[str, tuple[tuple[str, Known], ...]]:
        """For an inject that makes nodes known each of these, by the name `inject:<inject>/<node>` that the report has."""
        telling = (each for each in self.scenario.injects if each.known)
        return {each.id: tuple((f"inject:{each.id}/{known.node}", known) for known in each.known) for each in telling}

    @cached_property
    def asked_by(self) -> dict[str, tuple[str, ...]]:
        """For a decision the injects that ask it."""
        asked: dict[str, tuple[str, ...]] = {}
        for inject in self.scenario.injects:
            for decision in inject.asks:
                asked[decision] = (*asked.get(decision, ()), inject.id)
        return asked

    def planned_until(self, minute: int) -> tuple[str, ...]:
        """The injects that are planned for a minute or before, by time and then by file order."""
        return self._planned[: bisect_right(self._planned_times, minute)]

    @cached_property
    def unplanned(self) -> tuple[str, ...]:
        """The injects that wait for a condition only, by file order."""
        return tuple(each.id for each in self.scenario.injects if each.at is None and each.when is not None)

    @cached_property
    def places(self) -> dict[str, int]:
        """For an inject its place in the file."""
        return {inject.id: place for place, inject in enumerate(self.scenario.injects)}

    @cached_property
    def _planned(self) -> tuple[str, ...]:
        timed = [(each.at, place, each.id) for place, each in enumerate(self.scenario.injects) if each.at is not None]
        return tuple(name for *_, name in sorted(timed))

    @cached_property
    def _planned_times(self) -> tuple[int, ...]:
        return tuple(sorted(each.at for each in self.scenario.injects if each.at is not None))

    @cached_property
    def inject_moments(self) -> tuple[int, ...]:
        """The minutes, growing, at which time alone may make an inject due."""
        return _growing((each.at, each.when) for each in self.scenario.injects)

    @cached_property
    def opening_moments(self) -> tuple[int, ...]:
        """The minutes, growing, at which time alone may open a decision."""
        return _growing((each.opens, each.when) for each in self.scenario.decisions)

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        return {decision.id: decision for decision in self.scenario.decisions}

    @cached_property
    def clocks(self) -> dict[str, Clock]:
        """Only the clocks that exist under the scenario's legal regime."""
        return {clock.id: clock for clock in self.scenario.clocks if self.scenario.regime in clock.regimes}

    @cached_property
    def costs(self) -> dict[str, Cost]:
        return {cost.id: cost for cost in self.scenario.costs}

    @cached_property
    def actions(self) -> dict[str, Action]:
        return {action.id: action for action in self.scenario.actions}

    def option(self, decision: str, option: str) -> Option | None:
        """An option of a decision; None when there is no such option."""
        found = self.decisions.get(decision)
        return next((each for each in found.options if each.id == option), None) if found else None


def _growing(found: Iterable[tuple[int | None, Condition | None]]) -> tuple[int, ...]:
    """Planned times, and those in conditions."""
    moments: set[int] = set()
    for planned, when in found:
        moments.update(() if planned is None else (planned,), instants(when))
    return tuple(sorted(moments))


@lru_cache(maxsize=16)
def trajectory(setting: Setting, interventions: tuple[Intervention, ...]) -> Trajectory:
    """What these interventions lead to, up to the horizon. The same call gives the same value, so it is kept."""
    return run(setting.graph, interventions, setting.draws, until=max(setting.horizon, setting.scenario.end))
