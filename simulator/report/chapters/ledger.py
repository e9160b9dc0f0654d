"""Chapter: what the team estimated beside what was booked, and what the council must be asked."""

from __future__ import annotations

from simulator.insight import wording as w
from simulator.report.document import Block, Chapter, Points, Prose, Table
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    ledger = evidence.thinking.ledger
    blocks: list[Block] = [Points(items=ledger.words)]
    if ledger.rows:
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
        )
        head = ("Soort", "Geraamd", "Geboekt", "Waar geboekt", "Waaruit betaald", "Vergelijking")
        blocks.append(Table(caption="Geraamd naast geboekt", head=head, rows=rows, numeric=frozenset({1, 2})))
    if ledger.council:
        blocks.append(_council(evidence))
    if ledger.rows and ledger.not_named:
        blocks.append(Prose(text=f"Kosten die vaak voorkomen en hier niet genoemd zijn: {_named(ledger.not_named)}."))
    return Chapter(anchor="raming", title="Geraamd, geboekt en gedekt", blocks=tuple(blocks))


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
            w.moment(setting, each.asked) if each.asked >= 0 else "niet vooraf, volgens het logboek",
        )
        for each in evidence.thinking.ledger.council
    )
    head = ("Waarvoor", "Bedrag", "Te vragen voor", "Gevraagd")
    return Table(caption="Geld waarvoor de raad nodig is", head=head, rows=rows, numeric=frozenset({1}))


def _named(categories: tuple[str, ...]) -> str:
    return w.listed(tuple(f"{each[:1].lower()}{each[1:]}" for each in categories))
