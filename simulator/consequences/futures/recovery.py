"""On cells: repairs and who does them, fallbacks, and how the attack goes on. As `repair`, `fallback` and `spread`."""

from __future__ import annotations

from simulator.consequences.futures.chance import delay_of, work_of
from simulator.consequences.futures.heaps import plan, pop, push
from simulator.consequences.futures.layout import (
    AUTOMATIC,
    BACKUP,
    BACKUP_LOST,
    CLEARED,
    CREW,
    CREW_CHECK,
    CREW_USED,
    DONE_AT,
    DOWN,
    DUE,
    EDGE,
    EDGE_USED,
    FACTOR,
    FALLBACK,
    FALLBACK_LEVEL,
    FALLBACK_OF,
    FALLBACK_READY,
    FALLBACK_SPENT,
    FIRST_CREW,
    FIRST_FALLBACK,
    FORENSICS,
    FREE,
    GIVES,
    HIT,
    HITS,
    INTO,
    INTO_END,
    ISOLATED,
    KEEP,
    LEANED_SINCE,
    LEFT,
    LEVEL,
    MINUTE,
    NEEDS,
    NEVER,
    OF,
    ON,
    OPENINGS,
    OUT,
    OUT_END,
    OUTAGE,
    QUEUE,
    QUEUED,
    RAN,
    RANK,
    READY_AT,
    REPAIR,
    REPAIRED,
    SETUP,
    SOURCE,
    SPREAD,
    TARGET,
    TO_CLOSE,
    TRIED,
    USED_CREWS,
    USED_EDGES,
    WAITING,
    WHICH,
    WHICH_BITS,
    Cells,
)
from simulator.consequences.futures.moves import check_repair, put_up, suspect, touch_up, use_node

# Repair


def may_start_repair(cells: Cells, repair: int) -> bool:
    """Hit, nobody at work, cleared where asked for, and what the repair needs serves: only a crew may be wanting."""
    if cells[cells[repair + OF] + HIT] == 0 or cells[repair + DONE_AT] != NEVER:
        return False
    if cells[FORENSICS] and cells[repair + CLEARED] == 0:
        return False
    needs = cells[repair + NEEDS]
    return needs == 0 or cells[needs + DOWN] == 0


def check_crew(cells: Cells, crew: int) -> None:
    """Somebody may be free, or somebody may be waiting."""
    if cells[crew + CREW_CHECK] == 0:
        cells[crew + CREW_CHECK] = cells[FIRST_CREW]
        cells[FIRST_CREW] = crew
    if cells[crew + CREW_USED] == 0:
        cells[crew + CREW_USED] = cells[USED_CREWS]
        cells[USED_CREWS] = crew


def offer(cells: Cells, repair: int) -> None:
    """Start a repair that may start, or let it wait for its crew. It holds one ticket of its present rank."""
    crew = cells[repair + CREW]
    if crew == 0:
        start(cells, repair)
        return
    check_crew(cells, crew)
    ticket = (cells[repair + RANK] << WHICH_BITS) + repair
    if cells[repair + QUEUED] != ticket:
        cells[repair + QUEUED] = ticket
        push(cells, cells[crew + QUEUE], cells[crew + WAITING], ticket)
        cells[crew + WAITING] += 1


def set_to_work(cells: Cells, crew: int) -> None:
    """Who is free takes the waiting repair of the best rank; tickets that no longer hold are thrown away."""
    while cells[crew + FREE] > 0 and cells[crew + WAITING] > 0:
        ticket = pop(cells, cells[crew + QUEUE], cells[crew + WAITING])
        cells[crew + WAITING] -= 1
        repair = ticket & WHICH
        if cells[repair + QUEUED] == ticket:
            cells[repair + QUEUED] = 0
        if ticket >> WHICH_BITS == cells[repair + RANK] and may_start_repair(cells, repair):
            cells[crew + FREE] -= 1
            start(cells, repair)


def start(cells: Cells, repair: int) -> None:
    """The work begins."""
    minutes = work_of(cells, repair)
    backup = cells[repair + BACKUP]
    if backup and cells[backup + BACKUP_LOST]:
        minutes *= cells[FACTOR]
    cells[repair + DONE_AT] = cells[MINUTE] + minutes
    plan(cells, cells[repair + DONE_AT], REPAIRED, repair)


def is_repaired(cells: Cells, repair: int) -> None:
    """The work that was planned is done, if it was not made needless before."""
    if cells[repair + DONE_AT] == cells[MINUTE]:
        node = cells[repair + OF]
        mend(cells, node)
        touch_up(cells, node)


def mend(cells: Cells, node: int) -> None:
    """The node is hit no longer; whoever worked on it is free, and it infects nobody any more."""
    cells[node + HIT] = 0
    for edge in range(cells[node + OUT], cells[node + OUT_END], EDGE):
        cells[edge + DUE] = NEVER
    repair = cells[node + REPAIR]
    if repair == 0:
        return
    cells[repair + CLEARED] = 0
    if cells[repair + DONE_AT] == NEVER:
        return
    cells[repair + DONE_AT] = NEVER
    crew = cells[repair + CREW]
    if crew:
        cells[crew + FREE] += 1
        check_crew(cells, crew)


# Fallback


def check_fallback(cells: Cells, node: int) -> None:
    """At the end of the instant, see how its fallback stands."""
    fallback = cells[node + FALLBACK]
    if fallback and cells[fallback + TO_CLOSE] == 0:
        cells[fallback + TO_CLOSE] = cells[FIRST_FALLBACK]
        cells[FIRST_FALLBACK] = fallback


