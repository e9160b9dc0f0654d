"""The exercise file: who may open it, and what no other program can do to it unseen."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import ExerciseDamaged, JournalUnavailable, NotAnExercise, NotFound, OntregeldError
from simulator.journal import connection as door
from simulator.journal.schema import APPLICATION_ID, FORMAT, statements
from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from tests.journal.builders import HEADER, exercise_file


def altered(path: Path, *statements: str) -> Path:
    """The file after another program ran these statements on it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def test_only_the_owner_may_read_a_new_file(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = exercise_file(tmp_path / "nieuwe map")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=1)
    with pytest.raises(JournalUnavailable, match="bestaat al"):
        SqliteJournal.create(path, HEADER)
    assert verify(path).count == 1


def test_a_closed_file_stands_alone(tmp_path: Path) -> None:
    exercise_file(tmp_path, events=5)
    assert [path.name for path in tmp_path.iterdir()] == ["oefening.oefening"]


def test_a_name_with_strange_letters_is_fine(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=1, name="Oefening é #1 100%?.oefening")
    with SqliteJournal.open(path) as journal:
        assert len(journal.read()) == 1
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    header = exercise_file(tmp_path).read_bytes()[:100]
    assert header[68:72] == b"OEFN"
    assert int.from_bytes(header[60:64], "big") == FORMAT


def test_tables_are_strict_where_sqlite_can(tmp_path: Path) -> None:
    with closing(sqlite3.connect(exercise_file(tmp_path))) as connection:
        tables = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")]
    assert len(tables) == 4
    assert all(sql.endswith("STRICT") for sql in tables) == (sqlite3.sqlite_version_info >= (3, 37))


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 31, 1), False), ((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 0), False),
        ((3, 50, 6), False), ((3, 50, 7), True), ((3, 51, 0), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 54, 1), True),
    ],
)  # fmt: skip
def test_wal_is_used_only_where_its_defect_is_mended(version: door.Version, safe: bool) -> None:
    assert door.wal_is_safe(version) is safe


@pytest.mark.parametrize(("safe", "mode", "synchronous"), [(True, "wal", 2), (False, "delete", 3)])
def test_each_commit_is_synced_in_either_journal_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, safe: bool, mode: str, synchronous: int
) -> None:
    path = exercise_file(tmp_path, events=2)
    monkeypatch.setattr(door, "wal_is_safe", lambda _: safe)
    with closing(door.connect(path)) as connection:
        door.make_durable(connection)
        assert door.journal_mode(connection) == mode
        assert connection.execute("PRAGMA synchronous").fetchone() == (synchronous,)
    monkeypatch.undo()
    with SqliteJournal.open(path) as journal:
        assert len(journal.read()) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET data = '{}'",
        "DELETE FROM events WHERE seq = 2",
        "REPLACE INTO events SELECT 1, 'x', wall, minute, actor, type, data, hash FROM events WHERE seq = 1",
        "REPLACE INTO events SELECT 3, id, wall, minute, actor, type, data, hash FROM events WHERE seq = 1",
        "INSERT INTO events SELECT 4, 'x', wall, minute, actor, type, data, hash FROM events WHERE seq = 1",
        "INSERT INTO events SELECT 0, 'x', wall, minute, actor, type, data, hash FROM events WHERE seq = 1",
        "INSERT INTO events (id, wall, minute, actor, type, data, hash) VALUES (NULL, '', 0, '', '', '', '')",
        "UPDATE meta SET scenario = ''",
        "DELETE FROM meta",
    ],
)
def test_the_file_itself_refuses_to_change_what_happened(tmp_path: Path, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        altered(exercise_file(tmp_path, events=2), statement)


def _directory(folder: Path) -> Path:
    return folder


def _missing(folder: Path) -> Path:
    return folder / "weg.oefening"


def _empty(folder: Path) -> Path:
    (folder / "leeg.oefening").touch()
    return folder / "leeg.oefening"


def _letter(folder: Path) -> Path:
    (folder / "brief.oefening").write_text("Geachte raad, " * 1000, encoding="utf-8")
    return folder / "brief.oefening"


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "pijp.oefening")
    return folder / "pijp.oefening"


