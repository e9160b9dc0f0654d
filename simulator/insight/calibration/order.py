"""Whether things come back in the order in which they came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point that can be put in order: between when it was back, and when the model has it back."""

    least: float
    most: float
    model: float


def tau(spots: Sequence[Spot]) -> tuple[float | None, int]:
    """Kendall's tau over the pairs whose published order is certain, and how many those are.

    A pair of which the model has both at the same time counts as neither right nor wrong. None with fewer than three points
    that are in some pair.
    """
    certain = [(a, b) for a, b in combinations(spots, 2) if a.most < b.least or b.most < a.least]
    ordered = {id(spot) for pair in certain for spot in pair}
    if len(ordered) < 3:
        return None, len(certain)
    agreed = sum(_sign(b.model, a.model) * (1 if a.most < b.least else -1) for a, b in certain)
    return agreed / len(certain), len(certain)


def _sign(left: float, right: float) -> int:
    return (left > right) - (left < right)
