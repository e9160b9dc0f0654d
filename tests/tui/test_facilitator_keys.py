"""The keys of the console do what the key bar says."""

from __future__ import annotations

import pytest

from simulator.exercise.commands import (
    Command,
    Decide,
    DeclareReality,
    DeliverInject,
    HoldInject,
    Pause,
    Resume,
    Start,
    StartBobStep,
)
from simulator.exercise.events import Bob
from simulator.exercise.state import Phase
from tests.exercise.builders import SCENARIO, Play, setting, started
from tests.tui.console import console, hammer, press
from tui.dialogs.actions import ActionsDialog
from tui.dialogs.bob import BobDialog
from tui.dialogs.by_hand import CrewDialog, PriorityDialog, SetNodeDialog
from tui.dialogs.clock import ClockDialog
from tui.dialogs.decide import DecideDialog
from tui.dialogs.details import DetailsDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.end import EndDialog
from tui.dialogs.estimate import EstimateDialog
from tui.dialogs.improvise import ImproviseDialog
from tui.dialogs.jump import JumpDialog, RoundDialog
from tui.dialogs.observation import ObservationDialog
from tui.dialogs.own_words import OwnWordsDialog
from tui.dialogs.picture import PictureDialog
from tui.dialogs.prediction import PredictionDialog
from tui.dialogs.reality import RealityScreen
from tui.dialogs.report import ReportDialog
from tui.dialogs.why import MapDialog, WhyDialog
from tui.dialogs.withdraw import WithdrawDialog
from tui.screens.facilitator import FacilitatorScreen
from tui.screens.facilitator_keys import BINDINGS

TWO_ROUNDS = [
    {"id": "r1", "title": "Eerste uur", "at": "T+0:00", "until": "T+2:00"},
    {"id": "r2", "title": "De volgende dag", "at": "T+3:00", "until": "T+5:00"},
]


def decided() -> Play:
    play = started(setting(rounds=TWO_ROUNDS), 12)
    play.do(Decide(decision="afsluiten", option="noodprocedure"))
    return play


def test_every_key_has_a_dutch_description_and_an_id_of_its_own() -> None:
    keys = [key for binding in BINDINGS for key in binding.key.split(",")]
    ids = [binding.id for binding in BINDINGS]
    assert len(keys) == len(set(keys))
    assert len(ids) == len(set(ids))
    assert all(binding.description and binding.id for binding in BINDINGS)


async def test_the_space_bar_starts_pauses_and_goes_on() -> None:
    async with console(Play(setting())) as (app, pilot):
        await press(pilot, "space")
        assert app.asked == [Start()]
        await press(pilot, "space", "space")
        assert app.asked == [Start(), Pause(), Resume(factor=1)]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("d", DeliverInject(inject="uitval")),
        ("h", HoldInject(inject="uitval")),
        ("plus", Resume(factor=2)),
        ("f10", DeclareReality()),
        ("ctrl+x", DeclareReality()),
    ],
)
async def test_one_key_asks_for_one_thing(key: str, command: Command) -> None:
    async with console(started(setting())) as (app, pilot):
        await press(pilot, key)
        assert app.asked == [command]


DIALOGS: dict[str, type[Dialog]] = {
    "w": OwnWordsDialog,
    "y": WhyDialog,
    "m": MapDialog,
    "k": ReportDialog,
    "o": ObservationDialog,
    "e": DetailsDialog,
    "c": ClockDialog,
    "r": RoundDialog,
    "b": BobDialog,
    "j": JumpDialog,
    "i": ImproviseDialog,
    "u": WithdrawDialog,
    "s": SetNodeDialog,
    "p": PriorityDialog,
    "v": CrewDialog,
    "a": ActionsDialog,
    "f8": EndDialog,
    "g": PredictionDialog,
    "f": PictureDialog,
    "l": EstimateDialog,
}
ELSEWHERE = {"t", "x"}
"""Needs an open decision (`test_what_if`) or a councillor's question (`test_thinking_dialogs`)."""


async def test_a_key_opens_its_dialog_and_escape_asks_for_nothing() -> None:
    async with console(decided()) as (app, pilot):
        for key, dialog in DIALOGS.items():
            await press(pilot, key)
            assert isinstance(app.screen, dialog)
            await press(pilot, "escape")
            assert isinstance(app.screen, FacilitatorScreen)
        assert app.asked == []


async def test_every_key_that_opens_a_dialog_is_tried() -> None:
    assert set(DIALOGS) | ELSEWHERE == {binding.key for binding in BINDINGS if binding.action.startswith("open(")}


