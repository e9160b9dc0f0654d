"""Who decided what, with the reason why that may or may not be, by role."""

from __future__ import annotations

from copy import deepcopy

import pytest

from simulator.exercise import commands as c
from tests.exercise.builders import SCENARIO, Play, setting, started
from tests.tui.looking import debrief
from tests.tui.showing import text


def decided(by: str) -> Play:
    play = started(setting(), 12)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure", by=by, motivation="De balie moet open"))
    play.until(120)
    play.do(c.End())
    return play


@pytest.mark.parametrize(("by", "status"), [("burgemeester", "✓ bevoegd"), ("ciso", "▲ niet bevoegd"), ("", "? door wie")])
async def test_a_decision_shows_whether_its_role_may(by: str, status: str) -> None:
    async with debrief(decided(by), "mandaten") as (app, _pilot):
        row = next(line for line in text(app.screen).splitlines() if "Sluiten we de balie af?" in line)
        assert status in row


async def test_enter_reads_the_reason_and_who_may_decide() -> None:
    async with debrief(decided("ciso"), "mandaten") as (app, pilot):
        await pilot.press("enter")
        await pilot.pause()
        words = " ".join(text(app.screen).split())
        assert "CISO mag dit niet zelf besluiten" in words
        assert "Mag besluiten Burgemeester" in words
        assert "te verifiëren" in words


async def test_what_is_to_be_talked_about_stands_above_what_is_in_order() -> None:
    play = started(setting(), 12)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure", by="burgemeester"))
    play.do(c.Decide(words="Wij bellen de bank", by="ciso"))
    play.until(20)
    play.do(c.Decide(decision="afsluiten", option="later", by="ciso"))
    async with debrief(play, "mandaten") as (app, _pilot):
        shown = text(app.screen)
        assert shown.index("▲ niet bevoegd") < shown.index("– niet getoetst") < shown.index("✓ bevoegd")


async def test_a_trap_that_nobody_may_order_is_flagged_although_the_role_may_decide() -> None:
    asked = deepcopy(SCENARIO["decisions"])
    asked[0]["options"][0]["does"] = ["leverancier-stilleggen"]
    play = started(setting(decisions=asked), 12)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure", by="burgemeester"))
    async with debrief(play, "mandaten") as (app, _pilot):
        assert "✗ mag zo niet" in text(app.screen)


async def test_without_decisions_it_says_so() -> None:
    async with debrief(started(setting(), 5), "mandaten") as (app, _pilot):
        assert "Niet beoefend" in text(app.screen)
