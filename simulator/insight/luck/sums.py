"""Thousands of draws, added up a range at a time: averages, spreads, shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import sqrt

from simulator.consequences.attribution import Attribution, Tally, squared_error
from simulator.consequences.graph import Graph
from simulator.insight.luck.game import Game
from simulator.insight.luck.worlds import FIGURES, Dice, Losses, Worlds, losses

RANGE = 1000
"""Draws that are held in memory at a time."""


@dataclass(kw_only=True)
class Average:
    """A figure over the draws so far."""

    count: int = 0
    total: int = 0
    squares: int = 0

    def add(self, values: Losses) -> None:
        self.count += len(values)
        self.total += sum(values)
        self.squares += sum(value * value for value in values)

    @property
    def value(self) -> Fraction:
        return Fraction(self.total, self.count)

    @property
    def error(self) -> float | None:
        """The standard error; None for fewer than two draws."""
        return sqrt(squared_error(self.total, self.squares, self.count)) if self.count > 1 else None


@dataclass(kw_only=True)
class Figure:
    """One figure of harm in all worlds, over the draws so far."""

    tally: Tally
    played: list[int] = field(default_factory=list)
    """What was played, draw by draw."""
    of_world: dict[int, Average] = field(default_factory=dict)
    """Of nobody, of what was played and of `typisch`."""
    gain: dict[tuple[str, int], Average] = field(default_factory=dict)
    """What a point at another moment would have saved."""

    def add(self, game: Game, of_worlds: list[Losses]) -> None:
        """A range of draws: for each world what each of them cost."""
        self.tally.add(of_worlds)
        played = of_worlds[game.played]
        self.played.extend(played)
        for world in {game.nobody, game.played, game.typical.world if game.typical else game.played}:
            self.of_world.setdefault(world, Average()).add(of_worlds[world])
        for key, moved in game.moved.items():
            saved = [one - other for one, other in zip(played, of_worlds[moved.world], strict=True)]
            self.gain.setdefault(key, Average()).add(saved)

    def attribution(self) -> Attribution:
        """Who brought how much."""
        return self.tally.attribution()


def figures_of(
    graph: Graph, game: Game, worlds: Worlds, dice: Dice, count: int, told: Callable[[int], object]
) -> tuple[Figure, ...]:
    """All figures over draws 0 to `count`. What `told` raises ends the work."""
    figures = tuple(Figure(tally=Tally(game.plan, game.of_coalition)) for _ in range(FIGURES))
    for first in range(0, count, RANGE):
        for figure, of_worlds in zip(figures, losses(graph, worlds, dice, first, min(RANGE, count - first), told), strict=True):
            figure.add(game, of_worlds)
    return figures
