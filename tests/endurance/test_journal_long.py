"""The long runs of the exercise file: a thousand kills, eight hours of events, any order of things."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from simulator.journal.follow import Follower
from simulator.journal.protocol import Position
from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from tests.journal.builders import OEFENLEIDER, exercise_file, noted
from tests.journal.test_kill import killed
from tests.journal.test_machine import ExerciseFile

pytestmark = [pytest.mark.endurance, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")]

MIB = 2**20


def test_a_thousand_kills_lose_none_of_thirty_thousand_acknowledged_events(tmp_path: Path, tell: Callable[[str], None]) -> None:
    path = exercise_file(tmp_path)
    acknowledged = killed(path, times=1000, longest=0.4, seed=2)
    tell(f"1,000 kills: 0 of {acknowledged} acknowledged events lost")
    assert acknowledged >= 30_000
    assert verify(path).whole


def test_two_hundred_random_exercises_of_fifty_steps_with_kills_hold() -> None:
    run_state_machine_as_test(
        ExerciseFile,
        settings=settings(max_examples=200, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)),
    )


def _appended(journal: SqliteJournal, seq: int) -> float:
    """Milliseconds for one event."""
    start = time.perf_counter()
    journal.append(seq, [noted(seq + 1)], OEFENLEIDER)
    return (time.perf_counter() - start) * 1000


def _handles() -> int:
    return len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0


def test_eight_hours_of_events_stay_small_and_quick(tmp_path: Path, tell: Callable[[str], None]) -> None:
    path = exercise_file(tmp_path)
    empty, amount = path.stat().st_size, 20_000
    with SqliteJournal.open(path) as journal, SqliteJournal.open(path, read_only=True) as projector:
        follower, handles = Follower(projector), _handles()
        for seq in range(amount):
            _appended(journal, seq)
            if seq % 20 == 0:
                journal.mark(Position(seconds=seq, running=True, factor=1))
                follower.poll()
        assert _handles() == handles
        follower.poll()
        assert follower.seen == amount
        with SqliteJournal.open(exercise_file(tmp_path / "vers")) as fresh:
            # Turn about, so that whatever else this machine does slows both.
            pairs = [(_appended(fresh, turn), _appended(journal, amount + turn)) for turn in range(2000)]
    young, old = (statistics.median(times) for times in zip(*pairs, strict=True))
    growth = (path.stat().st_size - empty) / MIB
    start = time.perf_counter()
    assert verify(path).whole
    took = time.perf_counter() - start
    tell(f"{amount} events: {growth:.1f} MiB; append p50 {young:.2f} ms young, {old:.2f} ms old; verify {took:.2f} s")
    assert growth <= 10
    assert old <= young * 1.2
