"""What somebody answers to a question of the debrief, or how many hands went up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker
from tui.text import shown

if TYPE_CHECKING:
    from simulator.exercise.commands import Command

MOST_PEOPLE = 4
"""Digits of a number of people."""


class AnswerDialog(Dialog):
    """An answer of a role, or of the room."""

    HEADING: ClassVar[str] = "Antwoord in de nabespreking"

    def __init__(self, question: int, words: str, roles: Sequence[tuple[str, Content]]) -> None:
        """`question` is its place, from 0; `words` is what it asks."""
        super().__init__()
        self._question = question
        self._words = words
        self._roles = tuple(roles)

    def body(self) -> ComposeResult:
        yield Static(shown(self._words), classes="paragraph")
        yield Field("Wat werd er gezegd?", id="said", hint="in een of twee zinnen, zonder namen")
        choices = (("", Content.styled("de zaal", "italic")), *self._roles)
        yield Picker("Wie zei het?", Choices(choices, id="role"))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#said").focus()

    def entered(self, field: Widget) -> None:
        """From the words to who said them; from there it is recorded."""
        if field.id == "said" and self.query_one("#said-field", Field).text:
            self.query_one("#role").focus()
        else:
            self.action_record()

    def command(self) -> Command | Widget:
        from simulator.exercise.evaluation.commands import AnswerHotWash

        said = self.query_one("#said-field", Field).text
        if not said:
            return self.query_one("#said", Input)
        return AnswerHotWash(question=self._question, text=said, role=self.query_one("#role", Choices).value)


class HandsDialog(Dialog):
    """A show of hands."""

    HEADING: ClassVar[str] = "Handen tellen"

    def __init__(self, question: int, words: str, *, of: int = 0) -> None:
        """`of` is how many people there were the time before; 0 when that is not known."""
        super().__init__()
        self._question = question
        self._words = words
        self._of = of

    def body(self) -> ComposeResult:
        yield Static(shown(self._words), classes="paragraph")
        yield Field("Hoeveel handen gingen omhoog?", id="hands", hint="0 mag ook")
        yield Field("Van hoeveel mensen?", id="of", value=str(self._of) if self._of else "", hint="iedereen in de zaal")
        yield Field("Waarvoor gingen ze omhoog?", id="meaning", hint="zoals: wie wist dit? Mag leeg blijven")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#hands").focus()

    def command(self) -> Command | Widget | str:
        from simulator.exercise.evaluation.commands import AnswerHotWash

        hands, of = self._typed("hands"), self._typed("of")
        for name, typed in (("hands", hands), ("of", of)):
            if typed == "":
                return self.query_one(f"#{name}", Input)
        if not (_is_count(hands) and _is_count(of)):
            return "Schrijf aantallen als een getal, zoals 7."
        return AnswerHotWash(question=self._question, text=self._typed("meaning"), hands=int(hands), of=int(of))

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}-field", Field).text


def _is_count(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) <= MOST_PEOPLE
