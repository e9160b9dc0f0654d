"""Futures on other machines too: ranges of draws over the workers of a Dask scheduler. The bits stay the same."""

from __future__ import annotations

import re
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from simulator import MODEL_VERSION, __version__
from simulator.errors import CommandRefused

if TYPE_CHECKING:
    from simulator.consequences.futures.spread import Range, Spread

CONNECT = 5
"""Seconds within which a scheduler answers."""
LOOK = 2
"""Seconds after which it is looked at whether anybody is still at work."""
PATIENCE = 15
"""Seconds without any worker after which nobody is waited for."""
AHEAD = 3
"""Ranges for each worker that are handed out before the first is asked for."""

NO_DASK = "Rekenen op meer machines kan pas met het pakket dask. Installeren kan met: pip install 'ontregeld[cluster]'"
UNREACHABLE = (
    "Op {address} antwoordt binnen {seconds} seconden geen Dask-planner. Controleer het adres (zoals tcp://10.0.0.5:8786) "
    "en of de planner aanstaat. Zonder --scheduler rekent dit programma zelf."
)
NO_ADDRESS = "'{address}' is geen adres van een Dask-planner. Schrijf bijvoorbeeld tcp://10.0.0.5:8786."
NO_WORKERS = "De planner op {address} heeft geen rekenmachines. Start er een met: dask worker {address}"
NOT_THERE = "{who} heeft Ontregeld niet. Installeer daar versie {ours}: ook de planner heeft het nodig."
OTHER_VERSION = (
    "{who} heeft {what} {theirs} en deze computer {ours}. De uitkomst kan dan verschillen. Zet overal dezelfde versie."
)
DIED = (
    "Een rekenmachine viel steeds weg bij hetzelfde stuk werk. Kijk of daar genoeg geheugen is, en probeer het opnieuw, "
    "of laat --scheduler weg."
)
ALL_GONE = "Alle rekenmachines van {address} zijn weggevallen. Start ze opnieuw en probeer het nog eens, of laat --scheduler weg."
SCHEDULER_GONE = "De planner op {address} is weggevallen. Start hem opnieuw en probeer het nog eens, of laat --scheduler weg."

_ADDRESS = re.compile(r"(?:(?:tcp|tls|ws|wss)://)?(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):\d{1,5}", re.ASCII)

Part = TypeVar("Part")


@contextmanager
def over_cluster(address: str) -> Iterator[Spread]:
    """Spreads ranges over the workers of the scheduler there. CommandRefused, in words, when that cannot be or ends midway."""
    client = _connected(address)
    from distributed.comm import CommClosedError

    try:
        _same_everywhere(client, address)
        yield partial(_spread, client, address)
    except CommClosedError:
        raise CommandRefused(SCHEDULER_GONE.format(address=address)) from None
    finally:
        client.close(timeout=CONNECT)


def _connected(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise CommandRefused(NO_DASK) from None
    import asyncio
    import logging

    for log in ("distributed", "distributed.client"):
        logging.getLogger(log).setLevel(logging.CRITICAL)  # What goes wrong is told by us, in Dutch.
    if not _ADDRESS.fullmatch(address):
        raise CommandRefused(NO_ADDRESS.format(address=address))
    try:
        asyncio.run(_knock(address))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # About versions: that we look at ourselves, in Dutch.
            return Client(address, timeout=CONNECT, set_as_default=False)
    except (OSError, MemoryError, ValueError, TypeError, EOFError):  # Whatever an answer that is not Dask's leads to.
        raise CommandRefused(UNREACHABLE.format(address=address, seconds=CONNECT)) from None


async def _knock(address: str) -> None:
    """Whether a scheduler answers. A client that never got through would go on trying while it is thrown away."""
    import asyncio

    from distributed.comm import connect

    async with asyncio.timeout(CONNECT):
        comm = await connect(address, timeout=CONNECT)
    comm.abort()


def ours() -> dict[str, str]:
    """What must be the same wherever there is computed."""
    import platform

    import distributed

    python = ".".join(platform.python_version_tuple()[:2])
    return {"Ontregeld": __version__, "model": str(MODEL_VERSION), "Python": python, "distributed": distributed.__version__}


def _same_everywhere(client: Any, address: str) -> None:
    """The scheduler, and every worker, have what we have."""
    here = ours()
    try:
        there = client.run_on_scheduler(ours)
    except ImportError:
        there = None
    _same(f"De planner op {address}", there, here)
    workers = client.run(ours, on_error="return")
    if not workers:
        raise CommandRefused(NO_WORKERS.format(address=address))
    for worker, found in sorted(workers.items()):
        _same(f"Rekenmachine {worker}", found, here)


def _same(who: str, there: object, here: dict[str, str]) -> None:
    """What a machine answered is what we have."""
    if not isinstance(there, dict):
        raise CommandRefused(NOT_THERE.format(who=who, ours=__version__))
    for what, version in here.items():
        if there.get(what) != version:
            raise CommandRefused(OTHER_VERSION.format(who=who, what=what, theirs=there.get(what), ours=version))


def _spread(
    client: Any, address: str, work: Callable[[int, int], Part], ranges: Iterable[Range], /
) -> Generator[Part, None, None]:
    """In order of the ranges. A range of which the worker dies is done by another."""
    most = AHEAD * max(1, _workers(client, address))
    _open(client, address)
    # A task, not data that was scattered: when the worker that holds it dies, another can make it again.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # That it is large: it is sent once.
        held = client.submit(_kept, work, pure=False)
    waiting: deque[Any] = deque()
    try:
        for first, count in ranges:
            _open(client, address)
            waiting.append(client.submit(_do, held, first, count, pure=False))
            if len(waiting) >= most:
                yield _result(client, address, waiting.popleft())
        while waiting:
            yield _result(client, address, waiting.popleft())
    finally:
        client.cancel([held, *waiting])


def _kept(work: Callable[[int, int], Part]) -> Callable[[int, int], Part]:
    return work


def _do(work: Callable[[int, int], Part], first: int, count: int) -> Part:
    return work(first, count)


def _result(client: Any, address: str, future: Any) -> Any:
    """What came of a range. It is waited for as long as anybody is at work."""
    from concurrent.futures import CancelledError

    from distributed import KilledWorker

    alone = 0
    while True:
        try:
            return future.result(timeout=LOOK)
        except KilledWorker:
            raise CommandRefused(DIED) from None
        except CancelledError:
            raise CommandRefused(SCHEDULER_GONE.format(address=address)) from None
        except TimeoutError:
            alone = 0 if _workers(client, address) else alone + LOOK
            if alone >= PATIENCE:
                raise CommandRefused(ALL_GONE.format(address=address)) from None


def _workers(client: Any, address: str) -> int:
    _open(client, address)
    return len(client.nthreads())


def _open(client: Any, address: str) -> None:
    """A client that could not find its scheduler again closes itself. CommandRefused when it did."""
    if client.status in ("closing", "closed"):
        raise CommandRefused(SCHEDULER_GONE.format(address=address))
