"""What follows by itself."""

from __future__ import annotations

import pytest

from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.state import InjectStatus
from tests.exercise.builders import setting, started


def test_nothing_happens_before_the_start() -> None:
    from tests.exercise.builders import Play

    play = Play(setting())
    assert play.until(600) == []


def test_the_first_round_starts_with_the_exercise() -> None:
    play = started(setting())
    assert play.state.round == "r1"


def test_a_kern_inject_is_delivered_at_its_minute_and_not_before() -> None:
    play = started(setting(), 9)
    assert not play.state.delivered("uitval")
    play.until(10)
    assert play.state.injects["uitval"].minute == 10


def test_a_reserve_inject_is_offered_and_not_delivered() -> None:
    play = started(setting(), 30)
    assert play.state.injects["pers"].status is InjectStatus.OFFERED


def test_an_inject_knows_what_its_own_effect_did_when_it_makes_it_known() -> None:
    play = started(setting(), 10)
    assert play.state.served("netwerk") == 0
    assert play.state.reported["netwerk"].level == 0
    assert play.state.served("burgerzaken") == 0
    assert "burgerzaken" not in play.state.reported


def test_consequences_are_recorded_after_what_caused_them_and_before_what_is_told_of_them() -> None:
    play = started(setting(), 10)
    kinds = [type(stamped.event) for stamped in play.stamped if stamped.minute == 10]
    assert kinds.index(e.InjectDelivered) < kinds.index(e.Intervened) < kinds.index(e.NodeChanged) < kinds.index(e.NodeReported)


def test_a_dilemma_that_an_inject_asks_opens_with_its_deadline() -> None:
    play = started(setting(), 10)
    assert play.state.decisions["afsluiten"].deadline == 40


def test_the_default_comes_at_the_deadline_when_nobody_decides() -> None:
    play = started(setting(), 39)
    assert play.state.decisions["afsluiten"].default == ""
    play.until(40)
    assert play.state.decisions["afsluiten"].default == "niets"
    assert play.state.served("bank") == 0


def test_no_default_comes_when_somebody_decided_in_time() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    play.until(300)
    assert play.state.decisions["afsluiten"].default == ""
    assert play.state.served("bank") == 100


def test_not_taken_by_a_minute_is_judged_at_that_minute() -> None:
    late = started(setting(), 40)
    late.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    assert late.state.delivered("te-laat")
    early = started(setting(), 30)
    early.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    early.until(100)
    assert not early.state.delivered("te-laat")


def test_a_delayed_effect_happens_after_its_delay() -> None:
    play = started(setting(), 20)
    play.do(c.Decide(decision="afsluiten", option="later"))
    play.until(79)
    assert play.state.served("bank") == 100
    play.until(80)
    assert play.state.served("bank") == 0


def test_a_clock_of_another_legal_regime_never_starts() -> None:
    assert set(started(setting(), 10).state.clocks) == {"datalek"}
    assert set(started(setting(regime="cbw"), 10).state.clocks) == {"datalek", "cbw"}


def test_a_clock_is_missed_the_minute_after_its_term() -> None:
    play = started(setting(), 70)
    assert not play.state.clocks["datalek"].missed
    play.until(71)
    assert play.state.clocks["datalek"].missed


@pytest.mark.parametrize("steps", [(300,), (10, 300), tuple(range(1, 301)), (9, 10, 11, 39, 40, 41, 300)])
def test_how_often_one_looks_makes_no_difference(steps: tuple[int, ...]) -> None:
    at_once = started(setting())
    at_once.until(300)
    in_steps = started(setting())
    for minute in steps:
        in_steps.until(minute)
    assert in_steps.stamped == at_once.stamped


@pytest.mark.parametrize(
    ("written", "given"),
    [
        (("zonder-tijd", "op-tijd", "gepland"), ["gepland", "zonder-tijd", "op-tijd"]),
        (("op-tijd", "zonder-tijd", "gepland"), ["gepland", "op-tijd", "zonder-tijd"]),
        (("gepland", "zonder-tijd", "op-tijd"), ["gepland", "zonder-tijd", "op-tijd"]),
    ],
)
def test_injects_of_one_minute_come_by_planned_time_and_then_by_place_in_the_file(
    written: tuple[str, ...], given: list[str]
) -> None:
    """One that waits for a condition only counts as planned for the minute in which that holds."""
    times = {
        "zonder-tijd": {"when": {"after": "T+1:00"}},
        "op-tijd": {"at": "T+1:00"},
        "gepland": {"at": "T+0:50", "when": {"after": "T+1:00"}},
    }
    common = {"title": "Bericht", "kind": "kern", "channel": "mail", "from": "ciso", "to": "all", "text": "De balie belt."}
    place = setting(injects=[{"id": name, **common, **times[name]} for name in written])
    play = started(place, 59)
    assert not play.state.injects
    play.until(60)
    assert list(play.state.injects) == given
