"""The rule about terms: of those that started, which were met."""

from __future__ import annotations

from simulator.insight import wording as w
from simulator.insight.clocks import ClockRow, ClockStatus, clocks
from simulator.insight.ratings.logged import Logged
from simulator.insight.ratings.values import Finding, Points
from simulator.scenario.council.rules import TermsMet

NAMES = 3
"""Names in a sentence; the rest are counted."""
OVER = (ClockStatus.GEHAALD, ClockStatus.TE_LAAT, ClockStatus.GEMIST)
"""A clock of which can be told how it went."""


def terms_met(log: Logged, rule: TermsMet) -> Finding:
    """All met: 2; half of them, or all of them late: 1; else 0. What still runs does not count."""
    wanted = {clock.id for clock in log.setting.clocks.values() if clock.term in rule.terms}
    rows = [row for row in clocks(log.setting, log.state) if row.id in wanted]
    judged = [row for row in rows if row.status in OVER]
    seqs = tuple(seq for row in judged for seq in _seqs(log, row))
    if not judged:
        words = "De termijn liep nog." if any(row.known_at >= 0 for row in rows) else "Er ging geen van deze termijnen lopen."
        return Finding(rule="clock", points=Points.N, words=words)
    met = [row for row in judged if row.status is ClockStatus.GEHAALD]
    late = [row for row in judged if row.status is ClockStatus.TE_LAAT]
    if len(judged) == 1:
        row = judged[0]
        words = f"{w.sentence(row.title).rstrip('.')}: {row.words}. Grond: {row.basis}."
    else:
        words = f"Van de {len(judged)} termijnen {'is' if len(met) == 1 else 'zijn'} er {len(met) or 'geen'} gehaald."
        rest = tuple(w.quoted(row.title) for row in judged if row not in met)
        words += f" Niet gehaald: {w.some(rest, NAMES)}." if rest else ""
    if len(met) == len(judged):
        return Finding(rule="clock", points=Points.TWO, words=words, seqs=seqs)
    half = 2 * len(met) + len(late) >= len(judged)
    return Finding(rule="clock", points=Points.ONE if half else Points.ZERO, words=words, seqs=seqs)


def _seqs(log: Logged, row: ClockRow) -> tuple[int, ...]:
    return tuple(seq for kind in ("ClockStarted", "ClockMet", "ClockMissed") for seq in log.seqs.get((kind, row.id), ()))
