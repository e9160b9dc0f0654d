"""Who decided, why, who does it, by when, and when it was decided: what was still to be filled in."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from simulator.exercise.commands import Command, DetailDecision
from simulator.insight.decisions import DecisionRecord
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import ASKS_ACT, UNKNOWN_ACT, Choices, Field, Picker, acts, roles
from tui.dialogs.moments import HINT, as_typed, minute_of
from tui.text import shown
from tui.widgets.overview import Overview

UNKNOWN = "nog aan te vullen"


class DetailsDialog(Dialog):
    """Fills in or mends the details of a record."""

    HEADING: ClassVar[str] = "Besluit aanvullen"

    def __init__(self, overview: Overview, record: DecisionRecord) -> None:
        super().__init__()
        self._overview = overview
        self._record = record

    def body(self) -> ComposeResult:
        record, overview = self._record, self._overview
        start = overview.setting.scenario.start
        yield Static(_about(record), classes="paragraph")
        yield Picker("Wie besloot?", Choices(roles(overview, nobody=UNKNOWN), id="by", value=record.by))
        yield Field("Waarom?", id="motivation", value=record.motivation)
        yield Picker("Wie voert het uit?", Choices(roles(overview, nobody=UNKNOWN), id="owner", value=record.owner))
        yield Field("Wanneer klaar?", id="due", hint=HINT, value=as_typed(record.due, start=start))
        yield Field("Wanneer besloten?", id="decided", hint=HINT, value=as_typed(record.decided_at, start=start))
        if record.own_words:
            yield Picker(ASKS_ACT, Choices(acts(nobody=UNKNOWN_ACT), id="act", value=record.act))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#by").focus()

    def _minute(self, field: str, *, past: bool) -> int | None:
        scenario, now = self._overview.setting.scenario, self._overview.state.minute
        typed = self.query_one(f"#{field}", Input).value
        return minute_of(typed, start=scenario.start, now=now, past=past, day=scenario.day)

    def command(self) -> Command | str:
        due = self._minute("due", past=False) if self.query_one("#due", Input).value.strip() else -1
        decided = self._minute("decided", past=True)
        if due is None or decided is None:
            return f"Dat is geen tijd. Schrijf bijvoorbeeld {HINT}."
        return DetailDecision(
            record=self._record.record,
            by=self.query_one("#by", Choices).value,
            motivation=self.query_one("#motivation", Input).value.strip(),
            owner=self.query_one("#owner", Choices).value,
            due=due,
            decided_at=decided,
            act=self.query_one("#act", Choices).value if self._record.own_words else "",
        )


def _about(record: DecisionRecord) -> Content:
    lines = [shown(record.title).stylize("bold"), shown(record.what)]
    if record.effect_words:
        lines.append(shown(record.effect_words).stylize("$text-muted"))
    if record.outside_mandate:
        lines.append(Content.assemble(("▲ ", "$text-warning"), shown(record.outside_mandate)))
    return Content("\n").join(lines)
