"""The same model over many draws: how a history might have gone, had chance decided otherwise."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from simulator.consequences.futures.bounds import check
from simulator.consequences.futures.compiled import is_compiled
from simulator.consequences.futures.machine import Job, Machine, chunk_size
from simulator.consequences.futures.result import Futures, joined
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
    job = Job(graph=graph, acts=acts, seed=seed, until=end, each_node=each_node, compiled=fast)
    step = size or chunk_size(len(graph.ids), compiled=fast)
    starts = range(first, first + n, step)
    ranges = ((start, min(step, first + n - start)) for start in starts)
    return _in_order(job, ranges, min(threads, len(starts)))


def _in_order(job: Job, ranges: Iterator[tuple[int, int]], threads: int) -> Iterator[Futures]:
    machines = [Machine(job) for _ in range(threads)]
    if threads == 1:
        return (machines[0].play(*one) for one in ranges)
    return _side_by_side(machines, ranges)


def _side_by_side(machines: list[Machine], ranges: Iterator[tuple[int, int]]) -> Iterator[Futures]:
    """Each machine takes the next range when it is free; a few wait to be asked for, no more."""
    from concurrent.futures import Future, ThreadPoolExecutor

    def play(first: int, count: int) -> Futures:
        machine = machines.pop()
        try:
            return machine.play(first, count)
        finally:
            machines.append(machine)

    waiting: deque[Future[Futures]] = deque()
    ahead = 4 * len(machines)
    with ThreadPoolExecutor(len(machines)) as pool:
        try:
            for one in ranges:
                waiting.append(pool.submit(play, *one))
                if len(waiting) >= ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
