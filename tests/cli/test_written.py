"""check and schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ask

ROOT = Path(__file__).resolve().parent.parent.parent


def test_all_that_is_shipped_is_without_mistakes(ask: Ask) -> None:
    code, out, err = ask("check", ROOT / "scenarios")
    assert code == 0, out
    assert "geen fouten" in err


def test_a_scenario_is_checked_with_its_rehearsals_and_its_landscape(ask: Ask, folder: Path) -> None:
    code, _, err = ask("check", folder)
    assert code == 0
    assert err.startswith("3 bestanden nagekeken")


def test_every_mistake_is_told_at_once_at_its_line_and_the_code_is_1(ask: Ask, folder: Path) -> None:
    scenario = folder / "scenario.yaml"
    text = scenario.read_text(encoding="utf-8")
    scenario.write_text(
        text.replace("from: ciso", "from: cso").replace("{node: burgerzaken, level", "{node: burgerzakn, level"), "utf-8"
    )
    code, out, err = ask("check", scenario)
    wrong = [line for line in out.splitlines() if ": fout:" in line]
    assert code == 1
    assert len(wrong) == 2
    assert all(line.startswith(f"{scenario}:") for line in wrong)
    assert "ciso" in wrong[0]
    assert "burgerzaken" in wrong[1]
    assert "2 fouten" in err


def test_remarks_alone_are_no_mistake(ask: Ask, folder: Path) -> None:
    scenario = folder / "scenario.yaml"
    scenario.write_text(scenario.read_text(encoding="utf-8").replace("[K6a, K7]", "[K6a, K7, V9]"), "utf-8")
    code, out, _ = ask("check", scenario)
    assert code == 0
    assert "let op:" in out


def test_a_mistake_in_a_rehearsal_is_found_too(ask: Ask, folder: Path) -> None:
    script = folder / "rehearsals" / "typisch.yaml"
    script.write_text(script.read_text(encoding="utf-8").replace("node: burgerzaken", "node: burgerzakn"), "utf-8")
    code, out, _ = ask("check", folder)
    assert code == 1
    assert str(script) in out
    assert "burgerzaken" in out


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[" * 100_000, b"id: [\n", b"- 1\n", b"a: &x 1\nb: *x\n", b"\x00"])
def test_nonsense_is_a_clear_message_and_no_bug(ask: Ask, tmp_path: Path, content: bytes) -> None:
    nonsense = tmp_path / "onzin.yaml"
    nonsense.write_bytes(content)
    code, out, _ = ask("check", nonsense)
    assert code == 1
    assert out.startswith(str(nonsense))


def test_what_lies_in_hidden_folders_or_is_other_yaml_is_left_alone(ask: Ask, folder: Path) -> None:
    (folder / ".venv").mkdir()
    (folder / ".venv" / "scenario.yaml").write_text("onzin: [", encoding="utf-8")
    (folder / "docker-compose.yaml").write_text("services: {}\n", encoding="utf-8")
    assert ask("check", folder).err.startswith("3 bestanden nagekeken: geen fouten")


def test_a_path_that_is_not_there_and_an_empty_folder_are_told(ask: Ask, tmp_path: Path) -> None:
    assert ask("check", tmp_path / "weg.yaml").code == 1
    (tmp_path / "leeg").mkdir()
    code, out, _ = ask("check", tmp_path / "leeg")
    assert code == 1
    assert "geen scenario" in out


@pytest.mark.parametrize("kind", ["scenario", "landscape", "script"])
def test_the_schema_is_json_with_dutch_descriptions(ask: Ask, kind: str) -> None:
    code, out, err = ask("schema", kind)
    schema = json.loads(out)
    assert (code, err) == (0, "")
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["description"]
