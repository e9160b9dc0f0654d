"""An exercise opened for its debrief when nothing can be recorded: another console leads it, or it may only be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.source import Playing, Watching

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.evaluation.commands import PlanImprovement
    from simulator.exercise.events import Recorded
    from simulator.session import Following
    from tui.picture import Picture


class LookingBack(Watching):
    """Reads along, and refuses to record, with the reason."""

    period = 0.2

    def __init__(self, following: Following, why: str) -> None:
        super().__init__(following, actor="")
        self.warning = f"U kunt alles bekijken, maar hier niets vastleggen. {why}"
        """Why nothing can be recorded."""

    def picture(self) -> Picture:
        return replace(super().picture(), readonly=self.warning)

    def do(self, command: Command) -> tuple[Recorded, ...]:
        from simulator.errors import CommandRefused

        raise CommandRefused(self.warning)

    def fill(self, role: str, name: str, attendance: str) -> None:
        from simulator.errors import CommandRefused

        raise CommandRefused(self.warning)

    def plan(self, improvement: PlanImprovement, contact: str) -> tuple[Recorded, ...]:
        return self.do(improvement)


def look_back(file: Path) -> Playing | LookingBack:
    """Open an exercise for its debrief: to record as well where that can be, else to read."""
    from simulator.errors import JournalUnavailable, NotAnExercise
    from simulator.journal.place import is_risky_place
    from simulator.journal.sqlite import SqliteJournal
    from simulator.session import Following, Session

    try:
        return Playing(Session.open(file), is_risky_place(file) or "")
    except (JournalUnavailable, NotAnExercise) as error:
        return LookingBack(Following(SqliteJournal.open(file, read_only=True)), str(error))
