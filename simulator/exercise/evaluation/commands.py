"""What can be asked of the exercise about thinking, claiming, judging and promising."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.evaluation.events import Certainty, Element, Rating, Shown

DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PickQuestions:
    """The griffier's choice, at most eight."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predict:
    nodes: tuple[str, ...]
    within: int = DAY
    """Minutes from now."""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLine:
    """A line of a picture, as it is written."""

    text: str
    certainty: Certainty
    node: str = ""
    works: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePicture:
    role: str
    lines: tuple[PictureLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateCost:
    category: str
    low: int
    high: int
    booked: str = ""
    coverage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAsCouncil:
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuestion:
    to: str
    """An inject's id, or the id of a question from the public seat."""
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateAnswer:
    answer: str
    rating: Rating
    reason: str = ""
    observer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickClaim:
    inject: str
    claim: str
    made: bool = True
    observer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateQuestion:
    question: str
    rating: Rating
    reason: str = ""
    observer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDocument:
    document: str
    shown: Shown
    dated: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerHotWash:
    question: int
    """0-based."""
    text: str = ""
    role: str = ""
    hands: int = -1
    of: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanImprovement:
    what: str
    owner: str
    element: Element
    why: str = ""
    contact: str = ""
    start: str = ""
    due: str = ""
    returns: str = ""
    question: str = ""
    improvement: str = ""
    """Empty for a new one; else the one that this replaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropImprovement:
    improvement: str
    reason: str = ""


EvaluationCommand = (
    PickQuestions | Predict | WritePicture | EstimateCost | AskAsCouncil | AnswerQuestion | RateAnswer | TickClaim
    | RateQuestion | CheckDocument | AnswerHotWash | PlanImprovement | DropImprovement
)  # fmt: skip
"""The closed union of what can be asked about it."""

BEFORE = (PickQuestions, CheckDocument)
"""What can be done before the exercise starts."""
AFTERWARDS = (
    PickQuestions, EstimateCost, AnswerQuestion, RateAnswer, TickClaim, RateQuestion, CheckDocument, AnswerHotWash,
    PlanImprovement, DropImprovement,
)  # fmt: skip
"""What can be done when the exercise is over."""
