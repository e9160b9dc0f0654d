"""Work that is done range by range, and who does it: nothing hangs on that but the time it takes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from typing import Protocol, TypeVar

Part = TypeVar("Part")
Range = tuple[int, int]
"""The first draw, and how many."""


class Spread(Protocol):
    """Does the work for each range, wherever, and gives what came of it in the order of the ranges. Closing it ends the work."""

    def __call__(self, work: Callable[[int, int], Part], ranges: Iterable[Range], /) -> Generator[Part, None, None]: ...


def one_by_one(work: Callable[[int, int], Part], ranges: Iterable[Range], /) -> Generator[Part, None, None]:
    """Each when it is asked for."""
    return (work(*one) for one in ranges)


def side_by_side(work: Callable[[int, int], Part], ranges: Iterable[Range], threads: int) -> Generator[Part, None, None]:
    """Each thread takes the next range when it is free; a few wait to be asked for, no more. It helps compiled work only."""
    from concurrent.futures import Future, ThreadPoolExecutor

    waiting: deque[Future[Part]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for one in ranges:
                waiting.append(pool.submit(work, *one))
                if len(waiting) >= 4 * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
