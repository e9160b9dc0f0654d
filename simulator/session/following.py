"""Following an exercise that a console leads: projector, seats and observers, each in a process of their own."""

from __future__ import annotations

from pathlib import Path

from simulator.exercise.commands import Command
from simulator.exercise.events import Recorded
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.journal.follow import Follower
from simulator.journal.sqlite import SqliteJournal
from simulator.session.header import setting_of
from simulator.session.ledger import Ledger
from simulator.session.voices import refuse_other_voices


class Following:
    """An exercise as another process sees it. Never moves time."""

    def __init__(self, journal: SqliteJournal) -> None:
        self.path = journal.path
        self._journal = journal
        self._ledger = Ledger(journal, setting_of(journal.header))
        self._follower = Follower(journal, after=len(self._ledger.recorded))

    @classmethod
    def open(cls, path: Path) -> Following:
        """Start following. NotFound, NotAnExercise, ExerciseDamaged or JournalUnavailable when it cannot be."""
        return cls(SqliteJournal.open(path))

    @property
    def setting(self) -> Setting:
        """Scenario, landscape and seed."""
        return self._ledger.setting

    @property
    def state(self) -> State:
        """What is the case, by what has been read."""
        return self._ledger.state

    @property
    def recorded(self) -> tuple[Recorded, ...]:
        """All that happened, by what has been read."""
        return self._ledger.recorded

    @property
    def seconds(self) -> int:
        """Whole exercise seconds passed, by the console's last word."""
        return max(self._follower.position.seconds, self.state.minute * 60)

    def poll(self) -> bool:
        """Whether anything is new. Call it each `journal.follow.POLL_SECONDS`; after an error the next call tells."""
        before = self._follower.position
        fresh = self._ledger.accept(self._follower.poll())
        return bool(fresh) or self._follower.position != before

    def say(self, command: Command, actor: str) -> tuple[Recorded, ...]:
        """Write down what a seat or an observer says. CommandRefused, JournalUnavailable: then nothing was."""
        refuse_other_voices(actor, command)
        self._ledger.catch_up()
        return self._ledger.carry_out(command, self.seconds // 60, actor)

    def names(self) -> dict[str, str]:
        """The names of people by token; they stand in no event."""
        return self._journal.names()

    def give_name(self, person: str, name: str) -> None:
        """Tie a name to a token."""
        self._journal.give_name(person, name)

    def close(self) -> None:
        """Let go of the file."""
        self._journal.close()
