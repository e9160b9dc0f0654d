"""One run over a country, and over larger ones: time per event, memory, and a question that it answers.

python -m benchmarks.country           from 13 thousand to a million nodes; some ten minutes, and seven gigabytes at the end
python -m benchmarks.country --quick   up to a hundred thousand
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median

from benchmarks.netherlands import SHARES, country, municipal, supplier
from simulator.consequences.draws import draw, seed_of
from simulator.consequences.futures import futures, is_compiled
from simulator.consequences.futures.grounds import ground_of
from simulator.consequences.graph import Graph, compile_graph
from simulator.consequences.harm import percent_minutes
from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.run import run
from simulator.insight.falls import falls

COPIES = (1, 3, 8, 24, 75)
"""Times 342 municipalities."""
QUICK = 3
ROUNDS, FEW = 5, 2
"""The few when one takes long."""
SEED = 2026
DAY = 24 * 60
LARGE = 200_000
"""Nodes, beyond which one draw is checked and not two."""
SPAN = 0.3
"""Seconds that one measurement takes, about."""
COLUMNS = ("nodes", "edges", "built", "memory", "cells", "events", "run", "an event", "future", "an event", "local", "question")


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One country. Times in seconds."""

    nodes: int
    edges: int
    built: float
    memory: int
    """Megabytes at most, the making of the landscape included."""
    packed: int
    """Megabytes of cells."""
    events: int
    """Changes of any node when the leading cloud supplier falls, in draw 0."""
    run: float
    """One run of that, with causes."""
    future: float
    """One draw of that."""
    local_events: int
    local: float
    """One draw in which the servers of one municipality fall."""
    question: float
    """The same, asked for anew: one intervention, one draw."""


def hit(node: str) -> tuple[Intervention, ...]:
    """That node is hit at the start."""
    return (Intervention(minute=0, kind=Kind.HIT, id=node, node=node),)


def measure(copies: int) -> Measured:
    """Build a country of so many times 342 municipalities, check `futures` against `run`, and time both."""
    start = time.perf_counter()
    graph = compile_graph(country(copies))
    packed = ground_of(graph).packed
    built = time.perf_counter() - start
    gc.collect()
    gc.freeze()  # What stands is not looked through again: that would grow with the country, not with what happens.
    wide, near = hit(supplier("cloud", 0)), hit(municipal(100, "servers"))
    events, local_events = (check(graph, acts) for acts in (wide, near))
    return Measured(
        nodes=len(graph.ids),
        edges=sum(len(group.members) for group in graph.groups) + len(graph.reaches),
        built=built,
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        packed=8 * len(packed.cells) // 2**20,
        events=events,
        run=timed(lambda n: [run(graph, wide, draw(graph, seed_of(SEED, each)), until=graph.horizon) for each in range(n)]),
        future=timed(lambda n: futures(graph, wide, n, SEED)),
        local_events=local_events,
        local=timed(lambda n: futures(graph, near, n, SEED)),
        question=timed(lambda n: [futures(graph, near, 1, SEED, first=each) for each in range(n)]),
    )


def check(graph: Graph, acts: tuple[Intervention, ...]) -> int:
    """How many changes there are in draw 0. SystemExit when `futures` does not give what `run` gives."""
    changes = []
    draws = 1 if len(graph.ids) > LARGE else 2
    many = futures(graph, acts, draws, SEED)
    for number in range(draws):
        outcome = run(graph, acts, draw(graph, seed_of(SEED, number)), until=graph.horizon)
        if percent_minutes(graph, outcome) != (many.missed[number], many.missed_beyond_limit[number], many.cost[number]):
            raise SystemExit(f"DIFFERENT RESULTS at {len(graph.ids):,} nodes, draw {number}")
        changes.append(len(outcome.changes))
    return changes[0]


