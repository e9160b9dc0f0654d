"""The board of processes: what is true beside what is known, since when, and how long it may still last."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.text import shown
from tui.widgets.brief import brief
from tui.widgets.rows import Column, Rows

if TYPE_CHECKING:
    from simulator.insight.board import BoardRow, LimitLine
    from tui.widgets.overview import Overview

FALLBACKS = {
    "none": "geen", "available": "mogelijk", "setting_up": "wordt opgezet", "ready": "staat klaar", "running": "loopt",
    "spent": "op",
}  # fmt: skip
REPAIRS = {
    "not_needed": "", "waiting": "wacht", "working": "wordt hersteld", "restarting": "start op", "impossible": "niet mogelijk",
}  # fmt: skip


class BoardTable(Rows):
    """All nodes, what is down first."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="true", label="Werkelijk", width=11),
        Column(key="name", label="Onderdeel"),
        Column(key="known", label="Bekend", width=13),
        Column(key="since", label="Sinds", width=8, from_width=74),
        Column(key="limit", label="Tot de grens", width=12),
        Column(key="fallback", label="Noodprocedure", width=13, from_width=98),
        Column(key="repair", label="Herstel", width=15, from_width=116),
    )

    def show_board(self, overview: Overview) -> None:
        """Bring the board up to date."""
        self.show({row.id: _cells(overview, row) for row in overview.board.rows})


def level(served: int, sign: str) -> str:
    """A level in short, with its sign: `◐ deels 60%`."""
    if served >= 100:
        return f"{sign} werkt"
    return f"{sign} deels {served}%" if served else f"{sign} ligt plat"


def colour(served: int) -> str:
    """The colour that goes with a level; never without its sign and words."""
    if served >= 100:
        return "$text-success"
    return "$text-warning" if served else "$text-error"


def _cells(overview: Overview, row: BoardRow) -> tuple[Content, ...]:
    return (
        Content.styled(level(row.served, row.sign), colour(row.served)),
        shown(row.name),
        _known(row),
        Content.styled(overview.at(row.since) if row.served < 100 or row.since >= 0 else "", "$text-muted"),
        _limit(row.limit),
        Content.styled(FALLBACKS[row.fallback], "" if row.fallback in ("setting_up", "running", "spent") else "$text-muted"),
        Content.styled(REPAIRS[row.repair], ""),
    )


def _known(row: BoardRow) -> Content:
    if row.differs:
        words = "niet gemeld" if row.known_since < 0 else level(row.known, row.known_sign).removeprefix(f"{row.known_sign} ")
        return Content.styled(f"≠ {words}", "bold $text-accent")
    return Content.styled("= zo bekend" if row.known_since >= 0 else "", "$text-muted")


def _limit(limit: LimitLine | None) -> Content:
    if limit is None:
        return shown("")
    if limit.passed:
        return Content.styled(f"▲ {brief(limit.left)} over", "bold $text-error")
    return Content.styled(f"nog {brief(limit.left)}", "$text-warning" if limit.left <= 60 else "")
