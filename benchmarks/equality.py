"""`run` and `futures` compared over random landscapes with everything in them, draw by draw."""

from __future__ import annotations

import sys
import time

from simulator.consequences.draws import draw, seed_of
from simulator.consequences.futures import futures
from simulator.consequences.graph import compile_graph
from simulator.consequences.harm import percent_minutes
from simulator.consequences.run import run
from tests.consequences.crowded import crowded

DRAWS = 4
"""Of each landscape and history."""


def mismatches(seed: int, *, draws: int, compiled: bool) -> tuple[int, int]:
    """Of one landscape and history: draws that differ, and draws in which anything was missed."""
    place, acts, until = crowded(seed)
    graph = compile_graph(place)
    many = futures(graph, acts, draws, seed, until=until, compiled=compiled)
    wrong = eventful = 0
    for number in range(draws):
        outcome = run(graph, acts, draw(graph, seed_of(seed, number)), until=until, causes=False)
        found = (many.missed[number], many.missed_beyond_limit[number], many.cost[number])
        wrong += found != percent_minutes(graph, outcome)
        eventful += found != (0, 0, 0)
    return wrong, eventful


def compare(runs: int, *, compiled: bool) -> int:
    """Print how many of so many runs differ; the exit code."""
    start = time.perf_counter()
    wrong = eventful = 0
    landscapes = -(-runs // DRAWS)
    for seed in range(landscapes):
        differ, happened = mismatches(seed, draws=DRAWS, compiled=compiled)
        wrong, eventful = wrong + differ, eventful + happened
        if differ:
            print(f"landscape {seed}: {differ} of {DRAWS} draws differ")
        if seed % 1000 == 999:
            print(f"  {DRAWS * (seed + 1):,} runs, {wrong} mismatches", file=sys.stderr)
    seconds = time.perf_counter() - start
    path = "compiled" if compiled else "plain Python"
    print(
        f"{DRAWS * landscapes:,} runs over {landscapes:,} random landscapes ({path}): {wrong} mismatches; "
        f"{eventful:,} with anything missed; {seconds:,.0f} s"
    )
    return 1 if wrong else 0
