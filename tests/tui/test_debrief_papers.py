"""The papers in the debrief: what is on the checklist, and filling it in there and then."""

from __future__ import annotations

import pytest

from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Shown
from simulator.scenario.council.load import catalogue
from tests.tui.judging import asked, complete, in_dialog, judging, list_of, press, words
from tests.tui.showing import SIZES, segments, text
from tests.tui.test_text import HOSTILE, SORTS, assert_harmless
from tests.tui.test_theme import too_faint
from tui.debrief.papers import PapersSection
from tui.dialogs.fields import Choices, Field, said_day
from tui.dialogs.papers import DocumentsDialog
from tui.dialogs.whole import ReadDialog
from tui.theme import DARK, LIGHT

PART = "stukken"
SECOND = 2
"""Line of a dialog's heading at 80 by 24."""
PLAN, LIST = "ivp", "crisisteam-lijst"
ELSEWHERE = "Een ander venster leidt deze oefening."


def row(app: object, key: str) -> str:
    return " | ".join(cell.plain for cell in list_of(app).cells_of(key))  # type: ignore[arg-type]


def field(app: object, name: str) -> str:
    return app.screen.query_one(f"#{name}-field", Field).text  # type: ignore[attr-defined,no-any-return]


def choice(app: object, name: str) -> str:
    return app.screen.query_one(f"#{name}", Choices).value  # type: ignore[attr-defined,no-any-return]


async def test_every_document_is_listed_with_its_questions_and_what_became_of_it() -> None:
    play = asked()
    play.do(ec.CheckDocument(document=PLAN, shown=Shown.GETOOND, dated="2026-03-01"))
    play.do(ec.CheckDocument(document=LIST, shown=Shown.ONTBREEKT, note="Wordt gemaakt"))
    async with judging(play, PART) as (app, pilot):
        documents = catalogue().documents
        assert list(list_of(app)._shown) == list(documents)
        assert row(app, PLAN) == f"✓ getoond | {documents[PLAN].title} | K2, K5 | 1-3-2026"
        assert row(app, LIST).startswith("✗ ontbreekt | ")
        assert f"✓ 1 getoond · ✗ 1 ontbreekt · · {len(documents) - 2} niet bekeken" in words(app)
        list_of(app).go_to(LIST)
        await complete(app, pilot)
        assert "Wordt gemaakt" in words(app)
        assert catalogue().questions["K1"].text in words(app)


async def test_enter_fills_in_the_document_under_the_cursor_and_the_list_shows_it() -> None:
    async with judging(asked(), PART) as (app, pilot):
        list_of(app).go_to(LIST)
        await press(app, pilot, "enter")
        assert isinstance(app.screen, DocumentsDialog)
        assert choice(app, "document") == LIST
        await press(app, pilot, "down", "tab", *"1-3-2024", "enter")
        assert app.asked == [ec.CheckDocument(document=LIST, shown=Shown.VEROUDERD, dated="1-3-2024")]
        assert row(app, LIST).startswith("◐ verouderd | ")
        assert row(app, LIST).endswith("1-3-2024")
        assert list_of(app).current == LIST


async def test_what_was_filled_in_stands_there_again_and_none_of_it_goes_along_to_another_document() -> None:
    play = asked()
    play.do(ec.CheckDocument(document=LIST, shown=Shown.VEROUDERD, dated="2024-03-01", note="Zonder nummers"))
    async with judging(play, PART, (80, 24)) as (app, pilot):
        list_of(app).go_to(LIST)
        await press(app, pilot, "enter")
        assert (choice(app, "shown"), field(app, "dated"), field(app, "note")) == ("verouderd", "1-3-2024", "Zonder nummers")
        assert catalogue().documents[LIST].title in text(app.screen).splitlines()[SECOND]
        await press(app, pilot, "shift+tab", "up")
        assert choice(app, "document") != LIST
        assert catalogue().documents[LIST].title not in text(app.screen).splitlines()[SECOND]
        assert (choice(app, "shown"), field(app, "dated"), field(app, "note")) == ("getoond", "", "")


async def test_where_nothing_can_be_recorded_enter_reads() -> None:
    async with judging(asked(), PART, readonly=ELSEWHERE) as (app, pilot):
        list_of(app).go_to(LIST)
        await press(app, pilot, "enter")
        assert isinstance(app.screen, ReadDialog)
        assert catalogue().documents[LIST].look_for in words(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_can_be_read(theme: str, size: tuple[int, int]) -> None:
    play = asked()
    for name, became in zip((PLAN, LIST, "ivp-voortgang"), Shown, strict=True):
        play.do(ec.CheckDocument(document=name, shown=became))
    async with judging(play, PART, size) as (app, pilot):
        app.theme = theme
        await pilot.pause()
        assert too_faint(list(segments(app.screen))) == set()
        await press(app, pilot, "enter")
        assert too_faint(in_dialog(app)) == set()


@pytest.mark.parametrize("name", SORTS)
async def test_text_of_strangers_steers_nothing(name: str) -> None:
    play = asked()
    play.do(ec.CheckDocument(document=PLAN, shown=Shown.GETOOND, note=HOSTILE[name]))
    async with judging(play, PART) as (app, pilot):
        for key in ("enter", "escape"):
            await press(app, pilot, key)
            assert_harmless(app.screen, name)


def test_a_date_is_said_in_dutch_and_what_is_none_stays_as_it_was() -> None:
    assert [said_day(each) for each in ("2027-05-31", "", "2027-x-1", "ooit")] == ["31-5-2027", "", "2027-x-1", "ooit"]


def test_the_checklist_says_what_it_is() -> None:
    assert "Niet bekeken is geen oordeel" in PapersSection.EXPLANATION
