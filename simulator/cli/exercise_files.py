"""Exercise files as the commands without a screen read and write them; nothing here moves time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import tell
from simulator.cli.plays import folded
from simulator.exercise.events import FACILITATOR, Recorded, Stamped

if TYPE_CHECKING:
    from simulator.exercise.setting import Setting
    from simulator.exercise.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What stands in an exercise file."""

    setting: Setting
    recorded: tuple[Recorded, ...]
    names: dict[str, str]
    """Names of people by token."""
    clock: int
    """The exercise minute at which the clock stood."""

    def state_at(self, minute: int | None) -> State:
        """What was the case at the end of that exercise minute, at most the last recorded one; None for that."""
        if minute is None or minute >= self.last_minute:
            return folded(self.recorded)
        return replace(folded(each for each in self.recorded if each.minute <= minute), minute=minute)

    @property
    def last_minute(self) -> int:
        """The last exercise minute at which anything was recorded."""
        return self.recorded[-1].minute if self.recorded else 0


def read(path: Path) -> Read:
    """The exercise in a file. NotFound, NotAnExercise, ExerciseDamaged or JournalUnavailable when there is none to read."""
    from simulator.journal.sqlite import SqliteJournal
    from simulator.session.header import setting_of

    with SqliteJournal.open(path, read_only=True) as journal:
        return Read(
            setting=setting_of(journal.header),
            recorded=journal.read(),
            names=journal.names(),
            clock=journal.position().seconds // 60,
        )


def keep_rehearsal(path: Path, setting: Setting, name: str, stamped: Sequence[Stamped]) -> None:
    """Write a rehearsal to a new exercise file; `name` is the exercise's id. JournalUnavailable when there is a file already."""
    from simulator.journal.place import is_risky_place
    from simulator.journal.protocol import Position
    from simulator.journal.sqlite import SqliteJournal
    from simulator.session.header import header_of

    if warning := is_risky_place(path):
        tell(f"Let op: {warning}")
    with SqliteJournal.create(path, header_of(setting, name)) as journal:
        journal.append(0, stamped, FACILITATOR)
        journal.mark(Position(seconds=stamped[-1].minute * 60, running=False, factor=1))
