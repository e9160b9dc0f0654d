"""Which questions of the council this exercise touched, and which it said it would and did not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """One question, by its id in the factsheet for councillors."""

    id: str
    claimed: bool
    """The scenario says that it exercises this question."""
    injects: tuple[str, ...]
    """Delivered injects that belong to it (ids)."""
    decisions: tuple[str, ...]
    """Records of decisions taken that belong to it (record ids)."""
    observations: int
    """How many notes were made against it."""
    touched: bool
    words: str
    """'aan de orde: 2 berichten, 1 besluit' or 'niet beoefend'. No judgement."""


def questions(setting: Setting, state: State) -> tuple[QuestionRow, ...]:
    """All questions claimed or touched, in the factsheet's order (V, K, C; K2 before K10)."""
    injects = _by_question((inject.id, inject.questions) for inject in setting.scenario.injects if state.delivered(inject.id))
    decisions = _by_question(
        (name, setting.decisions[record.taken.decision].questions)
        for name, record in state.records.items()
        if record.taken.decision in setting.decisions
    )
    noted = Counter(observation.noted.question for observation in state.observations if observation.noted.question)
    claimed = set(setting.scenario.questions)
    every = claimed | injects.keys() | decisions.keys() | noted.keys()
    return tuple(
        _row(question, question in claimed, tuple(injects.get(question, ())), tuple(decisions.get(question, ())), noted[question])
        for question in sorted(every, key=_order)
    )


def _by_question(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, asked in pairs:
        for question in asked:
            found.setdefault(question, []).append(name)
    return found


def _row(question: str, claimed: bool, injects: tuple[str, ...], decisions: tuple[str, ...], observations: int) -> QuestionRow:
    touched = bool(injects or decisions or observations)
    parts = (
        w.count(len(injects), "bericht", "berichten") if injects else "",
        w.count(len(decisions), "besluit", "besluiten") if decisions else "",
        w.count(observations, "waarneming", "waarnemingen") if observations else "",
    )
    return QuestionRow(
        id=question,
        claimed=claimed,
        injects=injects,
        decisions=decisions,
        observations=observations,
        touched=touched,
        words=f"aan de orde: {', '.join(part for part in parts if part)}" if touched else "niet beoefend",
    )


LETTERS = "VKC"
"""The parts of the factsheet, in its own order."""
_ID = re.compile(r"([A-Za-z]*)([0-9]{0,9})(.*)", re.DOTALL)


def _order(question: str) -> tuple[int, str, int, str]:
    """V2, V10, K6a, K6b, C1; what is no id of the factsheet comes last."""
    found = _ID.fullmatch(question)
    letters, digits, rest = found.groups() if found else (question, "", "")
    part = LETTERS.find(letters) if letters else -1
    return part if part >= 0 else len(LETTERS), letters, int(digits or 0), rest
