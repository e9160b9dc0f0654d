"""Many futures are the very runs, draw by draw: compiled or not, on one thread or two, in any chunks."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.consequences.draws import draw, seed_of
from simulator.consequences.futures import Futures, futures, in_chunks, joined
from simulator.consequences.graph import Graph, compile_graph
from simulator.consequences.harm import harm, percent_minutes
from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.run import run
from simulator.errors import CommandRefused, UsageWrong
from simulator.scenario.landscape import Landscape, Limit
from tests.builders import fallback, landscape, limit, need, node, reach, repair
from tests.consequences.acting import act
from tests.consequences.crowded import crowded
from tests.consequences.strategies import KINDS, LAST, histories, landscapes

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
ROOT = Path(__file__).resolve().parents[2]
HAS_NUMBA = find_spec("numba") is not None
paths = pytest.mark.parametrize(
    "compiled", [False, pytest.param(True, marks=pytest.mark.skipif(not HAS_NUMBA, reason="numba is not installed"))]
)


def with_figures(place: Landscape) -> Graph:
    """The landscape with figures that tell the nodes apart."""
    nodes = tuple(
        one.model_copy(
            update={"residents": 7**number, "cost_per_hour": 5**number, "mtd": Limit(time=1 + 3 * number) if number % 3 else None}
        )
        for number, one in enumerate(place.nodes)
    )
    return compile_graph(place.model_copy(update={"nodes": nodes}))


def one_by_one(graph: Graph, acts: list[Intervention], seed: int, numbers: range, until: int) -> list[tuple[int, int, int]]:
    """The same draws by the exact engine."""
    return [
        percent_minutes(graph, run(graph, acts, draw(graph, seed_of(seed, number)), until=until, causes=False))
        for number in numbers
    ]


def figures(many: Futures) -> list[tuple[int, int, int]]:
    """What each draw cost."""
    return list(zip(many.missed, many.missed_beyond_limit, many.cost, strict=True))


@paths
@settings(law, max_examples=80)
@given(landscapes(), histories((*KINDS, Kind.ISOLATE, Kind.SET_PRIORITY)), st.integers(0, 2**64), st.integers(0, LAST))
def test_each_draw_is_the_run_of_its_seed(
    compiled: bool, place: Landscape, acts: list[Intervention], seed: int, until: int
) -> None:
    graph = with_figures(place)
    many = futures(graph, acts, 3, seed, until=until, compiled=compiled)
    assert figures(many) == one_by_one(graph, acts, seed, range(3), until)


@paths
def test_each_draw_is_the_run_of_its_seed_where_it_is_crowded(compiled: bool) -> None:
    eventful = 0
    for seed in range(700):
        place, acts, until = crowded(seed)
        graph = compile_graph(place)
        many = figures(futures(graph, acts, 3, seed, until=until, compiled=compiled))
        assert many == one_by_one(graph, acts, seed, range(3), until), seed
        eventful += len(set(many)) == 3
    assert eventful > 200, "chance made too little difference to show anything"


SPREADING = landscape(
    node("brp", repair=repair(500)),
    node("mail", residents=10, repair=repair(30)),
    node("svb", "mail", residents=3),
    reaches=[reach("brp", "mail", (1, 1, 900))],
)
SCENES = {
    "a priority given late": (
        landscape(
            *(node(f"loket-{one}", repair=repair((20, 60, 90), crew="ict"), residents=10**one) for one in range(4)),
            crews={"ict": 1},
        ),
        [act(one, "hit", f"loket-{one}") for one in range(4)] + [act(70, "set_priority", "loket-3", amount=5)],
    ),
    "the target isolated, and not for good": (
        SPREADING,
        [act(0, "hit", "brp"), act(20, "isolate", "mail"), act(25, "reconnect", "mail"), act(60, "isolate", "mail")],
    ),
    "a noodstart of a group that perhaps is not lost": (
        SPREADING,
        [act(0, "hit", "brp"), act(40, "jump_start", "svb", amount=100)],
    ),
    "put up by hand, perhaps while it restarts": (
        landscape(node("brp", repair=repair((10, 40, 90)), restart=40, residents=5), node("mail", "brp", residents=1, restart=9)),
        [act(0, "hit", "brp"), act(60, "set", "brp", amount=100), act(64, "hit", "brp")],
    ),
}
"""Where one draw could leave something behind for the next, and rarely would."""


@paths
@pytest.mark.parametrize("scene", SCENES)
def test_what_happens_in_one_draw_only_is_not_left_behind(compiled: bool, scene: str) -> None:
    place, acts = SCENES[scene]
    graph = compile_graph(place)
    many = futures(graph, acts, 300, 8, until=400, compiled=compiled)
    assert len(set(many.missed)) > 10, "chance made too little difference to show anything"
    assert figures(many) == one_by_one(graph, acts, 8, range(300), 400)


@paths
@settings(law, max_examples=30)
@given(landscapes(), histories(), st.integers(0, 2**64))
def test_a_draw_does_not_hang_on_what_was_drawn_before_it(
    compiled: bool, place: Landscape, acts: list[Intervention], seed: int
) -> None:
    graph = with_figures(place)
    at_once = futures(graph, acts, 4, seed, until=LAST, each_node=True, compiled=compiled)
    apart = [futures(graph, acts, 1, seed, first=first, until=LAST, each_node=True, compiled=compiled) for first in range(4)]
    assert joined(apart) == at_once


def busy() -> tuple[Graph, list[Intervention]]:
    """A town in which much happens, by chance."""
    servers = [node(f"server-{number}", repair=repair((60, 240, 900), crew="ict", backup="opslag")) for number in range(6)]
    graph = compile_graph(
        landscape(
            *servers,
            node("opslag", repair=repair((30, 60, 600), needs=["server-0"])),
            node("brp", need("server-0", "server-1", at_least=1, buffer=30), residents=900, mtd=limit(240), restart=15),
            node(
                "zaken", need("brp", "server-2", loss=60), residents=70, cost_per_hour=10, fallback=fallback(40, automatic=True)
            ),
            crews={"ict": 2},
            reaches=[reach(f"server-{one}", f"server-{other}", (5, 30, 400)) for one, other in pairwise(range(6))],
            lost_backup_factor=4,
        )
    )
    return graph, [act(3, "hit", "server-0"), act(60, "hit", "opslag"), act(90, "isolate", "server-4"), act(5, "hit", "server-2")]


@paths
def test_threads_and_chunks_make_no_difference(compiled: bool) -> None:
    graph, acts = busy()
    alone = futures(graph, acts, 300, 11, first=40, each_node=True, compiled=compiled)
    assert len(set(alone.missed)) > 100, "chance made no difference"
    for threads, size in ((1, 7), (2, 7), (2, 300), (3, 1)):
        parts = list(in_chunks(graph, acts, 300, 11, first=40, threads=threads, size=size, each_node=True, compiled=compiled))
        assert len(parts) == -(-300 // size)
        assert joined(parts) == alone


@pytest.mark.skipif(not HAS_NUMBA, reason="numba is not installed")
def test_compiled_or_not_makes_no_difference() -> None:
    graph, acts = busy()
    slow, fast = (futures(graph, acts, 400, 2**63 + 5, each_node=True, compiled=compiled) for compiled in (False, True))
    assert slow == fast


def test_numba_that_cannot_be_imported_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "numba.py").write_text('raise ImportError("Numba needs NumPy 2.0 or less")\n')
    ask = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from simulator.consequences.futures import is_compiled\n"
        "print(is_compiled())\n"
    )
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_figures_are_those_of_harm_and_of_every_node() -> None:
    graph, acts = busy()
    many = futures(graph, acts, 20, 3, each_node=True, compiled=False)
    for number in range(20):
        outcome = run(graph, acts, draw(graph, seed_of(3, number)), until=graph.horizon)
        assert many.harm(number) == harm(graph, outcome)
        by_node = dict(zip(many.ids, many.by_node(number), strict=True))
        assert by_node["brp"] == sum((100 - outcome.served_at("brp", minute)) for minute in range(4000))
    assert list(many.missed_by_node) == [sum(one) for one in zip(*(many.by_node(number) for number in range(20)), strict=True)]


@paths
def test_there_is_room_for_any_number_of_events(compiled: bool) -> None:
    place = landscape(*(node(f"loket-{number}", repair=repair((5, 50, 500)), residents=number) for number in range(700)))
    graph, acts = compile_graph(place), [act(0, "hit", f"loket-{number}") for number in range(700)]
    assert figures(futures(graph, acts, 2, 9, until=600, compiled=compiled)) == one_by_one(graph, acts, 9, range(2), 600)


@pytest.mark.parametrize("threads", [1, 2])
def test_the_work_can_be_stopped_and_tells_how_far_it_is(threads: int) -> None:
    graph, acts = busy()

    class Enough(Exception):
        """Somebody pressed a key."""

    told: list[int] = []

    def progress(done: int) -> None:
        told.append(done)
        if len(told) == 2:
            raise Enough

    with pytest.raises(Enough):
        futures(graph, acts, 10**9, 1, threads=threads, progress=progress, compiled=False)
    assert told[1] == 2 * told[0]


def test_ranges_that_do_not_belong_together_are_not_joined() -> None:
    graph, acts = busy()
    head, gap, other = (futures(graph, acts, 2, seed, first=first, compiled=False) for seed, first in ((1, 0), (1, 3), (2, 2)))
    for wrong in (gap, other):
        with pytest.raises(ValueError, match="do not follow on"):
            joined([head, wrong])


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"n": 0}, "U vroeg om 0 toekomsten. Vraag er minstens 1."),
        ({"n": -3}, "U vroeg om -3 toekomsten. Vraag er minstens 1."),
        ({"n": 10**15}, "U vroeg om 1000000000000000 toekomsten. Dat zijn er te veel"),
        ({"n": 1, "first": -1}, "Trekking -1 bestaat niet"),
        ({"n": 1, "threads": 0}, "minstens 1 rekendraad"),
        ({"n": 1, "until": -1}, "U vroeg om minuut -1"),
        ({"n": 1, "until": 10**9}, "U vroeg om minuut 1000000000"),
    ],
)
def test_what_cannot_be_computed_is_refused_in_words(asked: dict[str, int], message: str) -> None:
    with pytest.raises(UsageWrong, match=message):
        futures(*busy(), asked.pop("n"), 1, **asked)  # type: ignore[arg-type]


def test_figures_that_would_not_fit_are_refused_before_they_go_wrong() -> None:
    place = landscape(node("brp", cost_per_hour=10**12), *(node(f"loket-{number}", cost_per_hour=10**12) for number in range(9)))
    with pytest.raises(CommandRefused, match="te groot om mee te rekenen"):
        futures(place, [act(0, "hit", "brp")], 1, 1)


def test_a_run_needs_neither_arrays_nor_a_compiler() -> None:
    load = (
        "import sys, simulator.consequences.run, simulator.consequences.futures\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'numpy', 'numba', 'networkx'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", load], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
