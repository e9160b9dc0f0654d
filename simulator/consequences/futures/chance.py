"""Durations, drawn inside the kernel: the same hash and the same tables as `draws`, in 64-bit arithmetic.

Compiled, words are signed and wrap by themselves: there the constants are the same 64 bits with a sign, and MASK is -1.
"""

from __future__ import annotations

from simulator.consequences.futures.layout import (
    CHANCE,
    DELAY_MIN,
    DELAY_TABLE,
    DELAY_WIDTH,
    HITS,
    NAME,
    OF,
    OPENINGS,
    QUANTITY,
    SOURCE,
    WORK_MIN,
    WORK_TABLE,
    WORK_WIDTH,
    Cells,
)

MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15
FIRST = 0xBF58476D1CE4E5B9
SECOND = 0x94D049BB133111EB
WORK = 1
BINS = 22
"""Bits below the place in a table of quantiles."""


def mix(word: int) -> int:
    """One step of splitmix64. What is shifted in from a sign is masked off."""
    word = (word + GOLDEN) & MASK
    word = ((word ^ ((word >> 30) & 0x3FFFFFFFF)) * FIRST) & MASK
    word = ((word ^ ((word >> 27) & 0x1FFFFFFFFF)) * SECOND) & MASK
    return word ^ ((word >> 31) & 0x1FFFFFFFF)


def upper(cells: Cells, node: int, quantity: int, occurrence: int) -> int:
    """32 bits of chance for this quantity of this node."""
    key = mix(cells[CHANCE] ^ cells[node + NAME])
    return (mix(mix(key ^ quantity) ^ occurrence) >> 32) & 0xFFFFFFFF


def quantile(cells: Cells, table: int, bits: int) -> int:
    """The PERT quantile on 0..2^32."""
    at = table + (bits >> BINS)
    low = cells[at]
    return low + (((cells[at + 1] - low) * (bits & ((1 << BINS) - 1))) >> BINS)


def work_of(cells: Cells, repair: int) -> int:
    """Minutes of work after the latest hit, the back-up being there."""
    width = cells[repair + WORK_WIDTH]
    if width == 0:
        return cells[repair + WORK_MIN]
    node = cells[repair + OF]
    bits = upper(cells, node, WORK, cells[node + HITS] - 1)
    return cells[repair + WORK_MIN] + ((quantile(cells, cells[repair + WORK_TABLE], bits) * width + (1 << 31)) >> 32)


def delay_of(cells: Cells, edge: int) -> int:
    """Minutes until the attack arrives, this being opening number OPENINGS."""
    width = cells[edge + DELAY_WIDTH]
    if width == 0:
        return cells[edge + DELAY_MIN]
    bits = upper(cells, cells[edge + SOURCE], cells[edge + QUANTITY], cells[edge + OPENINGS])
    return cells[edge + DELAY_MIN] + ((quantile(cells, cells[edge + DELAY_TABLE], bits) * width + (1 << 31)) >> 32)
