"""What any journal promises, whether it is a file or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import CommandRefused, ConcurrentAppend
from simulator.exercise.events import ClockMissed, Event, ObservationNoted, Stamped
from simulator.journal.memory import MemoryJournal
from simulator.journal.protocol import START, Journal, Position
from simulator.journal.sqlite import SqliteJournal
from tests.journal.builders import HEADER, OEFENLEIDER, exercise_file, ids, noted, notes
from tests.journal.strategies import events

Opener = Callable[[], Journal]
NINE = "2026-11-05T09:00:00.000+00:00"


@pytest.fixture(params=["bestand", "geheugen"])
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Opens the same exercise once more."""
    if request.param == "geheugen":
        yield MemoryJournal(HEADER, wall=lambda: NINE, new_id=ids()).another
        return
    path, new_id = exercise_file(tmp_path), ids()
    with ExitStack() as stack:
        yield lambda: stack.enter_context(SqliteJournal.open(path, wall=lambda: NINE, new_id=new_id))


def test_what_is_appended_is_read_in_order_without_a_gap(another: Opener) -> None:
    journal = another()
    appended = journal.append(0, notes(0, 3), OEFENLEIDER) + journal.append(3, notes(3, 2), "rol:ciso")
    assert journal.read() == another().read() == appended
    assert [record.seq for record in appended] == [1, 2, 3, 4, 5]
    assert [record.actor for record in appended] == [OEFENLEIDER] * 3 + ["rol:ciso"] * 2
    assert journal.read(3) == appended[3:]
    assert journal.read(5) == ()


def test_each_event_has_an_id_and_a_wall_time(another: Opener) -> None:
    first, second = another().append(0, notes(0, 2), OEFENLEIDER)
    assert (first.id, second.id, first.wall) == ("id-1", "id-2", NINE)


def test_an_event_may_have_an_actor_of_its_own(another: Opener) -> None:
    due = Stamped(minute=1, event=ClockMissed(clock="avg-72"), actor="systeem")
    records = another().append(0, [noted(1), due], "rol:ciso")
    assert [record.actor for record in records] == ["rol:ciso", "systeem"]


def test_appending_nothing_writes_nothing(another: Opener) -> None:
    journal = another()
    assert journal.append(0, [], OEFENLEIDER) == ()
    assert journal.read() == ()


def test_who_comes_late_is_told_and_nothing_is_written(another: Opener) -> None:
    console, seat = another(), another()
    console.append(0, notes(0, 2), OEFENLEIDER)
    with pytest.raises(ConcurrentAppend):
        seat.append(0, notes(0, 2), "rol:ciso")
    assert len(console.read()) == 2
    assert [record.seq for record in seat.append(2, notes(2, 1), "rol:ciso")] == [3]


def test_exercise_time_cannot_run_back(another: Opener) -> None:
    journal = another()
    late, early = (Stamped(minute=minute, event=ClockMissed(clock="avg-72")) for minute in (30, 29))
    with pytest.raises(CommandRefused, match="niet terug"):
        journal.append(0, [late, early], OEFENLEIDER)
    journal.append(0, [late], OEFENLEIDER)
    with pytest.raises(CommandRefused, match="niet terug"):
        journal.append(1, [early], OEFENLEIDER)
    assert len(journal.read()) == 1


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x9b", "\u202e", "\ud800", "\u200b"])
def test_text_that_steers_a_screen_is_refused_and_nothing_is_written(another: Opener, sign: str) -> None:
    journal = another()
    with pytest.raises(CommandRefused, match="onzichtbare tekens"):
        journal.append(0, [noted(1), noted(2, f"Bel de {sign}]52;c; wethouder")], OEFENLEIDER)
    with pytest.raises(CommandRefused, match="onzichtbare tekens"):
        journal.append(0, [noted(1)], f"rol:{sign}")
    with pytest.raises(CommandRefused):
        journal.give_name("p1", f"Anna{sign}")
    assert journal.read() == ()
    assert journal.names() == {}


def test_the_clock_stands_where_it_stood(another: Opener) -> None:
    journal = another()
    assert journal.position() == START
    journal.mark(Position(seconds=754, running=True, factor=5))
    assert another().position() == Position(seconds=754, running=True, factor=5, heartbeat=NINE)


def test_names_can_be_given_changed_and_forgotten(another: Opener) -> None:
    journal = another()
    journal.give_name("p1", "  Anna   de Wit ")
    journal.give_name("p2", "Bram")
    journal.give_name("p2", "Bram Smit")
    assert another().names() == {"p1": "Anna de Wit", "p2": "Bram Smit"}
    journal.forget_name("p1")
    journal.forget_name("p3")
    assert another().names() == {"p2": "Bram Smit"}


def test_names_and_position_leave_the_hashes_alone(another: Opener) -> None:
    journal = another()
    before = journal.append(0, notes(0, 2), OEFENLEIDER)
    journal.give_name("p1", "Anna")
    journal.mark(Position(seconds=1, running=False, factor=1))
    assert journal.read() == before


def test_changes_by_others_are_told_once_and_own_ones_never(another: Opener) -> None:
    console, seat = another(), another()
    assert not seat.changed()
    console.append(0, notes(0, 1), OEFENLEIDER)
    assert not console.changed()
    assert seat.changed()
    assert not seat.changed()
    console.mark(Position(seconds=1, running=False, factor=1))
    assert seat.changed()


def test_closing_twice_is_allowed(another: Opener) -> None:
    journal = another()
    journal.close()
    journal.close()


def test_the_header_is_kept(another: Opener) -> None:
    assert another().header == HEADER


@given(happened=st.lists(events, max_size=6), cut=st.integers(min_value=0, max_value=6))
def test_the_hashes_do_not_depend_on_how_appends_were_cut(happened: list[Event], cut: int) -> None:
    stamps = [Stamped(minute=3, event=event) for event in happened]
    at_once, in_two = (MemoryJournal(HEADER, wall=lambda: NINE, new_id=ids()) for _ in range(2))
    at_once.append(0, stamps, OEFENLEIDER)
    in_two.append(0, stamps[:cut], OEFENLEIDER)
    in_two.append(len(stamps[:cut]), stamps[cut:], OEFENLEIDER)
    assert at_once.read() == in_two.read()


def test_another_exercise_with_the_same_events_has_other_hashes() -> None:
    events = [Stamped(minute=0, event=ObservationNoted(text="Rustig", question="", role=""))]
    hashes = set()
    for header in (HEADER, replace(HEADER, exercise="oefening-2"), replace(HEADER, seed=8), replace(HEADER, scenario="{}")):
        journal = MemoryJournal(header, wall=lambda: NINE, new_id=ids())
        hashes.add(journal.append(0, events, OEFENLEIDER)[0].hash)
    assert len(hashes) == 4
