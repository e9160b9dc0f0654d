"""The step that the crisis meeting is at: one digit."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from simulator.exercise.commands import Command, StartBobStep
from simulator.exercise.events import Bob
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices
from tui.widgets.overview import Overview


class BobDialog(Dialog):
    """Beeldvorming, oordeelsvorming or besluitvorming."""

    HEADING: ClassVar[str] = "Waar is het overleg?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"pick({digit})", step.value.capitalize(), id=f"bob.{digit}", show=False)
        for digit, step in enumerate(Bob, 1)
    ]

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def body(self) -> ComposeResult:
        from simulator.insight.wording import STEPS

        steps = list(Bob)
        now = self._overview.state.bob
        coming = steps[(steps.index(now) + 1) % len(steps)] if now else steps[0]
        lines = [(step.value, Content.assemble((f"{digit}  ", "bold"), STEPS[step])) for digit, step in enumerate(steps, 1)]
        yield Choices(lines, id="step", value=coming.value, jump=False)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("1–3", "leg meteen vast"),)

    def on_mount(self) -> None:
        self.query_one(Choices).focus()

    def action_pick(self, digit: int) -> None:
        """Record this step at once."""
        self.query_one(Choices).highlighted = digit - 1
        self.action_record()

    def command(self) -> Command:
        return StartBobStep(step=Bob(self.query_one(Choices).value))
