"""What a run cost, up to its end. Separate figures: adding people to euros would be made up."""

from __future__ import annotations

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
    for number, node_gaps in _gaps(trajectory).items():
        node = graph.nodes[number]
        lost = sum(gap * (end - start) for start, end, gap, _ in node_gaps)
        missed += node.residents * lost
        cost += node.cost_per_hour * lost
        if node.mtd:
            limit = node.mtd.time
            beyond += node.residents * sum(gap * max(0, end - max(start, down + limit)) for start, end, gap, down in node_gaps)
    for id_, start, end in trajectory.fallback_runs:
        fallback = graph.nodes[graph.index[id_]].fallback
        cost += 100 * (end - start) * (fallback.cost_per_hour if fallback else 0)
    return missed, beyond, cost


def _hours(percent_minutes: int) -> int:
    return (percent_minutes + PERCENT_MINUTES // 2) // PERCENT_MINUTES


def _gaps(trajectory: Trajectory) -> dict[int, list[tuple[int, int, int, int]]]:
    """For each node that fell when it served less: from, to, percents missing, and since when less than 100 was served."""
    found: dict[int, list[tuple[int, int, int, int]]] = {}
    going_on: dict[int, tuple[int, int, int]] = {}
    for minute, _, node, _, served, _ in trajectory.records:
        down = minute
        if node in going_on:
            since, gap, down = going_on.pop(node)
            found.setdefault(node, []).append((since, minute, gap, down))
        if served < 100:
            going_on[node] = (minute, 100 - served, down)
    for node, (since, gap, down) in going_on.items():
        found.setdefault(node, []).append((since, trajectory.until, gap, down))
    return found
