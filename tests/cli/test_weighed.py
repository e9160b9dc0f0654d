"""luck on an exercise file: what is told, in what shape, and what is refused."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.cli.weighed import lines
from simulator.insight.luck import luck
from tests.cli.conftest import Ask
from tests.insight.lucky import ALL, lucky, played

ROOT = Path(__file__).resolve().parents[2]
FEW = ("--futures", "20")


def test_json_gives_each_kind_of_harm_with_its_decisions(ask: Ask, file: Path) -> None:
    code, out, _ = ask("luck", file, *FEW, "--json")
    told = json.loads(out)
    assert (code, told["futures"], told["seed"], told["finished"]) == (0, 20, 1, True)
    assert isinstance(told["compiled"], bool)
    assert set(told["kinds"]) == {"resident_hours", "resident_hours_beyond_limit", "cost_low", "cost_high", "clocks_missed"}
    for kind in told["kinds"].values():
        keys = {"played", "expected_with", "expected_without", "skill", "luck", "percentile", "decisions", "not_modelled"}
        assert keys <= set(kind)
        assert sum(each["share"] for each in kind["decisions"]) == pytest.approx(kind["skill"], abs=1e-6)
        assert all({"id", "share", "standard_error"} <= set(each) for each in kind["decisions"])


def test_the_run_played_is_the_harm_that_the_rehearsal_told(ask: Ask, file: Path, folder: Path) -> None:
    harm = json.loads(ask("rehearse", folder, "--script", "typisch", "--json").out)["harm"]
    kinds = json.loads(ask("luck", file, *FEW, "--json").out)["kinds"]
    assert {name: kind["played"] for name, kind in kinds.items()} == harm


def test_the_same_file_gives_the_same_figures_and_another_seed_others(ask: Ask, file: Path) -> None:
    first, again, other = (ask("luck", file, *FEW, "--json", "--seed", seed).out for seed in ("1", "1", "7"))
    assert first == again
    assert json.loads(other)["seed"] == 7


def test_it_reads_from_nobody_over_each_decision_to_how_it_went(ask: Ask, file: Path) -> None:
    code, out, _ = ask("luck", file, *FEW)
    assert code == 0
    first = out.split("\n\n")[1]
    found = [first.index(words) for words in ("Als niemand iets besluit", "Met deze besluiten te verwachten", "Zo liep het")]
    assert found == sorted(found)
    assert "niet over mensen" in out


def test_a_decision_that_hurt_is_said_to_have_done_so() -> None:
    setting = lucky()
    play = played(setting, *ALL)
    out = "\n".join(lines(setting, luck(setting, play.stamped, futures=40, compiled=False)))
    line = next(line for line in out.splitlines() if "Dilemma los" in line)
    assert "+ " in line
    assert "maakte het erger" in line
    assert "Niet doorgerekend: Dilemma raad." in out


@pytest.mark.parametrize("number", ["0", "-3"])
def test_no_futures_is_wrong_usage(ask: Ask, file: Path, number: str) -> None:
    code, out, err = ask("luck", file, f"--futures={number}")
    assert (code, out) == (2, "")
    assert "minstens 1" in err


def test_futures_that_are_no_number_are_wrong_usage(ask: Ask, file: Path) -> None:
    code, _, err = ask("luck", file, "--futures", "veel")
    assert code == 2
    assert "--futures" in err
    assert "veel" in err


def test_what_is_no_exercise_is_told_with_code_1(ask: Ask, tmp_path: Path) -> None:
    code, out, err = ask("luck", tmp_path / "weg.oefening")
    assert (code, out) == (1, "")
    assert "weg.oefening" in err


def test_an_exercise_that_has_not_begun_has_no_luck_yet(ask: Ask, tmp_path: Path) -> None:
    from simulator.session import Session

    setting = lucky()
    path = tmp_path / "nieuw.oefening"
    Session.create(path, setting.scenario, setting.landscape).close()
    code, out, err = ask("luck", path, *FEW)
    assert (code, out) == (1, "")
    assert "nog niet begonnen" in err


def test_a_scenario_without_a_usual_team_says_so_and_goes_on(ask: Ask, file: Path) -> None:
    code, out, err = ask("luck", file, *FEW)
    assert code == 0
    assert "typisch" in err
    assert "script typisch" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of the Unix kind")
def test_ctrl_c_wipes_the_progress_and_leaves_with_130(ask: Ask, tmp_path: Path) -> None:
    import pty

    path = tmp_path / "lang.oefening"
    assert ask("rehearse", "alles-op-slot", "--script", "typisch", "-o", path).code == 0
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "simulator", "luck", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs) as running:
        os.close(theirs)
        seen = _read_until(ours, b"%")
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=20)
        seen += _read_until(ours, b"Afgebroken.")
    os.close(ours)
    assert (running.returncode, out) == (130, b"")
    last = seen.decode().rsplit("\r", 3)
    assert last[-3].strip() == "", "the line was not wiped"
    assert last[-2].strip() == "Afgebroken."
    assert "\x1b" not in seen.decode()


def _read_until(terminal: int, words: bytes, seconds: float = 30) -> bytes:
    seen, end = b"", time.monotonic() + seconds
    while words not in seen and time.monotonic() < end:
        seen += os.read(terminal, 4096)
    return seen
