"""The console on an exercise in memory: what was asked is carried out at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import on
from textual.app import App
from textual.pilot import Pilot

from simulator.errors import CommandRefused
from simulator.exercise.commands import Command
from simulator.exercise.events import Recorded
from simulator.plain import plain
from tests.exercise.builders import Play
from tui.messages import Requested
from tui.picture import ExerciseScreen, Picture
from tui.screens.facilitator import FacilitatorScreen
from tui.theme import DARK


class Console(App[None]):
    """Hosts the console as the app does, without a file, a thread or a clock."""

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.play = play
        self.asked: list[Command] = []
        self.refused: list[str] = []
        self.left = False
        self.slow = False
        """The disk takes its time: what is asked waits."""
        self.desk = FacilitatorScreen()
        self.desk.clock = lambda: self.seconds
        self.seconds = 0.0
        """Real time as the console knows it: a second a key of `press`, none for `hammer`."""

    def on_mount(self) -> None:
        self.push_screen(self.desk)
        self.call_after_refresh(self.show_now)

    def show_now(self) -> None:
        """Publish the exercise as it stands, to all that look at it."""
        for screen in self.screen_stack:
            if isinstance(screen, ExerciseScreen):
                screen.publish(self.picture)

    @property
    def picture(self) -> Picture:
        recorded = tuple(
            Recorded(seq=seq, id=str(seq), wall="", minute=each.minute, actor="oefenleider", event=each.event, hash="")
            for seq, each in enumerate(self.play.stamped, 1)
        )
        minute = self.play.state.minute
        return Picture(
            setting=self.play.setting, state=self.play.state, recorded=recorded, seconds=minute * 60, file=Path("proef")
        )

    @on(Requested)
    def carry_out(self, message: Requested) -> None:
        self.asked.append(message.command)
        if self.slow:
            return
        before = len(self.play.stamped)
        try:
            self.play.do(message.command)
        except CommandRefused as refused:
            self.refused.append(str(refused))
            self.notify(plain(str(refused)), markup=False)
            if message.otherwise is not None:
                message.otherwise()
            return
        self.show_now()
        if message.then is not None:
            message.then(self.picture.recorded[before:])

    def action_leave(self) -> None:
        self.left = True

    def action_explain(self) -> None:
        """The shell's business."""

    @property
    def lines(self) -> list[str]:
        """The screen as text."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@asynccontextmanager
async def console(play: Play, size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[Console, Pilot[None]]]:
    """A console that shows this exercise."""
    app = Console(play)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield app, pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another, each when the one before was dealt with."""
    for key in keys:
        assert isinstance(pilot.app, Console)
        pilot.app.seconds += 1.0
        await hammer(pilot, key)


async def hammer(pilot: Pilot[None], *keys: str) -> None:
    """Press keys so fast that no time passes."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until no widget has a message to deal with; one that bubbles takes a round a step. Measures no time and no load."""
    for _ in range(2):
        quiet = 0
        while quiet < 2 and await pilot._wait_for_screen():
            pumps = (pilot.app, *(each for screen in pilot.app.screen_stack for each in screen.walk_children(with_self=True)))
            quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1
        pilot.app.screen._on_timer_update()
