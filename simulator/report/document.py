"""A report as values: chapters of blocks. Each file format tells the same document.

All text is plain: whoever writes a format makes it safe there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number worth remembering."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A few numbers beside each other."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose first column names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    """Columns that hold numbers, from 0."""
    total: tuple[str, ...] = ()
    """A last row that sums up; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One happening in the story."""

    at: str
    kind: str
    text: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Happenings in order, under a heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing with its particulars, such as a decision."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()
    """What stands out, as whole sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of equal service."""

    start: int
    end: int
    served: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One node in the Gantt."""

    name: str
    bars: tuple[Bar, ...]
    beyond: tuple[tuple[int, int], ...]
    """Stretches beyond the limit."""
    label: str
    """How long in all, beside the bars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gantt:
    """What did not serve all, when."""

    caption: str
    description: str
    """In words, for who cannot see it."""
    start: int
    end: int
    ticks: tuple[tuple[int, str], ...]
    lanes: tuple[Lane, ...]


Block = Prose | Points | Figures | Table | Story | Cards | Gantt


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter; `anchor` is ours, never a stranger's."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The front page."""

    mark: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    warning: str
    """What the reader must know before reading on; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report."""

    cover: Cover
    chapters: tuple[Chapter, ...]
