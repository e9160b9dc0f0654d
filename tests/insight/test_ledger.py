"""What the team said it would cost, beside what was booked."""

from __future__ import annotations

from typing import Any

from simulator.exercise import commands as c
from simulator.exercise.evaluation.commands import EstimateCost
from simulator.insight.ledger import Ledger, LedgerRow, ledger
from tests.insight.builders import HOUR, SCENARIO, play, setting

PAY = c.Decide(decision="losgeld", option="ja", by="burgemeester")


def told(*steps: tuple[int, c.Command], until: int = 100, scenario: dict[str, Any] | None = None) -> Ledger:
    played = play(setting(scenario), *steps, until=until)
    return ledger(played.setting, played.state)


def row(of: Ledger, category: str) -> LedgerRow:
    return next(each for each in of.rows if each.category == category)


def test_an_estimate_stands_beside_what_was_booked_whatever_its_capitals() -> None:
    found = told((20, EstimateCost(category="afpersing", low=50000, high=90000, booked="0.4")), (30, PAY))
    assert row(found, "Afpersing").estimate == (50000, 90000)
    assert row(found, "Afpersing").booked == (100000, 200000)
    assert (row(found, "Afpersing").words, row(found, "Afpersing").places) == ("te laag geraamd", ("0.4",))


def test_a_later_estimate_of_a_category_replaces_the_earlier_one() -> None:
    steps = (
        (20, EstimateCost(category="Inhuur", low=1000, high=2000)),
        (30, EstimateCost(category="Inhuur", low=1500, high=1800)),
    )
    assert told(*steps).estimate == (1500, 1800)


def test_a_total_is_never_added_to_its_parts() -> None:
    part, total = EstimateCost(category="Inhuur", low=1000, high=2000), EstimateCost(category="Totaal", low=8000, high=9000)
    assert told((20, part), (30, total)).estimate == (8000, 9000)
    assert told((20, total), (30, part)).estimate == (1000, 2000)
    assert told((20, part), (30, total)).rows[-1].words == "schatting van alles samen"


def test_a_cost_that_two_things_bring_is_booked_once() -> None:
    twice = {"injects": [{**SCENARIO["injects"][0], "costs": ["losgeld"]}, *SCENARIO["injects"][1:]]}
    assert told((30, PAY), scenario=twice).booked == (100000, 200000)


def test_cover_named_before_the_end_of_the_second_round_is_in_time_and_after_it_is_not() -> None:
    covered = EstimateCost(category="Inhuur", low=1000, high=2000, coverage="onvoorzien")
    assert told((20, covered)).covered_in_time is True
    assert told((31 * HOUR, covered), until=32 * HOUR).covered_in_time is False
    assert told(until=32 * HOUR).covered_in_time is False
    assert told(until=100).covered_in_time is None


def test_an_option_that_chooses_cover_or_opens_a_place_to_book_counts() -> None:
    decision = {**SCENARIO["decisions"][0]}
    decision["options"] = [{**decision["options"][0], "does": ["dekking-kiezen", "kosten-boeken"]}, decision["options"][1]]
    found = told((30, PAY), scenario={"decisions": [decision]})
    assert (found.covered_at, found.booked_at, found.estimated_at) == (30, 30, -1)


def test_money_that_is_the_councils_has_to_be_asked_before_it_is_committed() -> None:
    costs = [{**SCENARIO["costs"][0], "council": True}]
    money = told((30, PAY), scenario={"costs": costs}).council[0]
    assert (money.by, money.asked) == (30, -1)
    assert money.words.endswith("uiterlijk om ma 09:00. In het logboek staat geen vraag aan de raad vooraf.")


def test_money_from_the_reserve_is_the_councils_as_well() -> None:
    found = told((30, EstimateCost(category="Inhuur", low=1000, high=2000, coverage="reserve")))
    assert found.council[0].words.startswith("Geld uit de reserve (€\u00a01.000 tot €\u00a02.000, Inhuur) is aan de raad")
    assert row(found, "Inhuur").coverage == ("de reserve",)


def test_what_nobody_spoke_of_is_named_as_a_reminder() -> None:
    found = told((20, EstimateCost(category="gemiste  inkomsten", low=0, high=0)))
    assert "Gemiste inkomsten" not in found.not_named
    assert "Externe deskundigen" in found.not_named


def test_without_any_amount_it_says_so() -> None:
    found = told()
    assert (found.rows, found.estimate) == ((), None)
    assert found.words[0] == "Het team noemde geen bedrag."


def test_where_the_scenario_would_book_it_is_not_put_in_the_teams_mouth() -> None:
    costs = [{**SCENARIO["costs"][0], "booked": "Taakveld 0.4", "coverage": "verzekering"}]
    found = row(told((30, PAY), scenario={"costs": costs}), "Afpersing")
    assert (found.places, found.coverage) == ((), ())
    assert (found.usual_places, found.usual_coverage) == (("Taakveld 0.4",), ("de verzekering",))
