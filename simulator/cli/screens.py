"""What the screens must offer to the command line, which itself knows no screen."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Screens(Protocol):
    """Opens a screen and gives the exit code when it is closed."""

    def start(self) -> int:
        """The start screen: choose a scenario, resume an exercise."""
        ...

    def play(self, scenario: str, file: Path | None) -> int:
        """The oefenleider's console. `file` is made if new, resumed if it is there; None for one in the usual place."""
        ...

    def project(self, file: Path) -> int:
        """The projector, following an exercise file."""
        ...

    def seat(self, file: Path, role: str) -> int:
        """One role's seat, following an exercise file."""
        ...

    def observe(self, target: str, name: str, apart: Path | None) -> int:
        """An observer's screen on an exercise file; with `apart` on a notebook, and then `target` may be a scenario."""
        ...

    def debrief(self, file: Path) -> int:
        """The debrief of an exercise file: to record as well, unless another console leads it."""
        ...
