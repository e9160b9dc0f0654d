"""What falls and when it comes back, one rule at a time."""

from __future__ import annotations

import pytest

from tests.builders import fallback, landscape, need, node, reach, repair
from tests.consequences.acting import act, levels, play, services


def test_a_hit_node_is_down_until_it_is_repaired_and_restarted() -> None:
    place = landscape(node("netwerk", repair=repair(60), restart=10))
    assert levels(play(place, act(5, "hit", "netwerk")), "netwerk", 4, 5, 74, 75) == [100, 0, 0, 100]


def test_what_nobody_repairs_stays_down() -> None:
    assert levels(play(landscape(node("netwerk")), act(5, "hit", "netwerk")), "netwerk", 4, 9_999) == [100, 0]


def test_a_buffer_carries_a_node_exactly_that_many_minutes() -> None:
    place = landscape(node("stroom"), node("telefonie", need("stroom", buffer=30)))
    assert levels(play(place, act(10, "hit", "stroom")), "telefonie", 39, 40) == [100, 0]


def test_a_group_that_comes_back_at_the_end_of_its_buffer_was_never_lost() -> None:
    place = landscape(node("stroom", repair=repair(29)), node("telefonie", need("stroom", buffer=30)))
    assert min(levels(play(place, act(10, "hit", "stroom")), "telefonie", *range(9, 90))) == 100


def test_a_group_that_comes_back_a_minute_after_its_buffer_was_lost() -> None:
    place = landscape(node("stroom", repair=repair(30)), node("telefonie", need("stroom", buffer=30)))
    assert levels(play(place, act(10, "hit", "stroom")), "telefonie", 39, 40, 41, 42) == [100, 0, 0, 100]


def test_soft_groups_take_their_own_percents_and_never_below_nothing() -> None:
    place = landscape(node("balie"), node("website"), node("burgerzaken", need("balie", loss=60), need("website", loss=70)))
    outcome = play(place, act(1, "hit", "balie"), act(2, "hit", "website"))
    assert levels(outcome, "burgerzaken", 0, 1, 2) == [100, 40, 0]


def test_a_member_counts_when_it_serves_enough() -> None:
    place = landscape(
        node("balie"),
        node("burgerzaken", need("balie", loss=60)),
        node("paspoorten", need("burgerzaken", enough=40)),
        node("huwelijken", need("burgerzaken", enough=41)),
    )
    outcome = play(place, act(1, "hit", "balie"))
    assert (levels(outcome, "paspoorten", 1), levels(outcome, "huwelijken", 1)) == ([100], [0])


def test_at_least_k_members_are_enough() -> None:
    place = landscape(node("a1"), node("a2"), node("a3"), node("telefonie", need("a1", "a2", "a3", at_least=2)))
    outcome = play(place, act(1, "hit", "a1"), act(2, "hit", "a3"))
    assert levels(outcome, "telefonie", 1, 2) == [100, 0]


def test_a_level_rises_in_steps_each_after_an_unbroken_restart() -> None:
    place = landscape(
        node("balie", repair=repair(50)),
        node("stroom", repair=repair(20)),
        node("zaken", "stroom", need("balie", loss=40), restart=15),
    )
    outcome = play(place, act(0, "hit", "stroom"), act(0, "hit", "balie"))
    assert levels(outcome, "zaken", 35, 36, 65, 66) == [0, 60, 60, 100]


def test_a_break_makes_the_restart_begin_again() -> None:
    place = landscape(node("stroom", repair=repair(10)), node("zaken", "stroom", restart=20))
    outcome = play(place, act(0, "hit", "stroom"), act(20, "hit", "stroom"))
    assert levels(outcome, "zaken", 31, 50, 51) == [0, 0, 100]


def test_a_rise_and_a_fall_in_one_instant_is_no_rise() -> None:
    place = landscape(node("stroom", repair=repair(9)), node("gas"), node("zaken", "stroom", need("gas", buffer=20), restart=10))
    outcome = play(place, act(0, "hit", "stroom"), act(0, "hit", "gas"))
    assert [change.level for change in outcome.changes if change.node == "zaken"] == [0]


