"""Many futures beside other ways to compute them.

python -m benchmarks.futures                 a table; results are checked equal before anything is timed
python -m benchmarks.futures --quick         without the slow peers and with fewer rounds
python -m benchmarks.futures --equal 100000  random landscapes with everything in them: `run` and `futures`, draw by draw
"""

from __future__ import annotations

import argparse
import gc
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from statistics import median

from benchmarks.equality import compare
from benchmarks.towns import DAYS, SEED, UNTIL, Town, town
from simulator.consequences.draws import draw, seed_of
from simulator.consequences.futures import futures, is_compiled
from simulator.consequences.harm import percent_minutes
from simulator.consequences.run import run

SIZES = (60, 1_000)
ROUNDS = 7
SPAN = 0.7
"""Seconds that one contestant plays in one round, about."""


@dataclass(frozen=True, kw_only=True)
class Contestant:
    """A way to play draws: gives residents x percents x minutes missed in draws 0 to n."""

    name: str
    play: Callable[[int], list[int]]
    slow: bool = False
    """So slow that one draw has to do."""


def contestants(place: Town, *, slow: bool) -> list[Contestant]:
    """All that can be imported here."""
    found = []
    if slow and find_spec("networkx"):
        from benchmarks.peers import ticks

        built = ticks.graph_of(place)
        play = partial(ticks.play, built, place)
        found.append(Contestant(name="networkx, a step a minute", play=partial(_each, play), slow=True))
    if slow and find_spec("mesa"):
        from benchmarks.peers import agents

        play = partial(agents.play, agents.model_class(), place)
        found.append(Contestant(name="Mesa, an agent a node", play=partial(_each, play), slow=True))
    if find_spec("simpy"):
        from benchmarks.peers import processes

        found.append(Contestant(name="SimPy, a process a node", play=partial(_each, partial(processes.play, place))))
    found.append(Contestant(name="run, with causes", play=partial(_each, partial(_run, place, True))))
    found.append(Contestant(name="run, without causes", play=partial(_each, partial(_run, place, False))))
    found.append(Contestant(name="futures, plain Python", play=partial(_futures, place, False, 1)))
    if is_compiled():
        found.append(Contestant(name="futures, compiled, 1 thread", play=partial(_futures, place, True, 1)))
        found.append(Contestant(name="futures, compiled, 2 threads", play=partial(_futures, place, True, 2)))
    return found


def _each(play: Callable[[int], int], n: int) -> list[int]:
    return [play(number) for number in range(n)]


def _run(place: Town, causes: bool, number: int) -> int:
    draws = draw(place.graph, seed_of(SEED, number))
    return percent_minutes(place.graph, run(place.graph, place.acts, draws, until=UNTIL, causes=causes))[0]


def _futures(place: Town, compiled: bool, threads: int, n: int) -> list[int]:
    return list(futures(place.graph, place.acts, n, SEED, until=UNTIL, threads=threads, compiled=compiled).missed)


def check(players: list[Contestant], *, draws: int) -> list[str]:
    """Who gives other results than `run`; slow ones play one draw."""
    wanted = next(one for one in players if one.name == "run, with causes").play(draws)
    wrong = []
    for player in players:
        n = 1 if player.slow else draws
        if player.play(n) != wanted[:n]:
            wrong.append(player.name)
    return wrong


@dataclass(frozen=True, kw_only=True)
class Turn:
    """How fast one contestant was in one round."""

    speed: float
    """Draws a second, by the clock on the wall."""
    cores: float
    """Seconds of processor for each second on the wall: what others on the machine took shows here."""


def timed(players: list[Contestant], *, rounds: int) -> dict[str, Turn]:
    """The medians of rounds in which all take their turn; slow ones take one."""
    # Who leaves much garbage (SimPy's processes do) would else pay for walking over all that the others imported.
    gc.collect()
    gc.freeze()
    turns: dict[str, list[Turn]] = {one.name: [] for one in players}
    counts = {one.name: 1 if one.slow else _count(one) for one in players}
    for round_ in range(rounds):
        for player in players:
            if not player.slow or round_ == 0:
                turns[player.name].append(_turn(player, counts[player.name]))
    return {
        name: Turn(speed=median(one.speed for one in found), cores=median(one.cores for one in found))
        for name, found in turns.items()
    }


def _turn(player: Contestant, n: int) -> Turn:
    start, used = time.perf_counter(), time.process_time()
    player.play(n)
    seconds = time.perf_counter() - start
    return Turn(speed=n / seconds, cores=(time.process_time() - used) / seconds)


def _count(player: Contestant) -> int:
    """So many draws that a turn takes about SPAN."""
    n = 1
    while n / (speed := _turn(player, n).speed) < SPAN / 8:
        n *= 4
    return max(1, round(SPAN * speed))


def table(size: int, *, rounds: int, slow: bool) -> bool:
    """Check, time and print one town; False when results differ."""
    place = town(size)
    players = contestants(place, slow=slow)
    outcome = run(place.graph, place.acts, draw(place.graph, seed_of(SEED, 0)), until=UNTIL)
    wrong = check(players, draws=200 if size <= 100 else 20)
    print(f"\n{size:,} nodes, {len(place.acts)} hits, {DAYS} days, {len(outcome.changes):,} changes in draw 0")
    if wrong:
        print("DIFFERENT RESULTS: " + ", ".join(wrong))
        return False
    print("results equal; medians of draws a second and of cores that were to be had, and times as fast as SimPy and run")
    turns = timed(players, rounds=rounds)
    simpy, own = turns.get("SimPy, a process a node"), turns["run, with causes"]
    print(f"{'':32}{'draws/s':>12}{'cores':>8}{'SimPy':>10}{'run':>10}")
    for name, turn in turns.items():
        speed = f"{turn.speed:,.{0 if turn.speed >= 10 else 2}f}"
        print(f"{name:32}{speed:>12}{turn.cores:>8.2f}{_ratio(turn, simpy):>10}{_ratio(turn, own):>10}")
    return True


def _ratio(turn: Turn, to: Turn | None) -> str:
    if to is None:
        return "-"
    ratio = turn.speed / to.speed
    return f"{ratio:,.{0 if ratio >= 10 else 1 if ratio >= 0.1 else 3}f}x"


def main() -> int:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="without the slow peers, three rounds")
    parser.add_argument("--equal", type=int, metavar="RUNS", help="compare `run` and `futures` over so many random runs")
    parser.add_argument("--plain", action="store_true", help="with --equal: without numba")
    asked = parser.parse_args()
    if asked.equal:
        return compare(asked.equal, compiled=is_compiled() and not asked.plain)
    print(f"Python {platform.python_version()}, {platform.machine()}, compiled: {is_compiled()}")
    good = [table(size, rounds=3 if asked.quick else ROUNDS, slow=not asked.quick) for size in SIZES]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
