"""Laws that hold for every play, whatever the oefenleider does."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise.events import NodeChanged
from simulator.exercise.evolve import evolve
from simulator.exercise.rules.consequences import recorded_as
from simulator.exercise.setting import trajectory
from simulator.exercise.settle import settle
from simulator.exercise.state import State
from tests.exercise.builders import Play, setting, started

SMALL = setting()

minutes = st.integers(min_value=0, max_value=400)
moves = st.one_of(
    st.builds(c.Jump, to=minutes),
    st.builds(c.Decide, decision=st.just("afsluiten"), option=st.sampled_from(["noodprocedure", "later", "niets"])),
    st.builds(
        c.Decide,
        words=st.just("Zo doen we het"),
        effect=st.sampled_from(["isolate", "fallback", "priority", "none"]),
        target=st.sampled_from(["netwerk", "bank", "burgerzaken"]),
    ),
    st.builds(c.WithdrawDecision, record=st.sampled_from(["b1", "b2", "b3", "b4"])),
    st.builds(
        c.SetNode, node=st.sampled_from(["netwerk", "bank", "burgerzaken"]), up=st.booleans(), reason=st.just("klopt niet")
    ),
    st.builds(c.DeliverInject, inject=st.sampled_from(["uitval", "pers", "te-laat"])),
    st.builds(c.HoldInject, inject=st.sampled_from(["uitval", "pers", "te-laat"])),
    st.builds(c.ReportNode, node=st.sampled_from(["netwerk", "burgerzaken"])),
    st.builds(c.MeetClock, clock=st.just("datalek")),
    st.builds(c.AddCrew, crew=st.just("ict")),
    st.sampled_from([c.Pause(), c.Resume(), c.DeclareReality(), c.ClearReality(), c.NextRound()]),
)


def play_of(steps: list[tuple[int, c.Command]]) -> Play:
    play = started(SMALL)
    for wait, command in steps:
        play.until(play.state.minute + wait)
        try:
            play.do(command)
        except CommandRefused:
            continue
    play.until(600)
    return play


plays = st.lists(st.tuples(st.integers(min_value=0, max_value=60), moves), max_size=12).map(play_of)


@given(plays)
@settings(max_examples=60, deadline=None)
def test_the_fold_of_what_was_written_is_what_is_the_case(play: Play) -> None:
    state = State()
    for stamped in play.stamped:
        state = evolve(state, stamped)
    assert state.minute <= play.state.minute
    assert state.truth == play.state.truth
    assert state.records == play.state.records
    assert state.clocks == play.state.clocks


@given(plays)
@settings(max_examples=60, deadline=None)
def test_minutes_never_go_down(play: Play) -> None:
    written = [stamped.minute for stamped in play.stamped]
    assert written == sorted(written)


@given(plays)
@settings(max_examples=60, deadline=None)
def test_what_was_recorded_is_what_the_graph_says_of_all_that_was_done(play: Play) -> None:
    recorded = [stamped.event for stamped in play.stamped if isinstance(stamped.event, NodeChanged)]
    again = trajectory(SMALL, play.state.interventions).changes[: len(recorded)] if recorded else ()
    assert [recorded_as(change) for change in again] == recorded


@given(plays)
@settings(max_examples=60, deadline=None)
def test_when_all_that_follows_has_followed_nothing_more_does(play: Play) -> None:
    assert settle(SMALL, play.state, play.state.minute).stamped == ()


@given(plays)
@settings(max_examples=60, deadline=None)
def test_nothing_is_given_twice(play: Play) -> None:
    from simulator.exercise import events as e

    names = {
        e.InjectDelivered: "inject",
        e.DecisionOpened: "decision",
        e.DecisionDefaulted: "decision",
        e.ClockStarted: "clock",
        e.ClockMissed: "clock",
        e.CostBooked: "cost",
        e.Intervened: "id",
        e.RoundStarted: "round",
    }
    for kind, name in names.items():
        given_names = [getattr(stamped.event, name) for stamped in play.stamped if type(stamped.event) is kind]
        assert len(given_names) == len(set(given_names)), kind
