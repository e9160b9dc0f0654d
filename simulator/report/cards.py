"""What goes out on paper: inject cards for each role, call sheets for the response cell (tegenspel).

A card is for the role that gets it, so nothing of the oefenleider's stands on it: no notes, no expected action, no options.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.insight.wording import CHANNELS, DECISION_KINDS, listed, moment, role_name, span
from simulator.scenario.model import ALL, Channel, Inject, InjectKind, Role, RoleKind

ON_SIGN = "op teken van de oefenleider"
_SPOKEN = (Channel.TELEFOON, Channel.MONDELING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A dilemma as the role reads it, without the options."""

    id: str
    title: str
    text: str
    kind: str
    when: str
    """Empty on the card of the inject that asks it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One inject, handed to a role when it is time."""

    id: str
    number: int
    """Place in the draaiboek, from 1."""
    title: str
    when: str
    channel: str
    sender: str
    text: str
    asks: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A clock that runs for the role once it knows."""

    title: str
    to: str
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """All paper for one role."""

    role: str
    name: str
    task: str
    terms: tuple[Term, ...]
    cards: tuple[Card, ...]
    questions: tuple[Question, ...]
    """Dilemmas that no inject asks: they open by the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """What somebody of the response cell brings by telephone or in person."""

    id: str
    number: int
    title: str
    when: str
    reserve: bool
    channel: str
    to: str
    opening: str
    """Empty when the author wrote none; then `text` says what to bring."""
    knows: tuple[str, ...]
    withholds: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBook:
    """All calls that one role of the response cell makes."""

    role: str
    name: str
    task: str
    sheets: tuple[CallSheet, ...]


def decks(setting: Setting) -> tuple[Deck, ...]:
    """The paper of each role that plays, in the scenario's order."""
    return tuple(_deck(setting, role) for role in setting.scenario.roles if role.kind is RoleKind.SPELER)


def call_books(setting: Setting) -> tuple[CallBook, ...]:
    """The calls of each role that has any, in the scenario's order."""
    books = (
        CallBook(role=role.id, name=role.name, task=role.task or "", sheets=tuple(_sheets(setting, role)))
        for role in setting.scenario.roles
    )
    return tuple(book for book in books if book.sheets)


def _in_order(setting: Setting) -> list[tuple[int, Inject]]:
    """The injects with their number: by time, those that wait for a condition last."""
    timed = sorted(setting.scenario.injects, key=lambda inject: (inject.at is None, inject.at or 0))
    return list(enumerate(timed, 1))


def _deck(setting: Setting, role: Role) -> Deck:
    mine = [(number, inject) for number, inject in _in_order(setting) if inject.to == ALL or role.id in inject.to]
    asked = {decision for inject in setting.scenario.injects for decision in inject.asks}
    unasked = [d.id for d in setting.scenario.decisions if d.id not in asked and role.id in d.to]
    terms = (
        Term(title=clock.title, to=clock.to, time=span(clock.time))
        for clock in setting.clocks.values()
        if clock.responsible == role.id
    )
    return Deck(
        role=role.id,
        name=role.name,
        task=role.task or "",
        terms=tuple(terms),
        cards=tuple(_card(setting, role, number, inject) for number, inject in mine),
        questions=tuple(_questions(setting, role, unasked, with_time=True)),
    )


def _card(setting: Setting, role: Role, number: int, inject: Inject) -> Card:
    return Card(
        id=inject.id,
        number=number,
        title=inject.title,
        when=_when(setting, inject),
        channel=CHANNELS[inject.channel],
        sender=role_name(setting, inject.from_),
        text=inject.text,
        asks=tuple(_questions(setting, role, inject.asks, with_time=False)),
    )


def _questions(setting: Setting, role: Role, decisions: Iterable[str], *, with_time: bool) -> Iterable[Question]:
    for id in decisions:
        decision = setting.decisions.get(id)
        if decision is None or role.id not in decision.to:
            continue
        opens = ON_SIGN if decision.opens is None else f"vanaf {moment(setting, decision.opens)}"
        kind = DECISION_KINDS[decision.kind]
        yield Question(id=id, title=decision.title, text=decision.text, kind=kind, when=opens if with_time else "")


def _sheets(setting: Setting, role: Role) -> Iterable[CallSheet]:
    for number, inject in _in_order(setting):
        spoken = role.kind is RoleKind.TEGENSPEL and inject.channel in _SPOKEN
        if inject.from_ != role.id or not (inject.call or spoken):
            continue
        to = (ALL,) if inject.to == ALL else inject.to
        yield CallSheet(
            id=inject.id,
            number=number,
            title=inject.title,
            when=_when(setting, inject),
            reserve=inject.kind is InjectKind.RESERVE,
            channel=CHANNELS[inject.channel],
            to=listed(tuple(role_name(setting, receiver) for receiver in to)),
            opening=inject.call.opening if inject.call else "",
            knows=inject.call.knows if inject.call else (),
            withholds=inject.call.withholds if inject.call else (),
            text=inject.text,
        )


def _when(setting: Setting, inject: Inject) -> str:
    if inject.at is None:
        return ON_SIGN
    exact = inject.kind is InjectKind.KERN and inject.when is None
    return moment(setting, inject.at) if exact else f"vanaf {moment(setting, inject.at)}, {ON_SIGN}"
