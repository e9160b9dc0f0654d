"""The one object that changes: takes commands, lets time pass, and holds what is the case.

Not for several threads at once: the app gives it one writer thread. `state` and `recorded` are values, so that any
thread may read them.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from simulator.clock import ExerciseClock
from simulator.errors import ExerciseDamaged, JournalGone, NotAnExercise
from simulator.exercise.commands import Command, Pause
from simulator.exercise.events import FACILITATOR, SYSTEM, NodeChanged, Recorded
from simulator.exercise.rehearsal import created
from simulator.exercise.rules.consequences import recorded_as
from simulator.exercise.setting import Setting, trajectory
from simulator.exercise.state import Phase, State
from simulator.journal.follow import Follower
from simulator.journal.protocol import Position
from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from simulator.scenario.landscape import Landscape
from simulator.scenario.model import Scenario
from simulator.session.header import header_of, setting_of
from simulator.session.lead import Lead
from simulator.session.ledger import Ledger


class Session:
    """An exercise that is being led. Use `create` or `open`."""

    def __init__(self, journal: SqliteJournal, setting: Setting, clock: ExerciseClock, lead: Lead) -> None:
        self.path = journal.path
        self._journal = journal
        self._ledger = Ledger(journal, setting)
        self._follower = Follower(journal, after=len(self._ledger.recorded))
        self._clock = clock
        self._lead = lead
        self._marked: Position | None = None
        self._saved = 0
        self._keep_time()

    @classmethod
    def create(
        cls,
        path: Path,
        scenario: Scenario,
        landscape: Landscape,
        *,
        seed: int | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> Session:
        """A new exercise in a new file, its durations drawn from a fresh seed."""
        seed = secrets.randbits(48) if seed is None else seed
        setting = Setting(scenario=scenario, landscape=landscape, seed=seed)
        exercise = secrets.token_hex(8)
        with SqliteJournal.create(path, header_of(setting, exercise)) as journal:
            journal.append(0, [created(setting, exercise)], FACILITATOR)
        return cls.open(path, monotonic=monotonic)

    @classmethod
    def open(cls, path: Path, *, monotonic: Callable[[], float] = time.monotonic) -> Session:
        """Go on with an exercise, paused where its clock stood.

        JournalUnavailable when another console leads it; ExerciseDamaged when it was changed outside the program;
        NotAnExercise when its past would come out differently now.
        """
        verdict = verify(path)
        if not verdict.whole:
            why = verdict.why if str(path) in verdict.why else f"{path} is niet meer heel: {verdict.why}"
            raise ExerciseDamaged(f"{why} Open de kopie ({copy_of(path).name}), als die er is.")
        with ExitStack() as opened:
            journal = SqliteJournal.open(path)
            opened.callback(journal.close)
            lead = Lead(path)
            opened.callback(lead.release)
            clock = ExerciseClock(journal.position().seconds, monotonic)
            session = cls(journal, setting_of(journal.header), clock, lead)
            session._refuse_another_past()
            if session.state.phase is Phase.RUNNING:
                session._clock.stand_still()
                session.do(Pause())
            opened.pop_all()
        return session

    @property
    def setting(self) -> Setting:
        """Scenario, landscape and seed."""
        return self._ledger.setting

    @property
    def state(self) -> State:
        """What is the case."""
        return self._ledger.state

    @property
    def recorded(self) -> tuple[Recorded, ...]:
        """All that happened, in order."""
        return self._ledger.recorded

    @property
    def seconds(self) -> int:
        """Whole exercise seconds passed."""
        return self._clock.seconds

    @property
    def head(self) -> str:
        """The hash of the last event."""
        return self.recorded[-1].hash if self.recorded else ""

    def do(self, command: Command, actor: str = FACILITATOR) -> tuple[Recorded, ...]:
        """Carry out a command; what was written. CommandRefused, JournalUnavailable: then nothing was."""
        before = len(self.recorded)
        with self._rescued():
            self._ledger.catch_up()
            self._ledger.carry_out(command, self._clock.advance(), actor)
            self._keep_time()
        return self.recorded[before:]

    def tick(self) -> tuple[Recorded, ...]:
        """Let time do its work, up to the horizon; what was written, by us and by others. Call it a few times a second."""
        before = len(self.recorded)
        with self._rescued():
            self._ledger.accept(self._follower.poll())
            self._ledger.let_pass(self._clock.advance())
            if self.state.phase is Phase.RUNNING and self.state.minute >= self.setting.horizon:
                self._ledger.carry_out(Pause(), self.state.minute, SYSTEM)
            self._keep_time()
        return self.recorded[before:]

    def names(self) -> dict[str, str]:
        """The names of people by token; they stand in no event."""
        return self._journal.names()

    def give_name(self, person: str, name: str) -> None:
        """Tie a name to a token."""
        self._journal.give_name(person, name)

    def back_up(self) -> Path:
        """Write a second, whole copy beside the file; from any thread."""
        copy = copy_of(self.path)
        self._journal.backup_to(copy)
        return copy

    def close(self) -> None:
        """Let go of the file; everything acknowledged is in it."""
        self._journal.close()
        self._lead.release()

    def _keep_time(self) -> None:
        """Set the clock by the state, and write down where it stands, at most once an exercise second."""
        self._clock.move_to(self.state.minute)
        running = self.state.phase is Phase.RUNNING
        if running:
            self._clock.run(self.state.factor)
        else:
            self._clock.stand_still()
        position = Position(seconds=self._clock.seconds, running=running, factor=self.state.factor)
        if position != self._marked:
            self._journal.mark(position)
            self._marked = position

    @contextmanager
    def _rescued(self) -> Iterator[None]:
        """Copy all that was recorded when the file is gone: the system forgets it once we let go of it."""
        try:
            yield
        except JournalGone as gone:
            if len(self.recorded) > self._saved:
                self.back_up()
                self._saved = len(self.recorded)
            raise JournalGone(
                f"{gone} Lukt dat niet: alles staat ook in {copy_of(self.path).name}, in dezelfde map. "
                "Sluit dan dit scherm en ga met dat bestand verder."
            ) from gone

    def _refuse_another_past(self) -> None:
        past = [record.event for record in self.recorded if isinstance(record.event, NodeChanged)]
        again = trajectory(self.setting, self.state.interventions).changes[: len(past)] if past else ()
        if [recorded_as(change) for change in again] != past:
            raise NotAnExercise(
                "Dit programma rekent de gevolgen anders uit dan de versie waarmee deze oefening is gespeeld. "
                "Verder spelen kan niet; het rapport en het logboek blijven leesbaar."
            )


def copy_of(path: Path) -> Path:
    """Where the second copy of an exercise file stands."""
    return path.with_name(f"{path.stem}.kopie{path.suffix}")
