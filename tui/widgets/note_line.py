"""The line on which an observer writes: a question or a role in front, then what was seen. Enter notes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.dialogs.fields import LONGEST, Line
from tui.text import framed

if TYPE_CHECKING:
    from simulator.exercise.setting import Setting
    from simulator.insight.note_line import Typed


NOTE_KEYS: list[BindingType] = [Binding("enter", "submit", "Noteer", id="note.write")]


class _Writing(Line):
    """The line itself; up and down stay free for the lists."""

    BINDINGS: ClassVar[list[BindingType]] = NOTE_KEYS

    async def action_submit(self) -> None:
        """Empty at once: a second Enter hands over nothing twice, and what is typed meanwhile is the next note."""
        line, self.value = self.value, ""
        self.post_message(Input.Submitted(self, line))


class NoteLine(Vertical):
    """Says under what it will be noted while one types."""

    DEFAULT_CSS = """
    NoteLine { height: auto; padding: 1 2 0 2; }
    NoteLine Input { border: none; padding: 0 1; background: $surface; height: 1; }
    NoteLine Input:focus { border: none; background: $panel; }
    """

    class Written(Message):
        """The observer wants this noted."""

        def __init__(self, typed: Typed, line: str) -> None:
            """`line` as it was written."""
            super().__init__()
            self.typed = typed
            self.line = line

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._setting: Setting | None = None

    def compose(self) -> ComposeResult:
        yield Static("", id="under")
        yield _Writing(placeholder=" Bijvoorbeeld: K7 fg wordt niets gevraagd", max_length=LONGEST, select_on_focus=False)

    def on_mount(self) -> None:
        self._tell("")

    def write(self) -> None:
        """Ready to be typed in."""
        self.query_one(_Writing).focus()

    def know(self, setting: Setting) -> None:
        """The questions and roles that may stand in front."""
        self._setting = setting

    def put_back(self, line: str) -> None:
        """It was refused: it stands there again, before what was typed since."""
        writing = self.query_one(_Writing)
        writing.value = " ".join(filter(None, (line, writing.value)))
        writing.cursor_position = len(writing.value)

    @on(Input.Changed)
    def _follow(self, event: Input.Changed) -> None:
        event.stop()
        self._tell(event.value)

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        event.stop()
        typed = self._typed(event.value)
        if typed is not None and typed.text:
            self.post_message(self.Written(typed, event.value))
        elif event.value:
            self.put_back(event.value)

    def _typed(self, line: str) -> Typed | None:
        from simulator.insight.note_line import typed

        return typed(self._setting, line) if self._setting is not None else None

    def _tell(self, line: str) -> None:
        typed = self._typed(line) if line else None
        hint = typed.words if typed and typed.words else "vraag of rol vooraan mag, zoals K7 of fg; ! = er staan namen in"
        colour = framed("[$text-accent bold]Uw waarneming[/]  ")
        self.query_one("#under", Static).update(Content.assemble(colour, framed("[$text-muted]$hint[/]", hint=hint)))
