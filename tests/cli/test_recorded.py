"""why, log and verify on an exercise file."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.session.observing.note import Note
from simulator.session.observing.notebook import Notebook
from tests.cli.conftest import Ask


def test_why_goes_back_to_the_hit(ask: Ask, file: Path) -> None:
    told = json.loads(ask("why", file, "burgerzaken", "--at", "T+1:00", "--json").out)
    assert told["minute"] == 60
    assert told["served"] < 100
    assert told["fell"][0]["node"] == "burgerzaken"
    assert told["fell"][-1]["node"] == "rekencentrum"


def test_before_the_hit_there_is_nothing_to_explain(ask: Ask, file: Path) -> None:
    told = json.loads(ask("why", file, "burgerzaken", "--at", "08:35", "--json").out)
    assert (told["served"], told["fell"], told["waits"]) == (100, [], [])


def test_why_reads_as_sentences(ask: Ask, file: Path) -> None:
    out = ask("why", file, "burgerzaken", "--at", "T+1:00").out
    assert "Waarom viel het uit?" in out
    assert "Waarom is het nog niet terug?" in out


def test_an_unknown_node_gets_the_nearest_one(ask: Ask, file: Path) -> None:
    code, out, err = ask("why", file, "burgerzakn")
    assert (code, out) == (1, "")
    assert "`burgerzaken`" in err


def test_a_time_that_is_none_is_wrong_usage(ask: Ask, file: Path) -> None:
    code, _, err = ask("why", file, "burgerzaken", "--at", "straks")
    assert code == 2
    assert "T+2:30" in err


def test_a_time_after_the_record_says_where_the_record_ends(ask: Ask, file: Path) -> None:
    code, _, err = ask("why", file, "burgerzaken", "--at", "d5 09:00")
    assert code == 0
    assert "Zo ver ging de oefening nog niet" in err


def test_the_log_is_json_lines_that_hold_every_event(ask: Ask, file: Path) -> None:
    lines = [json.loads(line) for line in ask("log", file, "--json").out.splitlines()]
    assert [line["seq"] for line in lines] == list(range(1, len(lines) + 1))
    assert lines[0]["type"] == "ExerciseCreated"
    assert lines[-1]["type"] == "ExerciseEnded"
    assert all({"minute", "actor", "event", "wall", "hash"} <= set(line) for line in lines)


def test_what_an_observer_keeps_back_is_told_by_no_log(ask: Ask, file: Path, tmp_path: Path) -> None:
    book = Notebook.open(tmp_path / "anouk.notities", "Anouk")
    book.write(Note(wall="2026-11-24T09:00:00+00:00", text="Pieternel loopt weg", confidential=True))
    ask("merge", file, book.path)
    for log in (ask("log", file), ask("log", file, "--json")):
        assert "Pieternel" not in log.out
        assert "Anouk" not in log.out


def test_the_log_to_read_has_a_line_for_every_event(ask: Ask, file: Path) -> None:
    assert len(ask("log", file).out.splitlines()) == len(ask("log", file, "--json").out.splitlines())


def test_a_whole_file_verifies_also_against_the_seal_that_it_prints(ask: Ask, file: Path) -> None:
    code, out, _ = ask("verify", file)
    seal = out.split()[-1]
    assert code == 0
    assert ask("verify", file, "--head", seal).code == 0
    assert ask("verify", file, "--head", "0" * 64).code == 1


def test_an_edit_outside_the_program_is_found(ask: Ask, file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE events SET data = replace(data, 'De burgemeester', 'De ciso')")
        connection.commit()
    code, out, err = ask("verify", file)
    assert (code, out) == (1, "")
    assert "niet zoals het programma het schreef" in err


@pytest.mark.parametrize("command", [("log",), ("verify",), ("why", "burgerzaken"), ("report", "--format", "md")])
@pytest.mark.parametrize("kind", ["missing", "empty", "folder", "text"])
def test_a_file_that_is_no_exercise_is_told_with_code_1(ask: Ask, tmp_path: Path, command: tuple[str, ...], kind: str) -> None:
    path = tmp_path / "gemeente.oefening"
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        path.write_text("" if kind == "empty" else "Dit is een brief. " * 500, encoding="utf-8")
    name, *rest = command
    code, out, err = ask(name, path, *rest)
    assert (code, out) == (1, "")
    assert "gemeente.oefening" in err
