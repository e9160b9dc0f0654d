"""The mirror as text: a bar an answer, and figures side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.text import framed, shown

if TYPE_CHECKING:
    from simulator.insight.mirror import FigureRow, Mirror, MirrorAnswer, MirrorPoll

LEAST = 46
"""Cells: as if there were at least so many."""
BAR = 20
"""Cells that a bar needs beside its answer; with less it stands below."""
SHARE = 18
"""Cells of a share in words."""
GAP = 2
NO_POLLS = "Bij dit scenario hoort geen gepubliceerde peiling."
NO_EARLIER = (
    "Er staat op deze computer geen eerdere oefening met dit scenario of deze gemeente. Bewaar het bestand van deze oefening: "
    "de volgende keer staat zij er hier naast."
)
NOW = "deze oefening"


def mirror_text(found: Mirror, skipped: Sequence[str], width: int) -> Content:
    """All of it, as wide as there is room."""
    return Content("\n").join(_parts(found, skipped, max(LEAST, width)))


def _parts(found: Mirror, skipped: Sequence[str], width: int) -> Iterator[Content]:
    yield _heading("Naast anderen")
    if found.polls:
        yield shown(found.caveat).stylize("$text-warning")
        yield Content("")
        for poll in found.polls:
            yield from _poll(poll, width)
    else:
        yield shown(NO_POLLS).stylize("$text-muted")
        yield Content("")
    yield _heading("Naast uw eigen eerdere oefeningen")
    if found.figures:
        yield from _figures(found, width)
    else:
        yield shown(NO_EARLIER).stylize("$text-muted")
    if found.note:
        yield shown(found.note).stylize("$text-warning")
    for name in skipped:
        yield Content.styled("▲ Overgeslagen, niet te lezen: ", "$text-warning") + shown(name)


def _heading(words: str) -> Content:
    return shown(words).stylize("bold $text-accent")


def _poll(poll: MirrorPoll, width: int) -> Iterator[Content]:
    from simulator.insight.wording import sentence

    yield shown(poll.question).stylize("bold")
    label = max(len(answer.text) for answer in poll.answers)
    yield from (line for answer in poll.answers for line in _answer(answer, label, width))
    yield shown(poll.yours)
    for title, chosen in poll.before:
        yield framed("[$text-muted]Eerder, bij $title:[/] $chosen", title=title, chosen=chosen)
    yield shown(f"{sentence(poll.votes_words)} Bron: {poll.source}").stylize("$text-muted")
    yield Content("")


def _answer(answer: MirrorAnswer, label: int, width: int) -> Iterator[Content]:
    """What it is, how many chose it, and whether this team did; the bar beside it or below."""
    mark = Content.styled("● ", "bold $text-accent") if answer.yours else Content("  ")
    words = mark + shown(answer.text).stylize("bold" if answer.yours else "")
    share = Content.styled(f"{answer.share_words:>{SHARE}}", "$text-muted" if answer.share is None else "")
    beside = width - label - SHARE - 2 * GAP
    cells = max(beside, width - SHARE - 2 * GAP) if beside < BAR else beside
    bar = Content(" " * GAP) + Content.styled("█" * round(cells * (answer.share or 0) / 100), "$text-accent")
    if beside < BAR:
        yield from (words, share + bar)
    else:
        yield words.pad_right(label + 2 - words.cell_length) + share + bar


def _figures(found: Mirror, width: int) -> Iterator[Content]:
    names = (NOW, *found.earlier)
    table = [(row.label, row.now, *row.before) for row in found.figures]
    heads = (NOW, *(f"eerder {number}" for number in range(1, len(names))))
    widths = [max(len(row[place]) for row in (("", *heads), *table)) + GAP for place in range(len(heads) + 1)]
    if sum(widths) <= width:
        for number, name in enumerate(found.earlier, 1):
            yield framed("[$text-muted]eerder $number[/]  $name", number=number, name=name)
        yield Content("")
        yield _row(("", *heads), widths).stylize("$text-muted")
        yield from (_row(row, widths) for row in table)
    else:
        for figure in found.figures:
            yield from _below_each_other(figure, names)


def _row(cells: Sequence[str], widths: Sequence[int]) -> Content:
    first, *rest = (f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
    return shown(first).stylize("$text-muted") + shown("".join(rest))


def _below_each_other(figure: FigureRow, names: Sequence[str]) -> Iterator[Content]:
    yield shown(figure.label).stylize("bold")
    for name, value in zip(names, (figure.now, *figure.before), strict=True):
        yield framed("  $value  [$text-muted]$name[/]", value=value, name=name)
