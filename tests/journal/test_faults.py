"""Disks fail and fill up: nothing acknowledged is lost, nothing is written twice, and it goes on when it can."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from simulator.errors import JournalUnavailable, NotFound
from simulator.exercise.events import Recorded
from simulator.journal import connection as door
from simulator.journal.protocol import Position
from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from tests.journal.builders import HEADER, OEFENLEIDER, exercise_file, noted, notes

needs_limits = pytest.mark.skipif(os.name != "posix", reason="needs resource limits")
needs_no_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system refuses each write beyond this size."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _until_refused(journal: SqliteJournal, at_most: int = 500) -> list[Recorded]:
    acknowledged: list[Recorded] = []
    for number in range(at_most):
        try:
            acknowledged += journal.append(number, [noted(number + 1)], OEFENLEIDER)
        except JournalUnavailable:
            return acknowledged
    raise AssertionError("the disk never filled up")


@needs_limits
def test_a_disk_that_takes_no_more_keeps_the_log_readable_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    path = exercise_file(tmp_path)
    with SqliteJournal.open(path) as journal:
        with files_no_larger_than(path.stat().st_size + 30_000):
            acknowledged = _until_refused(journal)
            assert journal.read() == tuple(acknowledged)
        count = len(acknowledged)
        assert count > 10
        assert [record.seq for record in journal.append(count, notes(count, 2), OEFENLEIDER)] == [count + 1, count + 2]
    assert verify(path).count == count + 2


def test_a_full_disk_is_called_full(tmp_path: Path) -> None:
    path = exercise_file(tmp_path)
    with SqliteJournal.open(path) as journal:
        (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
        journal._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        acknowledged = _until_refused(journal)
        with pytest.raises(JournalUnavailable, match="De schijf is vol"):
            journal.append(len(acknowledged), notes(len(acknowledged), 200), OEFENLEIDER)
        assert journal.read() == tuple(acknowledged)
        journal._connection.execute("PRAGMA max_page_count = 10000")
        journal.append(len(acknowledged), notes(len(acknowledged), 200), OEFENLEIDER)
    assert verify(path).whole


@needs_limits
def test_a_disk_too_full_for_a_new_exercise_leaves_no_half_file(tmp_path: Path) -> None:
    with files_no_larger_than(5000), pytest.raises(JournalUnavailable):
        SqliteJournal.create(tmp_path / "nieuw.oefening", HEADER)
    assert list(tmp_path.iterdir()) == []


@needs_limits
def test_a_copy_that_does_not_fit_leaves_the_earlier_copy(tmp_path: Path) -> None:
    path, copy = exercise_file(tmp_path, events=2), tmp_path / "kopie.oefening"
    with SqliteJournal.open(path) as journal:
        journal.backup_to(copy)
        journal.append(2, notes(2, 100), OEFENLEIDER)
        with files_no_larger_than(copy.stat().st_size), pytest.raises(JournalUnavailable):
            journal.backup_to(copy)
    assert verify(copy).count == 2
    assert sorted(found.name for found in tmp_path.iterdir()) == [copy.name, path.name]


@dataclass
class Faults:
    """Which statements fail, counted from when the faults were armed, and whether they were carried out first."""

    first: int
    length: int
    after: bool
    armed: bool = False
    count: int = 0

    def around(self, act: Callable[[], sqlite3.Cursor]) -> sqlite3.Cursor:
        self.count += self.armed
        fails = self.armed and self.first <= self.count < self.first + self.length
        if fails and not self.after:
            raise _io_error()
        cursor = act()
        if fails:
            raise _io_error()
        return cursor


class FaultyConnection(sqlite3.Connection):
    def __init__(self, faults: Faults, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.faults = faults

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        return self.faults.around(partial(super().execute, sql, *values))

    def executemany(self, sql: str, *values: Any) -> sqlite3.Cursor:
        return self.faults.around(partial(super().executemany, sql, *values))


def _io_error() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    error.sqlite_errorname = "SQLITE_IOERR_WRITE"
    return error


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Callable[[Faults], None]:
    """From now on all connections have these faults."""
    connect = sqlite3.connect
    return lambda faults: monkeypatch.setattr(sqlite3, "connect", partial(connect, factory=partial(FaultyConnection, faults)))


Act = Callable[[], tuple[Recorded, ...] | None]


def _acts(journal: SqliteJournal) -> Iterator[Act]:
    """Four appends, each with a mark after it."""
    for number in range(0, 12, 3):
        yield partial(journal.append, number, notes(number, 3), OEFENLEIDER)
        yield partial(journal.mark, Position(seconds=number, running=True, factor=1))


def _tried_until_acknowledged(act: Act) -> tuple[Recorded, ...]:
    for _ in range(50):
        with suppress(JournalUnavailable):
            return act() or ()
    raise AssertionError("never came through")


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("length", [1, 2, 7])
def test_a_fault_at_any_statement_loses_nothing_and_writes_nothing_twice(
    tmp_path: Path, faulty: Callable[[Faults], None], after: bool, length: int
) -> None:
    for first in range(1, 30):
        faulty(faults := Faults(first=first, length=length, after=after))
        path = exercise_file(tmp_path, name=f"{first}.oefening")
        with SqliteJournal.open(path) as journal:
            faults.armed = True
            acknowledged = [record for act in _acts(journal) for record in _tried_until_acknowledged(act)]
            faults.armed = False
        with SqliteJournal.open(path) as journal:
            assert list(journal.read()) == acknowledged, first
        assert [record.event for record in acknowledged] == [stamp.event for stamp in notes(0, 12)], first
        assert verify(path).whole, first


def test_an_append_that_failed_after_it_was_written_is_found_back(tmp_path: Path, faulty: Callable[[Faults], None]) -> None:
    commit = 4  # after BEGIN, the head, INSERT
    faulty(faults := Faults(first=commit, length=1, after=True))
    path = exercise_file(tmp_path)
    with SqliteJournal.open(path) as journal, SqliteJournal.open(path) as seat:
        faults.armed = True
        with pytest.raises(JournalUnavailable):
            journal.append(0, notes(0, 2), OEFENLEIDER)
        written = seat.read()
        assert len(written) == 2
        seat.append(2, notes(2, 1), "rol:ciso")
        assert journal.append(0, notes(0, 2), OEFENLEIDER) == written
        assert len(journal.read()) == 3


@needs_limits
def test_a_file_thrown_away_while_playing_is_noticed_and_can_be_saved(tmp_path: Path) -> None:
    path, rescue = exercise_file(tmp_path, events=2), tmp_path / "gered.oefening"
    with SqliteJournal.open(path) as journal:
        path.unlink()
        with pytest.raises(JournalUnavailable, match="weggegooid"):
            journal.append(2, notes(2, 1), OEFENLEIDER)
        journal.backup_to(rescue)
    assert verify(rescue).count == 2
    with pytest.raises(NotFound):
        SqliteJournal.open(path)


@needs_no_root
@pytest.mark.parametrize("wal", [False, True])
def test_an_exercise_on_a_stick_that_cannot_be_written_can_be_read_and_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wal: bool
) -> None:
    monkeypatch.setattr(door, "wal_is_safe", lambda _: wal)
    stick = tmp_path / "stick"
    path = exercise_file(stick, events=3)
    path.chmod(0o400)
    stick.chmod(0o500)
    try:
        with SqliteJournal.open(path, read_only=True) as journal:
            assert len(journal.read()) == 3
        assert verify(path).whole
        with pytest.raises(JournalUnavailable), SqliteJournal.open(path) as journal:
            journal.append(3, notes(3, 1), OEFENLEIDER)
        with pytest.raises(JournalUnavailable, match="kan niet worden gemaakt"):
            SqliteJournal.create(stick / "nieuw.oefening", HEADER)
    finally:
        stick.chmod(0o700)
