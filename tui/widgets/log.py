"""The log: one line a happening, the latest last."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.text import shown
from tui.widgets.rows import Column, Rows

if TYPE_CHECKING:
    from simulator.insight.timeline import Entry
    from tui.widgets.overview import Overview

COLOURS = {"besluit": "$text-accent", "gevolg": "$text-error", "klok": "$text-warning"}


class LogTable(Rows):
    """What happened; the cursor stays at the latest until it is moved away."""

    HEADED: ClassVar[bool] = False
    FOLLOW: ClassVar[bool] = True
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="kind", label="Soort", width=8),
        Column(key="at", label="Tijd", width=8),
        Column(key="text", label="Wat er gebeurde"),
    )

    def show_log(self, overview: Overview) -> None:
        """Add what happened since."""
        told = {str(entry.seq): entry for entry in overview.entries if entry.kind != "techniek"}
        self.show({seq: self.cells_of(seq) or _cells(overview, entry) for seq, entry in told.items()})


def _cells(overview: Overview, entry: Entry) -> tuple[Content, ...]:
    return (
        Content.styled(str(entry.kind), COLOURS.get(entry.kind, "$text-muted")),
        shown(overview.at(entry.minute)),
        shown(entry.text),
    )
