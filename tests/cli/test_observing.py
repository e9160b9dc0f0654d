"""merge: what observers wrote elsewhere comes into an exercise."""

from __future__ import annotations

import json
from pathlib import Path

from simulator.session.observing.note import Note
from simulator.session.observing.notebook import Notebook
from tests.cli.conftest import Ask


def test_a_notebook_is_merged_once_and_its_notes_stand_in_the_log(ask: Ask, file: Path, tmp_path: Path) -> None:
    book = Notebook.open(tmp_path / "anouk.notities", "Anouk")
    book.write(Note(wall="2026-11-24T09:00:00+00:00", text="De CISO belt niemand", question="K7"))
    first = ask("merge", file, book.path)
    again = ask("merge", file, book.path)
    assert (first.code, first.out, first.err.strip()) == (0, "", "anouk.notities van Anouk: 1 erbij.")
    assert "1 stond er al in" in again.err
    lines = [json.loads(line) for line in ask("log", file, "--json").out.splitlines()]
    assert [line["actor"][:10] for line in lines if line["type"] == "ObservationNoted"][-1] == "waarnemer:"
    assert ask("verify", file).code == 0


def test_what_is_left_out_is_told_line_by_line_and_the_exit_code_says_so(ask: Ask, file: Path, tmp_path: Path) -> None:
    book = Notebook.open(tmp_path / "anouk.notities", "Anouk")
    book.write(Note(wall="2026-11-24T09:00:00+00:00", text="Goed"))
    book.write(Note(wall="2026-11-24T09:01:00+00:00", text="Wie?", role="wethouder"))
    answer = ask("merge", file, book.path)
    assert answer.code == 1
    assert "1 erbij" in answer.err
    assert "regel 3: Er is geen rol 'wethouder'" in answer.err


def test_one_file_that_cannot_be_read_stops_all_before_anything_is_written(ask: Ask, file: Path, tmp_path: Path) -> None:
    good = Notebook.open(tmp_path / "anouk.notities", "Anouk")
    good.write(Note(wall="2026-11-24T09:00:00+00:00", text="Goed"))
    before = ask("log", file, "--json").out
    answer = ask("merge", file, good.path, tmp_path / "weg.xlsx")
    assert answer.code == 1
    assert "bestaat niet" in answer.err
    assert ask("log", file, "--json").out == before
    assert ask("merge", file, good.path, "--shift", "9999").code == 1
