"""Process death: what was acknowledged is there, whenever the writer was killed."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from simulator.journal.follow import Follower
from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from tests.journal.builders import exercise_file, noted
from tests.journal.writers import Writers

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def killed(path: Path, *, times: int, longest: float, seed: int) -> int:
    """Kill a writer this often at random instants; the number of events acknowledged, all of them found back."""
    chance = random.Random(seed)
    with Writers(path) as writers, SqliteJournal.open(path, read_only=True) as journal:
        follower = Follower(journal)
        for _ in range(times):
            writers.breed()
            writers.begin("run")
            time.sleep(chance.uniform(0, longest))  # the random instant is what is tested
            writers.kill()
            # The follower looks first: it may be the one that has to roll back what the killed writer left.
            for record in follower.poll():
                assert record.event == noted(record.seq).event
                assert writers.acknowledged.get(record.seq, record.hash) == record.hash
            assert follower.seen >= max(writers.acknowledged, default=0)
        found = {record.seq: record.hash for record in journal.read()}
        assert {seq: found[seq] for seq in writers.acknowledged} == writers.acknowledged
        return len(writers.acknowledged)


def test_a_hundred_kills_lose_no_acknowledged_event(tmp_path: Path) -> None:
    path = exercise_file(tmp_path)
    acknowledged = killed(path, times=100, longest=0.06, seed=1)
    assert acknowledged > 100
    verdict = verify(path)
    assert verdict.whole, verdict.why
    assert verdict.count >= acknowledged


def test_a_killed_exercise_goes_on_where_it_was(tmp_path: Path) -> None:
    path = exercise_file(tmp_path)
    with Writers(path) as writers:
        writers.breed()
        writers.append(3)
        writers.kill()
        writers.breed()
        writers.append(2)
        assert sorted(writers.acknowledged) == [1, 2, 3, 4, 5]
    assert verify(path, expected_head=writers.acknowledged[5]).whole
