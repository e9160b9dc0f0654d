"""What is prepared with the griffier: the questions that lead the report, and the documents that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, SelectionList, Static

from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker, Ticks, said_day
from tui.text import framed, shown

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.state import State


class PickDialog(Dialog):
    """At most eight questions, which lead the report."""

    HEADING: ClassVar[str] = "Welke vragen van de raad staan voorop?"

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state

    def body(self) -> ComposeResult:
        from simulator.scenario.council.load import catalogue

        lines = [(name, framed("[b]$id[/]  $text", id=name, text=each.text)) for name, each in catalogue().questions.items()]
        yield Ticks("De griffier kiest er hoogstens acht", lines, id="questions", ticked=self._state.evaluation.picked)
        yield Static("", id="in-full", classes="note", markup=False)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("spatie", "vink aan"),)

    def on_mount(self) -> None:
        self.query_one("#questions").focus()

    @on(SelectionList.SelectionHighlighted, "#questions")
    def _read_in_full(self, event: SelectionList.SelectionHighlighted[str]) -> None:
        """The question under the cursor: in the list its end may be cut off."""
        from simulator.scenario.council.load import catalogue

        event.stop()
        self.query_one("#in-full", Static).update(shown(catalogue().questions[event.selection.value].text))

    def command(self) -> Command:
        from simulator.exercise.evaluation.commands import PickQuestions

        return PickQuestions(questions=self.query_one(Ticks).values)


class DocumentsDialog(Dialog):
    """A document, whether it was shown, and the date on it. What was filled in before stands there again."""

    HEADING: ClassVar[str] = "Stukken die erbij horen"

    def __init__(self, state: State, document: str = "") -> None:
        """`document` is the one to begin with; empty to pick one first."""
        super().__init__()
        self._state = state
        self._first = document

    def heading(self) -> Content:
        """Where one began with a document its name stays in sight, also when the list has scrolled away."""
        from simulator.scenario.council.load import catalogue

        return shown(catalogue().documents[self._first].title) if self._first else super().heading()

    def body(self) -> ComposeResult:
        from simulator.exercise.evaluation.events import Shown
        from simulator.insight.wording_evaluation import SHOWN
        from simulator.scenario.council.load import catalogue

        papers = [(name, self._line(name, each.title, each.questions)) for name, each in catalogue().documents.items()]
        yield Picker("Welk stuk?", Choices(papers, id="document", value=self._first, jump=False))
        yield Picker("Is het er?", Choices([(str(each), shown(SHOWN[each])) for each in Shown], id="shown"))
        yield Field("Datum op het stuk", id="dated", hint="zoals 1-3-2026; mag leeg blijven")
        yield Field("Toelichting", id="note", hint="mag leeg blijven")
        yield Static("Wat u niet laat zien, staat in het verslag als ‘niet getoond’. Dat is geen oordeel.", classes="note")

    def _line(self, name: str, title: str, questions: tuple[str, ...]) -> Content:
        said = self._state.evaluation.documents.get(name)
        sign = {"getoond": "✓", "verouderd": "◐", "ontbreekt": "✗"}.get(str(said.event.shown), "·") if said else "·"
        return framed("$sign  $title  [$text-muted]$questions[/]", sign=sign, title=title, questions=", ".join(questions))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#shown" if self._first else "#document").focus()

    @on(OptionList.OptionHighlighted, "#document")
    def _fill_in(self, event: OptionList.OptionHighlighted) -> None:
        """What was said of this document before; nothing of another one stays behind."""
        event.stop()
        document = self.query_one("#document", Choices).value
        if self._first:
            self._first = document
            self.query_one(".dialog-heading", Static).update(self.heading())
        said = self._state.evaluation.documents.get(document)
        self.query_one("#shown", Choices).choose(str(said.event.shown) if said else "getoond")
        self.query_one("#dated-field", Field).input.value = said_day(said.event.dated) if said else ""
        self.query_one("#note-field", Field).input.value = said.event.note if said else ""

    def command(self) -> Command:
        from simulator.exercise.evaluation.commands import CheckDocument
        from simulator.exercise.evaluation.events import Shown

        return CheckDocument(
            document=self.query_one("#document", Choices).value,
            shown=Shown(self.query_one("#shown", Choices).value),
            dated=self.query_one("#dated-field", Field).text,
            note=self.query_one("#note-field", Field).text,
        )