def timed(play: Callable[[int], object]) -> float:
    """Seconds of processor that one takes: the median of rounds. The first is not counted."""
    n = 1
    while (seconds := _seconds(play, n)) < SPAN / 4:
        n *= 4
    n = max(1, round(n * SPAN / seconds))
    return median(_seconds(play, n) / n for _ in range(ROUNDS if seconds < SPAN else FEW))


def _seconds(play: Callable[[int], object], n: int) -> float:
    start = time.process_time()
    play(n)
    return time.process_time() - start


def ask(copies: int) -> None:
    """Which supplier's fall costs most service-hours in 24 hours? The country answers."""
    graph = compile_graph(country(copies))
    suppliers = [supplier(kind, number) for kind, shares in SHARES.items() for number in range(len(shares))]
    start = time.perf_counter()
    found = falls(graph, suppliers, within=DAY, top=5)
    seconds = time.perf_counter() - start
    print(f"\nWhich of {len(suppliers)} suppliers' fall costs most in 24 hours, of {len(graph.ids):,} nodes? ({seconds:.1f} s)")
    for place, fall in enumerate(found, start=1):
        print(f"{place}. {fall.node}: {fall.resident_hours:,} service-hours; {fall.fallen:,} nodes fall, of which processes:")
        for down in fall.takes_down[:2]:
            print(f"     {' > '.join(step.node for step in down.chain)}, after {down.minute} minutes")


def slope(events: list[int], seconds: list[float]) -> float:
    """Of the logarithm of time against that of events, by least squares: 1 is flat time per event."""
    points = [(math.log(one), math.log(other)) for one, other in zip(events, seconds, strict=True)]
    middle = tuple(sum(point[place] for point in points) / len(points) for place in (0, 1))
    above = sum((x - middle[0]) * (y - middle[1]) for x, y in points)
    return above / sum((x - middle[0]) ** 2 for x, _ in points)


def apart(copies: int) -> Measured:
    """Measured in a process of its own, so that memory is its own too."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.country", "--one", str(copies)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr.strip() or f"{copies} times 342 municipalities: ended with {done.returncode}")
    return Measured(**json.loads(done.stdout))


def table(sizes: tuple[int, ...]) -> None:
    """Measure and print."""
    print(" ".join(f"{name:>12}" for name in COLUMNS))
    rows = []
    for copies in sizes:
        row = apart(copies)
        rows.append(row)
        cells = (
            f"{row.nodes:,}",
            f"{row.edges:,}",
            f"{row.built:.1f} s",
            f"{row.memory:,} MB",
            f"{row.packed:,} MB",
            f"{row.events:,}",
            f"{row.run * 1e3:,.0f} ms",
            f"{row.run / row.events * 1e6:.1f} us",
            f"{row.future * 1e3:,.1f} ms",
            f"{row.future / row.events * 1e9:,.0f} ns",
            f"{row.local * 1e6:,.1f} us",
            f"{row.question * 1e6:,.0f} us",
        )
        print(" ".join(f"{cell:>12}" for cell in cells), flush=True)
    events, last = [row.events for row in rows], rows[-1]
    runs, draws = slope(events, [row.run for row in rows]), slope(events, [row.future for row in rows])
    print(f"slope of time against events (1 is flat): run {runs:.2f}, futures {draws:.2f}")
    larger, slower = last.nodes / rows[0].nodes, last.local / rows[0].local
    print(f"a local incident ({rows[0].local_events} events) takes {slower:.2f} times as long among {larger:.0f} times the nodes")


def main() -> int:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="up to a hundred thousand nodes")
    parser.add_argument("--one", type=int, metavar="COPIES", help="measure one country, and print the figures for the table")
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(asdict(measure(asked.one))))
        return 0
    print(f"Python {platform.python_version()}, {platform.machine()}, compiled: {is_compiled()}")
    print("results of run and futures are equal in each; processor time, medians")
    table(COPIES[:QUICK] if asked.quick else COPIES)
    ask(1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
