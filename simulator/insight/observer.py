"""What an observer sees: where the exercise stands, what has happened, the questions to watch, and the own notes.

Nothing of what is still to come, and nothing of what other observers think.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.exercise.evaluation.events import QuestionRated, Rating
from simulator.exercise.events import ObservationNoted, Recorded
from simulator.exercise.setting import Setting
from simulator.exercise.state import Phase, State
from simulator.insight import wording as w
from simulator.insight.room import mark
from simulator.insight.timeline import Entry, EntryKind, timeline
from simulator.insight.wording_evaluation import RATINGS

SEEN = (EntryKind.VERLOOP, EntryKind.BERICHT, EntryKind.BESLUIT, EntryKind.BEKEND, EntryKind.KLOK, EntryKind.ACTIE)
"""What happens at the table; not what is true and not known, and not what others note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A question of the council to watch, and what this observer thinks of it so far."""

    id: str
    text: str
    rating: Rating | None
    words: str
    """The own judgement in words; empty for none."""
    notes: int
    """Own notes under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNote:
    """What this observer noted."""

    at: str
    wall: str
    """UTC, ISO 8601."""
    about: str
    text: str
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """Something that the team may have claimed in its answer to a councillor."""

    inject: str
    title: str
    claim: str
    text: str
    made: bool
    """This observer heard it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """An answer of the team to a councillor."""

    id: str
    at: str
    by_name: str
    text: str
    rating: Rating | None
    """What this observer thinks of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObserverView:
    """The screen of one observer."""

    title: str
    mark: str
    phase: Phase
    phase_words: str
    clock: str
    round_title: str
    bob_words: str
    happened: tuple[Entry, ...]
    """Latest first."""
    questions: tuple[Watched, ...]
    notes: tuple[OwnNote, ...]
    """Latest first."""
    claims: tuple[ClaimRow, ...]
    """Of messages that were delivered."""
    answers: tuple[GivenAnswer, ...]
    """Latest first."""


def observer(
    setting: Setting, state: State, recorded: Sequence[Recorded], actor: str, questions: Mapping[str, str]
) -> ObserverView:
    """What the observer `actor` (`waarnemer:<token>`) sees. `questions` are those that play can show, in words, by id."""
    current = setting.rounds.get(state.round)
    own = [each for each in recorded if each.actor == actor]
    return ObserverView(
        title=setting.scenario.title,
        mark=mark(state),
        phase=state.phase,
        phase_words=w.PHASES[state.phase],
        clock=w.moment(setting, state.minute),
        round_title=current.title if current else "",
        bob_words=w.STEPS[state.bob] if state.bob else "",
        happened=tuple(entry for entry in reversed(timeline(setting, recorded, state=state)) if entry.kind in SEEN),
        questions=_watched(setting, own, questions),
        notes=tuple(reversed([_note(setting, each, each.event) for each in own if isinstance(each.event, ObservationNoted)])),
        claims=_claims(setting, state, actor.partition(":")[2]),
        answers=tuple(reversed(_answers(setting, state, actor.partition(":")[2]))),
    )


def _watched(setting: Setting, own: Sequence[Recorded], questions: Mapping[str, str]) -> tuple[Watched, ...]:
    said = {each.event.question: each.event.rating for each in own if isinstance(each.event, QuestionRated)}
    noted = [each.event.question for each in own if isinstance(each.event, ObservationNoted)]
    return tuple(
        Watched(
            id=name,
            text=questions[name],
            rating=said.get(name),
            words=RATINGS[said[name]] if name in said else "",
            notes=noted.count(name),
        )
        for name in questions
        if name in setting.scenario.questions or name in said or name in noted
    )


def _note(setting: Setting, record: Recorded, noted: ObservationNoted) -> OwnNote:
    about = " · ".join(filter(None, (noted.question, w.role_name(setting, noted.role) if noted.role else "")))
    minute = noted.noted_at if noted.noted_at >= 0 else record.minute
    wall = noted.noted_wall or record.wall
    return OwnNote(at=w.moment(setting, minute), wall=wall, about=about, text=noted.text, confidential=noted.confidential)


def _claims(setting: Setting, state: State, token: str) -> tuple[ClaimRow, ...]:
    heard = {
        (inject, claim) for (inject, claim, who), each in state.evaluation.claims.items() if who == token and each.event.made
    }
    return tuple(
        ClaimRow(inject=inject.id, title=inject.title, claim=claim.id, text=claim.text, made=(inject.id, claim.id) in heard)
        for inject in setting.scenario.injects
        if inject.claims and state.delivered(inject.id)
        for claim in inject.claims
    )


def _answers(setting: Setting, state: State, token: str) -> list[GivenAnswer]:
    said = {answer: each.event.rating for (answer, who), each in state.evaluation.answer_ratings.items() if who == token}
    return [
        GivenAnswer(
            id=name,
            at=w.moment(setting, each.minute),
            by_name=w.role_name(setting, each.event.by),
            text=each.event.text,
            rating=said.get(name),
        )
        for name, each in state.evaluation.answers.items()
    ]
