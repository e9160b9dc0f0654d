"""What each intervention does to the cells. As the exact engine's own; what names nothing that is there was left out."""

from __future__ import annotations

from simulator.consequences.futures.heaps import plan
from simulator.consequences.futures.layout import (
    ACT_AMOUNT,
    ACT_KIND,
    ACT_ON,
    ACT_OTHER,
    ADD_CREW,
    BACKUP_LOST,
    CLEAR,
    CLEARED,
    CONDITION,
    CUT,
    CUT_OFF,
    ENOUGH,
    FALLBACK,
    FOR_REPAIR,
    FREE,
    GROUP,
    GROUPS,
    GROUPS_END,
    HIT,
    HIT_IT,
    IN_GROUP,
    ISOLATE,
    JUMP_OVER,
    JUMP_START,
    JUMP_UNTIL,
    LINKS,
    LINKS_END,
    MINUTE,
    RANK,
    RECONNECT,
    REPAIR,
    RESTORE,
    SERVED,
    SET_DOWN,
    SET_IT,
    SET_PRIORITY,
    SHORT,
    START_FALLBACK,
    STEPS,
    STOP_FALLBACK,
    WAIVED,
    Cells,
)
from simulator.consequences.futures.moves import (
    check_repair,
    count_in,
    count_out,
    put_up,
    regain,
    suspect,
    touch_up,
    use_group,
    use_node,
)
from simulator.consequences.futures.recovery import (
    begin,
    check_crew,
    check_fallback,
    isolate,
    mend,
    reconnect,
    stop,
    strike,
)


def apply(cells: Cells, act: int) -> None:
    """Let an intervention work, within the instant that is open."""
    kind = cells[act + ACT_KIND]
    on = cells[act + ACT_ON]
    if kind == ADD_CREW:
        cells[on + FREE] += cells[act + ACT_AMOUNT]
        check_crew(cells, on)
        return
    use_node(cells, on)
    if kind == HIT_IT:
        strike(cells, on)
    elif kind == ISOLATE:
        isolate(cells, on)
    elif kind == RECONNECT:
        reconnect(cells, on)
    elif kind == CUT_OFF:
        cut_off(cells, act)
    elif kind == RESTORE:
        restore(cells, act)
    elif kind == JUMP_START:
        jump_start(cells, cells[act + ACT_OTHER], cells[act + ACT_AMOUNT])
    elif kind == SET_IT:
        set_it(cells, on, cells[act + ACT_AMOUNT])
    elif kind in (START_FALLBACK, STOP_FALLBACK):
        use_fallback(cells, on, kind)
    else:
        look_at_repair(cells, on, kind, cells[act + ACT_AMOUNT])


def use_fallback(cells: Cells, node: int, kind: int) -> None:
    """Start or stop the fallback, if there is one."""
    fallback = cells[node + FALLBACK]
    if fallback == 0:
        return
    if kind == START_FALLBACK:
        begin(cells, fallback)
        check_fallback(cells, node)
    else:
        stop(cells, fallback)


def look_at_repair(cells: Cells, node: int, kind: int, amount: int) -> None:
    """Set the priority of the repair, or clear the node for it, if there is one."""
    repair = cells[node + REPAIR]
    if repair == 0:
        return
    if kind == SET_PRIORITY:
        cells[repair + RANK] = amount
        check_repair(cells, node)
    elif kind == CLEAR and cells[node + HIT]:
        cells[repair + CLEARED] = 1
        check_repair(cells, node)


def cut_off(cells: Cells, act: int) -> None:
    """The member counts as serving nothing, in every group of the node."""
    served = cells[cells[act + ACT_OTHER] + SERVED]
    for place in range(cells[act + LINKS], cells[act + LINKS_END]):
        use = cells[place]
        if cells[use + CUT] == 0:
            cells[use + CUT] = 1
            if served >= cells[use + ENOUGH]:
                count_out(cells, cells[use + IN_GROUP])


def restore(cells: Cells, act: int) -> None:
    """The member counts for what it serves again."""
    served = cells[cells[act + ACT_OTHER] + SERVED]
    for place in range(cells[act + LINKS], cells[act + LINKS_END]):
        use = cells[place]
        if cells[use + CUT]:
            cells[use + CUT] = 0
            if served >= cells[use + ENOUGH]:
                count_in(cells, cells[use + IN_GROUP])


def jump_start(cells: Cells, group: int, minutes: int) -> None:
    """The group counts as held for so many minutes."""
    use_group(cells, group)
    until = max(cells[group + JUMP_UNTIL], cells[MINUTE] + minutes)
    cells[group + JUMP_UNTIL] = until
    plan(cells, until, JUMP_OVER, group)
    regain(cells, group)


def set_it(cells: Cells, node: int, amount: int) -> None:
    """Put it up or down by hand."""
    if amount > 0:
        set_up(cells, node)
    elif cells[node + SET_DOWN] == 0:
        cells[node + SET_DOWN] = 1
        suspect(cells, node)


def set_up(cells: Cells, node: int) -> None:
    """It was not so: the node is in order, was never hit, and does not want for what it wants for now. It runs at once."""
    mend(cells, node)
    cells[node + BACKUP_LOST] = 0
    cells[node + SET_DOWN] = 0
    reconnect(cells, node)
    for group in range(cells[node + GROUPS], cells[node + GROUPS_END], GROUP):
        if cells[group + SHORT] > 0 and cells[group + FOR_REPAIR] == 0:
            cells[group + WAIVED] = 1
            regain(cells, group)
    touch_up(cells, node)
    cells[node + STEPS] = 0
    cells[node + CONDITION] = 100
    put_up(cells, node, 100)
