"""What is missed, kept per node while the run goes on: the same sums as `harm`, before rounding."""

from __future__ import annotations

from simulator.consequences.futures.layout import (
    FALLBACK,
    FALLBACK_COST,
    GAP,
    LATE,
    LEANED_SINCE,
    LIMIT,
    MINUTE,
    MISSED,
    NEVER,
    RAN,
    SINCE,
    SPELL,
    UNTIL,
    Cells,
)

FIGURES = 3
"""Of each draw: residents, residents beyond the limit, cost; each x percents x minutes."""


def note(cells: Cells, node: int, served: int, minute: int) -> None:
    """From this minute on the node serves so much."""
    gap = cells[node + GAP]
    if gap == 100 - served:
        return
    if gap:
        since = cells[node + SINCE]
        cells[node + MISSED] += gap * (minute - since)
        late = max(since, cells[node + SPELL] + cells[node + LIMIT])
        if minute > late:
            cells[node + LATE] += gap * (minute - late)
    else:
        cells[node + SPELL] = minute
    cells[node + GAP] = 100 - served
    cells[node + SINCE] = minute


def missed_by(cells: Cells, node: int) -> int:
    """Percents x minutes that were missed of the node, the draw being over; LATE is right then, too."""
    note(cells, node, 100, cells[UNTIL])
    return cells[node + MISSED]


def cost_of_fallback(cells: Cells, node: int) -> int:
    """Euro an hour x percents x minutes, for as long as the fallback of the node was leaned upon."""
    fallback = cells[node + FALLBACK]
    if fallback == 0:
        return 0
    ran = cells[fallback + RAN]
    if cells[fallback + LEANED_SINCE] != NEVER:
        ran += cells[UNTIL] - cells[fallback + LEANED_SINCE]
    return 100 * ran * cells[fallback + FALLBACK_COST]


def record(cells: Cells, node: int, served: int) -> None:
    """A change of what the node serves, at this instant."""
    note(cells, node, served, cells[MINUTE])
