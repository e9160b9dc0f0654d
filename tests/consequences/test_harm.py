"""What it costs, and when the backlog is gone: sums done by hand, and minute by minute."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from simulator.consequences.causes import Harm
from simulator.consequences.draws import draw
from simulator.consequences.graph import compile_graph
from simulator.consequences.harm import harm
from simulator.consequences.interventions import Intervention
from simulator.consequences.run import run
from simulator.scenario.landscape import Landscape
from tests.builders import fallback, landscape, limit, node, repair
from tests.consequences.acting import act, play
from tests.consequences.strategies import LAST, histories, landscapes


def cost_of(place: Landscape, *acts: Intervention, until: int) -> Harm:
    """The harm of a run."""
    outcome = play(place, *acts, until=until)
    return harm(outcome.graph, outcome)


def test_an_outage_costs_service_hours_of_residents_and_money() -> None:
    place = landscape(node("brp", residents=300, cost_per_hour=50, mtd=limit(60), repair=repair(179)))
    assert cost_of(place, act(10, "hit", "brp"), until=600) == Harm(resident_hours=900, resident_hours_beyond_limit=600, cost=150)


def test_what_a_fallback_serves_is_not_missed_and_its_hours_cost_money() -> None:
    place = landscape(node("brp", residents=300, cost_per_hour=50, fallback=fallback(60, setup=60, cost=20, automatic=True)))
    assert cost_of(place, act(0, "hit", "brp"), until=180) == Harm(
        resident_hours=300 + 2 * 120, resident_hours_beyond_limit=0, cost=50 + 2 * 20 + 2 * 20
    )


def test_each_unbroken_spell_has_its_own_limit() -> None:
    place = landscape(node("brp", residents=60, mtd=limit(30), repair=repair(39)))
    assert cost_of(place, act(0, "hit", "brp"), act(100, "hit", "brp"), until=600).resident_hours_beyond_limit == 20


def test_nothing_is_counted_beyond_the_end_of_the_run() -> None:
    assert cost_of(landscape(node("brp", residents=60)), act(0, "hit", "brp"), until=120).resident_hours == 120


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(landscapes(), histories())
def test_harm_is_the_sum_over_minutes(place: Landscape, acts: list[Intervention]) -> None:
    place = place.model_copy(
        update={"nodes": tuple(one.model_copy(update={"residents": 7, "cost_per_hour": 3}) for one in place.nodes)}
    )
    graph = compile_graph(place)
    outcome = run(graph, acts, draw(graph, 4), until=LAST)
    missed = sum(100 - outcome.served_at(id_, minute) for id_ in graph.ids for minute in range(LAST))
    ran = sum(end - start for _, start, end in outcome.fallback_runs)
    found = harm(graph, outcome)
    assert found.resident_hours == (7 * missed + 3000) // 6000
    assert found.cost == (3 * missed + 7 * 100 * ran + 3000) // 6000


def test_the_backlog_is_gone_when_spare_capacity_has_caught_up() -> None:
    place = landscape(node("brp", repair=repair(59), backlog=25))
    assert play(place, act(10, "hit", "brp")).backlog_gone("brp") == 70 + 60 * 4


def test_a_fallback_makes_the_backlog_smaller() -> None:
    place = landscape(node("brp", repair=repair(59), backlog=25, fallback=fallback(50, setup=20, automatic=True)))
    assert play(place, act(10, "hit", "brp")).backlog_gone("brp") == 70 + (20 + 20) * 4


def test_a_second_outage_adds_to_a_backlog_that_is_not_yet_gone() -> None:
    place = landscape(node("brp", repair=repair(59), backlog=25))
    outcome = play(place, act(10, "hit", "brp"), act(170, "hit", "brp"))
    assert outcome.backlog_gone("brp") == 230 + (240 - 100) + 240


def test_without_spare_capacity_or_before_the_end_or_without_an_outage_no_backlog_is_gone() -> None:
    place = landscape(node("brp", repair=repair(59)), node("mail", repair=repair(59), backlog=25), node("svb", backlog=9))
    outcome = play(place, act(10, "hit", "brp"), act(10, "hit", "mail"), until=309)
    assert [outcome.backlog_gone(id_) for id_ in ("brp", "mail", "svb")] == [None, None, None]


def test_an_outage_that_a_fallback_covered_in_full_leaves_no_backlog() -> None:
    place = landscape(node("brp", repair=repair(59), backlog=25, fallback=fallback(100)))
    outcome = play(place, act(0, "start_fallback", "brp"), act(10, "hit", "brp"))
    assert outcome.backlog_gone("brp") == 70
