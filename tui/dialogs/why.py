"""'Waarom?' and the dependency map of one node."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.insight.why import why
from tui.dialogs.dialog import Dialog
from tui.text import shown
from tui.widgets.dependency_map import DependencyMap
from tui.widgets.overview import Overview
from tui.widgets.why import why_text


class WhyDialog(Dialog):
    """Why it fell, why it is still down, and what hangs on it."""

    RECORDS: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "map", "Kaart", id="why.map"),
        Binding("enter,y", "leave", "Sluit", id="why.leave", show=False),
        Binding("up", "scroll(-3)", "Omhoog", id="why.up", show=False),
        Binding("down", "scroll(3)", "Omlaag", id="why.down", show=False),
        Binding("pageup", "scroll(-12)", "Bladzijde omhoog", id="why.page-up", show=False),
        Binding("pagedown,space", "scroll(12)", "Bladzijde omlaag", id="why.page-down", show=False),
    ]

    def __init__(self, overview: Overview, node: str) -> None:
        super().__init__()
        self._overview = overview
        self._node = node
        self._why = why(overview.setting, overview.state, node)

    def heading(self) -> Content:
        return shown(f"Waarom? {self._why.name}")

    def body(self) -> ComposeResult:
        row = next((row for row in self._overview.board.rows if row.id == self._node), None)
        yield Static(why_text(self._why, row))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("m", "kaart"), ("↑↓", "lees verder"))

    def action_map(self) -> None:
        """What it needs and what hangs on it."""
        self.app.switch_screen(MapDialog(self._overview, self._node))

    def action_scroll(self, rows: int) -> None:
        """Read on."""
        self.query_one(".dialog-body").scroll_relative(y=rows, animate=False)


class MapDialog(Dialog):
    """What a node needs and what hangs on it, opened as far as one looks."""

    RECORDS: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "why", "Waarom?", id="map.why"),
        Binding("m", "leave", "Sluit", id="map.leave", show=False),
    ]

    def __init__(self, overview: Overview, node: str) -> None:
        super().__init__()
        self._overview = overview
        self._node = node

    def heading(self) -> Content:
        name = next((row.name for row in self._overview.board.rows if row.id == self._node), self._node)
        return shown(f"Kaart: {name}")

    def body(self) -> ComposeResult:
        yield DependencyMap(self._overview, self._node)

    def on_mount(self) -> None:
        self.query_one(DependencyMap).focus()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("→ ←", "open en sluit"), ("y", "waarom?"), ("●", "werkt"), ("◐", "deels"), ("○", "ligt plat"))

    def action_why(self) -> None:
        """Why the node under the cursor is as it is."""
        self.app.switch_screen(WhyDialog(self._overview, self.query_one(DependencyMap).current or self._node))
