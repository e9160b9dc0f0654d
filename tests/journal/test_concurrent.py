"""Several writers on one file: no gap, no loss, and who comes late is told."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import ConcurrentAppend, JournalUnavailable
from simulator.exercise.events import Recorded
from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from tests.journal.builders import OEFENLEIDER, exercise_file, noted, notes
from tests.journal.writers import Writers


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_two_processes_appending_at_once_leave_no_gap_and_lose_nothing(tmp_path: Path) -> None:
    path = exercise_file(tmp_path)
    with Writers(path) as console, Writers(path) as seat:
        for writers in (console, seat):
            writers.breed()
            writers.ready()
        for writers in (console, seat):
            writers.begin("append 2\n" * 60)
        for writers in (console, seat):
            writers.hear_out(120)
        acknowledged = console.acknowledged | seat.acknowledged
        assert len(acknowledged) == 240
        assert console.late + seat.late > 0
    with SqliteJournal.open(path) as journal:
        records = journal.read()
    assert {record.seq: record.hash for record in records} == acknowledged
    assert verify(path).whole


def _appended(journal: SqliteJournal, actor: str, amount: int) -> Iterator[Recorded]:
    seq = 0
    for _ in range(amount):
        while True:
            try:
                (record,) = journal.append(seq, [noted(seq + 1)], actor)
                break
            except ConcurrentAppend:
                seq += len(journal.read(seq))
        seq = record.seq
        yield record


def test_threads_may_share_one_journal(tmp_path: Path) -> None:
    with SqliteJournal.open(exercise_file(tmp_path)) as journal, ThreadPoolExecutor(4) as pool:
        work = [pool.submit(lambda actor: list(_appended(journal, actor, 30)), f"rol:r{number}") for number in range(4)]
        written = sorted((record for done in work for record in done.result()), key=lambda record: record.seq)
        assert tuple(written) == journal.read()
        assert [record.seq for record in written] == list(range(1, 121))


def test_asking_for_changes_never_waits_for_an_append(tmp_path: Path) -> None:
    path = exercise_file(tmp_path)
    blocked = closing(sqlite3.connect(path, isolation_level=None))
    with SqliteJournal.open(path, busy_seconds=30) as journal, blocked as other, ThreadPoolExecutor(1) as pool:
        other.execute("BEGIN IMMEDIATE")
        append = pool.submit(journal.append, 0, notes(0, 1), OEFENLEIDER)
        while not append.running():
            pass
        assert not journal.changed()
        other.execute("ROLLBACK")
        assert len(append.result()) == 1


def test_a_file_locked_for_long_says_so_and_loses_nothing(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=2)
    with SqliteJournal.open(path, busy_seconds=0.05) as journal, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalUnavailable, match="bezet"):
            journal.append(2, notes(2, 1), OEFENLEIDER)
        assert len(journal.read()) == 2
        other.execute("ROLLBACK")
        assert [record.seq for record in journal.append(2, notes(2, 1), OEFENLEIDER)] == [3]


def test_a_reader_that_holds_the_file_only_delays_the_writer(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=2)
    with SqliteJournal.open(path, busy_seconds=0.05) as journal, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM events").fetchall()
        try:
            journal.append(2, notes(2, 1), OEFENLEIDER)
        except JournalUnavailable:
            other.execute("COMMIT")
        assert [record.seq for record in journal.read()] in ([1, 2], [1, 2, 3])
        journal.append(2, notes(2, 1), OEFENLEIDER)
        assert [record.seq for record in journal.read()] == [1, 2, 3]
