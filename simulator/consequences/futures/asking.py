"""A question about a packed graph: the interventions, packed into cells that stand after those of the graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.consequences.futures import layout as at
from simulator.consequences.futures.packing import PackedGraph
from simulator.consequences.interventions import Intervention, Kind

PLENTY = 1 << 40
"""More minutes or people than make a difference."""

KINDS = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The cells that stand after those of a graph."""

    cells: list[int]
    """Interventions in order of minute, their links, then queues that take the place of those of the graph."""
    acts_end: int
    """The address after the last intervention."""
    queues: tuple[tuple[int, int], ...]
    """For (the address of) a crew the address of its queue: priorities that change ask for more room."""


def question(ground: PackedGraph, acts: Sequence[Intervention], *, until: int) -> Question:
    """The interventions, which come in order of minute; those that name what is not there are left out."""
    ranks = _ranks(acts)
    known = [row for act in acts if act.minute <= until and (row := _row(ground, act, ranks)) is not None]
    start = len(ground.cells)
    acts_end = links = start + len(known) * at.ACT
    cells: list[int] = []
    for act_row, of in known:
        cells.extend((*act_row, links, links + len(of)))
        links += len(of)
    for _, of in known:
        cells.extend(of)
    queues: list[tuple[int, int]] = []
    for crew, changes in _changes(ground, acts).items():
        queues.append((ground.crew_at(crew), start + len(cells)))
        cells.extend([0] * (ground.crew_members[crew] + changes))
    return Question(cells=cells, acts_end=acts_end, queues=tuple(queues))


def _changes(ground: PackedGraph, acts: Sequence[Intervention]) -> dict[int, int]:
    """For a crew how many times it may be told to take something first: each may leave a ticket that no longer holds."""
    changes: dict[int, int] = {}
    for act in acts:
        crew = ground.graph.crew[ground.graph.index[act.node]] if act.node in ground.graph.index else -1
        if act.kind is Kind.SET_PRIORITY and crew >= 0:
            changes[crew] = changes.get(crew, 0) + 1
    return changes


def _ranks(acts: Sequence[Intervention]) -> dict[int, int]:
    """Priorities as small numbers, the highest first and 0 for the priority at the start."""
    amounts = sorted({0, *(act.amount for act in acts if act.kind is Kind.SET_PRIORITY)}, reverse=True)
    start = amounts.index(0)
    return {amount: place - start for place, amount in enumerate(amounts)}


def _row(ground: PackedGraph, act: Intervention, ranks: dict[int, int]) -> tuple[tuple[int, ...], list[int]] | None:
    """The row of an intervention up to its links, and these; None when it names what is not there."""
    graph, kind = ground.graph, KINDS[act.kind]
    if act.kind is Kind.ADD_CREW:
        crew = graph.crew_index.get(act.other)
        if crew is None or act.amount <= 0:
            return None
        return (act.minute, kind, ground.crew_at(crew), min(act.amount, PLENTY), 0), []
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
        other = ground.group_at(groups[act.group])
    elif act.kind in (Kind.CUT, Kind.RESTORE):
        member = graph.index.get(act.other, -1)
        links, other = ground.links(node, member) if member >= 0 else [], ground.node_at(member)
    return (act.minute, kind, ground.node_at(node), amount, other), links
