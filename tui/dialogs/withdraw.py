"""Withdraw a decision: it stays in the log, with the reason why it no longer holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.exercise.commands import Command, WithdrawDecision
from simulator.insight.decisions import DecisionRecord
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker
from tui.text import shown
from tui.widgets.overview import Overview


class WithdrawDialog(Dialog):
    """Picks a standing record and asks why it is withdrawn."""

    HEADING: ClassVar[str] = "Besluit intrekken"
    RECORDS: ClassVar[str] = "Trek in"

    def __init__(self, overview: Overview, records: Sequence[DecisionRecord], record: str) -> None:
        """`records` are the standing ones; `record` is the likely one."""
        super().__init__()
        self._overview = overview
        self._records = tuple(records)
        self._record = record

    def body(self) -> ComposeResult:
        lines = [
            (
                each.record,
                shown(f"{self._overview.at(each.decided_at)}  {each.title}: {each.what}"),
            )
            for each in self._records
        ]
        yield Picker("Welk besluit?", Choices(lines, id="record", value=self._record))
        yield Field("Waarom?", id="reason", hint="Mag leeg blijven")
        yield Static("Het besluit blijft in het log staan. Wat al gedaan is, blijft gedaan.", classes="note")

    def on_mount(self) -> None:
        self.query_one("#reason" if self._record else "#record").focus()

    def command(self) -> Command:
        return WithdrawDecision(
            record=self.query_one("#record", Choices).value, reason=self.query_one("#reason", Input).value.strip()
        )
