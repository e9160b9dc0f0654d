"""What each command of the oefenleider leaves behind."""

from __future__ import annotations

import pytest

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.rehearsal import rehearse
from simulator.exercise.state import InjectStatus, Phase
from simulator.scenario.script import Script
from tests.exercise.builders import SCENARIO, Play, setting, started

TWO_ROUNDS = [*SCENARIO["rounds"], {"id": "r2", "title": "Tweede uur", "at": "T+3:00", "until": "T+4:00"}]


def test_a_person_may_hold_several_roles_and_a_role_several_people() -> None:
    play = Play(setting())
    play.do(c.AssignRole(role="ciso", person="p1"))
    play.do(c.AssignRole(role="burgemeester", person="p1", attendance=e.Attendance.TELEFOON))
    play.do(c.AssignRole(role="ciso", person="p2", attendance=e.Attendance.VERVANGER))
    play.do(c.AssignRole(role="ciso", person="p1", attendance=e.Attendance.AFWEZIG))
    assert {(each.person, each.attendance.value) for each in play.state.roles["ciso"]} == {("p1", "afwezig"), ("p2", "vervanger")}
    assert play.state.roles["burgemeester"][0].attendance is e.Attendance.TELEFOON


def test_the_next_round_is_a_jump_to_its_beginning() -> None:
    play = started(setting(rounds=TWO_ROUNDS), 20)
    play.do(c.NextRound())
    assert (play.state.minute, play.state.round) == (180, "r2")
    assert any(event == e.TimeJumped(start=20, to=180) for event in (each.event for each in play.stamped))


def test_a_new_round_begins_without_a_step_of_the_meeting() -> None:
    play = started(setting(rounds=TWO_ROUNDS), 20)
    play.do(c.StartBobStep(step=e.Bob.BEELDVORMING))
    assert play.state.bob is e.Bob.BEELDVORMING
    with pytest.raises(CommandRefused, match="al bezig met beeldvorming"):
        play.do(c.StartBobStep(step=e.Bob.BEELDVORMING))
    play.do(c.NextRound())
    assert play.state.bob is None


def test_pausing_and_going_on_faster() -> None:
    play = started(setting())
    play.do(c.Resume(factor=10))
    assert (play.state.phase, play.state.factor) == (Phase.RUNNING, 10)
    play.do(c.Pause())
    assert play.state.phase is Phase.PAUSED
    with pytest.raises(CommandRefused, match="staat al stil"):
        play.do(c.Pause())


def test_real_emergencies_are_declared_and_cleared_once() -> None:
    play = started(setting())
    with pytest.raises(CommandRefused, match="niet gestopt"):
        play.do(c.ClearReality())
    play.do(c.DeclareReality())
    with pytest.raises(CommandRefused, match="al gestopt"):
        play.do(c.DeclareReality())


def test_an_improvised_inject_reaches_who_it_is_for() -> None:
    play = started(setting())
    play.do(c.ImproviseInject(title="Bezoek", text="De wethouder staat voor de deur.", to=("ciso", "burgemeester")))
    play.do(c.ImproviseInject(title="Alarm", text="Het brandalarm gaat."))
    assert [each.inject.to for each in play.state.improvised.values()] == ["ciso,burgemeester", "all"]
    with pytest.raises(CommandRefused, match="geen rol"):
        play.do(c.ImproviseInject(title="x", text="y", to=("wethouder",)))


def test_a_role_may_report_what_is_not_true() -> None:
    play = started(setting(), 20)
    play.do(c.ReportNode(node="netwerk", level=100, role="ciso"))
    reported = play.state.reported["netwerk"]
    assert (reported.level, reported.source, play.state.served("netwerk")) == (100, "role:ciso", 0)


def test_an_inject_that_is_held_is_given_by_hand_later() -> None:
    play = started(setting(), 5)
    play.do(c.HoldInject(inject="uitval"))
    play.until(60)
    assert play.state.injects["uitval"].status is InjectStatus.HELD
    play.do(c.DeliverInject(inject="uitval"))
    assert play.state.injects["uitval"].by_hand
    assert play.state.served("netwerk") == 0


def test_a_clock_may_be_started_and_met_by_hand_in_the_past() -> None:
    play = started(setting(), 8)
    play.do(c.StartClock(clock="datalek", known_at=3))
    assert play.state.clocks["datalek"].due == 63
    play.until(70)
    play.do(c.MeetClock(clock="datalek", at=60))
    assert play.state.clocks["datalek"].margin == 3
    with pytest.raises(CommandRefused, match="al gehaald"):
        play.do(c.MeetClock(clock="datalek"))
    with pytest.raises(CommandRefused, match="loopt nog niet"):
        started(setting(), 1).do(c.MeetClock(clock="datalek"))


