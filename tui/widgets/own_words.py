"""Where a role writes in its own words."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from tui.text import framed


class _Writing(TextArea):
    """A text area in which Enter sends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "send", "Versturen", id="words.send"),
        Binding("ctrl+j", "new_line", "Nieuwe regel", show=False, id="words.line"),
    ]

    class Sent(Message):
        """Enter was pressed."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_send()
        elif event.key == "tab":
            event.prevent_default()
        else:
            await super()._on_key(event)

    def action_send(self) -> None:
        self.post_message(self.Sent())

    def action_new_line(self) -> None:
        """A line break in the text."""
        self.insert("\n")


class OwnWords(Vertical):
    """Says what it answers, and sends what is written."""

    DEFAULT_CSS = """
    OwnWords { height: auto; padding: 1 2 0 2; }
    OwnWords _Writing { height: 3; border: none; padding: 0 1; background: $surface; }
    OwnWords _Writing:focus { border: none; background: $panel; }
    """

    class Written(Message):
        """Somebody wants this sent."""

        def __init__(self, text: str, decision: str, title: str) -> None:
            """`title` of the decision."""
            super().__init__()
            self.text = text
            self.decision = decision
            self.title = title

    def __init__(self, *, id: str | None = None, asks: str = "") -> None:
        """`asks` is said above the text when it answers no dilemma; empty for the words of a role."""
        super().__init__(id=id)
        self._decision = ""
        self._title = ""
        self._asks = asks

    def compose(self) -> ComposeResult:
        yield Static("", id="about")
        placeholder = " Wat wilt u weten?" if self._asks else " Wat doet u? Wat besluit u, en waarom?"
        yield _Writing(soft_wrap=True, tab_behavior="focus", placeholder=placeholder)

    def on_mount(self) -> None:
        self.answer("", "")

    def write(self) -> None:
        """Ready to be typed in."""
        self.query_one(_Writing).focus()

    def answer(self, decision: str, title: str) -> None:
        """What is written answers this question; empty for none."""
        self._decision, self._title = decision, title
        about = self.query_one("#about", Static)
        if decision:
            hint = "Esc: los van deze vraag"
            about.update(framed("[$text-accent bold]Uw antwoord op: $title[/]  [$text-muted]$hint[/]", title=title, hint=hint))
        else:
            hint = "Enter verstuurt · Ctrl+J nieuwe regel"
            asks = self._asks or "In uw eigen woorden"
            about.update(framed("[$text-accent bold]$asks[/]  [$text-muted]$hint[/]", asks=asks, hint=hint))
        self.write()

    def send(self) -> None:
        """Send what is written, if anything. A second Enter sends nothing twice, and what is typed meanwhile comes next."""
        writing = self.query_one(_Writing)
        text = writing.text.strip()
        if text:
            writing.text = ""
            self.post_message(self.Written(text, self._decision, self._title))
            self.answer("", "")

    def put_back(self, written: OwnWords.Written) -> None:
        """It was refused: it stands there again, before what was typed since."""
        writing = self.query_one(_Writing)
        writing.text = "\n".join(filter(None, (written.text, writing.text)))
        writing.move_cursor(writing.document.end)
        self.answer(written.decision, written.title)

    def on__writing_sent(self, event: _Writing.Sent) -> None:
        event.stop()
        self.send()
