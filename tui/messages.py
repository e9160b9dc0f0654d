"""What goes up from a widget to the app. The app alone hands a command to the session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.exercise.commands import Command
    from simulator.exercise.evaluation.commands import PlanImprovement
    from simulator.exercise.events import Recorded

Then = Callable[["tuple[Recorded, ...]"], None]
"""Called on the screen's thread with what was recorded; not called when the command was refused."""
Otherwise = Callable[[], None]
"""Called on the screen's thread when the command was refused or could not be recorded."""


class Requested(Message):
    """Somebody at the screen asks for a command. It may be refused: the app then shows why."""

    def __init__(self, command: Command, then: Then | None = None, otherwise: Otherwise | None = None) -> None:
        super().__init__()
        self.command = command
        self.then = then
        self.otherwise = otherwise


class ImprovementAsked(Requested):
    """An improvement with the name of a contact, which goes into a table of its own, never into an event."""

    def __init__(
        self, command: PlanImprovement, contact: str, then: Then | None = None, otherwise: Otherwise | None = None
    ) -> None:
        super().__init__(command, then, otherwise)
        self.improvement = command
        self.contact = contact


class RoleFilled(Message):
    """Somebody at the screen says who plays a role. The name goes into a table of its own, never into an event."""

    def __init__(self, role: str, name: str, attendance: str) -> None:
        super().__init__()
        self.role = role
        self.name = name
        self.attendance = attendance


class ScenarioChosen(Message):
    """A scenario of the library is to be played."""

    def __init__(self, scenario: str) -> None:
        super().__init__()
        self.scenario = scenario


class ExerciseChosen(Message):
    """An exercise file is to be opened where it stood."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file


class DebriefChosen(Message):
    """An exercise is to be looked back on: that in a file, or None for the one that this console plays."""

    def __init__(self, file: Path | None = None) -> None:
        super().__init__()
        self.file = file


class SetupDone(Message):
    """Everybody has a role: on to the console."""


class ThemeToggled(Message):
    """Light becomes dark, or dark becomes light."""
