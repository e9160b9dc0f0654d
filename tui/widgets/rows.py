"""A table that is brought up to date row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import DataTable

FIRST_WIDTH = 60
"""Cells; until the real width is known."""
GAP = 1
"""Cells of air on both sides of a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    key: str
    label: str
    width: int = 0
    """In cells; 0 for what the other columns leave."""
    from_width: int = 0
    """The column is left out of tables narrower than this."""


class Rows(DataTable[Content]):
    """A table of which cursor, selection and scroll stay where they were while its rows change.

    A cursor that rests on the first row while the keys go elsewhere stays on the first row.

    Cells are Content, so that no text of strangers is ever read as markup.
    """

    COLUMNS: ClassVar[tuple[Column, ...]] = ()
    HEADED: ClassVar[bool] = True
    """Whether the columns have their labels above them."""
    FOLLOW: ClassVar[bool] = False
    """Whether the cursor stays on the last row while rows are added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Kies", id="rows.select", show=False),
        Binding("up", "cursor_up", "Omhoog", id="rows.up", show=False),
        Binding("down", "cursor_down", "Omlaag", id="rows.down", show=False),
        Binding("pageup", "page_up", "Bladzijde omhoog", id="rows.page-up", show=False),
        Binding("pagedown", "page_down", "Bladzijde omlaag", id="rows.page-down", show=False),
        Binding("home,ctrl+home", "scroll_top", "Eerste regel", id="rows.top", show=False),
        Binding("end,ctrl+end", "scroll_bottom", "Laatste regel", id="rows.bottom", show=False),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(cursor_type="row", cell_padding=GAP, show_header=self.HEADED, id=id, classes=classes)
        self._shown: dict[str, tuple[Content, ...]] = {}
        self._laid_out: tuple[tuple[str, int], ...] = ()

    def show(self, rows: Mapping[str, tuple[Content, ...]]) -> None:
        """Show these rows, a cell a column of `COLUMNS`; touch only what differs from what stands there."""
        before, self._shown = self._shown, dict(rows)
        if not self._laid_out:
            return
        if list(before) == list(self._shown):
            self._update_cells(before)
        elif list(self._shown)[: len(before)] == list(before):
            self._update_cells(before)
            self._add_rows(list(self._shown)[len(before) :])
        else:
            self._rebuild()

    def cells_of(self, key: str) -> tuple[Content, ...]:
        """The cells of a row as they were last given; none for a row that is not there."""
        return self._shown.get(key, ())

    @property
    def current(self) -> str:
        """Key of the row under the cursor; empty when there is no row."""
        if not self._shown or not self._laid_out or not self.is_valid_row_index(self.cursor_row):
            return ""
        return str(self.ordered_rows[self.cursor_row].key.value)

    def go_to(self, key: str) -> None:
        """Put the cursor on a row, if it is there."""
        if key in self._shown and self._laid_out:
            self.move_cursor(row=self.get_row_index(key), animate=False)

    def on_mount(self) -> None:
        """Columns are there before the first layout, so that a table that is as high as its rows has a height."""
        self._lay_out(FIRST_WIDTH)

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out(event.size.width)

    def _lay_out(self, width: int) -> None:
        shown = [column for column in self.COLUMNS if width >= column.from_width]
        taken = sum(column.width + 2 * GAP for column in shown)
        free = [column for column in shown if not column.width]
        flexible = max(4, (width - taken) // max(1, len(free)))
        laid_out = tuple((column.key, column.width or flexible) for column in shown)
        if laid_out != self._laid_out:
            self._laid_out = laid_out
            self._rebuild(columns=True)

    def _rebuild(self, *, columns: bool = False) -> None:
        resting = not self.has_focus and self.cursor_row <= 0
        current, scroll = self._cursor_key(), self.scroll_offset
        self.clear(columns=columns)
        if columns:
            labels = {column.key: column.label for column in self.COLUMNS}
            for key, width in self._laid_out:
                self.add_column(Text(labels[key]), width=width, key=key)
        self._add_rows(list(self._shown))
        if current in self._shown and not resting:
            self.go_to(current)
            self.scroll_to(scroll.x, scroll.y, animate=False)

    def _cursor_key(self) -> str:
        if not self.is_valid_row_index(self.cursor_row):
            return ""
        return str(self.ordered_rows[self.cursor_row].key.value)

    def _add_rows(self, keys: list[str]) -> None:
        follow = self.FOLLOW and self.cursor_row >= self.row_count - 1
        for key in keys:
            self.add_row(*self._cells(key), key=key)
        if follow and keys:
            self.move_cursor(row=self.row_count - 1, animate=False)

    def _update_cells(self, before: Mapping[str, tuple[Content, ...]]) -> None:
        for key, cells in before.items():
            if _same(cells, self._shown[key]):
                continue
            for (column, _), old, new in zip(self._laid_out, self._fit(cells), self._cells(key), strict=True):
                if not _same((old,), (new,)):
                    self.update_cell(key, column, new)

    def _cells(self, key: str) -> tuple[Content, ...]:
        return self._fit(self._shown[key])

    def _fit(self, cells: tuple[Content, ...]) -> tuple[Content, ...]:
        by_column = {column.key: cell for column, cell in zip(self.COLUMNS, cells, strict=True)}
        return tuple(by_column[key].truncate(width, ellipsis=True) for key, width in self._laid_out)


def _same(old: tuple[Content, ...], new: tuple[Content, ...]) -> bool:
    """Whether the cells look the same; Content itself compares by its text alone."""
    return old is new or all(a.plain == b.plain and a.spans == b.spans for a, b in zip(old, new, strict=True))
