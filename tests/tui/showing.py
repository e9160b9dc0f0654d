"""The app on what a test gives it: no file, no thread; and what stands on the screen, as text and as colours."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from rich.segment import Segment
from textual.pilot import Pilot
from textual.screen import Screen

from simulator.exercise.events import Recorded
from tests.exercise.builders import Play
from tui.app import OntregeldApp
from tui.openings import Begin
from tui.picture import ExerciseScreen, Picture
from tui.screens.debrief import DebriefScreen
from tui.screens.facilitator import FacilitatorScreen
from tui.screens.projector import ProjectorScreen
from tui.screens.seat import SeatScreen
from tui.screens.setup import SetupScreen
from tui.screens.start import StartScreen

FILE = Path("proef.oefening")
SIZES = ((80, 24), (100, 30), (120, 40), (200, 60))


class StillApp(OntregeldApp):
    """Shows its first screen and loads nothing."""

    def load(self) -> None:
        """Nothing is opened."""


def picture(play: Play) -> Picture:
    """The exercise in memory, as a screen is given it."""
    recorded = tuple(
        Recorded(seq=seq, id=str(seq), wall="", minute=each.minute, actor="oefenleider", event=each.event, hash="")
        for seq, each in enumerate(play.stamped, 1)
    )
    return Picture(setting=play.setting, state=play.state, recorded=recorded, seconds=play.state.minute * 60, file=FILE)


def _seat() -> SeatScreen:
    return SeatScreen("burgemeester")


@asynccontextmanager
async def still(size: tuple[int, int] = (80, 24), *, start: bool = True) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    """The app with the start screen, or with its first frame only."""
    app = StillApp(Begin())
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        if start:
            await app.push_screen(StartScreen())
        yield app, pilot
    app.shut()
    assert app.failure is None


@asynccontextmanager
async def showing(screen: str, shown: Picture, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    """A screen by name, on an exercise."""
    screens = {
        "setup": SetupScreen, "console": FacilitatorScreen, "projector": ProjectorScreen, "seat": _seat, "debrief": DebriefScreen,
    }  # fmt: skip
    async with still(size, start=False) as (app, pilot):
        await app.push_screen(screens[screen]())
        assert isinstance(app.screen, ExerciseScreen)
        app.screen.publish(shown)
        await pilot.pause()
        await pilot.pause()
        yield app, pilot


def segments(screen: Screen[object]) -> Iterator[Segment]:
    """All that is painted."""
    for strip in screen._compositor.render_strips():
        yield from strip


def lines(screen: Screen[object]) -> list[str]:
    """The screen as text, without spaces at the ends."""
    return [strip.text.rstrip() for strip in screen._compositor.render_strips()]


def text(screen: Screen[object]) -> str:
    """The screen as one text."""
    return "\n".join(lines(screen))
