"""Dialogs ask for what they say, keep what was typed when it is refused, and say what is wrong."""

from __future__ import annotations

from typing import Any

from textual.events import Paste
from textual.widgets import Input

from simulator.exercise.commands import (
    AddAction,
    AddCrew,
    Decide,
    DeclareReality,
    DetailDecision,
    EnterWords,
    ImproviseInject,
    Jump,
    MarkActionDone,
    MeetClock,
    NextRound,
    NoteObservation,
    ReportNode,
    SetNode,
    SetPriority,
    WithdrawDecision,
)
from simulator.exercise.setting import Setting
from simulator.scenario.council.load import vocabulary
from simulator.scenario.landscape import Landscape
from tests.exercise.builders import LANDSCAPE, Play, setting, started
from tests.tui.console import Console, console, press
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import LONGEST, Choices
from tui.screens.facilitator import FacilitatorScreen

TWO_ROUNDS = [
    {"id": "r1", "title": "Eerste uur", "at": "T+0:00", "until": "T+2:00"},
    {"id": "r2", "title": "De volgende dag", "at": "T+3:00", "until": "T+5:00"},
]


def decided() -> Play:
    play = started(setting(rounds=TWO_ROUNDS), 12)
    play.do(Decide(decision="afsluiten", option="noodprocedure"))
    return play


def on_ground(nodes: list[dict[str, Any]]) -> Setting:
    landscape = Landscape.model_validate({**LANDSCAPE, "nodes": nodes})
    return Setting(scenario=setting().scenario, landscape=landscape, seed=1)


async def test_a_refused_set_keeps_the_dialog_and_its_reason() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "j")
        await pilot.press(*"T+0:05")
        await press(pilot, "enter")
        assert app.refused == ["U kunt alleen vooruit springen in de tijd."]
        assert isinstance(app.screen, Dialog)
        assert app.screen.query_one("#to", Input).value == "T+0:05"


async def test_keys_typed_during_a_long_jump_do_not_land_in_the_dialog_that_is_closing() -> None:
    async with console(started(setting())) as (app, pilot):
        await press(pilot, "j")
        await pilot.press(*"+30")
        app.slow = True
        await press(pilot, "enter", "9", "tab", "space", "escape", "enter")
        assert app.asked == [Jump(to=30)]
        assert app.screen.query_one("#to", Input).value == "+30"
        assert "Wordt vastgelegd" in app.text
        await press(pilot, "ctrl+x")
        assert app.asked[-1] == DeclareReality()


async def test_a_time_that_is_no_time_is_said_and_nothing_is_asked() -> None:
    async with console(started(setting())) as (app, pilot):
        await press(pilot, "j")
        await pilot.press(*"straks")
        await press(pilot, "enter")
        assert app.asked == []
        assert app.screen.query_one("#to", Input).value == "straks"


async def test_a_jump_lists_what_falls_due_and_holds_what_is_unticked() -> None:
    async with console(started(setting())) as (app, pilot):
        await press(pilot, "j")
        await pilot.press(*"+30")
        await pilot.pause()
        assert "Het netwerk ligt plat" in app.text
        await press(pilot, "tab", "space", "enter")
        assert app.asked == [Jump(to=30, hold=("uitval",))]


async def test_the_next_round_begins_by_enter() -> None:
    async with console(decided()) as (app, pilot):
        await press(pilot, "r")
        await pilot.pause()
        assert "De volgende dag" in app.text
        await press(pilot, "enter")
        assert app.asked == [NextRound()]
        assert isinstance(app.screen, FacilitatorScreen)


async def test_an_observation_is_one_line_and_enter() -> None:
    async with console(started(setting())) as (app, pilot):
        await press(pilot, "o", "enter")
        assert app.asked == []
        await pilot.press(*"niemand belt")
        await press(pilot, "enter")
        assert app.asked == [NoteObservation(text="niemand belt")]


