"""What each way costs, future by future, at several repair times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from simulator.consequences.draws import seed_of
from simulator.consequences.harm import harm
from simulator.consequences.run import run
from simulator.consequences.uncertainty import REPAIR_FACTORS, with_repairs
from simulator.insight.luck.weighed import PART
from simulator.insight.luck.worlds import FIGURES, Worlds
from simulator.insight.what_if.known import Known, agreeing, known
from simulator.insight.what_if.ways import Foreseen, Progress

Tried = Sequence[Sequence[Sequence[int]]]
"""For each figure, for each world, what each future costs."""


def tried_out(foreseen: Foreseen, worlds: Worlds, seed: int, count: int, told: Progress) -> list[Tried]:
    """At the landscape's own repair times, and on a part of the same futures at each factor."""
    plans = [(Fraction(1), count), *((factor, max(1, count // PART)) for factor in REPAIR_FACTORS)]
    total = len(worlds.acts) * sum(draws for _, draws in plans)
    past, done = known(foreseen.setting, foreseen.now), 0

    def more() -> None:
        nonlocal done
        done += 1
        told("toekomsten doorrekenen", done, total)

    return [_draws(foreseen, worlds, past, factor, seed, draws, more) for factor, draws in plans]


def _draws(
    foreseen: Foreseen, worlds: Worlds, past: Known, factor: Fraction, seed: int, count: int, more: Callable[[], None]
) -> Tried:
    setting = foreseen.setting
    graph = setting.graph if factor == 1 else with_repairs(setting.graph, factor)
    found: list[list[list[int]]] = [[[] for _ in worlds.acts] for _ in range(FIGURES)]
    for number in range(count):
        draws = agreeing(graph, seed_of(seed, number), past)
        for world, acts in enumerate(worlds.acts):
            cost = harm(graph, run(graph, acts, draws, until=setting.horizon, causes=False))
            for figure, value in zip(found, (cost.resident_hours, cost.resident_hours_beyond_limit, cost.cost), strict=True):
                figure[world].append(value)
            more()
    return found
