"""What is judged in the debrief, there and then: a question of the council otherwise than proposed, or an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker
from tui.text import flowed, framed, shown

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.evaluation.events import Rating
    from simulator.insight.answers import AnswerView
    from simulator.insight.ratings import QuestionRating


class VerdictDialog(Dialog):
    """What it is about, a level, and why."""

    def __init__(self, about: Content, level: Rating | None) -> None:
        """`level` is where the cursor begins."""
        super().__init__()
        self._about = about
        self._level = level

    def body(self) -> ComposeResult:
        from simulator.insight.wording_evaluation import RATINGS

        levels = [(str(rating), framed("[b]$letter[/]  $words", letter=rating, words=words)) for rating, words in RATINGS.items()]
        about = self._about
        yield Static(about, classes="paragraph")
        yield Picker("Hoe ging het?", Choices(levels, id="level", value=str(self._level or "")))
        yield Field("Waarom?", id="reason", hint="Wat u zag, in een regel")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#level").focus()

    def entered(self, field: Widget) -> None:
        """Enter goes on from the level to the reason; there it records."""
        if field.id == "level":
            self.query_one("#reason").focus()
        else:
            self.action_record()

    @property
    def picked(self) -> Rating:
        """The level under the cursor."""
        from simulator.exercise.evaluation.events import Rating

        return Rating(self.query_one("#level", Choices).value)

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.query_one("#reason-field", Field).text


class OverruleDialog(VerdictDialog):
    """Another level than the rules propose, with the reason that this asks for."""

    HEADING: ClassVar[str] = "Anders oordelen over een raadsvraag"
    NO_REASON = "Schrijf op waarom u anders oordeelt dan het voorstel."

    def __init__(self, question: QuestionRating) -> None:
        super().__init__(_proposal(question), question.rating)
        self._question = question

    def command(self) -> Command | Widget | str:
        from simulator.exercise.evaluation.commands import RateQuestion

        if self.picked is not self._question.proposed and not self.reason:
            self._say(self.NO_REASON)
            return self.query_one("#reason")
        return RateQuestion(question=self._question.id, rating=self.picked, reason=self.reason)


class AnswerVerdictDialog(VerdictDialog):
    """How well a councillor was answered."""

    HEADING: ClassVar[str] = "Oordeel over een antwoord"

    def __init__(self, answer: AnswerView) -> None:
        who = framed("[$text-muted]$who antwoordde[/]", who=answer.by_name)
        super().__init__(Content("\n").join([who, flowed(answer.text)]), answer.ratings[-1] if answer.ratings else None)
        self._answer = answer

    def command(self) -> Command:
        from simulator.exercise.evaluation.commands import RateAnswer

        return RateAnswer(answer=self._answer.id, rating=self.picked, reason=self.reason)


def _proposal(question: QuestionRating) -> Content:
    from simulator.insight.wording_evaluation import RATINGS

    said = RATINGS[question.proposed] if question.proposed is not None else "geen"
    gaps = " (er is nog iets aan te vullen)" if question.gaps else ""
    asked = framed("[b]$id[/]  ", id=question.id) + shown(question.text)
    return Content("\n").join([asked, framed("[$text-muted]Voorstel[/]  $said$gaps", said=said, gaps=gaps)])
