"""What would have been done to the graph, in each way that it might have gone; and what each way costs, draw by draw."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from simulator.consequences.futures import futures, is_compiled
from simulator.consequences.graph import Graph
from simulator.consequences.harm import PERCENT_MINUTES
from simulator.consequences.interventions import Intervention

Losses = Sequence[int]
FIGURES = 3
"""Service-hours missed, those beyond the limit, and what outages cost: in whole hours and euros, as harm is told."""


@dataclass(kw_only=True)
class Worlds:
    """The different ways it might have gone; two that do the same to the graph are one."""

    acts: list[tuple[Intervention, ...]] = field(default_factory=list)
    _known: dict[tuple[object, ...], int] = field(default_factory=dict)

    def add(self, acts: Iterable[Intervention]) -> int:
        """The number of the world in which this is done."""
        done = tuple(acts)
        key = tuple((act.minute, act.kind, act.node, act.other, act.amount, act.group) for act in done)
        if key not in self._known:
            self._known[key] = len(self.acts)
            self.acts.append(done)
        return self._known[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dice:
    """Which futures, and how they are computed."""

    seed: int
    until: int
    compiled: bool


def losses(graph: Graph, worlds: Worlds, dice: Dice, first: int, count: int, told: Callable[[int], object]) -> list[list[Losses]]:
    """For each figure, for each world, what each of these draws costs. `told` hears how many draws were done."""
    figures: list[list[Losses]] = [[] for _ in range(FIGURES)]
    compiled = dice.compiled and is_compiled()  # Another machine may do without.
    for acts in worlds.acts:
        part = futures(graph, acts, count, dice.seed, first=first, until=dice.until, compiled=compiled)
        for place, counted in enumerate((part.missed, part.missed_beyond_limit, part.cost)):
            figures[place].append(array("q", [(each + PERCENT_MINUTES // 2) // PERCENT_MINUTES for each in counted]))
        told(count)
    return figures
