"""Text of strangers on our screens is text: no markup, no link, no terminal control, and nothing that ends the app."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import Static

from simulator.errors import CommandRefused
from tests.tui.showing import FILE, picture, segments, showing, still, text
from tests.tui.stage import played, written_by
from tui.glossary import Entry
from tui.screens.explain import ExplainScreen, Help
from tui.screens.start import StartScreen
from tui.shelf import ExerciseCard, ScenarioCard, Shelf
from tui.text import flowed, framed, shown

STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

HOSTILE = {
    "clear": "\x1b[2J\x1b[Hweg",
    "clipboard": "\x1b]52;c;Y3VybCBldmlsfHNo\x07plak",
    "title": "\x1b]0;nieuwe titel\x07kop",
    "csi-c1": "\x9b31mrood",
    "osc-c1": "\x9d0;titel\x9ckop",
    "nul": "nul\x00teken",
    "bell": "bel\x07bel",
    "backspace": "ja\x08\x08nee",
    "return": "een\rtwee",
    "bidi": "\u202etxet\u202c \u2066om\u2069",
    "surrogate": "half\ud800teken",
    "click": "[@click=app.simulate_key('f5')]klik[/]",
    "link": "[link=https://kwaad.example]hier[/link]",
    "path": "[/etc/passwd]",
    "unclosed": "[b][red]open $naam",
    "tags": "[bijlage] [/] [] [[b]]",
}
SORTS = ("clear", "osc-c1", "bidi", "click", "unclosed")
"""One of each sort, for surfaces that are slow to paint."""
SCREENS = ("setup", "projector", "seat", "console")


def assert_harmless(screen: object, what: str) -> None:
    for segment in segments(screen):  # type: ignore[arg-type]
        assert not STEERING.search(segment.text), (what, segment.text)
        meta = segment.style.meta if segment.style else {}
        assert "@click" not in meta, (what, segment.text)
        assert not (segment.style and segment.style.link), (what, segment.text)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", HOSTILE)
async def test_text_of_strangers_steers_nothing_on_any_exercise_screen(screen: str, name: str) -> None:
    async with showing(screen, picture(written_by(HOSTILE[name])), (120, 40)) as (app, _pilot):
        assert_harmless(app.screen, name)
        if name == "path":
            assert "[/etc/passwd]" in text(app.screen)


@pytest.mark.parametrize("name", HOSTILE)
async def test_text_of_strangers_steers_nothing_on_the_start_screen_in_help_and_in_toasts(name: str) -> None:
    stranger = HOSTILE[name]
    scenario = ScenarioCard(id="vreemd", title=stranger, summary=stranger, duration=stranger, goals=(stranger,))
    exercise = ExerciseCard(file=FILE, title=stranger, stood=stranger, when=stranger)
    broken = ScenarioCard(id="stuk", title=stranger, summary="", duration="", trouble=stranger)
    async with still((120, 40)) as (app, pilot):
        assert isinstance(app.screen, StartScreen)
        app.screen.fill(Shelf(scenarios=(scenario, broken), exercises=(exercise,)))
        for key in ("down", "enter", "down"):
            await pilot.press(key)
            await pilot.pause()
            assert_harmless(app.screen, name)
        app.complain(CommandRefused(stranger))
        app.notify(stranger, title=stranger)
        await pilot.pause()
        assert_harmless(app.screen, name)
        sheet = ExplainScreen(Help(keys=((stranger, stranger),), explanation=stranger))
        await app.push_screen(sheet)
        sheet._terms = (Entry(term=stranger, also=(stranger,), text=stranger),)
        sheet._show("")
        await pilot.pause()
        assert_harmless(sheet, name)


async def test_the_wall_behind_the_door_stops_what_went_round_it() -> None:
    async with still() as (app, pilot):
        round_ = Static(id="round")
        await app.screen.query_one("#hello").mount(round_)
        round_.update(Content("\x1b]52;c;Y3VybA==\x07langs de deur\u202e"))
        await pilot.pause()
        assert "langs de deur" in text(app.screen)
        assert_harmless(app.screen, "wall")
        app.get_line_filters = lambda: ()  # type: ignore[method-assign]
        round_._styles_cache.clear()
        round_.refresh()
        await pilot.pause()
        with pytest.raises(AssertionError):
            assert_harmless(app.screen, "no wall")


async def test_private_text_stays_off_the_screens_of_players() -> None:
    play = played()
    secret = "GEHEIM-4711"
    scenario = play.setting.scenario
    injects = tuple(inject.model_copy(update={"note": secret, "expected": (secret,)}) for inject in scenario.injects)
    decisions = tuple(
        each.model_copy(
            update={
                "note": secret,
                "options": tuple(option.model_copy(update={"text": secret, "note": secret}) for option in each.options),
            }
        )
        for each in scenario.decisions
    )
    private = scenario.model_copy(update={"injects": injects, "decisions": decisions, "secret": secret})
    for screen, hidden in (("projector", True), ("seat", True), ("console", False)):
        async with showing(screen, picture(_on(play, private)), (200, 60)) as (app, _pilot):
            assert (secret not in text(app.screen)) is hidden, screen


def _on(play, scenario):  # type: ignore[no-untyped-def]
    from simulator.exercise.setting import Setting

    play.setting = Setting(scenario=scenario, landscape=play.setting.landscape, seed=play.setting.seed)
    return play


def test_values_in_a_frame_stay_text() -> None:
    content = framed("[b]$title[/]: $text", title="[red]kop[/]", text="$title [x]")
    assert content.plain == "[red]kop[/]: $title [x]"
    assert [span.style for span in content.spans] == ["b"]


def test_shown_text_keeps_its_characters_and_drops_what_steers() -> None:
    assert shown("[b]a[/]\n\x1b[31mé").plain == "[b]a[/]\n[31mé"


def test_prose_runs_on_and_lists_stay() -> None:
    wrapped = (
        "Dit is een regel die de schrijver heeft afgebroken om het\nbestand smal te houden.\n\nNieuwe alinea:\n- een\n- twee"
    )
    assert flowed(wrapped).plain == wrapped.replace("het\nbestand", "het bestand")


SURFACES = {"Static", "Label", "Option", "Button", "update", "add_row", "add_option", "set_label", "add_leaf"}
"""What reads a `str` as markup. `notify` is not among them: the app makes every toast plain text."""


def bare_text(tree: ast.Module) -> Iterator[int]:
    """Lines where a field of a value, or text put together on the spot, is handed to a surface without passing the door."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or ast.unparse(node.func).split(".")[-1] not in SURFACES:
            continue
        if any(word.arg == "markup" and ast.unparse(word.value) == "False" for word in node.keywords):
            continue
        for argument in node.args:
            if isinstance(argument, ast.JoinedStr | ast.Attribute | ast.Subscript) or _puts_together(argument):
                yield node.lineno


def _puts_together(argument: ast.expr) -> bool:
    if isinstance(argument, ast.BinOp):
        return True
    called = ast.unparse(argument.func).split(".")[-1] if isinstance(argument, ast.Call) else ""
    return called in ("str", "format", "plain", "strip", "replace")


def test_no_bare_text_is_handed_to_a_surface() -> None:
    root = Path(__file__).resolve().parents[2]
    trees = {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((root / "tui").rglob("*.py"))}
    assert {name: places for name, tree in trees.items() if (places := list(bare_text(tree)))} == {}


def test_the_search_for_bare_text_finds_planted_ones() -> None:
    planted = ast.parse("Static(row.title)\nlabel.update(f'{naam}')\nOption('a' + b)\nStatic(str(x))\nStatic(shown(row.title))")
    assert list(bare_text(planted)) == [1, 2, 3, 4]
