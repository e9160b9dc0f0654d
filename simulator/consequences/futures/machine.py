"""Runs chunks of draws: one machine, with cells of its own, for each thread."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simulator.consequences.draws import MASK, mix
from simulator.consequences.futures.compiled import compiled_kernel
from simulator.consequences.futures.instants import play_cells
from simulator.consequences.futures.packing import PackedGraph, packed, signed
from simulator.consequences.futures.result import Futures
from simulator.consequences.futures.tally import FIGURES
from simulator.consequences.graph import Graph
from simulator.consequences.interventions import Intervention

ROOM = 256
"""For events at first; doubled when it proves too small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is asked for, whatever the range."""

    graph: Graph
    acts: tuple[Intervention, ...]
    """In order of minute."""
    seed: int
    until: int
    each_node: bool
    compiled: bool


def chunk_size(nodes: int, *, compiled: bool) -> int:
    """Draws a chunk: some hundredths of a second of work, so that stopping is soon and telling about it costs nothing."""
    return max(16, min(4096, 250_000 // nodes)) if compiled else max(1, 2_000 // nodes)


class Machine:
    """Cells, and what plays on them. For one thread at a time; between chunks all is as before the start."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._array: Callable[[array[int]], Any] = list
        self._play: Callable[..., int] = play_cells
        if job.compiled:
            from numpy import frombuffer, int64

            self._array = lambda cells: frombuffer(cells, dtype=int64)
            self._play = compiled_kernel()
        self._set_up(ROOM)

    def _set_up(self, room: int) -> None:
        self._room = room
        self._cells = self._array(packed(_packed_graph(self.job.graph), self.job.acts, until=self.job.until, room=room))

    def play(self, first: int, count: int) -> Futures:
        """These draws."""
        job, nodes = self.job, len(self.job.graph.ids)
        figures = array("q", bytes(8 * count * FIGURES))
        sums = array("q", bytes(8 * nodes))
        each = array("q", bytes(8 * count * nodes * job.each_node))
        self._play_all(first, count, figures, sums, each)
        return Futures(
            seed=job.seed,
            first=first,
            count=count,
            until=job.until,
            ids=job.graph.ids,
            missed=figures[0::FIGURES],
            missed_beyond_limit=figures[1::FIGURES],
            cost=figures[2::FIGURES],
            missed_by_node=sums,
            each_by_node=each if job.each_node else None,
        )

    def _play_all(self, first: int, count: int, figures: array[int], sums: array[int], each: array[int]) -> None:
        nodes, keep = len(self.job.graph.ids), int(self.job.each_node)
        to_figures, to_sums, to_each = (one if not self.job.compiled else self._array(one) for one in (figures, sums, each))
        root = signed(mix(self.job.seed & MASK))
        done = 0
        while done < count:
            done = self._play(self._cells, root, first, done, count, to_figures, to_sums, to_each, nodes, keep)
            if done < count:
                self._set_up(2 * self._room)


_latest: list[PackedGraph] = []


def _packed_graph(graph: Graph) -> PackedGraph:
    """Packed once for each of many questions about the same graph. Only the latest is kept."""
    latest = _latest[:]
    if latest and latest[0].graph is graph:
        return latest[0]
    _latest[:] = [PackedGraph(graph)]
    return _latest[0]
