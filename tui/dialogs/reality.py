"""OEFENING GESTOPT - DIT IS ECHT: covers the console until it is confirmed that the exercise may go on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Middle
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.messages import Requested


class RealityScreen(ModalScreen[None]):
    """The whole screen. Going on takes two different keys."""

    CSS_PATH = "reality.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "ask", "Verder met oefenen", id="reality.ask"),
        Binding("j", "go_on", "Ja, ga verder", id="reality.go-on"),
        Binding("escape", "stay", "Blijf gestopt", id="reality.stay"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._asking = False

    def compose(self) -> ComposeResult:
        with Middle():
            yield Static("OEFENING GESTOPT", classes="shout")
            yield Static("DIT IS ECHT", classes="shout")
            yield Static("De klok staat stil, op alle schermen. Alles is bewaard.", classes="whisper")
            yield Static("", id="question", classes="whisper")

    def on_mount(self) -> None:
        self._fill()

    def _fill(self) -> None:
        question = self.query_one("#question", Static)
        question.set_class(self._asking, "-asking")
        if self._asking:
            question.update("Weet u zeker dat het echte voorval voorbij is?    j  ja, ga verder    esc  nee, blijf gestopt")
        else:
            question.update("v  verder met oefenen (vraagt om bevestiging)")

    def action_ask(self) -> None:
        """The first key asks for confirmation."""
        self._asking = True
        self._fill()

    def action_stay(self) -> None:
        """Not yet."""
        self._asking = False
        self._fill()

    def action_go_on(self) -> None:
        """The second key goes on, paused."""
        if self._asking:
            from simulator.exercise.commands import ClearReality

            self._asking = False
            self._fill()
            self.post_message(Requested(ClearReality()))
