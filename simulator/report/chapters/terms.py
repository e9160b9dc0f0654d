"""Chapter: the legal clocks and their margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.insight import wording as w
from simulator.insight.clocks import ClockRow, ClockStatus
from simulator.report.document import Block, Chapter, Points, Prose, Table
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    started = [row for row in evidence.clocks if row.status is not ClockStatus.NIET_GESTART]
    idle = [row for row in evidence.clocks if row.status is ClockStatus.NIET_GESTART]
    blocks: list[Block] = [
        Prose(
            text="Een meldtermijn begint als de verantwoordelijke het weet, en stopt als er gemeld is. "
            "De marge is de tijd die over was. Staat er 'te verifiëren', dan heeft nog geen jurist de bron nagekeken."
        )
    ]
    if started:
        rows = tuple(_row(evidence, row) for row in sorted(started, key=lambda row: row.known_at))
        head = ("Termijn", "Aan wie", "Voor wie", "Bekend om", "Uiterlijk", "Hoe het ging", "Bron")
        blocks.append(Table(caption="Termijnen die gingen lopen", head=head, rows=rows))
    else:
        blocks.append(Prose(text="Er ging in deze oefening geen termijn lopen."))
    if started:
        blocks.append(Prose(text="Een termijn loopt vanaf het moment van weten. Dit maakte het bekend:"))
        blocks.append(Points(items=tuple(_known(evidence, started))))
    if evidence.thinking.phased:
        blocks.append(Prose(text="Melden mag in stappen: eerst wat u weet, later de rest. Zo ging dat:"))
        blocks.append(Points(items=tuple(f"{each.title}. {each.words}" for each in evidence.thinking.phased)))
    if idle:
        blocks.append(Prose(text="Deze termijnen gingen niet lopen:"))
        blocks.append(Points(items=tuple(f"{row.title} ({row.to})" for row in idle)))
    return Chapter(anchor="klokken", title="Meldtermijnen", blocks=tuple(blocks))


def _row(evidence: Evidence, row: ClockRow) -> tuple[str, ...]:
    moment = w.moment
    return (
        f"{row.title} ({w.span(row.time)})",
        row.to,
        row.responsible_name,
        moment(evidence.setting, row.known_at),
        moment(evidence.setting, row.due),
        f"{row.sign} {row.words}",
        row.basis,
    )


def _known(evidence: Evidence, started: Sequence[ClockRow]) -> Iterator[str]:
    """What set the clocks going, each once, with the clocks that it started."""
    titles: dict[tuple[int, str], list[str]] = {}
    for row in sorted(started, key=lambda row: row.known_at):
        knew = evidence.thinking.knew.get(row.id)
        titles.setdefault((row.known_at, knew.because if knew else ""), []).append(row.title)
    for (minute, because), named in titles.items():
        yield f"{w.moment(evidence.setting, minute)}, {because}: {w.listed(tuple(w.quoted(title) for title in named))}"
