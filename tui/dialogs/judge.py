"""What an observer thinks: of a question of the council, and of what was claimed in an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker
from tui.text import framed, shown

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.evaluation.events import Rating
    from simulator.insight.observer import ClaimRow, GivenAnswer, Watched


class LevelDialog(Dialog):
    """Something to judge, a level, and why."""

    WHAT: ClassVar[str] = ""
    HOW: ClassVar[str] = "Hoe ging het?"

    def __init__(self, observer: str, *, first: str = "") -> None:
        """`first` is judged when it is known what is."""
        super().__init__()
        self._observer = observer
        self._first = first

    def lines(self) -> list[tuple[str, Content]]:
        """What can be judged."""
        return []

    def body(self) -> ComposeResult:
        from simulator.insight.wording_evaluation import RATINGS

        levels = [(str(rating), framed("[b]$letter[/]  $words", letter=rating, words=words)) for rating, words in RATINGS.items()]
        yield Picker(self.WHAT, Choices(self.lines(), id="what", value=self._first))
        yield Picker(self.HOW, Choices(levels, id="level"))
        yield Field("Waarom?", id="reason", hint="Wat u zag, in een regel; zonder namen")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#level" if self._first else "#what").focus()

    def entered(self, field: Widget) -> None:
        """Enter goes on from what is judged to the level and to the reason; there it records."""
        following = {"what": "#level", "level": "#reason"}.get(field.id or "")
        if following:
            self.query_one(following).focus()
        else:
            self.action_record()

    @property
    def judged(self) -> tuple[str, Rating, str]:
        """What, how, and why."""
        from simulator.exercise.evaluation.events import Rating

        what, level = self.query_one("#what", Choices), self.query_one("#level", Choices)
        return what.value, Rating(level.value), self.query_one("#reason-field", Field).text


class JudgeDialog(LevelDialog):
    """A question of the council."""

    HEADING: ClassVar[str] = "Oordeel over een raadsvraag"
    WHAT: ClassVar[str] = "Welke vraag?"

    def __init__(self, questions: Sequence[Watched], observer: str, *, question: str = "") -> None:
        super().__init__(observer, first=question)
        self._questions = questions

    def lines(self) -> list[tuple[str, Content]]:
        return [(each.id, framed("[b]$id[/] $text", id=each.id, text=each.text)) for each in self._questions]

    def command(self) -> Command:
        from simulator.exercise.evaluation.commands import RateQuestion

        question, rating, reason = self.judged
        return RateQuestion(question=question, rating=rating, reason=reason, observer=self._observer)


class RateAnswerDialog(LevelDialog):
    """An answer of the team to a councillor."""

    HEADING: ClassVar[str] = "Oordeel over een antwoord aan een raadslid"
    WHAT: ClassVar[str] = "Welk antwoord?"
    HOW: ClassVar[str] = "Was het een antwoord op de vraag?"

    def __init__(self, answers: Sequence[GivenAnswer], observer: str, *, answer: str = "") -> None:
        super().__init__(observer, first=answer)
        self._answers = answers

    def lines(self) -> list[tuple[str, Content]]:
        return [(each.id, framed("$at $by: $text", at=each.at, by=each.by_name, text=each.text)) for each in self._answers]

    def command(self) -> Command:
        from simulator.exercise.evaluation.commands import RateAnswer

        answer, rating, reason = self.judged
        return RateAnswer(answer=answer, rating=rating, reason=reason, observer=self._observer)


class ClaimsDialog(Dialog):
    """What was claimed in the answers to councillors: Enter ticks or takes back."""

    HEADING: ClassVar[str] = "Wat heeft het team beweerd?"
    RECORDS: ClassVar[str] = "Vink aan of uit"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "record", "Vink aan of uit", id="claims.tick", show=False)]

    def __init__(self, claims: Sequence[ClaimRow], observer: str) -> None:
        super().__init__()
        self._claims = {f"{each.inject}/{each.claim}": each for each in claims}
        self._observer = observer

    def body(self) -> ComposeResult:
        lines = [(name, _claim_line(each)) for name, each in self._claims.items()]
        yield Picker("Vink aan wat u letterlijk of bijna letterlijk hoorde", Choices(lines, id="claim", jump=False))

    def on_mount(self) -> None:
        self.query_one("#claim").focus()

    def command(self) -> Command | None:
        from simulator.exercise.evaluation.commands import TickClaim

        picked = self._claims.get(self.query_one("#claim", Choices).value)
        if picked is None:
            return None
        return TickClaim(inject=picked.inject, claim=picked.claim, made=not picked.made, observer=self._observer)


def _claim_line(row: ClaimRow) -> Content:
    sign = Content.styled("✓", "$text-success") if row.made else Content("·")
    return Content.assemble(sign, " ", shown(row.text), framed("  [$text-muted]$title[/]", title=row.title))
