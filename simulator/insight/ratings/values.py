"""What is said about the council's questions: findings, ratings, counts, agreement and papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from simulator.exercise.evaluation.events import Rating
from simulator.scenario.council.questions import CouncilRole, QuestionClass


class Points(Enum):
    """What an evidence rule gives."""

    TWO = 2
    """Done, in time, by who may."""
    ONE = 1
    """Partly, late, or by who may not."""
    ZERO = 0
    """Absent, though it was asked for and there was time."""
    N = "N"
    """Not exercised: its stimulus never came, its term still ran, or the role that it needs was not there."""
    GAP = "GAP"
    """The record is incomplete; never held against the team until an observer confirms it."""

    @property
    def counts(self) -> int | None:
        """0, 1 or 2; None for what enters no score."""
        return self.value if isinstance(self.value, int) else None


class Status(StrEnum):
    """Who stands behind a rating."""

    VOORSTEL = "voorstel"
    """Proposed by the rules; nobody confirmed it."""
    BEVESTIGD = "bevestigd"
    ANDERS = "anders beoordeeld"
    TELT_NIET = "telt niet mee"
    """No rating: only hinted at in play, on paper, or talked about."""


class PaperStatus(StrEnum):
    """What became of a document that a question asks for."""

    GETOOND = "getoond"
    VEROUDERD = "verouderd"
    ONTBREEKT = "ontbreekt"
    NIET_BEKEKEN = "niet bekeken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one evidence rule found."""

    rule: str
    """Its key in questions.yaml."""
    points: Points
    words: str
    """A whole Dutch sentence."""
    seqs: tuple[int, ...] = ()
    """Numbers in the journal that prove it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """A line of the journal."""

    seq: int
    minute: int
    at: str
    """Such as 'di 09:40'."""
    text: str
    confidential: bool = False
    """It names people: not for an open edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What an observer made of a question."""

    observer: str
    """Token; empty for the oefenleider or the debrief."""
    rating: Rating
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRating:
    """One question of the council, and what this exercise says about it."""

    id: str
    role: CouncilRole
    class_: QuestionClass
    text: str
    aim: str
    place: str
    """Where it stands in the factsheet, in words."""
    norms: tuple[str, ...]
    """With '(te verifiëren)' where nobody checked it."""
    follow_up: str
    documents: tuple[str, ...]
    picked: bool
    """The griffier chose it."""
    proposed: Rating | None
    """By the rules; None where no rating belongs."""
    rating: Rating | None
    """What stands: the observers' word, or else the proposal."""
    status: Status
    reason: str
    """Why it was rated otherwise; may be empty."""
    words: str
    """Such as 'uitgevoerd met enkele knelpunten (voorstel)'."""
    score: float | None
    """Points of the possible, 0 to 1; None when nothing was rated."""
    findings: tuple[Finding, ...]
    evidence: tuple[EvidenceLine, ...]
    verdicts: tuple[Verdict, ...]
    disagreed: bool
    """Observers differ and nobody settled it."""
    contested: float
    """How much an observer's word is needed; 0 when it is not."""
    touched: str
    """Which messages and decisions belonged to it, in words."""

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """What is still to be filled in."""
        return tuple(finding for finding in self.findings if finding.points is Points.GAP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Rated questions by band; what was not exercised enters no denominator."""

    name: str
    """A council role, or a learning goal's text."""
    id: str
    bands: dict[Rating, int]
    """P, S, M and U."""
    not_exercised: int
    proposals: int
    """Of the rated ones, how many nobody confirmed."""
    hints: int = 0
    papers: int = 0
    talks: int = 0

    @property
    def rated(self) -> int:
        """The denominator."""
        return sum(self.bands.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A question that observers rated differently."""

    question: str
    ratings: tuple[tuple[str, Rating], ...]
    """Observer's token and rating."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far observers agree; the settlement in the debrief is no observer."""

    observers: tuple[str, ...]
    equal: int
    of: int
    """Questions that at least two observers rated."""
    kappa: float | None
    """Cohen's, the mean over pairs of observers; None when it cannot be computed."""
    differences: tuple[Difference, ...]
    words: str
    """'11 van 14 gelijk'; empty when there is nothing to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document on the checklist."""

    id: str
    title: str
    look_for: str
    questions: tuple[str, ...]
    status: PaperStatus
    dated: str
    note: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """All of it. There is no overall mark."""

    questions: tuple[QuestionRating, ...]
    """The griffier's first, in the order chosen; then the factsheet's order."""
    roles: tuple[Counts, ...]
    goals: tuple[Counts, ...]
    to_confirm: tuple[str, ...]
    """At most six, most contested first."""
    agreement: Agreement
    papers: tuple[Paper, ...]

    def question(self, name: str) -> QuestionRating:
        """The question by its id."""
        return next(each for each in self.questions if each.id == name)
