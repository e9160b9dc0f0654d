"""The observer's form on paper: per role what to look out for and when, and lines to write on.

For observers only: it tells what is coming. What is written on it goes into the Excel form, or is typed at the observer's screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.insight.wording import moment
from simulator.report.cards import ON_SIGN
from simulator.scenario.model import ALL, RoleKind

LINES = 14
"""Empty lines on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A moment to look out for."""

    when: str
    title: str
    expected: tuple[str, ...]
    """What a team would do; there are always other good ways."""
    questions: tuple[str, ...]
    """Ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of the council that this role can show something of."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObserverForm:
    """The form for whoever watches one role."""

    role: str
    name: str
    watches: tuple[Watch, ...]
    questions: tuple[Asked, ...]


def observer_forms(setting: Setting, questions: Mapping[str, str]) -> tuple[ObserverForm, ...]:
    """A form for each role that plays; `questions` are the council's questions that play can show, in words, by id."""
    players = (role for role in setting.scenario.roles if role.kind is RoleKind.SPELER)
    return tuple(_form(setting, role.id, role.name, questions) for role in players)


def _form(setting: Setting, role: str, name: str, questions: Mapping[str, str]) -> ObserverForm:
    mine = [each for each in setting.scenario.injects if each.to == ALL or role in each.to]
    timed = sorted((inject for inject in mine if inject.expected), key=lambda each: (each.at is None, each.at or 0))
    watches = tuple(
        Watch(
            when=ON_SIGN if inject.at is None else moment(setting, inject.at),
            title=inject.title,
            expected=inject.expected,
            questions=tuple(question for question in inject.questions if question in questions),
        )
        for inject in timed
    )
    decided = [each for each in setting.scenario.decisions if role in (*each.to, *each.mandate.decides, *each.mandate.advises)]
    asked = {question for inject in mine for question in inject.questions}
    asked |= {question for decision in decided for question in decision.questions}
    return ObserverForm(
        role=role,
        name=name,
        watches=watches,
        questions=tuple(Asked(id=id, text=text) for id, text in questions.items() if id in asked),
    )
