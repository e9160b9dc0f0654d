"""What falls, when it comes back, and why: exact, and the same to the bit on every machine."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.consequences.draws import Draws
from simulator.consequences.graph import Graph
from simulator.consequences.interventions import Intervention
from simulator.consequences.play import play
from simulator.consequences.state import NEVER
from simulator.consequences.trajectory import Trajectory


def run(graph: Graph, interventions: Iterable[Intervention], draws: Draws, *, until: int, causes: bool = True) -> Trajectory:
    """What the interventions do, up to minute `until`; those of one minute in the order in which they are given.

    No intervention alters an earlier instant. Without `causes`, `changes`, `fell_because` are not there and it is faster.
    """
    acts = tuple(sorted(interventions, key=lambda act: act.minute))
    state = play(graph, acts, draws, until=until, causes=causes)
    ids = graph.ids
    running = [(node, fallback.since, until) for node, fallback in state.fallback.items() if fallback.since != NEVER]
    return Trajectory(
        graph=graph,
        interventions=acts,
        draws=draws,
        until=until,
        records=tuple(state.records),
        repairs=tuple(sorted((ids[work.node], work.start, work.until) for work in (*state.works, *state.work.values()))),
        fallback_runs=tuple(sorted((ids[node], start, end) for node, start, end in (*state.runs, *running))),
    )