def test_a_rise_that_does_not_last_its_instant_fills_no_buffer() -> None:
    place = landscape(
        node("stroom", repair=repair(9)),
        node("gas"),
        node("netwerk", "stroom", need("gas", buffer=20), restart=10),
        node("zaken", need("netwerk", buffer=30)),
    )
    outcome = play(place, act(0, "hit", "stroom"), act(0, "hit", "gas"))
    assert levels(outcome, "zaken", 29, 30) == [100, 0]


def test_two_nodes_that_need_each_other_stay_up_until_one_is_hit_and_then_never_come_back() -> None:
    place = landscape(node("netwerk", "beheer", repair=repair(30)), node("beheer", "netwerk"))
    outcome = play(place, act(10, "hit", "netwerk"))
    assert levels(outcome, "beheer", 9, 10, 9_999) == [100, 0, 0]


def test_a_noodstart_breaks_the_circle() -> None:
    place = landscape(node("netwerk", "beheer", repair=repair(30), restart=5), node("beheer", "netwerk", restart=7))
    outcome = play(place, act(10, "hit", "netwerk"), act(100, "jump_start", "netwerk", amount=12))
    assert (levels(outcome, "netwerk", 104, 105, 9_999), levels(outcome, "beheer", 111, 112)) == ([0, 100, 100], [0, 100])


def test_a_noodstart_that_is_too_short_does_not() -> None:
    place = landscape(node("netwerk", "beheer", repair=repair(30), restart=5), node("beheer", "netwerk", restart=7))
    outcome = play(place, act(10, "hit", "netwerk"), act(100, "jump_start", "netwerk", amount=11))
    assert levels(outcome, "netwerk", 105, 111, 9_999) == [100, 0, 0]


def test_a_shorter_noodstart_does_not_end_a_longer_one() -> None:
    place = landscape(node("stroom"), node("zaken", "stroom"))
    acts = (act(0, "jump_start", "zaken", amount=50), act(10, "jump_start", "zaken", amount=5), act(12, "hit", "stroom"))
    assert levels(play(place, *acts), "zaken", 49, 50) == [100, 0]


def test_a_noodstart_of_what_the_repair_needs_breaks_a_circle_of_repairs() -> None:
    mutual = (node("netwerk", repair=repair(30, needs=["beheer"])), node("beheer", repair=repair(30, needs=["netwerk"])))
    acts = [act(0, kind, id_) for kind in ("hit", "clear") for id_ in ("netwerk", "beheer")]
    place = landscape(*mutual, forensics=True)
    assert levels(play(place, *acts), "beheer", 9_999) == [0]
    assert levels(play(place, *acts, act(50, "jump_start", "netwerk", amount=1)), "beheer", 111, 112) == [0, 100]


def test_a_crew_works_on_one_node_at_a_time_ties_by_id() -> None:
    place = landscape(node("b", repair=repair(30, crew="ict")), node("a", repair=repair(20, crew="ict")), crews={"ict": 1})
    outcome = play(place, act(0, "hit", "a"), act(0, "hit", "b"))
    assert outcome.repairs == (("a", 0, 20), ("b", 20, 50))


def test_crews_take_the_node_of_highest_priority_but_never_drop_work() -> None:
    place = landscape(*(node(id_, repair=repair(30, crew="ict")) for id_ in "abc"), crews={"ict": 1})
    outcome = play(place, *(act(0, "hit", id_) for id_ in "abc"), act(5, "set_priority", "c", amount=3))
    assert outcome.repairs == (("a", 0, 30), ("b", 60, 90), ("c", 30, 60))


def test_an_added_crew_starts_at_once() -> None:
    place = landscape(*(node(id_, repair=repair(30, crew="ict")) for id_ in "ab"), crews={"ict": 0})
    outcome = play(place, act(0, "hit", "a"), act(0, "hit", "b"), act(7, "add_crew", other="ict", amount=2))
    assert outcome.repairs == (("a", 7, 37), ("b", 7, 37))


