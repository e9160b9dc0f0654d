"""Laws that hold in every landscape."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.consequences.causes import END_OF_MINUTE, CauseKind, Change, WaitKind
from simulator.consequences.draws import draw
from simulator.consequences.graph import compile_graph
from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.run import run
from simulator.consequences.trajectory import Trajectory
from simulator.scenario.landscape import Landscape
from tests.builders import fallback, landscape, node, reach
from tests.consequences.acting import act, play
from tests.consequences.dense import dense_history, dense_landscape
from tests.consequences.strategies import LAST, histories, landscapes

law = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
ROOTS = {CauseKind.HIT, CauseKind.ISOLATED, CauseKind.SET_DOWN, CauseKind.LINK_CUT}
ENDS = set(WaitKind) - {WaitKind.GROUP, WaitKind.REPAIR_NEED}


def before(trajectory: Trajectory, minute: int, order: int) -> list[Change]:
    """The changes before an instant."""
    return [change for change in trajectory.changes if (change.minute, change.order) < (minute, order)]


@law
@given(landscapes(), histories(), st.integers(0, 99), st.data())
def test_no_intervention_alters_an_earlier_instant(
    place: Landscape, acts: list[Intervention], seed: int, data: st.DataObject
) -> None:
    graph = compile_graph(place)
    draws = draw(graph, seed)
    whole = run(graph, acts, draws, until=LAST)
    count = data.draw(st.integers(0, max(0, len(acts) - 1)))
    if acts:
        minute = acts[count].minute
        order = 1 + sum(one.minute == minute for one in acts[:count])
        first = run(graph, acts[:count], draws, until=LAST)
        assert before(first, minute, order) == before(whole, minute, order)


@pytest.mark.parametrize("seed", range(40))
def test_no_intervention_alters_an_earlier_instant_where_everything_happens_at_once(seed: int) -> None:
    chance = Random(seed)
    place, acts = dense_landscape(chance), dense_history(chance)
    graph = compile_graph(place)
    draws = draw(graph, seed)
    whole = run(graph, acts, draws, until=LAST)
    for count, one in enumerate(acts):
        order = 1 + sum(earlier.minute == one.minute for earlier in acts[:count])
        first = run(graph, acts[:count], draws, until=LAST)
        assert before(first, one.minute, order) == before(whole, one.minute, order)
        live = run(graph, acts[:count], draws, until=one.minute)
        assert list(live.changes) == before(whole, one.minute, order)


@law
@given(landscapes(), histories(), st.integers(0, LAST))
def test_a_run_to_an_earlier_minute_is_a_beginning_of_a_run_to_a_later_one(
    place: Landscape, acts: list[Intervention], until: int
) -> None:
    graph = compile_graph(place)
    whole, short = (run(graph, acts, draw(graph, 4), until=end) for end in (LAST, until))
    assert list(short.changes) == before(whole, until, END_OF_MINUTE)


@law
@given(landscapes(), histories(), st.integers(1, 10_000))
def test_moving_all_times_moves_all_results(place: Landscape, acts: list[Intervention], later: int) -> None:
    graph = compile_graph(place)
    moved = [replace(one, minute=one.minute + later) for one in acts]
    here, there = run(graph, acts, draw(graph, 4), until=LAST), run(graph, moved, draw(graph, 4), until=LAST + later)
    assert [replace(change, minute=change.minute + later) for change in here.changes] == list(there.changes)


@law
@given(landscapes(), histories(), st.randoms(use_true_random=False))
def test_the_order_of_nodes_members_and_crews_is_irrelevant(place: Landscape, acts: list[Intervention], chance: Random) -> None:
    def shuffled(written: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(chance.sample(written, len(written)))

    mixed = place.model_copy(
        update={
            "nodes": shuffled(
                tuple(
                    one.model_copy(
                        update={"needs": tuple(group.model_copy(update={"of": shuffled(group.of)}) for group in one.needs)}
                    )
                    for one in place.nodes
                )
            ),
            "crews": shuffled(place.crews),
            "reaches": shuffled(place.reaches),
        }
    )
    one, other = (run(graph, acts, draw(graph, 4), until=LAST) for graph in (compile_graph(place), compile_graph(mixed)))
    assert one.changes == other.changes


@law
@given(landscapes(), histories(tuple(kind for kind in Kind if kind is not Kind.JUMP_START)))
def test_the_order_of_groups_is_irrelevant(place: Landscape, acts: list[Intervention]) -> None:
    turned = place.model_copy(
        update={"nodes": tuple(one.model_copy(update={"needs": one.needs[::-1]}) for one in place.nodes)},
    )
    one, other = (run(graph, acts, draw(graph, 4), until=LAST) for graph in (compile_graph(place), compile_graph(turned)))
    for minute in range(LAST):
        for id_ in one.graph.ids:
            assert one.level_at(id_, minute) == other.level_at(id_, minute)
            assert one.served_at(id_, minute) == other.served_at(id_, minute)


@law
@given(landscapes(), histories())
def test_every_fall_is_explained_back_to_a_hit_or_a_decision(place: Landscape, acts: list[Intervention]) -> None:
    graph = compile_graph(place)
    outcome = run(graph, acts, draw(graph, 4), until=LAST)
    known = {one.id for one in acts}
    for id_ in graph.ids:
        for minute in range(0, LAST, 4):
            chain = outcome.fell_because(id_, minute)
            assert bool(chain) == (outcome.level_at(id_, minute) < 100)
            if chain:
                assert chain[0].node == id_
                assert chain[-1].cause.kind in ROOTS
                assert chain[-1].cause.intervention in known
                assert len(set(chain)) == len(chain)
                assert all((link.minute, link.order) >= (cause.minute, cause.order) for link, cause in pairwise(chain))
                assert all(link.cause.node in ("", cause.node) for link, cause in pairwise(chain))


@law
@given(landscapes(), histories())
def test_every_node_below_100_waits_and_every_wait_ends_in_something_real_or_in_a_circle(
    place: Landscape, acts: list[Intervention]
) -> None:
    graph = compile_graph(place)
    outcome = run(graph, acts, draw(graph, 4), until=LAST)
    for minute in range(0, LAST, 9):
        for id_ in graph.ids:
            waits = outcome.waits_at(id_, minute)
            assert bool(waits) == (outcome.level_at(id_, minute) < 100)
            assert len(set(waits)) == len(waits)
            waiters = {wait.waiter for wait in waits}
            assert all(wait.kind in ENDS or wait.node in waiters for wait in waits)
            assert all(wait.until >= minute for wait in waits if wait.kind in (WaitKind.WORK, WaitKind.RESTART))
            if waits and not any(wait.kind in ENDS for wait in waits):
                assert any(wait.circular for wait in waits)


@law
@given(landscapes(), histories())
def test_nodes_in_deadlock_never_come_back_by_themselves(place: Landscape, acts: list[Intervention]) -> None:
    graph = compile_graph(place)
    outcome = run(graph, acts, draw(graph, 4), until=LAST)
    circles = [id_ for circle in outcome.deadlocks_at(LAST) for id_ in circle]
    later = run(graph, acts, draw(graph, 4), until=LAST * 50)
    for id_ in circles:
        assert max(later.level_at(id_, minute) for minute in range(LAST, LAST * 50, 7)) < 100
        assert any(wait.circular for wait in outcome.waits_at(id_, LAST))


@law
@given(landscapes(), histories())
def test_a_node_that_nothing_real_keeps_down_in_the_end_is_in_or_behind_a_deadlock(
    place: Landscape, acts: list[Intervention]
) -> None:
    graph = compile_graph(place)
    end = LAST * 50
    outcome = run(graph, acts, draw(graph, 4), until=end)
    circles = {id_ for circle in outcome.deadlocks_at(end) for id_ in circle}
    for id_ in graph.ids:
        waits = outcome.waits_at(id_, end)
        if waits and not any(wait.kind in ENDS for wait in waits):
            assert circles & {wait.waiter for wait in waits}


@pytest.mark.parametrize("kind", list(Kind))
def test_an_intervention_on_what_is_not_there_does_nothing(kind: Kind) -> None:
    place = landscape(node("brp", fallback=fallback(50)), node("mail", "brp"), reaches=[reach("brp", "mail", 5)])
    outcome = play(place, act(3, kind, "spookdienst", other="niemand", amount=5, group=7), act(9, "hit", "brp"))
    assert outcome.changes == play(place, act(9, "hit", "brp")).changes or kind is Kind.HIT
