"""What an exercise says about the council's questions: proposals with their evidence, and what observers make of them."""

from simulator.insight.ratings.rated import ratings
from simulator.insight.ratings.values import (
    Agreement,
    Counts,
    EvidenceLine,
    Finding,
    Paper,
    PaperStatus,
    Points,
    QuestionRating,
    Ratings,
    Status,
)
from simulator.insight.ratings.wording import SHORT, counted_words

__all__ = [
    "SHORT",
    "Agreement",
    "Counts",
    "EvidenceLine",
    "Finding",
    "Paper",
    "PaperStatus",
    "Points",
    "QuestionRating",
    "Ratings",
    "Status",
    "counted_words",
    "ratings",
]
