"""Which questions of the council this exercise touched, and which it said it would and did not."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import State


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
    """All questions claimed or touched, by id (K2 before K10)."""
    raise NotImplementedError