async def test_an_improvised_inject_goes_from_title_to_text() -> None:
    async with console(started(setting())) as (app, pilot):
        await press(pilot, "i")
        await pilot.press(*"Storing")
        await press(pilot, "enter")
        await pilot.press(*"De telefoon zwijgt")
        await press(pilot, "enter")
        assert app.asked == [ImproviseInject(title="Storing", text="De telefoon zwijgt")]


async def test_a_node_is_set_with_a_reason_and_never_without() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "s", "enter")
        assert app.asked == []
        await pilot.press(*"staat elders")
        await press(pilot, "enter")
        assert app.asked == [SetNode(node="burgerzaken", up=True, reason="staat elders")]


async def test_a_node_is_made_known_as_it_truly_is_by_two_keys() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "k", "enter")
        assert app.asked == [ReportNode(node="burgerzaken")]


async def test_another_level_than_the_truth_can_be_made_known() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "k", "end", "tab")
        await pilot.press(*"250")
        await press(pilot, "enter")
        assert app.asked == []
        await press(pilot, "backspace")
        await press(pilot, "enter")
        assert app.asked == [ReportNode(node="burgerzaken", level=25)]


async def test_a_running_clock_is_met_in_the_past() -> None:
    async with console(started(setting(), 30)) as (app, pilot):
        await press(pilot, "4", "enter", "tab")
        await pilot.press(*"8:45")
        await press(pilot, "enter")
        assert app.asked == [MeetClock(clock="datalek", at=15)]


async def test_details_are_filled_in_later() -> None:
    async with console(decided()) as (app, pilot):
        await press(pilot, "e", "down", "tab")
        await pilot.press(*"veilig")
        await press(pilot, "enter")
        assert app.asked == [DetailDecision(record="b1", by="burgemeester", motivation="veilig", decided_at=12)]


async def test_own_words_are_recorded_without_an_act_by_the_same_keys_and_with_one_after_tab() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "w")
        await pilot.press(*"Wij bellen")
        await press(pilot, "enter", "n", "enter")
        assert app.asked == [Decide(words="Wij bellen")]
        await press(pilot, "w")
        await pilot.press(*"Wij bellen nu")
        await press(pilot, "enter", "n", "tab", "down", "enter")
        assert app.asked[-1] == Decide(words="Wij bellen nu", act=next(iter(vocabulary().acts)))


async def test_which_act_own_words_were_is_filled_in_later_and_not_asked_about_an_option() -> None:
    play = started(setting(), 12)
    play.do(Decide(words="Wij bellen"))
    async with console(play) as (app, pilot):
        await press(pilot, "e")
        assert "Om welke handeling gaat het?" in app.text
        await press(pilot, "tab", "tab", "tab", "tab", "tab", "down", "enter")
        assert app.asked == [DetailDecision(record="b1", act=next(iter(vocabulary().acts)), decided_at=12)]
        await press(pilot, "e")
        assert app.screen.query_one("#act", Choices).value == next(iter(vocabulary().acts))
    async with console(decided()) as (app, pilot):
        await press(pilot, "e")
        assert "Om welke handeling gaat het?" not in app.text


async def test_only_nodes_that_the_chosen_effect_fits_are_listed() -> None:
    street = {"id": "sluis", "name": "Sluis", "kind": "effect", "needs": [{"of": ["netwerk"]}]}
    async with console(started(on_ground([*LANDSCAPE["nodes"], street]), 12)) as (app, pilot):
        await press(pilot, "w")
        await pilot.press(*"x")
        await press(pilot, "enter", "f")
        listed = app.screen.query_one("#target", Choices)
        assert listed.values == ("burgerzaken",)
        await press(pilot, "shift+tab", "i")
        assert set(listed.values) == {"burgerzaken", "netwerk", "bank"}
        await press(pilot, "shift+tab", "p")
        assert set(listed.values) == {"burgerzaken", "netwerk", "bank", "sluis"}
        await press(pilot, "enter")
        assert app.refused == []
        assert [type(each) for each in app.asked] == [Decide]


