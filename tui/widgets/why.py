"""Why a node is as it is: what made it fall, what it waits for, what would help, what hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.text import shown
from tui.widgets.board import colour
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from simulator.insight.board import BoardRow
    from simulator.insight.why import NeedLine, Why

MOST = 12
"""Lines of one part; more is told as a number."""


class WhySheet(Sheet):
    """Why the node under the cursor is as it is, beside the board where there is room."""

    MORE = "↓ meer: ⏎ leest het in zijn geheel"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._node = ""

    def show_why(self, why: Why, row: BoardRow | None) -> None:
        """Show this node."""
        heading = shown(f"Waarom? {why.name}").stylize("bold")
        before, self._node = self._node, why.node
        self.tell(Content("\n").join([heading, why_text(why, row)]), anew=before != why.node)


def why_text(why: Why, row: BoardRow | None) -> Content:
    """All there is to say about one node, in parts with a title."""
    blocks = [_now(why, row)]
    blocks += _part(
        "Waarom viel het uit?", [Content.assemble((f"{step.at}  ", "$text-muted"), shown(step.text)) for step in why.fell]
    )
    blocks += _part("Waarom is het er nog niet?", [_wait(line.text, line.circular) for line in why.waits])
    blocks += _part("Wat kan helpen?", [shown(text) for text in why.helps])
    blocks += _part("Wat heeft het nodig?", [_need(need) for need in why.needs])
    blocks += _part("Wat hangt ervan af?", [_neighbour(each.sign, each.name, each.words, each.served) for each in why.dependents])
    return Content("\n\n").join(blocks)


def _now(why: Why, row: BoardRow | None) -> Content:
    lines = [Content.assemble((f"{why.sign} ", colour(why.served)), shown(why.state))]
    if row is not None and row.differs:
        lines.append(shown(f"Bekend is iets anders: {row.known_words}.").stylize("$text-accent"))
    if row is not None and row.limit is not None:
        lines.append(shown(f"Uiterste grens: {row.limit.words} ({row.limit.basis_words}).").stylize("$text-muted"))
    if row is not None and row.fallback != "none":
        lines.append(shown(f"Noodprocedure: {row.fallback_words}.").stylize("$text-muted"))
    if why.text:
        lines.append(shown(why.text).stylize("$text-muted"))
    return Content("\n").join(lines)


def _part(title: str, lines: list[Content]) -> list[Content]:
    if not lines:
        return []
    if len(lines) > MOST:
        lines = [*lines[:MOST], Content.styled(f"… en nog {len(lines) - MOST}", "$text-muted")]
    return [Content("\n").join([Content.styled(title, "bold $text-accent"), *lines])]


def _wait(text: str, circular: bool) -> Content:
    return Content.assemble(("↻ " if circular else "– ", "$text-warning" if circular else "$text-muted"), shown(text))


def _need(need: NeedLine) -> Content:
    sign = Content.styled("✓ ", "$text-success") if need.held else Content.styled("✗ ", "$text-error")
    members = shown(", ".join(f"{member.sign} {member.name}" for member in need.members))
    return Content.assemble(sign, members, Content.styled("  ", ""), shown(need.text).stylize("$text-muted"))


def _neighbour(sign: str, name: str, words: str, served: int) -> Content:
    return Content.assemble(
        (f"{sign} ", colour(served)), shown(name), Content.styled("  ", ""), shown(words).stylize("$text-muted")
    )
