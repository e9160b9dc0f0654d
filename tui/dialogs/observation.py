"""Note what you see, against a question of the council and a role if you like."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from simulator.exercise.commands import Command, NoteObservation
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker, roles
from tui.widgets.overview import Overview


class ObservationDialog(Dialog):
    """One line, Enter, noted."""

    HEADING: ClassVar[str] = "Waarneming"

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def body(self) -> ComposeResult:
        questions = self._overview.setting.scenario.questions
        yield Field("Wat ziet u?", id="text", hint="Wat er gebeurt of gezegd wordt")
        yield Field(
            "Raadsvraag",
            id="question",
            hint=f"Bijvoorbeeld {questions[0]}" if questions else "Mag leeg blijven",
            suggestions=questions,
        )
        yield Picker("Over welke rol?", Choices(roles(self._overview, nobody="het hele team"), id="role"))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#text").focus()

    def command(self) -> Command | Widget:
        text = self.query_one("#text", Input)
        if not text.value.strip():
            return text
        question = self.query_one("#question", Input).value.strip()
        return NoteObservation(text=text.value.strip(), question=question, role=self.query_one("#role", Choices).value)
