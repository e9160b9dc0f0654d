"""A range of draws is the same wherever and whenever it is done, and a packed graph can be asked anything, in any order."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Generator, Iterable
from functools import partial

import pytest

from simulator.consequences.futures import Futures, Spread, futures, is_compiled, machine, spread_out
from simulator.consequences.futures.spread import Part, Range, one_by_one, side_by_side
from simulator.consequences.graph import Graph, compile_graph
from simulator.consequences.interventions import Intervention
from simulator.errors import UsageWrong
from tests.builders import landscape, node, repair
from tests.consequences.acting import act
from tests.consequences.crowded import crowded


def by_mail(work: Callable[[int, int], Part], ranges: Iterable[Range], /) -> Generator[Part, None, None]:
    """As over a network: what is asked for and what comes of it go as bytes; the last range is done first."""
    sent, asked = pickle.dumps(work), list(ranges)
    came = {one: pickle.dumps(pickle.loads(sent)(*one)) for one in reversed(asked)}
    return (pickle.loads(came[one]) for one in asked)


@pytest.mark.parametrize("spread", [one_by_one, partial(side_by_side, threads=2), by_mail])
def test_who_does_the_ranges_makes_no_difference(spread: Spread) -> None:
    for seed in range(12):
        place, acts, until = crowded(seed)
        at_once = futures(place, acts, 30, seed, first=4, until=until, each_node=True)
        assert spread_out(place, acts, 30, seed, spread=spread, first=4, until=until, each_node=True, size=7) == at_once


def test_what_cannot_be_computed_is_refused_before_anybody_is_asked() -> None:
    place, acts, _ = crowded(1)

    def nobody(work: Callable[[int, int], Part], ranges: Iterable[Range], /) -> Generator[Part, None, None]:
        raise AssertionError("somebody was asked")

    with pytest.raises(UsageWrong, match="minstens 1"):
        spread_out(place, acts, 0, 1, spread=nobody)


@pytest.mark.skipif(not is_compiled(), reason="numba is not installed")
def test_looking_ahead_in_memory_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "CACHED", 0)
    for seed in range(150):
        place, acts, until = crowded(seed)
        fast = futures(place, acts, 3, seed, until=until, each_node=True, compiled=True)
        assert fast == futures(place, acts, 3, seed, until=until, each_node=True, compiled=False), seed


@pytest.mark.parametrize("compiled", [False, None])
def test_a_graph_forgets_what_it_was_asked_before(compiled: bool | None) -> None:
    def ask(graph: Graph, acts: list[Intervention], seed: int, until: int) -> Futures:
        return futures(graph, acts, 3, seed, until=until, each_node=True, compiled=compiled)

    for seed in range(60):
        place, acts, until = crowded(seed)
        questions = [(acts, until), ([], 10), (acts[::2], until + 50), (acts * 3, until // 2), (acts, until)]
        used = compile_graph(place)
        for asked, end in questions:
            assert ask(used, asked, seed, end) == ask(compile_graph(place), asked, seed, end), seed


def test_priorities_that_change_again_and_again_find_room() -> None:
    desks = [node(f"loket-{one}", repair=repair((20, 60, 90), crew="ict"), residents=1) for one in range(3)]
    graph = compile_graph(landscape(*desks, crews={"ict": 1}))
    hits = [act(0, "hit", f"loket-{one}") for one in range(3)]
    changes = [act(minute, "set_priority", f"loket-{minute % 3}", amount=minute % 5) for minute in range(1, 400)]
    busy = futures(graph, hits + changes, 40, 2, until=500, compiled=False)
    calm = futures(graph, hits, 40, 2, until=500, compiled=False)
    assert busy.missed != calm.missed
    assert futures(compile_graph(landscape(*desks, crews={"ict": 1})), hits, 40, 2, until=500, compiled=False) == calm


def test_only_nodes_of_which_something_was_missed_are_named() -> None:
    graph = compile_graph(landscape(*(node(f"loket-{one}", repair=repair(9)) for one in range(50))))
    many = futures(graph, [act(0, "hit", "loket-7"), act(3, "hit", "loket-30")], 4, 1, until=100)
    missed = {many.ids[number]: total for number, total in zip(many.nodes, many.missed_of, strict=True)}
    assert missed == {"loket-7": 4 * 1000, "loket-30": 4 * 1000}
    assert sum(many.missed_by_node) == 8000
