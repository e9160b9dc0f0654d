"""Any order of writing, killing, opening again and following: the journal is what was acknowledged."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from simulator.errors import ConcurrentAppend
from simulator.exercise.events import Recorded
from simulator.journal.follow import Follower
from simulator.journal.protocol import START, Position
from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from tests.journal.builders import OEFENLEIDER, exercise_file, noted, notes
from tests.journal.writers import Writers

amounts = st.integers(min_value=1, max_value=4)


class ExerciseFile(RuleBasedStateMachine):
    """A console in this process, a seat in another that may be killed, and a projector that follows."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = exercise_file(Path(self.folder.name))
        self.seat = Writers(self.path)
        self.seat.breed()
        self.console = SqliteJournal.open(self.path)
        self.projector = SqliteJournal.open(self.path, read_only=True)
        self.follower = Follower(self.projector)
        self.shown: list[Recorded] = []
        self.written: list[Recorded] = []
        self.position = START
        self.names: dict[str, str] = {}

    @rule(amount=amounts)
    def console_appends(self, amount: int) -> None:
        seen = len(self.written)
        self.written += self.console.append(seen, notes(seen, amount), OEFENLEIDER)

    @rule(amount=amounts)
    def console_comes_late(self, amount: int) -> None:
        if self.written:
            with pytest.raises(ConcurrentAppend):
                self.console.append(len(self.written) - 1, notes(0, amount), OEFENLEIDER)

    @rule(amount=amounts)
    def seat_appends(self, amount: int) -> None:
        self.seat.append(amount)
        self._catch_up()

    @rule()
    def seat_is_killed_at_rest(self) -> None:
        self.seat.kill()
        self.seat.breed()

    @rule(amount=amounts, wait=st.floats(min_value=0, max_value=0.004))
    def seat_is_killed_while_it_writes(self, amount: int, wait: float) -> None:
        self.seat.begin(f"append {amount}")
        time.sleep(wait)  # the instant of the kill is what is tested
        self.seat.kill()
        before = len(self.written)
        self._catch_up()
        assert len(self.written) in (before, before + amount)
        self.seat.breed()

    @rule()
    def console_is_closed_and_opened(self) -> None:
        self.console.close()
        self.console = SqliteJournal.open(self.path)

    @rule(seconds=st.integers(min_value=0, max_value=30_000), running=st.booleans())
    def clock_moves(self, seconds: int, running: bool) -> None:
        self.position = Position(seconds=seconds, running=running, factor=5)
        self.console.mark(self.position)

    @rule(person=st.sampled_from(["p1", "p2"]), name=st.sampled_from(["Anna", "Bram", ""]))
    def name_is_given_or_forgotten(self, person: str, name: str) -> None:
        self.names.pop(person, None)
        if name:
            self.names[person] = name
            self.console.give_name(person, name)
        else:
            self.console.forget_name(person)

    @rule()
    def projector_looks(self) -> None:
        self.shown += self.follower.poll()
        assert self.shown == self.written
        assert self.follower.position.seconds == self.position.seconds

    @invariant()
    def the_journal_is_what_was_acknowledged(self) -> None:
        assert list(self.console.read()) == self.written
        assert self.console.names() == self.names
        assert self.console.position().seconds == self.position.seconds
        for seq, hash in self.seat.acknowledged.items():
            assert self.written[seq - 1].hash == hash

    def _catch_up(self) -> None:
        for record in self.console.read(len(self.written)):
            assert record.event == noted(record.seq).event
            self.written.append(record)

    def teardown(self) -> None:
        self.seat.close()
        self.console.close()
        self.projector.close()
        verdict = verify(self.path, expected_head=self.written[-1].hash if self.written else None)
        assert verdict.whole
        assert verdict.count == len(self.written)
        self.folder.cleanup()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_the_journal_is_what_was_acknowledged_in_any_order_of_writing_killing_and_opening() -> None:
    run_state_machine_as_test(
        ExerciseFile,
        settings=settings(max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)),
    )
