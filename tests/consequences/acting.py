"""Interventions and runs in few words."""

from __future__ import annotations

from simulator.consequences.draws import draw
from simulator.consequences.graph import compile_graph
from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.run import run
from simulator.consequences.trajectory import Trajectory
from simulator.scenario.landscape import Landscape


def act(minute: int, kind: str, node: str = "", *, other: str = "", amount: int = 0, group: int = 0) -> Intervention:
    """An intervention, named after what it does."""
    return Intervention(
        minute=minute, kind=Kind(kind), id=f"{kind}-{node or other}-{minute}", node=node, other=other, amount=amount, group=group
    )


def play(landscape: Landscape, *acts: Intervention, until: int = 10_000, seed: int = 1) -> Trajectory:
    """A run of a landscape."""
    graph = compile_graph(landscape)
    return run(graph, acts, draw(graph, seed), until=until)


def levels(trajectory: Trajectory, node: str, *minutes: int) -> list[int]:
    """The level of a node at the end of each minute."""
    return [trajectory.level_at(node, minute) for minute in minutes]


def services(trajectory: Trajectory, node: str, *minutes: int) -> list[int]:
    """What a node serves at the end of each minute."""
    return [trajectory.served_at(node, minute) for minute in minutes]
