"""Chapter: what the team estimated beside what was booked, and what the council must be asked."""

from __future__ import annotations

from simulator.insight import wording as w
from simulator.insight.ledger import Ledger
from simulator.report.document import Block, Chapter, Points, Prose, Table
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    ledger = evidence.thinking.ledger
    blocks: list[Block] = [Points(items=ledger.words)]
    if ledger.rows:
        blocks.append(_table(ledger))
    if ledger.council:
        blocks.append(_council(evidence))
    if ledger.rows and ledger.not_named:
        blocks.append(Prose(text=f"Kosten die vaak voorkomen en hier niet genoemd zijn: {_named(ledger.not_named)}."))
    return Chapter(anchor="raming", title="Geraamd, geboekt en gedekt", blocks=tuple(blocks))


def _table(ledger: Ledger) -> Table:
    """A total that the team named stands below the line, and is added to nothing."""
    rows = tuple(
        (
            row.category,
            w.euros(*row.estimate) if row.estimate else "niet geraamd",
            w.euros(*row.booked) if row.booked else "niets",
            _said(row.places, row.usual_places),
            _said(row.coverage, row.usual_coverage),
            row.words,
        )
        for row in ledger.rows
        if not row.total
    )
    named = next((row for row in ledger.rows if row.total), None)
    total = (
        "Samen",
        w.euros(*ledger.estimate) if ledger.estimate else "niet geraamd",
        w.euros(*ledger.booked),
        "; ".join(named.places) if named else "",
        "; ".join(named.coverage) if named else "",
        ledger.compared,
    )
    head = ("Soort", "Geraamd", "Geboekt", "Waar geboekt", "Waaruit betaald", "Vergelijking")
    return Table(caption="Geraamd naast geboekt", head=head, rows=rows, numeric=frozenset({1, 2}), total=total)


def _said(said: tuple[str, ...], usual: tuple[str, ...]) -> str:
    """What the team said; else what the scenario says, marked as such."""
    if said:
        return "; ".join(said)
    return f"niet gezegd (volgens het scenario: {'; '.join(usual)})" if usual else "niet gezegd"


def _council(evidence: Evidence) -> Table:
    setting = evidence.setting
    rows = tuple(
        (
            each.what,
            w.euros(each.low, each.high),
            w.moment(setting, each.by),
            "niet vooraf, volgens het logboek"
            if each.asked < 0
            else f"{w.moment(setting, each.asked)}{'' if each.asked <= each.by else ', te laat'}",
        )
        for each in evidence.thinking.ledger.council
    )
    head = ("Waarvoor", "Bedrag", "Te vragen voor", "Gevraagd")
    return Table(caption="Geld waarvoor de raad nodig is", head=head, rows=rows, numeric=frozenset({1}))


def _named(categories: tuple[str, ...]) -> str:
    return w.listed(tuple(f"{each[:1].lower()}{each[1:]}" for each in categories))
