"""The console shows the essentials at every size, keeps its place while time runs, and takes text as text."""

from __future__ import annotations

from typing import Any

import pytest
from textual.content import Content
from textual.events import MouseScrollDown

from simulator.exercise.commands import Decide, DeliverInject, End, HoldInject, ReportNode
from simulator.exercise.setting import Setting
from tests.exercise.builders import SCENARIO, Play, setting, started
from tests.tui.console import console, press
from tui.widgets.board import BoardTable
from tui.widgets.brief import brief
from tui.widgets.decisions import DecisionsTable
from tui.widgets.draaiboek import DraaiboekTable
from tui.widgets.log import LogTable
from tui.widgets.pane import Pane
from tui.widgets.rows import Rows

SIZES = ((80, 24), (100, 30), (120, 40), (200, 60))
HOSTILE = "[@click=app.bell]druk[/] [/etc/passwd] \x1b[31m\u202eomgekeerd $error"


def told(**changes: str) -> list[dict[str, Any]]:
    """The injects of the small story, with the first one told otherwise."""
    first, *rest = SCENARIO["injects"]
    return [{**first, **changes}, *rest]


def hostile() -> Setting:
    """A story that came round the loader: with what a file may never hold."""
    written = setting()
    first, *rest = written.scenario.injects
    first = first.model_copy(update={"title": HOSTILE, "text": HOSTILE, "note": HOSTILE})
    return Setting(scenario=written.scenario.model_copy(update={"injects": (first, *rest)}), landscape=written.landscape, seed=1)


@pytest.mark.parametrize("size", SIZES)
async def test_clock_phase_next_inject_urgent_clock_and_what_is_down_are_always_there(size: tuple[int, int]) -> None:
    async with console(started(setting(injects=told(), end="T+8:00"), 12), size) as (app, _):
        bar = "\n".join(app.lines[:4])
        for words in ("▶ loopt 1×", "ma 08:42", "○ 2 plat", "◐ 0 deels", "? 1 open", "◷ nog 58 min", "Datalek"):
            assert words in bar
        assert all(len(line) <= size[0] for line in app.lines)
        assert "F10 Dit is echt!" in app.text
        assert "spatie Start/pauze" in app.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_end_of_the_story_is_told_once_and_stays_in_the_bar_until_the_exercise_is_ended(size: tuple[int, int]) -> None:
    play = started(setting(end="T+1:00"), 59)
    async with console(play, size) as (app, pilot):
        assert "┤ verhaal uit" not in app.lines[0] + app.lines[1]
        for minute in (60, 61, 62):
            play.until(minute)
            app.show_now()
            await pilot.pause()
            assert "┤ verhaal uit" in app.lines[0] + app.lines[1]
        assert ["F8" in each.message for each in app._notifications] == [True]
        play.do(End())
        app.show_now()
        await pilot.pause()
        assert "┤ verhaal uit" not in app.lines[0] + app.lines[1]


async def test_the_next_inject_counts_down_and_by_the_second_near_its_time() -> None:
    async with console(started(setting(), 0)) as (app, pilot):
        assert "d geeft ◆ Het netwerk ligt plat   komt ma 08:40 over 10 min" in app.text
        app.desk.tell_time(8 * 60 + 30)
        await pilot.pause()
        assert "ma 08:38" in app.text
        assert "over 1:30" in app.text


LATER = {**SCENARIO["injects"][0], "id": "later", "title": "De kelder loopt vol", "at": "T+0:40", "asks": [], "starts": []}


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
async def test_kern_and_reserve_are_told_apart_and_d_says_which_of_them_it_gives(size: tuple[int, int]) -> None:
    play = started(setting(injects=[*SCENARIO["injects"], LATER]), 25)
    async with console(play, size) as (app, pilot):
        assert "◆ ✓ gegeven" in app.text
        assert "◇ ▶ nu" in app.text
        assert "d geeft ◇ De krant belt" in app.text
        assert ("straks ◆ ma 09:10 over 15 min" in app.text) == (size[0] >= 120)
        await press(pilot, "h")
        assert app.asked == [HoldInject(inject="pers")]
        assert "◇ ‖ vast" in app.text
        assert "d geeft ◆ De kelde" in app.text
        await press(pilot, "1", "home", "down", "enter", "d")
        assert app.asked[-1] == DeliverInject(inject="pers")


