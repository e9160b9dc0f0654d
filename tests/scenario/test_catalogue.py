"""The council's questions and papers as they are written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.cli.checking import checked
from simulator.errors import ScenarioInvalid
from simulator.scenario.council.load import COUNCIL_FILES, catalogue, council_file, load_catalogue
from simulator.scenario.council.questions import CouncilRole, QuestionClass
from simulator.scenario.library import shipped
from simulator.scenario.load import Loaded
from simulator.scenario.references import QUESTIONS

LETTERS = {
    CouncilRole.VOLKSVERTEGENWOORDIGEND: "V",
    CouncilRole.KADERSTELLEND: "K",
    CouncilRole.CONTROLEREND: "C",
}


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A copy of the council's files."""
    for name in COUNCIL_FILES:
        shutil.copy(council_file(name), tmp_path / name)
    return tmp_path


def test_every_question_of_the_factsheet_is_there_once_in_its_order_under_its_role() -> None:
    questions = catalogue().questions
    assert tuple(questions) == QUESTIONS
    assert all(name[0] == LETTERS[question.role] for name, question in questions.items())


def test_each_question_has_a_place_of_its_own_in_the_factsheet() -> None:
    places = [(each.role, each.place.heading, each.place.item) for each in catalogue().questions.values()]
    assert len(set(places)) == len(places)


def test_the_classes_count_as_the_factsheet_allows() -> None:
    classes = [each.class_ for each in catalogue().questions.values()]
    assert [classes.count(kind) for kind in QuestionClass] == [11, 6, 12, 4]


def test_every_question_on_paper_asks_for_a_paper() -> None:
    paper = [each for each in catalogue().questions.values() if each.class_ is QuestionClass.PAPIER]
    assert [each.id for each in paper if not each.documents] == []


def test_no_article_of_a_law_is_called_verified_before_a_jurist_looked() -> None:
    norms = [norm for each in catalogue().questions.values() for norm in each.norms]
    assert [norm.ref for norm in norms if norm.of == "wet" and norm.verified] == []
    assert any(norm.verified for norm in norms)


def test_questions_can_be_read_aloud() -> None:
    for each in catalogue().questions.values():
        assert len(each.text.split()) <= 20, each.id
        assert each.text.endswith("?")
        assert each.follow_up.endswith("?")


@pytest.mark.parametrize(
    ("wrong", "right", "says"),
    [
        ("acts: [gerucht-rechtzeten]", "acts: [gerucht-rechtzetten]", "[raadsvraag V11, bewijsregel 1] handeling"),
        ("after: gerugt,", "after: gerucht,", "onderwerp `gerugt` bestaat niet. Bedoelde u `gerucht`?"),
        ("terms: [opschaln]", "terms: [opschalen]", "termijn `opschaln` bestaat niet"),
        ("role: fgg,", "role: fg,", "rol `fgg` bestaat niet"),
        ("documents: [gedragscod]", "documents: [gedragscode]", "document `gedragscod` bestaat niet"),
        ("fallback: {}", "fallbacks: {}", "de sleutel `fallback` bestaat hier niet"),
        ("- id: V12\n", "- id: V11\n", "raadsvraag `V12` bestaat niet"),
        ("class: gesprek\n    text: \"Weet een", "class: antwoord\n    text: \"Weet een", "heeft bewijsregels"),
    ],
)  # fmt: skip
def test_a_rule_that_names_what_is_not_there_is_an_error_of_check_at_its_place(
    council: Path, wrong: str, right: str, says: str
) -> None:
    file = council / "questions.yaml"
    written = file.read_text(encoding="utf-8")
    assert right in written
    file.write_text(written.replace(right, wrong, 1), encoding="utf-8")
    problems = [str(problem) for each in checked([str(council)]) for problem in each.problems if each.file == file]
    assert any(says in problem for problem in problems), problems
    now = file.read_text(encoding="utf-8")
    line = now[: now.index(wrong)].count("\n") + 1
    assert any(f"questions.yaml:{near}:" in problem for near in range(line - 5, line + 2) for problem in problems)


def test_a_question_that_is_missing_is_named(council: Path) -> None:
    file = council / "questions.yaml"
    head, _, tail = file.read_text(encoding="utf-8").partition("  - id: C10\n")
    assert tail
    file.write_text(head, encoding="utf-8")
    with pytest.raises(ScenarioInvalid, match="C10 ontbreekt"):
        load_catalogue(council)


def test_a_document_and_a_question_name_each_other(council: Path) -> None:
    file = council / "documents.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("questions: [V10]", "questions: [V5]"), encoding="utf-8")
    with pytest.raises(ScenarioInvalid, match="noemen elkaar niet allebei"):
        load_catalogue(council)


def test_check_looks_at_the_councils_files_in_the_shipped_folder() -> None:
    looked_at = {each.file.name: each.problems for each in checked([str(shipped() / "council")])}
    assert set(COUNCIL_FILES) <= set(looked_at)
    assert [name for name, problems in looked_at.items() if problems] == []


@pytest.mark.parametrize(
    ("claims", "shown"),
    [
        ("K6a, K7", ()),
        ("K6a, K7, K9", ()),
        ("K6a, K7, V9", ("V9",)),
        ("K6a, K7, K2", ("K2",)),
        ("V9, V11, C2", ("V9", "V11", "C2")),
    ],
)
def test_check_remarks_on_a_claimed_question_that_nothing_can_show(
    load_edited: Callable[..., Loaded], claims: str, shown: tuple[str, ...]
) -> None:
    played = load_edited(("questions: [K6a, K7]", f"questions: [{claims}]"))
    found = [each for each in checked([str(played.folder / "scenario.yaml")]) if each.file.name == "scenario.yaml"]
    unseen = [str(problem) for each in found for problem in each.problems if "kan hem laten zien" in problem.message]
    assert {name for name in catalogue().questions if any(f"raadsvraag {name} " in one for one in unseen)} == set(shown)
    assert all(":13:" in one for one in unseen)
    assert all("Zet raises: [dreiging-raadslid] bij een bericht" in one for one in unseen if "V9" in one)
