"""The debrief screen: its parts, its keys, and that it is safe and readable everywhere."""

from __future__ import annotations

import pytest
from textual.widgets import Footer

from simulator.exercise import commands as c
from tests.exercise.builders import Play, setting
from tests.tui.looking import debrief, ended, section, shown, weighable, with_names
from tests.tui.showing import SIZES, segments, text
from tests.tui.stage import written_by
from tests.tui.test_text import HOSTILE, SORTS, assert_harmless
from tests.tui.test_theme import too_faint
from tui.debrief.course import CourseSection
from tui.debrief.sections import KEYS, SECTIONS
from tui.dialogs.why import WhyDialog
from tui.screens.debrief import DebriefScreen
from tui.theme import DARK, LIGHT

PARTS = tuple(part.id for part in SECTIONS)


def test_the_parts_have_names_of_their_own_that_fit() -> None:
    assert len(set(PARTS)) == len(PARTS)
    assert all(0 < len(part.title) <= 17 for part in SECTIONS)


@pytest.mark.parametrize("part", SECTIONS, ids=PARTS)
async def test_every_part_says_what_it_is_and_gives_each_key_a_name_in_dutch(part) -> None:  # type: ignore[no-untyped-def]
    assert part.make().EXPLANATION
    async with debrief(ended(), part.id) as (app, _pilot):
        found = [active.binding for active in app.screen.active_bindings.values()]
        assert all(binding.description for binding in found if binding.id and not binding.system)


@pytest.mark.parametrize("place", range(min(len(SECTIONS), len(KEYS))))
async def test_a_digit_opens_a_part_and_the_keys_go_to_it(place: int) -> None:
    async with debrief(ended()) as (app, pilot):
        await pilot.press(KEYS[place])
        await pilot.pause()
        assert isinstance(section(app), type(SECTIONS[place].make()))
        assert app.focused is not None
        assert section(app) in app.focused.ancestors
        await pilot.press("escape")
        assert app.focused is not None
        assert app.focused.id == "parts"


async def test_the_list_shows_each_part_as_the_cursor_passes_and_enter_goes_into_it() -> None:
    async with debrief(ended()) as (app, pilot):
        for _ in SECTIONS[1:]:
            await pilot.press("down")
            await pilot.pause()
        assert type(section(app)) is type(SECTIONS[-1].make())
        assert app.focused is not None
        assert app.focused.id == "parts"
        await pilot.press("enter")
        await pilot.pause()
        assert app.focused is not None
        assert section(app) in app.focused.ancestors


async def test_a_part_that_was_not_looked_at_shows_what_came_since() -> None:
    play = ended()
    async with debrief(play, "besluiten") as (app, pilot):
        assert "1 vastgelegd" in text(app.screen)
        await pilot.press("escape", "1")
        play.do(c.DetailDecision(record=next(iter(play.state.records)), owner="burgemeester"))
        assert isinstance(app.screen, DebriefScreen)
        app.screen.publish(shown(play))
        await pilot.press("2")
        await pilot.pause()
        assert "Voert uit  Burgemeester" in text(app.screen)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("size", SIZES)
async def test_every_part_stands_at_every_size_with_its_keys_below(part: str, size: tuple[int, int]) -> None:
    async with debrief(ended(), part, size) as (app, _pilot):
        assert "Nabespreking: Proef" in text(app.screen)
        assert section(app).size.width >= 50
        assert app.screen.query_one(Footer).region.bottom == size[1]


