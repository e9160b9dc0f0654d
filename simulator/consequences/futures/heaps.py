"""Heaps of integers within the cells: the events to come, and who waits for a crew."""

from __future__ import annotations

from simulator.consequences.futures.layout import (
    EVENTS,
    FULL,
    MINUTE_BITS,
    PENDING,
    ROOM,
    UNTIL,
    WHICH_BITS,
    Cells,
)


def push(cells: Cells, heap: int, size: int, key: int) -> None:
    """Add a key to a heap that held `size`."""
    place = size
    while place > 0:
        parent = (place - 1) >> 1
        above = cells[heap + parent]
        if above <= key:
            break
        cells[heap + place] = above
        place = parent
    cells[heap + place] = key


def pop(cells: Cells, heap: int, size: int) -> int:
    """Take the least key from a heap that held `size`."""
    least = cells[heap]
    last = size - 1
    key = cells[heap + last]
    place = 0
    child = 1
    while child < last:
        below = cells[heap + child]
        if child + 1 < last and cells[heap + child + 1] < below:
            child += 1
            below = cells[heap + child]
        if key <= below:
            break
        cells[heap + place] = below
        place = child
        child = 2 * place + 1
    cells[heap + place] = key
    return least


def plan(cells: Cells, minute: int, what: int, which: int) -> None:
    """Something will fall due, if it still applies then; what lies beyond the end is left out."""
    if minute > cells[UNTIL]:
        return
    pending = cells[PENDING]
    if pending == cells[ROOM]:
        cells[FULL] = 1
        return
    push(cells, cells[EVENTS], pending, (minute << MINUTE_BITS) + (what << WHICH_BITS) + which)
    cells[PENDING] = pending + 1
