"""Chapter: the actions that follow, and the improvement plan: who, what, by when."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.insight import wording as w
from simulator.report.document import Block, Chapter, Points, Prose, Table
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    rows = tuple(
        (
            row.text,
            row.owner_name or "nog aan te vullen",
            w.moment(evidence.setting, row.due) if row.due >= 0 else "nog aan te vullen",
            row.words,
            row.because,
        )
        for row in evidence.actions
    )
    blocks: list[Block] = [Prose(text="Deze acties volgden in de oefening uit besluiten, of sprak het team zelf af.")]
    if rows:
        blocks.append(Table(caption="Acties", head=("Actie", "Wie", "Uiterlijk", "Stand", "Volgt uit"), rows=rows))
    else:
        blocks = [Prose(text="Het team sprak geen acties af.")]
    blocks += _improvements(evidence)
    questions = evidence.setting.scenario.debrief
    if questions:
        blocks += [Prose(text="Vragen voor de nabespreking:"), Points(items=questions)]
    return Chapter(anchor="acties", title="Wie doet wat", blocks=tuple(blocks))


def _improvements(evidence: Evidence) -> Iterator[Block]:
    """Owners are functions; names of contacts are left out."""
    plan = evidence.thinking.improvements
    yield Prose(text=f"Het verbeterplan. {plan.words}")
    if plan.rows:
        head = ("Verbeteractie", "Waarom", "Soort", "Wie", "Begin", "Klaar", "Terug in de raad", "Vraag")
        rows = tuple(
            (
                row.what,
                row.why or "nog af te spreken",
                row.element,
                row.owner,
                row.start_words,
                f"{row.due_words}{' (voorbij)' if row.overdue else ''}",
                row.returns,
                row.question,
            )
            for row in plan.rows
        )
        yield Table(caption="Verbeterplan", head=head, rows=rows)
