"""Every edit of an exercise file is found, and a tail that was cut off too by who kept the report."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import ExerciseDamaged, NotAnExercise, NotFound, UsageWrong
from simulator.journal.chain import extend, link, root
from simulator.journal.rows import row_of
from simulator.journal.schema import statements
from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from tests.journal.builders import HEADER, OEFENLEIDER, exercise_file, noted, notes

TRIGGERS = [sql for sql in statements(strict=False) if sql.startswith("CREATE TRIGGER")]


def tampered(path: Path, *statements: str) -> Path:
    """The file after somebody took the triggers away, ran this, and put them back as if nothing happened."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for sql in TRIGGERS:
            connection.execute(f"DROP TRIGGER {sql.split()[2]}")
        for statement in statements:
            connection.execute(statement)
        for sql in TRIGGERS:
            connection.execute(sql)
    return path


def test_a_file_as_it_was_written_is_whole(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=20)
    with SqliteJournal.open(path) as journal:
        journal.give_name("p1", "Anna")
        head = journal.read()[-1].hash
    verdict = verify(path, expected_head=head)
    assert (verdict.whole, verdict.count, verdict.head, verdict.bad_seq, verdict.why) == (True, 20, head, None, "")


def test_a_file_of_an_older_version_whose_events_had_fewer_fields_is_whole_and_goes_on(tmp_path: Path) -> None:
    path = exercise_file(tmp_path)
    data = '{"text":"Rustig","question":"K7","role":"fg"}'
    hash = link(root(HEADER).hash, 1, "a1", "2026-11-24T09:00:00.000+00:00", 3, OEFENLEIDER, "ObservationNoted", data)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        row = (1, "a1", "2026-11-24T09:00:00.000+00:00", 3, OEFENLEIDER, "ObservationNoted", data, hash)
        connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    assert verify(path).whole
    with SqliteJournal.open(path) as journal:
        assert journal.read()[0].event.question == "K7"  # type: ignore[union-attr]
        journal.append(1, notes(9, 1), OEFENLEIDER)
    assert (verify(path).whole, verify(path).count) == (True, 2)


def test_an_exercise_without_events_is_whole(tmp_path: Path) -> None:
    verdict = verify(exercise_file(tmp_path))
    assert (verdict.whole, verdict.count, verdict.head) == (True, 0, root(HEADER).hash)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "'id-99'"),
        ("wall", "'2026-11-05T10:00:00.000+00:00'"),
        ("minute", "minute + 1"),
        ("minute", "0"),
        ("actor", "'rol:burgemeester'"),
        ("actor", "'rol:' || char(27)"),
        ("type", "'ActionDone'"),
        ("type", "'RaadGebeld'"),
        ("data", "replace(data, 'burgerzaken', 'belastingen')"),
        ("data", "data || ' '"),
        ("data", "'{}'"),
        ("hash", "(SELECT hash FROM events WHERE seq = 6)"),
        ("seq", "99"),
    ],
)
def test_an_edited_column_is_found_and_pointed_at(tmp_path: Path, column: str, value: str) -> None:
    path = tampered(exercise_file(tmp_path, events=12), f"UPDATE events SET {column} = {value} WHERE seq = 5")
    verdict = verify(path)
    assert (verdict.whole, verdict.bad_seq, verdict.count) == (False, 5, 4)
    assert verdict.why


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM events WHERE seq = 5",
        "DELETE FROM events WHERE seq = 5; UPDATE events SET seq = seq - 1 WHERE seq > 5",
        "UPDATE events SET seq = -5 WHERE seq = 5; UPDATE events SET seq = 5 WHERE seq = 6; "
        "UPDATE events SET seq = 6 WHERE seq = -5",
    ],
)
def test_a_row_taken_out_or_moved_is_found(tmp_path: Path, statement: str) -> None:
    verdict = verify(tampered(exercise_file(tmp_path, events=12), *statement.split(";")))
    assert (verdict.whole, verdict.bad_seq) == (False, 5)


@pytest.mark.parametrize("field", ["exercise", "scenario", "landscape", "seed", "model", "program"])
def test_an_edited_scenario_or_seed_is_found(tmp_path: Path, field: str) -> None:
    verdict = verify(tampered(exercise_file(tmp_path, events=3), f"UPDATE meta SET {field} = '8'"))
    assert (verdict.whole, verdict.bad_seq) == (False, 1)


