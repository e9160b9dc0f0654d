"""Who does what, by when: mark an action as done, or add one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.exercise.commands import AddAction, Command, MarkActionDone
from simulator.insight.actions import ActionRow
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker, roles
from tui.dialogs.moments import HINT, minute_of
from tui.text import shown
from tui.widgets.overview import Overview


class ActionsDialog(Dialog):
    """Enter on an open action: it is done. With a text typed: a new action."""

    HEADING: ClassVar[str] = "Acties"

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def body(self) -> ComposeResult:
        rows = self._overview.actions
        lines = [(row.id if row.done < 0 else "", _line(row)) for row in rows]
        if lines:
            yield Picker("⏎ zet een actie op gedaan", Choices(lines, id="action"))
        else:
            yield Static("Er zijn nog geen acties.", classes="note paragraph")
        yield Field("Nieuwe actie", id="text", hint="Wat moet er gebeuren?")
        yield Picker("Wie doet het?", Choices(roles(self._overview), id="owner"))
        yield Field("Wanneer klaar?", id="due", hint=f"mag leeg blijven; {HINT}")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "nieuwe actie"),)

    def on_mount(self) -> None:
        self.query_one("#action" if self.query("#action") else "#text").focus()

    def command(self) -> Command | Widget | str:
        if isinstance(self.focused, Choices) and self.focused.id == "action":
            if self.focused.value:
                return MarkActionDone(action=self.focused.value)
            return "Deze actie is al gedaan."
        text = self.query_one("#text", Input)
        if not text.value.strip():
            return text
        due = self.query_one("#due", Input).value.strip()
        start, now = self._overview.setting.scenario.start, self._overview.state.minute
        minute = minute_of(due, start=start, now=now, day=self._overview.setting.scenario.day) if due else -1
        if minute is None:
            return f"Dat is geen tijd. Schrijf bijvoorbeeld {HINT}."
        return AddAction(text=text.value.strip(), owner=self.query_one("#owner", Choices).value, due=minute)


def _line(row: ActionRow) -> Content:
    return shown(f"{'✓' if row.done >= 0 else '○'} {row.text}  {row.owner_name}, {row.words}")
