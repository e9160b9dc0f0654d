"""The draaiboek as a table, and one inject in full with what is only for the oefenleider."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.text import flowed, shown
from tui.widgets.rows import Column, Rows
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from simulator.insight.draaiboek import DraaiboekRow
    from tui.widgets.overview import Overview

STATUSES = {"komt": "komt", "nu te geven": "nu", "vastgehouden": "vast", "gegeven": "gegeven"}
"""Short words for a column."""
ON_CALL = "wanneer u wilt"
KINDS = {"kern": "◆", "reserve": "◇"}
"""Signs; one of the oefenleider's own has `+`."""
COLOURS = {"komt": "", "nu te geven": "bold $text-accent", "vastgehouden": "$text-warning", "gegeven": "$text-muted"}


class DraaiboekTable(Rows):
    """Every inject: where it stands, when it comes, what it is, and for whom."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="status", label="Stand", width=11),
        Column(key="time", label="Tijd", width=8),
        Column(key="title", label="Bericht"),
        Column(key="kind", label="Soort", width=7, from_width=64),
        Column(key="to", label="Voor", width=18, from_width=72),
    )

    def show_draaiboek(self, overview: Overview) -> None:
        """Bring the table up to date; the cursor goes along with what comes next unless it was moved away."""
        self.show({row.id: _cells(overview, row) for row in overview.draaiboek})


def _cells(overview: Overview, row: DraaiboekRow) -> tuple[Content, ...]:
    colour = COLOURS[row.status]
    minute = row.given if row.given >= 0 else row.planned
    return (
        Content.styled(f"{kind_sign(row)} {row.status_sign} {STATUSES[row.status]}", colour),
        Content.styled(overview.at(minute) if minute >= 0 else "op teken" if row.planned_words == ON_CALL else "zodra…", colour),
        shown(row.title).stylize(colour) if colour else shown(row.title),
        Content.styled("eigen" if row.kind is None else row.kind_words, "$text-muted"),
        shown(", ".join(row.receivers)),
    )


def kind_sign(row: DraaiboekRow) -> str:
    """◆ comes by itself (kern), ◇ when it is given (reserve), + is the oefenleider's own."""
    return KINDS.get(str(row.kind), "+")


class InjectSheet(Sheet):
    """One inject: what only the oefenleider reads, and what the team gets."""

    MORE = "↓ meer: ⏎ leest het in zijn geheel"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown: DraaiboekRow | None = None

    def show_inject(self, overview: Overview, inject: str) -> None:
        """Show this inject, or nothing when there is none by that id."""
        row = next((row for row in overview.draaiboek if row.id == inject), None)
        if row == self._shown:
            return
        before, self._shown = self._shown, row
        same = row is not None and before is not None and row.id == before.id
        self.tell(inject_text(overview, row) if row else shown(""), anew=not same)


def inject_text(overview: Overview, row: DraaiboekRow) -> Content:
    """An inject to read from: the head, the private part, the text itself, the call sheet."""
    blocks = [_head(row), *_private(overview, row), flowed(row.text)]
    if row.call is not None:
        blocks.append(_call(row))
    return Content("\n\n").join(blocks)


def _head(row: DraaiboekRow) -> Content:
    lines = [
        shown(row.title).stylize("bold"),
        Content.styled(f"{row.status_sign} ", "$text-accent")
        + shown(f"{row.status_words}  ·  {kind_sign(row)} {row.kind_words}  ·  {row.planned_words}"),
    ]
    route = [
        part for part in (row.channel_words, f"van {row.sender}" if row.sender else "", f"aan {', '.join(row.receivers)}") if part
    ]
    lines.append(shown("  ·  ".join(route)).stylize("$text-muted"))
    return Content("\n").join(lines)


def _private(overview: Overview, row: DraaiboekRow) -> list[Content]:
    lines: list[Content] = []
    if row.note:
        lines.append(_labelled("Alleen voor u", row.note))
    lines += [_labelled("U verwacht", text) for text in row.expected]
    if row.opens:
        lines.append(_labelled("Vraagt besluit", ", ".join(row.opens)))
    if row.makes_known:
        lines.append(_labelled("Maakt bekend", ", ".join(row.makes_known)))
    inject = overview.setting.injects.get(row.id)
    if inject and inject.questions:
        lines.append(_labelled("Raadsvragen", ", ".join(inject.questions)))
    return [Content("\n").join(lines)] if lines else []


def _call(row: DraaiboekRow) -> Content:
    call = row.call
    if call is None:
        return shown("")
    lines = [_labelled("Openingszin", f"“{call.opening.strip()}”")]
    lines += [_labelled("Weet", text) for text in call.knows]
    lines += [_labelled("Vertelt niet", text) for text in call.withholds]
    return Content("\n").join([Content.styled("Belkaart voor het tegenspel", "bold"), *lines])


def _labelled(label: str, text: str) -> Content:
    return Content.assemble((f"{label}: ", "$text-accent"), flowed(text))
