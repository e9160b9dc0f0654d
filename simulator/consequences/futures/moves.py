"""Within one instant, on cells: what rises, then what falls. As `rise_and_fall`, without causes."""

from __future__ import annotations

from simulator.consequences.futures.ahead import LOOKS_AHEAD, ahead_use
from simulator.consequences.futures.layout import (
    BUFFER,
    CHANGED,
    CHANGED_AT,
    CHANGED_COUNT,
    CUT,
    DOWN,
    END,
    ENOUGH,
    FIRST_REPAIR,
    FIRST_SUSPECT,
    FOR_REPAIR,
    GIVES,
    GROUP_USED,
    GROUPS_AT,
    GROUPS_COUNT,
    HIT,
    IN_GROUP,
    ISOLATED,
    JUMP_UNTIL,
    LEVEL,
    LOSS,
    LOST,
    LOST_SINCE,
    MINUTE,
    NEVER,
    NODES_AT,
    NODES_COUNT,
    OWNER,
    REPAIR,
    RISING,
    RISING_AT,
    RISING_COUNT,
    SERVED,
    SET_DOWN,
    SHORT,
    SUSPECT,
    TO_CHECK,
    TOUCHED,
    TOUCHED_AT,
    TOUCHED_COUNT,
    USE,
    USED,
    USES,
    USES_END,
    WAIVED,
    Cells,
)
from simulator.consequences.futures.tally import record


def use_node(cells: Cells, node: int) -> None:
    """The row will have to be put back before the next draw."""
    if cells[node + USED] == 0:
        cells[node + USED] = 1
        count = cells[NODES_COUNT]
        cells[cells[NODES_AT] + count] = node
        cells[NODES_COUNT] = count + 1


def use_group(cells: Cells, group: int) -> None:
    """The row will have to be put back before the next draw."""
    if cells[group + GROUP_USED] == 0:
        cells[group + GROUP_USED] = 1
        count = cells[GROUPS_COUNT]
        cells[cells[GROUPS_AT] + count] = group
        cells[GROUPS_COUNT] = count + 1


def check_repair(cells: Cells, node: int) -> None:
    """Perhaps its repair may start."""
    repair = cells[node + REPAIR]
    if repair and cells[repair + TO_CHECK] == 0:
        cells[repair + TO_CHECK] = cells[FIRST_REPAIR]
        cells[FIRST_REPAIR] = repair


def touch_up(cells: Cells, node: int) -> None:
    """The node's condition may have risen."""
    if cells[node + TOUCHED] == 0:
        cells[node + TOUCHED] = 1
        count = cells[TOUCHED_COUNT]
        cells[cells[TOUCHED_AT] + count] = node
        cells[TOUCHED_COUNT] = count + 1


def change_group(cells: Cells, group: int) -> None:
    """The group was lost or came back in this instant."""
    if cells[group + CHANGED] == 0:
        cells[group + CHANGED] = 1
        count = cells[CHANGED_COUNT]
        cells[cells[CHANGED_AT] + count] = group
        cells[CHANGED_COUNT] = count + 1


def condition_now(cells: Cells, node: int) -> int:
    """What the node can do, restarts left aside."""
    if cells[node + HIT] or cells[node + ISOLATED] or cells[node + SET_DOWN]:
        return 0
    return max(0, 100 - cells[node + LOST])


def is_carried(cells: Cells, group: int) -> bool:
    """A group that is not raw counts all the same: by its buffer, a noodstart, or by hand."""
    minute = cells[MINUTE]
    buffer = cells[group + BUFFER]
    if buffer:
        since = cells[group + LOST_SINCE]
        if since == NEVER or minute < since + buffer:
            return True
    return minute < cells[group + JUMP_UNTIL] or cells[group + WAIVED] != 0


# Rises


def put_up(cells: Cells, node: int, level: int) -> None:
    """The node rises, unless it turns out that it cannot stand."""
    before = cells[node + SERVED]
    if cells[node + RISING] == 0:
        cells[node + RISING] = 1
        count = cells[RISING_COUNT]
        cells[cells[RISING_AT] + count] = node
        cells[RISING_COUNT] = count + 1
    cells[node + LEVEL] = level
    served = max(level, cells[node + GIVES])
    if served > before:
        cells[node + SERVED] = served
        end = cells[node + USES_END]
        for use in range(cells[node + USES], end, USE):
            if LOOKS_AHEAD:
                ahead_use(cells, use, end)
            if before < cells[use + ENOUGH] <= served and cells[use + CUT] == 0:
                count_in(cells, cells[use + IN_GROUP])


def count_in(cells: Cells, group: int) -> None:
    """A member serves enough again."""
    short = cells[group + SHORT] - 1
    cells[group + SHORT] = short
    if short == 0:
        change_group(cells, group)
        regain(cells, group)


def regain(cells: Cells, group: int) -> None:
    """The group counts as held again."""
    if cells[group + DOWN] == 0:
        return
    owner = cells[group + OWNER]
    cells[group + DOWN] = 0
    cells[owner + LOST] -= cells[group + LOSS]
    if cells[group + FOR_REPAIR]:
        check_repair(cells, owner)
    else:
        touch_up(cells, owner)


# Falls


def suspect(cells: Cells, node: int) -> None:
    """The node may have to fall."""
    if cells[node + SUSPECT] == 0:
        touch_up(cells, node)
        cells[node + SUSPECT] = cells[FIRST_SUSPECT]
        cells[FIRST_SUSPECT] = node


def lose(cells: Cells, group: int) -> None:
    """The group is lost, and no buffer, noodstart or hand carries it."""
    if cells[group + DOWN]:
        return
    owner = cells[group + OWNER]
    cells[group + DOWN] = 1
    cells[owner + LOST] += cells[group + LOSS]
    use_node(cells, owner)
    if cells[group + FOR_REPAIR] == 0:
        suspect(cells, owner)


def count_out(cells: Cells, group: int) -> None:
    """A member no longer serves enough, or its link is cut."""
    use_group(cells, group)
    short = cells[group + SHORT] + 1
    cells[group + SHORT] = short
    if short == 1:
        change_group(cells, group)
        if not is_carried(cells, group):
            lose(cells, group)


def fall(cells: Cells) -> None:
    """Let everything that cannot stand fall, last in, first out.

    Any order will do. This one finishes what hangs together, and stands together in memory, before it goes elsewhere: in a
    country that is too large for the caches of a processor that saves most of the time.
    """
    while cells[FIRST_SUSPECT] != END:
        node = cells[FIRST_SUSPECT]
        cells[FIRST_SUSPECT] = cells[node + SUSPECT]
        cells[node + SUSPECT] = 0
        old = cells[node + LEVEL]
        before = cells[node + SERVED]
        level = min(old, condition_now(cells, node))
        served = max(level, cells[node + GIVES])
        if level < old or served < before:
            record(cells, node, served)
            cells[node + LEVEL] = level
            cells[node + SERVED] = served
            if served < before:
                end = cells[node + USES_END]
                for use in range(cells[node + USES], end, USE):
                    if LOOKS_AHEAD:
                        ahead_use(cells, use, end)
                    if served < cells[use + ENOUGH] <= before and cells[use + CUT] == 0:
                        count_out(cells, cells[use + IN_GROUP])
