"""Chapter: the actions that follow: who, what, by when."""

from __future__ import annotations

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
    questions = evidence.setting.scenario.debrief
    if questions:
        blocks += [Prose(text="Vragen voor de nabespreking:"), Points(items=questions)]
    return Chapter(anchor="acties", title="Wie doet wat", blocks=tuple(blocks))
