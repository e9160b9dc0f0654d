"""What a run cost, up to its end. Separate figures: adding people to euros would be made up."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.consequences.causes import Harm
from simulator.consequences.graph import Graph
from simulator.consequences.trajectory import Trajectory

PERCENT_MINUTES = 100 * 60
"""In an hour of full service."""


def harm(graph: Graph, trajectory: Trajectory) -> Harm:
    """The harm from minute 0 to `trajectory.until`. An outage costs in proportion to what is not served."""
    return rounded(*percent_minutes(graph, trajectory))


def rounded(missed: int, beyond_limit: int, cost: int) -> Harm:
    """In whole hours and euros, what was counted in percents x minutes."""
    return Harm(resident_hours=_hours(missed), resident_hours_beyond_limit=_hours(beyond_limit), cost=_hours(cost))


def percent_minutes(graph: Graph, trajectory: Trajectory) -> tuple[int, int, int]:
    """Residents who miss a service, those beyond the limit, and cost; each x percents x minutes."""
    missed = beyond = cost = 0
    for node in graph.nodes:
        limit = node.mtd.time if node.mtd else None
        for spell in _spells(trajectory, node.id):
            lost = sum(gap * (end - start) for start, end, gap in spell)
            missed += node.residents * lost
            cost += node.cost_per_hour * lost
            if limit is not None:
                late = spell[0][0] + limit
                beyond += node.residents * sum(gap * max(0, end - max(start, late)) for start, end, gap in spell)
    for id_, start, end in trajectory.fallback_runs:
        fallback = graph.nodes[graph.index[id_]].fallback
        cost += 100 * (end - start) * (fallback.cost_per_hour if fallback else 0)
    return missed, beyond, cost


def _hours(percent_minutes: int) -> int:
    return (percent_minutes + PERCENT_MINUTES // 2) // PERCENT_MINUTES


def _spells(trajectory: Trajectory, node: str) -> Iterator[list[tuple[int, int, int]]]:
    """Unbroken spells in which less than 100 is served, each as (from, to, percents missing)."""
    spell: list[tuple[int, int, int]] = []
    since, gap = 0, 0
    for minute, served in (*trajectory.served_of(node), (trajectory.until, 100)):
        if gap:
            spell.append((since, minute, gap))
        since, gap = minute, 100 - served
        if not gap and spell:
            yield spell
            spell = []
