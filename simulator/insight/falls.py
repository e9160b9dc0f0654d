"""Which outage costs most: every node hit apart, and what falls because of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from simulator.consequences.draws import draw
from simulator.consequences.futures import Futures, futures
from simulator.consequences.graph import Graph, compile_graph
from simulator.consequences.harm import PERCENT_MINUTES
from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.likely import at_likely
from simulator.consequences.run import run
from simulator.consequences.trajectory import CauseKind, Change, Trajectory
from simulator.errors import NotFound, UsageWrong
from simulator.scenario.landscape import Landscape, NodeKind

SHOWN = frozenset({NodeKind.PROCESS, NodeKind.EFFECT})
"""What a municipality does, and what residents notice of it."""
WORTH_COMPILING = 1_000_000
"""Nodes x nodes that are tried; with fewer, loading the compiler takes longer than doing without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One node on the way from what was hit."""

    node: str
    name: str
    minute: int
    """After the hit."""
    spread: bool
    """The attack itself went on to it; else it fell because it needs the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Downed:
    """A process or effect that falls, wholly or in part."""

    node: str
    name: str
    kind: NodeKind
    minute: int
    """Of its first fall, after the hit."""
    level: int
    """The least that was served, in percents."""
    resident_hours: int
    chain: tuple[Step, ...]
    """The shortest chain of causes: what was hit first, this one last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """What it costs when one node is hit and nobody decides anything."""

    node: str
    name: str
    kind: NodeKind
    resident_hours: int
    """Service-hours of residents that are missed within the time asked for."""
    resident_hours_beyond_limit: int
    cost: int
    """Euro."""
    fallen: int
    """How many nodes no longer serve all, itself included."""
    takes_down: tuple[Downed, ...]
    """Processes and effects, without itself, the costliest first."""


def falls(landscape: Landscape | Graph, nodes: Collection[str] | None = None, *, within: int, top: int = 10) -> tuple[Fall, ...]:
    """The `top` nodes of which the fall costs most residents most hours in the first `within` minutes; ties by cost, then id.

    Each is hit by itself, all durations are the likely ones, and nobody decides anything. `nodes` are the ids to try; without,
    all but effects. NotFound for an id that is not there; UsageWrong for a time or number that cannot be.
    """
    graph = landscape if isinstance(landscape, Graph) else compile_graph(landscape)
    asked = [node.id for node in graph.nodes if node.kind is not NodeKind.EFFECT] if nodes is None else sorted(set(nodes))
    _check(graph, asked, within, top)
    certain = at_likely(graph)
    compiled = None if len(asked) * len(graph.ids) > WORTH_COMPILING else False
    ranked = sorted(_tried(certain, asked, within, compiled), key=lambda one: (-one[0], -one[1], one[2]))
    return tuple(_fall(certain, node, within, compiled) for _, _, node in ranked[:top])


def _check(graph: Graph, asked: Iterable[str], within: int, top: int) -> None:
    if within < 1:
        raise UsageWrong("De tijd waarover geteld wordt, is minstens 1 minuut. Schrijf bijvoorbeeld 24h.")
    if top < 1:
        raise UsageWrong(f"U vroeg om {top} onderdelen. Vraag er minstens 1.")
    for node in asked:
        if node not in graph.index:
            raise NotFound(f"Onderdeel {node!r} staat niet in dit landschap. Kies een id zoals {graph.ids[0]!r}.")


def _hit(node: str) -> tuple[Intervention, ...]:
    return (Intervention(minute=0, kind=Kind.HIT, id=node, node=node),)


def _tried(graph: Graph, asked: Iterable[str], within: int, compiled: bool | None) -> Iterator[tuple[int, int, str]]:
    """For each node what is missed, what it costs, and its id."""
    for node in asked:
        outcome = futures(graph, _hit(node), 1, 0, until=within, compiled=compiled)
        yield outcome.missed[0], outcome.cost[0], node


def _fall(graph: Graph, id_: str, within: int, compiled: bool | None) -> Fall:
    outcome = futures(graph, _hit(id_), 1, 0, until=within, compiled=compiled)
    course = run(graph, _hit(id_), draw(graph, 0), until=within)
    harm = outcome.harm(0)
    node = graph.nodes[graph.index[id_]]
    return Fall(
        node=id_,
        name=node.name,
        kind=node.kind,
        resident_hours=harm.resident_hours,
        resident_hours_beyond_limit=harm.resident_hours_beyond_limit,
        cost=harm.cost,
        fallen=len({change.node for change in course.changes}),
        takes_down=tuple(
            sorted(_downed(graph, id_, course, outcome), key=lambda one: (-one.resident_hours, one.minute, one.node))
        ),
    )


def _downed(graph: Graph, hit: str, course: Trajectory, outcome: Futures) -> Iterator[Downed]:
    missed = dict(zip(outcome.nodes, outcome.missed_of, strict=True))
    for id_, minutes in _falls_of(course).items():
        number = graph.index[id_]
        node = graph.nodes[number]
        if id_ == hit or node.kind not in SHOWN:
            continue
        chain = min((course.fell_because(id_, minute) for minute in minutes), key=len)
        yield Downed(
            node=id_,
            name=node.name,
            kind=node.kind,
            minute=minutes[0],
            level=min(served for _, served in course.served_of(id_)),
            resident_hours=(node.residents * missed.get(number, 0) + PERCENT_MINUTES // 2) // PERCENT_MINUTES,
            chain=tuple(_step(graph, change) for change in reversed(chain)),
        )


def _falls_of(course: Trajectory) -> dict[str, list[int]]:
    """For each node that fell the minutes at the end of which it did less than before."""
    level: dict[str, int] = {}
    falls: dict[str, list[int]] = {}
    for change in course.changes:
        if change.level < level.get(change.node, 100):
            falls.setdefault(change.node, []).append(change.minute)
        level[change.node] = change.level
    return falls


def _step(graph: Graph, change: Change) -> Step:
    node = graph.nodes[graph.index[change.node]]
    return Step(node=node.id, name=node.name, minute=change.minute, spread=change.cause.kind is CauseKind.SPREAD)