def begin(cells: Cells, fallback: int) -> None:
    """Set it up, if it has time left in this outage."""
    if cells[fallback + ON] or cells[fallback + LEFT] <= 0:
        return
    cells[fallback + ON] = 1
    cells[fallback + READY_AT] = cells[MINUTE] + cells[fallback + SETUP]
    plan(cells, cells[fallback + READY_AT], FALLBACK_READY, fallback)


def stop(cells: Cells, fallback: int) -> None:
    """End it by decision. What is left of its time may be used later."""
    if cells[fallback + ON]:
        halt(cells, fallback)
        suspect(cells, cells[fallback + FALLBACK_OF])


def is_ready(cells: Cells, fallback: int) -> None:
    """The setting up that was planned is done, if it was not broken off."""
    node = cells[fallback + FALLBACK_OF]
    if cells[fallback + ON] and cells[node + GIVES] == 0 and cells[fallback + READY_AT] == cells[MINUTE]:
        cells[node + GIVES] = cells[fallback + FALLBACK_LEVEL]
        put_up(cells, node, cells[node + LEVEL])


def is_spent(cells: Cells, fallback: int) -> None:
    """It cannot be kept up any longer, if it ran all the time."""
    since = cells[fallback + LEANED_SINCE]
    if since != NEVER and since + cells[fallback + LEFT] == cells[MINUTE]:
        halt(cells, fallback)
        suspect(cells, cells[fallback + FALLBACK_OF])


def halt(cells: Cells, fallback: int) -> None:
    """It gives nothing any more."""
    since = cells[fallback + LEANED_SINCE]
    if since != NEVER:
        ran = cells[MINUTE] - since
        cells[fallback + LEFT] -= ran
        cells[fallback + RAN] += ran
        cells[fallback + LEANED_SINCE] = NEVER
    cells[fallback + ON] = 0
    cells[cells[fallback + FALLBACK_OF] + GIVES] = 0


def close_fallback(cells: Cells, fallback: int) -> None:
    """At the end of an instant: an outage begins, goes on, or is over."""
    node = cells[fallback + FALLBACK_OF]
    if cells[node + LEVEL] == 100:
        if cells[fallback + OUTAGE]:
            halt(cells, fallback)
            cells[fallback + OUTAGE] = 0
            cells[fallback + TRIED] = 0
            cells[fallback + LEFT] = cells[fallback + KEEP]
        return
    cells[fallback + OUTAGE] = 1
    if cells[fallback + AUTOMATIC] and cells[fallback + ON] == 0 and cells[fallback + TRIED] == 0:
        begin(cells, fallback)
    if cells[fallback + ON]:
        cells[fallback + TRIED] = 1
    if cells[node + GIVES] and cells[fallback + LEANED_SINCE] == NEVER:
        cells[fallback + LEANED_SINCE] = cells[MINUTE]
        plan(cells, cells[MINUTE] + cells[fallback + LEFT], FALLBACK_SPENT, fallback)


# Spread


def strike(cells: Cells, node: int) -> None:
    """Hit a node; one that is hit already stays as it is."""
    if cells[node + HIT]:
        return
    use_node(cells, node)
    cells[node + HIT] = 1
    cells[node + BACKUP_LOST] = 1
    cells[node + HITS] += 1
    check_repair(cells, node)
    for edge in range(cells[node + OUT], cells[node + OUT_END], EDGE):
        open_edge(cells, edge)
    suspect(cells, node)


def open_edge(cells: Cells, edge: int) -> None:
    """The attack sets out along this edge, if that is open and it had not yet."""
    if cells[edge + DUE] != NEVER:
        return
    source = cells[edge + SOURCE]
    if cells[source + HIT] == 0 or cells[source + ISOLATED] or cells[cells[edge + TARGET] + ISOLATED]:
        return
    if cells[edge + EDGE_USED] == 0:
        cells[edge + EDGE_USED] = cells[USED_EDGES]
        cells[USED_EDGES] = edge
    cells[edge + DUE] = cells[MINUTE] + delay_of(cells, edge)
    cells[edge + OPENINGS] += 1
    plan(cells, cells[edge + DUE], SPREAD, edge)


def arrive(cells: Cells, edge: int) -> None:
    """The attack arrives along an edge, if that stayed open."""
    if cells[edge + DUE] == cells[MINUTE]:
        cells[edge + DUE] = NEVER
        strike(cells, cells[edge + TARGET])


def isolate(cells: Cells, node: int) -> None:
    """Take a node off line: nothing arrives, nothing leaves."""
    if cells[node + ISOLATED]:
        return
    cells[node + ISOLATED] = 1
    for edge in range(cells[node + OUT], cells[node + OUT_END], EDGE):
        cells[edge + DUE] = NEVER
    for place in range(cells[node + INTO], cells[node + INTO_END]):
        cells[cells[place] + DUE] = NEVER
    suspect(cells, node)


def reconnect(cells: Cells, node: int) -> None:
    """Put a node on line again. Edges that this opens start anew, at either end."""
    if cells[node + ISOLATED] == 0:
        return
    cells[node + ISOLATED] = 0
    for edge in range(cells[node + OUT], cells[node + OUT_END], EDGE):
        open_edge(cells, edge)
    for place in range(cells[node + INTO], cells[node + INTO_END]):
        open_edge(cells, cells[place])
    touch_up(cells, node)
