"""The time line: one plain sentence an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from simulator.exercise.events import Recorded
from simulator.exercise.setting import Setting


class EntryKind(StrEnum):
    """What an entry is about."""

    VERLOOP = "verloop"
    """Start, pause, jump, round, end."""
    BERICHT = "bericht"
    BESLUIT = "besluit"
    GEVOLG = "gevolg"
    """What fell or came back."""
    BEKEND = "bekend"
    """What became known."""
    KLOK = "klok"
    GELD = "geld"
    ACTIE = "actie"
    NOTITIE = "notitie"
    TECHNIEK = "techniek"
    """Bookkeeping that only explains the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One happening."""

    seq: int
    minute: int
    at: str
    """Such as 'ma 09:40'."""
    kind: EntryKind
    text: str
    public: bool
    """The room could see or hear it when it happened."""
    by_hand: bool
    """The oefenleider did it by hand."""
    actor: str


def timeline(setting: Setting, recorded: Sequence[Recorded]) -> tuple[Entry, ...]:
    """All that happened, in order of the journal."""
    raise NotImplementedError
