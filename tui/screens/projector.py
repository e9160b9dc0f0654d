"""The projector: what the whole room may know, few and big things, marked above and below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.picture import ExerciseScreen, Picture
from tui.text import flowed, framed, shown
from tui.widgets.band import Band
from tui.widgets.big import Big
from tui.widgets.known import Lines, room_clock_lines, state_lines
from tui.widgets.stopped import Stopped

if TYPE_CHECKING:
    from simulator.insight.room import Room

WIDE = 110
"""Columns from which outages and clocks stand beside each other."""
ROOMY = 150
"""Columns from which each outage has its time beside it, too."""
STAGES = ("-test", "-play", "-stopped", "-ended")


class ProjectorScreen(ExerciseScreen):
    """Shows a Room. Test picture before the start, the exercise, a full stop when it is real, and the end."""

    CSS_PATH = "projector.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-high")]
    EXPLANATION = (
        "Dit scherm is voor de zaal. Het volgt de oefening vanzelf en toont alleen wat iedereen mag weten. "
        "Is het te klein om achterin te lezen? Maak de letters van de terminal groter, meestal met Ctrl en +."
    )

    def __init__(self) -> None:
        super().__init__(classes="-test")
        self._room: Room | None = None
        self._filled: tuple[object, ...] = ()
        """What decides how much room there is; while it stays the same, so does the size of the title."""

    def compose(self) -> ComposeResult:
        yield Band(id="above")
        yield from self._compose_test()
        yield from self._compose_play()
        yield Stopped(id="stopped")
        with Vertical(id="ended"):
            yield Big("Einde oefening", share=0.4, largest=3)
            yield Static("", id="farewell", classes="line")
        yield Band(id="below")

    def _compose_test(self) -> ComposeResult:
        with Vertical(id="test"):
            yield Static("", id="test-title", classes="line")
            yield Big("Ziet de zaal dit scherm?", share=0.5, largest=4, id="question")
            with Horizontal(id="steps"):
                for step in range(1, 9):
                    yield Static(shown(str(step)), classes=f"step step-{step}")
            yield Static("Ziet u de vlakken 1 tot en met 8 apart, en alle vier de hoeken?", classes="line")
            yield Static(
                "Leest de achterste rij deze regel? Zo niet: maak de letters groter (meestal Ctrl en +).", classes="line muted"
            )

    def _compose_play(self) -> ComposeResult:
        with Vertical(id="play"):
            with Horizontal(id="top"):
                yield Big("", share=0.2, largest=3, id="clock")
                yield Static("", id="when")
            with Vertical(id="message"):
                yield Big("", share=0.25, largest=2, id="title")
                yield Static("", id="text")
                yield Static("", id="earlier")
            with Horizontal(id="known"):
                yield Lines("Bekend: wat uitvalt", "Er is geen uitval gemeld.", id="outages", classes="-single")
                yield Lines("Klokken", "Er loopt geen klok.", id="clocks", classes="-single")

    def publish(self, picture: Picture) -> None:
        from simulator.insight.room import room

        self.show(room(picture.setting, picture.state))

    def tell_time(self, seconds: int) -> None:
        """The room's clock shows minutes; those come with a picture."""

    def on_resize(self) -> None:
        if self._room is not None:
            self.show(self._room)

    def show(self, room: Room) -> None:
        """Show what the room may see."""
        self._room = room
        stage = {"created": "-test", "reality": "-stopped", "ended": "-ended"}.get(str(room.phase), "-play")
        for name in STAGES:
            self.set_class(name == stage, name)
        self.set_class(str(room.phase) == "paused", "-paused")
        for band in self.query(Band):
            band.tell(room.mark)
        self.query_one("#test-title", Static).update(shown(room.title))
        self.query_one("#farewell", Static).update(framed("$title\n\nDank u wel. De nabespreking volgt.", title=room.title))
        self._show_time(room)
        self._show_message(room)
        self._show_known(room)
        filled = (self.size, room.messages[:1], room.round_title, room.round_text, len(room.outages), len(room.clocks))
        if filled != self._filled:
            self._filled = filled
            self.query_one("#title", Big).at_full_size()
            self.call_after_refresh(self._make_room)

    def _show_time(self, room: Room) -> None:
        day, _, clock = room.clock.partition(" ")
        self.query_one("#clock", Big).say(clock.split(" ")[0])
        paused = str(room.phase) == "paused"
        lines = [
            framed("[bold]$day[/] [$text-muted]$more[/]", day=_DAYS.get(day, day), more=clock.partition(" ")[2]),
            framed("$round", round=room.round_title),
            framed("[$text-warning bold]‖ PAUZE: de tijd staat stil[/]") if paused else framed("$step", step=room.bob_words),
        ]
        self.query_one("#when", Static).update(Content("\n").join(lines))

    def _show_message(self, room: Room) -> None:
        title, text, before = self.query_one("#title", Big), self.query_one("#text", Static), self.query_one("#earlier", Static)
        if not room.messages:
            title.say(room.round_title or room.title)
            text.update(flowed(room.round_text))
            before.update("")
            return
        latest, *earlier = room.messages
        title.say(latest.title)
        origin = " · ".join(part for part in (latest.at, latest.sender, latest.channel) if part)
        text.update(Content("\n").join([framed("[$text-muted]$origin[/]", origin=origin), flowed(latest.text)]))
        lines = [framed("[$text-muted]$at[/]  $title", at=each.at, title=each.title) for each in earlier[:3]]
        told = Content("\n").join([Content(""), framed("[$text-accent bold]Eerder[/]"), *lines])
        before.update(told if lines and self.size.height >= 30 else "")

    def _make_room(self) -> None:
        """The title gives way, a size at a time, while the text below it is cut."""
        title, text, message = self.query_one("#title", Big), self.query_one("#text"), self.query_one("#message")
        if text.region.bottom > message.content_region.bottom and title.give_way():
            self.call_after_refresh(self._make_room)

    def _show_known(self, room: Room) -> None:
        most = max(3, self.size.height // 5)
        beside = self.size.width >= WIDE
        outages = state_lines(room.outages, when=not beside or self.size.width >= ROOMY)
        self.query_one("#outages", Lines).fill(outages, most if beside else most - 1)
        self.query_one("#clocks", Lines).fill(room_clock_lines(room.clocks), most if beside else max(2, most // 2))


_DAYS = {
    "ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag", "za": "zaterdag", "zo": "zondag",
}  # fmt: skip
