"""The first frame, whatever the app was opened for: calm, and there at once."""

from __future__ import annotations

from typing import LiteralString

from textual.app import ComposeResult
from textual.containers import Middle
from textual.screen import Screen
from textual.widgets import Static

from tui.text import framed
from tui.widgets.band import Band


class LoadingScreen(Screen[None]):
    """Stands until there is more to show; on the screens of players with the mark."""

    DEFAULT_CSS = """
    LoadingScreen Static { width: 1fr; text-align: center; }
    """

    def __init__(self, words: LiteralString, *, marked: bool) -> None:
        super().__init__()
        self._words = words
        self._marked = marked

    def compose(self) -> ComposeResult:
        if self._marked:
            yield Band()
        with Middle():
            yield Static("Ontregeld", classes="heading")
            yield Static(framed("$words", words=self._words), classes="muted")
        if self._marked:
            yield Band()
