"""What the team thinks, claims and promises, and what observers make of it: commands to events to state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Certainty, Element, Rating, Shown
from simulator.exercise.evolve import evolve
from simulator.exercise.rehearsal import rehearse
from simulator.exercise.state import State
from simulator.scenario.script import Script
from tests.exercise.builders import SCENARIO, Play, setting, started

CLAIM = {"id": "gemeld", "text": "Het netwerk werkt weer", "true_when": {"node": {"node": "netwerk", "state": "up"}}}
WITH_CLAIM = [{**SCENARIO["injects"][0], "claims": [CLAIM]}, *SCENARIO["injects"][1:]]
DEBRIEF = ["Wat ging goed?", "Wat doen we voor mei?"]


def plan(**changes: str) -> ec.PlanImprovement:
    """An improvement that is agreed on in the debrief."""
    first = ec.PlanImprovement(what="Noodprocedure oefenen", owner="Hoofd burgerzaken", element=Element.OEFENING)
    return replace(first, **changes)  # type: ignore[arg-type]


def test_the_griffiers_choice_is_written_as_the_factsheet_writes_it_and_replaces_the_one_before() -> None:
    play = Play(setting())
    play.do(ec.PickQuestions(questions=("k7", "C4", "K7")))
    assert play.state.evaluation.picked == ("K7", "C4")
    play.do(ec.PickQuestions(questions=("V9",)))
    assert play.state.evaluation.picked == ("V9",)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (ec.PickQuestions(questions=("K1", "K2", "K3", "K4", "K5", "K6a", "K6b", "K6c", "K7")), "hoogstens 8"),
        (ec.PickQuestions(questions=("K11",)), "geen raadsvraag 'K11'"),
        (ec.Predict(nodes=("netwrk",)), "Bedoelde u 'netwerk'"),
        (ec.Predict(nodes=(), within=0), "minstens een minuut"),
        (ec.WritePicture(role="ciso", lines=()), "1 tot 12 regels"),
        (ec.WritePicture(role="ciso", lines=(ec.PictureLine(text=" ", certainty=Certainty.FEIT),)), "Vul eerst"),
        (ec.EstimateCost(category="inhuur", low=10, high=5), "van laag naar hoog"),
        (ec.EstimateCost(category="inhuur", low=5, high=10, coverage="loterij"), "onvoorzien, reserve"),
        (ec.AnswerQuestion(to="uitvl", text="Het komt goed", by="ciso"), "Bedoelde u 'uitval'"),
        (ec.AnswerQuestion(to="uitval", text="Het komt goed", by="wethouder"), "Er is geen rol"),
        (ec.RateAnswer(answer="antwoord-1", rating=Rating.P), "geen antwoord"),
        (ec.TickClaim(inject="uitval", claim="gemeld"), "geen bewering"),
        (ec.CheckDocument(document="ivp", shown=Shown.GETOOND, dated="31-2-2026"), "geen datum"),
        (ec.AnswerHotWash(question=0, text="Alles"), "staat niet bij de nabespreking"),
        (ec.DropImprovement(improvement="verbetering-1"), "geen verbeteractie"),
        (plan(start="1-5-2027", due="1-4-2027"), "niet voor het begin"),
        (plan(owner=""), "wie ervoor zorgt"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason_and_leaves_nothing(command: c.Command, why: str) -> None:
    play = started(setting())
    before = play.state
    with pytest.raises(CommandRefused, match=why):
        play.do(command)
    assert play.state == before


def test_a_prediction_keeps_its_nodes_its_window_and_its_minute() -> None:
    play = started(setting(), 15)
    play.do(ec.Predict(nodes=("burgerzaken", "bank", "burgerzaken"), within=240, by="ciso"))
    play.do(ec.Predict(nodes=()))
    first, second = play.state.evaluation.predictions.values()
    assert (first.minute, first.event.nodes, first.event.within, first.event.by) == (15, "burgerzaken,bank", 240, "ciso")
    assert (second.event.prediction, second.event.nodes) == ("voorspelling-2", "")


def test_the_lines_of_a_picture_stay_together_and_say_what_they_are_taken_for() -> None:
    play = started(setting())
    lines = (
        ec.PictureLine(text="Het netwerk ligt plat", certainty=Certainty.FEIT, node="netwerk", works=False),
        ec.PictureLine(text="Het duurt een dag", certainty=Certainty.AANNAME, works=True),
    )
    play.do(ec.WritePicture(role="ciso", lines=lines))
    play.do(ec.WritePicture(role="burgemeester", lines=lines[1:]))
    ours, theirs = play.state.evaluation.pictures.values()
    assert [(each.event.works, each.event.certainty) for each in ours] == [("nee", Certainty.FEIT), ("", Certainty.AANNAME)]
    assert [each.event.role for each in theirs] == ["burgemeester"]


def test_observers_are_heard_apart_and_each_has_a_last_word() -> None:
    play = started(setting())
    play.do(ec.RateQuestion(question="k7", rating=Rating.P, observer="w1"))
    play.do(ec.RateQuestion(question="K7", rating=Rating.M, reason="Te laat", observer="w2"))
    play.do(ec.RateQuestion(question="K7", rating=Rating.S, reason="Bij nader inzien", observer="w1"))
    said = {observer: each.event.rating for (_, observer), each in play.state.evaluation.ratings.items()}
    assert said == {"w1": Rating.S, "w2": Rating.M}


def test_a_claim_can_be_ticked_and_taken_back() -> None:
    play = started(setting(injects=WITH_CLAIM))
    play.do(ec.TickClaim(inject="uitval", claim="gemeld", observer="w1"))
    play.do(ec.TickClaim(inject="uitval", claim="gemeld", made=False, observer="w1"))
    assert [each.event.made for each in play.state.evaluation.claims.values()] == [False]


def test_a_councillors_question_from_the_public_seat_is_answered_and_the_answer_rated() -> None:
    play = started(setting())
    play.do(ec.AskAsCouncil(text="Wanneer krijgt mijn buurvrouw haar paspoort?"))
    play.do(ec.AnswerQuestion(to="vraag-1", text="Dat weten we morgen", by="burgemeester"))
    play.do(ec.RateAnswer(answer="antwoord-1", rating=Rating.S, reason="Eerlijk, maar laat", observer="w1"))
    assert play.state.evaluation.answers["antwoord-1"].event.to == "vraag-1"
    assert play.state.evaluation.answer_ratings["antwoord-1", "w1"].event.rating is Rating.S


def test_what_is_promised_in_the_debrief_is_planned_changed_and_dropped_and_no_id_comes_twice() -> None:
    play = started(setting(debrief=DEBRIEF))
    play.do(c.End())
    play.do(plan(due="1-5-2027", question="k7"))
    play.do(plan(improvement="verbetering-1", due="2027-06-01"))
    play.do(ec.DropImprovement(improvement="verbetering-1", reason="Dubbel"))
    play.do(plan(what="Sleutels tellen"))
    assert [(name, each.event.what) for name, each in play.state.evaluation.improvements.items()] == [
        ("verbetering-2", "Sleutels tellen")
    ]
    due = [each.event.due for each in play.stamped if hasattr(each.event, "due")]
    assert due == ["2027-05-01", "2027-06-01", ""]


def test_a_hot_wash_takes_words_or_hands_but_not_more_hands_than_people() -> None:
    play = started(setting(debrief=DEBRIEF))
    play.do(c.End())
    play.do(ec.AnswerHotWash(question=1, hands=4, of=6))
    play.do(ec.AnswerHotWash(question=0, role="ciso", text="We belden op tijd"))
    with pytest.raises(CommandRefused, match="meer handen"):
        play.do(ec.AnswerHotWash(question=0, hands=7, of=6))
    assert [(each.event.hands, each.event.of, each.event.role) for each in play.state.evaluation.hot_wash] == [
        (4, 6, ""), (-1, -1, "ciso"),
    ]  # fmt: skip


def test_before_the_start_only_questions_are_picked_and_papers_shown_and_afterwards_nothing_is_predicted() -> None:
    play = Play(setting())
    play.do(ec.CheckDocument(document="ivp", shown=Shown.VEROUDERD, dated="1-2-2019"))
    with pytest.raises(CommandRefused, match="nog niet begonnen"):
        play.do(ec.Predict(nodes=("bank",)))
    play.do(c.Start())
    play.do(c.End())
    with pytest.raises(CommandRefused, match="afgelopen"):
        play.do(ec.Predict(nodes=("bank",)))
    assert play.state.evaluation.documents["ivp"].event.dated == "2019-02-01"


def test_a_rehearsal_thinks_aloud_too() -> None:
    steps = [
        {"at": "T+0:20", "predict": {"nodes": ["burgerzaken"], "within": "8h", "by": "ciso"}},
        {"at": "T+0:25", "picture": {"role": "ciso", "lines": [{"text": "Plat", "kind": "feit", "node": "netwerk"}]}},
        {"at": "T+0:30", "estimate": {"category": "inhuur", "low": "1000", "high": "2000", "coverage": "reserve"}},
        {"at": "T+0:40", "answer": {"inject": "uitval", "text": "Het netwerk werkt weer", "by": "burgemeester"}},
        {"at": "T+0:45", "claim": {"inject": "uitval", "claim": "gemeld"}},
    ]  # fmt: skip
    script = Script.model_validate({"id": "hardop", "title": "Hardop", "steps": steps})
    state = State()
    for stamped in rehearse(setting(injects=WITH_CLAIM), script):
        state = evolve(state, stamped)
    said = state.evaluation
    assert [len(part) for part in (said.predictions, said.pictures, said.estimates, said.answers, said.claims)] == [1, 1, 1, 1, 1]
    assert said.estimates["raming-1"].event.coverage == "reserve"


def test_nothing_of_it_touches_the_graph() -> None:
    play = started(setting(), 15)
    before = play.state
    play.do(ec.Predict(nodes=("bank",)))
    play.do(ec.AskAsCouncil(text="En nu?"))
    assert (play.state.done, play.state.truth, play.state.decisions) == (before.done, before.truth, before.decisions)
