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
                w.listed(row.places) or "niet gezegd",
                w.listed(row.coverage) or "niet gezegd",
                row.words,
            )
            for row in ledger.rows
        )
        head = ("Soort", "Geraamd", "Geboekt", "Waar geboekt", "Waaruit betaald", "Vergelijking")
        blocks.append(Table(caption="Geraamd naast geboekt", head=head, rows=rows, numeric=frozenset({1, 2})))
    if ledger.council:
        blocks.append(Prose(text="Geld waarvoor de raad nodig is:"))
        blocks.append(Points(items=tuple(each.words for each in ledger.council)))
    if ledger.rows and ledger.not_named:
        blocks.append(Prose(text=f"Kosten die vaak voorkomen en hier niet genoemd zijn: {_named(ledger.not_named)}."))
    return Chapter(anchor="raming", title="Geraamd, geboekt en gedekt", blocks=tuple(blocks))


def _named(categories: tuple[str, ...]) -> str:
    return w.listed(tuple(f"{each[:1].lower()}{each[1:]}" for each in categories))
