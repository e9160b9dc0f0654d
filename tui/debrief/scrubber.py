"""The line of time that one moves along: rounds, what happened, and where one is."""

from __future__ import annotations

from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.debrief.replay import Lane, Replay

HOUR = 60
LABEL = 11
"""Cells before the line: the name of each lane."""
STYLES = {"◆": "bold $text-accent", "–": "$text-warning", "▪": "$text-muted", "✓": "$text-success", "✗": "bold $text-error"}
LOUDEST = "✗◆–✓▪"
"""Of several signs in one cell, the first of these is shown."""


class Scrubber(Widget, can_focus=True):
    """Moves through the exercise. It says where to (`Moved`, `Looked`, `Asked`); who holds the exercise shows it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Stap terug", id="course.left", key_display="←"),
        Binding("right", "step(1)", "Stap verder", id="course.right", key_display="→"),
        Binding("shift+left,comma", "hour(-1)", "Uur terug", id="course.hour-back", show=False),
        Binding("shift+right,full_stop", "hour(1)", "Uur verder", id="course.hour-on", show=False),
        Binding("pageup", "round(-1)", "Vorige ronde", id="course.round-back", show=False),
        Binding("pagedown", "round(1)", "Volgende ronde", id="course.round-on", show=False),
        Binding("home", "edge(0)", "Naar het begin", id="course.home", show=False),
        Binding("end", "edge(1)", "Naar het einde", id="course.end", show=False),
        Binding("up", "look(-1)", "Onderdeel omhoog", id="course.up", show=False),
        Binding("down", "look(1)", "Onderdeel omlaag", id="course.down", show=False),
        Binding("enter,y", "ask", "Waarom?", id="course.why"),
    ]

    class Moved(Message):
        """Go to this minute."""

        def __init__(self, minute: int) -> None:
            super().__init__()
            self.minute = minute

    class Looked(Message):
        """Look so many lines further down the board."""

        def __init__(self, lines: int) -> None:
            super().__init__()
            self.lines = lines

    class Asked(Message):
        """Why is the line under the cursor as it is?"""

    def __init__(self) -> None:
        super().__init__(id="scrubber")
        self._replay: Replay | None = None
        self._minute = 0
        self._drawn: tuple[Content, ...] = ()
        self._drawn_for: tuple[Replay | None, int] = (None, 0)

    def show(self, replay: Replay, minute: int) -> None:
        """Stand at this minute."""
        self._replay, self._minute = replay, minute
        self.refresh()

    def render(self) -> RenderResult:
        """The rounds, then a lane each for decisions, messages and clocks; through all of them a mark where one is."""
        if self._replay is None:
            return Content("")
        width = max(2, self.content_size.width - LABEL)
        if self._drawn_for != (self._replay, width):
            self._drawn, self._drawn_for = _lanes(self._replay, width), (self._replay, width)
        here = LABEL + _cell(self._replay, self._minute, width)
        track = Content.assemble((" " * LABEL, ""), ("─" * (here - LABEL), "$text-muted"), ("●", "bold $text-accent"))
        track = Content.assemble(track, ("─" * (LABEL + width - here - 1), "$text-muted"))
        rounds, *lanes = self._drawn
        marked = [lane.stylize("$block-cursor-foreground on $block-cursor-background", here, here + 1) for lane in lanes]
        return Content("\n").join([rounds, track, *marked])

    def action_step(self, way: int) -> None:
        """To the next moment at which something happened."""
        if self._replay is not None:
            self.post_message(self.Moved(self._replay.step(self._minute, way)))

    def action_hour(self, way: int) -> None:
        """An hour on."""
        if self._replay is not None:
            self.post_message(self.Moved(max(0, min(self._replay.last, self._minute + way * HOUR))))

    def action_round(self, way: int) -> None:
        """To the beginning of a round."""
        if self._replay is not None:
            self.post_message(self.Moved(self._replay.round_step(self._minute, way)))

    def action_edge(self, last: int) -> None:
        """To the beginning or the end."""
        if self._replay is not None:
            self.post_message(self.Moved(self._replay.last if last else 0))

    def action_look(self, lines: int) -> None:
        """Move over the board."""
        self.post_message(self.Looked(lines))

    def action_ask(self) -> None:
        """Ask why."""
        self.post_message(self.Asked())


def _cell(replay: Replay, minute: int, width: int) -> int:
    return round(replay.place(minute) * (width - 1))


def _lanes(replay: Replay, width: int) -> tuple[Content, ...]:
    """The rounds and the three lanes, as wide as the widget."""
    return (_rounds(replay, width), *(_lane(replay, lane, width) for lane in Lane))


def _rounds(replay: Replay, width: int) -> Content:
    """The number of each round where it begins."""
    cells = [" "] * width
    for number, (minute, _) in enumerate(replay.rounds, 1):
        at = _cell(replay, minute, width)
        word = f"▏ronde {number}" if width >= 60 else f"▏{number}"
        if at + len(word) <= width:
            cells[at : at + len(word)] = word
    return Content.styled(" " * LABEL + "".join(cells), "$text-muted")


def _lane(replay: Replay, lane: Lane, width: int) -> Content:
    cells = [" "] * width
    for mark in replay.marks:
        if mark.lane is lane:
            at = _cell(replay, mark.minute, width)
            if cells[at] == " " or LOUDEST.index(mark.sign) < LOUDEST.index(cells[at]):
                cells[at] = mark.sign
    parts = [(f"{lane:<{LABEL}}", "$text-muted"), *((cell, STYLES.get(cell, "")) for cell in cells)]
    return Content.assemble(*parts)
