"""Why a node fell, and why it is still down."""

from __future__ import annotations

import pytest

from simulator.consequences.causes import Cause, CauseKind, Wait, WaitKind
from simulator.consequences.interventions import Intervention
from simulator.consequences.standing import FallbackPhase, FallbackStatus, RepairStatus
from simulator.consequences.trajectory import Trajectory
from simulator.scenario.landscape import Landscape
from tests.builders import fallback, landscape, need, node, reach, repair
from tests.consequences.acting import act, levels, play


def chain(outcome: Trajectory, node_: str, minute: int) -> list[tuple[str, int, CauseKind]]:
    """The chain of causes in short."""
    return [(change.node, change.minute, change.cause.kind) for change in outcome.fell_because(node_, minute)]


def test_a_fall_is_told_from_the_asked_node_to_the_hit() -> None:
    place = landscape(node("stroom"), node("netwerk", need("stroom", buffer=30)), node("brp", "netwerk"))
    outcome = play(place, act(5, "hit", "stroom"))
    assert chain(outcome, "brp", 100) == [
        ("brp", 35, CauseKind.GROUP_LOST),
        ("netwerk", 35, CauseKind.GROUP_LOST),
        ("stroom", 5, CauseKind.HIT),
    ]


def test_a_node_that_is_up_did_not_fall() -> None:
    assert play(landscape(node("brp", repair=repair(5))), act(0, "hit", "brp")).fell_because("brp", 50) == ()


def test_a_hit_that_came_along_an_edge_is_told_back_to_the_first_hit_even_when_the_source_was_down_already() -> None:
    place = landscape(node("stroom"), node("mail", "stroom"), node("brp"), reaches=[reach("mail", "brp", 20)])
    outcome = play(place, act(0, "hit", "stroom"), act(10, "hit", "mail"))
    assert chain(outcome, "brp", 100) == [("brp", 30, CauseKind.SPREAD), ("mail", 10, CauseKind.HIT)]


def test_a_hit_on_a_node_that_is_down_changes_nothing_that_is_seen() -> None:
    place = landscape(node("stroom"), node("mail", "stroom"))
    outcome = play(place, act(0, "hit", "stroom"), act(10, "hit", "mail"))
    assert [change.minute for change in outcome.changes] == [0, 0]


def test_the_last_member_that_fell_is_named() -> None:
    place = landscape(node("a"), node("b"), node("telefonie", need("a", "b", at_least=1, buffer=60)))
    outcome = play(place, act(0, "hit", "b"), act(10, "hit", "a"))
    assert outcome.fell_because("telefonie", 80)[0].cause == Cause(kind=CauseKind.GROUP_LOST, node="a", group=0)


def test_a_member_that_was_about_to_rise_is_not_the_last_that_fell() -> None:
    place = landscape(
        node("a1", need("water", buffer=20)),
        node("a2", "stroom", need("gas", buffer=20), restart=10),
        node("telefonie", need("a1", "a2", at_least=1)),
        node("stroom", repair=repair(9)),
        node("gas"),
        node("water"),
    )
    outcome = play(place, *(act(0, "hit", id_) for id_ in ("stroom", "gas", "water")))
    assert chain(outcome, "telefonie", 50) == [
        ("telefonie", 20, CauseKind.GROUP_LOST),
        ("a1", 20, CauseKind.GROUP_LOST),
        ("water", 0, CauseKind.HIT),
    ]


def test_a_cut_link_is_a_decision_and_ends_the_chain() -> None:
    place = landscape(node("svb"), node("uitkeringen", need("svb", buffer=60)))
    outcome = play(place, act(10, "cut", "uitkeringen", other="svb"))
    assert [one.cause for one in outcome.fell_because("uitkeringen", 70)] == [
        Cause(kind=CauseKind.LINK_CUT, node="svb", intervention="cut-uitkeringen-10", group=0)
    ]


def test_who_fell_because_a_fallback_ended_is_told_why_the_fallback_was_needed() -> None:
    place = landscape(
        node("brp", fallback=fallback(60, setup=1, keep=30, automatic=True)), node("paspoorten", need("brp", buffer=5))
    )
    outcome = play(place, act(0, "hit", "brp"))
    assert chain(outcome, "paspoorten", 100) == [
        ("paspoorten", 36, CauseKind.GROUP_LOST),
        ("brp", 31, CauseKind.FALLBACK_ENDED),
        ("brp", 0, CauseKind.HIT),
    ]


def test_a_circle_through_soft_losses_is_told_without_going_round() -> None:
    place = landscape(
        node("a", need("start", loss=40), need("d", loss=100)),
        node("c", need("a", enough=70)),
        node("d", "c"),
        node("start"),
    )
    outcome = play(place, act(0, "hit", "start"))
    assert [(one.node, one.level) for one in outcome.fell_because("a", 5)] == [
        ("a", 0),
        ("d", 0),
        ("c", 0),
        ("a", 60),
        ("start", 0),
    ]


def test_rises_name_what_brought_the_node_back() -> None:
    place = landscape(node("stroom", repair=repair(30), restart=5), node("brp", "stroom", restart=7))
    outcome = play(place, act(0, "hit", "stroom"))
    assert [(one.node, one.minute, one.cause) for one in outcome.changes if one.level == 100] == [
        ("stroom", 35, Cause(kind=CauseKind.REPAIRED)),
        ("brp", 42, Cause(kind=CauseKind.GROUP_BACK, node="stroom", group=0)),
    ]


