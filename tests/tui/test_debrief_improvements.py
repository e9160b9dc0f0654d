"""The improvement plan is written down there and then, and the name of a contact stands in no event and on no screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Element, ImprovementPlanned
from simulator.journal.sqlite import SqliteJournal
from tests.exercise.builders import Play, setting, started
from tests.tui.looking import debrief, kept, until
from tests.tui.showing import text
from tests.tui.test_app import opened
from tests.tui.test_text import HOSTILE, assert_harmless
from tests.tui.test_theme import asked, too_faint
from tui.app import OntregeldApp
from tui.openings import LookBack
from tui.screens.debrief import DebriefScreen
from tui.theme import DARK, LIGHT

WHAT = "Noodprocedure elk jaar proberen"


def over(*plans: ec.PlanImprovement) -> Play:
    play = started(setting(), 20)
    play.do(c.End())
    for each in plans:
        play.do(each)
    return play


def plan(what: str = WHAT, **fields: str) -> ec.PlanImprovement:
    return ec.PlanImprovement(what=what, owner="CISO", element=Element.OEFENING, **fields)


@asynccontextmanager
async def agreeing(file: Path) -> AsyncIterator[tuple[OntregeldApp, Pilot[None]]]:
    """The plan of an exercise in a file, with the keys in it."""
    async with opened(LookBack(file=file)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.picture is not None)
        assert isinstance(app.screen, DebriefScreen)
        await app.screen.action_go("verbeteracties")
        await pilot.pause()
        yield app, pilot


def planned(app: OntregeldApp) -> list[ImprovementPlanned]:
    assert app.picture is not None
    return [each.event for each in app.picture.state.evaluation.improvements.values()]


def names(file: Path) -> dict[str, str]:
    with SqliteJournal.open(file, read_only=True) as journal:
        return journal.names()


async def test_what_is_not_agreed_yet_is_said_and_dates_are_dutch() -> None:
    async with debrief(over(plan(due="2027-05-31"), plan("Bellijst op papier")), "verbeteracties", (200, 60)) as (app, _pilot):
        rows = text(app.screen).splitlines()
        assert "31 mei 2027" in next(row for row in rows if WHAT in row)
        assert "nog af te spreken" in next(row for row in rows if "Bellijst" in row)
        words = text(app.screen)
        assert "Nog af te spreken  waarom, begindatum en wanneer het terugkomt in de raad" in words


async def test_an_owner_that_is_not_there_is_said_to_be_agreed() -> None:
    play = over(plan())
    at = play.state.evaluation.improvements["verbetering-1"]
    object.__setattr__(at.event, "owner", "")
    async with debrief(play, "verbeteracties") as (app, _pilot):
        assert "Eigenaar  nog af te spreken" in text(app.screen)


async def test_a_date_that_has_passed_is_marked() -> None:
    async with debrief(over(plan(due="2001-01-01")), "verbeteracties") as (app, _pilot):
        assert "▲ 1 januari 2001" in text(app.screen)


async def test_a_new_one_is_recorded_by_keys_and_its_contact_gets_a_token(tmp_path: Path) -> None:
    file = kept(over(), tmp_path)
    async with agreeing(file) as (app, pilot):
        keys = ("tab", "tab", "right", "tab", *"CISO", "tab", *"Noor Visser", "tab", "tab", *"31-5-2027", "tab", "tab", *"k7")
        await pilot.press("n", *WHAT, *keys, "enter")
        await until(pilot, lambda: bool(planned(app)))
        (found,) = planned(app)
        assert (found.what, found.owner, found.element, found.due, found.question) == (
            WHAT, "CISO", Element.ORGANISATIE, "2027-05-31", "K7",
        )  # fmt: skip
        assert names(file) == {found.contact: "Noor Visser"}
        assert app.picture is not None
        assert "Visser" not in repr(app.picture.recorded)
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        assert WHAT in text(app.screen)
        for key in ("enter", "escape", "l"):
            assert "Visser" not in text(app.screen)
            await pilot.press(key)
            await pilot.pause()
        assert "Visser" not in text(app.screen)


@pytest.mark.parametrize(("typed", "contact", "known"), [("", "p1", {}), ("Sanne Vos", "p1", {"p1": "Sanne Vos"}), ("-", "", {})])
async def test_changing_keeps_the_contact_unless_another_is_named_or_taken_away(
    tmp_path: Path, typed: str, contact: str, known: dict[str, str]
) -> None:
    file = kept(over(plan(contact="p1", due="2027-05-31")), tmp_path)
    async with agreeing(file) as (app, pilot):
        await pilot.press("enter", "end", *"!", "tab", "tab", "tab", "tab", *typed, "enter")
        await until(pilot, lambda: planned(app)[0].what == f"{WHAT}!")
        (found,) = planned(app)
        assert (found.contact, found.due, found.improvement) == (contact, "2027-05-31", "verbetering-1")
    assert names(file) == known


async def test_one_is_dropped_with_a_reason(tmp_path: Path) -> None:
    async with agreeing(kept(over(plan()), tmp_path)) as (app, pilot):
        await pilot.press("v", *"dubbel", "enter")
        await until(pilot, lambda: not planned(app))
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        assert "nog niets afgesproken" in text(app.screen)


async def test_what_is_refused_is_said_and_what_was_typed_stands(tmp_path: Path) -> None:
    async with agreeing(kept(over(), tmp_path)) as (app, pilot):
        await pilot.press("n", *WHAT, "tab", "tab", "tab", *"CISO", "tab", *"Noor", "tab", *"ergens in mei", "enter")
        await until(pilot, lambda: bool(app._notifications))
        assert "is geen datum" in list(app._notifications)[-1].message
        assert WHAT in text(app.screen)
        assert planned(app) == []


async def test_what_must_be_there_is_asked_before_anything_is_recorded() -> None:
    async with debrief(over(), "verbeteracties") as (app, pilot):
        await pilot.press("n", "enter", *WHAT, "enter")
        await pilot.pause()
        assert app.focused is not None
        assert app.focused.id == "owner"


async def test_where_nothing_can_be_recorded_the_keys_say_why() -> None:
    why = "Een ander venster leidt deze oefening."
    async with debrief(over(plan()), "verbeteracties", readonly=why) as (app, pilot):
        for key in ("n", "v", "enter"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, DebriefScreen)
        assert [str(each.message) for each in app._notifications] == [why] * 3


async def test_the_dialog_fits_a_small_screen_and_scrolls_to_its_last_question() -> None:
    async with debrief(over(), "verbeteracties", (80, 24)) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        assert "Leg vast" in text(app.screen)
        await pilot.press(*["tab"] * 8)
        await pilot.pause()
        assert app.focused is not None
        assert app.focused.id == "question"
        assert "Bij raadsvraag" in text(app.screen)
        assert "Leg vast" in text(app.screen)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_of_its_dialogs_can_be_read(theme: str) -> None:
    async with debrief(over(plan(due="2001-01-01")), "verbeteracties") as (app, pilot):
        app.theme = theme
        for key in ("enter", "v", "l"):
            await pilot.press(key)
            await pilot.pause()
            assert too_faint(asked(app.screen)) == set()
            await pilot.press("escape")
            await pilot.pause()


@pytest.mark.parametrize("name", HOSTILE)
async def test_text_of_strangers_in_a_plan_steers_nothing(name: str) -> None:
    play = over(plan(why="omdat", due="2027-05-31"))
    event = play.state.evaluation.improvements["verbetering-1"].event
    for field in ("what", "why", "owner", "returns", "question", "due"):
        object.__setattr__(event, field, HOSTILE[name])
    async with debrief(play, "verbeteracties") as (app, pilot):
        assert_harmless(app.screen, name)
        for key in ("enter", "escape", "v", "escape", "l"):
            await pilot.press(key)
            await pilot.pause()
            assert_harmless(app.screen, name)
