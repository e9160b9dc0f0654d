"""Klokken: when each legal term began and who knew then, when it was due, and with what margin it was met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.debrief.listed import ListedRows, ListedSection
from tui.debrief.section import DebriefPicture
from tui.text import framed, shown
from tui.widgets.brief import brief
from tui.widgets.clocks import COLOURS
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.insight.clocks import ClockRow


class ClocksTable(ListedRows):
    """A line a clock."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="status", label="Stand", width=14),
        Column(key="title", label="Klok"),
        Column(key="margin", label="Marge", width=11),
        Column(key="known", label="Bekend om", width=14, from_width=80),
        Column(key="due", label="Uiterlijk", width=14, from_width=70),
        Column(key="met", label="Gehaald om", width=14, from_width=96),
        Column(key="who", label="Wie het wist", width=20, from_width=130),
    )


class ClocksSection(ListedSection):
    """All clocks of the legal regime, those that were missed first."""

    TABLE = ClocksTable
    EMPTY = "Dit scenario kent geen wettelijke termijnen."
    EXPLANATION = (
        "Een klok begint als de rol die moet melden het weet: niet als het gebeurt. Marge is wat er over was toen de "
        "termijn gehaald werd, of hoeveel te laat het was. Termijnen zijn niet juridisch nagekeken waar ‘te verifiëren’ staat."
    )

    def head(self, picture: DebriefPicture) -> Content:
        rows = _clocks(picture)
        met = sum(row.status == "gehaald" for row in rows)
        started = sum(row.status != "niet gestart" for row in rows)
        return framed("[bold]Klokken[/]  [$text-muted]$met van $of op tijd gehaald[/]", met=met, of=started)

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        return {row.id: _cells(picture, row) for row in _clocks(picture)}

    def title(self, picture: DebriefPicture, key: str) -> Content:
        return shown(picture.setting.clocks[key].title)

    def told(self, picture: DebriefPicture, key: str) -> Content:
        row = next(row for row in _clocks(picture) if row.id == key)
        return Content("\n").join(_story(picture, row))


def _clocks(picture: DebriefPicture) -> tuple[ClockRow, ...]:
    from simulator.insight.clocks import clocks

    order = ("gemist", "te laat", "loopt", "gehaald", "niet gestart")
    return tuple(sorted(clocks(picture.setting, picture.state), key=lambda row: (order.index(row.status), row.due)))


def _cells(picture: DebriefPicture, row: ClockRow) -> tuple[Content, ...]:
    return (
        Content.styled(f"{row.sign} {row.status}", COLOURS[row.status]),
        shown(row.title),
        _margin(row),
        shown(picture.at(row.known_at)),
        shown(picture.at(row.due)),
        shown(picture.at(row.met_at)),
        shown(row.responsible_name),
    )


def _margin(row: ClockRow) -> Content:
    minutes = row.margin if row.margin is not None else row.left
    if minutes is None:
        return Content("")
    late = minutes < 0
    return Content.styled(f"{'−' if late else '+'} {brief(minutes)}", "$text-error" if late else "")


def _story(picture: DebriefPicture, row: ClockRow) -> Iterator[Content]:
    from simulator.insight.wording import sentence, span

    yield Content.styled(f"{row.sign} ", COLOURS[row.status]) + shown(sentence(row.words))
    yield framed("[$text-muted]Melden aan[/]  $to", to=row.to)
    yield framed("[$text-muted]Wie[/]         $who", who=row.responsible_name)
    yield framed("[$text-muted]Termijn[/]     $time, $basis", time=span(row.time), basis=row.basis)
    if row.known_at >= 0:
        yield framed(
            "[$text-muted]Begon[/]       $at: toen wist $who het ($cause)",
            at=picture.at(row.known_at), who=row.responsible_name, cause=_cause(picture, row.id, started=True),
        )  # fmt: skip
        yield framed("[$text-muted]Uiterlijk[/]   $due", due=picture.at(row.due))
    if row.met_at >= 0:
        cause = _cause(picture, row.id, started=False)
        yield framed("[$text-muted]Gehaald[/]     $met ($cause)", met=picture.at(row.met_at), cause=cause)


def _cause(picture: DebriefPicture, clock: str, *, started: bool) -> str:
    """What made it begin, or what met it."""
    from simulator.exercise.events import ClockMet, ClockStarted
    from simulator.insight.wording import source

    kind = ClockStarted if started else ClockMet
    causes = (each.event.cause for each in picture.recorded if isinstance(each.event, kind) and each.event.clock == clock)
    return source(picture.setting, picture.state, next(causes, "hand"))
