"""The engine agrees with a slow model that was written apart from it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.consequences.draws import draw
from simulator.consequences.graph import compile_graph
from simulator.consequences.interventions import Intervention
from simulator.consequences.run import run
from simulator.scenario.landscape import Landscape
from tests.consequences.dense import dense_history, dense_landscape
from tests.consequences.reference import Reference
from tests.consequences.strategies import LAST, histories, landscapes


def agree(place: Landscape, acts: list[Intervention], seed: int) -> None:
    """Run both and compare them at every minute."""
    graph = compile_graph(place)
    draws = draw(graph, seed)
    outcome = run(graph, acts, draws, until=LAST)
    slow = Reference(landscape=place, draws=draws)
    for minute in range(LAST):
        slow.step([act for act in acts if act.minute == minute])
        assert {id_: outcome.level_at(id_, minute) for id_ in graph.ids} == slow.level, (seed, minute)
        assert {id_: outcome.served_at(id_, minute) for id_ in graph.ids} == slow.served, (seed, minute)
        if minute % 10 == 0:
            assert {id_ for id_ in graph.ids if outcome.is_hit_at(id_, minute)} == slow.hit
            assert {id_ for id_ in graph.ids if outcome.is_isolated_at(id_, minute)} == slow.isolated
    assert sorted(work for work in outcome.repairs if work[2] < LAST) == sorted(slow.works)
    assert sorted(one for one in outcome.fallback_runs if one[2] < LAST) == sorted(slow.runs)


@pytest.mark.parametrize("batch", range(4))
def test_the_engine_agrees_with_the_slow_model_where_everything_happens_at_once(batch: int) -> None:
    for seed in range(batch, 400, 4):
        chance = Random(seed)
        agree(dense_landscape(chance), dense_history(chance), seed)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(landscapes(), histories(), st.integers(0, 2**64))
def test_the_engine_agrees_with_the_slow_model_at_every_minute(place: Landscape, acts: list[Intervention], seed: int) -> None:
    agree(place, acts, seed)
