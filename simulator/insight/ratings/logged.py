"""The journal as evidence rules look at it: folded once, with the number of every event that may prove something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from simulator.exercise import events as e
from simulator.exercise.evaluation import events as ee
from simulator.exercise.evolve import evolve
from simulator.exercise.setting import Setting
from simulator.exercise.state import Record, State
from simulator.insight.answers import CouncilAnswers, answers
from simulator.insight.outages import Spell, outages
from simulator.insight.performed import performed
from simulator.insight.predictions import PredictionScore, predictions
from simulator.scenario.council.load import Vocabulary
from simulator.scenario.model import Decision

AWAY = frozenset({e.Attendance.AFWEZIG, e.Attendance.TEGENSPEL})
"""A role that was not filled by the team."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where something stands in the journal."""

    seq: int
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision that was taken and stands, with what it performs."""

    seq: int
    record: Record
    decision: Decision | None
    """None when no dilemma asked for it."""
    does: frozenset[str]

    @property
    def minute(self) -> int:
        """When it was decided."""
        return self.record.decided_at

    @property
    def own_words(self) -> bool:
        """Nobody said what it performs."""
        return not self.record.taken.option and not self.record.act


@dataclass(frozen=True, kw_only=True)
class Logged:
    """A journal, folded."""

    setting: Setting
    words: Vocabulary
    recorded: Sequence[e.Recorded]
    state: State
    delivered: dict[str, Mark]
    """Injects, when first delivered."""
    taken: dict[str, int]
    """Numbers of the events that took a decision, by record."""
    decided: tuple[Decided, ...]
    """Standing decisions, in order of logging."""
    seqs: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    """Numbers of the events of a type about an id, such as ('ClockMet', 'raad')."""

    @cached_property
    def by_seq(self) -> dict[int, e.Recorded]:
        """The events by their number."""
        return {each.seq: each for each in self.recorded}

    @cached_property
    def answers(self) -> CouncilAnswers:
        """What councillors asked and were told."""
        return answers(self.setting, self.recorded, now=self.now)

    @cached_property
    def spells(self) -> tuple[Spell, ...]:
        """When which node did not serve all."""
        return outages(self.setting, self.recorded, now=self.now)

    @cached_property
    def predictions(self) -> tuple[PredictionScore, ...]:
        """What was predicted, and what came of it."""
        return predictions(self.setting, self.recorded)

    @property
    def now(self) -> int:
        """The last minute."""
        return self.state.minute

    def started(self) -> Mark | None:
        """The begin of the exercise."""
        found = self.of(e.ExerciseStarted)
        return Mark(seq=found[0][0].seq, minute=found[0][0].minute) if found else None

    def topic(self, topic: str) -> Mark | None:
        """The first message that put a topic on the table."""
        marks = [
            self.delivered[inject.id]
            for inject in self.setting.scenario.injects
            if topic in inject.raises and inject.id in self.delivered
        ]
        return min(marks, key=lambda mark: (mark.minute, mark.seq), default=None)

    def of(self, kind: type[V]) -> list[tuple[e.Recorded, V]]:
        """Events of one type, in order."""
        return [(each, each.event) for each in self.recorded if isinstance(each.event, kind)]

    def doing(self, acts: Iterable[str]) -> list[Decided]:
        """Standing decisions that perform one of these acts, earliest first."""
        wanted = frozenset(acts)
        return sorted((each for each in self.decided if each.does & wanted), key=lambda each: (each.minute, each.seq))

    def about(self, acts: Iterable[str]) -> list[Decision]:
        """The scenario's dilemmas in which one of these acts can be chosen."""
        wanted = frozenset(acts)
        return [each for each in self.setting.scenario.decisions if any(wanted & set(one.does) for one in each.options)]

    def away(self, role: str) -> bool:
        """Whether the team did not fill the role; who was never assigned is taken to be there."""
        fillings = self.state.roles.get(role, ())
        return bool(fillings) and all(filling.attendance in AWAY for filling in fillings)

    def away_at(self, role: str, seq: int) -> bool:
        """The same at an event: what was said until then, or else what was filled in afterwards."""
        said = [(each.seq, event) for each, event in self.of(e.RoleAssigned) if event.role == role]
        until = [event for number, event in said if number <= seq] or [event for _, event in said]
        filled = {event.person: event.attendance for event in until}
        return bool(filled) and all(attendance in AWAY for attendance in filled.values())


def logged(setting: Setting, recorded: Sequence[e.Recorded], words: Vocabulary) -> Logged:
    """The journal, folded once."""
    state = State()
    delivered: dict[str, Mark] = {}
    taken: dict[str, int] = {}
    seqs: dict[tuple[str, str], tuple[int, ...]] = {}
    for each in recorded:
        state = evolve(state, each)
        mark = Mark(seq=each.seq, minute=each.minute)
        match each.event:
            case e.InjectDelivered(inject=name):
                delivered.setdefault(name, mark)
            case e.DecisionTaken(record=name):
                taken[name] = each.seq
            case _:
                pass
        if about := _about(each.event):
            key = (type(each.event).__name__, about)
            seqs[key] = (*seqs.get(key, ()), each.seq)
    return Logged(
        setting=setting,
        words=words,
        recorded=recorded,
        state=state,
        delivered=delivered,
        taken=taken,
        decided=tuple(
            _decided(setting, taken[name], record)
            for name, record in state.records.items()
            if record.withdrawn < 0 and name in taken
        ),
        seqs=seqs,
    )


def _decided(setting: Setting, seq: int, record: Record) -> Decided:
    return Decided(
        seq=seq,
        record=record,
        decision=setting.decisions.get(record.taken.decision),
        does=frozenset(performed(setting, record)),
    )


def _about(event: e.Event) -> str:
    """The id that an event is about, where a rule may want its number."""
    match event:
        case e.ClockStarted(clock=name) | e.ClockMet(clock=name) | e.ClockMissed(clock=name):
            return name
        case e.DecisionDefaulted(decision=name):
            return name
        case e.Intervened(node=name) | e.NodeChanged(node=name):
            return name
        case e.ActionAssigned(action=name):
            return name
        case ee.ClaimTicked():
            return f"{event.inject}/{event.claim}"
        case ee.AnswerGiven(to=name):
            return name
        case _:
            return ""
