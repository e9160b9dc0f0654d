"""Lists of what is known by now: outages and clocks, each with a sign, a word and a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tui.text import framed

if TYPE_CHECKING:
    from simulator.insight.clocks import ClockRow
    from simulator.insight.room import KnownState, RoomClock


def state_lines(rows: Sequence[KnownState], *, when: bool) -> list[Content]:
    """Nodes as they are known: sign and word in a column, then the name and since when."""
    wide = max((len(row.words) for row in rows), default=0)
    return [_state_line(row, wide, row.at if when else "") for row in rows]


def _state_line(row: KnownState, wide: int, at: str) -> Content:
    colour = "$text-success" if row.level >= 100 else "$text-warning" if row.level > 0 else "$text-error"
    line = framed(" $words  [bold]$name[/]  [$text-muted]$at[/]", words=row.words.ljust(wide), name=row.name, at=at)
    return Content.assemble(Content.styled(row.sign, colour), line)


def room_clock_lines(rows: Sequence[RoomClock]) -> list[Content]:
    """Running clocks for all to see: the time left in a column, then what it is for."""
    wide = max((len(row.words) for row in rows), default=0)
    return [_room_clock_line(row, wide) for row in rows]


def _room_clock_line(row: RoomClock, wide: int) -> Content:
    sign = Content.styled("✗", "$text-error") if row.left < 0 else Content.styled("◷", "$text-accent")
    return Content.assemble(sign, framed(" $words  [bold]$title[/]", words=row.words.ljust(wide), title=row.title))


def seat_state_line(row: KnownState) -> Content:
    """One node as it is known, on two lines for a narrow column."""
    colour = "$text-success" if row.level >= 100 else "$text-warning" if row.level > 0 else "$text-error"
    line = framed(" [bold]$name[/]\n  $words [$text-muted]· $at[/]", words=row.words, name=row.name, at=row.at)
    return Content.assemble(Content.styled(row.sign, colour), line)


def seat_clock_line(row: ClockRow) -> Content:
    """One clock of a role, whatever became of it."""
    colour = {"gehaald": "$text-success", "loopt": "$text-accent"}.get(str(row.status), "$text-error")
    sign = Content.styled(row.sign, colour)
    return Content.assemble(sign, framed(" [bold]$title[/]\n  $words · aan $to", title=row.title, words=row.words, to=row.to))


class Lines(Static):
    """A heading with lines under it; says so when there are none."""

    DEFAULT_CSS = """
    Lines.-single { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, heading: str, empty: str, *, most: int = 100, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._heading = heading
        self._empty = empty
        self._most = most

    def on_mount(self) -> None:
        self.fill(())

    def fill(self, lines: Sequence[Content], most: int | None = None) -> None:
        """Show the lines, and how many more there are than fit."""
        shown_ = list(lines[: most or self._most])
        more = len(lines) - len(shown_)
        if more:
            shown_.append(framed("[$text-muted]… en nog $more[/]", more=more))
        if not lines:
            shown_ = [framed("[$text-muted]$empty[/]", empty=self._empty)]
        self.update(Content("\n").join([framed("[$text-accent bold]$heading[/]", heading=self._heading), *shown_]))
