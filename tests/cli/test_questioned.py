"""`questions`: the council's questions with their evidence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.cli import main


@pytest.fixture
def played(tmp_path: Path) -> Path:
    file = tmp_path / "voorbeeldig.oefening"
    assert main(["rehearse", "alles-op-slot", "--script", "voorbeeldig", "-o", str(file)]) == 0
    return file


def test_the_json_gives_every_question_with_its_rating_and_its_evidence(played: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["questions", str(played), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    questions = {each["id"]: each for each in told["questions"]}
    assert len(questions) == 33
    assert {"id", "role", "class", "rating", "proposed", "status", "evidence", "findings", "follow_up"} <= set(questions["K9"])
    assert (questions["V9"]["rating"], questions["V9"]["status"]) == ("P", "voorstel")
    assert (questions["V3"]["rating"], questions["K2"]["rating"], questions["V1"]["rating"]) == (None, None, None)
    seqs = {line["seq"] for line in questions["V9"]["evidence"]}
    assert {seq for finding in questions["V9"]["findings"] for seq in finding["seqs"]} <= seqs
    assert told["agreement"]["kappa"] is None
    assert len(told["to_confirm"]) <= 6
    assert {each["status"] for each in told["documents"]} == {"niet bekeken"}


def test_the_text_tells_each_role_with_proposals_and_follow_up_questions(
    played: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["questions", str(played)]) == 0
    out = capsys.readouterr()
    assert [line.split(":")[0] for line in out.out.splitlines() if "e rol:" in line] == [
        "Volksvertegenwoordigende rol", "Kaderstellende rol", "Controlerende rol",
    ]  # fmt: skip
    assert "uitgevoerd zonder knelpunten (voorstel)" in out.out
    assert "vraag door: " in out.out
    assert "Wat niet beoefend is, telt nergens mee." in out.err


def test_what_is_no_exercise_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", str(tmp_path / "weg.oefening")]) == 1
    assert "Traceback" not in capsys.readouterr().err
