"""The journal as an exercise file (`.oefening`): one SQLite database, for several processes at once."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import astuple
from pathlib import Path
from threading import RLock

from simulator.errors import ConcurrentAppend, ExerciseDamaged, JournalGone, JournalUnavailable, reason
from simulator.exercise.events import Recorded, Stamped
from simulator.journal import connection as door
from simulator.journal.backup import back_up
from simulator.journal.chain import extend
from simulator.journal.protocol import START, Header, NewId, Position, WallClock, fit_name, new_id, wall_now
from simulator.journal.rows import SELECT_EVENTS, head_of, header_of, record_of, row_of, typed
from simulator.journal.schema import gate, lay_out

SUFFIX = ".oefening"

Attempt = tuple[int, tuple[Stamped, ...], str]


class SqliteJournal:
    """An exercise file that is open.

    One connection behind a lock, so any thread may call; but a call may wait for another thread's, as long as
    `busy_seconds` when the file is locked. A thread that must not wait (a screen) opens a SqliteJournal of its own.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, header: Header, *, wall: WallClock, new_id: NewId) -> None:
        """Use `create` or `open`."""
        self.path = path
        self.header = header
        self._connection = connection
        self._wall = wall
        self._new_id = new_id
        self._place = _place(path)
        self._lock = RLock()
        self._version = self._data_version()
        self._failed: tuple[Attempt, tuple[str, ...]] | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        header: Header,
        *,
        wall: WallClock = wall_now,
        new_id: NewId = new_id,
        busy_seconds: float = door.BUSY_SECONDS,
    ) -> SqliteJournal:
        """Make a new file, readable by its owner only, and the folder that it stands in. Never overwrites."""
        _make_empty(path)
        try:
            with door.own_errors(path), closing(door.connect(path)) as connection, door.transaction(connection):
                lay_out(connection)
                connection.execute("INSERT INTO meta VALUES (1, ?, ?, ?, ?, ?, ?)", astuple(header))
                connection.execute("INSERT INTO position VALUES (1, ?, ?, ?, ?)", astuple(START))
            _sync_folder(path.parent)
        except JournalUnavailable:
            path.unlink(missing_ok=True)
            raise
        return cls.open(path, wall=wall, new_id=new_id, busy_seconds=busy_seconds)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        wall: WallClock = wall_now,
        new_id: NewId = new_id,
        busy_seconds: float = door.BUSY_SECONDS,
    ) -> SqliteJournal:
        """Open an exercise file; NotFound, NotAnExercise, ExerciseDamaged or JournalUnavailable when it cannot be."""
        door.must_be_a_file(path)
        with door.own_errors(path), ExitStack() as opened:
            connect = door.connect_to_read if read_only else door.connect
            connection = opened.enter_context(closing(connect(path, busy_seconds=busy_seconds)))
            gate(connection, str(path))
            if not read_only:
                door.make_durable(connection)
            journal = cls(connection, path, header_of(connection, path), wall=wall, new_id=new_id)
            opened.pop_all()
        return journal

    def append(self, expected: int, stamped: Sequence[Stamped], actor: str) -> tuple[Recorded, ...]:
        """See Journal.append. An append that failed keeps its event ids, so that trying again can find it back."""
        if not stamped:
            return ()
        attempt: Attempt = (expected, tuple(stamped), actor)
        with self._at_the_file():
            self._must_be_in_place()
            ids = self._ids(attempt)
            self._failed = (attempt, ids)
            records = self._write(attempt, ids)
            self._failed = None
            return records

    def read(self, after: int = 0) -> tuple[Recorded, ...]:
        """See Journal.read. Strict about form and order; hashes are the business of `verify`."""
        with self._at_the_file():
            rows = self._connection.execute(f"{SELECT_EVENTS} WHERE seq > ? ORDER BY seq", (after,)).fetchall()
        records = tuple(record_of(row, self.path) for row in rows)
        for seq, record in enumerate(records, after + 1):
            if record.seq != seq:
                raise ExerciseDamaged(f"In {self.path} ontbreekt gebeurtenis {seq}. Gebruik een reservekopie.")
        return records

    def changed(self) -> bool:
        """See Journal.changed. Own writes do not count; while one is under way the answer is no, and comes later."""
        if not self._lock.acquire(blocking=False):
            return False
        try:
            with door.own_errors(self.path):
                version = self._data_version()
        finally:
            self._lock.release()
        changed, self._version = version != self._version, version
        return changed

    def position(self) -> Position:
        """See Journal.position."""
        with self._at_the_file():
            row = self._connection.execute("SELECT seconds, running, factor, heartbeat FROM position").fetchone()
        seconds, running, factor, heartbeat = typed(row, (int, int, int, str), self.path)
        return Position(seconds=seconds, running=bool(running), factor=factor, heartbeat=heartbeat)

    def mark(self, position: Position) -> None:
        """See Journal.mark."""
        row = (position.seconds, position.running, position.factor, self._wall())
        self._change("UPDATE position SET seconds = ?, running = ?, factor = ?, heartbeat = ?", row)

    def names(self) -> dict[str, str]:
        """See Journal.names."""
        with self._at_the_file():
            rows = self._connection.execute("SELECT person, name FROM people ORDER BY person").fetchall()
        return dict(typed(row, (str, str), self.path) for row in rows)

    def give_name(self, person: str, name: str) -> None:
        """See Journal.give_name."""
        self._change("INSERT INTO people VALUES (?1, ?2) ON CONFLICT (person) DO UPDATE SET name = ?2", (person, fit_name(name)))

    def forget_name(self, person: str) -> None:
        """See Journal.forget_name. A copy made by `backup_to` still has the name, until it is made anew."""
        self._change("DELETE FROM people WHERE person = ?", (person,))

    def backup_to(self, path: Path) -> None:
        """Write a second, whole copy, also of a file that somebody threw away; see `back_up`."""
        with self._at_the_file():
            back_up(self._connection, self.path, path)

    def close(self) -> None:
        """See Journal.close."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> SqliteJournal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(self, attempt: Attempt, ids: tuple[str, ...]) -> tuple[Recorded, ...]:
        expected, stamped, actor = attempt
        with door.transaction(self._connection):
            head = head_of(self._connection, self.path, self.header)
            if head.seq < expected:
                raise ExerciseDamaged(f"{self.path} is korter geworden. Gebruik een reservekopie.")
            if head.seq > expected:
                return self._already_there(expected, ids)
            records = extend(head, stamped, ids=ids, wall=self._wall(), actor=actor)
            self._connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(row_of, records))
        return records

    def _already_there(self, expected: int, ids: tuple[str, ...]) -> tuple[Recorded, ...]:
        """What an earlier try of this append wrote after all; ConcurrentAppend when it was somebody else."""
        limits = (expected, expected + len(ids))
        rows = self._connection.execute(f"{SELECT_EVENTS} WHERE seq > ? AND seq <= ? ORDER BY seq", limits).fetchall()
        records = tuple(record_of(row, self.path) for row in rows)
        if tuple(record.id for record in records) != ids:
            self._failed = None
            raise ConcurrentAppend("Een ander scherm legde net iets vast. Kijk wat er veranderd is en probeer het opnieuw.")
        return records

    def _must_be_in_place(self) -> None:
        """A file that was moved, thrown away or replaced still takes writes, which nobody would ever see."""
        if _place(self.path) != self._place:
            raise JournalGone(f"{self.path} is tijdens de oefening verplaatst, vervangen of weggegooid. Zet het terug.")

    def _ids(self, attempt: Attempt) -> tuple[str, ...]:
        if self._failed is not None and self._failed[0] == attempt:
            return self._failed[1]
        return tuple(self._new_id() for _ in attempt[1])

    def _change(self, statement: str, values: tuple[object, ...]) -> None:
        with self._at_the_file():
            self._must_be_in_place()
            with door.transaction(self._connection):
                self._connection.execute(statement, values)

    def _data_version(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    @contextmanager
    def _at_the_file(self) -> Iterator[None]:
        with self._lock, door.own_errors(self.path):
            yield


def _place(path: Path) -> tuple[int, int]:
    """Which file stands at this path; (0, 0) for none."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)


def _make_empty(path: Path) -> None:
    """An empty file of which the owner alone may read, before SQLite opens it: SQLite would follow the umask."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError as error:
        raise JournalUnavailable(f"{path} bestaat al. Kies een andere naam, of open die oefening.") from error
    except (OSError, ValueError) as error:
        raise JournalUnavailable(f"{path} kan niet worden gemaakt: {reason(error)}. Kies een andere plek.") from error


def _sync_folder(folder: Path) -> None:
    """Make the new file's name in its folder survive a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
