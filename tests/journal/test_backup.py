"""The second copy: whole or not at all, and never in the place of something else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from simulator.errors import JournalUnavailable, NotAnExercise
from simulator.journal.protocol import Header
from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from tests.journal.builders import OEFENLEIDER, exercise_file, notes


def test_a_copy_made_while_playing_is_whole_and_can_be_played_on(tmp_path: Path) -> None:
    path, copy = exercise_file(tmp_path, events=5), tmp_path / "stick" / "kopie.oefening"
    copy.parent.mkdir()
    with SqliteJournal.open(path) as journal:
        journal.give_name("p1", "Anna")
        journal.backup_to(copy)
        journal.append(5, notes(5, 1), OEFENLEIDER)
    assert verify(copy).whole
    with SqliteJournal.open(copy) as second:
        assert len(second.read()) == 5
        assert second.names() == {"p1": "Anna"}
        second.append(5, notes(5, 1), OEFENLEIDER)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert list(copy.parent.iterdir()) == [copy]


def test_a_newer_copy_takes_the_place_of_the_older(tmp_path: Path) -> None:
    path, copy = exercise_file(tmp_path, events=1), tmp_path / "kopie.oefening"
    with SqliteJournal.open(path) as journal:
        journal.backup_to(copy)
        journal.append(1, notes(1, 2), OEFENLEIDER)
        journal.backup_to(copy)
    assert verify(copy).count == 3


def test_a_forgotten_name_is_gone_from_the_next_copy(tmp_path: Path) -> None:
    path, copy = exercise_file(tmp_path, events=1), tmp_path / "kopie.oefening"
    with SqliteJournal.open(path) as journal:
        journal.give_name("p1", "Wilhelmina")
        journal.backup_to(copy)
        journal.forget_name("p1")
        journal.backup_to(copy)
    assert b"Wilhelmina" not in copy.read_bytes()


def test_a_longer_copy_is_not_overwritten(tmp_path: Path) -> None:
    longer, path = exercise_file(tmp_path, events=3), exercise_file(tmp_path, events=2, name="oud.oefening")
    with SqliteJournal.open(path) as journal, pytest.raises(JournalUnavailable, match="bevat meer"):
        journal.backup_to(longer)
    assert verify(longer).count == 3


def test_another_exercise_is_not_overwritten(tmp_path: Path) -> None:
    path, other = exercise_file(tmp_path, events=1), tmp_path / "andere.oefening"
    header = Header(exercise="oefening-2", scenario="{}", landscape="{}", seed=1, model=1, program="0.1.0")
    SqliteJournal.create(other, header).close()
    with SqliteJournal.open(path) as journal, pytest.raises(JournalUnavailable, match="andere oefening"):
        journal.backup_to(other)
    assert verify(other).count == 0


def test_a_letter_is_not_overwritten(tmp_path: Path) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text("Geachte raad, " * 100, encoding="utf-8")
    with SqliteJournal.open(exercise_file(tmp_path)) as journal, pytest.raises(NotAnExercise):
        journal.backup_to(letter)
    assert letter.read_text(encoding="utf-8").startswith("Geachte raad")


@pytest.mark.parametrize("place", ["weg/kopie.oefening", "vol/x/kopie.oefening"])
def test_a_place_that_is_not_there_leaves_the_exercise_alone(tmp_path: Path, place: str) -> None:
    path = exercise_file(tmp_path, events=2)
    (tmp_path / "vol").touch()
    with SqliteJournal.open(path) as journal:
        with pytest.raises(JournalUnavailable):
            journal.backup_to(tmp_path / place)
        journal.append(2, notes(2, 1), OEFENLEIDER)
    assert verify(path).count == 3


def test_the_exercise_itself_is_no_place_for_its_copy(tmp_path: Path) -> None:
    path = exercise_file(tmp_path, events=2)
    os.symlink(path, tmp_path / "link.oefening")
    with SqliteJournal.open(path) as journal:
        for target in (path, tmp_path / "link.oefening"):
            with pytest.raises(JournalUnavailable, match="zelf"):
                journal.backup_to(target)
        journal.append(2, notes(2, 1), OEFENLEIDER)
    assert verify(path).count == 3
