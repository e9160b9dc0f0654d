"""An observer's screen: what happens at the table, the questions to watch, and one line to write on."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from tui.messages import Requested
from tui.picture import ExerciseScreen, Picture
from tui.text import framed
from tui.widgets.band import Band
from tui.widgets.known import Lines
from tui.widgets.note_line import NoteLine
from tui.widgets.stopped import Stopped

if TYPE_CHECKING:
    from simulator.insight.observer import ObserverView, OwnNote, Watched
    from simulator.insight.timeline import Entry


class ObserverScreen(ExerciseScreen):
    """Shows an ObserverView; a note is a line and Enter."""

    CSS_PATH = "observer.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "judge", "Oordeel", id="observer.judge"),
        Binding("f6", "claims", "Beweringen", id="observer.claims"),
        Binding("f7", "answers", "Antwoorden", id="observer.answers"),
        Binding("escape", "to_line", "Naar uw regel", show=False, id="observer.line"),
    ]
    EXPLANATION = (
        "U neemt waar. Typ onderaan wat u ziet of hoort en druk op Enter: de tijd komt er vanzelf bij. Begint u met een "
        "raadsvraag (K7) of een rol (fg), dan komt het daarbij te staan. Begin met een ! als er namen in staan: dat komt niet in "
        "het openbare verslag. Met F5 geeft u een oordeel over een raadsvraag, met F6 vinkt u aan wat het team beweerde "
        "tegen een raadslid, met F7 zegt u wat u van een antwoord vindt. Help het team niet, en laat dit scherm niet zien."
    )

    def __init__(self, actor: str, name: str, questions: dict[str, str], apart: str = "") -> None:
        super().__init__()
        self._actor = actor
        self._name = name
        self._questions = questions
        self._apart = apart
        """Where the notes go, when not into the exercise."""
        self._view: ObserverView | None = None

    def compose(self) -> ComposeResult:
        yield Band(id="above")
        yield Stopped(id="stopped")
        with Horizontal(id="head"):
            yield Static("", id="who")
            yield Static("", id="when")
        with Horizontal(id="desk"):
            with VerticalScroll(id="happening"):
                yield Lines("Aan tafel", "Er is nog niets gebeurd.", id="happened", most=200)
            with VerticalScroll(id="own"):
                yield Lines("Uw notities", "Nog niets.", id="notes", most=200)
                yield Lines("Vragen om op te letten", "Dit scenario noemt geen raadsvragen.", id="questions", most=40)
        yield NoteLine(id="line")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(NoteLine).write()

    def publish(self, picture: Picture) -> None:
        from simulator.insight.observer import observer

        self.query_one(NoteLine).know(picture.setting)
        self.show(observer(picture.setting, picture.state, picture.recorded, self._actor, self._questions))

    def tell_time(self, seconds: int) -> None:
        """This screen's clock shows minutes; those come with a picture."""

    def show(self, view: ObserverView) -> None:
        """Show what this observer may see."""
        self._view = view
        self.query_one(Band).tell(view.mark)
        self._stop(stopped=str(view.phase) == "reality")
        who = framed("[bold]Waarnemer $name[/]  [$text-muted]$title[/]", name=self._name, title=view.title)
        self.query_one("#who", Static).update(who)
        self.query_one("#when", Static).update(_when(view, self._apart))
        self.query_one("#happened", Lines).fill([_entry_line(entry) for entry in view.happened])
        self.query_one("#happening").display = not self._apart
        self.query_one("#notes", Lines).fill([_note_line(note, clock=bool(self._apart)) for note in view.notes])
        self.query_one("#questions", Lines).fill([_question_line(each) for each in view.questions])

    def _stop(self, *, stopped: bool) -> None:
        """Cover everything while it is real; after it the line takes what is typed again."""
        if stopped == self.has_class("-stopped"):
            return
        self.set_class(stopped, "-stopped")
        self.refresh_bindings()
        if not stopped:
            self.call_after_refresh(self.action_to_line)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be noted while the exercise is stopped."""
        return not (action in ("judge", "claims", "answers", "to_line") and self.has_class("-stopped"))

    @on(NoteLine.Written)
    def _note(self, event: NoteLine.Written) -> None:
        from simulator.exercise.commands import NoteObservation

        typed = event.typed
        command = NoteObservation(text=typed.text, question=typed.question, role=typed.role, confidential=typed.confidential)
        self.post_message(Requested(command, otherwise=lambda: self.query_one(NoteLine).put_back(event.line)))

    def action_to_line(self) -> None:
        """Back to the line to write on."""
        self.query_one(NoteLine).write()

    def action_judge(self) -> None:
        """Say what one thinks of a question."""
        from simulator.scenario.council.load import rated_questions
        from tui.dialogs.judge import JudgeDialog

        rated = [each for each in self._view.questions if each.id in rated_questions()] if self._view is not None else []
        if rated:
            self.app.push_screen(JudgeDialog(rated, self._token))
        else:
            self.notify("Dit scenario noemt geen raadsvragen om over te oordelen.", timeout=4)

    def action_claims(self) -> None:
        """Tick what was claimed."""
        from tui.dialogs.judge import ClaimsDialog

        if self._view is not None and self._view.claims:
            self.app.push_screen(ClaimsDialog(self._view.claims, self._token))
        else:
            self.notify("Er is nog geen vraag van een raadslid geweest met beweringen om aan te vinken.", timeout=6)

    def action_answers(self) -> None:
        """Say what one thinks of an answer."""
        from tui.dialogs.judge import RateAnswerDialog

        if self._view is not None and self._view.answers:
            self.app.push_screen(RateAnswerDialog(self._view.answers, self._token))
        else:
            self.notify("Het team heeft nog geen vraag van een raadslid beantwoord.", timeout=6)

    @property
    def _token(self) -> str:
        return self._actor.partition(":")[2]


def _when(view: ObserverView, apart: str) -> Content:
    if apart:
        return framed("[$text-muted]uw notities gaan naar $file[/]", file=apart)
    step = " · ".join(part for part in (view.round_title, view.bob_words) if part)
    waits = str(view.phase) in ("paused", "created", "ended")
    phase = Content.assemble("  ", (f"‖ {view.phase_words}", "$text-warning")) if waits else Content("")
    return Content.assemble(framed("[$text-muted]$step[/]  [bold $text-accent]$clock[/]", step=step, clock=view.clock), phase)


def _entry_line(entry: Entry) -> Content:
    return framed("[$text-muted]$at[/]  $text", at=entry.at, text=entry.text)


def _note_line(note: OwnNote, *, clock: bool) -> Content:
    at = datetime.fromisoformat(note.wall).astimezone().strftime("%H:%M") if clock and note.wall else note.at
    about = f" · {note.about}" if note.about else ""
    mark = Content.styled("! ", "$text-warning") if note.confidential else Content("")
    return Content.assemble(framed("[$text-muted]$at$about[/]\n  ", at=at, about=about), mark, framed("$text", text=note.text))


def _question_line(row: Watched) -> Content:
    judged = f"  → {row.rating}: {row.words}" if row.rating else ""
    noted = f"  ({row.notes})" if row.notes else ""
    return framed(
        "[bold]$id[/] $text[$text-muted]$noted[/][$text-accent]$judged[/]", id=row.id, text=row.text, noted=noted, judged=judged
    )
