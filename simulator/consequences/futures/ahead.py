"""Rows that will be wanted soon, asked of memory ahead: in a country most of the time would go into waiting for them."""

from __future__ import annotations

from simulator.consequences.futures.layout import IN_GROUP, OWNER, USE, Cells

AHEAD = 8
"""Rows. Stacks are so much longer than they get full, so that looking ahead finds something."""
LINE = 8
"""Cells that memory brings at a time."""


LOOKS_AHEAD = 0
"""Whether it pays: 1 in compiled code for many cells."""


def fetch(cells: Cells, at: int) -> None:
    """Compiled: this cell will be wanted soon. Nothing hangs on it, so it may even lie outside."""


def ahead_node(cells: Cells, node: int) -> None:
    """The part of a node that a run uses."""
    fetch(cells, node + LINE)
    fetch(cells, node + 2 * LINE)
    fetch(cells, node + 3 * LINE)
    fetch(cells, node + 4 * LINE)


def ahead_row(cells: Cells, node: int) -> None:
    """All of a node."""
    fetch(cells, node)
    ahead_node(cells, node)


def ahead_group(cells: Cells, group: int) -> None:
    """A group."""
    fetch(cells, group)
    fetch(cells, group + LINE)


def ahead_use(cells: Cells, use: int, end: int) -> None:
    """Of a node that many use: a group of which it is a member, and the owner of a nearer one."""
    if use + AHEAD * USE < end:
        ahead_group(cells, cells[use + AHEAD * USE + IN_GROUP])
        ahead_node(cells, cells[cells[use + AHEAD // 2 * USE + IN_GROUP] + OWNER])
