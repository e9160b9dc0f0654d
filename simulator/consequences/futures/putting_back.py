"""Between two draws: figures are added up, and rows that were used put back to how all was before the start; no others."""

from __future__ import annotations

from simulator.consequences.futures.ahead import AHEAD, LOOKS_AHEAD, ahead_group, ahead_row
from simulator.consequences.futures.layout import (
    ACT,
    ACT_KIND,
    ACTS,
    ACTS_END,
    CLEARED,
    CONDITION,
    COST,
    COUNT,
    CREW_USED,
    CUT,
    CUT_OFF,
    DONE_AT,
    DOWN,
    DUE,
    EDGE_USED,
    END,
    FALLBACK,
    FREE,
    GROUP_USED,
    GROUPS_AT,
    GROUPS_COUNT,
    JUMP_UNTIL,
    KEEP,
    LATE,
    LEANED_SINCE,
    LEFT,
    LEVEL,
    LINKS,
    LINKS_END,
    LOST_SINCE,
    MISSED_NODES,
    NEVER,
    NODE,
    NODES_AT,
    NODES_COUNT,
    NUMBER,
    ON,
    OPENINGS,
    OUTAGE,
    PENDING,
    QUEUED,
    RAN,
    RANK,
    REPAIR,
    RESIDENTS,
    SERVED,
    SHORT,
    SHORT_AT_START,
    TOTAL,
    TOTALLED,
    TRIED,
    USED_CREWS,
    USED_EDGES,
    WAITING,
    WAIVED,
    Cells,
)
from simulator.consequences.futures.tally import cost_of_fallback, missed_by


def end_draw(cells: Cells, figures: Cells, at: int, each: Cells, each_at: int, keep: int) -> None:
    """The figures of this draw to `figures`, what nodes missed to their TOTAL, and with `keep` to `each`; from `at`, `each_at`.

    Before the next, all is up. One walk over the nodes does both.
    """
    cells[PENDING] = 0
    missed = 0
    late = 0
    cost = 0
    start = cells[NODES_AT]
    end = start + cells[NODES_COUNT]
    cells[NODES_COUNT] = 0
    for place in range(start, end):
        node = cells[place]
        if LOOKS_AHEAD:
            ahead_row(cells, cells[place + AHEAD])
        minutes = missed_by(cells, node)
        missed += cells[node + RESIDENTS] * minutes
        late += cells[node + RESIDENTS] * cells[node + LATE]
        cost += cells[node + COST] * minutes + cost_of_fallback(cells, node)
        if minutes:
            add_up(cells, node, minutes)
            if keep:
                each[each_at + cells[node + NUMBER]] = minutes
        put_back_node(cells, node)
    figures[at] = missed
    figures[at + 1] = late
    figures[at + 2] = cost
    put_back_others(cells)


def add_up(cells: Cells, node: int, minutes: int) -> None:
    """So much was missed of the node in this draw."""
    cells[node + TOTAL] += minutes
    if cells[node + TOTALLED] == 0:
        cells[node + TOTALLED] = cells[MISSED_NODES]
        cells[MISSED_NODES] = node


def put_back_node(cells: Cells, node: int) -> None:
    """A node, with its repair and fallback. Chains are empty at the end of an instant."""
    for cell in range(node + LEVEL, node + NODE):
        cells[cell] = 0
    cells[node + LEVEL] = 100
    cells[node + SERVED] = 100
    cells[node + CONDITION] = 100
    repair = cells[node + REPAIR]
    if repair:
        cells[repair + CLEARED] = 0
        cells[repair + DONE_AT] = NEVER
        cells[repair + RANK] = 0
        cells[repair + QUEUED] = 0
    fallback = cells[node + FALLBACK]
    if fallback:
        cells[fallback + ON] = 0
        cells[fallback + LEANED_SINCE] = NEVER
        cells[fallback + LEFT] = cells[fallback + KEEP]
        cells[fallback + TRIED] = 0
        cells[fallback + OUTAGE] = 0
        cells[fallback + RAN] = 0


def put_back_others(cells: Cells) -> None:
    """All but the nodes."""
    put_back_groups(cells)
    put_back_edges(cells)
    put_back_crews(cells)
    put_back_links(cells)


def put_back_groups(cells: Cells) -> None:
    """Groups."""
    start = cells[GROUPS_AT]
    end = start + cells[GROUPS_COUNT]
    cells[GROUPS_COUNT] = 0
    for place in range(start, end):
        group = cells[place]
        if LOOKS_AHEAD:
            ahead_group(cells, cells[place + AHEAD])
        cells[group + SHORT] = cells[group + SHORT_AT_START]
        cells[group + DOWN] = 0
        cells[group + LOST_SINCE] = NEVER
        cells[group + JUMP_UNTIL] = NEVER
        cells[group + WAIVED] = 0
        cells[group + GROUP_USED] = 0


def put_back_edges(cells: Cells) -> None:
    """Edges along which an attack set out."""
    edge = cells[USED_EDGES]
    cells[USED_EDGES] = END
    while edge != END:
        following = cells[edge + EDGE_USED]
        cells[edge + DUE] = NEVER
        cells[edge + OPENINGS] = 0
        cells[edge + EDGE_USED] = 0
        edge = following


def put_back_crews(cells: Cells) -> None:
    """Crews that were asked for or grew."""
    crew = cells[USED_CREWS]
    cells[USED_CREWS] = END
    while crew != END:
        following = cells[crew + CREW_USED]
        cells[crew + FREE] = cells[crew + COUNT]
        cells[crew + WAITING] = 0
        cells[crew + CREW_USED] = 0
        crew = following


def put_back_links(cells: Cells) -> None:
    """Links that may have been cut."""
    for act in range(cells[ACTS], cells[ACTS_END], ACT):
        if cells[act + ACT_KIND] == CUT_OFF:
            for place in range(cells[act + LINKS], cells[act + LINKS_END]):
                cells[cells[place] + CUT] = 0
