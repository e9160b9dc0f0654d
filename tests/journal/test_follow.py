"""Projector and seats: each event once, in order, soon."""

from __future__ import annotations

import sqlite3
import statistics
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import JournalUnavailable
from simulator.exercise.events import Recorded
from simulator.journal.follow import POLL_SECONDS, Follower
from simulator.journal.memory import MemoryJournal
from simulator.journal.protocol import START, Position
from simulator.journal.sqlite import SqliteJournal
from tests.journal.builders import HEADER, OEFENLEIDER, exercise_file, noted, notes


def _seqs(records: tuple[Recorded, ...]) -> list[int]:
    return [record.seq for record in records]


def test_a_follower_gives_each_event_once_and_in_order() -> None:
    console = MemoryJournal(HEADER)
    console.append(0, notes(0, 2), OEFENLEIDER)
    follower = Follower(console.another())
    assert _seqs(follower.poll()) == [1, 2]
    assert follower.poll() == ()
    console.append(2, notes(2, 3), OEFENLEIDER)
    assert _seqs(follower.poll()) == [3, 4, 5]
    assert follower.poll() == ()
    assert follower.seen == 5


def test_who_knows_the_past_follows_from_there() -> None:
    console = MemoryJournal(HEADER)
    console.append(0, notes(0, 4), OEFENLEIDER)
    assert _seqs(Follower(console.another(), after=3).poll()) == [4]


def test_a_follower_knows_where_the_clock_stands() -> None:
    console = MemoryJournal(HEADER, wall=lambda: "2026-11-05T09:00:00.000+00:00")
    follower = Follower(console.another())
    assert follower.position == START
    console.mark(Position(seconds=90, running=True, factor=5))
    assert follower.poll() == ()
    assert follower.position == console.position()


def test_what_could_not_be_read_comes_with_the_next_poll(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=1)
    with SqliteJournal.open(path, read_only=True, busy_seconds=0) as journal, closing(sqlite3.connect(path)) as other:
        follower = Follower(journal)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalUnavailable, match="bezet"):
            follower.poll()
        other.execute("ROLLBACK")
        assert _seqs(follower.poll()) == [1]


def test_half_of_the_events_are_seen_elsewhere_within_100_ms(tmp_path: Path) -> None:
    path = exercise_file(tmp_path)
    seen: dict[int, float] = {}
    amount = 30

    def follow() -> None:
        with SqliteJournal.open(path, read_only=True) as journal:
            follower = Follower(journal)
            deadline = time.monotonic() + 10
            while len(seen) < amount and time.monotonic() < deadline:
                seen.update((record.seq, time.monotonic()) for record in follower.poll())
                time.sleep(POLL_SECONDS)  # as projector and seats do

    projector = threading.Thread(target=follow)
    projector.start()
    written: dict[int, float] = {}
    with SqliteJournal.open(path) as console:
        for seq in range(1, amount + 1):
            written[seq] = time.monotonic()
            console.append(seq - 1, [noted(seq)], OEFENLEIDER)
            time.sleep(0.017)  # out of step with the polling
    projector.join()
    assert statistics.median(seen[seq] - written[seq] for seq in written) < 0.1
