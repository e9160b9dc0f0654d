"""An open decision: a digit picks the option, Enter records it; details follow later. Nothing is picked beforehand."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from simulator.exercise.commands import Command, Decide
from simulator.insight.decisions import OpenDilemma
from simulator.insight.wording import sentence
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices
from tui.text import flowed, shown
from tui.widgets.brief import brief
from tui.widgets.overview import Overview


class Options(Choices):
    """What may be chosen. Enter goes to the dialog, which says so when nothing is picked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.record", "Leg vast", id="options.record", show=False)]


class DecideDialog(Dialog):
    """Records what the team chose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "own_words", "Eigen woorden", id="decide.own-words"),
        Binding("t", "what_if", "Wat als?", id="decide.what-if"),
        *(
            Binding(str(digit), f"pick({digit})", f"Kies optie {digit}", id=f"decide.{digit}", show=False)
            for digit in range(1, 10)
        ),
    ]

    def __init__(self, overview: Overview, dilemma: OpenDilemma) -> None:
        super().__init__()
        self._overview = overview
        self._dilemma = dilemma

    def heading(self) -> Content:
        return shown(self._dilemma.title)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return ((f"1–{min(9, len(self._dilemma.options))}", "kies"), ("w", "eigen woorden"), ("t", "wat als?"))

    def body(self) -> ComposeResult:
        dilemma = self._dilemma
        yield Static(_deadline(self._overview, dilemma), classes="note paragraph")
        yield Static(flowed(dilemma.text), classes="paragraph")
        lines = [
            (option.id, Content.assemble((f"{index}  ", "bold"), shown(option.text)))
            for index, option in enumerate(dilemma.options, 1)
        ]
        yield Options(lines, id="options", jump=False, begin=False)
        yield Static(id="option-note", classes="paragraph")
        yield Static(shown(sentence(dilemma.mandate_words or ", ".join(dilemma.to_names))), classes="note")

    def on_mount(self) -> None:
        self.query_one(Options).focus()
        self._explain()

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        option = next((each for each in self._dilemma.options if each.id == self.query_one(Options).value), None)
        notes = [part for part in (option.note if option else "", self._dilemma.note) if part]
        text = Content.assemble(("Alleen voor u: ", "$text-accent"), flowed("\n".join(notes))) if notes else shown("")
        self.query_one("#option-note", Static).update(text)

    def action_pick(self, digit: int) -> None:
        """Put the cursor on an option."""
        if digit <= len(self._dilemma.options):
            self.query_one(Options).highlighted = digit - 1

    def action_own_words(self) -> None:
        """The team decided something else: in its own words."""
        from tui.dialogs.own_words import OwnWordsDialog

        self.app.switch_screen(OwnWordsDialog(self._overview, self._dilemma.id, ""))

    def action_what_if(self) -> None:
        """What each option would do, first."""
        from tui.dialogs.what_if import WhatIfDialog

        self.app.switch_screen(WhatIfDialog(self._overview, self._dilemma))

    def command(self) -> Command | str:
        option = self.query_one(Options).value
        if not option:
            return "Kies eerst wat het team besloot: met een cijfer of de pijltjes."
        return Decide(decision=self._dilemma.id, option=option)


def _deadline(overview: Overview, dilemma: OpenDilemma) -> Content:
    if dilemma.left is None:
        return shown("Zonder uiterste tijd.")
    words = (
        f"Nog {brief(dilemma.left)}, tot {overview.at(dilemma.deadline)}"
        if dilemma.left >= 0
        else "Te laat om op tijd te besluiten"
    )
    return shown(f"{words}. Besluit niemand, dan geldt: {dilemma.default_text}" if dilemma.default_text else f"{words}.")
