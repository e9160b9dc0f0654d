"""What was predicted, pictured, estimated, asked, answered, judged, shown and promised: facts in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rating(StrEnum):
    """The four levels of HSEEP, and 'not exercised', which enters no denominator."""

    P = "P"
    """Performed without challenges."""
    S = "S"
    """Performed with some challenges."""
    M = "M"
    """Performed with major challenges."""
    U = "U"
    """Unable to be performed."""
    N = "N"
    """Not exercised."""


class Certainty(StrEnum):
    """What a role takes a line of its picture for."""

    FEIT = "feit"
    AANNAME = "aanname"


class Shown(StrEnum):
    """What became of a document that a question asks for."""

    GETOOND = "getoond"
    VEROUDERD = "verouderd"
    ONTBREEKT = "ontbreekt"


class Element(StrEnum):
    """What an improvement is about: the elements of an organisation's ability."""

    BELEID = "beleid"
    ORGANISATIE = "organisatie"
    MIDDELEN = "middelen"
    OPLEIDING = "opleiding"
    OEFENING = "oefening"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsPicked:
    """The griffier chose the questions that lead the report; replaces an earlier choice."""

    questions: str
    """Ids with commas between, in the order chosen; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictionMade:
    """Somebody said which nodes will fail."""

    prediction: str
    """Names this prediction; unique in the exercise."""
    by: str
    """A role; empty for the team."""
    nodes: str
    """Ids with commas between; empty for 'nothing will fail'."""
    within: int
    """Minutes from now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLineWritten:
    """A line of what a role takes to be the case."""

    picture: str
    """Names the picture that the line belongs to; unique in the exercise."""
    role: str
    text: str
    certainty: Certainty
    node: str
    """The node that it is about; empty for none."""
    works: str
    """`ja` or `nee`, or empty when it does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostEstimated:
    """The team named an amount."""

    estimate: str
    """Names this estimate; unique in the exercise."""
    category: str
    low: int
    high: int
    booked: str
    """Taakveld or project code; empty when not said."""
    coverage: str
    """onvoorzien, reserve, verzekering or derden; empty when not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilAsked:
    """A councillor asked something from the public seat."""

    asked: str
    """Names this question; unique in the exercise."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven:
    """The team answered a councillor, in its own words."""

    answer: str
    """Names this answer; unique in the exercise."""
    to: str
    """An inject's id, or `asked` of a question from the public seat."""
    by: str
    """A role."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRated:
    answer: str
    rating: Rating
    reason: str
    observer: str
    """Token of an observer; empty for the oefenleider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTicked:
    """An observer heard (or no longer thinks to have heard) this claim in the answer to an inject."""

    inject: str
    claim: str
    made: bool
    observer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRated:
    """An observer confirmed or overruled what the rules proposed."""

    question: str
    rating: Rating
    reason: str
    """Needed where it differs from the proposal; may be empty where it does not."""
    observer: str
    """Token of an observer; empty for the oefenleider or the debrief."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChecked:
    """A document that a question asks for was shown, was old, or was not there."""

    document: str
    """Id in scenarios/council/documents.yaml."""
    shown: Shown
    dated: str
    """ISO date on the document; empty when it has none."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HotWashAnswered:
    """What somebody, or the room by show of hands, said to a question of the debrief."""

    question: int
    """0-based, in the scenario's debrief questions."""
    role: str
    """Empty for the room."""
    text: str
    hands: int
    """Hands that went up; -1 when nobody asked for them."""
    of: int
    """People in the room; -1 likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementPlanned:
    """What will be mended, by whom and when; replaces an earlier one of the same id."""

    improvement: str
    what: str
    why: str
    element: Element
    owner: str
    """Who answers for it, as a function in the organisation."""
    contact: str
    """Token of a person; empty for nobody in particular."""
    start: str
    """ISO date; empty when not agreed."""
    due: str
    """ISO date; empty when not agreed."""
    returns: str
    """When it comes back to the council, such as 'bestuursrapportage voorjaar'; empty when not agreed."""
    question: str
    """The council's question that it follows from; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementDropped:
    improvement: str
    reason: str


EvaluationEvent = (
    QuestionsPicked | PredictionMade | PictureLineWritten | CostEstimated | CouncilAsked | AnswerGiven | AnswerRated
    | ClaimTicked | QuestionRated | DocumentChecked | HotWashAnswered | ImprovementPlanned | ImprovementDropped
)  # fmt: skip
"""The closed union of what is thought, claimed, judged and promised."""