def test_crew_and_priority_by_hand_reach_the_graph() -> None:
    play = started(setting(), 10)
    play.do(c.AddCrew(crew="ict", count=2, reason="Buurgemeente helpt"))
    play.do(c.SetPriority(node="netwerk", priority=50))
    kinds = [(each.event.kind, each.event.amount, each.event.cause) for each in play.state.done.values()]
    assert kinds[-2:] == [("add_crew", 2, "hand"), ("set_priority", 50, "hand")]
    with pytest.raises(CommandRefused, match="voorrang"):
        play.do(c.SetPriority(node="netwerk", priority=101))


def test_an_action_of_the_team_is_written_down_and_done_once() -> None:
    play = started(setting(), 10)
    play.do(c.AddAction(text="Bel de buren", owner="ciso", due=30))
    play.do(c.MarkActionDone(action="actie-1"))
    assert play.state.actions["actie-1"].done == 10
    with pytest.raises(CommandRefused, match="al klaar"):
        play.do(c.MarkActionDone(action="actie-1"))
    with pytest.raises(CommandRefused, match="verleden"):
        play.do(c.AddAction(text="Te laat", owner="ciso", due=5))


def test_what_a_seat_writes_is_kept_with_its_role_and_dilemma() -> None:
    play = started(setting(), 10)
    play.do(c.EnterWords(role="ciso", decision="afsluiten", text="Niet doen"))
    assert play.state.words[0].entered == e.WordsEntered(role="ciso", decision="afsluiten", text="Niet doen")


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(CommandRefused, match="te lang"):
        started(setting()).do(c.NoteObservation(text="a" * 4001))


def test_a_withdrawn_decision_cannot_be_withdrawn_again() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(decision="afsluiten", option="niets"))
    play.do(c.WithdrawDecision(record="b1"))
    with pytest.raises(CommandRefused, match="al ingetrokken"):
        play.do(c.WithdrawDecision(record="b1"))


SCRIPT = {
    "id": "alles",
    "title": "Elke stap een keer",
    "steps": [
        {"at": "T+0:01", "round": "r1"},
        {"at": "T+0:02", "bob": "beeldvorming"},
        {"at": "T+0:03", "hold": "pers"},
        {"at": "T+0:04", "improvise": {"title": "Bezoek", "text": "Er is bezoek.", "to": "all"}},
        {"at": "T+0:12", "report": {"node": "netwerk", "by": "ciso"}},
        {"at": "T+0:13", "decide": {"decision": "afsluiten", "option": "niets", "by": "burgemeester"}},
        {"at": "T+0:14", "withdraw": "afsluiten"},
        {"at": "T+0:15", "meet_clock": "datalek"},
        {"at": "T+0:16", "observe": {"text": "Rustig overleg"}},
        {"at": "T+0:17", "add_crew": "ict"},
        {"at": "T+0:18", "set_priority": "netwerk"},
        {"at": "T+0:19", "set_node": {"node": "bank", "up": False, "reason": "Klopt niet"}},
        {"at": "T+0:20", "decide": {"decision": "afsluiten", "option": "noodprocedure", "by": "burgemeester"}},
        {"at": "T+0:21", "action_done": "poster"},
        {"at": "T+0:22", "deliver": "pers"},
        {"at": "T+0:23", "round": "r2"},
    ],
}


def test_every_step_of_a_script_can_be_played_and_gives_the_same_twice() -> None:
    both = setting(rounds=TWO_ROUNDS)
    script = Script.model_validate(SCRIPT, context={"start": 510})
    stamped = rehearse(both, script)
    assert rehearse(both, script) == stamped
    kinds = {type(each.event) for each in stamped}
    assert {e.BobStepStarted, e.InjectHeld, e.InjectImprovised, e.DecisionWithdrawn, e.ActionDone, e.TimeJumped} <= kinds
    assert isinstance(stamped[-1].event, e.ExerciseEnded)


def test_a_step_that_cannot_be_done_is_named_with_its_minute() -> None:
    script = Script.model_validate({"id": "fout", "title": "Fout", "steps": [{"at": "T+0:05", "start_clock": "cbw"}]})
    with pytest.raises(CommandRefused, match="minuut 5"):
        rehearse(setting(), script)


def test_hearing_the_same_again_does_not_change_since_when_it_is_known() -> None:
    play = started(setting(), 30)
    assert (play.state.reported["netwerk"].level, play.state.reported["netwerk"].minute) == (0, 10)
    play.do(c.ReportNode(node="netwerk", level=0, role="ciso"))
    assert (play.state.reported["netwerk"].minute, play.state.reported["netwerk"].source) == (10, "role:ciso")
    play.do(c.ReportNode(node="netwerk", level=50))
    assert play.state.reported["netwerk"].minute == 30
