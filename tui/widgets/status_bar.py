"""The two lines that are always there: the clock, the phase, what comes next, and what is most urgent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from tui.text import shown
from tui.widgets.brief import brief
from tui.widgets.clocks import clock_words
from tui.widgets.decisions import open_words
from tui.widgets.draaiboek import kind_sign

if TYPE_CHECKING:
    from simulator.insight.draaiboek import DraaiboekRow
    from tui.widgets.overview import Overview

PHASES = {
    "created": ("·", "nog niet begonnen", "$text-muted"),
    "running": ("▶", "loopt", "$text-success"),
    "paused": ("‖", "staat stil", "$text-warning"),
    "reality": ("!", "GESTOPT", "$text-error"),
    "ended": ("■", "afgelopen", "$text-muted"),
}
STORY_OVER = "┤ verhaal uit"
GAP = "   "
GIVES = "d geeft {} "
LEAST_TITLE = 28
"""Cells that the title of what is given now keeps, before what comes after it is told too."""
COUNT_SECONDS_BELOW = 120
"""Seconds; from here on the countdown tells them too."""


class StatusBar(Widget):
    """Clock, phase, round and counts on the first line; what comes next and the nearest legal clock on the second."""

    DEFAULT_CSS = """
    StatusBar { height: 2; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(id="status")
        self._overview: Overview | None = None
        self._seconds = 0

    def show(self, overview: Overview, seconds: int) -> None:
        """Show the exercise at this second."""
        if overview is not self._overview or seconds != self._seconds:
            self._overview, self._seconds = overview, seconds
            self.refresh()

    def render(self) -> RenderResult:
        if self._overview is None:
            return shown("")
        width = self.content_size.width
        first = _spread(_moment(self._overview, width), _counts(self._overview, width), width)
        urgent = _urgent(self._overview, width)
        coming = _next(self._overview, self._seconds, width - urgent.cell_length - len(GAP))
        second = _spread(coming, urgent, width)
        return Content("\n").join([first, second])


def _spread(left: Content, right: Content, width: int) -> Content:
    """Left and right on one line; the left gives way."""
    left = left.truncate(max(0, width - right.cell_length - len(GAP)), ellipsis=True)
    return Content.assemble(left, " " * max(0, width - left.cell_length - right.cell_length), right)


def _moment(overview: Overview, width: int) -> Content:
    state, room = overview.state, overview.room
    sign, words, colour = PHASES[state.phase]
    pace = f" {state.factor}×" if state.phase == "running" else ""
    parts: list[Content] = [
        Content.styled(f"{sign} {words}{pace}", f"bold {colour}"),
        Content.assemble(
            (overview.at(state.minute), "bold"), (f"  T+{state.minute // 60}:{state.minute % 60:02d}", "$text-muted")
        ),
    ]
    if told_out(overview):
        parts.append(Content.styled(STORY_OVER, "bold $text-warning"))
    number = len(state.rounds)
    if number:
        title = f" {room.round_title}" if width >= 150 and room.round_title else ""
        parts.append(shown(f"ronde {number}/{len(overview.setting.scenario.rounds)}{title}"))
    if state.bob:
        parts.append(shown(room.bob_words if width >= 150 else str(state.bob)))
    return Content(GAP if width >= 100 else "  ").join(parts)


def told_out(overview: Overview) -> bool:
    """Whether the story's end has passed while the exercise goes on."""
    return overview.state.phase in ("running", "paused") and overview.state.minute >= overview.setting.scenario.end


def _counts(overview: Overview, width: int) -> Content:
    board = overview.board
    parts = [Content.styled(f"○ {board.down} plat", "bold $text-error" if board.down else "$text-muted")]
    parts.append(Content.styled(f"◐ {board.degraded} deels", "bold $text-warning" if board.degraded else "$text-muted"))
    if board.beyond_limit and width >= 100:
        parts.append(Content.styled(f"▲ {board.beyond_limit} over de grens", "bold $text-error"))
    if board.unknown and width >= 100:
        parts.append(Content.styled(f"≠ {board.unknown} anders dan bekend", "$text-muted"))
    return Content("  ").join(parts)


def _next(overview: Overview, seconds: int, width: int) -> Content:
    if overview.state.phase == "created":
        return Content.assemble(("Spatie", "bold $text-accent"), " begint de oefening")
    row, coming = overview.ready, overview.coming
    if row is None and coming is None:
        return Content.styled("Er komt geen bericht meer vanzelf", "$text-muted")
    after = shown("")
    if coming is not None:
        word = "komt" if row is not None and row.id == coming.id else f"straks {kind_sign(coming)}"
        after = Content.assemble((f"{GAP if row else ''}{word} ", "$text-muted"), _when(overview, coming, seconds, width >= 60))
    if row is None:
        return after if coming is None else Content.assemble(after, "  ", shown(coming.title))
    offered = row.status != "komt"
    if offered and width - after.cell_length < min(len(row.title), LEAST_TITLE) + len(GIVES):
        after = shown("")
    return Content.assemble(_given(row, width - after.cell_length), after)


def _given(row: DraaiboekRow, width: int) -> Content:
    """What one key gives, so that it never surprises: held back or not, kern or reserve, and its title."""
    held = "‖ " if row.status == "vastgehouden" else ""
    words = GIVES.format(f"{held}{kind_sign(row)}")
    title = shown(row.title).truncate(max(8, width - len(words)), ellipsis=True)
    return Content.assemble((words, "bold $text-accent"), title)


def _when(overview: Overview, row: DraaiboekRow, seconds: int, wide: bool) -> Content:
    left = row.planned * 60 - seconds
    if left <= 0:
        words = "nu"
    elif left < COUNT_SECONDS_BELOW:
        words = f"over {left // 60}:{left % 60:02d}"
    else:
        words = f"over {brief(-(-left // 60))}"
    return Content.styled(f"{overview.at(row.planned)} {words}" if wide else words, "bold")


def _urgent(overview: Overview, width: int) -> Content:
    parts: list[Content] = []
    if overview.decisions.open:
        parts.append(Content.styled(open_words(overview.decisions, "open" if width < 100 else "open besluiten"), "bold"))
    urgent = sorted(
        (clock for clock in overview.clocks if clock.status in ("loopt", "gemist")), key=lambda each: each.status == "gemist"
    )
    clock = urgent[0] if urgent else None
    if clock is not None:
        colour = "$text-error" if (clock.left or 0) <= 60 else "$text-warning"
        words = f"{clock.sign} {clock_words(clock)}"
        title = shown(clock.title).truncate(14 if width < 100 else 34, ellipsis=True)
        parts.append(Content.assemble((words, f"bold {colour}"), " ", title))
    return Content("  ").join(parts)
