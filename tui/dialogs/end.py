"""End the exercise: asked twice, since nothing follows it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.exercise.commands import End
from tui.dialogs.dialog import Dialog


class EndDialog(Dialog):
    """Only the letter J ends it."""

    HEADING: ClassVar[str] = "De oefening beëindigen?"
    RECORDS: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "end", "Ja, beëindig", id="end.yes")]

    def body(self) -> ComposeResult:
        yield Static("Daarna kunt u niets meer geven of besluiten. Waarnemingen, acties en aanvullingen kunnen nog wel.")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("j", "ja, beëindig"),)

    def action_end(self) -> None:
        """End it."""
        self.ask(End())
