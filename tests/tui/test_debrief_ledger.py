"""The money by category: what was estimated, what was booked, and what the council is asked."""

from __future__ import annotations

from copy import deepcopy

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from tests.exercise.builders import SCENARIO, Play, setting, started
from tests.tui.looking import debrief
from tests.tui.showing import text


def spent(*estimates: ec.EstimateCost, council: bool = False, ended: bool = True) -> Play:
    """Experts for 1,000 to 2,000 euro, booked by a decision."""
    costs = [{**deepcopy(SCENARIO["costs"][0]), "council": council}]
    play = started(setting(costs=costs), 12)
    for each in estimates:
        play.do(each)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure", by="burgemeester"))
    play.until(120)
    if ended:
        play.do(c.End())
    return play


def _estimate(low: int, high: int, category: str = "experts", booked: str = "", coverage: str = "") -> ec.EstimateCost:
    return ec.EstimateCost(category=category, low=low, high=high, booked=booked, coverage=coverage)


async def test_an_estimate_stands_beside_what_was_booked_with_how_they_compare() -> None:
    for low, high, sign in ((1500, 3000, "≈ past"), (100, 500, "▼ te laag"), (5000, 9000, "▲ te hoog")):
        async with debrief(spent(_estimate(low, high)), "geld", (200, 60)) as (app, _pilot):
            row = next(line for line in text(app.screen).splitlines() if "experts" in line)
            assert sign in row
            assert "1.000–2.000" in row


async def test_what_was_not_estimated_or_not_booked_is_said() -> None:
    async with debrief(spent(_estimate(10, 20, "drukwerk")), "geld", (200, 60)) as (app, _pilot):
        rows = text(app.screen).splitlines()
        assert "– niet geraamd" in next(row for row in rows if "experts" in row)
        assert "? niet geboekt" in next(row for row in rows if "drukwerk" in row)
        assert "· niet genoemd" in next(row for row in rows if "Rente en boetes" in row)


async def test_where_it_is_booked_and_what_pays_for_it_are_the_teams_own_words() -> None:
    play = spent(_estimate(1500, 3000, booked="Taakveld 0.4", coverage="onvoorzien"))
    async with debrief(play, "geld", (200, 60)) as (app, pilot):
        await pilot.press("down", "enter")
        await pilot.pause()
        words = text(app.screen)
        assert "Waar, volgens het team  Taakveld 0.4" in words
        assert "Betaald uit, volgens het team  de post onvoorzien" in words


async def test_money_of_the_council_says_until_when_it_had_to_be_asked() -> None:
    async with debrief(spent(council=True), "geld", (200, 60)) as (app, pilot):
        assert "✗ niet gevraagd" in next(line for line in text(app.screen).splitlines() if "→ Inhuur" in line)
        await pilot.press("down", "down")
        await pilot.pause()
        words = text(app.screen)
        assert "moet eerst de raad om geld gevraagd worden, uiterlijk om ma 08:42" in words


async def test_without_money_it_says_so() -> None:
    async with debrief(started(setting(), 5), "geld") as (app, _pilot):
        assert "Er is niets geraamd en niets geboekt." in text(app.screen)
