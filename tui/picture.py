"""What a screen is given: the exercise as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.exercise.events import Recorded
    from simulator.exercise.setting import Setting
    from simulator.exercise.state import State


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """The exercise at one moment. Insights are made from it; nothing in it changes."""

    setting: Setting
    state: State
    recorded: tuple[Recorded, ...]
    """All events so far."""
    seconds: int
    """Exercise seconds passed: the minute of the state, and what has run since."""
    file: Path
    readonly: str = ""
    """Why nothing can be recorded here; empty when it can."""


class ExerciseScreen(Screen[None]):
    """A screen that shows an exercise. The app gives it pictures; it posts `Requested` and holds nothing of the exercise.

    It is composed before anything is loaded, so its module must not import pydantic, networkx or sqlite at the top:
    import `simulator.insight...` and `simulator.exercise...` inside the methods that need them.
    """

    def publish(self, picture: Picture) -> None:
        """Show the exercise as it stands now: after opening, and after each commit, here or in another process."""

    def tell_time(self, seconds: int) -> None:
        """Exercise seconds passed, a few times a second. Nothing else changed."""
