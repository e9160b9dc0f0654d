"""Make known how a node is: the truth, or what somebody thinks."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from simulator.exercise.commands import Command, ReportNode
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker, nodes, roles
from tui.text import shown
from tui.widgets.overview import Overview

TRUTH = "truth"
OTHER = "other"
LEVELS = (
    (TRUTH, "zoals het werkelijk is"),
    ("100", "● werkt"),
    ("50", "◐ werkt deels (50%)"),
    ("0", "○ ligt plat"),
    (OTHER, "een ander percentage"),
)


class ReportDialog(Dialog):
    """What is made known here stands on the projector and at the seats."""

    HEADING: ClassVar[str] = "Toestand bekend maken"
    RECORDS: ClassVar[str] = "Maak bekend"

    def __init__(self, overview: Overview, node: str) -> None:
        super().__init__()
        self._overview = overview
        self._node = node

    def body(self) -> ComposeResult:
        yield Picker("Welk onderdeel?", Choices(nodes(self._overview), id="node", value=self._node))
        yield Picker("Hoe wordt het gemeld?", Choices([(value, shown(words)) for value, words in LEVELS], id="level"))
        yield Field("Percentage", id="percent", hint="0 tot 100")
        yield Picker("Wie meldt het?", Choices(roles(self._overview, nobody="de oefenleider"), id="role"))
        yield Static("Wat u hier bekend maakt, staat op het grote scherm en bij de rollen.", classes="note")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#level").focus()
        self._ask_percent()

    @on(OptionList.OptionHighlighted, "#level")
    def _ask_percent(self) -> None:
        self.query_one("#percent-field").display = self.query_one("#level", Choices).value == OTHER

    def command(self) -> Command | str:
        level = self.query_one("#level", Choices).value
        typed = self.query_one(Field).text.removesuffix("%").strip() if level == OTHER else level
        if level != TRUTH and not (typed.isascii() and typed.isdigit() and int(typed) <= 100):
            return "Vul een percentage in van 0 tot 100."
        return ReportNode(
            node=self.query_one("#node", Choices).value,
            level=None if level == TRUTH else int(typed),
            role=self.query_one("#role", Choices).value,
        )
