"""A graph and its interventions, packed into cells."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from simulator.consequences.draws import DELAY, name, quantiles, shape_of
from simulator.consequences.futures import layout as at
from simulator.consequences.graph import Graph
from simulator.consequences.interventions import Intervention, Kind
from simulator.scenario.landscape import Range

PLENTY = 1 << 40
"""More minutes or people than make a difference."""

KINDS = {kind: number for number, kind in enumerate(Kind)}


def signed(word: int) -> int:
    """The same 64 bits, as a signed integer."""
    return word - (1 << 64) if word >= 1 << 63 else word


class PackedGraph:
    """The part of the cells that does not hang on the interventions, and where things stand in it. Never changes."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.cells: list[int] = [0] * at.HEADING
        self.tables: dict[int, int] = {}
        count = len(graph.ids)
        self.nodes = self._room(count * at.NODE)
        self.groups = self._room(len(graph.groups) * at.GROUP)
        self.edges = self._room(len(graph.reaches) * at.EDGE)
        self.crews = self._room(len(graph.crew_ids) * at.CREW_ROW)
        self.crew_members = [0] * len(graph.crew_ids)
        """How many repairs each crew may get."""
        self.uses: dict[tuple[int, int], list[int]] = {}
        """For (node, member) the uses that a cut link concerns."""
        self._head()
        for node in range(count):
            self._node(node)
        for group in range(len(graph.groups)):
            self._group(group)
        for edge in range(len(graph.reaches)):
            self._edge(edge)
        for crew in range(len(graph.crew_ids)):
            row = self.crews + crew * at.CREW_ROW
            self.cells[row + at.COUNT] = self.cells[row + at.FREE] = graph.crew_count[crew]
        self.frozen = array("q", self.cells)
        self.cells = []

    def node_at(self, number: int) -> int:
        """The address of a node, 0 for none."""
        return self.nodes + number * at.NODE if number >= 0 else 0

    def group_at(self, number: int) -> int:
        """The address of a group, 0 for none."""
        return self.groups + number * at.GROUP if number >= 0 else 0

    def _room(self, size: int) -> int:
        start = len(self.cells)
        self.cells.extend([0] * size)
        return start

    def _append(self, row: Sequence[int]) -> int:
        start = len(self.cells)
        self.cells.extend(row)
        return start

    def _head(self) -> None:
        cells = self.cells
        for chain in range(at.FIRST_TOUCHED, at.HEADING):
            cells[chain] = at.END
        cells[at.FACTOR] = self.graph.lost_backup_factor
        cells[at.FORENSICS] = int(self.graph.forensics)
        cells[at.NODES] = self.nodes

    def _node(self, node: int) -> None:
        graph, cells, row = self.graph, self.cells, self.node_at(node)
        written = graph.nodes[node]
        groups = graph.groups_of[node]
        cells[row + at.RESTART] = graph.restart[node]
        cells[row + at.GROUPS] = self.group_at(groups[0]) if groups else 0
        cells[row + at.GROUPS_END] = self.group_at(groups[-1]) + at.GROUP if groups else 0
        cells[row + at.USES] = len(cells)
        for group, enough in graph.used_by[node]:
            use = self._append((self.group_at(group), enough, 0))
            if not graph.groups[group].for_repair:
                self.uses.setdefault((graph.groups[group].owner, node), []).append(use)
        cells[row + at.USES_END] = len(cells)
        out, into = graph.reaches_from[node], graph.reaches_to[node]
        cells[row + at.OUT] = self.edges + out[0] * at.EDGE if out else 0
        cells[row + at.OUT_END] = self.edges + (out[-1] + 1) * at.EDGE if out else 0
        cells[row + at.INTO] = self._append([self.edges + edge * at.EDGE for edge in into])
        cells[row + at.INTO_END] = len(cells)
        cells[row + at.CLIMB] = self._room(2 * (_heights(graph, node) + 1))
        cells[row + at.NAME] = signed(name(graph.ids[node]))
        cells[row + at.RESIDENTS] = written.residents
        cells[row + at.COST] = written.cost_per_hour
        cells[row + at.LIMIT] = written.mtd.time if written.mtd else at.NO_LIMIT
        cells[row + at.LEVEL] = cells[row + at.SERVED] = cells[row + at.CONDITION] = 100
        self._repair(node, row)
        self._fallback(node, row)

    def _repair(self, node: int, row: int) -> None:
        graph, cells = self.graph, self.cells
        span = graph.work[node]
        if span is None:
            return
        table, crew = self._table(span), graph.crew[node]
        repair = cells[row + at.REPAIR] = self._room(at.REPAIR_ROW)
        cells[repair + at.OF] = row
        cells[repair + at.WORK_MIN], cells[repair + at.WORK_WIDTH] = span.min, span.max - span.min
        cells[repair + at.WORK_TABLE] = table
        if crew >= 0:
            cells[repair + at.CREW] = self.crews + crew * at.CREW_ROW
            self.crew_members[crew] += 1
        cells[repair + at.BACKUP] = self.node_at(graph.backup[node])
        cells[repair + at.NEEDS] = self.group_at(graph.repair_group[node])
        cells[repair + at.DONE_AT] = at.NEVER

    def _fallback(self, node: int, row: int) -> None:
        cells, plan = self.cells, self.graph.fallback[node]
        if plan is None:
            return
        fallback = cells[row + at.FALLBACK] = self._room(at.FALLBACK_ROW)
        cells[fallback + at.FALLBACK_OF] = row
        cells[fallback + at.FALLBACK_LEVEL] = plan.level
        cells[fallback + at.SETUP], cells[fallback + at.KEEP] = plan.setup, plan.keep
        cells[fallback + at.AUTOMATIC] = int(plan.automatic)
        cells[fallback + at.FALLBACK_COST] = plan.cost_per_hour
        cells[fallback + at.LEANED_SINCE] = at.NEVER
        cells[fallback + at.LEFT] = plan.keep

    def _group(self, number: int) -> None:
        group, cells, row = self.graph.groups[number], self.cells, self.group_at(number)
        cells[row + at.OWNER] = self.node_at(group.owner)
        cells[row + at.BUFFER], cells[row + at.LOSS] = group.buffer, group.loss
        cells[row + at.FOR_REPAIR] = int(group.for_repair)
        cells[row + at.SHORT_AT_START] = cells[row + at.SHORT] = self.graph.short[number]
        cells[row + at.LOST_SINCE] = cells[row + at.JUMP_UNTIL] = at.NEVER

    def _edge(self, number: int) -> None:
        edge, row = self.graph.reaches[number], self.edges + number * at.EDGE
        table, cells = self._table(edge.delay), self.cells
        cells[row + at.SOURCE], cells[row + at.TARGET] = self.node_at(edge.source), self.node_at(edge.target)
        cells[row + at.DELAY_MIN], cells[row + at.DELAY_WIDTH] = edge.delay.min, edge.delay.max - edge.delay.min
        cells[row + at.DELAY_TABLE] = table
        cells[row + at.QUANTITY] = signed(DELAY ^ name(self.graph.ids[edge.target]))
        cells[row + at.DUE] = at.NEVER

    def _table(self, span: Range) -> int:
        if span.min == span.max:
            return 0
        shape = shape_of(span)
        if shape not in self.tables:
            self.tables[shape] = self._append(quantiles(shape))
        return self.tables[shape]


