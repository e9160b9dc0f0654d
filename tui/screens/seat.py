"""One role's seat: what it was told, what is asked of it, its clocks and actions; and its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Footer, Static

from tui.messages import Requested
from tui.picture import ExerciseScreen, Picture
from tui.text import flowed, framed
from tui.widgets.band import Band
from tui.widgets.dilemmas import Dilemmas
from tui.widgets.known import Lines, seat_clock_line, seat_state_line
from tui.widgets.own_words import OwnWords
from tui.widgets.stopped import Stopped

if TYPE_CHECKING:
    from simulator.insight.actions import ActionRow
    from simulator.insight.room import Message
    from simulator.insight.seat import Seat, SeatWords


class SeatScreen(ExerciseScreen):
    """Shows a Seat; what is written goes to the oefenleider."""

    CSS_PATH = "seat.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "send", "Versturen", id="seat.send", priority=True),
        Binding("f5", "picture", "Uw beeld", id="seat.picture"),
        Binding("escape", "to_words", "Naar uw tekst", show=False, id="seat.words"),
    ]
    EXPLANATION = (
        "Dit is uw eigen scherm: uw berichten, wat er van u gevraagd wordt, uw klokken en uw acties. Schrijf onderaan in eigen "
        "woorden wat u doet of besluit; Enter verstuurt het naar de oefenleider. Met Tab gaat u naar de berichten en de vragen. "
        "Vraagt de oefenleider om uw beeld? Met F5 schrijft u op wat u weet en wat u denkt."
    )

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self._picture: Picture | None = None
        self._messages = 0
        self._left_off: Widget | None = None
        """What had the focus when the exercise was stopped."""

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
                yield Dilemmas(id="dilemmas")
                yield Lines("Uw klokken", "Er loopt geen klok voor u.", id="clocks")
                yield Lines("Uw acties", "U heeft geen acties.", id="actions")
                yield Lines("Wat bekend is", "Er is geen uitval gemeld.", id="known")
                yield Lines("Wat u schreef", "Nog niets.", id="written")
        yield OwnWords(id="words")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(OwnWords).write()

    def publish(self, picture: Picture) -> None:
        from simulator.insight.seat import seat

        self._picture = picture
        self.show(seat(picture.setting, picture.state, self._role))

    def tell_time(self, seconds: int) -> None:
        """This screen's clock shows minutes; those come with a picture."""

    def show(self, seat: Seat) -> None:
        """Show what this role may see."""
        self.query_one(Band).tell(seat.mark)
        self._stop(stopped=str(seat.phase) == "reality")
        self.query_one("#role", Static).update(framed("[bold]$name[/]  [$text-muted]$title[/]", name=seat.name, title=seat.title))
        self.query_one("#when", Static).update(_when(seat))
        self._show_messages(seat)
        self.query_one(Dilemmas).fill(seat.dilemmas)
        self.query_one("#clocks", Lines).fill([seat_clock_line(row) for row in seat.clocks])
        self.query_one("#actions", Lines).fill([_action_line(row) for row in seat.actions])
        self.query_one("#known", Lines).fill([seat_state_line(row) for row in seat.known])
        self.query_one("#written", Lines).fill([_written_line(row) for row in reversed(seat.words)])

    def _stop(self, *, stopped: bool) -> None:
        """Cover everything while it is real; then the keys go where they went."""
        if stopped == self.has_class("-stopped"):
            return
        if stopped:
            self._left_off = self.focused
        self.set_class(stopped, "-stopped")
        self.refresh_bindings()
        if not stopped:
            self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        if self._left_off is not None and self._left_off.focusable:
            self._left_off.focus()
        else:
            self.query_one(OwnWords).write()

    def _show_messages(self, seat: Seat) -> None:
        mail = self.query_one("#mail", Static)
        mail.set_class(not seat.messages, "muted")
        if not seat.messages:
            task = [flowed(seat.task), Content("")] if seat.task else []
            mail.update(Content("\n").join([*task, framed("[$text-muted]Er zijn nog geen berichten voor u.[/]")]))
            return
        mail.update(Content("\n\n").join([_message(message, place == 0) for place, message in enumerate(seat.messages)]))
        if len(seat.messages) != self._messages:
            self._messages = len(seat.messages)
            self.query_one("#messages", VerticalScroll).scroll_home(animate=False)

    @on(Dilemmas.Chosen)
    def _answer(self, event: Dilemmas.Chosen) -> None:
        self.query_one(OwnWords).answer(event.dilemma, event.title)

    @on(OwnWords.Written)
    def _send_words(self, event: OwnWords.Written) -> None:
        from simulator.exercise.commands import EnterWords

        command = EnterWords(role=self._role, text=event.text, decision=event.decision)
        self.post_message(Requested(command, lambda _recorded: self._sent(), lambda: self.query_one(OwnWords).put_back(event)))

    def _sent(self) -> None:
        self.app.notify("Verstuurd naar de oefenleider.", timeout=4)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be sent while the exercise is stopped."""
        return not (action in ("send", "to_words", "picture") and self.has_class("-stopped"))

    def action_send(self) -> None:
        """Send what is written, wherever the focus is."""
        self.query_one(OwnWords).send()

    def action_picture(self) -> None:
        """Write down what one takes to be the case."""
        from simulator.insight.seat import can_be_said_down
        from tui.dialogs.picture import PictureDialog

        if self._picture is not None:
            self.app.push_screen(PictureDialog(can_be_said_down(self._picture.setting, self._picture.state), role=self._role))

    def action_to_words(self) -> None:
        """Back to the text, and no longer an answer to a question."""
        self.query_one(OwnWords).answer("", "")


def _when(seat: Seat) -> Content:
    step = " · ".join(part for part in (seat.round_title, seat.bob_words) if part)
    waits = str(seat.phase) in ("paused", "created", "ended")
    phase = Content.assemble("  ", (f"‖ {seat.phase_words}", "$text-warning")) if waits else Content("")
    return Content.assemble(framed("[$text-muted]$step[/]  [bold $text-accent]$clock[/]", step=step, clock=seat.clock), phase)


def _message(message: Message, latest: bool) -> Content:
    origin = " · ".join(part for part in (message.at, message.sender, message.channel) if part)
    mark = framed("[$text-accent]▌[/]") if latest else Content("")
    head = framed("[bold]$title[/]", title=message.title)
    return Content.assemble(mark, head, "\n", framed("[$text-muted]$origin[/]", origin=origin), "\n", flowed(message.text))


def _action_line(row: ActionRow) -> Content:
    if row.done >= 0:
        sign = Content.styled("✓", "$text-success")
    else:
        sign = Content.styled("✗", "$text-error") if row.overdue else Content.styled("·", "$text-accent")
    return Content.assemble(sign, framed(" [bold]$text[/]\n  $words", text=row.text, words=row.words))


def _written_line(row: SeatWords) -> Content:
    about = f" bij “{row.decision}”" if row.decision else ""
    return framed("[$text-muted]$at$about[/]\n  $text", at=row.at, about=about, text=row.text)
