"""What the team predicted stands beside what failed, in words, and gives nothing away before its time."""

from __future__ import annotations

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from tests.exercise.builders import Play, setting, started
from tests.tui.looking import debrief
from tests.tui.showing import text


def predicted(*nodes: str, within: int = 60, until: int = 120, end: bool = True) -> Play:
    """Five minutes before the network falls."""
    play = started(setting(), 5)
    play.do(ec.Predict(nodes=nodes, within=within))
    play.until(until)
    if end:
        play.do(c.End())
    return play


async def test_a_part_that_was_named_and_fell_is_a_hit_and_one_that_kept_working_is_not() -> None:
    async with debrief(predicted("burgerzaken", "bank", within=20), "voorspelling") as (app, _pilot):
        shown = text(app.screen)
        assert "noemde 1 van de 1 die uitvielen" in shown
        hit = next(line for line in shown.splitlines() if "✓ uitgekomen" in line)
        assert "Burgerzaken" in hit
        assert "ma 08:40" in hit
        assert "Bank" in next(line for line in shown.splitlines() if "○ bleef werken" in line)
        assert "viel 1 van de 2 echt uit" in " ".join(shown.split())


async def test_what_nobody_named_and_residents_noticed_is_told_with_the_minute_it_fell() -> None:
    async with debrief(predicted("bank", within=20), "voorspelling") as (app, pilot):
        assert "noemde 0 van de 1" in text(app.screen)
        await pilot.press("down")
        await pilot.pause()
        words = " ".join(text(app.screen).split())
        assert "▲ niet genoemd" in words
        assert "niemand had het genoemd" in words
        assert "Viel uit ma 08:40" in words
        assert "30.000" in words


async def test_while_the_window_is_open_nothing_is_given_away() -> None:
    async with debrief(predicted("burgerzaken", within=600, end=False), "voorspelling") as (app, pilot):
        await pilot.press("down")
        await pilot.pause()
        words = " ".join(text(app.screen).split())
        assert "? nog open" in words
        assert "1 nog niet om" in words
        assert "te tellen vanaf ma 18:35" in words
        assert "uitgekomen" not in words


async def test_an_exercise_that_ended_before_the_window_did_is_scored_as_far_as_it_came_and_says_so() -> None:
    async with debrief(predicted("burgerzaken", within=600), "voorspelling", (200, 60)) as (app, _pilot):
        words = " ".join(text(app.screen).split())
        assert "1 van de 1 genoemd, tot het einde van de oefening" in words
        assert "de oefening stopte om ma 10:30" in words


async def test_what_was_known_to_be_down_is_no_prediction() -> None:
    play = started(setting(), 12)
    play.do(ec.Predict(nodes=("netwerk",), within=30))
    play.until(60)
    play.do(c.End())
    async with debrief(play, "voorspelling") as (app, pilot):
        assert "= al bekend" in text(app.screen)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert "telt niet mee als voorspelling" in " ".join(text(app.screen).split())


async def test_what_was_down_unnoticed_before_the_prediction_is_told_as_such() -> None:
    play = started(setting(), 12)
    play.do(ec.Predict(nodes=("burgerzaken",), within=30))
    play.until(60)
    play.do(c.End())
    async with debrief(play, "voorspelling", (200, 60)) as (app, pilot):
        await pilot.press("down")
        await pilot.pause()
        assert "al voor de voorspelling; dat was toen nog niet gemeld" in text(app.screen)


async def test_without_a_prediction_it_says_that_none_was_asked() -> None:
    async with debrief(started(setting(), 20), "voorspelling") as (app, _pilot):
        assert "Niet beoefend" in text(app.screen)


async def test_what_was_down_and_worked_again_falls_when_it_falls_anew() -> None:
    play = started(setting(), 2)
    play.do(c.SetNode(node="burgerzaken", up=False, reason="Proef"))
    play.until(4)
    play.do(c.SetNode(node="burgerzaken", up=True, reason="Proef"))
    play.until(5)
    play.do(ec.Predict(nodes=("bank",), within=30))
    play.until(6)
    play.do(c.SetNode(node="burgerzaken", up=False, reason="Proef"))
    play.until(60)
    play.do(c.End())
    async with debrief(play, "voorspelling") as (app, _pilot):
        assert "ma 08:36" in next(line for line in text(app.screen).splitlines() if "▲ niet genoemd" in line)