WAITING = [
    ({}, [act(0, "hit", "brp")], Wait(waiter="brp", kind=WaitKind.NO_REPAIR)),
    ({"repair": repair(30)}, [act(0, "hit", "brp")], Wait(waiter="brp", kind=WaitKind.WORK, until=30)),
    ({"repair": repair(5), "restart": 20}, [act(0, "hit", "brp")], Wait(waiter="brp", kind=WaitKind.RESTART, until=25)),
    ({}, [act(0, "isolate", "brp")], Wait(waiter="brp", kind=WaitKind.RECONNECT)),
    ({}, [act(0, "set", "brp")], Wait(waiter="brp", kind=WaitKind.SET_BY_HAND)),
    (
        {"needs": (need("svb"),)},
        [act(0, "cut", "brp", other="svb")],
        Wait(waiter="brp", kind=WaitKind.LINK, node="svb", group=0),
    ),
    (
        {"repair": repair(5, crew="ict")},
        [act(0, "hit", "aaa"), act(0, "hit", "brp")],
        Wait(waiter="brp", kind=WaitKind.CREW, node="ict", until=90),
    ),
]


@pytest.mark.parametrize(("rest", "acts", "wait"), WAITING)
def test_each_kind_of_waiting_is_told(rest: dict[str, object], acts: list[Intervention], wait: Wait) -> None:
    place = landscape({**node("brp"), **rest}, node("svb"), node("aaa", repair=repair(90, crew="ict")), crews={"ict": 1})
    assert play(place, *acts).waits_at("brp", 10) == (wait,)


def test_clearance_and_what_the_repair_needs_are_both_told_and_followed() -> None:
    place = landscape(node("stroom"), node("brp", repair=repair(5, needs=["stroom"])), forensics=True)
    outcome = play(place, act(0, "hit", "stroom"), act(0, "hit", "brp"))
    assert [(wait.waiter, wait.kind) for wait in outcome.waits_at("brp", 10)] == [
        ("brp", WaitKind.CLEARANCE),
        ("brp", WaitKind.REPAIR_NEED),
        ("stroom", WaitKind.NO_REPAIR),
    ]


def circle() -> Landscape:
    """Two nodes that need each other, a third behind them, and a fourth that has nothing to do with it."""
    return landscape(
        node("netwerk", "beheer", repair=repair(30)),
        node("beheer", "netwerk"),
        node("brp", "beheer"),
        node("svb", repair=repair(90)),
    )


def test_nodes_that_wait_for_each_other_are_found_and_told_once() -> None:
    outcome = play(circle(), act(0, "hit", "netwerk"), act(0, "hit", "svb"))
    assert outcome.deadlocks_at(50) == (("beheer", "netwerk"),)
    assert [(wait.waiter, wait.node, wait.circular) for wait in outcome.waits_at("brp", 50)] == [
        ("brp", "beheer", False),
        ("beheer", "netwerk", True),
        ("netwerk", "beheer", True),
    ]


def test_a_circle_that_also_waits_for_a_decision_is_no_deadlock_before_that_is_taken() -> None:
    acts = (act(0, "hit", "netwerk"), act(1, "isolate", "beheer"), act(60, "reconnect", "beheer"))
    outcome = play(circle(), *acts)
    assert (outcome.deadlocks_at(50), outcome.deadlocks_at(60)) == ((), (("beheer", "netwerk"),))


def test_a_circle_that_only_looks_like_one_while_help_is_on_its_way_is_no_deadlock() -> None:
    place = landscape(
        node("netwerk", need("beheer", "leverancier", at_least=1)),
        node("beheer", "netwerk"),
        node("leverancier", repair=repair(30)),
    )
    outcome = play(place, act(0, "hit", "leverancier"), act(0, "isolate", "netwerk"), act(1, "reconnect", "netwerk"))
    assert [wait.circular for wait in outcome.waits_at("beheer", 10)] == [True, True, False, False]
    assert outcome.deadlocks_at(10) == ()
    assert levels(outcome, "beheer", 31, 32, 33) == [0, 0, 100]


def test_a_fallback_that_is_being_set_up_can_break_a_circle_so_it_is_no_deadlock_yet() -> None:
    place = landscape(node("netwerk", "beheer"), node("beheer", "netwerk", fallback=fallback(60, setup=20)))
    acts = (act(0, "isolate", "netwerk"), act(1, "reconnect", "netwerk"))
    outcome = play(place, *acts, act(5, "start_fallback", "beheer"))
    assert (outcome.deadlocks_at(4), outcome.deadlocks_at(6)) == ((("beheer", "netwerk"),), ())
    assert levels(outcome, "beheer", 27) == [100]


def test_how_repair_fallback_and_buffer_stand_can_be_asked() -> None:
    place = landscape(
        node("brp", repair=repair(30), fallback=fallback(60, setup=5, keep=20)), node("paspoorten", need("brp", buffer=9))
    )
    outcome = play(place, act(0, "hit", "brp"), act(1, "start_fallback", "brp"))
    assert outcome.repair_at("brp", 10) == RepairStatus(start=0, until=30)
    assert outcome.buffers_at("paspoorten", 3) == ((0, 9),)
    assert [outcome.fallback_at("brp", minute) for minute in (0, 1, 6, 26, 31)] == [
        FallbackStatus(phase=FallbackPhase.OFF),
        FallbackStatus(phase=FallbackPhase.SETTING_UP, until=6),
        FallbackStatus(phase=FallbackPhase.RUNNING, until=26),
        FallbackStatus(phase=FallbackPhase.SPENT),
        FallbackStatus(phase=FallbackPhase.OFF),
    ]
    assert outcome.fallback_at("paspoorten", 0) == FallbackStatus(phase=FallbackPhase.NONE)


def test_asking_after_an_unknown_node_is_an_error() -> None:
    with pytest.raises(KeyError):
        play(landscape(node("brp"))).level_at("spookdienst", 0)
