"""The legal clocks: what runs, for whom, how long still, and with what margin it was met."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.exercise.setting import Setting
from simulator.exercise.state import State


class ClockStatus(StrEnum):
    """Where a clock stands."""

    NIET_GESTART = "niet gestart"
    LOOPT = "loopt"
    GEHAALD = "gehaald"
    TE_LAAT = "te laat"
    """Met, after its term."""
    GEMIST = "gemist"
    """Its term passed and it is not met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRow:
    """One clock."""

    id: str
    title: str
    to: str
    """Whom it must be reported to."""
    responsible: str
    responsible_name: str
    basis: str
    """Law or agreement, with ' (te verifiëren)' when no lawyer checked it."""
    verified: bool
    time: int
    """The term, in minutes."""
    status: ClockStatus
    sign: str
    """✓ met, ✗ late or missed, ◷ runs, · not started."""
    words: str
    """Such as 'loopt, nog 3 u 20 min' or 'gehaald, 40 min over'."""
    known_at: int
    """-1 when not started."""
    due: int
    """-1 when not started."""
    met_at: int
    """-1 when not met."""
    left: int | None
    """Minutes left while it runs or is missed (then below 0)."""
    margin: int | None
    """Minutes left when it was met (below 0: too late)."""


def clocks(setting: Setting, state: State) -> tuple[ClockRow, ...]:
    """All clocks of the scenario's legal regime: running ones first, the nearest first."""
    raise NotImplementedError
