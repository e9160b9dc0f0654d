"""The council's questions on the shipped scenarios: each that play can show is reached, from its journal alone."""

from __future__ import annotations

import pytest

from simulator.exercise.evaluation.events import CostEstimated, PredictionMade, Rating
from simulator.exercise.events import ClockMet, DecisionTaken, Event
from simulator.exercise.evolve import evolve
from simulator.exercise.state import State
from simulator.insight.harm import harm_of
from simulator.insight.ratings import Points, Status, ratings
from simulator.scenario.council.load import catalogue
from simulator.scenario.council.questions import OBSERVED, QuestionClass
from tests.insight.rehearsed import IDS, REHEARSALS, rated, rehearsed

ORDER = {Rating.U: 0, Rating.M: 1, Rating.S: 2, Rating.P: 3}
CLASSES = {name: question.class_ for name, question in catalogue().questions.items()}
ANSWERS = tuple(name for name, class_ in CLASSES.items() if class_ is QuestionClass.ANTWOORD)
HINTS = tuple(name for name, class_ in CLASSES.items() if class_ is QuestionClass.AANWIJZING)

scenarios = pytest.mark.parametrize("scenario", IDS)
rehearsals = pytest.mark.parametrize("rehearsal", REHEARSALS)


def test_the_classes_are_those_of_the_fact_sheet() -> None:
    assert set(ANSWERS) == {"V9", "V11", "K3", "K6a", "K6b", "K7", "K8", "K9", "K10", "C2", "C4"}
    assert set(HINTS) == {"V3", "V4", "V6", "V7", "K1", "C8"}


@pytest.mark.parametrize("question", ANSWERS)
def test_each_question_that_is_rated_is_reached_and_can_go_well_and_badly(question: str) -> None:
    found = {(rehearsal, rated(name, rehearsal).question(question).rating) for name in IDS for rehearsal in REHEARSALS}
    levels = {rating for _, rating in found if rating in ORDER}
    assert {"voorbeeldig", "afwachtend"} <= {rehearsal for rehearsal, rating in found if rating in ORDER}
    assert len(levels) > 1


@pytest.mark.parametrize("question", HINTS)
def test_each_hint_is_reached_and_can_go_well_and_badly(question: str) -> None:
    points = {
        finding.points.counts
        for name in IDS
        for rehearsal in REHEARSALS
        for finding in rated(name, rehearsal).question(question).findings
    }
    assert 2 in points
    assert points & {0, 1}


def test_who_sat_at_the_first_table_is_known_in_a_rehearsal_that_says_it() -> None:
    points = {
        rehearsal: finding.points
        for rehearsal in REHEARSALS
        for finding in rated("alles-op-slot", rehearsal).question("K1").findings
        if finding.rule == "attendance"
    }
    assert points == {"voorbeeldig": Points.TWO, "typisch": Points.ONE, "afwachtend": Points.N}


@scenarios
def test_a_well_prepared_team_does_better_on_most_questions_and_worse_on_none(scenario: str) -> None:
    pairs = [(rated(scenario, "voorbeeldig").question(name).rating, rated(scenario, "afwachtend").question(name).rating)
             for name in ANSWERS]  # fmt: skip
    both = [(ORDER[one], ORDER[other]) for one, other in pairs if one in ORDER and other in ORDER]
    assert all(one >= other for one, other in both)
    assert sum(one > other for one, other in both) > len(both) / 2
    assert len(both) > len(ANSWERS) / 2


@scenarios
@rehearsals
def test_what_is_on_paper_or_talked_about_never_pretends_to_be_observed(scenario: str, rehearsal: str) -> None:
    for each in rated(scenario, rehearsal).questions:
        if each.class_ not in OBSERVED:
            assert (each.rating, each.proposed, each.findings) == (None, None, ())
        if each.class_ is QuestionClass.AANWIJZING:
            assert (each.rating, each.status) == (None, Status.TELT_NIET)
            assert each.follow_up


