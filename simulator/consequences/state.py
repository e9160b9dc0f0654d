"""What is the case during a run. One object that changes in place; only `instant`, `due` and `acts` change it."""

from __future__ import annotations

from heapq import heappush
from typing import NamedTuple

from simulator.consequences.causes import CauseKind
from simulator.consequences.draws import Draws
from simulator.consequences.graph import NONE, Graph
from simulator.consequences.interventions import Intervention

NEVER = -(1 << 60)
"""A minute before all others."""

REPAIRED, RISE, FALLBACK_READY, FALLBACK_SPENT, BUFFER_GONE, JUMP_OVER = range(6)
"""What may fall due at the beginning of a minute; what rises goes before what falls."""
SPREAD = 9
"""What falls due at the end of a minute."""


new = tuple.__new__
"""Makes a Why or Record three times as fast as its own constructor, for the places where most are made."""


class Why(NamedTuple):
    """A cause by index. `record` is the record that it follows from, NONE for a root."""

    kind: CauseKind
    node: int = NONE
    act: int = NONE
    group: int = NONE
    record: int = NONE


class Record(NamedTuple):
    """A change by index; one with unchanged levels only notes a hit on a node that was down."""

    minute: int
    order: int
    node: int
    level: int
    served: int
    why: Why | None


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
        "minute",
        "openings",
        "order",
        "priority",
        "queue",
        "ready",
        "records",
        "repairs_to_check",
        "rise_why",
        "rising",
        "runs",
        "served",
        "set_down",
        "short",
        "spread_due",
        "suspects",
        "touched",
        "uplift",
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
        """Percents lost with the groups that are down now."""
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
        self.lost_since: dict[int, int] = {}
        """For a group that is not held: since when."""
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
        self.events: list[tuple[int, int, int]] = []
        """A heap of (minute, what, which); what no longer applies is passed over when it comes up."""
        self.records: list[Record] = []
        self.works: list[Work] = []
        self.runs: list[tuple[int, int, int]] = []
        """Fallbacks leaned upon: (node, from, to)."""
        self.fell: dict[int, int] = {}
        """The record of a node's latest fall."""
        self.hit_record: dict[int, int] = {}

        # Only within an instant.
        self.queue: list[int] = []
        self.rising: dict[int, tuple[int, int]] = {}
        """Nodes that may rise in this instant, with the level and served they came from."""
        self.rise_why: dict[int, Why | None] = {}
        self.touched: set[int] = set()
        self.blame: dict[int, tuple[int, Why | None]] = {}
        self.uplift: dict[int, Why | None] = {}
        self.changed_groups: set[int] = set()
        self.suspects: dict[int, Why | None] = {}
        self.repairs_to_check: set[int] = set()
        self.crews_to_check: set[int] = set()
        self.fallbacks_to_check: set[int] = set()

    def condition_now(self, node: int) -> int:
        """What the node can do, restarts left aside: nothing when it is hit, isolated or put down; else what its groups leave."""
        if node in self.hit or node in self.isolated or node in self.set_down:
            return 0
        return 100 - self.lost[node] if self.lost[node] < 100 else 0

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
        heappush(self.events, (minute, what, which))
