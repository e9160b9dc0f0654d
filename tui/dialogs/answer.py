"""What the team answers a councillor: in its own words, to an inject that asks, or to a question from the public seat."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.exercise.commands import Command
from simulator.exercise.evaluation.commands import AnswerQuestion
from simulator.insight.answers import CouncilQuestion
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker, roles
from tui.text import framed
from tui.widgets.overview import Overview


class AnswerDialog(Dialog):
    """The question, the answer, who gave it."""

    HEADING: ClassVar[str] = "Antwoord aan een raadslid"

    def __init__(self, overview: Overview, questions: tuple[CouncilQuestion, ...]) -> None:
        """`questions` unanswered ones first."""
        super().__init__()
        self._overview = overview
        self._questions = questions

    def body(self) -> ComposeResult:
        lines = [(each.id, _line(self._overview, each)) for each in self._questions]
        yield Picker("Op welke vraag?", Choices(lines, id="question", jump=False))
        yield Field("Wat antwoordde het team?", id="text", hint="Zo letterlijk als u kunt")
        yield Picker("Wie gaf het antwoord?", Choices(roles(self._overview), id="role"))
        yield Static("Een waarnemer vinkt aan wat er beweerd is; het logboek zegt later of dat klopt.", classes="note")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#question").focus()

    def entered(self, field: Widget) -> None:
        """From the question to the answer, to who gave it; then it is recorded."""
        following = {"question": "#text", "text": "#role"}.get(field.id or "")
        if following:
            self.query_one(following).focus()
        else:
            self.action_record()

    def command(self) -> Command | Widget:
        text = self.query_one("#text", Input)
        if not text.value.strip():
            return text
        question, by = self.query_one("#question", Choices).value, self.query_one("#role", Choices).value
        return AnswerQuestion(to=question, text=text.value.strip(), by=by)


def _line(overview: Overview, question: CouncilQuestion) -> Content:
    sign = Content("○ ") if not question.answers else Content("✓ ")
    at = overview.at(question.asked_at)
    return Content.assemble(sign, framed("$at  $text", at=at, text=question.title or question.text))
