"""An observer's notes into the exercise, each at the minute that the clock on the wall says. The same note never twice."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, timedelta

from simulator.errors import CommandRefused
from simulator.exercise.commands import NoteObservation
from simulator.exercise.evaluation.commands import RateQuestion
from simulator.exercise.events import ObservationNoted
from simulator.session.following import Following
from simulator.session.observing.note import Judgement, Note, Notes
from simulator.session.observing.walltime import minute_at, moment
from simulator.session.voices import observer as voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What came of it."""

    added: int
    known: int
    """Notes and judgements that were there already."""
    remarks: tuple[str, ...]
    """What was left out, as sentences."""


def merge(exercise: Following, notes: Notes, *, shift: int = 0) -> Merged:
    """Add the notes; `shift` are the minutes that the observer's clock was slow. What the exercise refuses is told."""
    token = token_of(exercise, notes.observer)
    refused: list[str] = []
    added = known = 0
    for command, place in _commands(exercise, notes, token, shift):
        if _is_there(exercise, command, token):
            known += 1
            continue
        try:
            exercise.say(command, voice(token))
        except CommandRefused as error:
            refused.append(f"{place}: {error}")
        else:
            added += 1
    return Merged(added=added, known=known, remarks=(*notes.remarks, *refused))


def token_of(exercise: Following, name: str) -> str:
    """The token of an observer; a new one, with the name beside it, when the exercise does not know it yet."""
    known = {there.casefold(): token for token, there in exercise.names().items() if token.startswith("w")}
    if name.casefold() in known:
        return known[name.casefold()]
    token = f"w{secrets.token_hex(3)}"
    exercise.give_name(token, name)
    return token


def _commands(exercise: Following, notes: Notes, token: str, shift: int) -> list[tuple[NoteObservation | RateQuestion, str]]:
    noted = [(_observation(exercise, note, shift), note.place) for note in notes.notes]
    return [*noted, *((_rating(each, token), each.place) for each in notes.judgements)]


def _observation(exercise: Following, note: Note, shift: int) -> NoteObservation:
    wall = moment(note.wall).astimezone(UTC)
    return NoteObservation(
        text=note.text,
        question=note.question,
        role=_role(exercise, note.role),
        confidential=note.confidential,
        noted_at=minute_at(exercise.recorded, wall + timedelta(minutes=shift)),
        noted_wall=wall.isoformat(timespec="seconds"),
    )


def _role(exercise: Following, written: str) -> str:
    """A role by its id or its name; as it is written when there is none, so that the refusal names it."""
    roles = exercise.setting.roles
    names = {role.name.casefold(): name for name, role in roles.items()} | {name.casefold(): name for name in roles}
    return names.get(written.strip().casefold(), written.strip())


def _rating(judgement: Judgement, token: str) -> RateQuestion:
    return RateQuestion(question=judgement.question, rating=judgement.rating, reason=judgement.reason, observer=token)


def _is_there(exercise: Following, command: NoteObservation | RateQuestion, token: str) -> bool:
    if isinstance(command, RateQuestion):
        said = {name.casefold(): each for (name, who), each in exercise.state.evaluation.ratings.items() if who == token}
        rated = said.get(command.question.casefold())
        return rated is not None and (rated.event.rating, rated.event.reason) == (command.rating, command.reason)
    return any(
        record.actor == voice(token) and (record.event.noted_wall, record.event.text) == (command.noted_wall, command.text)
        for record in exercise.recorded
        if isinstance(record.event, ObservationNoted)
    )
