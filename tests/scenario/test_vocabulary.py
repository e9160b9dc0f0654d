"""The words by which a scenario says what it is about: topics, terms and acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import ScenarioInvalid
from simulator.scenario.council.load import council_file, vocabulary
from simulator.scenario.council.vocabulary import OTHERWISE, Mandates
from simulator.scenario.load import load_scenario
from simulator.scenario.typed import whole

DATA = Path(__file__).with_name("data")


@pytest.mark.parametrize(
    ("first", "written_there", "noun"),
    [
        ("decisions:\n", "act: datalek-meldn", "handeling `datalek-meldn`"),
        ("injects:\n", "raises: [gerugt]", "onderwerp `gerugt`"),
    ],
)
def test_a_word_that_nobody_knows_is_a_mistake_with_the_nearest_one(
    tmp_path: Path, first: str, written_there: str, noun: str
) -> None:
    written = (DATA / "scenario.yaml").read_text(encoding="utf-8")
    head, _, tail = written.partition(first)
    body = tail.replace("    title:", f"    {written_there}\n    title:", 1)
    (tmp_path / "scenario.yaml").write_text(head + first + body, encoding="utf-8")
    for landscape in DATA.glob("*.yaml"):
        if landscape.name != "scenario.yaml":
            (tmp_path / landscape.name).write_text(landscape.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as refused:
        load_scenario(tmp_path)
    assert noun in str(refused.value)
    assert "Bedoelde u" in str(refused.value)


def test_nobody_in_the_municipality_may_order_a_supplier_off_line() -> None:
    act = vocabulary().acts["leverancier-stilleggen"]
    assert act.decides == ()
    assert "burgemeester" in act.trap
    assert OTHERWISE in act.trap


def test_the_data_protection_officer_decides_only_about_its_own_advice() -> None:
    assert [name for name, act in vocabulary().acts.items() if "fg" in act.decides] == ["advies-fg"]


def test_every_basis_that_nobody_verified_says_so() -> None:
    acts = whole(Mandates, council_file("mandates.yaml")).acts
    sourced = {"leverancier-stilleggen", "aangifte"}
    assert not [act.id for act in acts if "te verifiëren" not in act.basis and act.id not in sourced]
