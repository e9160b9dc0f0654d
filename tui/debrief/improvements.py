"""Verbeteracties: the improvement plan, written down there and then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import DataTable, Static

from tui.debrief.facts import fact
from tui.debrief.listed import ListedRows, ListedSection, Told
from tui.debrief.section import DebriefPicture
from tui.dialogs.improvement import DropDialog, ImprovementDialog
from tui.dialogs.whole import ReadDialog
from tui.text import framed, shown
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.insight.improvements import ImprovementRow, Improvements


class ImprovementsTable(ListedRows):
    """A line an improvement, the nearest date first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select_cursor", "Wijzig", id="improvements.change")]
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="due", label="Klaar", width=18),
        Column(key="what", label="Wat wordt er beter"),
        Column(key="owner", label="Eigenaar", width=22, from_width=70),
        Column(key="element", label="Gaat over", width=15, from_width=100),
        Column(key="returns", label="Terug in de raad", width=26, from_width=126),
    )


class ToldImprovement(Told):
    """The improvement under the cursor."""

    MORE = "↓ meer: l leest het in zijn geheel"


class ImprovementsSection(ListedSection):
    """What will be mended, by which function, by when, and when it comes back to the council."""

    TABLE = ImprovementsTable
    EMPTY = "Verbeteracties: nog niets afgesproken. Druk op n voor de eerste."
    EXPLANATION = (
        "Spreek hier af wat er beter moet, wie ervoor zorgt (een functie, geen naam), wanneer het klaar is en wanneer het "
        "terugkomt in de raad. Met n komt er een bij, met Enter verandert u wat er staat, met v vervalt er een. Wat nog niet "
        "is afgesproken, staat er zo bij. ▲ is een datum die voorbij is. De naam van een contactpersoon komt in een aparte "
        "lijst met namen, en nooit op dit scherm of in het verslag."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "plan", "Nieuw", id="improvements.new"),
        Binding("v", "drop", "Laat vervallen", id="improvements.drop"),
        Binding("l", "read", "Lees alles", id="improvements.read"),
    ]

    def compose(self) -> ComposeResult:
        yield Static("", classes="section-head")
        yield self.TABLE(id="list")
        yield ToldImprovement(id="told")

    def head(self, picture: DebriefPicture) -> Content:
        return framed("[bold]Verbeteracties[/]  [$text-muted]$words[/]", words=_found(picture).words)

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        return {row.id: _cells(row) for row in _found(picture).rows}

    def title(self, picture: DebriefPicture, key: str) -> Content:
        return shown(_row(picture, key).what)

    def told(self, picture: DebriefPicture, key: str) -> Content:
        return Content("\n").join(_story(_row(picture, key)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a line there is nothing to change, drop or read."""
        if action in ("drop", "read"):
            return self.picture is not None and bool(self.picture.state.evaluation.improvements)
        return True

    def publish(self, picture: DebriefPicture) -> None:
        super().publish(picture)
        self.refresh_bindings()

    def action_plan(self) -> None:
        """A new one."""
        if self._may():
            self.app.push_screen(ImprovementDialog())

    def action_drop(self) -> None:
        """It will not be done."""
        key = self.list.current
        if key and self._may() and self.picture is not None:
            self.app.push_screen(DropDialog(key, _row(self.picture, key).what))

    def action_read(self) -> None:
        """The one under the cursor in full."""
        key = self.list.current
        if self.picture is not None and key:
            self.app.push_screen(ReadDialog(self.title(self.picture, key), self.told(self.picture, key)))

    @on(DataTable.RowSelected)
    def _change(self, event: DataTable.RowSelected) -> None:
        """Enter changes it; it is not read as in other lists."""
        event.stop()
        event.prevent_default()
        key = self.list.current
        if key and self._may() and self.picture is not None:
            self.app.push_screen(ImprovementDialog(self.picture.state.evaluation.improvements[key].event))

    def _may(self) -> bool:
        """Whether something can be recorded; if not, it is said why."""
        if self.picture is not None and self.picture.readonly:
            self.app.notify(self.picture.readonly, title="Dat kan nu niet", severity="warning")
        return self.picture is not None and not self.picture.readonly


def _found(picture: DebriefPicture) -> Improvements:
    from simulator.insight.improvements import improvements

    return improvements(picture.state, today=date.today().isoformat())


def _row(picture: DebriefPicture, key: str) -> ImprovementRow:
    return next(row for row in _found(picture).rows if row.id == key)


def _cells(row: ImprovementRow) -> tuple[Content, ...]:
    due = f"▲ {row.due_words}" if row.overdue else row.due_words
    colour = "$text-warning" if row.overdue or not row.due else ""
    words = (row.what, _owner(row), row.element, row.returns)
    return (shown(due).stylize(colour), *map(shown, words))


def _owner(row: ImprovementRow) -> str:
    from simulator.insight.improvements import TO_AGREE

    return row.owner or TO_AGREE


def _story(row: ImprovementRow) -> Iterator[Content]:
    from simulator.insight.wording import listed

    yield shown(row.what).stylize("bold")
    yield fact("Waarom", row.why or "nog niet opgeschreven")
    yield fact("Gaat over", row.element)
    yield fact("Eigenaar", _owner(row))
    yield fact("Begin", row.start_words)
    yield fact("Klaar", f"{row.due_words}{' ▲ deze datum is voorbij' if row.overdue else ''}")
    yield fact("Terug in de raad", row.returns)
    if row.question:
        yield fact("Raadsvraag", row.question)
    if row.missing:
        yield Content.styled("Nog af te spreken  ", "$text-warning") + shown(listed(row.missing))
