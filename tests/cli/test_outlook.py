"""outlook on an exercise file: the options beside each other, in what shape, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ask

BEFORE = ("--at", "08:45")
"""A few minutes before the team decides."""
FEW = ("--futures", "3")
KINDS = ["resident_hours", "resident_hours_beyond_limit", "cost_low", "cost_high", "clocks_missed"]


def test_json_gives_nobody_first_and_then_each_option_with_every_kind_of_harm(ask: Ask, file: Path) -> None:
    code, out, _ = ask("outlook", file, "--decision", "rekencentrum-uit", *BEFORE, *FEW, "--json")
    told = json.loads(out)
    assert (code, told["decision"], told["futures"], told["seed"]) == (0, "rekencentrum-uit", 3, 1)
    assert [way["option"] for way in told["ways"]][:2] == ["", "uit"]
    for way in told["ways"]:
        assert [figure["kind"] for figure in way["figures"]] == KINDS
        assert all(figure["expected"]["spread"] == sorted(figure["expected"]["spread"]) for figure in way["figures"])
    assert {figure["judged"] for figure in told["ways"][0]["figures"]} == {None}


def test_the_outlook_of_nobody_is_told_with_what_comes(ask: Ask, file: Path) -> None:
    code, out, _ = ask("outlook", file, *BEFORE, *FEW)
    assert code == 0
    assert "Wat er komt als niemand nog iets besluit" in out
    assert "Niemand besluit nog iets" in out
    assert out.index("ma 0") < out.index("gemiste dienst-uren")


def test_only_this_exercise_needs_no_futures(ask: Ask, file: Path) -> None:
    code, out, _ = ask("outlook", file, "--decision", "rekencentrum-uit", *BEFORE, "--futures", "0")
    assert code == 0
    assert "te verwachten" not in out
    assert "vergeleken met niemand" in out


def test_the_same_file_gives_the_same_figures(ask: Ask, file: Path) -> None:
    first, again = (ask("outlook", file, *BEFORE, *FEW, "--json").out for _ in range(2))
    assert first == again


def test_nothing_is_written_to_the_exercise_file(ask: Ask, file: Path) -> None:
    before = file.read_bytes()
    ask("outlook", file, "--decision", "rekencentrum-uit", *BEFORE, *FEW)
    assert file.read_bytes() == before


def test_it_looks_from_where_the_clock_stood_and_not_from_the_last_event(ask: Ask, tmp_path: Path) -> None:
    from simulator.exercise import commands as c
    from simulator.session import Session
    from tests.insight.lucky import lucky

    setting = lucky()
    path, now = tmp_path / "loopt.oefening", [0.0]
    session = Session.create(path, setting.scenario, setting.landscape, monotonic=lambda: now[0])
    session.do(c.Start())
    while session.seconds < 100 * 60:
        now[0] += 4
        session.tick()
    session.close()
    told = json.loads(ask("outlook", path, *FEW, "--json").out)
    assert told["minute"] == 100


def test_an_exercise_that_ended_is_refused_and_points_to_an_earlier_moment(ask: Ask, file: Path) -> None:
    code, out, err = ask("outlook", file, *FEW)
    assert (code, out) == (1, "")
    assert "afgelopen" in err
    assert "--at" in err


@pytest.mark.parametrize(("decision", "words"), [("rekencentrum", "bestaat niet"), ("rekencentrum-uit", "al genomen")])
def test_a_decision_that_does_not_lie_open_is_refused(ask: Ask, file: Path, decision: str, words: str) -> None:
    code, out, err = ask("outlook", file, "--decision", decision, "--at", "09:00")
    assert (code, out) == (1, "")
    assert words in err


@pytest.mark.parametrize("number", ["-3", "veel"])
def test_futures_that_cannot_be_are_wrong_usage(ask: Ask, file: Path, number: str) -> None:
    code, _, err = ask("outlook", file, f"--futures={number}", *BEFORE)
    assert code == 2
    assert number in err
