"""Thousands of draws, added up a range at a time: averages, spreads, shares."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from fractions import Fraction
from math import sqrt

from simulator.consequences.attribution import Attribution, Tally, squared_error
from simulator.consequences.futures import Spread
from simulator.consequences.graph import Graph
from simulator.insight.luck.game import Game
from simulator.insight.luck.worlds import FIGURES, Dice, Losses, Worlds, losses

RANGE = 1000
"""Draws that are held in memory at a time."""
PIECES = 8
"""In which draws are done at least when they are spread; more make more work, as each looks at all worlds."""


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

    def take(self, other: Average) -> None:
        """Draws that were added elsewhere."""
        self.count += other.count
        self.total += other.total
        self.squares += other.squares

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

    def take(self, other: Figure) -> None:
        """The draws after these, that were added elsewhere."""
        self.tally.take(other.tally)
        self.played.extend(other.played)
        for world, average in other.of_world.items():
            self.of_world.setdefault(world, Average()).take(average)
        for key, average in other.gain.items():
            self.gain.setdefault(key, Average()).take(average)

    def attribution(self) -> Attribution:
        """Who brought how much."""
        return self.tally.attribution()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toss:
    """What is tossed for; called with a range of draws it gives all figures over them. It can be sent to another machine."""

    graph: Graph
    game: Game
    worlds: Worlds
    dice: Dice

    def __call__(self, first: int, count: int, told: Callable[[int], object] = lambda _: None) -> tuple[Figure, ...]:
        """`told` hears how many draws were done, world after world; what it raises ends the work."""
        figures = tuple(Figure(tally=Tally(self.game.plan, self.game.of_coalition)) for _ in range(FIGURES))
        for start in range(first, first + count, RANGE):
            part = losses(self.graph, self.worlds, self.dice, start, min(RANGE, first + count - start), told)
            for figure, of_worlds in zip(figures, part, strict=True):
                figure.add(self.game, of_worlds)
        return figures


def figures_of(toss: Toss, count: int, spread: Spread | None, told: Callable[[int], object]) -> tuple[Figure, ...]:
    """All figures over draws 0 to `count`. What `told` raises ends the work."""
    if spread is None:
        return toss(0, count, told)
    size = min(RANGE, -(-count // PIECES))
    ranges = [(first, min(size, count - first)) for first in range(0, count, size)]
    with closing(spread(toss, ranges)) as parts:
        figures = next(parts)
        told(len(toss.worlds.acts) * ranges[0][1])
        for (_, done), part in zip(ranges[1:], parts, strict=True):
            for figure, other in zip(figures, part, strict=True):
                figure.take(other)
            told(len(toss.worlds.acts) * done)
    return figures
