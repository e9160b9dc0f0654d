"""What is the case during a run. One object that changes in place; only the instant that is open changes it.

This and what works on it are the inner loop of everything. So causes, records and what is still to come are plain tuples and
integers in here (an object costs three times as much), and a `Trajectory` makes them readable for who asks.
"""

from __future__ import annotations

from heapq import heappush
from typing import NamedTuple

from simulator.consequences.causes import CauseKind
from simulator.consequences.draws import Draws
from simulator.consequences.graph import NONE, Graph
from simulator.consequences.interventions import Intervention, Kind

NEVER = -(1 << 60)
"""A minute before all others."""
FOREVER = 1 << 60
"""A minute after all others."""

REPAIRED, RISE, FALLBACK_READY, FALLBACK_SPENT, BUFFER_GONE, JUMP_OVER, SPREAD = range(7)
"""What may fall due: at the beginning of a minute, what rises before what falls; what spreads at its end."""

WHAT_AT, MINUTE_AT = 32, 36
"""An event is one integer, from the top: its minute, what it is, and which node, group or edge. A heap compares these fast."""
WHAT, WHICH = (1 << MINUTE_AT - WHAT_AT) - 1, (1 << WHAT_AT) - 1

WHOLLY = 100
"""The percents of a condition that a hit takes, or an isolation, or a hand."""

LATE = frozenset((Kind.JUMP_START, Kind.SET))
"""Interventions that may carry a group that has no buffer."""

Why = tuple[CauseKind, int, int, int, int]
"""A cause by index: kind, node, intervention, group, and the record that it follows from; NONE for what does not apply."""

Record = tuple[int, int, int, int, int, Why | None]
"""A change by index: minute, order, node, level, served, why. With unchanged levels it notes a hit on a node that was down."""


def because(kind: CauseKind, *, node: int = NONE, act: int = NONE, group: int = NONE, record: int = NONE) -> Why:
    """A cause, for the places where few are made."""
    return (kind, node, act, group, record)


class Work(NamedTuple):
    """Repair under way, or done."""

    node: int
    start: int
    until: int


class FallbackState:
    """The fallback of one node."""

    __slots__ = ("act", "left", "on", "out", "ready", "ready_at", "since", "used")

    def __init__(self, keep: int) -> None:
        self.on = False
        self.ready = False
        self.ready_at = NEVER
        self.since = NEVER
        """From when it is leaned upon: its time runs."""
        self.left = keep
        """Minutes that it can still be kept up in this outage, at `since`."""
        self.used = False
        """It had a period in this outage."""
        self.out = False
        """The node is in an outage: its level is below 100."""
        self.act = NONE


