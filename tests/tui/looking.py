"""An exercise to look back on: in memory, and as a file that another process can read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.cli.exercise_files import keep_rehearsal
from simulator.exercise import commands as c
from tests.exercise.builders import Play, started
from tests.insight.lucky import ALL, lucky
from tests.insight.lucky import played as lucky_play
from tests.tui.showing import StillApp, picture, showing
from tests.tui.stage import played
from tui.debrief.section import Section
from tui.picture import Picture
from tui.screens.debrief import DebriefScreen

PATIENCE = 600
"""Turns of a twentieth of a second that a test waits for another process."""


def ended() -> Play:
    """Half an hour with messages, a clock that was missed and a decision outside the mandate; then it ended."""
    play = played()
    play.do(c.Decide(decision="afsluiten", option="noodprocedure", by="ciso", motivation="De balie moet open"))
    play.until(120)
    play.do(c.End())
    return play


def weighable(*, end: bool = True) -> Play:
    """A town where a decision helps, one hurts, and one the model knows nothing of."""
    return lucky_play(lucky(), *ALL, end=end)


def with_names(name: str) -> Play:
    """An exercise in which the oefenleider wrote this name down in a note."""
    play = started(lucky(), 30)
    play.do(c.NoteObservation(text=f"{name} bleef rustig"))
    play.until(60)
    play.do(c.End())
    return play


def kept(play: Play, folder: Path) -> Path:
    """The exercise as a file."""
    file = folder / "dinsdag.oefening"
    keep_rehearsal(file, play.setting, "proef", play.stamped)
    return file


@asynccontextmanager
async def debrief(
    play: Play, part: str = "", size: tuple[int, int] = (120, 40), *, file: Path | None = None, readonly: str = ""
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    """The debrief of this exercise, in one of its parts."""
    async with showing("debrief", shown(play, file, readonly), size) as (app, pilot):
        assert isinstance(app.screen, DebriefScreen)
        if part:
            await app.screen.action_go(part)
            await pilot.pause()
        yield app, pilot


def shown(play: Play, file: Path | None = None, readonly: str = "") -> Picture:
    """What the screen is given."""
    found = picture(play)
    return replace(found, file=file or found.file, readonly=readonly)


def section(app: StillApp) -> Section:
    """The part that is looked at."""
    return next(each for each in app.screen.query(Section) if each.display)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for what another process must bring."""
    for _ in range(PATIENCE):
        if holds():
            await pilot.pause()
            return
        await pilot.pause(0.05)
    pytest.fail("it never came")
