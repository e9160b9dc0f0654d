"""A Gantt as SVG: hatch beside colour, numbers beside bars, words for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from simulator.plain import plain
from simulator.report.document import Gantt, Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Sizes in SVG units."""

    id: str
    width: int
    left: int
    """Where time begins."""
    right: int
    """Room for the number behind the bars."""
    lane: int
    bar: int
    bar_top: int
    name_length: int
    """Characters of a name before it is cut off."""
    ticks: int


WIDE = Layout(id="breed", width=960, left=285, right=120, lane=28, bar=14, bar_top=7, name_length=36, ticks=8)
NARROW = Layout(id="smal", width=400, left=8, right=8, lane=48, bar=14, bar_top=26, name_length=34, ticks=4)
"""Names above the bars, for a phone."""

AXIS = 26
FROM_PERCENT = 36
"""Width from which a bar has room for its percentage."""


def svg(gantt: Gantt, layout: Layout) -> str:
    """The drawing as a whole SVG element. All text in it is escaped."""
    height = AXIS + layout.lane * len(gantt.lanes) + 4
    title, text = f"gantt-{layout.id}-titel", f"gantt-{layout.id}-uitleg"
    inner = "".join((*_axis(gantt, layout, height), *_lanes(gantt, layout)))
    return (
        f'<svg class="gantt gantt-{layout.id}" viewBox="0 0 {layout.width} {height}" role="img" '
        f'aria-labelledby="{title} {text}"><title id="{title}">{_safe(gantt.caption)}</title>'
        f'<desc id="{text}">{_safe(gantt.description)}</desc>{_hatch(layout)}{inner}</svg>'
    )


def _safe(text: str) -> str:
    return escape(plain(text), {'"': "&quot;"})


def _hatch(layout: Layout) -> str:
    return (
        f'<defs><pattern id="arcering-{layout.id}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"/>'
        f'<rect width="3" height="6" class="hatch-line"/></pattern></defs>'
    )


def _x(gantt: Gantt, layout: Layout, minute: int) -> float:
    room = layout.width - layout.left - layout.right
    return round(layout.left + room * (minute - gantt.start) / max(1, gantt.end - gantt.start), 1)


def _axis(gantt: Gantt, layout: Layout, height: int) -> Iterator[str]:
    every = -(-len(gantt.ticks) // layout.ticks)
    for minute, label in gantt.ticks[::every] if gantt.ticks else ():
        x = _x(gantt, layout, minute)
        anchor = "middle" if layout.left + 20 < x < layout.width - 30 else "start" if x < layout.width / 2 else "end"
        yield f'<line class="tick" x1="{x}" x2="{x}" y1="{AXIS - 6}" y2="{height}"/>'
        yield f'<text class="tick-text" x="{x}" y="{AXIS - 12}" text-anchor="{anchor}">{_safe(label)}</text>'


def _lanes(gantt: Gantt, layout: Layout) -> Iterator[str]:
    for number, lane in enumerate(gantt.lanes):
        top = AXIS + number * layout.lane
        yield f'<line class="lane" x1="0" x2="{layout.width}" y1="{top}" y2="{top}"/>'
        yield from _texts(gantt, layout, lane, top)
        yield from _bars(gantt, layout, lane, top + layout.bar_top)


def _texts(gantt: Gantt, layout: Layout, lane: Lane, top: int) -> Iterator[str]:
    name = lane.name if len(lane.name) <= layout.name_length else f"{lane.name[: layout.name_length - 1]}…"
    y = top + 18
    yield f'<text class="name" x="{4 if layout.left > 100 else layout.left}" y="{y}">{_safe(name)}</text>'
    yield f'<text class="number" x="{layout.width - 6}" y="{y}" text-anchor="end">{_safe(lane.label)}</text>'


def _bars(gantt: Gantt, layout: Layout, lane: Lane, top: int) -> Iterator[str]:
    for bar in lane.bars:
        x = _x(gantt, layout, bar.start)
        width = max(1.5, round(_x(gantt, layout, bar.end) - x, 1))
        look = 'class="down"' if bar.served == 0 else f'class="partly" fill="url(#arcering-{layout.id})"'
        yield f'<rect {look} x="{x}" y="{top}" width="{width}" height="{layout.bar}"/>'
        if bar.served and width >= FROM_PERCENT:
            middle = round(x + width / 2, 1)
            yield f'<text class="percent" x="{middle}" y="{top + 11}" text-anchor="middle">{bar.served}%</text>'
    for start, end in lane.beyond:
        x = _x(gantt, layout, start)
        width = max(1.5, round(_x(gantt, layout, end) - x, 1))
        yield f'<rect class="beyond" x="{x}" y="{top + layout.bar + 1}" width="{width}" height="4"/>'