async def test_an_effect_that_fits_nowhere_is_said_and_nothing_is_asked() -> None:
    bare = [{key: value for key, value in node.items() if key != "fallback"} for node in LANDSCAPE["nodes"]]
    async with console(started(on_ground(bare), 12)) as (app, pilot):
        await press(pilot, "w")
        await pilot.press(*"x")
        await press(pilot, "enter", "f", "enter")
        assert app.asked == []
        assert ["past nergens" in each.message for each in app._notifications] == [True]


async def test_a_withdrawn_decision_has_a_reason_and_stays_in_the_list() -> None:
    async with console(decided()) as (app, pilot):
        await press(pilot, "u")
        await pilot.press(*"vergissing")
        await press(pilot, "enter")
        assert app.asked == [WithdrawDecision(record="b1", reason="vergissing")]
        assert "ingetrokken" in app.text


async def test_an_action_is_done_by_enter_and_added_by_text() -> None:
    async with console(decided()) as (app, pilot):
        await press(pilot, "a", "enter")
        assert app.asked == [MarkActionDone(action="poster")]
        await press(pilot, "a", "tab")
        await pilot.press(*"Bel")
        await press(pilot, "enter")
        assert app.asked[-1] == AddAction(text="Bel", owner="burgemeester")


async def test_what_a_role_wrote_at_its_seat_becomes_a_decision() -> None:
    play = started(setting(), 12)
    play.do(EnterWords(role="ciso", decision="afsluiten", text="Wij bellen de bank"))
    async with console(play) as (app, pilot):
        await press(pilot, "5", "enter", "w", "enter", "enter")
        assert app.asked == [Decide(decision="afsluiten", words="Wij bellen de bank", by="ciso")]


async def test_people_are_added_and_priority_is_given() -> None:
    async with console(decided()) as (app, pilot):
        await press(pilot, "v", "enter")
        await press(pilot, "p", "enter")
        assert app.asked == [AddCrew(crew="ict"), SetPriority(node="burgerzaken", priority=10)]


async def test_a_letter_goes_to_the_line_that_begins_with_it() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "s", "shift+tab", "n")
        assert app.screen.query_one("#node", Choices).value == "netwerk"


async def test_a_click_picks_and_a_click_on_the_hint_records() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "3", "enter")
        await pilot.click(offset=place_of(app, "2  Eerst afwachten, dan afsluiten"))
        await pilot.pause()
        assert app.asked == []
        await pilot.click(offset=place_of(app, "Leg vast"))
        await pilot.pause()
        assert app.asked == [Decide(decision="afsluiten", option="later")]


async def test_a_click_on_a_hint_closes_the_dialog() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "o")
        await pilot.click(offset=place_of(app, "esc sluit"))
        await pilot.pause()
        assert isinstance(app.screen, FacilitatorScreen)
        assert app.asked == []


async def test_a_paste_of_several_lines_stays_whole_and_a_long_one_is_cut_and_said() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await press(pilot, "o")
        app.screen.focused.post_message(Paste("Burgemeester belt:\nde raad\n\twil één antwoord"))  # type: ignore[union-attr]
        await pilot.pause()
        assert app.screen.query_one("#text", Input).value == "Burgemeester belt: de raad wil één antwoord"
        app.screen.focused.post_message(Paste("nee " * 20_000))  # type: ignore[union-attr]
        await pilot.pause()
        assert len(app.screen.query_one("#text", Input).value) == LONGEST
        assert ["het einde is eraf" in each.message for each in app._notifications] == [True]


def place_of(app: Console, words: str) -> tuple[int, int]:
    """Column and row of words on the screen."""
    return next((line.index(words) + 1, row) for row, line in enumerate(app.lines) if words in line)
