"""A part of the debrief that is a list: the line under the cursor is told below it, and Enter reads it whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import DataTable, Static

from tui.debrief.section import DebriefPicture, Section
from tui.dialogs.whole import ReadDialog
from tui.text import shown
from tui.widgets.rows import Rows
from tui.widgets.sheet import Sheet


class ListedRows(Rows):
    """A table of which a line can be read in full."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select_cursor", "Lees alles", id="listed.read")]


class Told(Sheet):
    """The line under the cursor, in full."""

    MORE = "↓ meer: ⏎ leest het in zijn geheel"


class ListedSection(Section):
    """A list with what there is to say of each line. A subclass gives the table, its rows, and the words of a row."""

    TABLE: ClassVar[type[Rows]] = ListedRows
    EMPTY: ClassVar[str] = "Er is niets."
    """Said when there are no rows."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: DebriefPicture | None = None

    def compose(self) -> ComposeResult:
        yield Static("", classes="section-head")
        yield self.TABLE(id="list")
        yield Told(id="told")

    def head(self, picture: DebriefPicture) -> Content:
        """The line above the list: what the list comes to."""
        return Content("")

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        """The rows by key, a cell a column of the table."""
        return {}

    def title(self, picture: DebriefPicture, key: str) -> Content:
        """The heading of a row that is read in full."""
        return Content("")

    def told(self, picture: DebriefPicture, key: str) -> Content:
        """All there is to say of a row."""
        return Content("")

    def publish(self, picture: DebriefPicture) -> None:
        self.picture = picture
        rows = self.rows(picture)
        self.query_one(".section-head", Static).update(self.head(picture) if rows else shown(self.EMPTY))
        self.list.show(rows)
        self._tell()

    @property
    def list(self) -> Rows:
        """The table."""
        return self.query_one("#list", Rows)

    @on(DataTable.RowHighlighted)
    def _follow(self, event: DataTable.RowHighlighted) -> None:
        """The cursor moves first; what it stands on is told in the next paint."""
        event.stop()
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        key = self.list.current
        words = self.told(self.picture, key) if self.picture is not None and key else Content("")
        self.query_one(Told).tell(words)

    @on(DataTable.RowSelected)
    def _read(self, event: DataTable.RowSelected) -> None:
        event.stop()
        key = self.list.current
        if self.picture is not None and key:
            self.app.push_screen(ReadDialog(self.title(self.picture, key), self.told(self.picture, key)))
