"""The first frame of every screen on an exercise: calm, and there at once."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Middle
from textual.screen import Screen
from textual.widgets import Static

from tui.widgets.band import Band


class LoadingScreen(Screen[None]):
    """Stands until the exercise is loaded; on the screens of players with the mark."""

    DEFAULT_CSS = """
    LoadingScreen Static { width: 1fr; text-align: center; }
    """

    def __init__(self, *, marked: bool) -> None:
        super().__init__()
        self._marked = marked

    def compose(self) -> ComposeResult:
        if self._marked:
            yield Band()
        with Middle():
            yield Static("Ontregeld", classes="heading")
            yield Static("De oefening wordt klaargezet …", classes="muted")
        if self._marked:
            yield Band()