async def test_q_asks_the_app_to_leave() -> None:
    async with console(started(setting())) as (app, pilot):
        await press(pilot, "q")
        assert app.left


async def test_a_nervous_hand_delivers_once() -> None:
    reserve = SCENARIO["injects"][1]
    play = started(setting(injects=[*SCENARIO["injects"], {**reserve, "id": "radio", "title": "De radio belt"}]), 25)
    async with console(play) as (app, pilot):
        await hammer(pilot, "d", "d", "d")
        assert app.asked == [DeliverInject(inject="pers")]


async def test_a_second_press_counts_from_what_the_first_one_showed() -> None:
    async with console(Play(setting())) as (app, pilot):
        app.slow = True
        await press(pilot, "space", "space", "space")
        assert app.asked == [Start()]
        app.desk._answered("time")
        await hammer(pilot, "space")
        assert app.asked == [Start()]
        await press(pilot, "space")
        assert app.asked == [Start(), Start()]


async def test_three_keys_record_a_decision() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "3")
        await press(pilot, "enter", "2", "enter")
        assert app.asked == [Decide(decision="afsluiten", option="later")]
        assert isinstance(app.screen, FacilitatorScreen)
        assert app.play.state.standing("afsluiten") is not None


async def test_a_second_enter_does_not_record_a_decision_twice() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        app.slow = True
        await press(pilot, "3", "enter", "1", "enter", "enter", "enter")
        assert [type(command) for command in app.asked] == [Decide]


async def test_enter_held_down_records_no_decision_and_opens_no_other() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "3")
        await hammer(pilot, *["enter"] * 8)
        assert app.asked == []
        await press(pilot, "2")
        await hammer(pilot, *["enter"] * 4)
        assert app.asked == [Decide(decision="afsluiten", option="later")]
        assert isinstance(app.screen, FacilitatorScreen)


async def test_own_words_take_four_keys_besides_the_words() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "w")
        await pilot.press(*"bank los")
        await press(pilot, "enter", "i", "enter")
        assert len(app.asked) == 1
        (command,) = app.asked
        assert isinstance(command, Decide)
        assert (command.words, command.effect) == ("bank los", "isolate")
        assert command.target in app.play.setting.nodes
        assert isinstance(app.screen, FacilitatorScreen)


async def test_own_words_without_effect_take_no_letter() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "3", "enter", "w")
        await pilot.press(*"afwachten")
        await press(pilot, "enter", "enter")
        assert app.asked == [Decide(decision="afsluiten", words="afwachten")]


async def test_one_digit_records_the_step_of_the_meeting() -> None:
    async with console(started(setting())) as (app, pilot):
        await press(pilot, "b", "2")
        assert app.asked == [StartBobStep(step=Bob.OORDEELSVORMING)]
        assert isinstance(app.screen, FacilitatorScreen)


async def test_letters_typed_in_a_dialog_are_text_and_no_keys() -> None:
    async with console(decided()) as (app, pilot):
        await press(pilot, "o")
        await pilot.press(*"dhwqyujx 123+-")
        await pilot.pause()
        assert app.asked == []
        assert app.screen.query_one("#text").value == "dhwqyujx 123+-"  # type: ignore[attr-defined]


async def test_going_on_after_a_real_emergency_takes_two_keys() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "f10")
        assert isinstance(app.screen, RealityScreen)
        assert "DIT IS ECHT" in app.text
        await press(pilot, "j", "enter", "space", "d")
        assert app.play.state.phase is Phase.REALITY
        await press(pilot, "v", "escape", "j")
        assert app.play.state.phase is Phase.REALITY
        await press(pilot, "v", "j")
        assert app.play.state.phase is Phase.PAUSED
        assert isinstance(app.screen, FacilitatorScreen)


async def test_reality_stops_the_exercise_from_any_dialog_and_keeps_what_was_typed() -> None:
    async with console(decided()) as (app, pilot):
        for key in DIALOGS:
            await press(pilot, key)
            dialog = app.screen
            await press(pilot, "ctrl+x")
            assert app.play.state.phase is Phase.REALITY
            assert isinstance(app.screen, RealityScreen)
            await press(pilot, "v", "j")
            assert app.screen is dialog
            await press(pilot, "escape")


async def test_enter_on_an_open_decision_shows_its_options_and_private_note() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "3", "enter")
        assert isinstance(app.screen, DecideDialog)
        assert "Balie op papier" in app.text