def test_repair_waits_for_what_it_needs_and_goes_on_without() -> None:
    place = landscape(node("stroom", repair=repair(10)), node("netwerk", repair=repair(30, needs=["stroom"])))
    outcome = play(place, act(0, "hit", "stroom"), act(0, "hit", "netwerk"), act(20, "hit", "stroom"))
    assert ("netwerk", 11, 41) in outcome.repairs


def test_with_forensics_repair_waits_for_clearance() -> None:
    place = landscape(node("netwerk", repair=repair(30)), forensics=True)
    outcome = play(place, act(0, "hit", "netwerk"), act(25, "clear", "netwerk"))
    assert outcome.repairs == (("netwerk", 25, 55),)


def test_a_clearance_does_not_hold_for_the_next_hit() -> None:
    place = landscape(node("netwerk", repair=repair(30)), forensics=True)
    outcome = play(place, act(0, "hit", "netwerk"), act(25, "clear", "netwerk"), act(90, "hit", "netwerk"))
    assert levels(outcome, "netwerk", 89, 9_999) == [100, 0]


@pytest.mark.parametrize(("hit", "minutes"), [(9, 30 * 4), (10, 30 * 4), (11, 30)])
def test_a_back_up_that_was_ever_hit_before_the_repair_starts_makes_it_longer(hit: int, minutes: int) -> None:
    place = landscape(
        node("backup", repair=repair(1)),
        node("netwerk", repair=repair(30, backup="backup")),
        forensics=True,
        lost_backup_factor=4,
    )
    outcome = play(place, act(0, "hit", "netwerk"), act(hit, "hit", "backup"), act(10, "clear", "netwerk"))
    assert outcome.repairs[-1] == ("netwerk", 10, 10 + minutes)


def test_an_automatic_fallback_sets_up_serves_and_stops_when_spent() -> None:
    place = landscape(node("zaken", fallback=fallback(60, setup=10, keep=20, automatic=True)))
    assert services(play(place, act(5, "hit", "zaken")), "zaken", 14, 15, 34, 35, 9_999) == [0, 60, 60, 0, 0]


def test_an_automatic_fallback_is_there_again_in_the_next_outage() -> None:
    place = landscape(node("zaken", repair=repair(40), fallback=fallback(60, setup=10, keep=20, automatic=True)))
    outcome = play(place, act(0, "hit", "zaken"), act(100, "hit", "zaken"))
    assert services(outcome, "zaken", 30, 41, 109, 110) == [0, 100, 0, 60]


def test_a_fallback_serves_those_who_need_the_node() -> None:
    place = landscape(node("brp", fallback=fallback(60, setup=10)), node("paspoorten", "brp", restart=5))
    outcome = play(place, act(0, "hit", "brp"), act(20, "start_fallback", "brp"))
    assert levels(outcome, "paspoorten", 34, 35) == [0, 100]


def test_a_fallback_set_up_in_advance_stands_ready_and_its_time_runs_from_the_fall() -> None:
    place = landscape(node("brp", fallback=fallback(60, setup=10, keep=30)))
    outcome = play(place, act(0, "start_fallback", "brp"), act(100, "isolate", "brp"))
    assert services(outcome, "brp", 99, 100, 129, 130) == [100, 60, 60, 0]


def test_a_fallback_stopped_by_decision_goes_on_later_with_what_is_left_of_its_time() -> None:
    place = landscape(node("brp", fallback=fallback(60, setup=10, keep=30)))
    start, stop = "start_fallback", "stop_fallback"
    acts = (act(0, "hit", "brp"), act(0, start, "brp"), act(20, stop, "brp"), act(50, start, "brp"))
    assert services(play(place, *acts), "brp", 19, 20, 59, 60, 79, 80) == [60, 0, 0, 60, 60, 0]


