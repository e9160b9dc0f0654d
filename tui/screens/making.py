"""The screens on an exercise by kind; a module is loaded only when its screen is made, after the first frame."""

from __future__ import annotations

from typing import Literal

from tui.picture import ExerciseScreen

Kind = Literal["setup", "console", "projector", "seat", "debrief"]


def exercise_screen(kind: Kind, role: str) -> ExerciseScreen:
    """A new screen of this kind; `role` for a seat."""
    match kind:
        case "setup":
            from tui.screens.setup import SetupScreen

            return SetupScreen()
        case "console":
            from tui.screens.facilitator import FacilitatorScreen

            return FacilitatorScreen()
        case "projector":
            from tui.screens.projector import ProjectorScreen

            return ProjectorScreen()
        case "seat":
            from simulator.session.voices import COUNCIL

            if role == COUNCIL:
                from tui.screens.council import CouncilScreen

                return CouncilScreen()
            from tui.screens.seat import SeatScreen

            return SeatScreen(role)
        case "debrief":
            from tui.screens.debrief import DebriefScreen

            return DebriefScreen()
