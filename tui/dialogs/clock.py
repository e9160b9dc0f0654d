"""Start a legal clock, or record that it was met; both may lie in the past."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from simulator.exercise.commands import Command, MeetClock, StartClock
from simulator.insight.clocks import ClockRow
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker
from tui.dialogs.moments import HINT, minute_of
from tui.text import shown
from tui.widgets.overview import Overview


class ClockDialog(Dialog):
    """A clock that does not run can be started; one that runs or was missed can be met."""

    HEADING: ClassVar[str] = "Klok"

    def __init__(self, overview: Overview, clock: str) -> None:
        super().__init__()
        self._overview = overview
        self._clock = clock

    def body(self) -> ComposeResult:
        lines = [(row.id, shown(f"{row.sign} {row.title}  {row.words}")) for row in self._overview.clocks]
        yield Picker("Welke klok?", Choices(lines, id="clock", value=self._clock))
        yield Static(id="about", classes="paragraph")
        yield Field("Hoe laat?", id="at", hint=f"leeg is nu; {HINT}")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "ander tijdstip"),)

    def on_mount(self) -> None:
        self.query_one("#clock").focus()

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        self.query_one("#about", Static).update(_about(self._row))

    @property
    def _row(self) -> ClockRow:
        value = self.query_one("#clock", Choices).value
        return next(row for row in self._overview.clocks if row.id == value)

    def command(self) -> Command | str:
        typed = self.query_one("#at", Input).value.strip()
        start, now = self._overview.setting.scenario.start, self._overview.state.minute
        at = minute_of(typed, start=start, now=now, past=True, day=self._overview.setting.scenario.day) if typed else None
        if typed and at is None:
            return f"Dat is geen tijd die al geweest is. Schrijf bijvoorbeeld {HINT}, of laat het leeg voor nu."
        if self._row.status == "niet gestart":
            return StartClock(clock=self._row.id, known_at=at)
        return MeetClock(clock=self._row.id, at=at)


def _about(row: ClockRow) -> Content:
    from simulator.insight.wording import span

    asks = {
        "niet gestart": "⏎ start de klok: de verantwoordelijke weet het nu.",
        "loopt": "⏎ legt vast dat de melding gedaan is.",
        "gemist": "⏎ legt vast dat de melding alsnog gedaan is.",
    }
    lines = [
        shown(f"{row.responsible_name} aan {row.to}, binnen {span(row.time)}"),
        shown(row.basis).stylize("$text-muted"),
        Content.styled(asks.get(row.status, "Deze klok is al gehaald."), "$text-accent"),
    ]
    return Content("\n").join(lines)
