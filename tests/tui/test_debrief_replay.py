"""Looking back: any minute is as it was, however one comes there."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from simulator.exercise.evolve import evolve
from simulator.exercise.state import State
from tests.exercise.builders import Play
from tests.tui.looking import ended, weighable, with_names
from tests.tui.showing import picture
from tui.debrief.replay import EVERY, Lane, Replay

PLAY = weighable()


def replay(play: Play, events: int | None = None, before: Replay | None = None) -> Replay:
    return Replay(play.setting, picture(play).recorded[:events], before)


def folded(play: Play, minute: int) -> State:
    """The state by the plain way: all events up to that minute, one by one."""
    state = State()
    for each in play.stamped:
        if each.minute <= minute:
            state = evolve(state, each)
    return replace(state, minute=minute)


@given(st.lists(st.integers(0, 520), min_size=1, max_size=6))
def test_a_minute_is_the_same_in_whatever_order_one_looks(minutes: list[int]) -> None:
    found = replay(PLAY)
    assert [found.state_at(minute) for minute in minutes] == [folded(PLAY, minute) for minute in minutes]


def test_what_was_kept_of_a_shorter_exercise_is_right_in_the_longer_one() -> None:
    half = replay(PLAY, len(PLAY.stamped) // 2)
    half.state_at(half.last)
    whole = replay(PLAY, before=half)
    assert len(PLAY.stamped) > EVERY
    assert whole.state_at(whole.last) == folded(PLAY, whole.last)


def test_another_exercise_takes_nothing_over() -> None:
    other = replay(ended())
    other.state_at(other.last)
    assert replay(PLAY, before=other).state_at(100) == folded(PLAY, 100)


def test_steps_go_from_happening_to_happening_and_end_at_the_ends() -> None:
    found = replay(ended())
    forth, back = [0], [found.last]
    while found.step(forth[-1], 1) != forth[-1]:
        forth.append(found.step(forth[-1], 1))
    while found.step(back[-1], -1) != back[-1]:
        back.append(found.step(back[-1], -1))
    assert tuple(forth) == found.stops == tuple(reversed(back))
    assert 10 in forth
    assert forth[-1] == 120


def test_a_round_step_goes_to_where_rounds_begin() -> None:
    found = replay(PLAY)
    assert found.round_step(30, -1) == 0
    assert found.round_step(30, 1) == found.last
    assert found.round_at(30) == "Eerste uur"


def test_the_line_never_runs_back() -> None:
    found = replay(PLAY)
    places = [found.place(minute) for minute in range(found.last + 1)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0.0, 1.0)


def test_the_line_marks_decisions_messages_and_clocks() -> None:
    marks = {(mark.lane, mark.sign) for mark in replay(ended()).marks}
    assert {(Lane.BESLUIT, "◆"), (Lane.BERICHT, "▪"), (Lane.KLOK, "✓")} <= marks


def test_between_two_happenings_one_reads_what_happened_last() -> None:
    found = replay(ended())
    assert found.happened(11) == found.happened(10) != ()
    assert {entry.minute for entry in found.happened(11)} == {10}


def test_notes_about_people_are_not_played_back() -> None:
    found = replay(with_names("Noor Visser"))
    assert found.entries
    assert not any("Visser" in entry.text for entry in found.entries)


def test_an_exercise_in_which_nothing_happened_can_be_looked_back_on() -> None:
    found = Replay(PLAY.setting, ())
    assert (found.stops, found.last, found.place(0), found.step(0, 1), found.happened(0)) == ((0,), 0, 0.0, 0, ())