def _other_program(folder: Path) -> Path:
    return altered(folder / "adressen.oefening", "CREATE TABLE adressen (straat TEXT)")


def _newer(folder: Path) -> Path:
    return altered(exercise_file(folder), f"PRAGMA user_version = {FORMAT + 1}")


def _older(folder: Path) -> Path:
    return altered(exercise_file(folder), "PRAGMA user_version = 0")


def _no_exercise_in_it(folder: Path) -> Path:
    (again,) = (sql for sql in statements(strict=False) if "meta_remains" in sql)
    return altered(exercise_file(folder), "DROP TRIGGER meta_remains", "DELETE FROM meta", again)


def _halved(folder: Path) -> Path:
    path = exercise_file(folder, events=100)
    os.truncate(path, path.stat().st_size // 2)
    return path


def _trigger_added(folder: Path) -> Path:
    spy = "CREATE TRIGGER spy AFTER INSERT ON people BEGIN DELETE FROM people; END"
    return altered(exercise_file(folder), spy)


def _trigger_dropped(folder: Path) -> Path:
    return altered(exercise_file(folder), "DROP TRIGGER events_stay")


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (_directory, NotAnExercise, "is een map"),
        (_missing, NotFound, "bestaat niet"),
        (_empty, NotAnExercise, "is leeg"),
        (_letter, NotAnExercise, "geen oefening"),
        (_other_program, NotAnExercise, "geen oefening"),
        (_newer, NotAnExercise, "nieuwere versie"),
        (_older, NotAnExercise, "bestandsversie 0"),
        (_no_exercise_in_it, NotAnExercise, "is leeg"),
        (_halved, ExerciseDamaged, "beschadigd of afgekapt"),
        (_trigger_added, ExerciseDamaged, "buiten Ontregeld veranderd"),
        (_trigger_dropped, ExerciseDamaged, "buiten Ontregeld veranderd"),
        pytest.param(
            _fifo, NotAnExercise, "geen gewoon bestand", marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs fifos")
        ),
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_whole_exercise_is_refused_in_dutch(
    tmp_path: Path, make: Callable[[Path], Path], error: type[OntregeldError], says: str, read_only: bool
) -> None:
    path = make(tmp_path)
    with pytest.raises(error, match=says) as refusal:
        SqliteJournal.open(path, read_only=read_only).read()
    assert str(path) in str(refusal.value)


def test_another_programs_file_is_left_exactly_as_it_was(tmp_path: Path) -> None:
    path = _other_program(tmp_path)
    before = path.read_bytes()
    with pytest.raises(NotAnExercise):
        SqliteJournal.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=1)
    with SqliteJournal.open(path, read_only=True) as journal:
        with pytest.raises(JournalUnavailable, match="kan niet worden beschreven"):
            journal.give_name("p1", "Anna")
        assert len(journal.read()) == 1


def test_a_closed_journal_says_so(tmp_path: Path) -> None:
    journal = SqliteJournal.open(exercise_file(tmp_path))
    journal.close()
    with pytest.raises(JournalUnavailable, match="al gesloten"):
        journal.read()
    with pytest.raises(JournalUnavailable, match="al gesloten"):
        journal.changed()


def test_a_forgotten_name_leaves_no_byte_in_the_file(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=10)
    with SqliteJournal.open(path) as journal:
        for number in range(200):
            journal.give_name(f"p{number}", f"Wilhelmina van der Plas {number}")
        for number in range(200):
            journal.forget_name(f"p{number}")
    assert b"Wilhelmina" not in path.read_bytes()


def test_the_application_id_is_one_sqlite_can_hold() -> None:
    assert 0 < APPLICATION_ID < 2**31
