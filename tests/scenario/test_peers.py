"""What others chose: only what was published, and named by scenarios without a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import ScenarioInvalid
from simulator.scenario.council.load import vocabulary
from simulator.scenario.load import load_scenario

DATA = Path(__file__).with_name("data")


def test_no_poll_adds_up_to_more_than_all_and_what_was_not_published_has_no_share() -> None:
    polls = vocabulary().polls
    assert all(sum(answer.share or 0 for answer in poll.answers) <= 100 for poll in polls.values())
    assert [answer.id for answer in polls["obc-2023-systemen"].answers if answer.share is None] == ["niet-uit"]


def test_every_poll_says_where_it_stands_and_among_whom() -> None:
    assert all("securitydelta.nl" in poll.source and "130" in poll.among for poll in vocabulary().polls.values())
    assert all(poll.votes is None for poll in vocabulary().polls.values())
    assert vocabulary().caveat == "Peiling onder gemengde overheden in een ander scenario, geen norm."


def test_an_answer_of_a_poll_that_nobody_knows_is_a_mistake_with_the_nearest_one(tmp_path: Path) -> None:
    for written in DATA.glob("*.yaml"):
        text = written.read_text(encoding="utf-8")
        if written.name == "scenario.yaml":
            head, _, tail = text.partition("    options:\n")
            wrong = "        mirrors: [obc-2023-losgeld/betaln]\n        text:"
            text = f"{head}    options:\n{tail.replace('        text:', wrong, 1)}"
        (tmp_path / written.name).write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as refused:
        load_scenario(tmp_path)
    assert "antwoord van een peiling `obc-2023-losgeld/betaln` bestaat niet" in str(refused.value)
    assert "Bedoelde u `obc-2023-losgeld/betalen`?" in str(refused.value)
