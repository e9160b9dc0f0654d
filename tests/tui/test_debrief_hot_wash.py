"""First impressions are written down in a few keys: by a role, or by show of hands."""

from __future__ import annotations

from pathlib import Path

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from tests.exercise.builders import Play, setting, started
from tests.tui.looking import debrief, kept, until
from tests.tui.showing import text
from tests.tui.test_app import opened
from tui.openings import LookBack
from tui.screens.debrief import DebriefScreen

ASKED = ["Wat verraste u?", "Wie belde u te laat?"]


def over(*answers: ec.AnswerHotWash) -> Play:
    play = started(setting(debrief=ASKED), 20)
    play.do(c.End())
    for each in answers:
        play.do(each)
    return play


async def test_each_question_shows_what_roles_and_the_room_said() -> None:
    said = (
        ec.AnswerHotWash(question=0, text="Dat het zo snel ging", role="burgemeester"),
        ec.AnswerHotWash(question=0, text="zag dit aankomen", hands=2, of=9),
    )
    async with debrief(over(*said), "eerste-indruk") as (app, _pilot):
        words = " ".join(text(app.screen).split())
        assert "1 van de 2 vragen besproken" in words
        assert "Burgemeester Dat het zo snel ging" in words
        assert "De zaal 2 van 9 handen omhoog: zag dit aankomen" in words


async def test_an_answer_and_a_show_of_hands_are_recorded_by_keys(tmp_path: Path) -> None:
    async with opened(LookBack(file=kept(over(), tmp_path))) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.picture is not None)
        desk = app.screen
        assert isinstance(desk, DebriefScreen)
        await desk.action_go("eerste-indruk")
        await pilot.press("down", "a", *"Niemand", "enter", "down", "enter")
        await until(pilot, lambda: app.screen is desk)
        await pilot.press("h", *"7", "tab", *"12", "enter")
        await until(pilot, lambda: app.screen is desk)
        assert app.picture is not None
        found = [each.event for each in app.picture.state.evaluation.hot_wash]
        assert [(each.question, each.role, each.text, each.hands, each.of) for each in found] == [
            (1, "burgemeester", "Niemand", -1, -1),
            (1, "", "", 7, 12),
        ]
        await pilot.press("h")
        await pilot.pause()
        assert "12" in text(app.screen)


async def test_a_number_of_hands_that_is_none_is_said_and_asked_again() -> None:
    async with debrief(over(), "eerste-indruk") as (app, pilot):
        await pilot.press("h", *"veel", "tab", *"12", "enter")
        await pilot.pause()
        assert any("als een getal" in str(each.message) for each in app._notifications)
        assert "Handen tellen" in text(app.screen)


async def test_where_nothing_can_be_recorded_the_keys_say_why() -> None:
    why = "Een ander venster leidt deze oefening."
    async with debrief(over(), "eerste-indruk", readonly=why) as (app, pilot):
        for key in ("a", "h"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, DebriefScreen)
        assert [str(each.message) for each in app._notifications] == [why, why]


async def test_a_scenario_without_questions_says_so_and_its_keys_do_nothing() -> None:
    async with debrief(started(setting(), 20), "eerste-indruk") as (app, pilot):
        assert "geeft geen vragen" in text(app.screen)
        await pilot.press("a", "h", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DebriefScreen)
