"""What can be done to the graph. Each intervention is total: a no-op where it does not apply."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of intervention, with what `node`, `other` and `amount` mean for each."""

    HIT = "hit"
    """`node` is hit by the attack."""
    ISOLATE = "isolate"
    """`node` is taken off line deliberately."""
    RECONNECT = "reconnect"
    """`node` is put on line again."""
    CUT = "cut"
    """`node` no longer gets anything from `other` (a member of one of its groups)."""
    RESTORE = "restore"
    """`node` gets what `other` serves again."""
    START_FALLBACK = "start_fallback"
    """The fallback of `node` is set up."""
    STOP_FALLBACK = "stop_fallback"
    """The fallback of `node` ends."""
    ADD_CREW = "add_crew"
    """Crew `other` gets `amount` more."""
    SET_PRIORITY = "set_priority"
    """Crews take `node` with priority `amount` (higher first, 0 at the start)."""
    CLEAR = "clear"
    """`node` is cleared by forensics: its repair may begin."""
    JUMP_START = "jump_start"
    """Group number `group` (0-based) of `node` counts as held for `amount` minutes."""
    SET = "set"
    """The oefenleider puts `node` up (`amount` 100) or down (`amount` 0) by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One thing done to the graph, at a whole minute. Within a minute the order in the sequence counts."""

    minute: int
    kind: Kind
    id: str = ""
    """Names it in causes; unique in an exercise."""
    node: str = ""
    other: str = ""
    amount: int = 0
    group: int = 0


INVERSES = {
    Kind.ISOLATE: Kind.RECONNECT,
    Kind.CUT: Kind.RESTORE,
    Kind.START_FALLBACK: Kind.STOP_FALLBACK,
    Kind.STOP_FALLBACK: Kind.START_FALLBACK,
    Kind.RECONNECT: Kind.ISOLATE,
    Kind.RESTORE: Kind.CUT,
}
"""What withdrawing a decision appends. Work begun, crews hired and clearance given stay."""
