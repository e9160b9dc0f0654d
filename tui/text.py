"""The one door through which text of strangers comes onto a screen.

Scenarios are shared and players type: such text is never markup, never a link, never terminal control. So whatever is
not a literal of ours passes `shown` or is a value of `framed`; a widget, cell, label, title or toast never gets it as a `str`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import LiteralString

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

from simulator.plain import plain

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WRAPPED = re.compile(r"(?<=[^\n]{45})\n(?![\n\s\-*•·]|\d+[.)])")
"""A line break after so much text that it was only put there to keep the file narrow."""


def shown(text: str) -> Content:
    """Text as it may be shown: its characters and nothing else."""
    return Content(plain(text))


def flowed(text: str) -> Content:
    """Prose as it may be shown: lines that the author broke for want of room run on; blank lines and lists stay."""
    return shown(_WRAPPED.sub(" ", text.strip()))


def framed(template: LiteralString, **values: object) -> Content:
    """Our own markup with values set in, as in `framed("[b]$title[/]: $text", title=..., text=...)`. Values stay text."""
    return Content.from_markup(template, **{name: plain(str(value)) for name, value in values.items()})


class Wall(LineFilter):
    """Behind the door: no control or bidi character reaches the terminal, whichever way it came.

    Textual's own filters are applied in the same pass: each pass over a line costs as much as the line itself.
    """

    def __init__(self, inner: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self.inner = tuple(inner)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        for each in self.inner:
            segments = each.apply(segments, background)
        if not any(_CONTROLS.search(segment.text) for segment in segments):
            return segments
        return [Segment(_CONTROLS.sub("", text), style) for text, style, _control in segments]
