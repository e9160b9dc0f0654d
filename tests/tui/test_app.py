"""The app on a real exercise file: opening, commands, following, and what goes wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.errors import JournalUnavailable, NotAnExercise, NotFound
from simulator.exercise import commands as c
from simulator.exercise.events import RoleAssigned, WordsEntered
from simulator.exercise.state import Phase
from simulator.session import Session
from tests.exercise.builders import setting
from tests.tui.showing import StillApp, still, text
from tui.app import STAYS, OntregeldApp
from tui.messages import Requested
from tui.openings import Begin, Opening, Play, Project, TakeSeat
from tui.screens.facilitator import FacilitatorScreen
from tui.screens.leave import LeaveScreen
from tui.screens.setup import SetupScreen
from tui.shelf import free_file, recent_files, shelf

PATIENCE = 100
"""Turns of a twentieth of a second that a test waits for what must come."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new exercise that nobody has open."""
    small = setting()
    Session.create(tmp_path / "dinsdag.oefening", small.scenario, small.landscape, seed=1).close()
    return tmp_path / "dinsdag.oefening"


@asynccontextmanager
async def opened(opening: Opening) -> AsyncIterator[tuple[OntregeldApp, Pilot[None]]]:
    app = OntregeldApp(opening)
    try:
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            yield app, pilot
    finally:
        app.shut()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for something that must come."""
    for _ in range(PATIENCE):
        if holds():
            await pilot.pause()
            return
        await pilot.pause(0.05)
    pytest.fail("it never came")


async def test_a_new_exercise_is_played_without_a_single_name(file: Path) -> None:
    async with opened(Play(target=str(file), file=file)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, SetupScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, FacilitatorScreen))
        await until(pilot, lambda: app.picture is not None and len(app.picture.state.roles) == 3)
    with_names = Session.open(file)
    assert with_names.names() == {}
    with_names.close()


async def test_names_are_kept_apart_and_one_person_may_hold_two_roles(file: Path) -> None:
    async with opened(Play(target=str(file), file=file)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, SetupScreen) and bool(app.screen.query("#name-ciso")))
        for role in ("burgemeester", "ciso"):
            app.screen.query_one(f"#name-{role}").value = "Noor Visser"  # type: ignore[attr-defined]
        await pilot.press("f5")
        await until(pilot, lambda: app.picture is not None and len(app.picture.state.roles) == 3)
        assert app.picture is not None
        filled = [each.event for each in app.picture.recorded if isinstance(each.event, RoleAssigned)]
    session = Session.open(file)
    tokens = {event.role: event.person for event in filled}
    assert list(session.names().values()) == ["Noor Visser"]
    assert tokens["burgemeester"] == tokens["ciso"] != ""
    assert "Visser" not in "".join(str(event) for event in filled)
    session.close()


async def test_a_started_exercise_opens_on_the_console(file: Path) -> None:
    session = Session.open(file)
    session.do(c.Start())
    session.close()
    async with opened(Play(target=str(file), file=file)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, FacilitatorScreen))
        assert app.picture is None or app.picture.state.phase is Phase.PAUSED


async def test_a_refused_command_is_told_and_changes_nothing(file: Path) -> None:
    async with opened(Play(target=str(file), file=file)) as (app, pilot):
        await until(pilot, lambda: app.picture is not None)
        assert app.picture is not None
        before = len(app.picture.recorded)
        app.post_message(Requested(c.Pause()))
        await until(pilot, lambda: bool(app._notifications))
        assert next(iter(app._notifications)).title == "Dat kan nu niet"
        assert len(app.picture.recorded) == before


async def test_what_was_recorded_comes_back_to_who_asked(file: Path) -> None:
    heard: list[str] = []
    async with opened(Play(target=str(file), file=file)) as (app, pilot):
        await until(pilot, lambda: app.picture is not None)
        note = c.NoteObservation(text="Rustig begin")
        app.post_message(Requested(note, lambda recorded: heard.extend(type(each.event).__name__ for each in recorded)))
        await until(pilot, lambda: bool(heard))
    assert heard == ["ObservationNoted"]


async def test_the_projector_follows_another_process(file: Path) -> None:
    session = Session.open(file)
    async with opened(Project(file=file)) as (app, pilot):
        await until(pilot, lambda: "Proef" in text(app.screen))
        session.do(c.Start())
        session.do(c.ImproviseInject(title="Een raadslid belt", text="Wat is er aan de hand?"))
        await until(pilot, lambda: "Wat is er aan de hand?" in text(app.screen))
    session.close()


async def test_words_from_a_seat_reach_the_exercise(file: Path) -> None:
    session = Session.open(file)
    session.do(c.Start())
    async with opened(TakeSeat(file=file, role="burgemeester")) as (app, pilot):
        await until(pilot, lambda: app.picture is not None)
        await pilot.press(*"Ik bel", "enter")
        await until(pilot, lambda: app.picture is not None and bool(app.picture.state.words))
    session.tick()
    assert [each.event.text for each in session.recorded if isinstance(each.event, WordsEntered)] == ["Ik bel"]
    session.close()


@pytest.mark.parametrize(
    ("opening", "error"),
    [
        (Project(file=Path("er-is-niets.oefening")), NotFound),
        (Play(target="er-is-niets.oefening"), NotFound),
        (Play(target="alles-op-slott"), NotFound),
        (Project(file=Path(__file__)), NotAnExercise),
    ],
)
async def test_what_cannot_be_opened_ends_with_exit_code_1_and_the_reason(opening: Opening, error: type[Exception]) -> None:
    async with opened(opening) as (app, pilot):
        await until(pilot, lambda: app.failure is not None)
    assert isinstance(app.failure, error)
    assert app.return_code == 1


async def test_a_role_without_a_seat_is_told_which_roles_have_one(file: Path) -> None:
    async with opened(TakeSeat(file=file, role="journalist")) as (app, pilot):
        await until(pilot, lambda: app.failure is not None)
    assert isinstance(app.failure, NotFound)
    assert "burgemeester" in str(app.failure)


async def test_a_bug_ends_the_app_with_exit_code_3() -> None:
    app = StillApp(Begin())
    bug = ZeroDivisionError("proef")
    with pytest.raises(ZeroDivisionError):
        await _until_it_breaks(app, bug)
    app.shut()
    assert app.failure is bug
    assert app.return_code == 3


async def _until_it_breaks(app: OntregeldApp, bug: Exception) -> None:
    async with app.run_test() as pilot:
        app.call_later(_raise, bug)
        await pilot.pause()
        await pilot.pause()


def _raise(error: Exception) -> None:
    raise error


async def test_a_trouble_that_lasts_stays_on_the_screen_and_is_told_once_a_minute() -> None:
    async with still() as (app, pilot):
        for _ in range(5):
            app.complain(JournalUnavailable("De schijf is vol."))
        await pilot.pause()
        (told,) = app._notifications
        assert told.timeout == STAYS
        app._complained -= STAYS
        app.complain(JournalUnavailable("De schijf is vol."))
        await pilot.pause()
        assert len(app._notifications) == 2


async def test_leaving_asks_while_the_exercise_runs(file: Path) -> None:
    session = Session.open(file)
    session.do(c.Start())
    session.close()
    async with opened(Play(target=str(file), file=file)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, FacilitatorScreen))
        app.post_message(Requested(c.Resume()))
        await until(pilot, lambda: app.picture is not None and app.picture.state.phase is Phase.RUNNING)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, LeaveScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, FacilitatorScreen))
        assert app.is_running


def test_nothing_heavy_is_imported_before_the_first_frame() -> None:
    heavy = ("pydantic", "simulator.exercise.events", "networkx", "sqlite3", "yaml", "jinja2", "numpy", "simulator.session")
    script = f"""
