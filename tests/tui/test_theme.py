"""Both themes: every text can be read, and no status hangs on a colour."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget

from simulator.exercise import commands as c
from tests.tui.showing import picture, segments, showing, still, text
from tests.tui.stage import played
from tui.dialogs.dialog import Dialog
from tui.dialogs.reality import RealityScreen
from tui.glossary import Entry
from tui.screens.explain import ExplainScreen, Help
from tui.screens.facilitator import FacilitatorScreen
from tui.screens.facilitator_keys import BINDINGS
from tui.screens.start import StartScreen
from tui.shelf import ExerciseCard, ScenarioCard, Shelf
from tui.theme import DARK, LIGHT, PAIRS, THEMES

LEAST = 7.0


def luminance(rgb: tuple[int, int, int]) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [channel / 255 for channel in rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_knows_black_on_white() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x77, 0x77, 0x77), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_pair_of_the_theme_has_a_contrast_of_seven_to_one(theme: Theme) -> None:
    variables = {**theme.to_color_system().generate(), **theme.variables}
    found = {pair: contrast(Color.parse(variables[pair[0]]).rgb, Color.parse(variables[pair[1]]).rgb) for pair in PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < LEAST} == {}


def too_faint(painted: list[Segment]) -> set[tuple[str, float]]:
    """Words on a screen that have too little contrast."""
    found = set()
    for words, style, _control in painted:
        if not style or not style.color or not style.bgcolor or not any(letter.isalnum() for letter in words):
            continue
        colours = style.color.get_truecolor(), style.bgcolor.get_truecolor()
        assert not style.dim, words
        ratio = contrast((colours[0].red, colours[0].green, colours[0].blue), (colours[1].red, colours[1].green, colours[1].blue))
        if ratio < LEAST:
            found.add((words.strip(), round(ratio, 2)))
    return found


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("screen", ["setup", "projector", "seat"])
async def test_every_word_on_an_exercise_screen_can_be_read(screen: str, theme: str) -> None:
    async with showing(screen, picture(played()), (120, 40)) as (app, pilot):
        app.theme = theme
        app.notify("Let op", title="Titel", severity="error")
        for _ in range(6):
            await pilot.press("tab")
            await pilot.pause()
            assert too_faint(list(segments(app.screen))) == set()


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_on_the_console_can_be_read(theme: str) -> None:
    stage = played()
    stage.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    async with showing("console", picture(stage), (200, 60)) as (app, pilot):
        app.theme = theme
        for key in ("1", "2", "3", "4", "5", "1", "down"):
            await pilot.press(key)
            assert too_faint(list(segments(app.screen))) == set()
        for size in ((80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert too_faint(list(segments(app.screen))) == set()


def asked(screen: Screen[Any]) -> list[Segment]:
    """What is painted of a dialog; the console behind it is meant to stand back."""
    area = screen.query_one(".dialog").region
    rows = screen._compositor.render_strips()[area.y : area.bottom]
    return [segment for row in rows for segment in row.crop(area.x, area.right)]


ASKING = sorted(binding.key for binding in BINDINGS if binding.action.startswith("open("))


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_in_a_dialog_of_the_console_can_be_read(theme: str) -> None:
    stage = played()
    stage.do(c.Decide(words="Wachten"))
    async with showing("console", picture(stage), (120, 40)) as (app, pilot):
        app.theme = theme
        for keys in (*((key,) for key in ASKING), ("1", "enter"), ("3", "home", "enter"), ("5", "home", "enter")):
            desk = app.screen
            assert isinstance(desk, FacilitatorScreen)
            desk._uncovered, desk._last_press = 0.0, ("", 0.0)
            await pilot.press(*keys)
            if app.screen is desk:
                continue
            seen: set[Widget | None] = set()
            while app.screen.focused not in seen:
                seen.add(app.screen.focused)
                assert too_faint(asked(app.screen)) == set(), keys
                await pilot.press("tab")
            dialog = app.screen
            assert isinstance(dialog, Dialog)
            dialog._wait()
            await pilot.pause()
            assert too_faint(asked(dialog)) == set(), keys
            dialog._refused()
            await pilot.press("escape")
        screen = app.screen
        assert isinstance(screen, FacilitatorScreen)
        stage.do(c.DeclareReality())
        screen.publish(picture(stage))
        await pilot.press("v")
        assert isinstance(app.screen, RealityScreen)
        assert too_faint(list(segments(app.screen))) == set()


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_on_the_start_screen_and_in_help_can_be_read(theme: str) -> None:
    scenario = ScenarioCard(id="proef", title="Proef", summary="Een proef.", duration="2 u", goals=("Besluiten",))
    broken = ScenarioCard(id="stuk", title="Stuk", summary="", duration="", trouble="Dit klopt niet.")
    old = ExerciseCard(file=Path("oud.oefening"), title="Proef", stood="1 u", when="22-11-2026 14:00")
    async with still((120, 40)) as (app, pilot):
        app.theme = theme
        assert isinstance(app.screen, StartScreen)
        app.screen.fill(Shelf(scenarios=(scenario, broken), exercises=(old,)))
        for _ in range(3):
            await pilot.press("down")
            await pilot.pause()
            assert too_faint(list(segments(app.screen))) == set()
        await pilot.press("ctrl+p")
        await pilot.pause(0.3)
        assert "Wissel tussen" in text(app.screen)
        assert too_faint(list(segments(app.screen))) == set()
        await pilot.press("escape")
        sheet = ExplainScreen(Help(keys=(("F1", "Uitleg"),), explanation="Zo werkt dit."))
        await app.push_screen(sheet)
        sheet._terms = (Entry(term="RTO", also=("hersteltijd",), text="Hoe lang iets uit mag zijn."),)
        sheet._show("")
        await pilot.pause()
        assert too_faint(list(segments(sheet))) == set()


async def test_one_key_switches_between_light_and_dark() -> None:
    async with still() as (app, pilot):
        assert app.theme == DARK.name
        await pilot.press("f2")
        assert app.theme == LIGHT.name
        await pilot.press("f2")
        assert app.theme == DARK.name