@pytest.mark.parametrize("part", PARTS)
async def test_no_size_ends_the_debrief(part: str) -> None:
    async with debrief(ended(), part) as (app, pilot):
        for size in ((1, 1), (3, 100), (20, 5), (300, 3), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.press("right", "down", "left")
            assert app.is_running


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_of_the_debrief_can_be_read(part: str, theme: str) -> None:
    async with debrief(ended(), part) as (app, pilot):
        app.theme = theme
        for _ in range(3):
            await pilot.press("right")
            await pilot.pause()
            assert too_faint(list(segments(app.screen))) == set()
        await pilot.press("escape")
        await pilot.pause()
        assert too_faint(list(segments(app.screen))) == set()


@pytest.mark.parametrize("name", SORTS)
async def test_text_of_strangers_steers_nothing_in_any_part_of_the_debrief(name: str) -> None:
    """One of each sort, also for parts to come; the parts try them all in tests of their own."""
    play = written_by(HOSTILE[name])
    play.do(c.Decide(decision="afsluiten", words=HOSTILE[name], by="burgemeester", motivation=HOSTILE[name]))
    async with debrief(play, size=(200, 60)) as (app, pilot):
        for part in PARTS:
            desk = app.screen
            assert isinstance(desk, DebriefScreen)
            await desk.action_go(part)
            for key in () if part == "geluk" else ("end", "enter"):
                await pilot.press(key)
                await pilot.pause()
                assert_harmless(app.screen, name)
            if app.screen is not desk:
                await pilot.press("escape")
            assert_harmless(desk, name)


@pytest.mark.parametrize("part", [part for part in PARTS if part != "geluk"])
async def test_an_exercise_that_has_not_begun_can_be_looked_at(part: str) -> None:
    async with debrief(Play(setting()), part, (80, 24)) as (app, pilot):
        await pilot.press("right", "enter")
        await pilot.pause()
        assert "nog niet beëindigd" in text(app.screen_stack[1])


async def test_what_cannot_be_recorded_is_said_above() -> None:
    async with debrief(ended(), readonly="Een ander venster leidt deze oefening.") as (app, _pilot):
        assert "▲ alleen lezen" in text(app.screen)
    async with debrief(ended()) as (app, _pilot):
        assert "▲" not in text(app.screen).splitlines()[0]


@pytest.mark.parametrize("part", PARTS)
async def test_no_name_that_was_written_in_a_note_stands_in_the_debrief(part: str) -> None:
    async with debrief(with_names("Noor Visser"), part, (200, 60)) as (app, pilot):
        for key in ("right", "right", "end"):
            await pilot.press(key)
            await pilot.pause()
            assert "Visser" not in text(app.screen)


async def test_the_board_is_what_was_true_beside_what_was_known_at_that_minute() -> None:
    async with debrief(ended(), "verloop") as (app, pilot):
        assert "○ 0 plat" in text(app.screen)
        course = section(app)
        assert isinstance(course, CourseSection)
        while course.minute < 10:
            await pilot.press("right")
            await pilot.pause()
        row = next(line for line in text(app.screen).splitlines() if "○ ligt plat" in line and "Netwerk" in line)
        assert "= ligt plat" in row
        bureau = next(line for line in text(app.screen).splitlines() if "Burgerzaken" in line)
        assert "≠ niet gemeld" in bureau
        await pilot.press("home")
        await pilot.pause()
        assert course.minute == 0
        assert "○ 0 plat" in text(app.screen)


async def test_the_keys_of_the_line_go_to_hours_rounds_and_ends() -> None:
    async with debrief(weighable(), "verloop") as (app, pilot):
        course = section(app)
        assert isinstance(course, CourseSection)
        for key, minute in (
            ("full_stop", 60),
            ("shift+right", 120),
            ("comma", 60),
            ("end", 500),
            ("pageup", 0),
            ("pagedown", 500),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert course.minute == minute, key


async def test_enter_tells_why_a_node_was_so_at_that_moment_and_not_why_it_is_so_now() -> None:
    async with debrief(weighable(), "verloop") as (app, pilot):
        for _ in range(2):
            await pilot.press("right")
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WhyDialog)
        assert "ligt plat" in text(app.screen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, DebriefScreen)


async def test_a_decision_outside_the_mandate_is_flagged_and_read_in_full_with_enter() -> None:
    async with debrief(ended(), "besluiten") as (app, pilot):
        assert "▲ mandaat" in text(app.screen)
        assert "▲ 1 buiten het mandaat" in text(app.screen)
        await pilot.press("enter")
        await pilot.pause()
        assert "CISO mag dit niet zelf besluiten" in " ".join(text(app.screen).split())
        assert "De balie moet open" in text(app.screen)


async def test_a_clock_tells_who_knew_when_and_with_what_margin() -> None:
    async with debrief(ended(), "klokken") as (app, _pilot):
        words = " ".join(text(app.screen).split())
        assert "✓ gehaald" in words
        assert "toen wist CISO het" in words
        assert "+ 48 min" in words or "+ 58 min" in words


async def test_help_tells_of_the_part_that_is_looked_at() -> None:
    async with debrief(ended(), "verloop") as (app, pilot):
        await pilot.press("f1")
        await pilot.pause()
        words = " ".join(text(app.screen).split())
        assert "kijkt terug op de oefening" in words
        assert "U loopt door de oefening heen" in words
