"""'Wat als?' on the console: shown to the oefenleider alone, beside an exercise that goes on, and never recorded."""

from __future__ import annotations

import ast
from pathlib import Path

from textual.pilot import Pilot

from simulator.exercise import commands as c
from tests.exercise.builders import Play
from tests.insight.lucky import lucky
from tests.tui.console import Console, console, press
from tui.dialogs.decide import DecideDialog
from tui.dialogs.what_if import WhatIfDialog
from tui.foreseeing import DECIDED, DEFAULTED, DONE, since
from tui.screens.facilitator import FacilitatorScreen
from tui.screens.projector import ProjectorScreen
from tui.screens.seat import SeatScreen
from tui.widgets.overview import overview
from tui.widgets.ways import WaysTable

ROOT = Path(__file__).resolve().parents[2]


def playing(minute: int = 100) -> Play:
    play = Play(lucky())
    play.do(c.Start())
    play.until(minute)
    return play


async def idle(app: Console, pilot: Pilot[None]) -> None:
    """Until nothing is computed any more, and what came of it is shown."""
    while any(not worker.is_finished for worker in app.workers):
        await pilot.pause()
    await pilot.pause()


async def opened(app: Console, pilot: Pilot[None], *keys: str) -> WhatIfDialog:
    """The dialog, when all of it was computed."""
    await press(pilot, *keys, "t")
    dialog = app.screen
    assert isinstance(dialog, WhatIfDialog)
    await idle(app, pilot)
    await pilot.pause()
    await pilot.pause()
    return dialog


async def test_one_key_sets_each_option_beside_nobody_deciding() -> None:
    async with console(playing()) as (app, pilot):
        dialog = await opened(app, pilot)
        table = dialog.query_one(WaysTable)
        assert table.row_count == 3
        assert "200 toekomsten" in app.text
        await press(pilot, "down")
        assert table.current == "ja"


async def test_the_key_asks_about_the_decision_under_the_cursor() -> None:
    async with console(playing()) as (app, pilot):
        await opened(app, pilot, "3", "down")
        assert "Wat als? Dilemma los" in app.text
        await press(pilot, "down")
        assert "− " not in app.lines[0]
        assert "niet terug" in app.text
        await press(pilot, "down")
        assert "Niet doorgerekend: het model weet hier niets van. Dat is geen nul." in app.text


async def test_the_dialog_of_a_decision_leads_to_it_and_nothing_is_asked_of_the_exercise() -> None:
    async with console(playing()) as (app, pilot):
        before = list(app.play.stamped)
        await press(pilot, "3", "enter")
        assert isinstance(app.screen, DecideDialog)
        await opened(app, pilot)
        await press(pilot, "r", "down", "escape")
        assert isinstance(app.screen, FacilitatorScreen)
        assert app.asked == []
        assert app.play.stamped == before


async def test_without_an_open_decision_it_says_so() -> None:
    async with console(playing(5)) as (app, pilot):
        await press(pilot, "t")
        assert isinstance(app.screen, FacilitatorScreen)
        assert "geen besluit open" in "".join(str(each.message) for each in app._notifications)


async def test_this_exercise_is_there_before_the_futures_and_escape_ends_them() -> None:
    async with console(playing()) as (app, pilot):
        now = overview(app.picture, 100, None)
        dialog = WhatIfDialog(now, now.decisions.open[0], futures=100_000)
        await app.push_screen(dialog)
        while "Toekomsten doorrekenen: " not in app.text:
            await pilot.pause()
        (worker,) = app.workers
        await press(pilot, "down")
        cells = dialog.query_one(WaysTable).cells_of("ja")
        assert cells[1].plain.startswith("− ")
        assert cells[2].plain == "…"
        await press(pilot, "escape")
        assert isinstance(app.screen, FacilitatorScreen)
        assert worker.is_cancelled
        assert worker not in app.workers


async def test_what_is_decided_meanwhile_makes_it_old_and_it_can_be_computed_anew() -> None:
    async with console(playing()) as (app, pilot):
        dialog = await opened(app, pilot)
        app.play.do(c.Decide(decision="los", option="ja"))
        app.show_now()
        await pilot.pause()
        assert DONE.split(".")[0] in app.text
        await press(pilot, "r")
        await idle(app, pilot)
        await pilot.pause()
        assert DONE.split(".")[0] not in app.text
        app.play.do(c.Decide(decision="papier", option="ja"))
        app.show_now()
        await pilot.pause()
        assert DECIDED.split(".")[0] in app.text
        await press(pilot, "r")
        assert "niets meer te vergelijken" in "".join(str(each.message) for each in app._notifications)
        assert app.screen is dialog


async def test_time_goes_on_below_it_and_a_default_makes_it_old() -> None:
    async with console(playing()) as (app, pilot):
        await opened(app, pilot, "3", "down", "down", "down")
        assert "Dilemma vervolg" in app.text
        app.play.until(200)
        app.show_now()
        await pilot.pause()
        assert "▲" not in "\n".join(app.lines[3:])
        app.play.until(260)
        app.show_now()
        await pilot.pause()
        assert DEFAULTED.split(".")[0] in app.text


async def test_the_stop_works_in_it() -> None:
    async with console(playing()) as (app, pilot):
        await press(pilot, "t", "ctrl+x")
        assert app.asked == [c.DeclareReality()]


async def test_it_fits_a_small_screen_and_can_be_read_on() -> None:
    async with console(playing(), size=(80, 24)) as (app, pilot):
        await opened(app, pilot)
        await press(pilot, "down")
        assert "esc sluit" in app.text
        assert all(len(line) <= 80 for line in app.lines)
        before = app.text
        await press(pilot, "space")
        await pilot.pause(0.1)
        assert app.text != before


async def test_what_comes_by_itself_is_no_news() -> None:
    async with console(playing()) as (app, _):
        seq = len(app.play.stamped)
        app.play.until(400)
        assert [each.event for each in app.play.stamped[seq:]]
        assert since(app.picture, seq, "los") == ""


def test_no_seat_and_no_projector_has_a_key_for_it() -> None:
    for screen in (SeatScreen, ProjectorScreen):
        assert not [binding for binding in screen.BINDINGS if "what-if" in str(binding)]


ALONE = {"tui/dialogs", "tui/widgets/ways.py", "simulator/cli/outlook.py", "simulator/insight/what_if"}
"""Where it may be known: the console's dialogs, and the command without a screen."""


def naming(root: Path) -> set[str]:
    """Files that import it."""
    found = set()
    for path in [*root.joinpath("simulator").rglob("*.py"), *root.joinpath("tui").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if any("what_if" in name for name in names):
                found.add(path.relative_to(root).as_posix())
    return found


def test_only_the_console_and_the_command_know_it() -> None:
    found = naming(ROOT)
    assert "tui/dialogs/openings.py" in found
    assert [name for name in found if not any(name.startswith(place) for place in ALONE)] == []


def test_a_seat_that_knew_it_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "simulator").mkdir()
    seat = tmp_path / "tui" / "screens" / "seat.py"
    seat.parent.mkdir(parents=True)
    seat.write_text("def look():\n    from simulator.insight.what_if import what_if\n", encoding="utf-8")
    assert naming(tmp_path) == {"tui/screens/seat.py"}
