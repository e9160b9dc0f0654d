"""The legal clocks: what runs, for whom, how long still, and with what margin it was met."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from simulator.exercise.causes import brought
from simulator.exercise.setting import Setting
from simulator.exercise.state import RunningClock, State
from simulator.insight import wording as w
from simulator.scenario.model import Clock


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
    term: str
    """Which legal or agreed term it is, such as `avg-33`; empty when the scenario does not say."""
    regime_words: str
    """The only legal regime under which it exists; empty when it exists under each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knew:
    """What set a clock going and what met it. Names messages: not for projector or seat."""

    known_words: str
    """Who knew when, and by what."""
    because: str
    """By what alone, such as 'bericht ‘De brief op het scherm’'."""
    met_words: str
    """By which act it was met, and when; empty when not met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhasedReport:
    """One duty to report that is met in steps: a first word, then what was not known yet."""

    title: str
    rows: tuple[ClockRow, ...]
    """In the order of the steps; at least two."""
    words: str
    """How each step went, as a sentence."""


CHAINS = (
    ("het datalek bij de Autoriteit Persoonsgegevens", ("avg-33", "avg-33-aanvulling")),
    ("het incident onder de Cyberbeveiligingswet", ("cbw-24", "cbw-72", "cbw-maand")),
)
"""What is reported in steps, and the terms of those steps."""


def phased(setting: Setting, state: State) -> tuple[PhasedReport, ...]:
    """The duties to report of which this scenario has more than one step under its legal regime."""
    by_term = {row.term: row for row in clocks(setting, state) if row.term}
    chains = ((title, tuple(by_term[term] for term in terms if term in by_term)) for title, terms in CHAINS)
    return tuple(
        PhasedReport(
            title=f"Gefaseerde melding: {title}",
            rows=rows,
            words=w.sentence("; ".join(f"{w.quoted(row.title)} {row.words}" for row in rows)),
        )
        for title, rows in chains
        if len(rows) > 1
    )


def who_knew(setting: Setting, state: State) -> dict[str, Knew]:
    """For each clock that was started, by its id."""
    return {
        name: Knew(
            known_words=_known(setting, state, setting.clocks[name], running),
            because=_because(setting, state, name, running),
            met_words=_met(setting, state, running) if running.met_at >= 0 else "",
        )
        for name, running in state.clocks.items()
        if name in setting.clocks
    }


def clocks(setting: Setting, state: State) -> tuple[ClockRow, ...]:
    """All clocks of the scenario's legal regime: running ones first, the nearest first."""
    rows = [_row(setting, state, clock) for clock in setting.clocks.values()]
    return tuple(sorted(rows, key=lambda row: (ORDER[row.status], row.due)))


def missed(setting: Setting, state: State) -> tuple[ClockRow, ...]:
    """The terms that were met too late, or never."""
    return tuple(row for row in clocks(setting, state) if row.status in (ClockStatus.GEMIST, ClockStatus.TE_LAAT))


BY_HAND = "hand"
ORDER = {
    ClockStatus.LOOPT: 0,
    ClockStatus.GEMIST: 0,
    ClockStatus.TE_LAAT: 1,
    ClockStatus.GEHAALD: 1,
    ClockStatus.NIET_GESTART: 2,
}
SIGNS = {
    ClockStatus.LOOPT: "◷",
    ClockStatus.GEMIST: "✗",
    ClockStatus.TE_LAAT: "✗",
    ClockStatus.GEHAALD: "✓",
    ClockStatus.NIET_GESTART: "·",
}


def _row(setting: Setting, state: State, clock: Clock) -> ClockRow:
    running = state.clocks.get(clock.id)
    status = _status(state, running)
    left = running.due - state.minute if running and running.met_at < 0 else None
    margin = running.margin if running else None
    return ClockRow(
        id=clock.id,
        title=clock.title,
        to=clock.to,
        responsible=clock.responsible,
        responsible_name=w.role_name(setting, clock.responsible),
        basis=w.legal_basis(clock.basis, clock.verified),
        verified=clock.verified,
        time=clock.time,
        status=status,
        sign=SIGNS[status],
        words=_words(status, left, margin),
        known_at=running.known_at if running else -1,
        due=running.due if running else -1,
        met_at=running.met_at if running else -1,
        left=left,
        margin=margin,
        term=clock.term or "",
        regime_words=w.REGIMES[clock.regimes[0]] if len(clock.regimes) == 1 else "",
    )


def _known(setting: Setting, state: State, clock: Clock, running: RunningClock) -> str:
    at, because = w.moment(setting, running.known_at), _because(setting, state, clock.id, running)
    return f"{w.role_name(setting, clock.responsible)} wist het om {at} ({because})"


def _because(setting: Setting, state: State, clock: str, running: RunningClock) -> str:
    """Only an inject, a choice or the oefenleider starts a clock; what began it is still in the state."""
    causes = (each.cause for each in brought(setting, state) if clock in each.starts and each.at == running.known_at)
    return w.source(setting, state, next(causes, BY_HAND))


def _met(setting: Setting, state: State, running: RunningClock) -> str:
    return f"{w.moment(setting, running.met_at)} ({w.source(setting, state, running.met_by)})"


def _status(state: State, running: RunningClock | None) -> ClockStatus:
    if running is None:
        return ClockStatus.NIET_GESTART
    margin = running.margin
    if margin is not None:
        return ClockStatus.GEHAALD if margin >= 0 else ClockStatus.TE_LAAT
    return ClockStatus.GEMIST if running.missed or state.minute > running.due else ClockStatus.LOOPT


def _words(status: ClockStatus, left: int | None, margin: int | None) -> str:
    match status:
        case ClockStatus.NIET_GESTART:
            return "niet gestart"
        case ClockStatus.LOOPT:
            return f"loopt, nog {w.span(left or 0)}"
        case ClockStatus.GEMIST:
            return f"gemist, {w.span(left or 0)} over tijd"
        case ClockStatus.GEHAALD:
            return f"gehaald, {w.span(margin or 0)} over"
        case ClockStatus.TE_LAAT:
            return f"te laat, {w.span(margin or 0)} over tijd"
        case _:
            assert_never(status)
