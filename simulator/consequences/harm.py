"""What a run cost, up to its end. Separate figures: adding people to euros would be made up."""

from __future__ import annotations

from itertools import chain

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
    for node, lost, late in zip(graph.nodes, *_lost(graph, trajectory), strict=True):
        if lost:
            missed += node.residents * lost
            beyond += node.residents * late
            cost += node.cost_per_hour * lost
    for id_, start, end in trajectory.fallback_runs:
        fallback = graph.nodes[graph.index[id_]].fallback
        cost += 100 * (end - start) * (fallback.cost_per_hour if fallback else 0)
    return missed, beyond, cost


def _hours(percent_minutes: int) -> int:
    return (percent_minutes + PERCENT_MINUTES // 2) // PERCENT_MINUTES


def _lost(graph: Graph, trajectory: Trajectory) -> tuple[list[int], list[int]]:
    """For each node the percents x minutes that it served less, and those of them that lie beyond its limit."""
    zeros = [0] * len(graph.ids)
    lost, late, gaps, since, down = (zeros.copy() for _ in range(5))
    still_down = ((trajectory.until, 0, node, 0, 100, None) for node, gap in enumerate(gaps) if gap)
    for minute, _, node, _, served, _ in chain(trajectory.records, still_down):
        gap = gaps[node]
        if gap:
            lost[node] += gap * (minute - since[node])
            if limit := graph.nodes[node].mtd:
                late[node] += gap * max(0, minute - max(since[node], down[node] + limit.time))
        else:
            down[node] = minute  # An unbroken spell begins, if it serves less now.
        gaps[node], since[node] = 100 - served, minute
    return lost, late