def test_a_tail_cut_off_is_found_by_the_head_in_the_report(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=12)
    head = verify(path).head
    tampered(path, "DELETE FROM events WHERE seq > 9")
    assert verify(path).whole
    assert verify(path).count == 9
    verdict = verify(path, expected_head=head)
    assert not verdict.whole
    assert "het einde is eraf" in verdict.why


def test_a_rewritten_exercise_is_found_by_the_head_in_the_report(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=3)
    head = verify(path).head
    other = exercise_file(tmp_path / "nagemaakt")
    with SqliteJournal.open(other) as journal:
        journal.append(0, [noted(1, "De CISO sliep"), *notes(1, 2)], OEFENLEIDER)
    assert verify(other).whole
    assert not verify(other, expected_head=head).whole


def test_what_came_after_the_report_is_told_and_is_no_damage(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=3)
    head = verify(path).head
    with SqliteJournal.open(path) as journal:
        journal.append(3, notes(3, 2), OEFENLEIDER)
    verdict = verify(path, expected_head=head)
    assert verdict.whole
    assert "nog 2 gebeurtenissen" in verdict.why


def test_the_head_may_be_copied_from_paper_but_not_too_short(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=3)
    head = verify(path).head
    groups = " ".join(head[start : start + 4] for start in range(0, 24, 4)).upper()
    assert verify(path, expected_head=groups).whole
    for short in (head[:15], ""):
        with pytest.raises(UsageWrong, match="te kort"):
            verify(path, expected_head=short)


def _seen(path: Path) -> object:
    """All that a reader gets from the file."""
    with SqliteJournal.open(path, read_only=True) as journal:
        return journal.header, journal.read()


def _whole(path: Path, head: str | None = None) -> bool:
    try:
        return verify(path, expected_head=head).whole
    except NotAnExercise:
        return False


def test_no_changed_byte_changes_an_event_unseen(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=20)
    original, seen = path.read_bytes(), _seen(path)
    chance = random.Random(4)
    used = [at for at, byte in enumerate(original) if byte]
    found = 0
    for at in chance.sample(used, 1500):
        copy = bytearray(original)
        copy[at] ^= 1 << chance.randrange(8)
        path.write_bytes(copy)
        whole = _whole(path)
        if whole:
            assert _seen(path) == seen, f"byte {at}"
        found += not whole
    assert found > 1250  # what is left: free space, names and position, counters in headers


def test_no_cut_is_taken_for_a_whole_file(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=60)
    original, head = path.read_bytes(), verify(path).head
    for size in range(0, len(original), 1009):
        path.write_bytes(original[:size])
        assert not _whole(path, head), size


def test_damage_to_an_index_is_found(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=30)
    content = bytearray(path.read_bytes())
    at = content.rindex(b"id-17")
    content[at : at + 5] = b"id-18"
    path.write_bytes(content)
    verdict = verify(path)
    assert not verdict.whole


def test_text_that_is_no_text_is_damage(tmp_path: Path) -> None:
    path = tampered(exercise_file(tmp_path, events=3), "UPDATE events SET actor = CAST(x'ff' AS TEXT) WHERE seq = 2")
    assert not verify(path).whole
    with SqliteJournal.open(path) as journal, pytest.raises(ExerciseDamaged, match="niet te lezen"):
        journal.read()


def test_a_reader_stumbles_over_a_gap(tmp_path: Path) -> None:
    path = tampered(exercise_file(tmp_path, events=5), "DELETE FROM events WHERE seq = 3")
    with SqliteJournal.open(path) as journal, pytest.raises(ExerciseDamaged, match="ontbreekt gebeurtenis 3"):
        journal.read()


def test_what_is_no_exercise_has_no_verdict(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        verify(tmp_path / "weg.oefening")
    with pytest.raises(NotAnExercise):
        verify(tmp_path)


def test_minutes_that_run_back_are_damage_also_when_the_hashes_are_right(tmp_path: Path) -> None:
    path = exercise_file(tmp_path)
    (late,) = extend(root(HEADER), [noted(30)], ids=["a"], wall="", actor=OEFENLEIDER)
    early = (2, "b", "", 0, OEFENLEIDER, "ExerciseEnded", "{}")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        rows = [row_of(late), (*early, link(late.hash, *early))]
        connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    verdict = verify(path)
    assert verdict.bad_seq == 2
    assert "loopt de oefentijd terug" in verdict.why
