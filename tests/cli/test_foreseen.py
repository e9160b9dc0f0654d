"""forecast and rehearse: data on stdout, the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest

from simulator.exercise.events import EVENT_TYPES
from tests.cli.conftest import Ask


def test_a_forecast_tells_what_changes_and_why(ask: Ask, folder: Path) -> None:
    code, out, _ = ask("forecast", folder, "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["scenario"], told["landscape"]) == ("loket-dicht", "waterdam")
    hit = next(change for change in told["changes"] if change["node"] == "rekencentrum")
    assert (hit["minute"], hit["level"]) == (10, 0)
    assert set(hit) == {"node", "minute", "level", "served", "cause"}
    assert set(hit["cause"]) == {"kind", "node", "intervention", "group"}
    assert all(change["minute"] <= told["horizon"] for change in told["changes"])


def test_a_forecast_reads_as_a_time_line(ask: Ask, folder: Path) -> None:
    lines = ask("forecast", folder).out.splitlines()
    times = [line[:8] for line in lines if line.startswith("ma ") and "(dag" not in line]
    assert len(times) > 5
    assert times == sorted(times)
    assert any(line.startswith("Schade") for line in lines)


def test_a_rehearsal_gives_its_events_and_its_harm(ask: Ask, folder: Path) -> None:
    told = json.loads(ask("rehearse", folder, "--script", "typisch", "--json").out)
    assert set(told) == {"scenario", "script", "seed", "model", "events", "harm"}
    assert [event["seq"] for event in told["events"]] == list(range(1, len(told["events"]) + 1))
    assert all({"seq", "minute", "actor", "type"} <= set(event) for event in told["events"])
    assert {event["actor"] for event in told["events"]} == {"oefenleider", "systeem"}
    assert any(event["type"] == "DecisionTaken" and event["option"] == "uit" for event in told["events"])
    assert set(told["harm"]) == {"resident_hours", "resident_hours_beyond_limit", "cost_low", "cost_high", "clocks_missed"}
    assert all(type(value) is int for value in told["harm"].values())


def test_no_field_of_an_event_hides_what_stands_around_it() -> None:
    around = {"seq", "minute", "actor", "type", "event", "wall", "hash"}
    assert {name: around & {field.name for field in fields(event)} for name, event in EVENT_TYPES.items()} == {
        name: set() for name in EVENT_TYPES
    }


def test_the_same_rehearsal_twice_gives_the_same_bytes(ask: Ask, folder: Path) -> None:
    first = ask("rehearse", folder, "--script", "typisch", "--json").out
    assert first == ask("rehearse", folder, "--script", "typisch", "--json").out


def test_a_script_may_be_a_file_too(ask: Ask, folder: Path) -> None:
    script = folder / "rehearsals" / "typisch.yaml"
    by_file = ask("rehearse", folder, "--script", script, "--json").out
    assert by_file == ask("rehearse", folder, "--script", "typisch", "--json").out


def test_a_mistyped_script_or_scenario_gets_the_nearest_one(ask: Ask, folder: Path) -> None:
    assert "`typisch`" in ask("rehearse", folder, "--script", "typich").err
    code, out, err = ask("forecast", "alles-op-slo")
    assert (code, out) == (1, "")
    assert "`alles-op-slot`" in err


def test_what_cannot_be_done_names_the_step_and_writes_no_file(ask: Ask, folder: Path, tmp_path: Path) -> None:
    script = folder / "rehearsals" / "dubbel.yaml"
    text = (folder / "rehearsals" / "typisch.yaml").read_text(encoding="utf-8")
    script.write_text(
        text + "  - {at: T+1:00, meet_clock: melding-csirt}\n  - {at: T+1:00, meet_clock: melding-csirt}\n", "utf-8"
    )
    code, out, err = ask("rehearse", folder, "--script", "dubbel", "-o", tmp_path / "nee.oefening")
    assert (code, out) == (1, "")
    assert "al gehaald" in err
    assert not (tmp_path / "nee.oefening").exists()


def test_a_rehearsal_never_overwrites_a_file(ask: Ask, folder: Path, file: Path) -> None:
    before = file.read_bytes()
    code, _, err = ask("rehearse", folder, "--script", "typisch", "-o", file)
    assert code == 1
    assert "bestaat al" in err
    assert file.read_bytes() == before


@pytest.mark.parametrize("script", ["voorbeeldig", "typisch", "afwachtend"])
def test_the_shipped_rehearsals_play_to_the_end(ask: Ask, script: str) -> None:
    told = json.loads(ask("rehearse", "alles-op-slot", "--script", script, "--json").out)
    assert told["events"][-1]["type"] == "ExerciseEnded"


@pytest.mark.parametrize("script", ["voorbeeldig", "afwachtend"])
def test_missed_terms_are_named_for_what_they_are_and_those_of_the_law_apart(ask: Ask, script: str) -> None:
    missed = json.loads(ask("rehearse", "alles-op-slot", "--script", script, "--json").out)["harm"]["clocks_missed"]
    told = ask("rehearse", "alles-op-slot", "--script", script).out
    assert "wettelijke termijnen" not in told
    assert (f"{missed} termijnen gemist, 1 daarvan uit een wet\n" if missed else "geen termijnen gemist\n") in told


def test_a_prepared_team_does_less_harm_than_a_usual_one_and_that_less_than_one_that_waits(ask: Ask) -> None:
    def missed(script: str) -> int:
        told = json.loads(ask("rehearse", "alles-op-slot", "--script", script, "--json").out)
        return int(told["harm"]["resident_hours"])

    assert missed("voorbeeldig") < missed("typisch") < missed("afwachtend")
