"""Chapter: which of the council's questions came up. No rating."""

from __future__ import annotations

from simulator.insight import wording as w
from simulator.insight.questions import QuestionRow
from simulator.report.document import Block, Chapter, Points, Prose, Table
from simulator.report.evidence import Evidence

NAMES = 3
"""Pieces of evidence named in a row; the rest are counted."""


def chapter(evidence: Evidence) -> Chapter:
    touched = [row for row in evidence.questions if row.touched]
    untouched = [row for row in evidence.questions if not row.touched]
    blocks: list[Block] = [
        Prose(
            text="Dit zijn de vragen uit de handreiking voor raadsleden die in deze oefening aan de orde kwamen. "
            "Dat een vraag aan de orde kwam, zegt niet hoe goed het antwoord was."
        )
    ]
    if touched:
        rows = tuple(
            (_question(evidence, row), row.words.removeprefix("aan de orde: "), _proof(evidence, row)) for row in touched
        )
        blocks.append(Table(caption="Aan de orde gekomen", head=("Vraag", "Hoe vaak", "Waardoor"), rows=rows))
    else:
        blocks.append(Prose(text="Er kwam geen vraag van de raad aan de orde."))
    if untouched:
        blocks.append(
            Prose(text="Niet beoefend, hoewel het scenario deze vragen wel noemt. Daarover zegt dit verslag dus niets:")
        )
        blocks.append(Points(items=tuple(_question(evidence, row) for row in untouched)))
    return Chapter(anchor="raadsvragen", title="De vragen van de raad", blocks=tuple(blocks))


def _question(evidence: Evidence, row: QuestionRow) -> str:
    text = evidence.question_texts.get(row.id, "")
    return f"{row.id}. {text}" if text else row.id


def _proof(evidence: Evidence, row: QuestionRow) -> str:
    """Decisions first: they say most."""
    records = {record.record: record.title for record in evidence.decisions.records}
    taken = (f"besluit {w.quoted(records[name])}" for name in row.decisions)
    injects = (f"bericht {w.quoted(w.inject_title(evidence.setting, evidence.state, name))}" for name in row.injects)
    every = tuple(dict.fromkeys((*taken, *injects)))
    return w.some(every, NAMES) or w.count(row.observations, "waarneming", "waarnemingen")
