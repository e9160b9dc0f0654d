"""A report as Markdown. What a stranger wrote stays text: no link, picture, heading, table or HTML of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from simulator.plain import plain
from simulator.report.document import Block, Card, Cards, Figures, Gantt, Points, Prose, Report, Story, Table

_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&$@])")
_ADDRESS = re.compile(r"://|www\.|(?<=[\w-])\.(?=[^\W\d_])", re.IGNORECASE)
"""Also a bare `voorbeeld.nl`, which some readers make a link of."""
_IN_FRONT = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[#+=-]))")


def to_markdown(report: Report) -> str:
    """The whole report, in the order of the page."""
    cover = report.cover
    parts = [f"**{text(cover.mark)}**", f"# {text(cover.title)}", text(cover.subtitle)]
    parts.append("\n".join(f"- {text(label)}: {text(value)}" for label, value in cover.facts))
    if cover.warning:
        parts.append(f"**{text(cover.warning)}**")
    for number, chapter in enumerate(report.chapters, start=1):
        parts.append(f"## {number}. {text(chapter.title)}")
        parts += [written for block in chapter.blocks if (written := "\n".join(_block(block)))]
    parts.append(f"**{text(cover.mark)}**")
    return "\n\n".join(parts) + "\n"


def text(value: str) -> str:
    """One line of plain text that Markdown leaves as it is."""
    line = " ".join(plain(value).split())
    line = _ANYWHERE.sub(r"\\\1", line)
    line = _ADDRESS.sub(lambda found: found[0].replace(":", "\\:").replace(".", "\\."), line)
    return _IN_FRONT.sub(r"\1\\", line)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Prose():
            yield text(block.text)
        case Points():
            yield from (f"- {text(item)}" for item in block.items)
        case Figures():
            for figure in block.figures:
                yield f"- **{text(figure.value)}** {text(figure.label)}. {text(figure.note)}"
        case Table():
            yield from _table(block)
        case Story():
            yield f"### {text(block.title)}"
            yield ""
            for line in block.lines:
                kind = f" *{text(line.kind)}*:" if line.kind else ""
                yield f"- {text(line.at)}{kind} {text(line.text)}{' (met de hand)' if line.by_hand else ''}"
        case Cards():
            yield "\n\n".join("\n".join(_card(card)) for card in block.cards)
        case Gantt():
            yield from _gantt(block)
        case _:
            assert_never(block)


def _table(block: Table) -> Iterator[str]:
    yield f"*{text(block.caption)}*"
    yield ""
    yield _row(block.head)
    yield "|" + "|".join(" ---: " if column in block.numeric else " --- " for column in range(len(block.head))) + "|"
    yield from (_row(row) for row in block.rows)
    if block.total:
        yield _row(block.total)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(text(cell) for cell in cells)} |"


def _card(card: Card) -> Iterator[str]:
    yield f"### {text(card.title)}"
    yield ""
    yield text(card.lead)
    if card.facts or card.flags:
        yield ""
    yield from (f"- {text(label)}: {text(value)}" for label, value in card.facts)
    yield from (f"- **Let op:** {text(flag)}" for flag in card.flags)


def _gantt(block: Gantt) -> Iterator[str]:
    """Bars of characters: █ down, ▒ partly, · works."""
    width = 40
    room = max(1, block.end - block.start)
    legend = "█ ligt plat, ▒ werkt deels, · werkt, ▸ nog niet terug toen de oefening stopte"
    yield f"{text(block.caption)} ({legend}). {text(block.description)}"
    yield ""
    yield "```text"
    for lane in block.lanes:
        cells = ["·"] * width
        for bar in lane.bars:
            first = (bar.start - block.start) * width // room
            last = max(first + 1, -(-(bar.end - block.start) * width // room))
            cells[first:last] = ("▒" if bar.served else "█") * (min(last, width) - first)
        name = " ".join(plain(lane.name).replace("`", "'").split())
        yield f"{name[:34]:<34} {''.join(cells)} {plain(lane.label)}"
    yield "```"
