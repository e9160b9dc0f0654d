"""Luck or skill drawn in text: a waterfall, and the spread of futures. Signs and words say what colours say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.text import framed, shown

if TYPE_CHECKING:
    from simulator.insight.luck.values import KindLuck, Luck
    from simulator.insight.luck.waterfall import Bar

NUMBER = 14
"""Cells of the number beside a bar."""
LEAST, MOST = 14, 60
"""Cells of the bars."""
GAPS = 5
"""Cells between sign, title, bar and number."""
SHOWN = 6
"""Other moments that are told."""
LOOK = {
    "total": ("█", " ", "$text-accent"),
    "saved": ("◄", "▼", "$text-success"),
    "added": ("►", "▲", "$text-error"),
    "unsure": ("░", "?", "$text-warning"),
    "chance": ("▒", "~", "$text"),
}
"""What a bar is drawn with, the sign before its title, and its colour."""
LEGEND = "◄ scheelde schade   ► gaf schade   ░ niet te zeggen   ▒ geluk of pech"


def kind_text(luck: Luck, kind: KindLuck, width: int) -> Content:
    """All there is to say of one kind of harm."""
    return Content("\n").join(_parts(luck, kind, max(48, width)))


def _parts(luck: Luck, kind: KindLuck, width: int) -> Iterator[Content]:
    from simulator.insight.luck import waterfall as falls
    from simulator.insight.luck import wording as w

    yield from waterfall_lines(falls.waterfall(kind), width)
    yield Content.styled(LEGEND, "$text-muted")
    yield Content("")
    words = (w.skill_words(kind), w.luck_words(kind), luck.withheld)
    yield from (shown(each).stylize("bold") for each in dict.fromkeys(words) if each)
    yield Content("")
    yield _heading("Hoe het had kunnen lopen, met dezelfde besluiten")
    yield from spread_lines(kind, luck, width)
    yield from _bars_in_words(falls.waterfall(kind))
    yield from _without_difference(kind)
    yield from _other_moments(kind)
    yield Content("")
    yield _heading("Hoe zeker is dit?")
    notes = (w.times_words(luck.futures), *luck.remarks, w.READING, w.NOT_PEOPLE)
    yield from (shown(each).stylize("$text-muted") for each in notes)


def waterfall_lines(bars: Sequence[Bar], width: int) -> Iterator[Content]:
    """A line a bar: sign, title, bar, number."""
    free = width - NUMBER - GAPS
    title = min(max(len(bar.title) for bar in bars), free - max(LEAST, free // 3))
    room = min(MOST, free - title)
    low, high = _scale([value for bar in bars for value in ((bar.end,) if bar.sort == "total" else (bar.start, bar.end))])
    for bar in bars:
        yield _line(bar, title, room, low, high)
    if low > 0:
        yield Content.styled("De balken beginnen niet bij 0: ┆ is een stuk dat overal gelijk is.", "$text-muted")


def _scale(values: Sequence[float]) -> tuple[float, float]:
    """Where the bars begin and end; not at 0 when the steps could not be seen then."""
    least, most = min(values), max(values)
    low = max(0.0, least - (most - least) / 2) if least > 0 and most - least < most / 2 else min(0.0, least)
    return low, most if most > low else low + 1


def _line(bar: Bar, title: int, room: int, low: float, high: float) -> Content:
    glyph, sign, colour = LOOK[bar.sort]
    total = bar.sort == "total"
    begin, end = (low if total else min(bar.start, bar.end)), (bar.end if total else max(bar.start, bar.end))
    first, last = _at(begin, room, low, high), _at(end, room, low, high)
    drawn = ("┆" + glyph * (last - 1) if last else "") if total and low > 0 else glyph * max(last - first, 0 if total else 1)
    first = min(first, room - len(drawn))
    name = shown(bar.title).truncate(title, ellipsis=True)
    return Content.assemble(
        (f"{sign} ", colour), name.stylize("bold" if total else ""), " " * (title - name.cell_length + 1),
        " " * first, (drawn, colour), " " * (room - first - len(drawn) + 1), (f"{bar.amount:>{NUMBER}}", "bold" if total else ""),
    )  # fmt: skip


def _at(value: float, room: int, low: float, high: float) -> int:
    return max(0, min(room, round((value - low) / (high - low) * room)))


def spread_lines(kind: KindLuck, luck: Luck, width: int) -> Iterator[Content]:
    """The middle half and the middle nine tenths on a line, with the run played on it; then the same in words."""
    from simulator.insight.luck import wording as w

    if kind.by_chance:
        room = min(MOST + 10, width - 4)
        low, high = min(kind.spread[0], kind.played), max(kind.spread[4], kind.played)
        at = [_at(value, room - 1, low, high if high > low else low + 1) for value in kind.spread]
        here = _at(kind.played, room - 1, low, high if high > low else low + 1)
        line = [" "] * room
        line[at[0] : at[4] + 1] = "─" * (at[4] + 1 - at[0])
        line[at[1] : at[3] + 1] = "▓" * (at[3] + 1 - at[1])
        for place, sign in ((at[0], "├"), (at[4], "┤"), (at[2], "┃")):
            line[place] = sign
        word = f"◆ {w.PLAYED.lower()}: {w.amount(kind, kind.played)}"
        yield Content("  " + " " * max(0, min(here, room - len(word))) + word).stylize("bold $text-accent")
        drawn = "".join(line[:here]), "◆", "".join(line[here + 1 :])
        yield Content.assemble("  ", (drawn[0], "$text"), (drawn[1], "bold $text-accent"), (drawn[2], "$text"))
        yield Content.styled(f"  ├ 5%   ▓ de middelste helft   ┃ 50%: {w.amount(kind, kind.spread[2])}   ┤ 95%", "$text-muted")
    yield from (shown(words) for words in (w.spread_words(kind), w.percentile_words(kind)) if words)
    if luck.withheld:
        yield shown(luck.withheld).stylize("$text-warning")


def _bars_in_words(bars: Sequence[Bar]) -> Iterator[Content]:
    """What can be said of each decision, with its uncertainty."""
    steps = [bar for bar in bars if bar.sort not in ("total", "chance")]
    if steps:
        yield Content("")
        yield _heading("Per besluit")
    for bar in steps:
        _, sign, colour = LOOK[bar.sort]
        amount, words = (text.replace("− ", "−\u00a0").replace("+ ", "+\u00a0") for text in (bar.amount, bar.words))
        told = framed("$title  [bold]$amount[/]  $words", title=bar.title, amount=amount, words=words)
        yield Content.assemble((f"{sign} ", colour), told)


def _without_difference(kind: KindLuck) -> Iterator[Content]:
    from simulator.insight.luck.waterfall import unmoving

    if same := unmoving(kind):
        yield framed("[$text-muted]= geen verschil in dit model:[/] $titles", titles="; ".join(same))
    if kind.not_modelled:
        titles = "; ".join(each.title for each in kind.not_modelled)
        yield framed("[$text-muted]· niet doorgerekend (dat is geen nul):[/] $titles", titles=titles)


def _other_moments(kind: KindLuck) -> Iterator[Content]:
    from simulator.insight.luck.wording import alternative_words

    others = list(alternative_words(kind))[:SHOWN]
    if others:
        yield Content("")
        yield _heading("Op een ander moment besloten, en verder alles zoals het was")
        yield from (shown(words) for words in others)


def _heading(words: str) -> Content:
    return Content.styled(words, "bold $text-accent")
