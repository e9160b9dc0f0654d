"""The legal clocks: what runs, for whom, and how long still."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.text import shown
from tui.widgets.brief import brief
from tui.widgets.rows import Column, Rows

if TYPE_CHECKING:
    from simulator.insight.clocks import ClockRow
    from tui.widgets.overview import Overview

COLOURS = {
    "niet gestart": "$text-muted",
    "loopt": "$text-warning",
    "gehaald": "$text-success",
    "te laat": "$text-error",
    "gemist": "bold $text-error",
}
NEARLY_OVER = 60
"""Minutes left from which a running clock is urgent."""


class ClocksTable(Rows):
    """All clocks, running ones first."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="status", label="Stand", width=16),
        Column(key="title", label="Klok"),
        Column(key="who", label="Voor", width=16, from_width=64),
        Column(key="due", label="Uiterlijk", width=9, from_width=78),
    )

    def show_clocks(self, overview: Overview) -> None:
        """Bring the table up to date."""
        self.show({row.id: _cells(overview, row) for row in overview.clocks})


def _cells(overview: Overview, row: ClockRow) -> tuple[Content, ...]:
    urgent = row.status == "loopt" and row.left is not None and row.left <= NEARLY_OVER
    return (
        Content.styled(f"{row.sign} {clock_words(row)}", "bold $text-error" if urgent else COLOURS[row.status]),
        shown(row.title),
        shown(row.responsible_name),
        shown(overview.at(row.due)),
    )


def clock_words(row: ClockRow) -> str:
    """How it stands, in short."""
    if row.left is None:
        return str(row.status)
    return f"{brief(row.left)} te laat" if row.left < 0 else f"nog {brief(row.left)}"
