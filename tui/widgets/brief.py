"""Durations in few characters, for columns."""

from __future__ import annotations


def brief(minutes: int) -> str:
    """A duration, whatever its sign: `40 min`, `2 u 30`, `22 u`, `4 dagen`. Rounded down."""
    minutes = abs(minutes)
    hours, rest = divmod(minutes, 60)
    if hours >= 96:
        return f"{hours // 24} dagen"
    if hours >= 10 or (hours and not rest):
        return f"{hours} u"
    return f"{hours} u {rest:02d}" if hours else f"{rest} min"