class State:
    """All that the next instant depends on, and what was recorded on the way here."""

    __slots__ = (
        "acts",
        "backup_lost",
        "blame",
        "causes",
        "changed_groups",
        "cleared",
        "climb",
        "condition",
        "crews_to_check",
        "cut",
        "down",
        "draws",
        "events",
        "fallback",
        "fallbacks_to_check",
        "fell",
        "free",
        "graph",
        "hit",
        "hit_record",
        "hits",
        "isolated",
        "jump_until",
        "level",
        "lost",
        "lost_since",
        "lost_why",
        "may_be_carried",
        "minute",
        "openings",
        "order",
        "priority",
        "queue",
        "ready",
        "records",
        "repairs_to_check",
        "rising",
        "runs",
        "served",
        "set_down",
        "short",
        "spread_due",
        "touched",
        "waived",
        "work",
        "works",
    )

    def __init__(self, graph: Graph, draws: Draws, acts: tuple[Intervention, ...], *, causes: bool) -> None:
        count = len(graph.ids)
        self.graph, self.draws, self.acts, self.causes = graph, draws, acts, causes
        self.minute, self.order = NEVER, 0

        # Nodes: before the start all is up.
        self.level = [100] * count
        self.served = [100] * count
        self.condition = [100] * count
        """At the last closed instant."""
        self.lost = [0] * count
        """Percents lost: those of the groups that are down now, and WHOLLY for each of hit, isolated, put down."""
        self.climb: dict[int, list[tuple[int, int, Why | None]]] = {}
        """For a node that restarts: (minute due, level then, why), both growing."""
        self.hit: set[int] = set()
        self.isolated: set[int] = set()
        self.set_down: set[int] = set()
        self.hits: dict[int, int] = {}
        """How often a node was hit."""
        self.backup_lost: set[int] = set()
        """Nodes that were ever hit: what was kept there is gone."""

        # Groups.
        self.short = list(graph.short)
        """How many members more must serve enough; below 0 there are some to spare."""
        self.down: set[int] = set()
        """Groups whose loss counts."""
        self.may_be_carried = graph.buffered if LATE.isdisjoint([act.kind for act in acts]) else (True,) * len(graph.groups)
        """For a group whether it may be lost without that it counts; of others the loss counts at once, and no more is kept."""
        self.lost_since: dict[int, int] = {}
        """For a group that may be carried and is not raw: since when."""
        self.lost_why: dict[int, Why | None] = {}
        self.jump_until: dict[int, int] = {}
        self.waived: set[int] = set()
        """Groups that do not count until they are held again: their node was set up by hand."""
        self.cut: set[tuple[int, int]] = set()

        # Repair, fallback, spread.
        self.cleared: set[int] = set()
        self.work: dict[int, Work] = {}
        self.free = list(graph.crew_count)
        self.ready: list[list[tuple[int, int]]] = [[] for _ in graph.crew_count]
        """For a crew a heap of (minus priority, node); may hold what is no longer so."""
        self.priority: dict[int, int] = {}
        self.fallback: dict[int, FallbackState] = {}
        self.spread_due: dict[int, int] = {}
        """For an open edge: when the attack arrives."""
        self.openings: dict[int, int] = {}

        # What is still to come, and what was.
        self.events: list[int] = []
        """A heap; what no longer applies is passed over when it comes up."""
        self.records: list[Record] = []
        self.works: list[Work] = []
        self.runs: list[tuple[int, int, int]] = []
        """Fallbacks leaned upon: (node, from, to)."""
        self.fell = [NONE] * count
        """The record of a node's latest fall."""
        self.hit_record: dict[int, int] = {}

        # Only within an instant.
        self.queue: list[int] = []
        """Nodes that may have to fall."""
        self.blame: dict[int, tuple[int, Why | None]] = {}
        """For each of these the weight of its trouble, and why."""
        self.rising: dict[int, tuple[int, int, Why | None]] = {}
        """Nodes that may rise, with the level and served they came from, and why."""
        self.touched: dict[int, Why | None] = {}
        """Nodes whose condition may have changed, with why it would be better."""
        self.changed_groups: dict[int, Why | None] = {}
        """Groups that may be carried and were lost or came back, with why they would be lost."""
        self.repairs_to_check: set[int] = set()
        self.crews_to_check: set[int] = set()
        self.fallbacks_to_check: set[int] = set()

    def fallback_level(self, node: int) -> int:
        """What the emergency procedure gives at this moment."""
        state = self.fallback.get(node)
        plan = self.graph.fallback[node]
        return plan.level if plan and state and state.ready else 0

    def is_raw(self, group: int) -> bool:
        """Enough members serve enough."""
        return self.short[group] <= 0

    def is_carried(self, group: int) -> bool:
        """A group that is not raw counts all the same: by its buffer, a noodstart, or by hand."""
        buffer = self.graph.groups[group].buffer
        if buffer and self.minute < self.lost_since.get(group, self.minute) + buffer:
            return True
        return self.minute < self.jump_until.get(group, NEVER) or group in self.waived

    def may_start_repair(self, node: int) -> bool:
        """Hit, nobody at work, cleared where asked for, and what the repair needs serves: only a crew may be wanting."""
        return (
            node in self.hit
            and node not in self.work
            and self.graph.work[node] is not None
            and (not self.graph.forensics or node in self.cleared)
            and self.graph.repair_group[node] not in self.down
        )

    def is_open(self, reach: int) -> bool:
        """An attack is on its way along this edge: its source is hit and neither end is isolated."""
        edge = self.graph.reaches[reach]
        return edge.source in self.hit and edge.source not in self.isolated and edge.target not in self.isolated

    def plan(self, minute: int, what: int, which: int) -> None:
        """Something will fall due, if it still applies then."""
        heappush(self.events, minute << MINUTE_AT | what << WHAT_AT | which)
