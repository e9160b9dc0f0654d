"""A graph, packed into cells: what stands together in the landscape stands together there."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache

from simulator.consequences.draws import DELAY, name, quantiles, shape_of
from simulator.consequences.futures import layout as at
from simulator.consequences.graph import Graph
from simulator.scenario.landscape import Range


def signed(word: int) -> int:
    """The same 64 bits, as a signed integer."""
    return word - (1 << 64) if word >= 1 << 63 else word


class PackedGraph:
    """The part of the cells that does not hang on the question, and where things stand in it. Never changes."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.cells = array("q", bytes(8 * at.HEADING))
        self.crew_members = [0] * len(graph.crew_ids)
        """How many repairs each crew may get."""
        for node, crew in enumerate(graph.crew):
            if crew >= 0 and graph.work[node]:
                self.crew_members[crew] += 1
        self._head()
        self.tables = {shape: self._append(quantiles(shape)) for shape in sorted(_shapes(graph))}
        self.crews = len(self.cells)
        self._crews()
        self.nodes = array("q")
        self.groups = array("q")
        self.edges = array("q")
        self._lay_out(len(self.cells))
        for node in range(len(graph.ids)):
            self._node(node)

    def node_at(self, number: int) -> int:
        """The address of a node, 0 for none."""
        return self.nodes[number] if number >= 0 else 0

    def group_at(self, number: int) -> int:
        """The address of a group, 0 for none."""
        return self.groups[number] if number >= 0 else 0

    def crew_at(self, number: int) -> int:
        """The address of a crew, 0 for none."""
        return self.crews + number * at.CREW_ROW if number >= 0 else 0

    def links(self, node: int, member: int) -> list[int]:
        """The addresses of what a cut link concerns: that the one is a member of groups of the other, repairs left aside."""
        uses, groups = self.graph.used_by[member], self.graph.groups
        return [
            self.cells[self.nodes[member] + at.USES] + place * at.USE
            for place, (group, _) in enumerate(uses)
            if groups[group].owner == node and not groups[group].for_repair
        ]

    def _append(self, row: Iterable[int]) -> int:
        start = len(self.cells)
        self.cells.extend(row)
        return start

    def _head(self) -> None:
        cells = self.cells
        for chain in range(at.FIRST_SUSPECT, at.HEADING):
            cells[chain] = at.END
        cells[at.FACTOR] = self.graph.lost_backup_factor
        cells[at.FORENSICS] = int(self.graph.forensics)

    def _crews(self) -> None:
        """The crews, then a queue for each."""
        queue = self.crews + len(self.crew_members) * at.CREW_ROW
        for count, members in zip(self.graph.crew_count, self.crew_members, strict=True):
            row = [0] * at.CREW_ROW
            row[at.COUNT] = row[at.FREE] = count
            row[at.QUEUE] = queue
            queue += members
            self.cells.extend(row)
        self.cells.frombytes(bytes(8 * sum(self.crew_members)))

    def _lay_out(self, here: int) -> None:
        """Where each node will stand, with its groups and the edges out of it."""
        graph = self.graph
        for node, groups in enumerate(graph.groups_of):
            self.nodes.append(here)
            here += at.NODE
            for _ in groups:
                self.groups.append(here)
                here += at.GROUP
            for _ in graph.reaches_from[node]:
                self.edges.append(here)
                here += at.EDGE
            here += len(graph.used_by[node]) * at.USE + len(graph.reaches_to[node])
            here += self._climb(node)
            here += at.REPAIR_ROW if graph.work[node] else 0
            here += at.FALLBACK_ROW if graph.fallback[node] else 0

    def _node(self, node: int) -> None:
        graph, cells, start = self.graph, self.cells, self.nodes[node]
        written, groups, out = graph.nodes[node], graph.groups_of[node], graph.reaches_from[node]
        row = [0] * at.NODE
        row[at.NUMBER] = node
        row[at.NAME] = signed(name(graph.ids[node]))
        row[at.RESIDENTS], row[at.COST] = written.residents, written.cost_per_hour
        row[at.LIMIT] = written.mtd.time if written.mtd else at.NO_LIMIT
        row[at.RESTART] = graph.restart[node]
        row[at.LEVEL] = row[at.SERVED] = row[at.CONDITION] = 100
        row[at.GROUPS] = start + at.NODE
        row[at.GROUPS_END] = row[at.OUT] = row[at.GROUPS] + len(groups) * at.GROUP
        row[at.OUT_END] = row[at.USES] = row[at.OUT] + len(out) * at.EDGE
        row[at.USES_END] = row[at.INTO] = row[at.USES] + len(graph.used_by[node]) * at.USE
        row[at.INTO_END] = row[at.CLIMB] = row[at.INTO] + len(graph.reaches_to[node])
        climb = self._climb(node)
        end = row[at.CLIMB] + climb
        if graph.work[node]:
            row[at.REPAIR] = end
            end += at.REPAIR_ROW
        if graph.fallback[node]:
            row[at.FALLBACK] = end
        cells.extend(row)
        for group in groups:
            cells.extend(self._group(group))
        for edge in out:
            cells.extend(self._edge(edge))
        for group, enough in graph.used_by[node]:
            cells.extend((self.groups[group], enough, 0))
        cells.extend(self.edges[edge] for edge in graph.reaches_to[node])
        cells.extend([0] * climb)
        cells.extend(self._repair(node))
        cells.extend(self._fallback(node))

    def _group(self, number: int) -> list[int]:
        group, row = self.graph.groups[number], [0] * at.GROUP
        row[at.OWNER] = self.nodes[group.owner]
        row[at.BUFFER], row[at.LOSS] = group.buffer, group.loss
        row[at.FOR_REPAIR] = int(group.for_repair)
        row[at.SHORT_AT_START] = row[at.SHORT] = self.graph.short[number]
        row[at.LOST_SINCE] = row[at.JUMP_UNTIL] = at.NEVER
        return row

    def _edge(self, number: int) -> list[int]:
        edge, row = self.graph.reaches[number], [0] * at.EDGE
        row[at.SOURCE], row[at.TARGET] = self.nodes[edge.source], self.nodes[edge.target]
        row[at.DELAY_MIN], row[at.DELAY_WIDTH] = edge.delay.min, edge.delay.max - edge.delay.min
        row[at.DELAY_TABLE] = self._table(edge.delay)
        row[at.QUANTITY] = signed(DELAY ^ name(self.graph.ids[edge.target]))
        row[at.DUE] = at.NEVER
        return row

    def _repair(self, node: int) -> Sequence[int]:
        graph, span, row = self.graph, self.graph.work[node], [0] * at.REPAIR_ROW
        if span is None:
            return ()
        row[at.OF] = self.nodes[node]
        row[at.WORK_MIN], row[at.WORK_WIDTH] = span.min, span.max - span.min
        row[at.WORK_TABLE] = self._table(span)
        row[at.CREW] = self.crew_at(graph.crew[node])
        row[at.BACKUP] = self.node_at(graph.backup[node])
        row[at.NEEDS] = self.group_at(graph.repair_group[node])
        row[at.DONE_AT] = at.NEVER
        return row

    def _fallback(self, node: int) -> Sequence[int]:
        plan, row = self.graph.fallback[node], [0] * at.FALLBACK_ROW
        if plan is None:
            return ()
        row[at.FALLBACK_OF] = self.nodes[node]
        row[at.FALLBACK_LEVEL] = plan.level
        row[at.SETUP], row[at.KEEP] = plan.setup, plan.keep
        row[at.AUTOMATIC] = int(plan.automatic)
        row[at.FALLBACK_COST] = plan.cost_per_hour
        row[at.LEANED_SINCE] = at.NEVER
        row[at.LEFT] = plan.keep
        return row

    def _table(self, span: Range) -> int:
        return self.tables[shape_of(span)] if span.min < span.max else 0

    def _climb(self, node: int) -> int:
        """Cells for its climb."""
        return 2 * (_heights(tuple(self.graph.groups[group].loss for group in self.graph.groups_of[node])) + 1)


@lru_cache(maxsize=1 << 12)
def _heights(losses: tuple[int, ...]) -> int:
    """How many levels above 0 a node may climb to whose groups lose so much: no two steps of a climb are alike."""
    sums = 1
    for loss in losses:
        sums = (sums | sums << loss) & ((1 << 100) - 1)
    return sums.bit_count()


def _shapes(graph: Graph) -> set[int]:
    spans = {*(span for span in graph.work if span), *(edge.delay for edge in graph.reaches)}
    return {shape_of(span) for span in spans if span.min < span.max}
