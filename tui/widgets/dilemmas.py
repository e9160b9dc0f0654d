"""The open questions of a role, each to be chosen for an answer in own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.text import flowed, framed

if TYPE_CHECKING:
    from simulator.insight.seat import SeatDilemma


class Dilemmas(Vertical):
    """A list of questions; Enter or a click answers one."""

    DEFAULT_CSS = """
    Dilemmas { height: auto; }
    Dilemmas OptionList { height: auto; max-height: 16; border: none; padding: 0; background: $background; }
    Dilemmas OptionList:focus { border: none; }
    """

    class Chosen(Message):
        """A question is to be answered."""

        def __init__(self, dilemma: str, title: str) -> None:
            super().__init__()
            self.dilemma = dilemma
            self.title = title

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._open: tuple[SeatDilemma, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(framed("[$text-accent bold]Wat er van u gevraagd wordt[/]"))
        yield Static(framed("[$text-muted]Nu geen vraag aan u.[/]"), id="none")
        yield OptionList()

    def fill(self, dilemmas: Sequence[SeatDilemma]) -> None:
        """Show these questions; the place in the list stays."""
        if tuple(dilemmas) == self._open:
            return
        self._open = tuple(dilemmas)
        options = self.query_one(OptionList)
        place = options.highlighted
        options.clear_options()
        options.add_options([Option(_told(each), id=f"d{index}") for index, each in enumerate(self._open)])
        options.highlighted = min(place, len(self._open) - 1) if place is not None and self._open else None
        options.display = bool(self._open)
        self.query_one("#none").display = not self._open

    def on_mount(self) -> None:
        self.query_one(OptionList).display = False

    def on_descendant_focus(self) -> None:
        """Who comes here by keyboard sees where the keys go."""
        options = self.query_one(OptionList)
        if options.highlighted is None and self._open:
            options.highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        chosen = self._open[int((event.option_id or "d0")[1:])]
        self.post_message(self.Chosen(chosen.id, chosen.title))


def _told(dilemma: SeatDilemma) -> Content:
    from simulator.insight.wording import left

    parts = [framed("[bold]? $title[/]", title=dilemma.title), flowed(dilemma.text)]
    if dilemma.left is not None:
        parts.append(framed("◷ $left", left=left(dilemma.left)))
    parts += [framed("  · $option", option=option) for option in dilemma.options]
    return Content("\n").join(parts)
