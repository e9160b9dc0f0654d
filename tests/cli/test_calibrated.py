"""calibrate: what is printed, what JSON holds, and what happens with what is no case."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from simulator.scenario.incident_files import incidents_folder
from tests.cli.conftest import Ask

CASE = """
format: 1
id: voorbeeldstad
title: Voorbeeldstad, storing
t0: 2031-03-01
residents: 80000
sources: [krant]
nodes: [telecom, telefonie, netwerk]
hits:
  - {at: 0m, nodes: [telecom], cause: failure}
points:
  - {what: telefoon weer bereikbaar, nodes: [telefonie], measure: restored, at: 10h, acc: E}
  - {what: verwacht herstel, nodes: [telefonie], measure: restored, at: 2h, acc: F}
  - {what: netwerk bleef werken, nodes: [netwerk], measure: served, at: 0m, acc: E}
  - {what: brief aan de raad, at: 2d, acc: E, not_modelled: een brief is een besluit}
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A folder with one case of a stranger."""
    folder = tmp_path / "voorbeeldstad"
    folder.mkdir()
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    return folder


def test_a_strangers_case_is_told_as_it_is(ask: Ask, case: Path) -> None:
    code, out, err = ask("calibrate", case)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert "Voorbeeldstad, storing (voorbeeldstad)" in lines
    assert any(line.startswith("  10 u ") and line.endswith("telefoon weer bereikbaar") for line in lines)
    assert any("verwachting van toen; telt niet mee" in line for line in lines)
    assert any("viel niet uit" in line and "gehaald" in line for line in lines)
    assert "  Niet gemodelleerd: brief aan de raad (2 d). Reden: een brief is een besluit." in lines
    assert "  Grenzen gehaald: 1 van 1." in lines
    assert "Algemene waarden laten kiezen" not in out, "one case is nothing to choose on"
    assert lines[-1].startswith("Geijkt, niet bewezen")


def test_json_has_the_same_in_minutes(ask: Ask, case: Path) -> None:
    code, out, _ = ask("calibrate", case, "--json")
    found = json.loads(out)
    assert code == 0
    moment, forecast, kept, letter = found["cases"][0]["points"]
    assert (moment["observed"], moment["count"]) == (600, "time")
    assert moment["low"] <= moment["model"] <= moment["high"]
    assert moment["ratio"] == pytest.approx(moment["model"] / 600)
    assert (forecast["count"], letter["count"], letter["model"]) == ("forecast", "not_modelled", None)
    assert kept["kept"] is True
    assert found["total"]["rows"] == 1
    assert found["fit"] is None
    assert {each["id"]: each["met"] for each in found["criteria"]}["tau"] is None


def test_it_is_said_when_the_general_values_are_not_ours(ask: Ask, case: Path) -> None:
    shutil.copy(incidents_folder() / "general.yaml", case.parent / "general.yaml")
    code, _, err = ask("calibrate", case)
    assert code == 0
    assert str(case.parent / "general.yaml") in err


def test_the_same_case_gives_the_same_bytes(ask: Ask, case: Path) -> None:
    assert ask("calibrate", case, "--json").out == ask("calibrate", case, "--json").out


def test_what_never_comes_back_is_never_in_words_and_null_in_json(ask: Ask, case: Path) -> None:
    file = case / "case.yaml"
    file.write_text(CASE.replace("measure: restored, at: 10h", "measure: backlog, at: 10h"), encoding="utf-8")
    assert "nooit" in ask("calibrate", case).out
    assert json.loads(ask("calibrate", case, "--json").out)["cases"][0]["points"][0]["model"] is None


def test_a_mistake_is_told_at_its_line_with_code_1_and_check_says_the_same(ask: Ask, case: Path) -> None:
    file = case / "case.yaml"
    file.write_text(CASE.replace("acc: F", "acc: G"), encoding="utf-8")
    code, out, err = ask("calibrate", case)
    assert (code, out) == (1, "")
    assert f"{file}:13:" in err
    assert "Kies uit: E, A, B, F." in err
    checked = ask("check", case)
    assert checked.code == 1
    assert checked.out.strip() == err.strip()


@pytest.mark.parametrize("where", ["leeg", "nergens", "nergens.yaml"])
def test_no_case_is_said_to_be_none(ask: Ask, tmp_path: Path, where: str) -> None:
    (tmp_path / "leeg").mkdir()
    code, out, err = ask("calibrate", tmp_path / where)
    assert (code, out) == (1, "")
    assert "staat geen casus" in err


def test_the_schema_of_a_case_is_there_for_an_editor(ask: Ask) -> None:
    for kind, key in (("incident", "points"), ("general", "repairs")):
        code, out, _ = ask("schema", kind)
        assert code == 0
        assert key in json.loads(out)["properties"]
