"""What a councillor sees at the public seat: what the room sees, and the own questions with the answers."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.room import Room, room


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicQuestion:
    """A question that was asked from the public seat."""

    at: str
    text: str
    answers: tuple[str, ...]
    """Each as 'ma 09:40 Burgemeester: ...'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSeat:
    """The screen of the council."""

    room: Room
    questions: tuple[PublicQuestion, ...]
    """Latest first."""


def public_seat(setting: Setting, state: State) -> PublicSeat:
    """What the council sees: public information only."""
    return PublicSeat(room=room(setting, state), questions=tuple(reversed(_questions(setting, state))))


def _questions(setting: Setting, state: State) -> list[PublicQuestion]:
    said = state.evaluation
    return [
        PublicQuestion(
            at=w.moment(setting, asked.minute),
            text=asked.event.text,
            answers=tuple(
                f"{w.moment(setting, each.minute)} {w.role_name(setting, each.event.by)}: {each.event.text}"
                for each in said.answers.values()
                if each.event.to == name
            ),
        )
        for name, asked in said.asked.items()
    ]
