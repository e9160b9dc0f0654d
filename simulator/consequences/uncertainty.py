"""What the model may have wrong, as bounds to try a finding against."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from simulator.consequences.graph import Graph
from simulator.scenario.landscape import Range

REPAIR_FACTOR = 3
"""Nine of ten published points, moments and bounds, lie within this factor of the model: what `calibrate` finds, rounded."""
REPAIR_FACTORS = (Fraction(1, REPAIR_FACTOR), Fraction(REPAIR_FACTOR))
"""All repairs so many times as short, and as long."""


def with_repairs(graph: Graph, factor: Fraction) -> Graph:
    """The same landscape with all repair work multiplied, in whole minutes of at least 1."""
    return replace(graph, work=tuple(span and scaled(span, factor) for span in graph.work))


def scaled(span: Range, times: Fraction | float) -> Range:
    """A range so many times as long, in whole minutes of at least 1; it may be longer than a file may say."""
    minutes = {name: max(1, round(getattr(span, name) * times)) for name in ("min", "likely", "max")}
    return span.model_copy(update=minutes)
