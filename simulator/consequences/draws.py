"""Chance, told its seed: how long repairs and spreading take. Integers only, so equal on every machine, to the bit.

A draw is keyed by what it is (seed, node, quantity, occurrence), never by when it is asked for:

    key   = mix(mix(mix(mix(seed) ^ name(node)) ^ quantity) ^ occurrence)    64 bits, mix = splitmix64
    u     = its upper 32 bits
    q     = the PERT quantile of u on 0..2^32, from a table of 1,025 points, straight between them
    value = min + round(q x (max - min) / 2^32)

The table stands for x^p (1-x)^(4-p) on 0..1 with p = 4 (likely - min) / (max - min), rounded to 64ths; powers of 1/64
are six square roots, so the table needs integers only. A kernel that has the tables does the rest in 64-bit arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import isqrt

from simulator.consequences.graph import Graph
from simulator.scenario.landscape import Range

MASK = (1 << 64) - 1
WORK = 1
"""Quantity: minutes of repair work; the occurrence is the number of earlier hits of the node."""
DELAY = 2
"""Quantity, exclusive-or the name of the target: minutes until an attack arrives; the occurrence counts earlier openings."""

_BINS_LOG2 = 10
_ROOTS = 6
_CELLS = 2048
_ONE = 1 << 62


def mix(value: int) -> int:
    """One step of splitmix64: 64 bits in, 64 well mixed bits out."""
    value = (value + 0x9E3779B97F4A7C15) & MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


@lru_cache(maxsize=1 << 16)
def name(text: str) -> int:
    """64 bits for an id (FNV-1a), so that a draw does not hang on what else is in the landscape."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


@cache
def _powers() -> tuple[tuple[int, ...], ...]:
    """For each cell's middle x: x^(1/64), x^(2/64), ... x^(32/64), x, x^2, x^4, in 62-bit fixed point."""
    rows = []
    for cell in range(_CELLS):
        x = (2 * cell + 1) * _ONE // (2 * _CELLS)
        roots = [x]
        for _ in range(_ROOTS):
            roots.append(isqrt(roots[-1] * _ONE))
        rows.append((*reversed(roots), x * x // _ONE, (x * x // _ONE) ** 2 // _ONE))
    return tuple(rows)


def _power(row: tuple[int, ...], exponent: int) -> int:
    """x to the power exponent/64."""
    value = _ONE
    for bit, factor in enumerate(row):
        if exponent >> bit & 1:
            value = value * factor // _ONE
    return value


@cache
def quantiles(shape: int) -> tuple[int, ...]:
    """PERT quantiles at 0, 1/1024, ... 1, on 0..2^32; `shape` is where likely lies between min and max, in 256ths."""
    rows = _powers()
    weights = [_power(rows[cell], shape) * _power(rows[-1 - cell], 256 - shape) >> 62 for cell in range(_CELLS)]
    total, below, cell, table = sum(weights), 0, 0, [0]
    for bin_ in range(1, 1 << _BINS_LOG2):
        wanted = bin_ * total
        while (below + weights[cell]) << _BINS_LOG2 < wanted:
            below += weights[cell]
            cell += 1
        into = ((wanted - (below << _BINS_LOG2)) << 32) // (weights[cell] << _BINS_LOG2)
        table.append(((cell << 32) + into) // _CELLS)
    return (*table, 1 << 32)


def shape_of(span: Range) -> int:
    """Where `likely` lies between `min` and `max`, in 256ths."""
    width = span.max - span.min
    return (512 * (span.likely - span.min) + width) // (2 * width) if width else 128


def pert(span: Range, upper: int) -> int:
    """The duration at quantile `upper` / 2^32."""
    if span.min == span.max:
        return span.min
    table = quantiles(shape_of(span))
    step = 32 - _BINS_LOG2
    bin_, rest = upper >> step, upper & ((1 << step) - 1)
    quantile = table[bin_] + ((table[bin_ + 1] - table[bin_]) * rest >> step)
    return span.min + ((quantile * (span.max - span.min) + (1 << 31)) >> 32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """The durations of one run, for every occurrence that there may be. Frozen: the same question, the same answer."""

    graph: Graph
    seed: int

    def work(self, node: int, occurrence: int) -> int:
        """Minutes of repair work after hit number `occurrence` (from 0) of a node that can be repaired."""
        span = self.graph.work[node]
        if span is None:
            raise ValueError(f"node {self.graph.ids[node]} has no repair")
        return pert(span, self._upper(node, WORK, occurrence))

    def delay(self, reach: int, occurrence: int) -> int:
        """Minutes until the attack arrives, the edge having opened for the `occurrence`th time (from 0)."""
        edge = self.graph.reaches[reach]
        return pert(edge.delay, self._upper(edge.source, DELAY ^ name(self.graph.ids[edge.target]), occurrence))

    def _upper(self, node: int, quantity: int, occurrence: int) -> int:
        key = mix(mix(self.seed & MASK) ^ name(self.graph.ids[node]))
        return mix(mix(key ^ quantity) ^ occurrence) >> 32


def seed_of(seed: int, number: int) -> int:
    """The seed of draw `number` (from 0) of many that share a seed. No two of these are alike."""
    return mix(mix(seed & MASK) ^ number)


def draw(graph: Graph, seed: int) -> Draws:
    """The durations that go with `seed` (its lower 64 bits)."""
    return Draws(graph=graph, seed=seed)
