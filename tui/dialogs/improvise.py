"""An inject that is not in the draaiboek, made up on the spot."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from simulator.exercise.commands import Command, ImproviseInject
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Field, Ticks, roles
from tui.widgets.overview import Overview


class ImproviseDialog(Dialog):
    """Asks for a title, a text and receivers."""

    HEADING: ClassVar[str] = "Bericht improviseren"
    RECORDS: ClassVar[str] = "Geef het bericht"

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def body(self) -> ComposeResult:
        yield Field("Titel", id="title", hint="Bijvoorbeeld: Wethouder belt")
        yield Field("Tekst", id="text", hint="Wat de ontvangers lezen of horen")
        yield Ticks("Voor wie? Niets aangevinkt is iedereen, ook het grote scherm.", roles(self._overview), id="to")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"), ("spatie", "vink aan"))

    def on_mount(self) -> None:
        self.query_one("#title").focus()

    def command(self) -> Command | Widget:
        title, text = self.query_one("#title", Input), self.query_one("#text", Input)
        for field in (title, text):
            if not field.value.strip():
                return field
        return ImproviseInject(title=title.value.strip(), text=text.value.strip(), to=self.query_one(Ticks).values)
