"""Where everything stands in the cells of the kernel: one row of integers, for Python a list and compiled an array.

A node, group, crew and so on is known by the address of its row, so `cells[node + LEVEL]` is the level of a node. Address 0
is the heading, so 0 stands for: there is none. Sets are chains through the rows: a row that is in one holds the address of
the next, the last one END, and a row that is not in it 0. Sets that may hold much of a country are stacks; a row that is
in one holds 1.
"""

from __future__ import annotations

from collections.abc import MutableSequence

Cells = MutableSequence[int]

END = 1
"""The end of a chain."""
NEVER = -(1 << 60)
"""A minute before all others."""
NO_LIMIT = 1 << 40
"""Minutes; longer than any outage."""

(
    MINUTE,
    _END,
    UNTIL,
    CHANCE,
    FACTOR,
    FORENSICS,
    EVENTS,
    PENDING,
    ROOM,
    FULL,
    ACTS,
    ACTS_END,
    TOUCHED_AT,
    TOUCHED_COUNT,
    RISING_AT,
    RISING_COUNT,
    CHANGED_AT,
    CHANGED_COUNT,
    NODES_AT,
    NODES_COUNT,
    GROUPS_AT,
    GROUPS_COUNT,
    FIRST_SUSPECT,
    FIRST_REPAIR,
    FIRST_FALLBACK,
    FIRST_CREW,
    USED_EDGES,
    USED_CREWS,
    MISSED_NODES,
    HEADING,
) = range(30)
"""The heading. CHANCE: the mixed seed of this draw. EVENTS: a heap of PENDING events, with room for ROOM. FULL: it was too
small. FIRST_...: the chains of what is to be looked at in this instant. USED_...: rows to put back before the next draw.
TOUCHED, RISING and CHANGED are to be looked at in this instant too, and NODES and GROUPS put back; as they may be many, each is
a stack that begins at ..._AT with ..._COUNT in it: of a stack one can see what comes after what comes next.
MISSED_NODES: the chain of nodes of which anything was missed in any draw of this range."""

(
    NUMBER,
    NAME,
    RESIDENTS,
    COST,
    GROUPS,
    GROUPS_END,
    INTO,
    INTO_END,
    REPAIR,
    OUT,
    OUT_END,
    RESTART,
    CLIMB,
    LIMIT,
    USES,
    USES_END,
    FALLBACK,
    TOTAL,
    TOTALLED,
    LEVEL,
    SERVED,
    GIVES,
    LOST,
    HIT,
    ISOLATED,
    SET_DOWN,
    SUSPECT,
    TOUCHED,
    CONDITION,
    STEPS,
    RISING,
    USED,
    GAP,
    SINCE,
    SPELL,
    MISSED,
    LATE,
    HITS,
    BACKUP_LOST,
    NODE,
) = range(40)
"""A node; from LEVEL on what changes in a draw. TOTAL: percents x minutes missed in all draws of this range; TOTALLED: in the
chain of those. What is used together stands together. GIVES: what its fallback gives now. CLIMB: room for its STEPS, each
(due, level). GAP: percents missing, SINCE when, SPELL: since when less than 100; MISSED and LATE: percents x minutes, LATE
beyond LIMIT."""

(OWNER, BUFFER, LOSS, FOR_REPAIR, SHORT_AT_START, SHORT, DOWN, LOST_SINCE, JUMP_UNTIL, WAIVED, CHANGED, GROUP_USED, GROUP) = (
    range(13)
)
"""A requirement group."""

(IN_GROUP, ENOUGH, CUT, USE) = range(4)
"""That a node is a member of a group; the uses of one node lie side by side."""

(OF, WORK_MIN, WORK_WIDTH, WORK_TABLE, CREW, BACKUP, NEEDS, CLEARED, DONE_AT, RANK, QUEUED, TO_CHECK, REPAIR_ROW) = range(13)
"""A repair. RANK: 0 for the highest priority that any decision gives. QUEUED: its ticket in the queue of its crew, or 0."""

(
    FALLBACK_OF,
    FALLBACK_LEVEL,
    SETUP,
    KEEP,
    AUTOMATIC,
    FALLBACK_COST,
    ON,
    READY_AT,
    LEANED_SINCE,
    LEFT,
    TRIED,
    OUTAGE,
    RAN,
    TO_CLOSE,
    FALLBACK_ROW,
) = range(15)
"""A fallback; it is ready when its node GIVES anything. RAN: minutes in which it was leaned upon."""

(COUNT, QUEUE, FREE, WAITING, CREW_CHECK, CREW_USED, CREW_ROW) = range(7)
"""A crew. QUEUE: a heap of WAITING tickets, each (rank, node)."""

(SOURCE, TARGET, DELAY_MIN, DELAY_WIDTH, DELAY_TABLE, QUANTITY, DUE, OPENINGS, EDGE_USED, EDGE) = range(10)
"""An edge along which an attack spreads; those out of one node lie side by side."""

(ACT_MINUTE, ACT_KIND, ACT_ON, ACT_AMOUNT, ACT_OTHER, LINKS, LINKS_END, ACT) = range(8)
"""An intervention. ACT_ON: a node, or the crew of more crew. ACT_OTHER: a group, or the member that is cut off."""

REPAIRED, RISE, FALLBACK_READY, FALLBACK_SPENT, BUFFER_GONE, JUMP_OVER, SPREAD = 0, 1, 2, 3, 4, 5, 9
"""What falls due, in order within a minute; as in the exact engine."""

WHICH_BITS, WHAT_BITS = 32, 4
MINUTE_BITS = WHICH_BITS + WHAT_BITS
"""An event is one integer: minute, what, which."""
WHICH, WHAT = (1 << WHICH_BITS) - 1, (1 << WHAT_BITS) - 1

(
    HIT_IT,
    ISOLATE,
    RECONNECT,
    CUT_OFF,
    RESTORE,
    START_FALLBACK,
    STOP_FALLBACK,
    ADD_CREW,
    SET_PRIORITY,
    CLEAR,
    JUMP_START,
    SET_IT,
) = range(12)
"""The kinds of intervention, in the order of `Kind`."""
