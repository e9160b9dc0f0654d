"""End the exercise: asked twice, since nothing follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.exercise.commands import End
from tui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from simulator.exercise.events import Recorded


class EndDialog(Dialog):
    """Only the letter J ends it."""

    HEADING: ClassVar[str] = "De oefening beëindigen?"
    RECORDS: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "end", "Ja, beëindig", id="end.yes")]

    def body(self) -> ComposeResult:
        yield Static("Daarna kunt u niets meer geven of besluiten. Waarnemingen, acties en aanvullingen kunnen nog wel.")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("j", "ja, beëindig"),)

    def recorded(self, recorded: tuple[Recorded, ...]) -> None:
        """Say what can be done next."""
        super().recorded(recorded)
        self.app.notify("De oefening is beëindigd. Met n opent u de nabespreking.", timeout=15)

    def action_end(self) -> None:
        """End it."""
        self.ask(End())
