"""One thing of the debrief to read in full."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Dialog


class ReadDialog(Dialog):
    """One thing to read in full."""

    RECORDS: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Sluit", id="read.leave", show=False),
        Binding("up", "scroll(-3)", "Omhoog", id="read.up", show=False),
        Binding("down", "scroll(3)", "Omlaag", id="read.down", show=False),
        Binding("pageup", "scroll(-12)", "Bladzijde omhoog", id="read.page-up", show=False),
        Binding("pagedown,space", "scroll(12)", "Bladzijde omlaag", id="read.page-down", show=False),
    ]

    def __init__(self, title: Content, text: Content) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def heading(self) -> Content:
        return self._title

    def body(self) -> ComposeResult:
        text: Content = self._text
        yield Static(text)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("↑↓", "lees verder"),)

    def action_scroll(self, lines: int) -> None:
        """Read on."""
        self.query_one(".dialog-body").scroll_relative(y=lines, animate=False)
