"""What commands make happen, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.state import Phase
from simulator.scenario.landscape import Landscape
from tests.exercise.builders import LANDSCAPE, Play, setting, started


def test_a_decision_has_its_effects_at_once() -> None:
    play = started(setting(), 20)
    events = play.do(c.Decide(decision="afsluiten", option="noodprocedure", by="burgemeester"))
    assert [type(event) for event in events] == [
        e.DecisionTaken,
        e.Intervened,
        e.ClockMet,
        e.CostBooked,
        e.ActionAssigned,
    ]
    play.until(50)
    assert play.state.served("burgerzaken") == 40


def test_who_and_why_may_follow_later() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(decision="afsluiten", option="niets"))
    assert play.state.records["b1"].by == ""
    play.do(c.DetailDecision(record="b1", by="burgemeester", motivation="De rij is te lang", owner="ciso", due=90))
    record = play.state.records["b1"]
    assert (record.by, record.owner, record.due, record.decided_at) == ("burgemeester", "ciso", 90, 20)


def test_clocks_count_from_when_it_was_decided_and_effects_from_when_it_was_logged() -> None:
    play = started(setting(), 75)
    assert play.state.clocks["datalek"].missed
    play.do(c.Decide(decision="afsluiten", option="noodprocedure", decided_at=65))
    assert play.state.clocks["datalek"].met_at == 65
    assert play.state.clocks["datalek"].margin == 5
    assert list(play.state.done.values())[-1].intervention.minute == 75


def test_deciding_again_takes_back_what_stood() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(decision="afsluiten", option="niets"))
    assert play.state.served("bank") == 0
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    assert play.state.records["b1"].withdrawn == 20
    play.until(30)
    assert play.state.served("bank") == 100


def test_a_decision_after_the_default_takes_the_default_back() -> None:
    play = started(setting(), 45)
    assert play.state.served("bank") == 0
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    play.until(60)
    assert play.state.served("bank") == 100


def test_withdrawing_appends_and_takes_back_what_can_be_taken_back() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    play.until(60)
    assert play.state.clocks["datalek"].met_at == 20
    events = play.do(c.WithdrawDecision(record="b1", reason="Toch niet"))
    assert isinstance(events[0], e.DecisionWithdrawn)
    assert play.state.served("burgerzaken") == 0
    assert play.state.clocks["datalek"].met_at == -1
    assert any(isinstance(stamped.event, e.DecisionTaken) for stamped in play.stamped)


def test_withdrawing_cancels_what_was_still_to_come() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(decision="afsluiten", option="later"))
    play.do(c.WithdrawDecision(record="b1"))
    play.until(200)
    assert play.state.served("bank") == 100


def test_taking_back_leaves_what_another_decision_holds() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(words="Bank los", effect="isolate", target="bank"))
    play.do(c.Decide(decision="afsluiten", option="niets"))
    play.do(c.WithdrawDecision(record="b2"))
    play.until(60)
    assert play.state.served("bank") == 0


@pytest.mark.parametrize(
    ("effect", "target", "kind"),
    [
        ("isolate", "bank", "isolate"),
        ("fallback", "burgerzaken", "start_fallback"),
        ("crew", "ict", "add_crew"),
        ("priority", "netwerk", "set_priority"),
    ],
)
def test_own_words_have_effects_from_the_palette(effect: c.OwnEffect, target: str, kind: str) -> None:
    play = started(setting(), 20)
    play.do(c.Decide(words="Zo doen we het", effect=effect, target=target))
    assert list(play.state.done.values())[-1].event.kind == kind


def test_own_words_may_say_which_act_it_was_at_once_or_later() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(words="Wij bellen de IBD", act="ibd-inschakelen"))
    play.do(c.Decide(words="Bank los"))
    assert [record.act for record in play.state.records.values()] == ["ibd-inschakelen", ""]
    play.do(c.DetailDecision(record="b2", act="netwerk-loskoppelen"))
    assert play.state.records["b2"].act == "netwerk-loskoppelen"


def test_an_option_says_itself_which_act_it_is() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(decision="afsluiten", option="niets"))
    with pytest.raises(CommandRefused, match="alleen bij eigen woorden"):
        play.do(c.DetailDecision(record="b1", act="netwerk-loskoppelen"))


def test_the_same_choice_twice_is_recorded_once() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(decision="afsluiten", option="niets"))
    with pytest.raises(CommandRefused, match="al zo besloten"):
        play.do(c.Decide(decision="afsluiten", option="niets"))


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (c.Decide(decision="afsluite", option="niets"), "Bedoelde u 'afsluiten'"),
        (c.Decide(decision="afsluiten", option="nietz"), "Bedoelde u 'niets'"),
        (c.Decide(decision="afsluiten"), "eigen woorden"),
        (c.Decide(words="x", by="wethouder"), "geen rol"),
        (c.Decide(words="x", effect="fallback", target="bank"), "geen noodprocedure"),
        (c.Decide(words="x", decided_at=99), "toekomst"),
        (c.Decide(words="x", act="Bel de IBD!"), "geen naam van een handeling"),
        (c.Decide(decision="afsluiten", option="niets", act="losgeld"), "alleen bij eigen woorden"),
        (c.DeliverInject(inject="uitval"), "al gegeven"),
        (c.HoldInject(inject="uitval"), "al gegeven"),
        (c.ReportNode(node="netwerk", level=101), "0 tot 100"),
        (c.StartClock(clock="cbw"), "geen klok"),
        (c.StartClock(clock="datalek"), "loopt al"),
        (c.MeetClock(clock="datalek", at=5), "liep toen nog niet"),
        (c.SetNode(node="bank", up=False, reason=" "), "reden"),
        (c.Jump(to=20), "vooruit"),
        (c.Jump(to=10**7), "voorbij"),
        (c.NextRound(), "laatste ronde"),
        (c.Start(), "al begonnen"),
        (c.Resume(factor=1), "loopt al"),
        (c.Resume(factor=61), "snelheid"),
        (c.AddCrew(crew="ict", count=0), "1 tot 50"),
        (c.NoteObservation(text="  "), "waarneming"),
        (c.NoteObservation(text="Goed overlegd", question="V99"), "Er is geen raadsvraag 'V99'"),
        (c.WithdrawDecision(record="b9"), "geen vastgelegd besluit"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(command: c.Command, message: str) -> None:
    play = started(setting(), 20)
    before = play.state
    with pytest.raises(CommandRefused, match=message):
        play.do(command)
    assert play.state == before


def test_what_is_felt_in_the_street_is_no_system_to_disconnect() -> None:
    street = {"id": "doorgang", "name": "Doorgang over de brug", "kind": "effect"}
    town = Landscape.model_validate({**LANDSCAPE, "nodes": [*LANDSCAPE["nodes"], street]})
    play = started(replace(setting(), landscape=town))
    with pytest.raises(CommandRefused, match="geen systeem"):
        play.do(c.Decide(words="Brug los", effect="isolate", target="doorgang"))


def test_a_jump_runs_through_every_instant_and_holds_what_is_held() -> None:
    play = started(setting())
    play.do(c.Jump(to=120, hold=("uitval",)))
    assert play.state.minute == 120
    assert not play.state.delivered("uitval")
    assert play.state.injects["pers"].minute == 20
    walked = started(setting(), 120)
    jumped = started(setting())
    jumped.do(c.Jump(to=120))
    assert jumped.state.truth == walked.state.truth


def test_what_is_put_by_hand_is_named_with_its_reason() -> None:
    play = started(setting(), 20)
    play.do(c.SetNode(node="bank", up=False, reason="Bij ons is dat anders"))
    assert play.state.served("bank") == 0
    assert list(play.state.done.values())[-1].event.reason == "Bij ons is dat anders"


def test_reality_stops_everything_until_it_is_cleared() -> None:
    play = started(setting(), 5)
    play.do(c.DeclareReality())
    assert play.until(60) == []
    with pytest.raises(CommandRefused, match="echt"):
        play.do(c.DeliverInject(inject="pers"))
    play.do(c.ClearReality())
    assert play.state.phase is Phase.PAUSED


def test_after_the_end_nothing_follows_but_notes_may_be_made() -> None:
    play = started(setting(), 20)
    play.do(c.End())
    assert play.until(500) == []
    play.do(c.NoteObservation(text="Goed overlegd", question="k6A"))
    assert play.state.observations[-1].noted.question == "K6a"
    with pytest.raises(CommandRefused, match="afgelopen"):
        play.do(c.Decide(words="Nog iets"))


def test_control_characters_in_what_a_person_types_are_dropped() -> None:
    play = started(setting(), 20)
    play.do(c.NoteObservation(text="rood\x1b[31m\u202eomgekeerd"))
    assert play.state.observations[-1].noted.text == "rood[31momgekeerd"


def test_before_the_start_only_set_up_is_possible() -> None:
    play = Play(setting())
    play.do(c.AssignRole(role="ciso", person="p1"))
    with pytest.raises(CommandRefused, match="nog niet begonnen"):
        play.do(c.Jump(to=10))
