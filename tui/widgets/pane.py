"""A part of the console with a title, and the strip of titles where only one part fits."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static


class PaneTitle(Static):
    """A title that brings its pane forward when clicked."""

    class Pressed(Message):
        """The pane by this name is asked for."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, pane: str, key: str, title: str, *, classes: str) -> None:
        super().__init__(classes=classes)
        self.pane = pane
        self._key = key
        self._title = title
        self._count = ""
        self._fill()

    def count(self, count: str) -> None:
        """Show how many there are behind the title; nothing when empty."""
        if count != self._count:
            self._count = count
            self._fill()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed(self.pane))

    def _fill(self) -> None:
        self.update(Content.assemble(f"{self._key} ", self._title, (f"  {self._count}" if self._count else "")))


class Pane(Vertical):
    """A titled part of the console. Its title stands out while the keys go to it."""

    def __init__(self, *body: Widget, pane: str, key: str, title: str) -> None:
        super().__init__(id=f"pane-{pane}", classes="pane")
        self.pane = pane
        self._title = PaneTitle(pane, key, title, classes="pane-title")
        self._body = body

    def compose(self) -> ComposeResult:
        yield self._title
        yield from self._body

    def count(self, count: str) -> None:
        """Show how many there are behind the title."""
        self._title.count(count)


class Strip(Horizontal):
    """The titles of all panes in a row, for screens on which one pane fits."""

    def __init__(self, titles: tuple[tuple[str, str, str], ...]) -> None:
        """Each title is a pane's name, its key and its words."""
        super().__init__(id="strip")
        self._titles = {pane: PaneTitle(pane, key, title, classes="strip-title") for pane, key, title in titles}

    def compose(self) -> ComposeResult:
        yield from self._titles.values()

    def mark(self, pane: str) -> None:
        """Show which pane is in front."""
        for name, title in self._titles.items():
            title.set_class(name == pane, "-current")

    def count(self, pane: str, count: str) -> None:
        """Show how many there are behind a title."""
        self._titles[pane].count(count)
