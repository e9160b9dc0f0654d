"""What is missed, kept per node while the run goes on: the same sums as `harm`, before rounding."""

from __future__ import annotations

from simulator.consequences.futures.layout import (
    COST,
    END,
    FALLBACK,
    FALLBACK_COST,
    GAP,
    LATE,
    LEANED_SINCE,
    LIMIT,
    MINUTE,
    MISSED,
    NEVER,
    NODE,
    NODES,
    RAN,
    RESIDENTS,
    SINCE,
    SPELL,
    UNTIL,
    USED,
    USED_NODES,
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


def add_up(cells: Cells, figures: Cells, at: int, sums: Cells, each: Cells, each_at: int, keep: int) -> None:
    """The figures of this draw to `figures` from `at`, what nodes missed to `sums`, and with `keep` to `each` from `each_at`."""
    missed = 0
    late = 0
    cost = 0
    until = cells[UNTIL]
    node = cells[USED_NODES]
    while node != END:
        note(cells, node, 100, until)
        minutes = cells[node + MISSED]
        missed += cells[node + RESIDENTS] * minutes
        late += cells[node + RESIDENTS] * cells[node + LATE]
        cost += cells[node + COST] * minutes
        number = (node - cells[NODES]) // NODE
        sums[number] += minutes
        if keep:
            each[each_at + number] = minutes
        fallback = cells[node + FALLBACK]
        if fallback:
            ran = cells[fallback + RAN]
            if cells[fallback + LEANED_SINCE] != NEVER:
                ran += until - cells[fallback + LEANED_SINCE]
            cost += 100 * ran * cells[fallback + FALLBACK_COST]
        node = cells[node + USED]
    figures[at] = missed
    figures[at + 1] = late
    figures[at + 2] = cost


def record(cells: Cells, node: int, served: int) -> None:
    """A change of what the node serves, at this instant."""
    note(cells, node, served, cells[MINUTE])
