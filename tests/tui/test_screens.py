"""The screens show what they should, at every size."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from simulator.exercise import commands as c
from simulator.exercise.setting import Setting
from simulator.scenario.landscape import Landscape
from tests.exercise.builders import LANDSCAPE, Play, setting, started
from tests.tui.showing import SIZES, lines, picture, showing, still, text
from tests.tui.stage import played
from tui.screens.seat import SeatScreen
from tui.screens.start import SENTENCE, StartScreen
from tui.shelf import ScenarioCard, Shelf
from tui.widgets.big import fit
from tui.widgets.big import lines as broken

GOLDENS = Path(__file__).parent / "goldens"


def assert_golden(name: str, found: list[str]) -> None:
    """The screen looks as the file says. To accept a new look, delete the file, run once, and read it."""
    file = GOLDENS / f"{name}.txt"
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(found) + "\n", encoding="utf-8")
        pytest.fail(f"{file.name} was not there; it is written now: read it, then run again")
    assert found == file.read_text(encoding="utf-8").splitlines()


def at_stage(stage: str) -> Play:
    play = Play(setting()) if stage == "test" else played()
    if stage == "stopped":
        play.do(c.DeclareReality())
    if stage == "paused":
        play.do(c.Pause())
    if stage == "ended":
        play.do(c.End())
    return play


@pytest.mark.parametrize("stage", ["test", "played", "stopped"])
async def test_the_projector_looks_like_its_golden(stage: str) -> None:
    async with showing("projector", picture(at_stage(stage))) as (app, _pilot):
        assert_golden(f"projector-{stage}", lines(app.screen))


async def test_the_seat_looks_like_its_golden() -> None:
    async with showing("seat", picture(played()), (100, 30)) as (app, _pilot):
        assert_golden("seat-burgemeester", lines(app.screen))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("stage", ["test", "played", "paused", "ended"])
async def test_the_projector_is_marked_above_and_below(stage: str, size: tuple[int, int]) -> None:
    async with showing("projector", picture(at_stage(stage)), size) as (app, _pilot):
        high, low = "\n".join(lines(app.screen)[:3]), "\n".join(lines(app.screen)[-3:])
        assert "O E F E N I N G" in high
        assert "O E F E N I N G" in low


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", ["projector", "seat"])
async def test_a_real_emergency_takes_the_whole_screen_of_the_players(screen: str, size: tuple[int, int]) -> None:
    async with showing(screen, picture(at_stage("stopped")), size) as (app, _pilot):
        assert "OEFENING GESTOPT - DIT IS ECHT" in text(app.screen)
        assert "O E F E N I N G" not in text(app.screen)
        assert "Stop met spelen" in text(app.screen)
        assert "Het netwerk" not in text(app.screen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_projector_asks_before_the_start_whether_the_room_sees_it(size: tuple[int, int]) -> None:
    async with showing("projector", picture(at_stage("test")), size) as (app, _pilot):
        assert app.screen.query_one("#question").text == "Ziet de zaal dit scherm?"  # type: ignore[attr-defined]
        assert "█" in text(app.screen)
        assert "1 tot en met 8" in text(app.screen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_projector_shows_the_latest_message_what_is_known_and_the_clocks(size: tuple[int, int]) -> None:
    async with showing("projector", picture(played()), size) as (app, _pilot):
        assert "Wat is er aan de hand?" in text(app.screen)
        assert "◐ werkt deels (40%)" in text(app.screen)
        assert "◷ nog 58 min" in text(app.screen)


@pytest.mark.parametrize("size", [(100, 30), (100, 44), (120, 44)])
@pytest.mark.parametrize(
    "title", ["Ochtend", "De tweede dag in het", "De tweede dag in het hele gemeentehuis dat zoekt naar wat nog werkt"]
)
async def test_a_title_gives_way_to_its_text_however_much_is_down(title: str, size: tuple[int, int]) -> None:
    told = "De burgemeester vraagt u allen naar de raadzaal te komen. " * 4
    services = [{"id": f"dienst-{number}", "name": f"Dienst {number}", "kind": "process"} for number in range(12)]
    ground = Landscape.model_validate({**LANDSCAPE, "nodes": [*LANDSCAPE["nodes"], *services]})
    rounds = [{"id": "r1", "title": title, "at": "T+0:00", "until": "T+2:00", "text": f"{told}Tot zo."}]
    play = started(Setting(scenario=setting(rounds=rounds).scenario, landscape=ground, seed=1), 1)
    for service in services:
        play.do(c.ReportNode(node=service["id"], level=0))
    async with showing("projector", picture(play), size) as (app, pilot):
        for _ in range(3):
            await pilot.pause()
        assert "Tot zo." in text(app.screen)
        assert title.split()[-1] in text(app.screen)


async def test_a_pause_is_told_in_words() -> None:
    async with showing("projector", picture(at_stage("paused"))) as (app, _pilot):
        assert "PAUZE" in text(app.screen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_seat_shows_its_messages_its_question_and_no_options(size: tuple[int, int]) -> None:
    async with showing("seat", picture(played()), size) as (app, _pilot):
        assert "Wat is er aan de hand?" in text(app.screen)
        assert "Wat doet u met de balie?" in " ".join(text(app.screen).split())
        assert "Balie op papier" not in text(app.screen)
        assert "In uw eigen woorden" in text(app.screen)


async def test_a_seat_answers_the_question_that_was_chosen() -> None:
    async with showing("seat", picture(played()), (120, 40)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, SeatScreen)
        screen.query_one("Dilemmas OptionList").focus()
        await pilot.press("down", "enter")
        assert "Uw antwoord op: Sluiten we de balie af?" in text(screen)
        await pilot.press(*"Nee", "enter")
        request = app._requests.get_nowait()
        assert request.command == c.EnterWords(role="burgemeester", text="Nee", decision="afsluiten")  # type: ignore[union-attr]


async def test_a_question_is_chosen_by_keyboard_alone() -> None:
    async with showing("seat", picture(played()), (120, 40)) as (app, pilot):
        questions = app.screen.query_one("Dilemmas OptionList", OptionList)
        for _ in range(8):
            await pilot.press("tab")
            if questions.has_focus:
                break
        assert questions.highlighted == 0
        await pilot.press("enter")
        assert "Uw antwoord op: Sluiten we de balie af?" in text(app.screen)


async def test_after_a_real_emergency_the_seat_takes_text_again() -> None:
    play = played()
    async with showing("seat", picture(play), (120, 40)) as (app, pilot):
        assert isinstance(app.screen, SeatScreen)
        await pilot.press(*"Ik ")
        play.do(c.DeclareReality())
        app.screen.publish(picture(play))
        await pilot.pause()
        await pilot.press(*"weg")
        play.do(c.ClearReality())
        app.screen.publish(picture(play))
        await pilot.pause()
        await pilot.press(*"bel")
        assert "Ik bel" in text(app.screen)
        assert "Enter Versturen" in text(app.screen)


async def test_an_empty_text_is_not_sent() -> None:
    async with showing("seat", picture(played())) as (app, pilot):
        await pilot.press("enter", "space", "ctrl+s")
        assert app._requests.empty()


@pytest.mark.parametrize("size", SIZES)
async def test_the_start_screen_says_what_this_is_and_offers_scenarios(size: tuple[int, int]) -> None:
    async with still(size) as (app, pilot):
        assert isinstance(app.screen, StartScreen)
        card = ScenarioCard(id="proef", title="Alles op slot", summary="Een gemeente zonder ICT.", duration="2 u 30 min")
        app.screen.fill(Shelf(scenarios=(card,), exercises=()))
        await pilot.pause()
        assert SENTENCE.split(":")[0] in " ".join(text(app.screen).split())
        assert "Alles op slot" in text(app.screen)
        assert "Een gemeente zonder ICT." in text(app.screen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_setup_shows_every_role_and_the_command_for_the_projector(size: tuple[int, int]) -> None:
    async with showing("setup", picture(Play(setting())), size) as (app, _pilot):
        for words in ("Burgemeester", "CISO", "Journalist", "tegenspel", "ontregeld project proef.oefening"):
            assert words in text(app.screen)


@pytest.mark.parametrize("screen", ["setup", "projector", "seat", "console"])
@pytest.mark.parametrize("size", [(1, 1), (3, 500), (20, 5), (500, 3)])
async def test_no_size_ends_a_screen(screen: str, size: tuple[int, int]) -> None:
    async with showing(screen, picture(played())) as (app, pilot):
        await pilot.resize_terminal(*size)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.is_running


def test_big_letters_take_the_largest_size_that_fits() -> None:
    assert fit("Dit is echt", 80, 3, 4) == (1, ("DIT IS ECHT",))
    assert fit("Dit is echt", 80, 24, 4) == (3, ("DIT IS", "ECHT"))
    assert fit("Dit is echt", 120, 5, 4) == (2, ("DIT IS ECHT",))
    assert fit("Onuitspreekbaarheidsverklaringen", 80, 24, 4) is None
    assert broken("Café 漢字", 200) is None
    assert broken("Zoë: één", 200) == ("ZOE: EEN",)
