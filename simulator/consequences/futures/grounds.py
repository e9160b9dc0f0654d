"""Graphs that were packed, for who asks many questions about the same one."""

from __future__ import annotations

from simulator.consequences.futures.machine import Ground
from simulator.consequences.futures.packing import PackedGraph
from simulator.consequences.graph import Graph

_latest: list[Ground] = []


def ground_of(graph: Graph) -> Ground:
    """Packed once for all questions about it. Only the latest is kept: a country takes a gigabyte."""
    latest = _latest[:]
    if latest and latest[0].packed.graph is graph:
        return latest[0]
    _latest[:] = []
    ground = Ground(packed=PackedGraph(graph))
    _latest[:] = [ground]
    return ground
