"""What the oefenleider does to the processes by hand: set one, give it priority, send people. The report names each."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.exercise.commands import AddCrew, Command, SetNode, SetPriority
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker, crews, nodes
from tui.text import shown
from tui.widgets.overview import Overview

PRIORITIES = (("10", "voorrang"), ("50", "alles eerst"), ("0", "gewoon"), ("-10", "mag wachten"))


class SetNodeDialog(Dialog):
    """'Dat klopt bij ons niet': the expert at the table is right."""

    HEADING: ClassVar[str] = "Dat klopt bij ons niet: zet een onderdeel zelf"

    def __init__(self, overview: Overview, node: str) -> None:
        super().__init__()
        self._overview = overview
        self._node = node

    def body(self) -> ComposeResult:
        row = next((row for row in self._overview.board.rows if row.id == self._node), None)
        likely = "down" if row is not None and row.up else "up"
        yield Picker("Welk onderdeel?", Choices(nodes(self._overview), id="node", value=self._node))
        lines = [("up", shown("● het werkt")), ("down", shown("○ het ligt plat"))]
        yield Picker("Hoe is het bij u?", Choices(lines, id="state", value=likely))
        yield Field("Reden (verplicht; komt in het verslag)", id="reason", hint="Bijvoorbeeld: draait bij ons in de cloud")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#state").focus()

    def command(self) -> Command | Widget:
        reason = self.query_one("#reason", Input)
        if not reason.value.strip():
            return reason
        up = self.query_one("#state", Choices).value == "up"
        return SetNode(node=self.query_one("#node", Choices).value, up=up, reason=reason.value.strip())


class PriorityDialog(Dialog):
    """Which node the crews take first."""

    HEADING: ClassVar[str] = "Voorrang bij herstel"

    def __init__(self, overview: Overview, node: str) -> None:
        super().__init__()
        self._overview = overview
        self._node = node

    def body(self) -> ComposeResult:
        yield Picker("Welk onderdeel?", Choices(nodes(self._overview), id="node", value=self._node))
        yield Picker("Welke voorrang?", Choices([(value, shown(words)) for value, words in PRIORITIES], id="priority"))
        yield Field("Reden", id="reason", hint="Mag leeg blijven; komt in het verslag")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#priority").focus()

    def command(self) -> Command:
        return SetPriority(
            node=self.query_one("#node", Choices).value,
            priority=int(self.query_one("#priority", Choices).value),
            reason=self.query_one("#reason", Input).value.strip(),
        )


class CrewDialog(Dialog):
    """More people in a crew."""

    HEADING: ClassVar[str] = "Versterking voor een ploeg"

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def body(self) -> ComposeResult:
        yield Picker("Welke ploeg?", Choices(crews(self._overview), id="crew"))
        yield Field("Hoeveel erbij?", id="count", value="1")
        yield Field("Reden", id="reason", hint="Mag leeg blijven; komt in het verslag")
        yield Static("Meer mensen herstellen meer tegelijk; een klus gaat er niet sneller door.", classes="note")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#crew").focus()

    def command(self) -> Command | str:
        count = self.query_one("#count", Input).value.strip()
        if not (count.isascii() and count.isdigit() and 1 <= int(count) <= 50):
            return "Vul in hoeveel mensen erbij komen: 1 tot 50."
        return AddCrew(
            crew=self.query_one("#crew", Choices).value, count=int(count), reason=self.query_one("#reason", Input).value.strip()
        )
