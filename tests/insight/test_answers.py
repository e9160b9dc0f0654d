"""What councillors asked, what they were told, and what the log says about it."""

from __future__ import annotations

from typing import Any

from simulator.exercise import commands as c
from simulator.exercise.evaluation.commands import AnswerQuestion, AskAsCouncil, RateAnswer, TickClaim
from simulator.exercise.evaluation.events import Rating
from simulator.insight.answers import CouncilAnswers, answers
from tests.insight.builders import SCENARIO, play, setting

CLAIMS = [
    {"id": "raad-wist", "text": "De raad is ingelicht", "true_when": {"clock": {"clock": "raad", "state": "met"}}},
    {"id": "niet-betaald", "text": "Wij betalen niet",
     "true_when": {"not": {"taken": {"decision": "losgeld", "option": "ja"}}}},
    {"id": "balie-open", "text": "De balie is open", "true_when": {"node": {"node": "burgerzaken", "state": "up"}}},
    {"id": "na-tien", "text": "Het was na tienen", "true_when": {"all": [{"after": "T+1:30"}, {"delivered": "omroep"}]}},
]  # fmt: skip
QUESTION = {**SCENARIO["injects"][1], "raises": ["raadsvraag"], "claims": CLAIMS}
WRITTEN: dict[str, Any] = {"injects": [SCENARIO["injects"][0], QUESTION, SCENARIO["injects"][2]]}
"""At minute 70 a councillor asks something."""


def told(*steps: tuple[int, c.Command], until: int = 200) -> CouncilAnswers:
    played = play(setting(WRITTEN), *steps, until=until)
    return answers(played.setting, played.recorded, now=until)


def says(minute: int, text: str = "Alles is onder controle.") -> tuple[int, c.Command]:
    return minute, AnswerQuestion(to="omroep", text=text, by="burgemeester")


def tick(minute: int, claim: str, *, made: bool = True, observer: str = "w1") -> tuple[int, c.Command]:
    return minute, TickClaim(inject="omroep", claim=claim, made=made, observer=observer)


PAY = c.Decide(decision="losgeld", option="ja", by="burgemeester")


def test_a_question_that_nobody_answered_says_how_long_it_waited() -> None:
    found = told((150, AskAsCouncil(text="Is mijn paspoort veilig?")))
    assert [(each.id, each.open_for, each.from_seat) for each in found.unanswered] == [
        ("omroep", 130, False),
        ("vraag-1", 50, True),
    ]
    assert found.words == "Raadsleden stelden 2 vragen; 2 bleven onbeantwoord."


def test_an_answer_counts_from_the_question_and_is_told_in_the_teams_own_words() -> None:
    question = told(says(90, "[red]Wij\x1b[31m weten het niet")).questions[0]
    assert (question.answered_after, question.open_for) == (20, None)
    assert question.answers[0].text == "[red]Wij[31m weten het niet"
    assert question.answers[0].words == "nog niet beoordeeld"


def test_observers_who_differ_are_both_told() -> None:
    good, bad = (
        RateAnswer(answer="antwoord-1", rating=Rating.P, observer="w1"),
        RateAnswer(answer="antwoord-1", rating=Rating.M, reason="Ontwijkend", observer="w2"),
    )
    answer = told(says(90), (91, good), (92, bad)).questions[0].answers[0]
    assert answer.words == "waarnemers verschillen: uitgevoerd zonder knelpunten en uitgevoerd met grote knelpunten"
    assert answer.reasons == ("Ontwijkend",)


def test_a_claim_that_the_log_contradicts_is_shown_with_its_log_line() -> None:
    found = told(says(90), tick(91, "balie-open"), tick(91, "raad-wist"))
    shown = {claim.id: claim for claim in found.contradicted}
    assert set(shown) == {"balie-open", "raad-wist"}
    assert shown["balie-open"].log == ("‘Burgerzaken’ lag toen plat, al sinds ma 08:30.",)
    assert shown["raad-wist"].log == ("Aan de termijn ‘Raad’ was toen nog niet voldaan; dat kon nog tot ma 10:30.",)
    assert (
        found.words == "Raadsleden stelden 1 vraag; er bleef niets onbeantwoord. Van 2 beweringen spreekt het logboek er 2 tegen."
    )


def test_a_claim_is_held_against_the_minute_of_the_answer_and_not_against_what_came_later() -> None:
    later = told(says(90), (95, PAY), tick(99, "niet-betaald"))
    assert later.contradicted == ()
    before = told((80, PAY), says(90), tick(99, "niet-betaald"))
    assert before.contradicted[0].log == ("‘Betaalt u?’: om ma 09:50 besloten door Burgemeester: GEHEIM-betalen.",)


def test_time_counts_at_the_minute_of_the_answer_also_when_nothing_else_happened_then() -> None:
    assert told(says(89), tick(99, "na-tien")).contradicted != ()
    assert told(says(90), tick(99, "na-tien")).contradicted == ()


def test_a_claim_taken_back_by_everybody_was_not_made_and_one_in_dispute_says_so() -> None:
    assert told(says(90), tick(91, "balie-open"), tick(92, "balie-open", made=False)).questions[0].claims == ()
    disputed = told(says(90), tick(91, "balie-open"), tick(92, "balie-open", made=False, observer="w2")).questions[0].claims[0]
    assert disputed.disputed
    assert "niet eens" in disputed.words


def test_a_claim_without_a_written_answer_is_held_against_the_tick_and_says_so() -> None:
    claim = told(tick(91, "balie-open")).questions[0].claims[0]
    assert (claim.loose, claim.minute) == (True, 91)
    assert "Het antwoord zelf is niet vastgelegd" in claim.words


def test_an_answer_to_a_message_that_is_no_question_is_kept_as_well() -> None:
    found = told((20, AnswerQuestion(to="start", text="Wij zoeken het uit.", by="ciso")), until=60)
    assert [question.id for question in found.questions] == ["start"]


def test_without_questions_it_says_not_exercised() -> None:
    assert told(until=10).words == "Niet beoefend: er kwam geen vraag van een raadslid."
    assert answers(setting(), ()).questions == ()
