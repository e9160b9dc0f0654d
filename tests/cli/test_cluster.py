"""Futures over a cluster: the same bits as without, also when a worker dies, and in words what cannot be."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import cluster
from simulator.cli.cluster import over_cluster
from simulator.consequences.futures import Futures, futures, spread_out
from simulator.consequences.graph import compile_graph
from simulator.errors import CommandRefused
from tests.cli.conftest import Ask
from tests.consequences.crowded import crowded

distributed = pytest.importorskip("distributed", reason="dask is not installed")
GRAPH, ACTS, UNTIL = compile_graph(crowded(3)[0]), tuple(crowded(3)[1]), crowded(3)[2]


@pytest.fixture(scope="module")
def two_workers() -> Iterator[Any]:
    """A scheduler with two worker processes; work that two of them died of is given up."""
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as local:
        local.scheduler.allowed_failures = 1
        yield local


def alone(n: int) -> Futures:
    return futures(GRAPH, ACTS, n, 5, until=UNTIL)


def test_two_workers_give_the_same_bits(two_workers: Any) -> None:
    with over_cluster(two_workers.scheduler_address) as spread:
        assert spread_out(GRAPH, ACTS, 300, 5, spread=spread, until=UNTIL, size=17) == alone(300)


class Deadly:
    """Work of which the worker dies that does draw 40: the first time, or each time."""

    def __init__(self, path: Path, *, always: bool = False) -> None:
        self.path, self.always = path, always

    def __call__(self, first: int, count: int) -> Futures:
        if first == 40 and (self.always or not self.path.exists()):
            self.path.touch()
            os._exit(1)
        return futures(GRAPH, ACTS, count, 5, first=first, until=UNTIL)


def test_a_worker_that_dies_is_stood_in_for(two_workers: Any, tmp_path: Path) -> None:
    with over_cluster(two_workers.scheduler_address) as spread:
        parts = list(spread(Deadly(tmp_path / "dood"), [(first, 10) for first in range(0, 100, 10)]))
    assert (tmp_path / "dood").exists()
    assert [part.first for part in parts] == list(range(0, 100, 10))
    assert [minutes for part in parts for minutes in part.missed] == list(alone(100).missed)


def test_work_that_workers_keep_dying_of_is_given_up(two_workers: Any, tmp_path: Path) -> None:
    with (
        pytest.raises(CommandRefused, match="viel steeds weg"),
        over_cluster(two_workers.scheduler_address) as spread,
    ):
        list(spread(Deadly(tmp_path / "dood", always=True), [(40, 1)]))


def test_luck_is_the_same_over_a_cluster(two_workers: Any, ask: Ask, file: Path) -> None:
    near = ask("luck", file, "--futures", "20", "--json")
    far = ask("luck", file, "--futures", "20", "--json", "--scheduler", two_workers.scheduler_address)
    assert (near.code, far.code) == (0, 0)
    assert far.out == near.out
    assert json.loads(far.out)["futures"] == 20


def test_a_worker_with_another_version_is_named(two_workers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "__version__", "99.0")  # Here, and in the scheduler of this process; not in the workers.
    with pytest.raises(CommandRefused, match=r"Rekenmachine tcp://.* heeft Ontregeld .* en deze computer 99\.0"):
        over_cluster(two_workers.scheduler_address).__enter__()


def test_a_scheduler_without_workers_is_told_apart() -> None:
    with (
        distributed.LocalCluster(n_workers=0, processes=False, protocol="tcp", dashboard_address=":0") as local,
        pytest.raises(CommandRefused, match=r"heeft geen rekenmachines\. Start er een met: dask worker"),
    ):
        over_cluster(local.scheduler.address).__enter__()


@pytest.mark.parametrize("answers", [False, True])
def test_where_no_scheduler_answers_it_says_so_within_seconds(
    ask: Ask, file: Path, monkeypatch: pytest.MonkeyPatch, answers: bool
) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        if not answers:
            server.close()
        code, out, err = ask("luck", file, "--futures", "20", "--scheduler", f"tcp://127.0.0.1:{port}")
    assert (code, out) == (1, "")
    assert f"Op tcp://127.0.0.1:{port} antwoordt binnen 0.5 seconden geen Dask-planner" in err


@pytest.mark.parametrize("address", ["planner", "http://planner:80", "tcp://planner", "tcp://planner:8786/pad", ":8786"])
def test_what_is_no_address_is_said_to_be_none(ask: Ask, file: Path, address: str) -> None:
    code, out, err = ask("luck", file, f"--scheduler={address}")
    assert (code, out) == (1, "")
    assert f"'{address}' is geen adres" in err


def test_without_dask_it_says_what_to_install(ask: Ask, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, out, err = ask("luck", file, "--scheduler", "tcp://127.0.0.1:8786")
    assert (code, out) == (1, "")
    assert "pip install 'ontregeld[cluster]'" in err
