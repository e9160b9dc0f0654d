"""The roles' pictures stand side by side, fair to what a role could know, with the steps of the meeting below."""

from __future__ import annotations

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Certainty
from simulator.exercise.events import Bob
from tests.exercise.builders import Play, setting, started
from tests.tui.looking import debrief
from tests.tui.showing import text


def pictured(*, skipped: bool = True) -> Play:
    """Two roles disagree about the desk; then the team decides, with a step skipped or not."""
    play = started(setting(), 12)
    play.do(c.StartBobStep(step=Bob.BEELDVORMING))
    play.do(
        ec.WritePicture(role="burgemeester", lines=(_line("De balie is open", works=True), _line("Morgen is alles weer heel")))
    )
    play.do(ec.WritePicture(role="ciso", lines=(_line("De balie ligt stil", works=False, certainty=Certainty.AANNAME),)))
    play.do(c.Decide(decision="afsluiten", option="noodprocedure", by="burgemeester"))
    if not skipped:
        play.do(c.StartBobStep(step=Bob.OORDEELSVORMING))
    play.do(c.StartBobStep(step=Bob.BESLUITVORMING))
    play.until(120)
    play.do(c.End())
    return play


def _line(words: str, *, works: bool | None = None, certainty: Certainty = Certainty.FEIT) -> ec.PictureLine:
    return ec.PictureLine(text=words, certainty=certainty, node="burgerzaken" if works is not None else "", works=works)


async def test_two_roles_stand_side_by_side_where_there_is_room_and_below_each_other_where_not() -> None:
    for size, beside in (((120, 40), True), ((80, 60), False)):
        async with debrief(pictured(), "beelden", size) as (app, _pilot):
            rows = text(app.screen).splitlines()
            first = next(row for row in rows if "■ De balie is open" in row)
            assert ("□ De balie ligt stil" in first) is beside
            assert any("□ De balie ligt stil" in row for row in rows)


async def test_a_role_that_could_not_know_is_never_called_wrong() -> None:
    async with debrief(pictured(), "beelden", (200, 60)) as (app, _pilot):
        words = text(app.screen)
        assert "nog aan niemand gemeld" in words
        assert "niet weten." in words
        assert "fout" not in words.lower()
        assert "onjuist" not in words.lower()
        assert "Niet te toetsen." in words


async def test_where_roles_differ_is_told_per_part_with_what_was_true() -> None:
    async with debrief(pictured(), "beelden", (200, 60)) as (app, _pilot):
        words = text(app.screen)
        assert "≠ ‘Burgerzaken’: volgens Burgemeester (feit) werkte het, volgens CISO (aanname) niet." in words
        assert "In werkelijkheid lag het plat" in words


async def test_a_step_that_was_skipped_and_a_decision_out_of_the_picture_are_told() -> None:
    async with debrief(pictured(), "beelden", (200, 60)) as (app, _pilot):
        words = text(app.screen)
        assert "overgeslagen: oordeelsvorming" in words
        assert "▲ ma 08:42 besloten tijdens de beeldvorming: ‘Sluiten we de balie af?’" in words
    async with debrief(pictured(skipped=False), "beelden", (200, 60)) as (app, _pilot):
        assert "Het team ging van beeld naar oordeel naar besluit." in text(app.screen)


async def test_the_arrows_go_from_round_to_round() -> None:
    rounds = [
        {"id": "r1", "title": "Eerste uur", "at": "T+0:00", "until": "T+1:00"},
        {"id": "r2", "title": "Tweede uur", "at": "T+1:00", "until": "T+2:00"},
    ]
    play = started(setting(rounds=rounds), 12)
    play.do(ec.WritePicture(role="ciso", lines=(_line("Alles plat"),)))
    play.until(120)
    play.do(c.End())
    async with debrief(play, "beelden") as (app, pilot):
        assert "Eerste uur" in text(app.screen)
        assert "Alles plat" in text(app.screen)
        await pilot.press("right")
        await pilot.pause()
        assert "Tweede uur" in text(app.screen)
        assert "niet beoefend" in text(app.screen)
        assert "zijn in deze ronde niet bijgehouden" in " ".join(text(app.screen).split())
        await pilot.press("right")
        await pilot.pause()
        assert "Eerste uur" in text(app.screen)