import asyncio, sys
from pathlib import Path
import tui.__main__
from tui.app import STAYS, OntregeldApp
from tui.openings import Begin, LookBack, Play, Project, TakeSeat
class Still(OntregeldApp):
    def load(self): pass
async def frame(opening):
    app = Still(opening)
    async with app.run_test() as pilot:
        await pilot.pause()
    app.shut()
file = Path("x.oefening")
for opening in (Begin(), Play(target="x"), Project(file=file), TakeSeat(file=file, role="ciso"), LookBack(file=file)):
    asyncio.run(frame(opening))
    print(type(opening).__name__, sorted(set({heavy}) & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["Begin []", "Play []", "Project []", "TakeSeat []", "LookBack []"]


def test_a_file_is_free_and_copies_are_not_offered(tmp_path: Path) -> None:
    from datetime import datetime

    day = datetime(2026, 11, 22)
    first = free_file(tmp_path, "alles-op-slot", day)
    first.touch()
    second = free_file(tmp_path, "alles-op-slot", day)
    (tmp_path / "alles-op-slot-2026-11-22.kopie.oefening").touch()
    assert [first.name, second.name] == ["alles-op-slot-2026-11-22.oefening", "alles-op-slot-2026-11-22-2.oefening"]
    assert recent_files(tmp_path) == (first,)


def test_the_shelf_offers_the_library_and_what_was_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = tmp_path / "ontregeld" / "oefeningen"
    folder.mkdir(parents=True)
    small = setting()
    Session.create(folder / "dinsdag.oefening", small.scenario, small.landscape, seed=1).close()
    (folder / "stuk.oefening").write_text("geen oefening")
    stock = shelf()
    assert "Alles op slot" in [card.title for card in stock.scenarios]
    assert {(card.title, bool(card.trouble)) for card in stock.exercises} == {("Proef", False), ("stuk", True)}


async def test_a_picture_that_comes_while_the_app_ends_harms_nobody(file: Path) -> None:
    async with opened(Play(target=str(file), file=file)) as (app, pilot):
        await until(pilot, lambda: app.picture is not None)
        picture = app.picture
    assert picture is not None
    app._publish(picture, anew=True)
