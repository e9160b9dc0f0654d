"""The council's seat: what was told to everybody, and a place to ask. It takes no part in what is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from tui.messages import Requested
from tui.picture import ExerciseScreen, Picture
from tui.text import flowed, framed, shown
from tui.widgets.band import Band
from tui.widgets.known import Lines, seat_state_line
from tui.widgets.own_words import OwnWords
from tui.widgets.stopped import Stopped

if TYPE_CHECKING:
    from simulator.insight.public_seat import PublicQuestion, PublicSeat
    from simulator.insight.room import Message, Room


class CouncilScreen(ExerciseScreen):
    """Shows a PublicSeat; a question goes to the oefenleider."""

    CSS_PATH = "seat.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "send", "Versturen", id="council.send", priority=True),
        Binding("escape", "to_words", "Naar uw vraag", show=False, id="council.words"),
    ]
    EXPLANATION = (
        "Dit is het scherm van de raad. U ziet wat iedereen mag weten, en niet meer: zo weet u ook in het echt alleen wat de "
        "gemeente u vertelt. Schrijf onderaan uw vraag; Enter verstuurt haar naar de oefenleider, die haar bij het team brengt."
    )

    def compose(self) -> ComposeResult:
        yield Band(id="above")
        yield Stopped(id="stopped")
        with Horizontal(id="head"):
            yield Static("", id="role")
            yield Static("", id="when")
        with Horizontal(id="desk"):
            with VerticalScroll(id="messages"):
                yield Static("De oefening wordt geopend …", id="mail", classes="muted")
            with VerticalScroll(id="side"):
                yield Lines("Uw vragen", "U heeft nog niets gevraagd.", id="written")
                yield Lines("Wat openbaar is", "Er is geen uitval bekendgemaakt.", id="known")
        yield OwnWords(id="words", asks="Uw vraag aan het college of de burgemeester")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(OwnWords).write()

    def publish(self, picture: Picture) -> None:
        from simulator.insight.public_seat import public_seat

        self.show(public_seat(picture.setting, picture.state))

    def tell_time(self, seconds: int) -> None:
        """This screen's clock shows minutes; those come with a picture."""

    def show(self, seat: PublicSeat) -> None:
        """Show what everybody may know."""
        room = seat.room
        self.query_one(Band).tell(room.mark)
        self._stop(stopped=str(room.phase) == "reality")
        self.query_one("#role", Static).update(framed("[bold]De raad[/]  [$text-muted]$title[/]", title=room.title))
        self.query_one("#when", Static).update(_when(room))
        mail = self.query_one("#mail", Static)
        mail.set_class(not room.messages, "muted")
        told = [_message(message) for message in room.messages]
        mail.update(Content("\n\n").join(told) if told else shown("Er is nog niets openbaar gemaakt."))
        self.query_one("#written", Lines).fill([_question_line(each) for each in seat.questions])
        self.query_one("#known", Lines).fill([seat_state_line(row) for row in room.outages])

    def _stop(self, *, stopped: bool) -> None:
        """Cover everything while it is real; after it the question takes what is typed again."""
        if stopped == self.has_class("-stopped"):
            return
        self.set_class(stopped, "-stopped")
        self.refresh_bindings()
        if not stopped:
            self.call_after_refresh(self.action_to_words)

    @on(OwnWords.Written)
    def _ask(self, event: OwnWords.Written) -> None:
        from simulator.exercise.evaluation.commands import AskAsCouncil

        command = AskAsCouncil(text=event.text)
        self.post_message(Requested(command, lambda _recorded: self._asked(), lambda: self.query_one(OwnWords).put_back(event)))

    def _asked(self) -> None:
        self.app.notify("Uw vraag is verstuurd naar de oefenleider.", timeout=4)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be sent while the exercise is stopped."""
        return not (action in ("send", "to_words") and self.has_class("-stopped"))

    def action_send(self) -> None:
        """Send the question, wherever the focus is."""
        self.query_one(OwnWords).send()

    def action_to_words(self) -> None:
        """Back to the question."""
        self.query_one(OwnWords).write()


def _when(room: Room) -> Content:
    step = " · ".join(part for part in (room.round_title, room.bob_words) if part)
    return framed("[$text-muted]$step[/]  [bold $text-accent]$clock[/]", step=step, clock=room.clock)


def _message(message: Message) -> Content:
    origin = " · ".join(part for part in (message.at, message.sender, message.channel) if part)
    head = framed("[bold]$title[/]\n[$text-muted]$origin[/]\n", title=message.title, origin=origin)
    return Content.assemble(head, flowed(message.text))


def _question_line(row: PublicQuestion) -> Content:
    answers = row.answers or ("nog geen antwoord",)
    told = Content("\n").join([framed("  [$text-muted]→ $answer[/]", answer=answer) for answer in answers])
    return Content.assemble(framed("[$text-muted]$at[/] $text\n", at=row.at, text=row.text), told)
