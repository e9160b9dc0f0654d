"""The ways into the debrief: the command, the console after the end, and the start screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.exercise import commands as c
from simulator.exercise.state import Phase
from simulator.session import Session
from tests.exercise.builders import setting
from tests.tui.looking import ended, kept, until
from tests.tui.showing import still, text
from tests.tui.test_app import opened
from tui.messages import Requested
from tui.openings import Begin, LookBack
from tui.openings import Play as PlayIt
from tui.screens.debrief import DebriefScreen
from tui.screens.facilitator import FacilitatorScreen
from tui.screens.start import StartScreen
from tui.shelf import ExerciseCard, ScenarioCard, Shelf, shelf


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An exercise that ended."""
    return kept(ended(), tmp_path)


@pytest.fixture
def led(tmp_path: Path) -> Iterator[Session]:
    """An exercise that another console leads, and that runs."""
    small = setting()
    session = Session.create(tmp_path / "loopt.oefening", small.scenario, small.landscape, seed=1)
    session.do(c.Start())
    yield session
    session.close()


async def test_the_command_opens_the_debrief_and_what_is_noted_there_is_recorded(file: Path) -> None:
    async with opened(LookBack(file=file)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.picture is not None)
        assert not app._notifications
        app.post_message(Requested(c.NoteObservation(text="Goed gesprek")))
        await until(pilot, lambda: app.picture is not None and bool(app.picture.state.observations))


async def test_an_exercise_that_another_console_leads_can_be_looked_at_and_not_changed(led: Session) -> None:
    async with opened(LookBack(file=led.path)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.picture is not None)
        assert "nog niet beëindigd, alleen lezen" in text(app.screen)
        assert led.state.phase is Phase.RUNNING
        before = len(app._notifications)
        app.post_message(Requested(c.NoteObservation(text="Goed gesprek")))
        await until(pilot, lambda: len(app._notifications) > before)
        told = list(app._notifications)[-1]
        assert told.title == "Dat kan nu niet"
        assert "ander venster" in told.message
        led.do(c.NoteObservation(text="Van de console"))
        await until(pilot, lambda: app.picture is not None and bool(app.picture.state.observations))


async def test_a_file_that_is_no_exercise_ends_with_the_reason() -> None:
    async with opened(LookBack(file=Path(__file__))) as (app, pilot):
        await until(pilot, lambda: app.failure is not None)
    assert app.return_code == 1


async def test_after_the_end_one_key_on_the_console_opens_the_debrief_and_q_comes_back(file: Path) -> None:
    async with opened(PlayIt(target=str(file), file=file)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, FacilitatorScreen) and app.picture is not None)
        await pilot.pause()
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        assert "Nabespreking: Proef" in text(app.screen)
        assert "Werkelijk" in text(app.screen)
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, FacilitatorScreen))


async def test_before_the_end_that_key_says_how_to_end(tmp_path: Path) -> None:
    small = setting()
    file = tmp_path / "loopt.oefening"
    session = Session.create(file, small.scenario, small.landscape, seed=1)
    session.do(c.Start())
    session.close()
    async with opened(PlayIt(target=str(file), file=file)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, FacilitatorScreen) and app.picture is not None)
        await pilot.pause()
        await pilot.press("n")
        await until(pilot, lambda: bool(app._notifications))
        assert "F8" in list(app._notifications)[-1].message
        assert isinstance(app.screen, FacilitatorScreen)


async def test_the_start_screen_offers_the_debrief_of_an_exercise_and_of_nothing_else(file: Path) -> None:
    scenario = ScenarioCard(id="proef", title="Proef", summary="Een proef.", duration="2 u")
    old = ExerciseCard(file=file, title="Oude proef", stood="1 u", when="22-11-2026 14:00", ended=True)
    async with still((120, 40)) as (app, pilot):
        assert isinstance(app.screen, StartScreen)
        app.screen.fill(Shelf(scenarios=(scenario,), exercises=(old,)))
        await pilot.pause()
        assert "Nabespreking" not in text(app.screen).splitlines()[-1]
        await pilot.press("n")
        assert isinstance(app.screen, StartScreen)
        await pilot.press("down")
        await pilot.pause()
        assert "Nabespreking" in text(app.screen).splitlines()[-1]
        assert "Deze oefening is beëindigd" in " ".join(text(app.screen).split())
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.picture is not None)


def test_the_shelf_knows_what_has_ended(file: Path, led: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.journal.place.default_folder", lambda: tmp_path)
    assert {card.file.name: card.ended for card in shelf().exercises} == {file.name: True, led.path.name: False}


async def test_the_first_screen_of_the_app_says_nothing_to_look_back_on_while_it_is_empty() -> None:
    async with opened(Begin()) as (app, pilot):
        await pilot.press("n")
        assert app.is_running