def test_an_attack_spreads_after_its_delay() -> None:
    place = landscape(node("mail"), node("netwerk"), reaches=[reach("mail", "netwerk", 30)])
    outcome = play(place, act(10, "hit", "mail"))
    assert [outcome.is_hit_at("netwerk", minute) for minute in (39, 40)] == [False, True]


@pytest.mark.parametrize("end", ["mail", "netwerk"])
@pytest.mark.parametrize(("minute", "hit"), [(39, False), (40, False), (41, True)])
def test_isolation_of_either_end_wins_its_minute(end: str, minute: int, hit: bool) -> None:
    place = landscape(node("mail"), node("netwerk"), reaches=[reach("mail", "netwerk", 30)])
    assert play(place, act(10, "hit", "mail"), act(minute, "isolate", end)).is_hit_at("netwerk", 9_999) is hit


@pytest.mark.parametrize("end", ["mail", "netwerk"])
def test_who_reconnects_either_end_beside_a_hit_source_gets_the_delay_anew(end: str) -> None:
    place = landscape(node("mail"), node("netwerk"), reaches=[reach("mail", "netwerk", 30)])
    outcome = play(place, act(10, "hit", "mail"), act(39, "isolate", end), act(50, "reconnect", end))
    assert [outcome.is_hit_at("netwerk", minute) for minute in (79, 80)] == [False, True]


def test_a_source_repaired_in_time_infects_nobody() -> None:
    place = landscape(node("mail", repair=repair(30)), node("netwerk"), reaches=[reach("mail", "netwerk", 30)])
    assert not play(place, act(10, "hit", "mail")).is_hit_at("netwerk", 9_999)


def test_a_cut_link_counts_as_a_member_that_serves_nothing_until_it_is_restored() -> None:
    place = landscape(node("svb"), node("uitkeringen", need("svb", buffer=5), restart=3))
    outcome = play(place, act(10, "cut", "uitkeringen", other="svb"), act(20, "restore", "uitkeringen", other="svb"))
    assert levels(outcome, "uitkeringen", 14, 15, 22, 23) == [100, 0, 0, 100]


def test_a_node_put_up_by_hand_runs_at_once_and_falls_again_only_by_what_is_new() -> None:
    place = landscape(node("stroom"), node("gas", repair=repair(5)), node("zaken", "stroom", "gas", restart=30))
    hits = (act(0, "hit", "stroom"), act(0, "hit", "zaken"))
    outcome = play(place, *hits, act(10, "set", "zaken", amount=100), act(50, "hit", "gas"))
    assert levels(outcome, "zaken", 9, 10, 49, 50, 85, 86) == [0, 100, 100, 0, 0, 100]


def test_a_node_put_down_by_hand_stays_down_until_it_is_put_up() -> None:
    place = landscape(node("zaken", repair=repair(5)))
    outcome = play(place, act(0, "set", "zaken"), act(10, "hit", "zaken"), act(90, "set", "zaken", amount=100))
    assert levels(outcome, "zaken", 0, 89, 90) == [0, 0, 100]


def test_a_back_up_put_up_by_hand_was_never_hit_so_nothing_is_lost() -> None:
    place = landscape(node("backup"), node("brp", repair=repair(30, backup="backup")), lost_backup_factor=4)
    outcome = play(place, act(0, "hit", "backup"), act(5, "set", "backup", amount=100), act(9, "hit", "brp"))
    assert outcome.repairs == (("brp", 9, 39),)


def test_what_was_waived_by_hand_counts_again_once_it_was_back() -> None:
    place = landscape(node("stroom", repair=repair(30)), node("zaken", "stroom"))
    acts = (act(0, "hit", "stroom"), act(5, "set", "zaken", amount=100), act(60, "hit", "stroom"))
    assert levels(play(place, *acts), "zaken", 4, 5, 59, 60) == [0, 100, 100, 0]


