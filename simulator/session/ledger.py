"""The journal and what it says: appended to by commands and by time, read again when others wrote."""

from __future__ import annotations

from simulator.errors import ConcurrentAppend, JournalUnavailable
from simulator.exercise.commands import Command
from simulator.exercise.decide import decide
from simulator.exercise.events import SYSTEM, Recorded, Stamped
from simulator.exercise.evolve import evolve
from simulator.exercise.setting import Setting
from simulator.exercise.settle import settle
from simulator.exercise.state import State
from simulator.journal.protocol import Journal

TRIES = 20
"""How often a command is decided again when other processes append first."""


class Ledger:
    """All events of an exercise that this process has seen, and the state they make."""

    def __init__(self, journal: Journal, setting: Setting) -> None:
        self.journal = journal
        self.setting = setting
        self.state = State(seed=setting.seed)
        self.recorded: tuple[Recorded, ...] = ()
        self._quiet = (-1, 0)
        """The minute and the number of events at which all that follows had followed: looking again gives nothing."""
        self.catch_up()

    def catch_up(self) -> tuple[Recorded, ...]:
        """Read what others appended."""
        return self._take(self.journal.read(after=len(self.recorded)))

    def accept(self, records: tuple[Recorded, ...]) -> tuple[Recorded, ...]:
        """Take in what a follower read, but for what was seen already."""
        return self._take(tuple(record for record in records if record.seq > len(self.recorded)))

    def carry_out(self, command: Command, minute: int, actor: str) -> tuple[Recorded, ...]:
        """Append what a command makes happen at `minute`, after what was due by then, all or nothing."""
        for _ in range(TRIES):
            settled = settle(self.setting, self.state, max(self.state.minute, minute))
            recorded = self._append((*settled.stamped, *decide(self.setting, settled.state, command)), actor)
            if recorded is not None:
                return recorded
        raise JournalUnavailable("Andere schermen schrijven zo vaak dat dit er niet tussen kwam. Probeer het nog eens.")

    def let_pass(self, minute: int) -> tuple[Recorded, ...]:
        """Append what is due by `minute`; nothing when others just wrote (then the next call does)."""
        now = (max(self.state.minute, minute), len(self.recorded))
        if now == self._quiet:
            return ()
        settled = settle(self.setting, self.state, max(self.state.minute, minute))
        if settled.stamped:
            return self._append(settled.stamped, SYSTEM) or ()
        self.state, self._quiet = settled.state, now
        return ()

    def _append(self, stamped: tuple[Stamped, ...], actor: str) -> tuple[Recorded, ...] | None:
        """What was appended; None after reading what others appended first."""
        try:
            return self._take(self.journal.append(len(self.recorded), stamped, actor))
        except ConcurrentAppend:
            self.catch_up()
            return None

    def _take(self, recorded: tuple[Recorded, ...]) -> tuple[Recorded, ...]:
        state = self.state
        for record in recorded:
            state = evolve(state, record)
        self.state, self.recorded = state, (*self.recorded, *recorded)
        return recorded
