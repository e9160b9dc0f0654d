"""Open dilemmas, decisions taken, and what nobody decided; who may decide is flagged and never blocked."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine:
    """One way to decide."""

    id: str
    text: str
    note: str
    """Private: for the oefenleider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDilemma:
    """A decision that lies on the table."""

    id: str
    title: str
    text: str
    kind_words: str
    """besluit, advies, melding or uitvoering."""
    to: tuple[str, ...]
    """Role ids."""
    to_names: tuple[str, ...]
    options: tuple[OptionLine, ...]
    """For the oefenleider; players see them only when the scenario says so."""
    note: str
    """Private."""
    opened: int
    deadline: int
    """-1 for none."""
    left: int | None
    """Minutes to the deadline; None without one."""
    default_text: str
    """What comes about when nobody decides in time; may be empty."""
    mandate_words: str
    """Who may decide, and where that stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """A decision that was taken."""

    record: str
    decision: str
    """Empty when no dilemma asked for it."""
    title: str
    what: str
    """The option's text, or the team's own words."""
    own_words: bool
    effect_words: str
    """What own words did, such as 'loskoppelen: Servers'; may be empty."""
    by: str
    by_name: str
    """Empty when not filled in."""
    motivation: str
    owner: str
    owner_name: str
    due: int
    """-1 when not filled in."""
    decided_at: int
    logged_at: int
    missing: tuple[str, ...]
    """What is 'nog aan te vullen': wie, waarom, eigenaar, termijn."""
    withdrawn: int
    """Minute of withdrawal; -1 while it stands."""
    withdrawn_reason: str
    outside_mandate: str
    """The reason, as a sentence; empty when the role may decide this (or is not filled in)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaulted:
    """A dilemma that nobody decided in time."""

    decision: str
    title: str
    what: str
    """Text of the option that came about; empty when nothing did."""
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """All decisions."""

    open: tuple[OpenDilemma, ...]
    """Nearest deadline first."""
    records: tuple[DecisionRecord, ...]
    """In order of logging, withdrawn ones too."""
    defaulted: tuple[Defaulted, ...]


def decisions(setting: Setting, state: State) -> Decisions:
    """What is open, what was decided, and what nobody decided."""
    raise NotImplementedError


def outside_mandate(setting: Setting, decision: str, role: str) -> str:
    """Why `role` may not decide this, as a Dutch sentence; empty when it may, or when nothing says so."""
    raise NotImplementedError
