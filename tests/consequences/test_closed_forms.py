"""Where the answer can be had by other means, the run gives it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from scipy.stats import beta

from simulator.consequences.draws import draw, pert, quantiles
from simulator.consequences.graph import compile_graph
from simulator.consequences.run import run
from simulator.scenario.landscape import Range
from tests.builders import landscape, need, node, reach, repair
from tests.consequences.acting import act, play

edges = st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.integers(1, 50), max_size=40)


def id_of(number: int) -> str:
    """An id that sorts as the number does."""
    return f"dienst-{number}"


def distances(between: dict[tuple[int, int], int]) -> list[float]:
    """Shortest ways from node 0, by scipy."""
    places = np.array(list(between)).reshape(-1, 2)
    matrix = csr_array((list(between.values()), (places[:, 0], places[:, 1])), shape=(10, 10))
    return list(dijkstra(matrix, indices=0))


def first_falls(outcome: object) -> dict[str, int]:
    """The minute at which each node fell."""
    return {change.node: change.minute for change in reversed(outcome.changes)}


@settings(max_examples=60, deadline=None)
@given(edges)
def test_hard_needs_without_repair_fall_along_shortest_paths(between: dict[tuple[int, int], int]) -> None:
    needs = [[need(id_of(a), buffer=delay) for (a, b), delay in between.items() if b == n] for n in range(10)]
    outcome = play(landscape(*(node(id_of(n), *needs[n]) for n in range(10))), act(0, "hit", id_of(0)))
    expected = {id_of(n): int(far) for n, far in enumerate(distances(between)) if far != np.inf}
    assert first_falls(outcome) == expected


@settings(max_examples=60, deadline=None)
@given(edges)
def test_an_attack_that_nobody_stops_spreads_along_shortest_paths(between: dict[tuple[int, int], int]) -> None:
    reaches = [reach(id_of(a), id_of(b), delay) for (a, b), delay in between.items()]
    outcome = play(landscape(*(node(id_of(n)) for n in range(10)), reaches=reaches), act(0, "hit", id_of(0)))
    expected = {id_of(n): int(far) for n, far in enumerate(distances(between)) if far != np.inf}
    assert first_falls(outcome) == expected


@pytest.mark.parametrize(("k", "n"), [(1, 1), (2, 3), (1, 3), (4, 5)])
def test_k_of_n_of_exponential_lives_last_as_long_as_the_formula_says(k: int, n: int) -> None:
    mean, runs = 100_000, 600
    members = [id_of(number) for number in range(n)]
    graph = compile_graph(landscape(*(node(id_) for id_ in members), node("telefonie", need(*members, at_least=k))))
    draws, lives = draw(graph, 1), np.random.default_rng(2020).exponential(mean, (runs, n)).astype(int)
    falls = []
    for ends in lives:
        acts = [act(int(end), "hit", id_) for id_, end in zip(members, ends, strict=True)]
        outcome = run(graph, acts, draws, until=10**9)
        falls.append(next(change.minute for change in outcome.changes if change.node == "telefonie"))
    assert falls == [sorted(ends)[n - k] for ends in lives.tolist()]
    expected = mean * sum(1 / i for i in range(k, n + 1))
    assert abs(np.mean(falls) - expected) < 4 * np.std(falls) / runs**0.5


def test_a_chain_comes_back_after_the_sum_of_its_restarts() -> None:
    chain = [node(id_of(n), *([id_of(n - 1)] if n else []), restart=10 + n, repair=repair(60)) for n in range(9)]
    outcome = play(landscape(*chain), act(5, "hit", id_of(0)))
    back = {change.node: change.minute for change in outcome.changes}
    assert back == {id_of(n): 65 + sum(10 + m for m in range(n + 1)) for n in range(9)}


@pytest.mark.parametrize("shape", [0, 1, 64, 100, 128, 255, 256])
def test_the_table_of_quantiles_is_that_of_the_beta_distribution(shape: int) -> None:
    exact = beta.ppf(np.arange(1025) / 1024, 1 + shape / 64, 5 - shape / 64)
    assert np.abs(np.array(quantiles(shape)) / 2**32 - exact).max() < 1e-5


@settings(deadline=None)
@given(st.tuples(*[st.integers(1, 576_000)] * 3).map(sorted), st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_a_draw_lies_in_its_range_and_grows_with_its_quantile(span: list[int], one: int, other: int) -> None:
    written = Range(min=span[0], likely=span[1], max=span[2])
    low, high = (pert(written, upper) for upper in sorted((one, other)))
    assert span[0] <= low <= high <= span[2]


def test_the_mean_of_many_draws_is_that_of_pert() -> None:
    graph = compile_graph(landscape(node("brp", repair=repair((60, 120, 600)))))
    drawn = [draw(graph, seed).work(0, occurrence) for seed in range(400) for occurrence in range(5)]
    assert abs(np.mean(drawn) - (60 + 4 * 120 + 600) / 6) < 4 * np.std(drawn) / len(drawn) ** 0.5


def test_a_draw_does_not_hang_on_what_else_is_in_the_landscape() -> None:
    brp, mail = node("brp", repair=repair((60, 120, 600))), node("mail", repair=repair((60, 120, 600)))
    alone, together = compile_graph(landscape(mail)), compile_graph(landscape(brp, mail))
    assert [draw(alone, 7).work(0, n) for n in range(20)] == [draw(together, 7).work(1, n) for n in range(20)]


def test_draws_are_the_same_everywhere_to_the_bit() -> None:
    graph = compile_graph(
        landscape(node("brp", repair=repair((60, 120, 600))), node("mail"), reaches=[reach("brp", "mail", (5, 10, 1000))])
    )
    draws = draw(graph, 20201201)
    assert [draws.work(0, n) for n in range(5)] == [135, 217, 107, 82, 219]
    assert [draws.delay(0, n) for n in range(5)] == [46, 241, 135, 432, 150]