async def test_a_dilemma_of_which_the_default_holds_is_not_counted_as_open() -> None:
    play = started(setting(), 12)
    async with console(play) as (app, pilot):
        assert "? 1 open besluit" in app.text
        play.until(200)
        app.show_now()
        await pilot.pause()
        assert play.state.decisions["afsluiten"].default_minute >= 0
        assert "open besluit" not in app.text
        assert "▲ 1 te laat" in app.text


@pytest.mark.parametrize(("size", "panes"), [((80, 24), 1), ((100, 30), 1), ((120, 40), 5), ((200, 60), 5)])
async def test_panes_stand_side_by_side_where_there_is_room(size: tuple[int, int], panes: int) -> None:
    async with console(started(setting(), 12), size) as (app, _):
        assert sum(pane.region.area > 0 for pane in app.desk.query(Pane)) == panes
        assert all(table.region.height > 1 for table in app.desk.query(Rows) if table.is_on_screen)


async def test_digits_bring_a_pane_forward_on_a_small_screen() -> None:
    async with console(started(setting(), 12), (80, 24)) as (app, pilot):
        assert "Sluiten we de balie af?" not in "\n".join(app.lines[3:13])
        await press(pilot, "3")
        assert "Sluiten we de balie af?" in app.text
        await press(pilot, "2")
        assert "○ ligt plat" in app.text


async def test_a_tab_is_a_click_away() -> None:
    async with console(started(setting(), 12), (80, 24)) as (app, pilot):
        column = app.lines[2].index("Klokken")
        await pilot.click(offset=(column, 2))
        await pilot.pause()
        assert "Datalek melden" in "\n".join(app.lines[3:])


async def test_a_key_in_the_bar_can_be_clicked() -> None:
    async with console(started(setting())) as (app, pilot):
        row = len(app.lines) - 2
        column = app.lines[row].index("Geef bericht")
        await pilot.click(offset=(column, row))
        await pilot.pause()
        assert len(app.asked) == 1


async def test_the_board_tells_truth_and_what_is_known_apart() -> None:
    async with console(started(setting(), 12), (200, 60)) as (app, pilot):
        row = next(line for line in app.lines if "Burgerzaken" in line)
        assert "○ ligt plat" in row
        assert "≠ niet gemeld" in row
        app.play.do(ReportNode(node="burgerzaken"))
        app.show_now()
        await pilot.pause()
        assert "= zo bekend" in next(line for line in app.lines if "Burgerzaken" in line)


async def test_the_selected_inject_shows_what_is_private() -> None:
    injects = told(note="Wacht op de CISO.")
    injects[0] |= {"expected": ["Iemand belt"], "questions": ["K7"], "call": {"opening": "Hallo?", "withholds": ["wie het was"]}}
    async with console(Play(setting(injects=injects)), (200, 60)) as (app, _):
        for words in ("Wacht op de CISO.", "Iemand belt", "K7", "Hallo?", "wie het was"):
            assert words in app.text


async def test_the_cursor_goes_along_with_what_comes_next_unless_one_reads_something_else() -> None:
    async with console(started(setting(), 0)) as (app, pilot):
        table = app.desk.query_one(DraaiboekTable)
        assert table.current == "uitval"
        app.play.until(25)
        app.show_now()
        await pilot.pause()
        assert table.current == "pers"
        await press(pilot, "end")
        reading = table.current
        assert reading != "pers"
        app.play.until(45)
        app.show_now()
        await pilot.pause()
        assert table.current == reading