@scenarios
@rehearsals
def test_what_is_not_exercised_enters_no_denominator_and_each_question_is_counted_once(scenario: str, rehearsal: str) -> None:
    found = rated(scenario, rehearsal)
    assert sum(role.rated + role.not_exercised for role in found.roles) == len(ANSWERS)
    assert sum(role.rated for role in found.roles) == sum(each.rating in ORDER for each in found.questions)
    assert sum(role.hints for role in found.roles) == len(HINTS)


@scenarios
@rehearsals
def test_every_point_that_was_given_or_withheld_is_proved_by_lines_of_the_log(scenario: str, rehearsal: str) -> None:
    _, recorded = rehearsed(scenario, rehearsal)
    for question in rated(scenario, rehearsal).questions:
        for finding in question.findings:
            assert finding.seqs or finding.points is Points.N, (question.id, finding)
            assert set(finding.seqs) <= {each.seq for each in recorded}
            assert set(finding.seqs) <= {line.seq for line in question.evidence}
            assert finding.words.endswith((".", "?")), finding.words


def about(event: Event, names: tuple[str, ...]) -> bool:
    match event:
        case DecisionTaken(decision=name) | ClockMet(clock=name):
            return name in names
        case PredictionMade():
            return "voorspelling" in names
        case CostEstimated():
            return "raming" in names
        case _:
            return False


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("V9", ("raadslid-contact",)),
        ("V11", ("gerucht",)),
        ("K3", ("opschalen", "opschaling")),
        ("K6a", ("opschalen", "netwerk-los", "hulp-inhuren")),
        ("K6b", ("raming",)),
        ("K7", ("noodprocedures",)),
        ("K8", ("voorspelling",)),
        ("K10", ("raming",)),
        ("C2", ("leverancier-stil",)),
        ("C4", ("techniek-los", "buitendienst")),
    ],
)
def test_without_the_event_that_proves_it_the_proposal_is_another(question: str, names: tuple[str, ...]) -> None:
    setting, recorded = rehearsed("alles-op-slot", "voorbeeldig")
    less = tuple(each for each in recorded if not about(each.event, names))
    assert len(less) < len(recorded)
    before = rated("alles-op-slot", "voorbeeldig").question(question).proposed
    assert ratings(setting, less, catalogue()).question(question).proposed is not before


@scenarios
def test_a_journal_with_nothing_in_it_is_not_exercised_from_end_to_end(scenario: str) -> None:
    setting, recorded = rehearsed(scenario, "voorbeeldig")
    for journal in ((), recorded[:1]):
        found = ratings(setting, journal, catalogue())
        assert {found.question(name).rating for name in ANSWERS} == {Rating.N}
        assert {finding.points for each in found.questions for finding in each.findings} == {Points.N}
        assert found.to_confirm == ()


@scenarios
@rehearsals
def test_any_journal_that_breaks_off_can_be_rated(scenario: str, rehearsal: str) -> None:
    setting, recorded = rehearsed(scenario, rehearsal)
    for length in range(0, len(recorded), 37):
        found = ratings(setting, recorded[:length], catalogue())
        assert len(found.questions) == 33


@scenarios
@rehearsals
def test_at_most_six_are_put_up_for_confirmation_and_only_what_has_something_to_say(scenario: str, rehearsal: str) -> None:
    found = rated(scenario, rehearsal)
    assert len(found.to_confirm) <= 6
    assert all(found.question(name).rating is not Rating.N or found.question(name).gaps for name in found.to_confirm)
    doubts = [found.question(name).contested for name in found.to_confirm]
    assert doubts == sorted(doubts, reverse=True)


def test_harm_to_residents_is_what_it_was_before_anybody_predicted_or_answered() -> None:
    found = []
    for rehearsal in REHEARSALS:
        setting, recorded = rehearsed("alles-op-slot", rehearsal)
        state = State()
        for each in recorded:
            state = evolve(state, each)
        found.append(harm_of(setting, state).resident_hours)
    assert found == [1318667, 1690111, 2601264]
