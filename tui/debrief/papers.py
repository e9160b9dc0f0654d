"""Stukken: the papers that the council's questions ask for, and whether they were shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import DataTable

from tui.debrief.listed import ListedRows, ListedSection
from tui.debrief.section import DebriefPicture
from tui.text import flowed, framed, shown
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.insight.ratings import Paper

SIGNS = {"getoond": "✓", "verouderd": "◐", "ontbreekt": "✗", "niet bekeken": "·"}
COLOURS = {
    "getoond": "$text-success",
    "verouderd": "$text-warning",
    "ontbreekt": "$text-error",
    "niet bekeken": "$text-muted",
}


class PapersTable(ListedRows):
    """A line a document."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select_cursor", "Vul in", id="papers.check")]
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="status", label="Stand", width=14),
        Column(key="title", label="Stuk"),
        Column(key="questions", label="Bij de vragen", width=14),
        Column(key="dated", label="Van", width=10, from_width=72),
    )


class PapersSection(ListedSection):
    """The checklist. Enter fills it in; where nothing can be recorded it reads."""

    TABLE = PapersTable
    EMPTY = "Er horen geen stukken bij de raadsvragen."
    EXPLANATION = (
        "Sommige raadsvragen kan een oefening niet beantwoorden; een stuk wel. Vraag ernaar en vul met Enter in of het er is, "
        "en van wanneer. ✓ getoond, ◐ verouderd, ✗ ontbreekt, · niet bekeken. Een stuk dat ouder is dan bij dit soort hoort, "
        "wordt vanzelf verouderd. Niet bekeken is geen oordeel."
    )

    def head(self, picture: DebriefPicture) -> Content:
        counted = Counter(str(paper.status) for paper in _papers(picture))
        words = "  ·  ".join(f"{SIGNS[status]} {counted[status]} {status}" for status in SIGNS if counted[status])
        return framed("[bold]Stukken[/]  [$text-muted]$words[/]", words=words)

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        return {paper.id: _cells(paper) for paper in _papers(picture)}

    def title(self, picture: DebriefPicture, key: str) -> Content:
        return shown(_paper(picture, key).title)

    def told(self, picture: DebriefPicture, key: str) -> Content:
        return Content("\n").join(_story(_paper(picture, key)))

    @on(DataTable.RowSelected)
    def _check(self, event: DataTable.RowSelected) -> None:
        """Fill in this document; what cannot be filled in is read."""
        key = self.list.current
        if self.picture is None or self.picture.readonly or not key:
            return
        from tui.dialogs.papers import DocumentsDialog

        event.stop()
        event.prevent_default()
        self.app.push_screen(DocumentsDialog(self.picture.state, key))


def _papers(picture: DebriefPicture) -> tuple[Paper, ...]:
    from simulator.insight.ratings.papers import papers
    from simulator.scenario.council.load import catalogue

    day = picture.recorded[0].wall[:10] if picture.recorded else ""
    return papers(picture.state, catalogue(), day)


def _paper(picture: DebriefPicture, key: str) -> Paper:
    return next(paper for paper in _papers(picture) if paper.id == key)


def status_cell(status: str) -> Content:
    """What became of a document, as a sign and a word."""
    return Content.styled(f"{SIGNS[status]} {status}", COLOURS[status])


def _cells(paper: Paper) -> tuple[Content, ...]:
    from tui.dialogs.fields import said_day

    return (
        status_cell(str(paper.status)),
        shown(paper.title),
        shown(", ".join(paper.questions)),
        shown(said_day(paper.dated)),
    )


def _story(paper: Paper) -> Iterator[Content]:
    from simulator.scenario.council.load import catalogue

    yield framed("[bold]$title[/]", title=paper.title)
    yield Content.styled(f"{SIGNS[str(paper.status)]} ", COLOURS[str(paper.status)]) + shown(paper.words)
    if paper.note:
        yield framed("[$text-muted]Toelichting[/]  $note", note=paper.note)
    yield framed("[$text-muted]Let op[/]  $text", text=flowed(paper.look_for).plain)
    for name in paper.questions:
        yield framed("[$text-muted]$id[/]  $text", id=name, text=catalogue().questions[name].text)