def test_a_thousand_nodes_in_one_circle_are_no_trouble() -> None:
    ids = [f"dienst-{number}" for number in range(1000)]
    place = landscape(*(node(id_, need(ids[n - 1], buffer=1), repair=repair(2000)) for n, id_ in enumerate(ids)))
    outcome = play(place, act(0, "hit", ids[0]), until=5000)
    assert levels(outcome, ids[999], 998, 999) == [100, 0]
    assert outcome.deadlocks_at(4000) == (tuple(sorted(ids)),)


def test_a_climb_that_is_cut_short_keeps_the_minutes_that_were_climbed() -> None:
    place = landscape(
        node("stroom", repair=repair(9)), node("balie"), node("zaken", "stroom", need("balie", loss=40), restart=20)
    )
    outcome = play(place, act(0, "hit", "stroom"), act(20, "hit", "balie"))
    assert levels(outcome, "zaken", 29, 30, 9_999) == [0, 60, 60]


def test_a_buffer_that_was_filled_again_lasts_its_whole_time_again() -> None:
    place = landscape(node("stroom", repair=repair(9)), node("zaken", need("stroom", buffer=30)), forensics=True)
    outcome = play(place, act(0, "hit", "stroom"), act(1, "clear", "stroom"), act(20, "hit", "stroom"))
    assert levels(outcome, "zaken", 30, 49, 50) == [100, 100, 0]


def test_a_fallback_stopped_by_decision_does_not_start_again_by_itself_in_this_outage() -> None:
    place = landscape(node("brp", fallback=fallback(60, setup=2, keep=50, automatic=True)))
    outcome = play(place, act(0, "hit", "brp"), act(10, "stop_fallback", "brp"))
    assert services(outcome, "brp", 9, 10, 9_999) == [60, 0, 0]


def test_setting_up_that_was_broken_off_begins_again_from_the_start() -> None:
    place = landscape(node("brp", fallback=fallback(60, setup=10)))
    start, stop = "start_fallback", "stop_fallback"
    outcome = play(place, act(0, "hit", "brp"), act(0, start, "brp"), act(5, stop, "brp"), act(6, start, "brp"))
    assert services(outcome, "brp", 10, 15, 16) == [0, 0, 60]


def test_a_priority_that_was_taken_back_no_longer_counts() -> None:
    place = landscape(*(node(id_, repair=repair(30, crew="ict")) for id_ in "abc"), crews={"ict": 1})
    hits = [act(0, "hit", id_) for id_ in "abc"]
    outcome = play(place, *hits, act(5, "set_priority", "c", amount=3), act(6, "set_priority", "c"))
    assert outcome.repairs == (("a", 0, 30), ("b", 30, 60), ("c", 60, 90))


def test_work_made_needless_by_hand_does_not_repair_a_later_hit() -> None:
    place = landscape(node("brp", repair=repair(30, crew="ict")), node("a", repair=repair(5, crew="ict")), crews={"ict": 1})
    acts = (act(0, "hit", "brp"), act(10, "set", "brp", amount=100), act(12, "hit", "a"), act(13, "hit", "brp"))
    assert play(place, *acts).repairs == (("a", 12, 17), ("brp", 0, 10), ("brp", 17, 47))


def test_a_cut_link_does_not_keep_a_repair_from_what_it_needs() -> None:
    place = landscape(node("stroom", repair=repair(9)), node("brp", "stroom", repair=repair(30, needs=["stroom"])))
    acts = (act(0, "cut", "brp", other="stroom"), act(1, "hit", "stroom"), act(2, "hit", "brp"))
    assert play(place, *acts).repairs == (("brp", 11, 41), ("stroom", 1, 10))


def test_an_attack_due_at_the_minute_that_still_goes_on_has_not_arrived() -> None:
    place = landscape(node("mail"), node("netwerk"), reaches=[reach("mail", "netwerk", 30)])
    assert not play(place, act(10, "hit", "mail"), until=40).is_hit_at("netwerk", 40)
    assert play(place, act(10, "hit", "mail"), until=41).is_hit_at("netwerk", 40)
