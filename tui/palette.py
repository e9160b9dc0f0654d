"""The command palette, in Dutch."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandPalette


class Palette(CommandPalette, inherit_bindings=False):
    """Search the commands by name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "escape", "Sluiten", id="palette.close"),
        Binding("down", "cursor_down", "Volgende", show=False, id="palette.down"),
        Binding("up", "command_list('cursor_up')", "Vorige", show=False, id="palette.up"),
        Binding("pagedown", "command_list('page_down')", "Bladzijde verder", show=False, id="palette.page-down"),
        Binding("pageup", "command_list('page_up')", "Bladzijde terug", show=False, id="palette.page-up"),
    ]

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual would add an English line; an empty list says the same."""