async def test_a_chosen_node_stays_chosen_while_the_board_is_sorted_anew() -> None:
    async with console(started(setting(), 0)) as (app, pilot):
        await press(pilot, "2", "end")
        board = app.desk.query_one(BoardTable)
        before = board.current
        app.play.until(12)
        app.show_now()
        await pilot.pause()
        assert board.current == before


async def test_the_log_follows_until_one_reads_back() -> None:
    async with console(started(setting(), 0)) as (app, pilot):
        log = app.desk.query_one(LogTable)
        app.play.until(12)
        app.show_now()
        await pilot.pause()
        assert log.cursor_row == log.row_count - 1
        await press(pilot, "5", "home")
        app.play.do(Decide(words="Wachten"))
        app.show_now()
        await pilot.pause()
        assert log.cursor_row == 0


async def test_nothing_is_drawn_anew_when_nothing_changed() -> None:
    async with console(started(setting(), 12)) as (app, pilot):
        await pilot.pause()
        shown = app.desk._overview
        counts = [table._update_count for table in app.desk.query(Rows)]
        app.desk.tell_time(12 * 60 + 20)
        await pilot.pause()
        assert app.desk._overview is shown
        assert [table._update_count for table in app.desk.query(Rows)] == counts


@pytest.mark.parametrize("size", SIZES)
async def test_text_of_strangers_stays_text(size: tuple[int, int]) -> None:
    async with console(started(hostile(), 12), size) as (app, pilot):
        assert "[@click=app.bell]druk[/]" in app.text
        await press(pilot, "1", "home", "enter")
        assert "[@click=app.bell]druk[/] [/etc/passwd]" in app.text
        assert not any(character in app.text for character in ("\x1b", "\u202e"))


async def test_a_record_shows_what_is_still_to_be_filled_in() -> None:
    play = started(setting(), 12)
    play.do(Decide(decision="afsluiten", option="noodprocedure"))
    async with console(play) as (app, _):
        assert "nog aan te vullen" in app.text
        assert app.desk.query_one(DecisionsTable).current == "record:b1"


DURATIONS = [(0, "0 min"), (59, "59 min"), (-40, "40 min"), (60, "1 u"), (150, "2 u 30"), (630, "10 u"), (5760, "4 dagen")]


@pytest.mark.parametrize(("minutes", "words"), DURATIONS)
def test_durations_are_told_in_few_characters(minutes: int, words: str) -> None:
    assert brief(minutes) == words


async def test_the_cursor_moves_without_laying_out_the_screen_anew() -> None:
    async with console(started(setting(), 12), (200, 60)) as (app, pilot):
        layouts: list[object] = []
        app.desk.screen_layout_refresh_signal.subscribe(app.desk, layouts.append)
        await press(pilot, "down", "up", "2", "down")
        layouts.clear()
        await press(pilot, "down", "up")
        assert layouts == []


async def test_a_sheet_says_that_there_is_more_and_turns_by_the_wheel() -> None:
    async with console(started(setting(injects=told(text="\n\n".join(f"Regel {n}" for n in range(40)))), 12)) as (app, pilot):
        assert "↓ meer: ⏎ leest het in zijn geheel" in app.text
        assert "Regel 39" not in app.text
        for _ in range(40):
            await pilot._post_mouse_events([MouseScrollDown], "#inject", button=0)
        await pilot.pause()
        assert "Regel 39" in app.text
        assert "↓ meer" not in app.text


async def test_a_change_of_colour_alone_reaches_the_table() -> None:
    class Board(Rows):
        COLUMNS = BoardTable.COLUMNS[:2]

    from textual.app import App

    class Host(App[None]):
        def compose(self):  # type: ignore[no-untyped-def]
            yield Board()

    async with Host().run_test() as pilot:
        table = pilot.app.query_one(Board)
        table.show({"bank": (Content("● werkt"), Content("Bank"))})
        table.show({"bank": (Content.styled("● werkt", "bold"), Content("Bank"))})
        assert table.get_row("bank")[0].spans
