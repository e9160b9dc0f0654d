"""Counts and bands in words, for every place that shows them."""

from __future__ import annotations

from simulator.exercise.evaluation.events import Rating
from simulator.insight import wording as w
from simulator.insight.ratings.values import Counts

SHORT = {
    Rating.P: "zonder knelpunten",
    Rating.S: "enkele knelpunten",
    Rating.M: "grote knelpunten",
    Rating.U: "niet uitgevoerd",
    Rating.N: "niet beoefend",
}
"""HSEEP's levels, short enough for a column."""


def counted_words(counts: Counts) -> str:
    """'3 zonder knelpunten, 1 grote knelpunten; 2 niet beoefend; nog 4 te bevestigen'."""
    rated = ", ".join(f"{number} {SHORT[rating]}" for rating, number in counts.bands.items() if number)
    parts = (
        rated or "niets beoordeeld",
        f"{counts.not_exercised} niet beoefend" if counts.not_exercised else "",
        f"{w.count(counts.proposals, 'voorstel', 'voorstellen')} nog te bevestigen" if counts.proposals else "",
    )
    return "; ".join(part for part in parts if part)
