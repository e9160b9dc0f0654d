"""The first frame of the console: calm, and there at once."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Middle
from textual.screen import Screen
from textual.widgets import Static


class LoadingScreen(Screen[None]):
    """Stands until the scenario is loaded."""

    DEFAULT_CSS = """
    LoadingScreen Static { width: 1fr; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        with Middle():
            yield Static("Ontregeld", classes="heading")
            yield Static("De oefening wordt klaargezet …", classes="muted")
