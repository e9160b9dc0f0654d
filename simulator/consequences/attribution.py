"""Who brought how much: Shapley values over what each draw cost. Integers throughout; exact up to ten players, sampled beyond.

A loss is what a run cost, so a player that lowers it has a share above 0, and one that raises it a share below 0. The shares of
one draw sum to its loss with nobody less its loss with everybody, to the bit, exact or sampled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import factorial, sqrt

from simulator.consequences.draws import mix

EXACT_UP_TO = 10
"""Players; all their subsets are tried."""
PAIRS = 40
"""Orders that are sampled beyond, each with its reverse."""

Coalition = frozenset[str]
Worth = Callable[[Coalition], Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order of joining."""

    players: tuple[int, ...]
    path: tuple[int, ...]
    """The coalitions passed, by index, from nobody to everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which coalitions must be played, and how their losses make up the shares."""

    players: tuple[str, ...]
    coalitions: tuple[Coalition, ...]
    """Each once; nobody first, everybody last."""
    weights: tuple[tuple[int, ...], ...]
    """For each player, for each coalition: a share x `scale` is the sum of weight x loss."""
    scale: int
    orders: tuple[Order, ...]
    """The sampled orders, each followed by its reverse; empty when exact."""

    @property
    def exact(self) -> bool:
        """Whether every subset is tried."""
        return not self.orders


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one player brought, on average over the draws."""

    player: str
    value: Fraction
    standard_error: float | None
    """Of chance and, when sampled, of the orders; None where one draw cannot tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The shares of all players. Their values sum to `skill` exactly."""

    shares: tuple[Share, ...]
    skill: Fraction
    """Average loss with nobody less that with everybody."""
    skill_error: float | None
    exact: bool
    draws: int


def attribute(players: Sequence[str], worth: Worth, *, seed: int = 0) -> Attribution:
    """The share of each player, where `worth` gives the loss of a coalition in each draw (the same draws for each)."""
    plan = plan_of(players, seed=seed)
    tally = Tally(plan)
    tally.add([worth(coalition) for coalition in plan.coalitions])
    return tally.attribution()


def plan_of(players: Sequence[str], *, seed: int = 0, pairs: int = PAIRS) -> Plan:
    """All subsets up to ten players; beyond, those that `pairs` orders drawn from the seed, and their reverses, pass."""
    names = tuple(players)
    return _exact(names) if len(names) <= EXACT_UP_TO else _sampled(names, seed, pairs)


class Tally:
    """Adds up draws, some at a time. Coalitions that come to the same world are added once."""

    def __init__(self, plan: Plan, worlds: Sequence[int] | None = None) -> None:
        """`worlds` gives the world of each coalition of the plan, by its place in what `add` is given."""
        self.plan = plan
        self._worlds = tuple(range(len(plan.coalitions))) if worlds is None else tuple(worlds)
        self._weights = [_merged(row, self._worlds) for row in plan.weights]
        self._skill = _merged((1, *(0 for _ in plan.coalitions[1:-1]), -1), self._worlds) if plan.players else {}
        self._draws = 0
        self._sums = [0] * (len(plan.players) + 1)
        self._squares = [0] * (len(plan.players) + 1)
        self._losses: dict[int, int] = {}

    def add(self, losses: Sequence[Sequence[int]]) -> None:
        """More draws: for each world its loss in each of them."""
        count = len(losses[self._worlds[0]])
        for place, weights in enumerate((*self._weights, self._skill)):
            per_draw = _weighted(weights, losses, count)
            self._sums[place] += sum(per_draw)
            self._squares[place] += sum(one * one for one in per_draw)
        if not self.plan.exact:
            for world in set(self._worlds):
                self._losses[world] = self._losses.get(world, 0) + sum(losses[world])
        self._draws += count

    def take(self, other: Tally) -> None:
        """Draws that were added elsewhere, to a tally of the same plan and worlds."""
        self._sums = [one + more for one, more in zip(self._sums, other._sums, strict=True)]
        self._squares = [one + more for one, more in zip(self._squares, other._squares, strict=True)]
        for world, loss in other._losses.items():
            self._losses[world] = self._losses.get(world, 0) + loss
        self._draws += other._draws

    def attribution(self) -> Attribution:
        """The shares so far. At least one draw must have been added."""
        shares = tuple(
            Share(
                player=player,
                value=Fraction(self._sums[place], self.plan.scale * self._draws),
                standard_error=self._error(place, self.plan.scale, self._of_orders(place)),
            )
            for place, player in enumerate(self.plan.players)
        )
        return Attribution(
            shares=shares,
            skill=Fraction(self._sums[-1], self._draws),
            skill_error=self._error(-1, 1, 0.0),
            exact=self.plan.exact,
            draws=self._draws,
        )

    def _error(self, place: int, scale: int, of_orders: float) -> float | None:
        if self._draws < 2:
            return None
        of_draws = squared_error(self._sums[place], self._squares[place], self._draws) / scale**2
        return sqrt(of_draws + of_orders)

    def _of_orders(self, player: int) -> float:
        """The squared standard error that comes of trying some orders only; an order and its reverse are one sample."""
        if self.plan.exact:
            return 0.0
        gains = [self._gain(order, player) for order in self.plan.orders]
        pairs = [one + other for one, other in zip(gains[::2], gains[1::2], strict=True)]
        return squared_error(sum(pairs), sum(pair * pair for pair in pairs), len(pairs)) / (2 * self._draws) ** 2

    def _gain(self, order: Order, player: int) -> int:
        at = order.players.index(player)
        before, after = (self._worlds[each] for each in order.path[at : at + 2])
        return self._losses[before] - self._losses[after]


def squared_error(total: int, squares: int, count: int) -> float:
    """The square of the standard error of an average, from the sum and the sum of squares; 0 for fewer than two."""
    if count < 2:
        return 0.0
    return (count * squares - total * total) / (count * count * (count - 1))


def _exact(players: tuple[str, ...]) -> Plan:
    count = len(players)
    chosen = [members for size in range(count + 1) for members in combinations(range(count), size)]
    weights = tuple(tuple(_weight(count, len(members), player in members) for members in chosen) for player in range(count))
    return Plan(
        players=players,
        coalitions=tuple(frozenset(players[member] for member in members) for members in chosen),
        weights=weights,
        scale=factorial(count),
        orders=(),
    )


def _weight(count: int, size: int, member: bool) -> int:
    """The number of orders in which the coalition comes just before a player joins, less those just after it did."""
    return -factorial(size - 1) * factorial(count - size) if member else factorial(size) * factorial(count - size - 1)


def _sampled(players: tuple[str, ...], seed: int, pairs: int) -> Plan:
    indices: dict[Coalition, int] = {frozenset(): 0}
    orders: list[Order] = []
    for joining in _orders(len(players), seed, pairs):
        path = [frozenset(players[each] for each in joining[:size]) for size in range(len(players) + 1)]
        orders.append(Order(players=joining, path=tuple(indices.setdefault(each, len(indices)) for each in path)))
    everybody = indices[frozenset(players)]
    moved = {everybody: len(indices) - 1, len(indices) - 1: everybody}
    orders = [Order(players=one.players, path=tuple(moved.get(each, each) for each in one.path)) for one in orders]
    coalitions = list(indices)
    coalitions[everybody], coalitions[-1] = coalitions[-1], coalitions[everybody]
    weights = [[0] * len(coalitions) for _ in players]
    for order in orders:
        for at, player in enumerate(order.players):
            weights[player][order.path[at]] += 1
            weights[player][order.path[at + 1]] -= 1
    return Plan(
        players=players,
        coalitions=tuple(coalitions),
        weights=tuple(map(tuple, weights)),
        scale=len(orders),
        orders=tuple(orders),
    )


def _orders(count: int, seed: int, pairs: int) -> Iterator[tuple[int, ...]]:
    """Shuffled by the same hash that durations are drawn with."""
    root = mix(seed & ((1 << 64) - 1))
    for number in range(pairs):
        order = list(range(count))
        for last in range(count - 1, 0, -1):
            other = (mix(mix(root ^ number) ^ last) >> 32) * (last + 1) >> 32
            order[last], order[other] = order[other], order[last]
        yield tuple(order)
        yield tuple(reversed(order))


def _merged(weights: Iterable[int], worlds: Sequence[int]) -> dict[int, int]:
    merged: dict[int, int] = {}
    for weight, world in zip(weights, worlds, strict=True):
        merged[world] = merged.get(world, 0) + weight
    return {world: weight for world, weight in merged.items() if weight}


def _weighted(weights: dict[int, int], losses: Sequence[Sequence[int]], count: int) -> list[int]:
    total = [0] * count
    for world, weight in weights.items():
        total = [sum_ + weight * loss for sum_, loss in zip(total, losses[world], strict=True)]
    return total
