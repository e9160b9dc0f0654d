"""A landscape compiled to integers: what the run walks over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.scenario.landscape import Fallback, Landscape, Need, Node, Range

NONE = -1
"""Index that stands for: there is none."""

REPAIR_ENOUGH = 50
"""A node that a repair needs must serve at least this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A requirement group, by index. What a repair needs is a group too, one without loss."""

    owner: int
    number: int
    """The place among the owner's groups as written, from 0; what its repair needs comes after the last."""
    members: tuple[int, ...]
    need: int
    """How many members must serve `enough`."""
    enough: int
    buffer: int
    loss: int
    for_repair: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """An edge along which an attack spreads, by index."""

    source: int
    target: int
    delay: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A landscape by index. Nodes are numbered by id, so that the order in the file means nothing."""

    ids: tuple[str, ...]
    index: Mapping[str, int]
    nodes: tuple[Node, ...]
    restart: tuple[int, ...]
    groups: tuple[Group, ...]
    short: tuple[int, ...]
    """For a group, when all is up: how many members short it is; 0 when all are needed, below when some can be spared."""
    buffered: tuple[bool, ...]
    """For a group whether it has a buffer."""
    groups_of: tuple[tuple[int, ...], ...]
    """For a node its groups as written, then what its repair needs."""
    repair_group: tuple[int, ...]
    used_by: tuple[tuple[tuple[int, int], ...], ...]
    """For a node the (group, enough) that it is a member of."""
    work: tuple[Range | None, ...]
    crew: tuple[int, ...]
    """The crew that repairs a node, or NONE."""
    backup: tuple[int, ...]
    fallback: tuple[Fallback | None, ...]
    crew_ids: tuple[str, ...]
    crew_index: Mapping[str, int]
    crew_count: tuple[int, ...]
    reaches: tuple[Reach, ...]
    reaches_from: tuple[tuple[int, ...], ...]
    reaches_to: tuple[tuple[int, ...], ...]
    lost_backup_factor: int
    forensics: bool
    horizon: int


def compile_graph(landscape: Landscape) -> Graph:
    """Number the nodes of a checked landscape: every id that it names exists. Cycles are welcome."""
    nodes = tuple(sorted(landscape.nodes, key=lambda node: node.id))
    index = {node.id: number for number, node in enumerate(nodes)}
    crews = tuple(sorted(landscape.crews, key=lambda crew: crew.id))
    crew_index = {crew.id: number for number, crew in enumerate(crews)}
    groups, groups_of, repair_group = _groups(nodes, index)
    reaches = _reaches(landscape, index)
    return Graph(
        ids=tuple(index),
        index=index,
        nodes=nodes,
        restart=tuple(node.restart for node in nodes),
        groups=groups,
        short=tuple(group.need - len(group.members) for group in groups),
        buffered=tuple(group.buffer > 0 for group in groups),
        groups_of=groups_of,
        repair_group=repair_group,
        used_by=_used_by(groups, len(nodes)),
        work=tuple(node.repair.work if node.repair else None for node in nodes),
        crew=tuple(crew_index[node.repair.crew] if node.repair and node.repair.crew else NONE for node in nodes),
        backup=tuple(index[node.repair.backup] if node.repair and node.repair.backup else NONE for node in nodes),
        fallback=tuple(node.fallback for node in nodes),
        crew_ids=tuple(crew_index),
        crew_index=crew_index,
        crew_count=tuple(crew.count for crew in crews),
        reaches=reaches,
        reaches_from=_edges([reach.source for reach in reaches], len(nodes)),
        reaches_to=_edges([reach.target for reach in reaches], len(nodes)),
        lost_backup_factor=landscape.lost_backup_factor,
        forensics=landscape.forensics,
        horizon=landscape.horizon,
    )


def _groups(
    nodes: tuple[Node, ...], index: Mapping[str, int]
) -> tuple[tuple[Group, ...], tuple[tuple[int, ...], ...], tuple[int, ...]]:
    groups: list[Group] = []
    groups_of: list[tuple[int, ...]] = []
    repair_group: list[int] = []
    for owner, node in enumerate(nodes):
        first = len(groups)
        groups += [_group(owner, number, need, index) for number, need in enumerate(node.needs)]
        repair_group.append(NONE)
        if node.repair and node.repair.needs:
            repair_group[owner] = len(groups)
            need = Need(of=node.repair.needs, enough=REPAIR_ENOUGH)
            groups.append(_group(owner, len(node.needs), need, index, for_repair=True))
        groups_of.append(tuple(range(first, len(groups))))
    return tuple(groups), tuple(groups_of), tuple(repair_group)


def _group(owner: int, number: int, need: Need, index: Mapping[str, int], *, for_repair: bool = False) -> Group:
    members = tuple(sorted({index[member] for member in need.of}))
    return Group(
        owner=owner,
        number=number,
        members=members,
        # Before the start all is up, so a group never asks for more members than it has.
        need=min(need.at_least or len(members), len(members)),
        enough=need.enough,
        buffer=need.buffer,
        loss=0 if for_repair else need.loss,
        for_repair=for_repair,
    )


def _used_by(groups: tuple[Group, ...], count: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    used_by: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for number, group in enumerate(groups):
        for member in group.members:
            used_by[member].append((number, group.enough))
    return tuple(tuple(uses) for uses in used_by)


def _reaches(landscape: Landscape, index: Mapping[str, int]) -> tuple[Reach, ...]:
    reaches = [Reach(source=index[reach.from_], target=index[reach.to], delay=reach.delay) for reach in landscape.reaches]
    return tuple(
        sorted(reaches, key=lambda reach: (reach.source, reach.target, reach.delay.min, reach.delay.likely, reach.delay.max))
    )


def _edges(ends: list[int], count: int) -> tuple[tuple[int, ...], ...]:
    at: list[list[int]] = [[] for _ in range(count)]
    for edge, end in enumerate(ends):
        at[end].append(edge)
    return tuple(tuple(edges) for edges in at)
