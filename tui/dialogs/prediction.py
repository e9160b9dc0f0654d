"""Ask the team what will fail: nodes to tick, by when, and who said it. Nothing here tells how a node truly is."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.exercise.commands import Command
from simulator.exercise.evaluation.commands import Predict
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker, Ticks, roles
from tui.text import shown
from tui.widgets.overview import Overview

HOURS = 24


class PredictionDialog(Dialog):
    """Ticks, Enter, recorded."""

    HEADING: ClassVar[str] = "Wat valt er volgens het team uit?"

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def body(self) -> ComposeResult:
        named = [(node.id, shown(node.name)) for node in self._overview.setting.landscape.nodes]
        yield Ticks("Vink aan wat het team noemt; niets aanvinken mag ook", named, id="nodes")
        yield Field("Binnen hoeveel uur?", id="hours", value=str(HOURS))
        yield Picker("Wie zegt het?", Choices(roles(self._overview, nobody="het hele team"), id="role"))
        yield Static("Hoe goed de voorspelling was, ziet u als de tijd om is.", classes="note")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("spatie", "vink aan"), ("tab", "volgende vraag"))

    def on_mount(self) -> None:
        self.query_one("#nodes").focus()

    def command(self) -> Command | str:
        hours = self.query_one("#hours-field", Field).text
        if not (hours.isascii() and hours.isdigit() and 1 <= int(hours) <= 672):
            return "Vul een heel aantal uren in, van 1 tot 672."
        picked = self.query_one(Ticks).values
        return Predict(nodes=picked, within=int(hours) * 60, by=self.query_one("#role", Choices).value)
