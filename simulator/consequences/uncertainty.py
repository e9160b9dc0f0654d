"""What the model may have wrong, as bounds to try a finding against."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from simulator.consequences.graph import Graph
from simulator.scenario.landscape import Range

REPAIR_FACTORS = (Fraction(1, 2), Fraction(2))
"""All repairs twice as short, and twice as long: an assumption, until published incidents say better."""


def with_repairs(graph: Graph, factor: Fraction) -> Graph:
    """The same landscape with all repair work multiplied, in whole minutes of at least 1."""
    return replace(graph, work=tuple(span and _times(span, factor) for span in graph.work))


def _times(span: Range, factor: Fraction) -> Range:
    times = {name: max(1, round(getattr(span, name) * factor)) for name in ("min", "likely", "max")}
    return span.model_copy(update=times)
