"""The same model over many draws: how a history might have gone, had chance decided otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from simulator.consequences.futures.asking import question
from simulator.consequences.futures.bounds import check
from simulator.consequences.futures.compiled import is_compiled
from simulator.consequences.futures.grounds import ground_of
from simulator.consequences.futures.machine import Job, chunk_size, kernel_for, play
from simulator.consequences.futures.result import Futures, joined
from simulator.consequences.futures.spread import Spread, one_by_one, side_by_side
from simulator.consequences.graph import Graph, compile_graph
from simulator.consequences.interventions import Intervention
from simulator.scenario.landscape import Landscape


def futures(
    landscape: Landscape | Graph,
    interventions: Iterable[Intervention],
    n: int,
    seed: int,
    *,
    first: int = 0,
    threads: int = 1,
    until: int | None = None,
    each_node: bool = False,
    progress: Callable[[int], object] | None = None,
    compiled: bool | None = None,
) -> Futures:
    """Draws `first` to `first + n`: draw i is `run` with `draw(graph, seed_of(seed, i))`, to the bit.

    Ranges done apart and put together with `joined` are the same as when done at once. `until` is the horizon if not given.
    `progress` is told after each chunk how many are done; what it raises ends the work. `compiled=False` does without numba.
    """
    parts: list[Futures] = []
    chunks = in_chunks(
        landscape, interventions, n, seed, first=first, threads=threads, until=until, each_node=each_node, compiled=compiled
    )
    done = 0
    for part in chunks:
        parts.append(part)
        done += part.count
        if progress:
            progress(done)
    return joined(parts)


def spread_out(
    landscape: Landscape | Graph,
    interventions: Iterable[Intervention],
    n: int,
    seed: int,
    *,
    spread: Spread,
    first: int = 0,
    until: int | None = None,
    each_node: bool = False,
    size: int = 1000,
) -> Futures:
    """The same draws, done in ranges of `size` by whoever `spread` gives them to: other machines, for one."""
    graph = landscape if isinstance(landscape, Graph) else compile_graph(landscape)
    acts = tuple(interventions)
    check(graph, acts, n=n, first=first, threads=1, until=graph.horizon if until is None else until, size=size)
    work = Ranged(graph=graph, acts=acts, seed=seed, until=until, each_node=each_node)
    ranges = ((start, min(size, first + n - start)) for start in range(first, first + n, size))
    with closing(spread(work, ranges)) as parts:
        return joined(tuple(parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranged:
    """What is asked for, to be called with a range of draws. It can be sent to another machine."""

    graph: Graph
    acts: tuple[Intervention, ...]
    seed: int
    until: int | None
    each_node: bool

    def __call__(self, first: int, count: int) -> Futures:
        """These draws, compiled where that can be."""
        return futures(self.graph, self.acts, count, self.seed, first=first, until=self.until, each_node=self.each_node)


def in_chunks(
    landscape: Landscape | Graph,
    interventions: Iterable[Intervention],
    n: int,
    seed: int,
    *,
    first: int = 0,
    threads: int = 1,
    until: int | None = None,
    each_node: bool = False,
    size: int | None = None,
    compiled: bool | None = None,
) -> Iterator[Futures]:
    """The same in parts of `size` draws, in order. Whoever stops asking, or closes it, ends the work soon after."""
    graph = landscape if isinstance(landscape, Graph) else compile_graph(landscape)
    end = graph.horizon if until is None else until
    fast = is_compiled() if compiled is None else compiled
    acts = tuple(sorted(interventions, key=lambda act: act.minute))
    check(graph, acts, n=n, first=first, threads=threads, until=end, size=size)
    ground = ground_of(graph)
    asked = question(ground.packed, acts, until=end)
    job = Job(ground=ground, asked=asked, seed=seed, until=end, each_node=each_node, compiled=fast)
    step = size or chunk_size(len(graph.ids), compiled=fast)
    starts = range(first, first + n, step)
    ranges = ((start, min(step, first + n - start)) for start in starts)
    return _in_order(job, ranges, min(threads, len(starts)))


def _in_order(job: Job, ranges: Iterator[tuple[int, int]], threads: int) -> Iterator[Futures]:
    work = partial(play, job)
    if threads == 1:
        return one_by_one(work, ranges)
    if job.compiled:
        kernel_for(job.ground.packed)  # Now, or each thread would.
    return side_by_side(work, ranges, threads)
