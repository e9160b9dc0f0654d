"""Verloop: the exercise played back, step by step, with what was true beside what was known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.debrief.moment_board import MomentBoard, counts
from tui.debrief.scrubber import Scrubber
from tui.debrief.section import DebriefPicture, Section
from tui.text import framed, shown

if TYPE_CHECKING:
    from simulator.exercise.state import State
    from simulator.insight.timeline import Entry
    from tui.dialogs.why import WhyDialog

SIGNS = {"besluit": "◆", "bericht": "▪", "gevolg": "○", "bekend": "≠", "klok": "◷", "geld": "€", "actie": "→", "verloop": "·"}
COLOURS = {"besluit": "$text-accent", "gevolg": "$text-error", "klok": "$text-warning", "bekend": "$text-accent"}
FIRST = ("verloop", "besluit", "bericht", "klok", "bekend", "gevolg", "actie", "geld")
"""Which happenings of one minute are told first when not all fit."""


class Happenings(Static):
    """What happened at the moment: as many lines as there is room for."""

    def tell(self, entries: tuple[Entry, ...]) -> None:
        """Tell these, the ones that matter most first."""
        ranked = sorted(entries, key=lambda each: FIRST.index(each.kind) if each.kind in FIRST else len(FIRST))
        room = max(1, self.size.height or 3)
        told = [_happening(each) for each in ranked[: room if len(ranked) <= room else room - 1]]
        if len(ranked) > len(told):
            told.append(Content.styled(f"  … en nog {len(ranked) - len(told)}", "$text-muted"))
        self.update(Content("\n").join(told), layout=False)


class CourseSection(Section):
    """A line of time to move along, and the board as it was."""

    EXPLANATION = (
        "U loopt door de oefening heen: ← en → naar de vorige en de volgende gebeurtenis, Shift met ← of → een uur (ook met "
        "komma en punt), PgUp en PgDn naar het begin van een ronde. De lijn telt gebeurtenissen: een druk uur is er langer dan "
        "een stille nacht. ◆ besluit, – niemand besloot, ▪ bericht, ✓ klok gehaald, ✗ klok gemist. Daaronder links wat toen "
        "werkelijk zo was, en daarnaast wat bekend was: = hetzelfde, ≠ iets anders. › is net veranderd. ↑ en ↓ kiezen een "
        "onderdeel, Enter vertelt waarom het toen zo was."
    )

    def __init__(self) -> None:
        super().__init__()
        self._picture: DebriefPicture | None = None
        self._minute = -1
        """Where one stands; -1 before the first picture."""

    def compose(self) -> ComposeResult:
        yield Static("", id="moment", classes="section-head")
        yield Scrubber()
        yield Happenings("", id="happenings")
        yield Static("", id="counts")
        yield MomentBoard()

    @property
    def minute(self) -> int:
        """The minute that is shown."""
        return max(0, self._minute)

    def publish(self, picture: DebriefPicture) -> None:
        self._picture = picture
        self._minute = min(self.minute, picture.replay.last)
        self._show()

    @on(Scrubber.Moved)
    def _move(self, event: Scrubber.Moved) -> None:
        event.stop()
        if event.minute != self._minute:
            self._minute = event.minute
            self._show()

    @on(Scrubber.Looked)
    def _look(self, event: Scrubber.Looked) -> None:
        event.stop()
        self.query_one(MomentBoard).look(event.lines)

    @on(Scrubber.Asked)
    def _why(self, event: Scrubber.Asked) -> None:
        """Why the node under the cursor was as it was at that moment."""
        event.stop()
        node = self.query_one(MomentBoard).node
        if self._picture is not None and node:
            self.app.push_screen(_why_then(self._picture, self.minute, node))

    def on_resize(self) -> None:
        """More or fewer happenings may fit now."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        from simulator.insight.board import board

        if self._picture is None:
            return
        state = self._picture.replay.state_at(self.minute)
        found = board(self._picture.setting, state)
        self.query_one("#moment", Static).update(_heading(self._picture, self.minute), layout=False)
        self.query_one(Scrubber).show(self._picture.replay, self.minute)
        self.query_one("#counts", Static).update(counts(found, self.size.width), layout=False)
        self.query_one(MomentBoard).show(found, _fresh(state))
        self._tell()

    def _tell(self) -> None:
        if self._picture is not None:
            self.query_one(Happenings).tell(self._picture.replay.happened(self.minute))


def _heading(picture: DebriefPicture, minute: int) -> Content:
    replay = picture.replay
    at, last = picture.at(minute), picture.at(replay.last)
    title = replay.round_at(minute)
    return framed("[bold]$at[/]  $title  [$text-muted]tot $last[/]", at=at, title=title, last=last)


def _happening(entry: Entry) -> Content:
    sign = Content.styled(f"{SIGNS.get(entry.kind, '·')} ", COLOURS.get(entry.kind, "$text-muted"))
    return sign + shown(entry.text.replace("\n", " "))


def _fresh(state: State) -> frozenset[str]:
    """The nodes that truly changed at this very minute."""
    return frozenset(name for name, truth in state.truth.items() if truth.minute == state.minute)


def _why_then(picture: DebriefPicture, minute: int, node: str) -> WhyDialog:
    from tui.dialogs.why import WhyDialog
    from tui.picture import Picture
    from tui.widgets.overview import overview

    replay = picture.replay
    recorded = picture.recorded[: replay.events_until(minute)]
    then = Picture(
        setting=picture.setting, state=replay.state_at(minute), recorded=recorded, seconds=minute * 60, file=picture.file
    )
    return WhyDialog(overview(then, minute, None), node)
