"""The page about the systems that the factsheets name: every place that it promises is there."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest

from simulator.scenario.council.load import catalogue
from simulator.scenario.council.rules import RULES
from simulator.scenario.library import find_scenario
from simulator.scenario.load import load_scenario

DOCS = Path(__file__).parent.parent / "docs"
SYSTEMS = (
    "IBD", "ENSIA", "GGI-Veilig", "Cyberbeveiligingswet (NIS2)", "IVP", "Focusblad Digitale Veiligheid",
    "Agenda Digitale Veiligheid", "Bestuurlijk convenant", "Veiligheidsregio", "waarstaatjegemeente.nl", "Rekenkamer",
    "P&C-cyclus", "Verbonden partijen",
)  # fmt: skip
"""What the factsheets name."""


def rows() -> dict[str, list[str]]:
    """The places of each system."""
    lines = [line for line in (DOCS / "systems.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]
    return {row[0]: re.findall(r"`([^`]+)`", row[2]) for row in cells}


@cache
def known(kind: str, scenario: str = "") -> Collection[str]:
    """The ids of a kind."""
    shipped = catalogue()
    council: dict[str, Collection[str]] = {
        "question": shipped.questions,
        "document": shipped.documents,
        "term": shipped.words.terms,
        "act": shipped.words.acts,
        "topic": shipped.words.topics,
    }
    if kind in council:
        return council[kind]
    played = load_scenario(find_scenario(scenario)).scenario
    ids = {
        "message": {each.id for each in played.injects},
        "decision": {each.id for each in played.decisions},
        "clock": {each.id for each in played.clocks},
    }
    return ids[kind]


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_that_the_factsheets_name_has_a_working_place(system: str) -> None:
    assert rows()[system]


@pytest.mark.parametrize("place", sorted({place for places in rows().values() for place in places}))
def test_every_place_on_the_page_is_there(place: str) -> None:
    kind, _, name = place.partition(":")
    scenario, _, item = name.rpartition("/")
    assert item in known(kind, scenario)


def test_a_document_on_the_page_is_asked_for_by_a_question() -> None:
    documents = {place.partition(":")[2] for places in rows().values() for place in places if place.startswith("document:")}
    assert [name for name in documents if not catalogue().documents[name].questions] == []


def test_the_page_about_evidence_explains_every_rule_and_class() -> None:
    text = (DOCS / "evidence.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    classes = {question.class_.value for question in catalogue().questions.values()}
    assert told == {*RULES, *classes}
    for name in classes:
        row = next(line for line in text.splitlines() if line.startswith(f"| `{name}` |"))
        listed = row.rstrip("| ").rsplit("|", 1)[1].split()
        assert listed == [each for each, question in catalogue().questions.items() if question.class_.value == name]
