"""One thing in full: an inject to give or hold back, or a line of the log."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.exercise.commands import DeliverInject, HoldInject
from simulator.insight.draaiboek import DraaiboekRow
from simulator.insight.timeline import Entry
from tui.dialogs.dialog import Dialog
from tui.text import shown
from tui.widgets.draaiboek import inject_text
from tui.widgets.overview import Overview


class InjectDialog(Dialog):
    """Reads an inject; gives or holds this one, whichever comes next."""

    RECORDS: ClassVar[str] = ""
    HEADING: ClassVar[str] = "Bericht"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "deliver", "Geef nu", id="inject.deliver"),
        Binding("h", "hold", "Houd vast", id="inject.hold"),
        Binding("enter", "leave", "Sluit", id="inject.leave", show=False),
        Binding("up", "scroll('up')", "Omhoog", id="inject.up", show=False),
        Binding("down", "scroll('down')", "Omlaag", id="inject.down", show=False),
    ]

    def __init__(self, overview: Overview, row: DraaiboekRow) -> None:
        super().__init__()
        self._overview = overview
        self._row = row

    def body(self) -> ComposeResult:
        yield Static(inject_text(self._overview, self._row))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return () if self._row.given >= 0 else (("d", "geef nu"), ("h", "houd vast"))

    def action_deliver(self) -> None:
        """Give this inject now."""
        self.ask(DeliverInject(inject=self._row.id))

    def action_hold(self) -> None:
        """Do not let this inject come by itself."""
        self.ask(HoldInject(inject=self._row.id))

    def action_scroll(self, way: str) -> None:
        """Read on."""
        body = self.query_one(".dialog-body")
        body.scroll_relative(y=3 if way == "down" else -3, animate=False)


class EntryDialog(Dialog):
    """Reads a line of the log that did not fit."""

    RECORDS: ClassVar[str] = ""
    HEADING: ClassVar[str] = "Log"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Sluit", id="entry.leave", show=False),
        Binding("w", "decide", "Maak er een besluit van", id="entry.decide"),
    ]

    def __init__(self, overview: Overview, entry: Entry) -> None:
        super().__init__()
        self._overview = overview
        self._entry = entry
        self._words = overview.words.get(str(entry.seq))

    def body(self) -> ComposeResult:
        entry = self._entry
        hand = "  ·  met de hand" if entry.by_hand else ""
        yield Static(shown(f"{entry.at}  ·  {entry.kind}{hand}"), classes="note paragraph")
        yield Static(shown(entry.text))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("w", "maak er een besluit van"),) if self._words else ()

    def action_decide(self) -> None:
        """What a role wrote at its seat becomes a decision in own words."""
        if self._words is None:
            return
        from tui.dialogs.own_words import OwnWordsDialog

        open_now = {dilemma.id for dilemma in self._overview.decisions.open}
        words = " ".join(self._words.text.split())
        dilemma = self._words.decision if self._words.decision in open_now else ""
        self.app.switch_screen(OwnWordsDialog(self._overview, dilemma, "", words, self._words.role))
