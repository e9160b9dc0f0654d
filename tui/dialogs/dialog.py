"""What every dialog has in common: a heading, a body, and a command that is asked once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from tui.messages import Requested
from tui.text import shown

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.events import Recorded

TWICE = 1.0
"""Seconds within which the same command is asked once: a double press must not record twice."""


SAID = 5.0
"""Seconds that a dialog's own words stand."""

CLICKED = "hint"
"""What a hint is called in the style of its text."""

AROUND = 8
"""Lines of a dialog that are not its body: heading, hints and air."""


class Dialog(ModalScreen[None]):
    """A question over the console. Refused: the app says why, and what was typed stands. Recorded: it closes."""

    HEADING: ClassVar[str] = ""
    RECORDS: ClassVar[str] = "Leg vast"
    """What Enter does, in the hints; empty for a dialog that only shows."""
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Sluit", id="dialog.leave"),
        Binding("ctrl+s", "record", "Leg vast", id="dialog.record", show=False),
        Binding("f10,ctrl+x", "stop", "Dit is echt!", id="dialog.stop", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._asked: tuple[Command, float] | None = None
        self._recorded = False
        self._said = ("", 0.0)
        self._waiting = False
        self._left_off: Widget | None = None
        """What had the focus when the command was asked."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self.heading(), classes="dialog-heading")
            with VerticalScroll(classes="dialog-body", can_focus=False):
                yield from self.body()
            yield Static(self.hints(), classes="dialog-hints")

    def on_resize(self, event: events.Resize) -> None:
        """The body scrolls where the screen is low; heading and hints stay."""
        self.query_one(".dialog-body").styles.max_height = max(3, event.size.height - AROUND)

    def heading(self) -> Content:
        """The first line."""
        return shown(self.HEADING)

    def body(self) -> ComposeResult:
        """What stands between heading and hints."""
        yield from ()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys and what they do, besides Enter and Escape."""
        return ()

    def hints(self) -> Content:
        """The last line: the keys of this dialog."""
        record = (("⏎", self.RECORDS),) if self.RECORDS else ()
        pairs = (*record, *self.keys(), ("esc", "sluit"))
        return Content("   ").join(_hint(key, words) for key, words in pairs)

    def on_click(self, event: events.Click) -> None:
        """A hint can be clicked."""
        match event.style.meta.get(CLICKED):
            case "⏎":
                self.action_record()
            case "esc":
                self.action_leave()
            case str(key) if len(key) == 1:
                self.app.simulate_key(key)
            case _:
                return
        event.stop()

    def command(self) -> Command | Widget | str | None:
        """What is asked; the widget that must be filled in first; what is wrong; or None for nothing."""
        return None

    def action_record(self) -> None:
        """Ask for what the dialog says, once; or go to what is missing."""
        asked = self.command()
        if isinstance(asked, Widget):
            asked.focus()
        elif isinstance(asked, str):
            self._say(asked)
        elif asked is not None:
            self.ask(asked)

    def _say(self, words: str) -> None:
        """Say what is wrong, once while it stands there: a key held down must not cover the screen with it."""
        now = time.monotonic()
        if self._said[0] != words or now - self._said[1] > SAID:
            self._said = (words, now)
            self.notify(words, severity="warning", timeout=SAID)

    def ask(self, command: Command) -> None:
        """Ask for a command; the same one twice in a second is one."""
        now = time.monotonic()
        again = self._asked is not None and self._asked[0] == command and now - self._asked[1] < TWICE
        if self._waiting or self._recorded or again:
            return
        self._asked = (command, now)
        self._wait()
        self.post_message(self.request(command))

    def request(self, command: Command) -> Requested:
        """What goes up to the app."""
        return Requested(command, self.recorded, self._refused)

    def _wait(self) -> None:
        """Until the answer is there keys go nowhere: a long jump takes seconds, and this dialog is about to close."""
        self._waiting, self._left_off = True, self.focused
        self.set_focus(None)
        self.query_one(".dialog").disabled = True
        self.query_one(".dialog-hints", Static).update(Content.styled("Wordt vastgelegd …", "$text-muted"))

    def _refused(self) -> None:
        """Nothing was recorded: everything stands as it was, to be mended."""
        self._waiting = False
        self.query_one(".dialog").disabled = False
        self.query_one(".dialog-hints", Static).update(self.hints())
        self.set_focus(self._left_off)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the answer is awaited only the stop works."""
        return action == "stop" or not self._waiting

    def recorded(self, _: tuple[Recorded, ...]) -> None:
        """It stands in the journal: close."""
        self._recorded = True
        if self.is_current:
            self.dismiss()

    def on_screen_resume(self) -> None:
        """What was recorded while something lay over this dialog closes it now."""
        if self._recorded:
            self.dismiss()

    def entered(self, field: Widget) -> None:
        """Enter was pressed in a field or list: record, unless there is more to ask."""
        self.action_record()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.entered(event.input)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.entered(event.option_list)

    def action_leave(self) -> None:
        """Close without recording."""
        self.dismiss()

    def action_stop(self) -> None:
        """Stop everything, everywhere: this is real. What was typed here stays."""
        from simulator.exercise.commands import DeclareReality

        self.post_message(Requested(DeclareReality()))


def _hint(key: str, words: str) -> Content:
    hint = Content.assemble((key, "bold $text-accent"), (f" {words}", "$text-muted"))
    return hint.stylize(Style.from_meta({CLICKED: key}))
