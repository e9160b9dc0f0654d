"""Scenarios, landscapes and rehearsals are found by id, folder or file, and never outside where they belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import NotFound, ScenarioInvalid
from simulator.scenario.library import find_landscape, find_scenario, find_script, library, shipped
from simulator.scenario.load import load_scenario, load_script, scenario_from_json, scenario_to_json

ENTRIES = {entry.id: entry.path for entry in library()}


@pytest.mark.parametrize("scenario", ENTRIES)
def test_every_shipped_scenario_loads_with_its_rehearsals_and_survives_json(scenario: str) -> None:
    loaded = load_scenario(find_scenario(scenario))
    assert loaded.scenario.id == scenario
    assert scenario_from_json(scenario_to_json(loaded.scenario, loaded.landscape)) == (loaded.scenario, loaded.landscape)
    for path in sorted((loaded.folder / "rehearsals").glob("*.yaml")):
        assert load_script(path, loaded.scenario, loaded.landscape).id == path.stem


def test_a_scenario_is_found_by_folder_and_by_file(folder: Path) -> None:
    assert find_scenario(str(folder)) == folder / "scenario.yaml"
    assert find_scenario(str(folder / "scenario.yaml")) == folder / "scenario.yaml"
    assert load_scenario(folder / "scenario.yaml").folder == folder


@pytest.mark.parametrize("name", ["", "bestaat-niet", "nul\0teken", "x" * 5_000, "../../etc/passwd", "weg.yaml", "\x1b[2J"])
def test_a_scenario_that_is_not_there_is_said_to_be_so(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFound) as refused:
        find_scenario(name)
    assert "\x1b" not in str(refused.value)


@pytest.mark.skipif(not ENTRIES, reason="de bibliotheek is leeg")
def test_a_misspelt_scenario_gets_the_nearest() -> None:
    known = next(iter(ENTRIES))
    with pytest.raises(NotFound, match=f"Bedoelde u `{known}`"):
        find_scenario(known[:-1])


def test_a_folder_without_a_scenario_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"geen scenario\.yaml"):
        find_scenario(str(tmp_path))


def test_a_landscape_beside_the_scenario_goes_before_one_of_the_library(folder: Path) -> None:
    assert find_landscape(folder, "waterdam") == folder / "landscapes" / "waterdam.yaml"
    beside = folder / "waterdam.yaml"
    beside.write_text("id: waterdam\n", "utf-8")
    assert find_landscape(folder, "waterdam") == beside


def test_a_landscape_of_the_library_is_found_by_its_id(folder: Path) -> None:
    for path in (shipped() / "landscapes").glob("*.yaml"):
        assert find_landscape(folder, path.stem) == path


def test_a_landscape_that_links_out_of_the_folder_is_not_read(folder: Path, tmp_path: Path) -> None:
    inside = folder / "landscapes" / "waterdam.yaml"
    inside.rename(tmp_path / "elders.yaml")
    inside.symlink_to(tmp_path / "elders.yaml")
    assert find_landscape(folder, "waterdam") is None
    with pytest.raises(ScenarioInvalid, match="landschap `waterdam` is niet gevonden"):
        load_scenario(folder)


def test_a_rehearsal_is_found_by_name_and_by_file_and_not_through_a_link_out(folder: Path, tmp_path: Path) -> None:
    path = folder / "rehearsals" / "typisch.yaml"
    assert find_script(folder, "typisch") == path
    assert find_script(folder, str(path)) == path
    with pytest.raises(NotFound, match="Bedoelde u `typisch`"):
        find_script(folder, "typish")
    path.rename(tmp_path / "elders.yaml")
    path.symlink_to(tmp_path / "elders.yaml")
    with pytest.raises(NotFound):
        find_script(folder, "typisch")
