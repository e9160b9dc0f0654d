"""From findings to one of HSEEP's four levels, and how much such a proposal needs an observer's word."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.exercise.evaluation.events import Rating
from simulator.insight.ratings.values import Finding, Points

EDGES = ((1.0, Rating.P), (0.60, Rating.S), (0.25, Rating.M))
"""From this share of the possible points on; below the last it is U. P is all of them: one thing late is a challenge met."""
NEAR = 0.15
"""A score this near to an edge is doubtful."""
GAP_WEIGHT, DISAGREEMENT_WEIGHT, NOTE_WEIGHT, ONE_RULE_WEIGHT = 1.0, 2.0, 0.5, 0.25


def score(findings: Sequence[Finding]) -> float | None:
    """Points of the possible, 0 to 1; None when nothing could be rated."""
    points = [each.points.counts for each in findings if each.points.counts is not None]
    return sum(points) / (2 * len(points)) if points else None


def proposal(findings: Sequence[Finding]) -> Rating:
    """The level that the findings propose; N when nothing could be rated."""
    share = score(findings)
    if share is None:
        return Rating.N
    return next((rating for edge, rating in EDGES if share >= edge), Rating.U)


def contested(findings: Sequence[Finding], *, disagreed: bool, notes: int) -> float:
    """How doubtful a proposal is: near an edge, with gaps, with observers who differ or noted something, on one rule alone."""
    share = score(findings)
    gaps = sum(each.points is Points.GAP for each in findings)
    if share is None:
        return GAP_WEIGHT * gaps + DISAGREEMENT_WEIGHT * disagreed
    near = max(0.0, 1 - min(abs(share - edge) for edge, _ in EDGES) / NEAR)
    alone = sum(each.points.counts is not None for each in findings) == 1
    return near + GAP_WEIGHT * gaps + DISAGREEMENT_WEIGHT * disagreed + NOTE_WEIGHT * bool(notes) + ONE_RULE_WEIGHT * alone
