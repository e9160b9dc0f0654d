"""The model once more, slow and plain: every minute, every node, straight from docs/model.md.

It shares nothing with the engine but the draws. It keeps whole histories, looks back over them, and finds the greatest
solution of an instant by starting from "all is up" and striking out what cannot be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.consequences.draws import Draws
from simulator.consequences.interventions import Intervention, Kind
from simulator.scenario.landscape import Landscape, Need, Node


@dataclass
class Procedure:
    """The fallback of a node."""

    left: int
    started: bool = False
    ready_at: int = 0
    ready: bool = False
    leaned_since: int | None = None
    had_a_period: bool = False
    in_outage: bool = False


@dataclass
class Spell:
    """A condition that held from one minute to another; None while it lasts."""

    start: int
    end: int | None
    value: int


@dataclass
class Reference:
    """The municipality, minute by minute."""

    landscape: Landscape
    draws: Draws
    minute: int = -1
    nodes: dict[str, Node] = field(default_factory=dict)
    groups: dict[tuple[str, int], Need] = field(default_factory=dict)
    held_edges: dict[int, int] = field(default_factory=dict)
    opened: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.nodes = {node.id: node for node in self.landscape.nodes}
        self.groups = {(node.id, number): need for node in self.landscape.nodes for number, need in enumerate(node.needs)}
        for node in self.landscape.nodes:
            if node.repair and node.repair.needs:
                self.groups[node.id, len(node.needs)] = Need(of=node.repair.needs)
        self.level = dict.fromkeys(self.nodes, 100)
        self.served = dict.fromkeys(self.nodes, 100)
        self.spells = {id_: [Spell(-1, None, 100)] for id_ in self.nodes}
        self.lost_since: dict[tuple[str, int], int | None] = dict.fromkeys(self.groups)
        self.eff = dict.fromkeys(self.groups, True)
        self.jump_until = dict.fromkeys(self.groups, -1)
        self.waived: set[tuple[str, int]] = set()
        self.cuts: set[tuple[str, str]] = set()
        self.hit: set[str] = set()
        self.isolated: set[str] = set()
        self.set_down: set[str] = set()
        self.cleared: set[str] = set()
        self.ever_hit: set[str] = set()
        self.hit_count = dict.fromkeys(self.nodes, 0)
        self.procedures = {node.id: Procedure(left=node.fallback.keep) for node in self.landscape.nodes if node.fallback}
        self.crews = {crew.id: crew.count for crew in self.landscape.crews}
        self.priority = dict.fromkeys(self.nodes, 0)
        self.work: dict[str, tuple[int, int]] = {}
        self.works: list[tuple[str, int, int]] = []
        self.runs: list[tuple[str, int, int]] = []
        self.arrival: dict[int, int] = {}
        self.openings: dict[int, int] = {}

    # What stands in the text

    def is_raw(self, group: tuple[str, int], served: dict[str, int]) -> bool:
        owner, number = group
        need, members = self.groups[group], set(self.groups[group].of)
        is_repair = number == len(self.nodes[owner].needs)
        good = [one for one in members if served[one] >= need.enough and (is_repair or (owner, one) not in self.cuts)]
        return len(good) >= min(need.at_least or len(members), len(members))

    def holds(self, group: tuple[str, int], served: dict[str, int]) -> bool:
        if self.is_raw(group, served) or self.minute < self.jump_until[group] or group in self.waived:
            return True
        since = self.lost_since[group]
        return self.minute - (self.minute if since is None else since) < self.groups[group].buffer

    def condition(self, id_: str, served: dict[str, int]) -> int:
        if id_ in self.hit | self.isolated | self.set_down:
            return 0
        return max(0, 100 - sum(need.loss for n, need in enumerate(self.nodes[id_].needs) if not self.holds((id_, n), served)))

    def least_before(self, id_: str) -> int:
        """The least condition over the last `restart` minutes, up to this instant."""
        begin = self.minute - self.nodes[id_].restart
        return min((s.value for s in self.spells[id_] if s.end is None or s.end > begin), default=100)

    def emergency(self, id_: str) -> int:
        plan = self.nodes[id_].fallback
        return plan.level if plan and self.procedures[id_].ready else 0

    def settle(self) -> None:
        """The greatest solution of this instant, then what follows from it."""
        level = {id_: 100 if id_ in self.forced else self.least_before(id_) for id_ in self.nodes}
        while True:
            served = {id_: max(level[id_], self.emergency(id_)) for id_ in self.nodes}
            lower = {id_: min(level[id_], self.condition(id_, served)) for id_ in self.nodes}
            if lower == level:
                break
            level = lower
        self.level, self.served = level, served
        self.eff = {group: self.holds(group, served) for group in self.groups}
        for id_ in self.nodes:
            self.remember(id_, self.condition(id_, served))
        for group in self.groups:
            if self.is_raw(group, served):
                self.lost_since[group] = None
                self.waived.discard(group)
            elif self.lost_since[group] is None:
                self.lost_since[group] = self.minute
        for id_ in self.procedures:
            self.settle_procedure(id_)
        self.start_repairs()
        self.forced: set[str] = set()

    forced: set[str] = field(default_factory=set)

    def remember(self, id_: str, value: int) -> None:
        last = self.spells[id_][-1]
        if last.value != value:
            last.end = self.minute
            self.spells[id_].append(Spell(self.minute, None, value))

    def settle_procedure(self, id_: str) -> None:
        procedure, plan = self.procedures[id_], self.nodes[id_].fallback
        assert plan
        if self.level[id_] == 100:
            if procedure.in_outage:
                self.end_procedure(id_)
                self.procedures[id_] = Procedure(left=plan.keep)
            return
        procedure.in_outage = True
        if plan.automatic and not procedure.started and not procedure.had_a_period:
            self.start_procedure(id_)
        procedure.had_a_period = procedure.had_a_period or procedure.started
        if procedure.ready and procedure.leaned_since is None:
            procedure.leaned_since = self.minute

    def start_procedure(self, id_: str) -> None:
        procedure, plan = self.procedures[id_], self.nodes[id_].fallback
        assert plan
        if not procedure.started and procedure.left > 0:
            procedure.started, procedure.ready, procedure.ready_at = True, False, self.minute + plan.setup

    def end_procedure(self, id_: str) -> None:
        procedure = self.procedures[id_]
        if procedure.leaned_since is not None:
            procedure.left -= self.minute - procedure.leaned_since
            self.runs.append((id_, procedure.leaned_since, self.minute))
        procedure.started = procedure.ready = False
        procedure.leaned_since = None

    def start_repairs(self) -> None:
        def rank(id_: str) -> tuple[int, str]:
            return -self.priority[id_], id_

        for id_ in sorted(self.hit - set(self.work), key=rank):
            repair = self.nodes[id_].repair
            if repair is None or (self.landscape.forensics and id_ not in self.cleared):
                continue
            if repair.needs and not self.eff[id_, len(self.nodes[id_].needs)]:
                continue
            if repair.crew and self.busy(repair.crew) >= self.crews[repair.crew]:
                continue
            minutes = self.draws.work(self.draws.graph.ids.index(id_), self.hit_count[id_] - 1)
            if repair.backup in self.ever_hit:
                minutes *= self.landscape.lost_backup_factor
            self.work[id_] = (self.minute, self.minute + minutes)

    def busy(self, crew: str) -> int:
        return sum(self.repairing(id_) == crew for id_ in self.work)

    def repairing(self, id_: str) -> str | None:
        repair = self.nodes[id_].repair
        return repair.crew if repair else None

    # The attack

    def strike(self, id_: str) -> None:
        if id_ not in self.hit:
            self.hit.add(id_)
            self.ever_hit.add(id_)
            self.hit_count[id_] += 1

    def mend(self, id_: str) -> None:
        self.hit.discard(id_)
        self.cleared.discard(id_)
        if id_ in self.work:
            self.works.append((id_, self.work.pop(id_)[0], self.minute))

    def watch_edges(self) -> None:
        """An edge that opens starts its delay; one that closes forgets it."""
        for number, reach in enumerate(self.draws.graph.reaches):
            source, target = (self.draws.graph.ids[end] for end in (reach.source, reach.target))
            is_open = source in self.hit and not {source, target} & self.isolated
            if not is_open:
                self.arrival.pop(number, None)
                self.opened.pop(number, None)
            elif number not in self.opened:
                occurrence = self.openings.get(number, 0)
                self.openings[number] = occurrence + 1
                self.opened[number] = self.minute
                self.arrival[number] = self.minute + self.draws.delay(number, occurrence)

    # Instants

    def due(self) -> None:
        for id_ in [id_ for id_, (_, until) in self.work.items() if until == self.minute]:
            self.mend(id_)
        for id_, procedure in self.procedures.items():
            if procedure.started and not procedure.ready and procedure.ready_at == self.minute:
                procedure.ready = True
            if procedure.leaned_since is not None and self.minute - procedure.leaned_since >= procedure.left:
                self.end_procedure(id_)

    def arrive(self) -> bool:
        arriving = [number for number, minute in self.arrival.items() if minute == self.minute]
        for number in arriving:
            del self.arrival[number]
        for number in arriving:
            self.strike(self.draws.graph.ids[self.draws.graph.reaches[number].target])
        return bool(arriving)

    def intervene(self, act: Intervention) -> None:
        if act.kind is Kind.ADD_CREW:
            if act.other in self.crews:
                self.crews[act.other] += max(0, act.amount)
            return
        id_ = act.node
        if id_ not in self.nodes:
            return
        match act.kind:
            case Kind.HIT:
                self.strike(id_)
            case Kind.ISOLATE:
                self.isolated.add(id_)
            case Kind.RECONNECT:
                self.isolated.discard(id_)
            case Kind.CUT:
                self.cuts.add((id_, act.other))
            case Kind.RESTORE:
                self.cuts.discard((id_, act.other))
            case Kind.START_FALLBACK if id_ in self.procedures:
                self.start_procedure(id_)
            case Kind.STOP_FALLBACK if id_ in self.procedures and self.procedures[id_].started:
                self.end_procedure(id_)
            case Kind.SET_PRIORITY:
                self.priority[id_] = act.amount
            case Kind.CLEAR if id_ in self.hit:
                self.cleared.add(id_)
            case Kind.JUMP_START if (id_, act.group) in self.groups and act.amount > 0:
                self.jump_until[id_, act.group] = max(self.jump_until[id_, act.group], self.minute + act.amount)
            case Kind.SET if act.amount <= 0:
                self.set_down.add(id_)
            case Kind.SET:
                self.put_up(id_)
            case _:
                return

    def put_up(self, id_: str) -> None:
        self.mend(id_)
        for among in (self.ever_hit, self.set_down, self.isolated):
            among.discard(id_)
        for number in range(len(self.nodes[id_].needs)):
            if not self.is_raw((id_, number), self.served):
                self.waived.add((id_, number))
        self.spells[id_] = [Spell(self.minute, None, 100)]
        self.forced.add(id_)

    def step(self, acts: Sequence[Intervention]) -> None:
        """One whole minute."""
        self.minute += 1
        self.due()
        self.watch_edges()
        self.settle()
        for act in acts:
            self.intervene(act)
            self.watch_edges()
            self.settle()
        if self.arrive():
            self.watch_edges()
            self.settle()
