"""A choice of a few words in one line, turned with the arrows, the space bar or the mouse."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.text import framed


class Choice(Widget, can_focus=True):
    """One of some (value, words); `value` is the one that stands."""

    DEFAULT_CSS = """
    Choice { height: 1; width: 30; padding: 0 1; background: $surface; color: $foreground; }
    Choice:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "Volgende keuze", show=False, id="choice.next"),
        Binding("left", "turn(-1)", "Vorige keuze", show=False, id="choice.previous"),
        Binding("enter", "screen.record", "Leg vast", show=False, id="choice.record"),
    ]
    place: reactive[int] = reactive(0)

    def __init__(self, options: tuple[tuple[str, str], ...], chosen: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._options = options
        self.set_reactive(Choice.place, next((index for index, (value, _) in enumerate(options) if value == chosen), 0))

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._options[self.place][0]

    def render(self) -> Content:
        return framed("‹ $words ›", words=self._options[self.place][1])

    def action_turn(self, step: int) -> None:
        """The next or the one before."""
        self.place = (self.place + step) % len(self._options)

    def on_click(self) -> None:
        self.action_turn(1)
