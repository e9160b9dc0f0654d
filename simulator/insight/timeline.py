"""The time line: one plain sentence an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import assert_never

from simulator.exercise import events as e
from simulator.exercise.evaluation import events as ee
from simulator.exercise.events import Recorded
from simulator.exercise.evolve import evolve
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.wording_events import event_line
from simulator.scenario.model import ALL


class EntryKind(StrEnum):
    """What an entry is about."""

    VERLOOP = "verloop"
    """Start, pause, jump, round, end."""
    BERICHT = "bericht"
    BESLUIT = "besluit"
    GEVOLG = "gevolg"
    """What fell or came back."""
    BEKEND = "bekend"
    """What became known."""
    KLOK = "klok"
    GELD = "geld"
    ACTIE = "actie"
    NOTITIE = "notitie"
    TECHNIEK = "techniek"
    """Bookkeeping that only explains the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One happening."""

    seq: int
    minute: int
    at: str
    """Such as 'ma 09:40'."""
    kind: EntryKind
    text: str
    public: bool
    """The room could see or hear it when it happened."""
    by_hand: bool
    """The oefenleider did it by hand."""
    actor: str


def timeline(
    setting: Setting, recorded: Sequence[Recorded], *, known: tuple[Entry, ...] = (), state: State | None = None
) -> tuple[Entry, ...]:
    """All that happened, in order of the journal.

    To go on with a time line, give what is `known` of its beginning, which later events do not alter, and the `state` after
    the last event: then only what is new is looked at.
    """
    after = reduce(evolve, recorded, State()) if state is None else state
    return (*known, *(_entry(setting, after, each) for each in recorded[len(known) :]))


def _entry(setting: Setting, state: State, recorded: Recorded) -> Entry:
    event = recorded.event
    return Entry(
        seq=recorded.seq,
        minute=recorded.minute,
        at=w.moment(setting, recorded.minute),
        kind=_kind(event),
        text=event_line(setting, state, event),
        public=_public(setting, event),
        by_hand=_by_hand(event),
        actor=recorded.actor,
    )


def _kind(event: e.Event) -> EntryKind:
    match event:
        case e.ExerciseStarted() | e.TimeJumped() | e.RealityDeclared() | e.RealityCleared() | e.ExerciseEnded():
            return EntryKind.VERLOOP
        case e.RoundStarted() | e.BobStepStarted():
            return EntryKind.VERLOOP
        case e.InjectDelivered() | e.InjectImprovised():
            return EntryKind.BERICHT
        case e.DecisionOpened() | e.DecisionTaken() | e.DecisionDefaulted() | e.DecisionWithdrawn():
            return EntryKind.BESLUIT
        case e.NodeChanged() | e.Intervened():
            return EntryKind.GEVOLG
        case e.NodeReported():
            return EntryKind.BEKEND
        case e.ClockStarted() | e.ClockMet() | e.ClockMissed():
            return EntryKind.KLOK
        case e.CostBooked():
            return EntryKind.GELD
        case e.ActionAssigned() | e.ActionDone():
            return EntryKind.ACTIE
        case e.ObservationNoted() | e.WordsEntered():
            return EntryKind.NOTITIE
        case ee.CostEstimated():
            return EntryKind.GELD
        case e.ExerciseCreated() | e.RoleAssigned() | e.ExercisePaused() | e.ExerciseResumed():
            return EntryKind.TECHNIEK
        case e.InjectOffered() | e.InjectHeld() | e.DecisionDetailed():
            return EntryKind.TECHNIEK
        case e.EffectScheduled() | e.EffectCancelled() | e.EffectSkipped():
            return EntryKind.TECHNIEK
        case ee.CouncilAsked() | ee.AnswerGiven() | ee.PredictionMade() | ee.PictureLineWritten() | ee.HotWashAnswered():
            return EntryKind.NOTITIE
        case ee.ImprovementPlanned() | ee.ImprovementDropped():
            return EntryKind.ACTIE
        case ee.QuestionsPicked() | ee.QuestionRated() | ee.AnswerRated() | ee.ClaimTicked() | ee.DocumentChecked():
            return EntryKind.TECHNIEK
        case _:
            assert_never(event)


def _public(setting: Setting, event: e.Event) -> bool:
    match event:
        case e.ExerciseStarted() | e.TimeJumped() | e.RealityDeclared() | e.RealityCleared() | e.ExerciseEnded():
            return True
        case e.RoundStarted() | e.BobStepStarted() | e.NodeReported() | e.ClockStarted() | e.ClockMet() | e.ClockMissed():
            return True
        case e.InjectDelivered():
            return event.inject in setting.injects and setting.injects[event.inject].to == ALL
        case e.InjectImprovised():
            return event.to == ALL
        case _:
            return False


def _by_hand(event: e.Event) -> bool:
    match event:
        case e.InjectDelivered():
            return event.by_hand
        case e.InjectImprovised() | e.InjectHeld():
            return True
        case e.Intervened():
            return event.cause == "hand"
        case e.NodeReported():
            return event.source == "hand"
        case e.ClockStarted() | e.ClockMet():
            return event.cause == "hand"
        case _:
            return False
