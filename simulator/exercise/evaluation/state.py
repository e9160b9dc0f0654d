"""What was thought, claimed, judged and promised so far: a frozen fold of the events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar, assert_never

from simulator.exercise.evaluation import events as e

V = TypeVar("V")
K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class At(Generic[V]):
    """An event and the exercise minute at which it happened."""

    minute: int
    event: V


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All of it. Mappings keep the order of the events."""

    picked: tuple[str, ...] = ()
    """The griffier's questions, in the order chosen."""
    predictions: Mapping[str, At[e.PredictionMade]] = field(default_factory=dict)
    pictures: Mapping[str, tuple[At[e.PictureLineWritten], ...]] = field(default_factory=dict)
    """The lines of each picture."""
    estimates: Mapping[str, At[e.CostEstimated]] = field(default_factory=dict)
    asked: Mapping[str, At[e.CouncilAsked]] = field(default_factory=dict)
    answers: Mapping[str, At[e.AnswerGiven]] = field(default_factory=dict)
    answer_ratings: Mapping[tuple[str, str], At[e.AnswerRated]] = field(default_factory=dict)
    """The last word of each observer, by (answer, observer)."""
    claims: Mapping[tuple[str, str, str], At[e.ClaimTicked]] = field(default_factory=dict)
    """The last word of each observer, by (inject, claim, observer); also when it was taken back."""
    ratings: Mapping[tuple[str, str], At[e.QuestionRated]] = field(default_factory=dict)
    """The last word of each observer, by (question, observer)."""
    documents: Mapping[str, At[e.DocumentChecked]] = field(default_factory=dict)
    hot_wash: tuple[At[e.HotWashAnswered], ...] = ()
    improvements: Mapping[str, At[e.ImprovementPlanned]] = field(default_factory=dict)
    """Those that stand."""
    improvements_made: int = 0
    """How many there ever were, so that an id is never used again."""


def evolve(before: Evaluation, minute: int, event: e.EvaluationEvent) -> Evaluation:
    """The evaluation after an event. Total."""
    match event:
        case e.QuestionsPicked():
            return replace(before, picked=tuple(filter(None, event.questions.split(","))))
        case e.PredictionMade():
            return replace(before, predictions=_with(before.predictions, event.prediction, At(minute=minute, event=event)))
        case e.PictureLineWritten():
            lines = (*before.pictures.get(event.picture, ()), At(minute=minute, event=event))
            return replace(before, pictures=_with(before.pictures, event.picture, lines))
        case e.CostEstimated():
            return replace(before, estimates=_with(before.estimates, event.estimate, At(minute=minute, event=event)))
        case e.CouncilAsked():
            return replace(before, asked=_with(before.asked, event.asked, At(minute=minute, event=event)))
        case e.AnswerGiven() | e.AnswerRated() | e.ClaimTicked() | e.QuestionRated():
            return _judged(before, minute, event)
        case e.DocumentChecked() | e.HotWashAnswered() | e.ImprovementPlanned() | e.ImprovementDropped():
            return _afterwards(before, minute, event)
        case _:
            assert_never(event)


Judged = e.AnswerGiven | e.AnswerRated | e.ClaimTicked | e.QuestionRated


def _judged(before: Evaluation, minute: int, event: Judged) -> Evaluation:
    match event:
        case e.AnswerGiven():
            return replace(before, answers=_with(before.answers, event.answer, At(minute=minute, event=event)))
        case e.AnswerRated():
            said = _with(before.answer_ratings, (event.answer, event.observer), At(minute=minute, event=event))
            return replace(before, answer_ratings=said)
        case e.ClaimTicked():
            ticked = _with(before.claims, (event.inject, event.claim, event.observer), At(minute=minute, event=event))
            return replace(before, claims=ticked)
        case e.QuestionRated():
            rated = _with(before.ratings, (event.question, event.observer), At(minute=minute, event=event))
            return replace(before, ratings=rated)
        case _:
            assert_never(event)


Afterwards = e.DocumentChecked | e.HotWashAnswered | e.ImprovementPlanned | e.ImprovementDropped


def _afterwards(before: Evaluation, minute: int, event: Afterwards) -> Evaluation:
    match event:
        case e.DocumentChecked():
            return replace(before, documents=_with(before.documents, event.document, At(minute=minute, event=event)))
        case e.HotWashAnswered():
            return replace(before, hot_wash=(*before.hot_wash, At(minute=minute, event=event)))
        case e.ImprovementPlanned():
            made = before.improvements_made + (event.improvement not in before.improvements)
            planned = _with(before.improvements, event.improvement, At(minute=minute, event=event))
            return replace(before, improvements=planned, improvements_made=made)
        case e.ImprovementDropped():
            rest = {name: each for name, each in before.improvements.items() if name != event.improvement}
            return replace(before, improvements=rest)
        case _:
            assert_never(event)


def _with(mapping: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    return {**mapping, key: value}
