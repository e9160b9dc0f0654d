"""From instant to instant on cells, one draw after the other. As `play` and `closing`, without causes."""

from __future__ import annotations

from simulator.consequences.futures.acts import apply
from simulator.consequences.futures.ahead import AHEAD, LOOKS_AHEAD, ahead_group, ahead_node
from simulator.consequences.futures.chance import mix
from simulator.consequences.futures.heaps import plan, pop
from simulator.consequences.futures.layout import (
    ACT,
    ACT_MINUTE,
    ACTS,
    ACTS_END,
    BUFFER,
    BUFFER_GONE,
    CHANCE,
    CHANGED,
    CHANGED_AT,
    CHANGED_COUNT,
    CLIMB,
    CONDITION,
    CREW_CHECK,
    END,
    EVENTS,
    FALLBACK,
    FALLBACK_READY,
    FALLBACK_SPENT,
    FIRST_CREW,
    FIRST_FALLBACK,
    FIRST_REPAIR,
    FULL,
    LEVEL,
    LOST_SINCE,
    MINUTE,
    MINUTE_BITS,
    NEVER,
    PENDING,
    REPAIRED,
    RESTART,
    RISE,
    RISING,
    RISING_AT,
    RISING_COUNT,
    SERVED,
    SHORT,
    SPREAD,
    STEPS,
    TO_CHECK,
    TO_CLOSE,
    TOUCHED,
    TOUCHED_AT,
    TOUCHED_COUNT,
    UNTIL,
    WAIVED,
    WHAT,
    WHICH,
    WHICH_BITS,
    Cells,
)
from simulator.consequences.futures.moves import condition_now, fall, is_carried, lose, put_up
from simulator.consequences.futures.putting_back import end_draw
from simulator.consequences.futures.recovery import (
    arrive,
    check_fallback,
    close_fallback,
    is_ready,
    is_repaired,
    is_spent,
    may_start_repair,
    offer,
    set_to_work,
)
from simulator.consequences.futures.tally import FIGURES, record


def play_cells(
    cells: Cells, root: int, first: int, done: int, count: int, figures: Cells, each: Cells, nodes: int, keep: int
) -> int:
    """The door: `play_range` on the cells themselves."""
    where = (address_of(cells), address_of(figures), address_of(each))
    return play_range(where[0], root, first, done, count, where[1], where[2], nodes, keep)


def address_of(cells: Cells) -> Cells:
    """Compiled, the place in memory where they lie: an index below 0 then does not count from the end, which none does here,
    and seeing to that took a third of the time."""
    return cells


def play_range(
    cells: Cells, root: int, first: int, done: int, count: int, figures: Cells, each: Cells, nodes: int, keep: int
) -> int:
    """Play draws `first` to `first + count`, `done` of which are there; gives how many are now.

    Less than all when there was no room for more events: then these cells are of no further use.
    """
    for number in range(done, count):
        cells[CHANCE] = mix(mix(root ^ (first + number)))
        play_one(cells)
        if cells[FULL]:
            return number
        end_draw(cells, figures, number * FIGURES, each, number * nodes, keep)
    return count


def play_one(cells: Cells) -> None:
    """One run, to UNTIL: the minutes before it are over, it itself still goes on."""
    act = cells[ACTS]
    last_act = cells[ACTS_END]
    until = cells[UNTIL]
    while cells[FULL] == 0:
        minute = until + 1
        if cells[PENDING]:
            minute = cells[cells[EVENTS]] >> MINUTE_BITS
        if act < last_act:
            minute = min(minute, cells[act + ACT_MINUTE])
        if minute > until:
            return
        cells[MINUTE] = minute
        if bring_up(cells, SPREAD):
            close(cells)
        while act < last_act and cells[act + ACT_MINUTE] == minute:
            apply(cells, act)
            close(cells)
            act += ACT
        if minute == until:
            return
        if bring_up(cells, SPREAD + 1):
            close(cells)


def bring_up(cells: Cells, before: int) -> bool:
    """Let everything happen that is due at this minute and comes before `before`; False when nothing is."""
    limit = (cells[MINUTE] << MINUTE_BITS) + (before << WHICH_BITS)
    events = cells[EVENTS]
    if cells[PENDING] == 0 or cells[events] >= limit:
        return False
    while cells[PENDING] and cells[events] < limit:
        event = pop(cells, events, cells[PENDING])
        cells[PENDING] -= 1
        if LOOKS_AHEAD:
            # The first is next, and one of the other two comes after it.
            ahead_node(cells, cells[events] & WHICH)
            ahead_node(cells, cells[events + 1] & WHICH)
            ahead_node(cells, cells[events + 2] & WHICH)
        happen(cells, (event >> WHICH_BITS) & WHAT, event & WHICH)
    return True


def happen(cells: Cells, what: int, which: int) -> None:
    """What was planned falls due."""
    if what == RISE:
        rise(cells, which)
    elif what == REPAIRED:
        is_repaired(cells, which)
    elif what == BUFFER_GONE:
        lose_if_not_carried(cells, which)
    elif what == FALLBACK_READY:
        is_ready(cells, which)
    elif what == FALLBACK_SPENT:
        is_spent(cells, which)
    elif what == SPREAD:
        arrive(cells, which)
    else:
        lose_if_not_carried(cells, which)


