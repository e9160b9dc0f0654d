"""What a councillor sees at the public seat: what was told to everybody, and the own questions with the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.room import KnownState, Room, room
from simulator.scenario.model import ALL


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
    """The room without what only the team knows: no clocks, and no outage that no public message told."""
    questions: tuple[PublicQuestion, ...]
    """Latest first."""


def public_seat(setting: Setting, state: State) -> PublicSeat:
    """What the council sees: public information only."""
    seen = room(setting, state)
    told = tuple(row for row in seen.outages if _is_public(setting, state, row))
    public = replace(seen, outages=told, clocks=())
    return PublicSeat(room=public, questions=tuple(reversed(_questions(setting, state))))


def _is_public(setting: Setting, state: State, row: KnownState) -> bool:
    """What the team heard last about this node stood in a message to everybody."""
    inject = setting.injects.get(state.reported[row.node].source.removeprefix("inject:"))
    return inject is not None and ALL in inject.to


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
