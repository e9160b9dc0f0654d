"""What a row is told with: a label and what there is to say."""

from __future__ import annotations

from textual.content import Content

from tui.text import framed


def fact(label: str, words: str) -> Content:
    """A line with its label."""
    return framed("[$text-muted]$label[/]  $words", label=label, words=words)
