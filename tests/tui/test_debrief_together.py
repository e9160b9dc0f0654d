"""What a team thought, said and agreed is safe and readable in every part of the debrief that shows it."""

from __future__ import annotations

import pytest

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation import events as ee
from simulator.exercise.evaluation.events import Certainty, Element
from tests.exercise.builders import Play
from tests.tui.looking import debrief
from tests.tui.showing import StillApp, segments, text
from tests.tui.stage import written_by
from tests.tui.test_text import HOSTILE, SORTS, assert_harmless
from tests.tui.test_theme import asked, too_faint
from tui.screens.debrief import DebriefScreen
from tui.theme import DARK, LIGHT

PARTS = ("mandaten", "geld", "voorspelling", "beelden", "eerste-indruk", "verbeteracties")
WRITTEN = {
    ee.PictureLineWritten: ("text",),
    ee.CostEstimated: ("category", "booked"),
    ee.HotWashAnswered: ("text",),
    ee.ImprovementPlanned: ("what", "why", "owner", "returns"),
}
"""Where people write in their own words."""


def thought(stranger: str = "Alles plat") -> Play:
    """An exercise in which everything was asked; every text in it is this one. It went round the commands' checks."""
    play = written_by(stranger)
    scenario = play.setting.scenario.model_copy(update={"debrief": (stranger, stranger)})
    play.setting = type(play.setting)(scenario=scenario, landscape=play.setting.landscape, seed=1)
    lines = (
        ec.PictureLine(text="x", certainty=Certainty.FEIT, node="burgerzaken", works=True),
        ec.PictureLine(text="x", certainty=Certainty.AANNAME),
    )
    play.do(ec.Predict(nodes=("burgerzaken", "bank"), within=60))
    play.do(ec.WritePicture(role="burgemeester", lines=lines))
    play.do(
        ec.WritePicture(role="ciso", lines=(ec.PictureLine(text="x", certainty=Certainty.FEIT, node="burgerzaken", works=False),))
    )
    play.do(ec.EstimateCost(category="x", low=10, high=20, booked="x", coverage="reserve"))
    play.do(c.Decide(decision="afsluiten", option="noodprocedure", by="ciso"))
    play.until(120)
    play.do(c.End())
    play.do(ec.AnswerHotWash(question=0, role="ciso", text="x"))
    play.do(ec.AnswerHotWash(question=0, text="x", hands=2, of=9))
    play.do(ec.PlanImprovement(what="x", why="x", owner="x", element=Element.BELEID, due="2001-01-01", returns="x"))
    for each in play.stamped:
        for field in WRITTEN.get(type(each.event), ()):
            object.__setattr__(each.event, field, stranger)
    return play


def desk_of(app: StillApp) -> DebriefScreen:
    """The debrief, with nothing over it."""
    assert isinstance(app.screen, DebriefScreen)
    return app.screen


@pytest.mark.parametrize("name", SORTS)
async def test_text_of_strangers_steers_nothing_where_the_team_looks_back(name: str) -> None:
    async with debrief(thought(HOSTILE[name]), size=(200, 60)) as (app, pilot):
        desk = desk_of(app)
        for part in PARTS:
            await desk.action_go(part)
            await pilot.press("down", "enter")
            await pilot.pause()
            assert_harmless(app.screen, name)
            if app.screen is not desk:
                await pilot.press("escape")
                await pilot.pause()
            assert_harmless(desk, name)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_where_the_team_looks_back_can_be_read(theme: str) -> None:
    async with debrief(thought()) as (app, pilot):
        app.theme = theme
        desk = desk_of(app)
        for part in PARTS:
            await desk.action_go(part)
            for key in ("home", "down", "end"):
                await pilot.press(key)
                await pilot.pause()
                assert too_faint(list(segments(app.screen))) == set(), (part, key)
        await desk.action_go("eerste-indruk")
        for key in ("a", "h"):
            await pilot.press(key)
            await pilot.pause()
            assert too_faint(asked(app.screen)) == set(), key
            await pilot.press("escape")
            await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_nothing_of_it_is_empty_at_any_size(size: tuple[int, int]) -> None:
    async with debrief(thought(), size=size) as (app, pilot):
        desk = desk_of(app)
        for part in PARTS:
            await desk.action_go(part)
            await pilot.pause()
            assert "Alles plat" in text(app.screen), part