def lose_if_not_carried(cells: Cells, group: int) -> None:
    """A buffer or noodstart has run out."""
    if cells[group + SHORT] > 0 and not is_carried(cells, group):
        lose(cells, group)


# The climb of a node: steps of (due, level), both growing


def rise(cells: Cells, node: int) -> None:
    """A step of the climb is due, if it was not broken off."""
    steps = cells[node + STEPS]
    climb = cells[node + CLIMB]
    if steps == 0 or cells[climb] != cells[MINUTE]:
        return
    level = cells[climb + 1]
    for cell in range(climb, climb + 2 * steps - 2):
        cells[cell] = cells[cell + 2]
    cells[node + STEPS] = steps - 1
    put_up(cells, node, level)


def climb_on(cells: Cells, node: int, level: int) -> None:
    """It will rise to this level once it has restarted."""
    due = cells[MINUTE] + cells[node + RESTART]
    end = cells[node + CLIMB] + 2 * cells[node + STEPS]
    cells[end] = due
    cells[end + 1] = level
    cells[node + STEPS] += 1
    plan(cells, due, RISE, node)


def climb_no_higher(cells: Cells, node: int, top: int) -> None:
    """Steps above `top` are off; the first of them may be a step to `top` itself."""
    steps = cells[node + STEPS]
    climb = cells[node + CLIMB]
    kept = 0
    height = cells[node + LEVEL]
    while kept < steps and cells[climb + 2 * kept + 1] <= top:
        height = cells[climb + 2 * kept + 1]
        kept += 1
    if kept < steps and top > height:
        cells[climb + 2 * kept + 1] = top
        kept += 1
    cells[node + STEPS] = kept


# The end of an instant


def close(cells: Cells) -> None:
    """Settle the instant: what cannot stand falls, the net changes are kept, then repairs start."""
    fall(cells)
    close_groups(cells)
    close_conditions(cells)
    close_rises(cells)
    while cells[FIRST_FALLBACK] != END:
        fallback = cells[FIRST_FALLBACK]
        cells[FIRST_FALLBACK] = cells[fallback + TO_CLOSE]
        cells[fallback + TO_CLOSE] = 0
        close_fallback(cells, fallback)
    start_repairs(cells)


def close_groups(cells: Cells) -> None:
    """Since when groups are lost."""
    start = cells[CHANGED_AT]
    end = start + cells[CHANGED_COUNT]
    cells[CHANGED_COUNT] = 0
    for place in range(start, end):
        group = cells[place]
        if LOOKS_AHEAD:
            ahead_group(cells, cells[place + AHEAD])
        cells[group + CHANGED] = 0
        if cells[group + SHORT] <= 0:
            cells[group + LOST_SINCE] = NEVER
            cells[group + WAIVED] = 0
        elif cells[group + LOST_SINCE] == NEVER:
            cells[group + LOST_SINCE] = cells[MINUTE]
            if cells[group + BUFFER]:
                plan(cells, cells[MINUTE] + cells[group + BUFFER], BUFFER_GONE, group)


def close_conditions(cells: Cells) -> None:
    """Who may climb from now on, and who no longer."""
    start = cells[TOUCHED_AT]
    end = start + cells[TOUCHED_COUNT]
    cells[TOUCHED_COUNT] = 0
    for place in range(start, end):
        node = cells[place]
        if LOOKS_AHEAD:
            ahead_node(cells, cells[place + AHEAD])
        cells[node + TOUCHED] = 0
        now = condition_now(cells, node)
        before = cells[node + CONDITION]
        if now > before:
            climb_on(cells, node, now)
        elif now < before and cells[node + STEPS]:
            climb_no_higher(cells, node, now)
        cells[node + CONDITION] = now
        if cells[node + FALLBACK]:
            check_fallback(cells, node)


def close_rises(cells: Cells) -> None:
    """Keep what rose, as far as it did: what a node was about to serve within the instant counts for nothing."""
    start = cells[RISING_AT]
    end = start + cells[RISING_COUNT]
    cells[RISING_COUNT] = 0
    for place in range(start, end):
        node = cells[place]
        if LOOKS_AHEAD:
            ahead_node(cells, cells[place + AHEAD])
        cells[node + RISING] = 0
        record(cells, node, cells[node + SERVED])
        if cells[node + FALLBACK]:
            check_fallback(cells, node)


def start_repairs(cells: Cells) -> None:
    """Start what can be started: best rank first, ties by id."""
    repair = cells[FIRST_REPAIR]
    cells[FIRST_REPAIR] = END
    while repair != END:
        following = cells[repair + TO_CHECK]
        cells[repair + TO_CHECK] = 0
        if may_start_repair(cells, repair):
            offer(cells, repair)
        repair = following
    crew = cells[FIRST_CREW]
    cells[FIRST_CREW] = END
    while crew != END:
        following = cells[crew + CREW_CHECK]
        cells[crew + CREW_CHECK] = 0
        set_to_work(cells, crew)
        crew = following
