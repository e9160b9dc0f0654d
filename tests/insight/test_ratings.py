"""How a question of the council is rated: by its rules, and by observers; what is never held against a team."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Rating, Shown
from simulator.exercise.events import Attendance
from simulator.insight.ratings import Finding, PaperStatus, Points, Ratings, Status, ratings
from simulator.insight.ratings.agreement import cohen
from simulator.insight.ratings.bands import contested, proposal, score
from simulator.scenario.council.load import catalogue
from tests.insight.builders import LANDSCAPE, SCENARIO, play, setting

P, S, M, U, N = Rating.P, Rating.S, Rating.M, Rating.U, Rating.N
DAY = 24 * 60


def inject(name: str, topic: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": f"Over {topic}", "kind": "kern", "at": "T+0:10", "channel": "telefoon", "from": "pers",
            "to": ["burgemeester"], "text": "Wat doet u?", "raises": [topic], **more}  # fmt: skip


def dilemma(name: str, act: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "title": f"Besluit {name}", "text": "Wat doet u?", "act": act, "to": ["burgemeester"], "opens": "T+0:10",
        "mandate": {"decides": ["burgemeester"], "advises": ["ciso"]}, "within": "3h", "default": "niets",
        "options": [{"id": "doen", "text": "Doen", "does": [act]}, {"id": "niets", "text": "Niets doen"}], **more,
    }  # fmt: skip


THREAT = {
    "injects": [*SCENARIO["injects"], inject("dreiging", "dreiging-raadslid", questions=["V9"])],
    "decisions": [*SCENARIO["decisions"], dilemma("contact", "aanspreekpunt-raadslid", questions=["V9"])],
}
DO = c.Decide(decision="contact", option="doen", by="burgemeester")


def rate(*steps: tuple[int, c.Command], until: int = 5 * 60, scenario: dict[str, Any] | None = None, **land: Any) -> Ratings:
    played = play(setting(scenario or THREAT, land or None), *steps, (until, c.End()), until=until)
    return ratings(played.setting, played.recorded, catalogue())


def only(found: Ratings, question: str) -> Finding:
    """The finding of a question with one rule."""
    [finding] = found.question(question).findings
    return finding


@pytest.mark.parametrize(
    ("step", "points"),
    [
        ((30, DO), Points.TWO),
        ((120, DO), Points.ONE),
        ((30, replace(DO, by="ciso")), Points.ONE),
        ((30, replace(DO, by="")), Points.GAP),
        ((30, replace(DO, option="niets")), Points.ZERO),
        ((30, c.Decide(words="De griffier belt haar", by="burgemeester")), Points.GAP),
        ((30, c.Decide(decision="contact", words="De griffier belt haar", by="burgemeester")), Points.GAP),
        ((30, c.NoteObservation(text="Iemand belde haar", question="V9")), Points.ZERO),
    ],
)
def test_an_act_counts_by_its_time_and_by_who_decided(step: tuple[int, c.Command], points: Points) -> None:
    assert only(rate(step), "V9").points is points


def test_a_decision_that_was_logged_later_counts_from_when_it_was_taken() -> None:
    assert only(rate((120, replace(DO, decided_at=40))), "V9").points is Points.TWO


def test_a_decision_that_was_withdrawn_proves_nothing() -> None:
    withdrawn = rate((30, DO), (40, c.WithdrawDecision(record="b1", reason="Toch niet")))
    assert only(withdrawn, "V9").points is Points.ZERO


def test_what_came_about_because_nobody_decided_is_no_act_of_the_team() -> None:
    by_itself = {**THREAT, "decisions": [*SCENARIO["decisions"], dilemma("contact", "aanspreekpunt-raadslid", default="doen")]}
    assert only(rate(scenario=by_itself), "V9").points is Points.ZERO


@pytest.mark.parametrize("until", [5, 30])
def test_before_its_message_came_or_while_its_term_runs_nothing_is_exercised(until: int) -> None:
    found = rate(until=until)
    assert only(found, "V9").points is Points.N
    assert found.question("V9").rating is N


@pytest.mark.parametrize("attendance", [Attendance.AFWEZIG, Attendance.TEGENSPEL])
def test_what_an_absent_role_would_have_shown_is_not_exercised(attendance: Attendance) -> None:
    found = rate((2, c.AssignRole(role="burgemeester", attendance=attendance)))
    assert only(found, "V9").points is Points.N
    assert "speelde niet mee" in only(found, "V9").words


def test_a_scenario_in_which_nobody_can_do_it_does_not_exercise_it() -> None:
    assert only(rate(scenario={"injects": THREAT["injects"]}), "V9").points is Points.N


def test_an_owner_or_term_that_is_not_filled_in_is_a_gap_and_never_a_fault() -> None:
    found = rate((30, DO)).question("K9")
    owners = next(each for each in found.findings if each.rule == "owners")
    assert owners.points is Points.GAP
    assert found.gaps
    whole = rate((30, replace(DO, owner="burgemeester", due=200))).question("K9")
    assert next(each for each in whole.findings if each.rule == "owners").points is Points.TWO
    assert (found.score or 0) >= (whole.score or 0) - 0.01 or found.rating in (P, S)


def test_an_example_limit_never_makes_a_rating_worse() -> None:
    found = rate(until=10 * 60).question("K7")
    example = next(each for each in found.findings if each.rule == "fallbacks")
    assert example.points is Points.N
    nodes = [
        {**node, "mtd": {"time": "4h", "basis": "besluit"}} if node["id"] == "burgerzaken" else node
        for node in LANDSCAPE["nodes"]
    ]
    decided = rate(until=10 * 60, nodes=nodes).question("K7")
    assert next(each for each in decided.findings if each.rule == "fallbacks").points is Points.ZERO
    start = c.Decide(words="De noodprocedure", effect="fallback", target="burgerzaken", by="ciso")
    started = rate((100, start), until=10 * 60, nodes=nodes).question("K7")
    assert next(each for each in started.findings if each.rule == "fallbacks").points is Points.TWO


def test_an_emergency_procedure_that_started_by_default_is_not_the_teams() -> None:
    nodes = [{**node, "mtd": {"time": "4h", "basis": "besluit"}} if node["id"] == "burgerzaken" else node
             for node in LANDSCAPE["nodes"]]  # fmt: skip
    by_itself = dilemma("nood", "noodprocedure-starten", default="niets", options=[
        {"id": "doen", "text": "Doen", "does": ["noodprocedure-starten"]},
        {"id": "niets", "text": "Niets", "effects": [{"start_fallback": ["burgerzaken"]}]},
    ])  # fmt: skip
    found = rate(until=10 * 60, scenario={"decisions": [by_itself]}, nodes=nodes).question("K7")
    assert next(each for each in found.findings if each.rule == "fallbacks").points is Points.ZERO


def test_naming_everything_is_no_good_prediction() -> None:
    spare = [{"id": f"loket-{number}", "name": f"Loket {number}", "kind": "process"} for number in range(1, 4)]

    def told(*nodes: str) -> Points:
        predicted = (5, ec.Predict(nodes=nodes, within=6 * 60))
        return only(rate(predicted, until=8 * 60, nodes=[*LANDSCAPE["nodes"], *spare]), "K8").points

    assert told("burgerzaken", "uitvaart") is Points.TWO
    assert told("burgerzaken") is Points.ONE
    assert told() is Points.ZERO
    assert told("loket-1") is Points.ZERO
    assert told("burgerzaken", "uitvaart", "loket-1", "loket-2", "loket-3") is Points.ONE


def test_the_best_of_several_predictions_counts_also_when_nothing_was_named() -> None:
    nothing, both = ec.Predict(nodes=(), within=360), ec.Predict(nodes=("burgerzaken", "uitvaart"), within=360)
    assert only(rate((5, nothing), (6, replace(nothing, nodes=("telefoon",))), (7, both), until=480), "K8").points is Points.TWO


def test_a_term_counts_when_it_is_over_and_not_while_it_runs() -> None:
    clocks = [{**SCENARIO["clocks"][1], "term": "raad"}]
    injects = [{**each, "starts": ["raad"]} if each["id"] == "start" else each for each in SCENARIO["injects"]]
    decisions = [{**each, "options": [{"id": "ja", "text": "Ja", "meets": ["raad"]}, {"id": "nee", "text": "Nee"}]}
                 for each in SCENARIO["decisions"]]  # fmt: skip
    scenario = {"clocks": clocks, "injects": injects, "decisions": decisions}

    def told(*steps: tuple[int, c.Command], until: int) -> Points:
        found = rate(*steps, until=until, scenario=scenario).question("K6a")
        return [each for each in found.findings if each.rule == "clock"][1].points

    pay = c.Decide(decision="losgeld", option="ja", by="burgemeester")
    assert told(until=60) is Points.N
    assert told((60, pay), until=300) is Points.TWO
    assert told((150, pay), until=300) is Points.ONE
    assert told(until=300) is Points.ZERO


def test_costs_are_named_with_what_pays_for_them_in_time_late_or_by_half() -> None:
    pay = (5, c.Decide(decision="losgeld", option="ja", by="burgemeester"))
    named = ec.EstimateCost(category="Inhuur", low=1000, high=2000, coverage="reserve", booked="Taakveld 0.4")
    late = 31 * 60

    def told(question: str, *steps: tuple[int, c.Command], until: int = 32 * 60) -> Points:
        return rate(*steps, until=until, scenario={"end": "T+40:00"}).question(question).findings[0].points

    assert told("K6b") is Points.N
    assert told("K6b", pay) is Points.ZERO
    assert told("K6b", pay, until=60) is Points.N
    assert told("K6b", pay, (60, named)) is Points.TWO
    assert told("K6b", pay, (late, named)) is Points.ONE
    assert told("K6b", pay, (60, replace(named, coverage=""))) is Points.ONE
    assert told("K10", pay, (60, named)) is Points.TWO
    assert told("K10", pay, (late, named)) is Points.ONE
    assert told("K10", pay, (60, replace(named, booked=""))) is Points.ZERO


def test_advice_counts_when_it_came_before_what_it_was_about() -> None:
    shared = dilemma("delen", "gegevens-delen", within="8h", default="niets")
    advice = dilemma("advies", "advies-fg", kind="advies", to=["fg"], mandate={"decides": ["burgemeester"], "advises": ["fg"]})
    scenario = {"injects": [*SCENARIO["injects"], inject("verzoek", "gegevens-delen")], "decisions": [shared, advice]}
    share = c.Decide(decision="delen", option="doen", by="burgemeester")
    advise = c.Decide(decision="advies", option="doen", by="fg")

    def told(*steps: tuple[int, c.Command]) -> Points:
        return only(rate(*steps, scenario=scenario), "V7").points

    assert told((20, advise), (30, share)) is Points.TWO
    assert told((20, share), (30, advise)) is Points.ONE
    assert told((20, share)) is Points.ZERO
    assert told() is Points.N
    assert told((20, share), (30, replace(advise, option="niets"))) is Points.ZERO
    assert told((2, c.AssignRole(role="fg", attendance=Attendance.AFWEZIG)), (20, share)) is Points.N


def given(*points: Points) -> tuple[Finding, ...]:
    return tuple(Finding(rule="act", points=each, words="") for each in points)


@pytest.mark.parametrize(
    ("points", "rating"),
    [
        ((), N), ((Points.N,), N), ((Points.GAP, Points.N), N),
        ((Points.TWO,), P), ((Points.TWO, Points.N, Points.GAP), P), ((Points.TWO,) * 6 + (Points.ONE,), S),
        ((Points.TWO,) * 9 + (Points.ZERO,), S), ((Points.TWO, Points.ONE), S), ((Points.TWO, Points.TWO, Points.ZERO), S),
        ((Points.ONE,), M), ((Points.TWO, Points.ZERO), M), ((Points.ONE, Points.ZERO), M),
        ((Points.ZERO,), U), ((Points.ONE,) + (Points.ZERO,) * 3, U),
    ],
)  # fmt: skip
def test_the_bands_are_those_of_the_page(points: tuple[Points, ...], rating: Rating) -> None:
    assert proposal(given(*points)) is rating


def test_what_was_not_exercised_and_what_lacks_enter_no_score() -> None:
    assert score(given(Points.TWO, Points.N, Points.GAP)) == 1.0
    assert score(given(Points.N, Points.GAP)) is None


def test_a_proposal_near_an_edge_with_gaps_or_where_observers_differ_is_more_contested() -> None:
    sure = given(*(Points.ZERO,) * 4)
    doubtful = given(Points.TWO, Points.TWO, Points.ZERO)
    plain = contested(sure, disagreed=False, notes=0)
    assert plain == 0
    assert contested(doubtful, disagreed=False, notes=0) > plain
    assert contested((*sure, *given(Points.GAP)), disagreed=False, notes=0) > plain
    assert contested(sure, disagreed=True, notes=0) > contested(sure, disagreed=False, notes=1) > plain


def judged(*verdicts: tuple[str, Rating, str]) -> Ratings:
    rated = [(40 + place, ec.RateQuestion(question="V9", rating=rating, observer=observer, reason=reason))
             for place, (observer, rating, reason) in enumerate(verdicts)]  # fmt: skip
    return rate((30, DO), *rated)


@pytest.mark.parametrize(
    ("verdicts", "status", "rating"),
    [
        ((), Status.VOORSTEL, P),
        ((("", P, ""),), Status.BEVESTIGD, P),
        ((("", M, "Niemand belde echt."),), Status.ANDERS, M),
        ((("w1", P, ""),), Status.BEVESTIGD, P),
        ((("w1", S, ""), ("w2", S, "")), Status.ANDERS, S),
        ((("w1", P, ""), ("w2", S, "")), Status.VOORSTEL, P),
        ((("w1", P, ""), ("w2", S, ""), ("", S, "Zo besproken.")), Status.ANDERS, S),
        ((("w1", U, ""), ("w1", P, "")), Status.BEVESTIGD, P),
        ((("", N, "Overgeslagen."),), Status.ANDERS, N),
    ],
)
def test_a_proposal_stays_one_until_somebody_confirms_or_overrules_it(
    verdicts: tuple[tuple[str, Rating, str], ...], status: Status, rating: Rating
) -> None:
    found = judged(*verdicts).question("V9")
    assert (found.proposed, found.status, found.rating) == (P, status, rating)
    assert str(status) in found.words
    assert found.reason == next((reason for _, _, reason in verdicts if reason), "")


def test_who_was_overruled_to_not_exercised_leaves_the_denominator() -> None:
    before, after = judged(), judged(("", N, "Overgeslagen."))
    assert before.roles[0].rated - after.roles[0].rated == 1


def test_what_observers_differ_about_comes_first_and_what_is_confirmed_not_at_all() -> None:
    assert judged(("w1", P, ""), ("w2", U, "")).to_confirm[0] == "V9"
    assert "V9" not in judged(("", P, "")).to_confirm


def test_the_agreement_of_observers_is_told_with_its_differences_and_leaves_the_debrief_out() -> None:
    rated = [("V9", "w1", P), ("V9", "w2", S), ("K9", "w1", M), ("K9", "w2", M), ("K3", "w1", U), ("K9", "", P)]
    steps = [(40, ec.RateQuestion(question=name, rating=rating, observer=who)) for name, who, rating in rated]
    found = rate(*steps).agreement
    assert (found.equal, found.of, found.words, found.observers) == (1, 2, "1 van 2 gelijk", ("w1", "w2"))
    assert [(each.question, each.ratings) for each in found.differences] == [("V9", (("w1", P), ("w2", S)))]


def test_kappa_is_cohens() -> None:
    assert cohen([]) is None
    assert cohen([(P, P)] * 4) is None
    assert cohen([(P, P), (U, U)]) == 1
    assert cohen([(P, P), (P, U), (U, P), (U, U)]) == 0
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: the example that stands with the measure.
    assert cohen([(P, P)] * 20 + [(P, U)] * 5 + [(U, P)] * 10 + [(U, U)] * 15) == pytest.approx(0.4)


def test_the_griffiers_questions_come_first_in_the_order_chosen() -> None:
    found = rate((30, ec.PickQuestions(questions=("K9", "V9"))))
    assert [each.id for each in found.questions][:4] == ["K9", "V9", "V1", "V2"]
    assert [each.id for each in found.questions if each.picked] == ["K9", "V9"]
    assert len(found.questions) == 33


def test_a_paper_that_is_older_than_it_may_be_is_dated() -> None:
    checks = [
        (20, ec.CheckDocument(document="ivp", shown=Shown.GETOOND, dated="2019-03-01")),
        (20, ec.CheckDocument(document="ensia", shown=Shown.GETOOND, dated="2026-05-01")),
        (20, ec.CheckDocument(document="gedragscode", shown=Shown.ONTBREEKT)),
        (20, ec.CheckDocument(document="campagnes", shown=Shown.VEROUDERD)),
    ]
    status = {paper.id: paper.status for paper in rate(*checks).papers}
    assert status["ivp"] is PaperStatus.VEROUDERD
    assert status["ensia"] is PaperStatus.GETOOND
    assert status["gedragscode"] is PaperStatus.ONTBREEKT
    assert status["campagnes"] is PaperStatus.VEROUDERD
    assert status["ggi-veilig"] is PaperStatus.NIET_BEKEKEN


def test_a_confidential_note_is_marked_where_it_is_evidence() -> None:
    found = rate((20, c.NoteObservation(text="Jansen was boos", question="V9", confidential=True))).question("V9")
    assert [line.confidential for line in found.evidence] == [False, True, False]