def _heights(graph: Graph, node: int) -> int:
    """How many levels above 0 it may climb to: no two steps of a climb are alike."""
    sums = 1
    for group in graph.groups_of[node]:
        sums = (sums | sums << graph.groups[group].loss) & ((1 << 100) - 1)
    return sums.bit_count()


def packed(packed_graph: PackedGraph, acts: Sequence[Intervention], *, until: int, room: int) -> array[int]:
    """All cells: those of the graph, then the interventions (in order of minute), the queues, and `room` for events."""
    cells = array("q", packed_graph.frozen)
    ranks, changes = _ranks(acts), sum(act.kind is Kind.SET_PRIORITY for act in acts)
    known = [row for act in acts if act.minute <= until and (row := _row(packed_graph, act, ranks)) is not None]
    cells[at.UNTIL] = until
    cells[at.ACTS] = len(cells)
    cells[at.ACTS_END] = len(cells) + len(known) * at.ACT
    links = cells[at.ACTS_END]
    for act_row, of in known:
        cells.extend((*act_row, links, links + len(of)))
        links += len(of)
    for _, of in known:
        cells.extend(of)
    for crew, members in enumerate(packed_graph.crew_members):
        cells[packed_graph.crews + crew * at.CREW_ROW + at.QUEUE] = len(cells)
        cells.extend([0] * (members + changes))
    cells[at.EVENTS] = len(cells)
    cells[at.ROOM] = room
    cells.extend([0] * room)
    return cells


def _ranks(acts: Sequence[Intervention]) -> dict[int, int]:
    """Priorities as small numbers, the highest first and 0 for the priority at the start."""
    amounts = sorted({0, *(act.amount for act in acts if act.kind is Kind.SET_PRIORITY)}, reverse=True)
    start = amounts.index(0)
    return {amount: place - start for place, amount in enumerate(amounts)}


def _row(packed_graph: PackedGraph, act: Intervention, ranks: dict[int, int]) -> tuple[tuple[int, ...], list[int]] | None:
    """The row of an intervention up to its links, and these; None when it names what is not there."""
    graph, kind = packed_graph.graph, KINDS[act.kind]
    if act.kind is Kind.ADD_CREW:
        crew = graph.crew_index.get(act.other)
        if crew is None or act.amount <= 0:
            return None
        return (act.minute, kind, packed_graph.crews + crew * at.CREW_ROW, min(act.amount, PLENTY), 0), []
    node = graph.index.get(act.node)
    if node is None:
        return None
    links: list[int] = []
    amount, other = min(max(act.amount, 0), PLENTY), 0
    if act.kind is Kind.SET_PRIORITY:
        amount = ranks[act.amount]
    elif act.kind is Kind.JUMP_START:
        groups = graph.groups_of[node]
        if not 0 <= act.group < len(groups) or act.amount <= 0:
            return None
        other = packed_graph.group_at(groups[act.group])
    elif act.kind in (Kind.CUT, Kind.RESTORE):
        member = graph.index.get(act.other, -1)
        links, other = packed_graph.uses.get((node, member), []), packed_graph.node_at(member)
    return (act.minute, kind, packed_graph.node_at(node), amount, other), links
