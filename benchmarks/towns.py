"""Towns of any size in the simpler model, which every contestant can play: hard groups, buffers, restarts, crews."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from simulator.consequences.draws import draw, seed_of
from simulator.consequences.graph import Graph, compile_graph
from simulator.consequences.interventions import Intervention, Kind
from simulator.scenario.landscape import Landscape

DAYS = 3
UNTIL = DAYS * 24 * 60
SEED = 2026


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A landscape and an attack on it."""

    graph: Graph
    acts: tuple[Intervention, ...]
    """Hits, each in a minute of its own and on a node of its own."""

    def works(self, number: int) -> dict[int, int]:
        """For each node that is hit the minutes of repair work in draw `number`."""
        draws = draw(self.graph, seed_of(SEED, number))
        return {self.graph.index[act.node]: draws.work(self.graph.index[act.node], 0) for act in self.acts}

    def hits(self) -> dict[int, int]:
        """For each minute the node that is hit in it."""
        return {act.minute: self.graph.index[act.node] for act in self.acts}


def town(size: int) -> Town:
    """A town of so many nodes, a twentieth of which are hit in the first hours; half of those need a crew."""
    chance = Random(size)
    written = {
        "id": "proefstad",
        "title": "Proefstad",
        "residents": 100_000,
        "nodes": [_node(chance, number, size) for number in range(size)],
        "crews": [{"id": "ict", "name": "ICT", "count": max(2, size // 100)}],
    }
    graph = compile_graph(Landscape.model_validate(written))
    minutes = chance.sample(range(6 * 60), max(3, size // 20))
    nodes = chance.sample(range(size // 4), len(minutes))
    acts = [
        Intervention(minute=minute, kind=Kind.HIT, id=f"treffer-{node}", node=_id(node))
        for minute, node in zip(sorted(minutes), nodes, strict=True)
    ]
    return Town(graph=graph, acts=tuple(acts))


def _id(number: int) -> str:
    return f"onderdeel-{number:06}"


def _node(chance: Random, number: int, size: int) -> dict[str, object]:
    needs = [_need(chance, number, size) for _ in range(chance.randint(1, 2))] if number >= size // 10 else []
    work = {"min": 60, "likely": 240, "max": 960}
    return {
        "id": _id(number),
        "name": _id(number),
        "kind": "ict",
        "needs": needs,
        "restart": chance.choice((1, 15, 60)),
        "repair": {"work": work, "crew": "ict" if number % 2 else None},
        "residents": chance.randint(0, 1000),
    }


def _need(chance: Random, number: int, size: int) -> dict[str, object]:
    """One to three of the nodes not far above it."""
    near = range(max(0, number - size // 3), number)
    return {
        "of": [_id(one) for one in chance.sample(near, min(len(near), chance.randint(1, 3)))],
        "at_least": chance.choice((None, None, 1)),
        "buffer": chance.choice((0, 0, 60, 240)),
    }
