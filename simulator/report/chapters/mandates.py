"""Chapter: who decided what was not theirs to decide."""

from __future__ import annotations

from simulator.insight import wording as w
from simulator.insight.mandates import FindingKind, MandateFinding
from simulator.report.document import Block, Chapter, Prose, Table
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    mandates = evidence.thinking.mandates
    outside = [each for each in mandates.findings if each.kind is not FindingKind.OPMERKING]
    remarks = [each for each in mandates.findings if each.kind is FindingKind.OPMERKING]
    blocks: list[Block] = [Prose(text=mandates.words)]
    if outside:
        blocks.append(
            Prose(text="Deze besluiten nam iemand die er niet over gaat, of mag niemand zo nemen. Tegengehouden is er niets.")
        )
        blocks.append(_table(evidence, outside, "Buiten het mandaat"))
    if remarks:
        blocks.append(_table(evidence, remarks, "Mag, maar het is goed om te weten"))
    return Chapter(anchor="mandaten", title="Wie mocht wat besluiten", blocks=tuple(blocks))


def _table(evidence: Evidence, findings: list[MandateFinding], caption: str) -> Table:
    rows = tuple(
        (
            w.sentence(each.title).rstrip("."),
            f"{_who(each)}, {w.moment(evidence.setting, each.minute)}{' (ingetrokken)' if each.withdrawn >= 0 else ''}",
            each.reason,
            each.basis,
        )
        for each in findings
    )
    return Table(caption=caption, head=("Besluit", "Door", "Wat ervan te zeggen is", "Bron"), rows=rows)


def _who(each: MandateFinding) -> str:
    return each.role_name or ("niet vastgelegd" if each.record else "niemand besloot")
