"""Evidence rules about people at the table, dilemmas that wait, and what was told to the council."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Rating
from simulator.exercise.events import Attendance
from simulator.insight.ratings import Finding, Points, Ratings, ratings
from simulator.scenario.council.load import catalogue
from tests.insight.builders import SCENARIO, play, setting

HERE, AWAY, PLAYED = Attendance.AANWEZIG, Attendance.AFWEZIG, Attendance.TEGENSPEL
MEET = {
    "id": "opschalen", "title": "Wie roept u bij elkaar?", "text": "Wie?", "act": "crisisteam-activeren", "to": ["ciso"],
    "opens": "T+0:01", "mandate": {"decides": ["ciso"]}, "within": "3h", "default": "nee",
    "options": [{"id": "ja", "text": "Meteen", "does": ["crisisteam-activeren"]}, {"id": "nee", "text": "Nog niet"}],
}  # fmt: skip
ASKED = {
    "id": "vraag", "title": "Een raadslid vraagt", "kind": "kern", "at": "T+0:10", "channel": "telefoon", "from": "pers",
    "to": ["burgemeester"], "text": "Wist de raad het?", "raises": ["raadsvraag"], "questions": ["K9"],
    "claims": [
        {"id": "waar", "text": "Er is besloten", "true_when": {"taken": {"decision": "losgeld"}}},
        {"id": "onwaar", "text": "Wij betaalden", "true_when": {"taken": {"decision": "losgeld", "option": "ja"}}},
    ],
}  # fmt: skip


def rate(scenario: dict[str, Any], *steps: tuple[int, c.Command], until: int = 5 * 60) -> Ratings:
    played = play(setting(scenario), *steps, (until, c.End()), until=until)
    return ratings(played.setting, played.recorded, catalogue())


def finding(found: Ratings, question: str, rule: str) -> Finding:
    return next(each for each in found.question(question).findings if each.rule == rule)


def at_table(burgemeester: Attendance, ciso: Attendance, fg: Attendance) -> tuple[tuple[int, c.Command], ...]:
    filled = {"burgemeester": burgemeester, "ciso": ciso, "fg": fg}
    return tuple((2, c.AssignRole(role=role, attendance=attendance)) for role, attendance in filled.items())


@pytest.mark.parametrize(
    ("steps", "minute", "points"),
    [
        ((), 20, Points.GAP),
        (at_table(HERE, HERE, HERE), 20, Points.TWO),
        (at_table(HERE, Attendance.TELEFOON, Attendance.VERVANGER), 20, Points.TWO),
        (at_table(HERE, HERE, HERE), 100, Points.ONE),
        (at_table(HERE, HERE, AWAY), 20, Points.ONE),
        (at_table(HERE, PLAYED, AWAY), 20, Points.N),
    ],
)
def test_who_sat_at_the_first_table_counts_by_what_the_setup_says(
    steps: tuple[tuple[int, c.Command], ...], minute: int, points: Points
) -> None:
    meet = c.Decide(decision="opschalen", option="ja", by="ciso")
    found = rate({"decisions": [MEET]}, *steps, (minute, meet))
    assert finding(found, "K1", "attendance").points is points
    assert found.question("K1").rating is None


def test_who_joined_after_the_first_table_was_not_at_it_and_what_is_filled_in_afterwards_counts() -> None:
    meet = (20, c.Decide(decision="opschalen", option="ja", by="ciso"))
    joined = (90, c.AssignRole(role="fg", attendance=HERE))
    late = finding(rate({"decisions": [MEET]}, *at_table(HERE, HERE, AWAY), meet, joined), "K1", "attendance")
    assert late.points is Points.ONE
    written_down = tuple((100, command) for _, command in at_table(HERE, HERE, HERE))
    assert finding(rate({"decisions": [MEET]}, meet, *written_down), "K1", "attendance").points is Points.TWO


def test_a_first_meeting_that_never_came_is_no_table_to_judge() -> None:
    assert finding(rate({"decisions": [MEET]}, *at_table(HERE, HERE, HERE)), "K1", "attendance").points is Points.N


@pytest.mark.parametrize(("decided", "points"), [(0, Points.ZERO), (1, Points.ZERO), (2, Points.ONE), (3, Points.TWO)])
def test_dilemmas_that_nobody_decided_in_time_count_against_knowing_who_decides(decided: int, points: Points) -> None:
    dilemmas = [{**MEET, "id": f"besluit-{number}", "title": f"Besluit {number}"} for number in range(3)]
    steps = tuple((20, c.Decide(decision=f"besluit-{number}", option="nee", by="ciso")) for number in range(decided))
    assert finding(rate({"decisions": dilemmas}, *steps), "K9", "decided").points is points


def test_a_dilemma_that_is_decided_after_its_term_was_still_too_late() -> None:
    late = (200, c.Decide(decision="opschalen", option="ja", by="ciso"))
    found = finding(rate({"decisions": [MEET]}, late), "K9", "decided")
    assert found.points is Points.ZERO
    assert "Wie roept u bij elkaar?" in found.words


def test_a_dilemma_for_a_role_that_was_not_there_is_not_exercised() -> None:
    found = rate({"decisions": [MEET]}, (2, c.AssignRole(role="ciso", attendance=AWAY)))
    assert finding(found, "K9", "decided").points is Points.N


ANSWER = ec.AnswerQuestion(to="vraag", text="Dat weten wij.", by="burgemeester")
TICK = ec.TickClaim(inject="vraag", claim="waar")
FALSE = replace(TICK, claim="onwaar")
NO = c.Decide(decision="losgeld", option="nee", by="burgemeester")


@pytest.mark.parametrize(
    ("steps", "points"),
    [
        ((), Points.N),
        (((30, ANSWER),), Points.GAP),
        (((20, NO), (30, ANSWER), (31, TICK)), Points.TWO),
        (((20, NO), (30, ANSWER), (31, TICK), (31, FALSE)), Points.ONE),
        (((20, NO), (30, ANSWER), (31, FALSE)), Points.ZERO),
        (((30, ANSWER), (40, NO), (41, TICK)), Points.ZERO),
        (((20, NO), (30, ANSWER), (31, FALSE), (32, replace(FALSE, made=False)), (33, TICK)), Points.TWO),
    ],
)
def test_what_was_told_to_the_council_counts_as_it_was_when_it_was_told(
    steps: tuple[tuple[int, c.Command], ...], points: Points
) -> None:
    found = finding(rate({"injects": [*SCENARIO["injects"], ASKED]}, *steps), "K9", "claims")
    assert found.points is points


def test_a_claim_belongs_to_the_questions_of_its_message_only() -> None:
    found = rate({"injects": [*SCENARIO["injects"], ASKED]}, (20, NO), (30, ANSWER), (31, FALSE))
    assert finding(found, "K6b", "claims").points is Points.N


def test_own_words_count_as_the_act_that_somebody_said_they_are() -> None:
    words = c.Decide(decision="opschalen", words="Iedereen om tien uur in de kamer", by="ciso")
    said = finding(rate({"decisions": [MEET]}, (20, words)), "K3", "act")
    assert said.points is Points.GAP
    at_once = finding(rate({"decisions": [MEET]}, (20, replace(words, act="crisisteam-activeren"))), "K3", "act")
    later = c.DetailDecision(record="b1", by="ciso", act="crisisteam-activeren")
    assert finding(rate({"decisions": [MEET]}, (20, words), (90, later)), "K3", "act") == at_once
    assert (at_once.points, "Iedereen om tien uur" in at_once.words) == (Points.TWO, True)


def test_own_words_that_were_another_act_are_no_gap_in_the_record() -> None:
    other = c.Decide(decision="opschalen", words="Eerst de website", by="ciso", act="persvoorlichting")
    assert finding(rate({"decisions": [MEET]}, (20, other)), "K3", "act").points is Points.ZERO


def test_an_observers_word_settles_what_the_record_lacks() -> None:
    found = rate(
        {"decisions": [MEET]}, (20, ec.RateQuestion(question="K8", rating=Rating.M, reason="Iedereen keek naar de ICT."))
    )
    question = found.question("K8")
    assert (question.proposed, question.rating, question.reason) == (Rating.N, Rating.M, "Iedereen keek naar de ICT.")
    assert found.roles[1].bands[Rating.M] == 1


PAID = (5, c.Decide(decision="losgeld", option="ja", by="burgemeester"))


def test_a_later_estimate_takes_the_place_of_the_earlier_and_a_total_is_not_added_to_its_parts() -> None:
    first = ec.EstimateCost(category="Inhuur", low=1000, high=2000, coverage="reserve")
    later = ec.EstimateCost(category="Inhuur", low=3000, high=4000, coverage="reserve")
    total = ec.EstimateCost(category="Totaal", low=5000, high=6000)
    said = finding(rate(SCENARIO, PAID, (20, first), (30, later), (40, total)), "K6b", "costs_named").words
    assert "€\u00a05.000 tot €\u00a06.000" in said
    assert "€\u00a03.000 tot €\u00a04.000" in finding(rate(SCENARIO, PAID, (20, first), (30, later)), "K6b", "costs_named").words


def test_a_decision_that_opens_a_place_to_book_costs_says_where_they_are_booked() -> None:
    booking = {
        "id": "boeken", "title": "Waar boekt u dit?", "text": "Waar?", "act": "kosten-boeken", "to": ["ciso"], "opens": "T+0:01",
        "mandate": {"decides": ["ciso"]},
        "options": [{"id": "ja", "text": "Een projectcode", "does": ["kosten-boeken"]}, {"id": "nee", "text": "Later"}],
    }  # fmt: skip
    scenario = {**SCENARIO, "decisions": [*SCENARIO["decisions"], booking]}
    opened = rate(scenario, PAID, (60, c.Decide(decision="boeken", option="ja", by="ciso")), until=30 * 60)
    left = rate(scenario, PAID, (60, c.Decide(decision="boeken", option="nee", by="ciso")), until=30 * 60)
    assert [finding(each, "K10", "booked").points for each in (opened, left)] == [Points.TWO, Points.ZERO]
