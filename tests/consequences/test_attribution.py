"""Shapley values: the laws that make them fair, and sums that come out to the bit."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from statistics import fmean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.consequences.attribution import Coalition, Tally, Worth, attribute, plan_of

NAMES = "abcdefghijklmnop"


def table(players: str, draws: int, numbers: list[int]) -> Worth:
    """A loss for each coalition in each draw, taken from the numbers in turn."""

    def worth(coalition: Coalition) -> list[int]:
        place = sum(1 << players.index(player) for player in coalition)
        return [numbers[(place * draws + draw * 7 + place) % len(numbers)] for draw in range(draws)]

    return worth


games = st.tuples(st.integers(0, 5), st.integers(1, 4), st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=50)).map(
    lambda drawn: (NAMES[: drawn[0]], drawn[1], table(NAMES[: drawn[0]], drawn[1], drawn[2]))
)


@given(games)
@settings(max_examples=60, deadline=None)
def test_shares_sum_to_the_skill_exactly(game: tuple[str, int, Worth]) -> None:
    players, _, worth = game
    found = attribute(players, worth)
    assert sum((share.value for share in found.shares), Fraction(0)) == found.skill
    assert found.skill == Fraction(sum(worth(frozenset())) - sum(worth(frozenset(players))), found.draws)


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=50), st.integers(0, 5))
@settings(max_examples=5, deadline=None)
def test_sampled_shares_sum_to_the_skill_of_each_draw_too(numbers: list[int], seed: int) -> None:
    players = NAMES[:12]
    worth = table(players, 3, numbers)
    for draw in range(3):
        found = attribute(players, lambda points, draw=draw: [worth(points)[draw]], seed=seed)  # type: ignore[misc]
        assert not found.exact
        assert sum(share.value for share in found.shares) == found.skill


@given(games)
@settings(max_examples=30, deadline=None)
def test_a_share_is_the_average_over_all_orders_of_joining(game: tuple[str, int, Worth]) -> None:
    players, draws, worth = game
    for share in attribute(players, worth).shares:
        gains = []
        for order in permutations(players):
            before = frozenset(order[: order.index(share.player)])
            gains.append(sum(worth(before)) - sum(worth(before | {share.player})))
        assert share.value == Fraction(sum(gains), len(gains) * draws)


@pytest.mark.parametrize("count", [5, 13])
def test_a_player_that_does_nothing_has_no_share(count: int) -> None:
    def worth(coalition: Coalition) -> list[int]:
        return [100 - 10 * len(coalition - {"c"}) ** 2, 7 * len(coalition - {"c"})]

    shares = {share.player: share for share in attribute(NAMES[:count], worth).shares}
    assert (shares["c"].value, shares["c"].standard_error) == (0, 0.0)
    assert shares["a"].value != 0


def test_players_that_do_the_same_have_equal_shares() -> None:
    found = attribute(NAMES[:6], lambda coalition: [1000 // (1 + len(coalition)), 30 - len(coalition) ** 2])
    assert len({share.value for share in found.shares}) == 1


def test_a_player_that_raises_the_loss_has_a_share_below_nought() -> None:
    found = attribute("ab", lambda coalition: [10 + 5 * ("a" in coalition) - 8 * ("b" in coalition)])
    assert {share.player: share.value for share in found.shares} == {"a": -5, "b": 8}


def test_nobody_to_attribute_to_leaves_no_skill() -> None:
    found = attribute("", lambda _: [3, 4])
    assert (found.shares, found.skill) == ((), 0)


def test_ten_players_are_exact_and_eleven_are_sampled() -> None:
    assert plan_of(NAMES[:10]).exact
    assert len(plan_of(NAMES[:10]).coalitions) == 1024
    sampled = plan_of(NAMES[:11])
    assert not sampled.exact
    assert len(set(sampled.coalitions)) == len(sampled.coalitions) < 1024
    assert (sampled.coalitions[0], sampled.coalitions[-1]) == (frozenset(), frozenset(NAMES[:11]))


def test_sampling_is_exact_where_no_player_hangs_on_another() -> None:
    found = attribute(NAMES[:12], lambda coalition: [sum(NAMES.index(player) for player in coalition)])
    assert [share.value for share in found.shares] == [-place for place in range(12)]


def test_sampling_is_near_the_truth_within_its_errors() -> None:
    def worth(coalition: Coalition) -> list[int]:
        together = 600 if {"a", "b", "c"} <= coalition else 0
        return [10_000 - 100 * len(coalition) - together + draw for draw in range(5)]

    shares = attribute(NAMES[:12], worth, seed=4).shares
    for share in shares:
        truth = 300 if share.player in "abc" else 100
        assert share.standard_error is not None
        assert abs(share.value - truth) <= 4 * share.standard_error
    assert max(share.standard_error or 0.0 for share in shares) > 0


def test_the_same_seed_samples_the_same_and_another_does_not() -> None:
    assert plan_of(NAMES, seed=1) == plan_of(NAMES, seed=1)
    assert plan_of(NAMES, seed=1).orders != plan_of(NAMES, seed=2).orders


def test_the_standard_error_is_that_of_an_average() -> None:
    gains = [3, 8, -2, 14, 5]
    found = attribute("a", lambda coalition: [0] * 5 if coalition else gains)
    assert found.shares[0].value == Fraction(sum(gains), 5)
    assert found.shares[0].standard_error == pytest.approx(stdev(gains) / 5**0.5)
    assert found.skill_error == pytest.approx(stdev(gains) / 5**0.5)
    assert float(found.skill) == fmean(gains)


def test_one_draw_cannot_tell_its_error() -> None:
    assert attribute("a", lambda coalition: [len(coalition)]).shares[0].standard_error is None


@pytest.mark.parametrize("count", [4, 11])
def test_draws_added_in_parts_and_worlds_that_are_one_give_the_same(count: int) -> None:
    plan = plan_of(NAMES[:count], seed=9)
    sizes = [len(coalition) for coalition in plan.coalitions]
    whole, parts = Tally(plan), Tally(plan, sizes)
    losses = [[100 - size**2 * draw for draw in range(6)] for size in range(count + 1)]
    whole.add([losses[size] for size in sizes])
    parts.add([one[:2] for one in losses])
    parts.add([one[2:] for one in losses])
    assert whole.attribution() == parts.attribution()
