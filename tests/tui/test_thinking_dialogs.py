"""What the team thinks, claims and estimates is asked at the console in a few keys; a role writes its own picture."""

from __future__ import annotations

import pytest

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Certainty, Shown
from simulator.insight.seat import can_be_said_down
from simulator.scenario.council.load import catalogue
from tests.exercise.builders import Play, setting, started
from tests.tui.console import console, press
from tests.tui.showing import text
from tests.tui.stage import played
from tests.tui.test_observer import looking
from tui.screens.seat import SeatScreen
from tui.screens.setup import SetupScreen


async def test_a_prediction_is_ticked_and_says_nothing_of_how_a_node_is() -> None:
    async with console(started(setting(), 15)) as (app, pilot):
        await pilot.press("g")
        shown = text(app.screen)
        assert "○" not in shown.split("Wat valt er", 1)[1].split("Binnen hoeveel", 1)[0]
        await pilot.press("down", "space", "enter")
        await pilot.pause()
        assert app.asked[-1] == ec.Predict(nodes=("burgerzaken",))


async def test_nothing_ticked_is_a_prediction_too_and_a_window_is_whole_hours() -> None:
    async with console(started(setting())) as (app, pilot):
        await pilot.press("g", "tab", "backspace", "backspace", *"0,5", "enter")
        await pilot.pause()
        assert any("heel aantal uren" in str(each.message) for each in app._notifications)
        await pilot.press("backspace", "backspace", "backspace", *"6", "enter")
        await pilot.pause()
        assert app.asked == [ec.Predict(nodes=(), within=360)]


async def test_a_picture_tells_facts_from_assumptions_and_what_is_taken_to_be_down() -> None:
    async with console(started(setting(), 15)) as (app, pilot):
        await pilot.press("f", "down", "enter", *"Alles plat", "tab", "tab", *"Morgen weer heel", "tab", "tab", "space", "enter")
        await pilot.pause()
        assert app.asked[-1] == ec.WritePicture(
            role="ciso",
            lines=(
                ec.PictureLine(text="Alles plat", certainty=Certainty.FEIT),
                ec.PictureLine(text="Morgen weer heel", certainty=Certainty.AANNAME),
                ec.PictureLine(text="Netwerk ligt plat", certainty=Certainty.FEIT, node="netwerk", works=False),
            ),
        )


async def test_a_picture_without_a_line_is_not_recorded() -> None:
    async with console(started(setting())) as (app, pilot):
        await pilot.press("f", "enter", "enter")
        await pilot.pause()
        assert app.asked == []


@pytest.mark.parametrize(("low", "high", "amounts"), [("250.000", "", (250000, 250000)), ("€ 1.000", "2000", (1000, 2000))])
async def test_an_estimate_is_written_as_one_writes_money(low: str, high: str, amounts: tuple[int, int]) -> None:
    async with console(started(setting())) as (app, pilot):
        await pilot.press("l", *"inhuur", "tab", *low, "tab", *high, "tab", *"0.4", "tab", "r", "enter")
        await pilot.pause()
        assert app.asked == [
            ec.EstimateCost(category="inhuur", low=amounts[0], high=amounts[1], booked="0.4", coverage="reserve")
        ]


async def test_an_amount_that_is_none_is_said_and_nothing_is_recorded() -> None:
    async with console(started(setting())) as (app, pilot):
        await pilot.press("l", *"inhuur", "tab", *"een ton", "enter")
        await pilot.pause()
        assert any("hele euro" in str(each.message) for each in app._notifications)
        assert app.asked == []


async def test_a_councillors_question_is_told_at_once_and_answered_by_a_role() -> None:
    play = started(setting())
    async with console(play) as (app, pilot):
        await pilot.press("x")
        assert any("nog geen vraag van een raadslid" in str(each.message) for each in app._notifications)
        play.do(ec.AskAsCouncil(text="Wanneer werkt het weer?"))
        app.show_now()
        await pilot.pause()
        assert any("Wanneer werkt het weer?" in str(each.message) for each in app._notifications)
        await press(pilot, "x")
        await pilot.press("enter", *"Morgen", "enter", "enter")
        await pilot.pause()
        assert app.asked == [ec.AnswerQuestion(to="vraag-1", text="Morgen", by="burgemeester")]


async def test_a_role_writes_its_own_picture_at_its_seat() -> None:
    async with looking(SeatScreen("ciso"), played()) as (app, pilot):
        await pilot.press("f5", *"Het netwerk ligt eruit", "enter")
        await pilot.pause()
        assert app.asked == [
            ec.WritePicture(role="ciso", lines=(ec.PictureLine(text="Het netwerk ligt eruit", certainty=Certainty.FEIT),))
        ]
        assert "Uw beeld is verstuurd" in text(app.screen)


def test_a_seat_offers_no_list_of_what_an_attacker_could_use() -> None:
    play = started(setting(), 15)
    before = {node.id for node in can_be_said_down(play.setting, play.state)}
    assert "bank" not in before
    play.do(c.ReportNode(node="bank", level=0))
    assert "bank" in {node.id for node in can_be_said_down(play.setting, play.state)}


async def test_the_griffier_picks_at_the_set_up_and_papers_are_shown() -> None:
    play = Play(setting())
    async with looking(SetupScreen(), play) as (app, pilot):
        await pilot.press("f6", "down", "space", "enter")
        await pilot.pause()
        await pilot.press("f7", "enter")
        await pilot.pause()
        picked, checked = app.asked
        assert picked == ec.PickQuestions(questions=("V2",))
        assert isinstance(checked, ec.CheckDocument)
        assert checked.shown is Shown.GETOOND


async def test_enter_records_a_picture_from_whichever_question_one_is_at() -> None:
    async with console(started(setting(), 15)) as (app, pilot):
        await pilot.press("f", "down", "enter", *"Alles plat", "tab", "right", "enter")
        await pilot.pause()
        line = ec.PictureLine(text="Alles plat", certainty=Certainty.AANNAME)
        assert app.asked == [ec.WritePicture(role="ciso", lines=(line,))]


async def test_the_griffier_reads_a_question_to_its_end() -> None:
    async with looking(SetupScreen(), Play(setting()), (80, 24)) as (app, pilot):
        await pilot.press("f6", "down")
        await pilot.pause()
        assert catalogue().questions["V2"].text in " ".join(text(app.screen).replace("▌", " ").split())
