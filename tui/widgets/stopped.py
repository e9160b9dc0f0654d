"""The full stop: this is real. The same on every screen for players."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tui.widgets.big import Big


class Stopped(Vertical):
    """OEFENING GESTOPT - DIT IS ECHT, as large as the screen."""

    DEFAULT_CSS = """
    Stopped {
        align: center middle; background: $real; color: $real-text; height: 1fr;
        Big { text-align: center; margin: 1 0; }
        Static { text-align: center; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Big("Oefening gestopt", share=0.28, largest=3)
        yield Big("Dit is echt", share=0.4, largest=4)
        yield Static("Stop met spelen. Volg de aanwijzingen van de oefenleider.")
