"""Durations and texts in few characters, for columns."""

from __future__ import annotations

import re

_WRAPPED = re.compile(r"(?<=\S)[ ]*\n(?=[^\s\-*•–\d])")
"""A line break within a paragraph; one before an item of a list stays."""


def brief(minutes: int) -> str:
    """A duration, whatever its sign: `40 min`, `2 u 30`, `22 u`, `4 dagen`. Rounded down."""
    minutes = abs(minutes)
    hours, rest = divmod(minutes, 60)
    if hours >= 96:
        return f"{hours // 24} dagen"
    if hours >= 10 or (hours and not rest):
        return f"{hours} u"
    return f"{hours} u {rest:02d}" if hours else f"{rest} min"


def flowing(text: str) -> str:
    """The same text without the line breaks that only served the file it was written in."""
    return _WRAPPED.sub(" ", text.strip())
