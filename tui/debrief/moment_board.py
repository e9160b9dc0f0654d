"""The board at one minute: what was true beside what was known. One widget, so that a step is one paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from tui.text import shown
from tui.widgets.board import colour, level
from tui.widgets.brief import brief

if TYPE_CHECKING:
    from simulator.insight.board import Board, BoardRow

TRUE, KNOWN, SINCE, LIMIT = 13, 15, 16, 14
"""Cells of the columns."""
NAME = 50
"""At most so many cells of a name: a number far from its name is hard to read."""
SINCE_FROM, LIMIT_FROM, COUNTS_FROM = 96, 76, 76
"""Widths from which there is room for since when, for the limit, and for all words of the counts."""


class MomentBoard(Widget, can_focus=False):
    """All nodes, what was down first; a cursor that stays on its node while time moves, or at the top when it was there."""

    def __init__(self) -> None:
        super().__init__(id="moment-board")
        self._rows: tuple[BoardRow, ...] = ()
        self._fresh: frozenset[str] = frozenset()
        self._node = ""
        self._top = 0

    @property
    def node(self) -> str:
        """The node under the cursor; empty while nothing is shown."""
        return self._node

    def show(self, board: Board, fresh: frozenset[str]) -> None:
        """Show this board; `fresh` are the nodes that changed just now."""
        resting = self._at() == 0
        self._rows, self._fresh = board.rows, fresh
        if resting or not any(row.id == self._node for row in self._rows):
            self._node = self._rows[0].id if self._rows else ""
        self.refresh()

    def look(self, lines: int) -> None:
        """Move the cursor."""
        if self._rows:
            self._node = self._rows[max(0, min(len(self._rows) - 1, self._at() + lines))].id
            self.refresh()

    def _at(self) -> int:
        return next((place for place, row in enumerate(self._rows) if row.id == self._node), 0)

    def render(self) -> RenderResult:
        width, height = self.content_size.width, self.content_size.height
        room, at = max(1, height - 1), self._at()
        self._top = max(0, min(self._top, len(self._rows) - room, at))
        self._top = max(self._top, at - room + 1)
        seen = self._rows[self._top : self._top + room]
        lines = [_fit(self._line(row, width), width) for row in seen]
        if self._rows:
            lines[at - self._top] = lines[at - self._top].stylize("on $block-cursor-blurred-background bold")
        return Content("\n").join([_fit(_header(width), width), *lines])

    def _line(self, row: BoardRow, width: int) -> Content:
        sign = Content.styled("› " if row.id in self._fresh else "  ", "bold $text-accent")
        parts = [
            sign,
            _column(Content.styled(level(row.served, row.sign), colour(row.served)), TRUE),
            _column(_known(row), KNOWN),
            _column(shown(row.name), _name_width(width)),
        ]
        if width >= SINCE_FROM:
            since = row.since_words.replace("(dag ", "(d") if row.served < 100 else ""
            parts.append(_column(Content.styled(since, "$text-muted"), SINCE))
        if width >= LIMIT_FROM:
            parts.append(_column(_limit(row), LIMIT))
        return Content("").join(parts)


def counts(board: Board, width: int) -> Content:
    """How many nodes are how, in signs and words; in fewer words where there is little room."""
    wide = width >= COUNTS_FROM
    beyond = f"▲ {board.beyond_limit} {'over de grens' if wide else 'te lang'}"
    parts = [
        Content.styled(f"○ {board.down} plat", "$text-error"),
        Content.styled(f"◐ {board.degraded} deels", "$text-warning"),
        Content.styled(f"● {board.up} werkt", "$text-success"),
        Content.styled(f"≠ {board.unknown} anders{' bekend' * wide}", "$text-accent"),
        Content.styled(beyond, "$text-error" if board.beyond_limit else "$text-muted"),
    ]
    return Content("  ").join(parts)


def _name_width(width: int) -> int:
    taken = 2 + TRUE + KNOWN + (SINCE if width >= SINCE_FROM else 0) + (LIMIT if width >= LIMIT_FROM else 0)
    return max(8, min(NAME, width - taken))


def _header(width: int) -> Content:
    cells = [("", 2), ("Werkelijk", TRUE), ("Bekend", KNOWN), ("Onderdeel", _name_width(width))]
    cells += [("Sinds", SINCE)] if width >= SINCE_FROM else []
    cells += [("Tot de grens", LIMIT)] if width >= LIMIT_FROM else []
    return Content.styled("".join(f"{label:<{wide}}" for label, wide in cells), "$text-muted")


def _known(row: BoardRow) -> Content:
    words = level(row.known, row.known_sign).removeprefix(f"{row.known_sign} ")
    if not row.differs:
        return Content.styled(f"= {words}", "$text-muted")
    return Content.styled(f"≠ {words if row.known_since >= 0 else 'niet gemeld'}", "bold $text-accent")


def _limit(row: BoardRow) -> Content:
    if row.limit is None:
        return Content("")
    if row.limit.passed:
        return Content.styled(f"▲ {brief(row.limit.left)} over", "bold $text-error")
    return Content.styled(f"nog {brief(row.limit.left)}", "$text-warning" if row.limit.left <= 60 else "")


def _column(cell: Content, width: int) -> Content:
    """As wide as its column, with a space behind it."""
    cut = cell.truncate(width - 1, ellipsis=True)
    return cut.pad_right(width - cut.cell_length)


def _fit(line: Content, width: int) -> Content:
    return line.truncate(max(1, width))
