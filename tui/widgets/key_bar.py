"""The keys that matter most now, as many as the lines hold."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

KEYS = {"space": "spatie", "enter": "⏎", "plus": "+", "minus": "-", "f1": "F1", "f8": "F8", "f10": "F10"}
"""How keys are written, where that is not the key itself."""


class KeyBar(Widget):
    """Keys and what they do, the most important first; the last one is always there. Can be clicked."""

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; }
    """

    def __init__(self, bindings: Sequence[Binding], last: Sequence[Binding]) -> None:
        """`last` stands at the end of the last line, whatever the width."""
        super().__init__(id="keys")
        self._ranked = tuple(bindings)
        self._last = tuple(last)
        self._zones: list[tuple[int, int, int, str]] = []

    def render(self) -> RenderResult:
        width, height = self.content_size.width, self.content_size.height
        end = Content("  ").join(_label(binding) for binding in self._last)
        self._zones = []
        lines: list[Content] = []
        waiting = list(self._ranked)
        for row in range(height):
            room = width - (end.cell_length + 2 if row == height - 1 else 0)
            lines.append(self._line(waiting, row, room))
        offset = width - end.cell_length
        lines[-1] = Content.assemble(lines[-1], " " * max(0, offset - lines[-1].cell_length), end)
        for binding in self._last:
            length = _label(binding).cell_length
            self._zones.append((height - 1, offset, offset + length, binding.action))
            offset += length + 2
        return Content("\n").join(lines)

    def _line(self, waiting: list[Binding], row: int, room: int) -> Content:
        line = Content("")
        while waiting and line.cell_length + (2 if line.cell_length else 0) + _label(waiting[0]).cell_length <= room:
            binding = waiting.pop(0)
            gap = "  " if line.cell_length else ""
            start = line.cell_length + len(gap)
            line = Content.assemble(line, gap, _label(binding))
            self._zones.append((row, start, line.cell_length, binding.action))
        return line

    async def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for row, start, end, action in self._zones:
            if row == offset.y and start <= offset.x < end:
                event.stop()
                await self.screen.run_action(action)
                return


def _label(binding: Binding) -> Content:
    key = binding.key.split(",")[0]
    return Content.assemble((KEYS.get(key, key), "bold $text-accent"), (f" {binding.description}", "$text-muted"))
