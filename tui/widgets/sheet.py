"""A text to read in a place of a fixed size. A new text repaints the place; a scrolling container would lay out the screen."""

from __future__ import annotations

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

STEP = 3
"""Lines that the wheel moves."""


class Sheet(Widget, can_focus=False):
    """As many lines as fit; the last says that there is more, and how to read it. The wheel turns."""

    MORE = "↓ meer"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = Content("")
        self._top = 0

    def tell(self, text: Content, *, anew: bool = True) -> None:
        """Show this text; `anew` from its first line, else where one was."""
        self._text = text
        self._top = 0 if anew else self._top
        self.refresh()

    def further(self) -> None:
        """Turn to what did not fit; from the end back to the beginning."""
        lines, height = self._wrapped(), self.content_size.height
        self._top = self._top + height - 1 if self._top + height < len(lines) else 0
        self.refresh()

    def render(self) -> RenderResult:
        lines, height = self._wrapped(), self.content_size.height
        self._top = max(0, min(self._top, len(lines) - height))
        seen = lines[self._top : self._top + height]
        if self._top + height < len(lines) and len(seen) > 1:
            seen[-1] = Content.styled(self.MORE, "$text-accent")
        return Content("\n").join(seen)

    def _wrapped(self) -> list[Content]:
        return self._text.wrap(max(1, self.content_size.width))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._turn(event, STEP)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._turn(event, -STEP)

    def _turn(self, event: events.MouseEvent, lines: int) -> None:
        event.stop()
        self._top = max(0, self._top + lines)
        self.refresh()
