"""Without chance: every duration the one that is most likely."""

from __future__ import annotations

from dataclasses import replace

from simulator.consequences.graph import Graph
from simulator.scenario.landscape import Range


def at_likely(graph: Graph) -> Graph:
    """The same landscape with certain durations, and without an investigation that repairs wait for."""
    known: dict[int, Range] = {}

    def certain(span: Range) -> Range:
        found = known.get(span.likely)
        if found is None:
            found = known[span.likely] = span.model_copy(update={"min": span.likely, "max": span.likely})
        return found

    return replace(
        graph,
        work=tuple(span and certain(span) for span in graph.work),
        reaches=tuple(replace(edge, delay=certain(edge.delay)) for edge in graph.reaches),
        forensics=False,
    )
