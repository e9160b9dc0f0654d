"""The question before leaving while the exercise runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.text import framed

if TYPE_CHECKING:
    from tui.openings import Opening
    from tui.picture import Picture


def must_ask(picture: Picture | None, opening: Opening) -> bool:
    """Whether others are waiting for this screen: it leads an exercise that runs."""
    from tui.openings import Begin, Play

    if picture is None or not isinstance(opening, Begin | Play):
        return False
    from simulator.exercise.state import Phase

    return picture.state.phase is Phase.RUNNING


class LeaveScreen(ModalScreen[bool]):
    """Leave, or not."""

    DEFAULT_CSS = """
    LeaveScreen { align: center middle; }
    LeaveScreen Vertical { width: 60; max-width: 90%; height: auto; padding: 1 3; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y,j", "answer(True)", "Ja, afsluiten", id="leave.yes"),
        Binding("escape,n", "answer(False)", "Nee, verder", id="leave.no"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(framed("[bold]De oefening loopt nog. Toch afsluiten?[/]\n"))
            yield Static("Alles is bewaard. Opent u de oefening later weer, dan staat de klok stil waar hij nu staat.\n")
            yield Static(framed("[$text-accent bold]Enter[/] ja, afsluiten     [$text-accent bold]Esc[/] nee, verder"))

    def action_answer(self, leave: bool) -> None:
        """Close with the answer."""
        self.dismiss(leave)
