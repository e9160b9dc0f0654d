"""A stranger's case: right as the page has it, wrong with every mistake at its line, and never with a number of its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from pydantic import BaseModel

from simulator.errors import NotFound, ScenarioInvalid
from simulator.scenario import general, incident
from simulator.scenario.incident import Accuracy, Incident, Measure
from simulator.scenario.incident_files import (
    CASE_FILE,
    GENERAL_FILE,
    case_files,
    general_of,
    incidents_folder,
    load_cases,
    load_general,
    load_incident,
)
from tests.scenario.conftest import edited

PAGE = (Path(__file__).parents[2] / "docs" / "calibration.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
CASE = EXAMPLE[1] if EXAMPLE else ""
GENERAL = incidents_folder() / GENERAL_FILE


def load(folder: Path, *edits: tuple[str, str]) -> Incident:
    file = folder / CASE_FILE
    file.write_text(edited(CASE, edits), encoding="utf-8")
    return load_incident(file, load_general(GENERAL))


def refused(folder: Path, *edits: tuple[str, str]) -> list[str]:
    with pytest.raises(ScenarioInvalid) as caught:
        load(folder, *edits)
    return [str(problem).removeprefix(str(folder / CASE_FILE)) for problem in caught.value.problems]


def test_the_example_of_the_page_is_a_case(tmp_path: Path) -> None:
    case = load(tmp_path)
    assert case.points[0].measure is Measure.SERVED
    assert case.points[0].at == 12 * 24 * 60
    assert case.points[3].not_modelled == "een brief is een besluit"
    assert case.isolations[0].at == 120
    assert case.backups_lost == 50


def test_what_was_not_published_is_left_out(tmp_path: Path) -> None:
    assert load(tmp_path, ("backups_lost: 50\n", "")).backups_lost is None


WRONG = [
    ("t0: 2031-03-01", "t0: 1 maart 2031", 4, "'1 maart 2031' is geen datum. Schrijf jaar-maand-dag"),
    ("t0: 2031-03-01", "t0: 2031-02-30", 4, "'2031-02-30' is geen datum."),
    ("residents: 80000", "residents: 80.000", 5, "'80.000' is geen heel getal."),
    ("sources: [gemeenteblad 12-3-2031]", "sources: []", 6, "minstens 1"),
    ("[netwerk, identiteit", "[netwerk, identitiet", 7, "Bedoelde u `identiteit`?"),
    ("like: zaaksysteem", "like: zaaksysteen", 9, "Bedoelde u `zaaksysteem`?"),
    ("id: bibliotheek", "id: financien", 9, "`financien` is al een algemeen onderdeel."),
    ("cloud: [website]", "cloud: [webiste]", 10, "Bedoelde u `website`?"),
    ("cloud: [website]", "cloud: [telefonie]", 10, "onderdeel van deze casus `telefonie` bestaat niet."),
    ("nodes: own", "nodes: all", 13, "[treffer 1] `nodes`: hier hoort een lijst"),
    ("nodes: own", "nodes: [back-up]", 13, "Schrijf backups_lost."),
    ("nodes: own", "nodes: [reisdocumenten]", 13, "Noem het systeem waar het op draait, of kies cause: failure."),
    ("cause: attack", "cause: atack", 13, "Bedoelde u `attack`?"),
    ("{at: 2h, nodes: [website]}", "{at: 2h, until: 2h, nodes: [website]}", 15, "until moet later zijn dan at."),
    ("at: 12d", "at: 12 dagen", 17, "'12 dagen' is geen duur."),
    ("at: 12d", "at: 7301d", 17, "het meeste is 7300 dagen"),
    ("at: 12d, acc: E", "min: 12d, acc: E", 17, "bij acc E hoort at."),
    ("at: 12d, ", "", 17, "[punt 1] `points`: een punt heeft een tijd nodig."),
    ("measure: served, level: 20, ", "", 17, "measure met nodes, of not_modelled met de reden"),
    ("measure: served", "measure: hersteld", 17, "'hersteld' kan hier niet."),
    ("min: 60d, max: 90d", "min: 90d, max: 60d", 18, "van klein naar groot"),
    ("min: 100d, acc: B", "at: 100d, acc: B", 19, "bij acc B horen min of max, en geen at."),
    ("at: 20d, acc: E, not", "at: 20d, acc: E, nodes: [website], not", 20, "nodes en measure horen bij elkaar"),
    ("backups_lost: 0, loses: [e-mail]", "loses: [e-mail]", 22, "[variant heel] `variants`: een variant verandert iets."),
    ("backups_lost: 0, loses: [e-mail]", "backups_lost: 0", 22, "een variant zegt wat er dan moet gebeuren."),
    ("hits:", "treffers:", 12, "de sleutel `treffers` bestaat hier niet."),
]


@pytest.mark.parametrize(("right", "mistake", "line", "words"), WRONG)
def test_a_mistake_is_told_at_its_line(right: str, mistake: str, line: int, words: str, tmp_path: Path) -> None:
    problems = refused(tmp_path, (right, mistake))
    assert [problem for problem in problems if problem.startswith(f":{line}:") and words in problem], problems


def test_the_column_is_that_of_what_is_wrong(tmp_path: Path) -> None:
    line = next(each for each in CASE.splitlines() if "at: 12d" in each)
    (problem,) = refused(tmp_path, ("at: 12d", "at: ooit"))
    assert problem.startswith(f":17:{line.index('12d') + 1}: fout: [punt 1]")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    problems = refused(tmp_path, ("80000", "veel"), ("[netwerk,", "[netwrk,"), ("at: 12d", "at: ooit"), ("acc: A", "acc: Z"))
    assert len(problems) == 4


def test_points_that_nothing_can_touch_are_refused(tmp_path: Path) -> None:
    without = ("hits:\n  - {at: 0m, nodes: own, cause: attack}\nisolations:\n  - {at: 2h, nodes: [website]}\n", "")
    (problem,) = refused(tmp_path, without)
    assert "er is niets geraakt of afgesloten" in problem


def test_a_value_without_source_and_not_called_an_estimate_is_refused(tmp_path: Path) -> None:
    file = tmp_path / GENERAL_FILE
    text = re.sub(r"(failure:\n(?:  .*\n){3})  source: .*\n  estimate: true\n", r"\1", GENERAL.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioInvalid, match=r"deze waarde heeft geen bron\. Schrijf source, of estimate: true"):
        load_general(file)


@pytest.mark.parametrize(
    ("right", "mistake", "words"),
    [
        ("repair: basis", "repair: bais", "soort herstel `bais` bestaat niet. Bedoelde u `basis`?"),
        ("kind: noodomgeving", "kind: noodomgving", "soort noodprocedure `noodomgving` bestaat niet."),
        ("repair_needs: [netwerk]", "repair_needs: [netwrk]", "Bedoelde u `netwerk`?"),
        ("{of: [stroom]", "{of: [strom]", "Bedoelde u `stroom`?"),
        ("likely: 8d", "likely: 80d", "min, likely en max moeten van klein naar groot staan"),
    ],
)
def test_a_mistake_in_the_general_file_is_told(right: str, mistake: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / GENERAL_FILE
    file.write_text(edited(GENERAL.read_text(encoding="utf-8"), ((right, mistake),)), encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as caught:
        load_general(file)
    assert words in str(caught.value)
    assert re.match(r".+general\.yaml:\d+:\d+: fout:", str(caught.value))


def test_cases_are_found_in_a_file_a_folder_and_a_folder_of_folders(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / CASE_FILE).write_text(CASE.replace("voorbeeldstad", name), encoding="utf-8")
    assert case_files(tmp_path / "a") == case_files(tmp_path / "a" / CASE_FILE) == (tmp_path / "a" / CASE_FILE,)
    assert [case.id for case in load_cases(tmp_path).incidents] == ["a-2031", "b-2031"]
    for nothing in (tmp_path / "a" / "niets", tmp_path / "leeg.yaml"):
        with pytest.raises(NotFound, match="staat geen casus"):
            case_files(nothing)


def test_what_cases_share_is_beside_them_or_the_one_that_is_shipped(tmp_path: Path) -> None:
    case = tmp_path / "a" / CASE_FILE
    case.parent.mkdir()
    case.write_text(CASE, encoding="utf-8")
    assert general_of(case) == GENERAL
    shutil.copy(GENERAL, tmp_path / GENERAL_FILE)
    assert load_cases(tmp_path).general_file == tmp_path / GENERAL_FILE


def test_two_cases_with_one_id_are_refused_with_the_mistakes_of_all_files(tmp_path: Path) -> None:
    for name, text in (("a", CASE), ("b", CASE), ("c", CASE.replace("80000", "veel"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / CASE_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as caught:
        load_cases(tmp_path)
    told = [str(problem) for problem in caught.value.problems]
    assert "er is al een casus met het id `voorbeeldstad-2031`." in told[0]
    assert "'veel' is geen heel getal." in told[-1]


@pytest.mark.parametrize(
    "garbage", ["", "[1, 2]", "a: [[[[", "points: {a: 1}\nnodes: 3\nhits: [{nodes: 3}]\nextra: [1]", "id: [x]\nid: y"]
)
def test_garbage_is_refused_with_a_place(garbage: str, tmp_path: Path) -> None:
    (tmp_path / CASE_FILE).write_text(garbage, encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as caught:
        load_cases(tmp_path)
    assert all(problem.line for problem in caught.value.problems)


def test_the_page_explains_every_key_of_a_case() -> None:
    models = [found for found in vars(incident).values() if isinstance(found, type) and issubclass(found, BaseModel)]
    keys = {name for model in models for name in model.model_fields if model.__module__ == incident.__name__}
    assert len(keys) > 20
    assert [key for key in sorted(keys) if f"`{key}`" not in PAGE] == []
    assert [each for each in Measure if f"`{each}`" not in PAGE] == []
    assert [each for each in Accuracy if f" {each} " not in PAGE] == []


def test_the_page_names_every_general_value() -> None:
    shared = load_general(GENERAL)
    assert isinstance(shared, general.General)
    classes = [f"`{each.id}`" for each in (*shared.repairs, *shared.fallbacks)]
    assert [name for name in classes if name not in PAGE] == []
    rows = [f"| `{node.id}` | {node.name} | {node.repair or ''} |" for node in shared.nodes]
    assert [row for row in rows if row not in PAGE] == []
    for span in (*shared.repairs, *shared.fallbacks, shared.forensics.first, shared.forensics.scan, shared.failure):
        assert f"{_told(span.min)} - {_told(span.likely)} - {_told(span.max)}" in PAGE


def _told(minutes: int) -> str:
    return f"{minutes // 1440}d" if minutes % 1440 == 0 else f"{minutes // 60}h"
