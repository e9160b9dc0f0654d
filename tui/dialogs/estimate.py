"""What the team says that it costs, where it is booked, and what pays for it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from simulator.exercise.commands import Command
from simulator.exercise.evaluation.commands import EstimateCost
from simulator.scenario.model import Coverage
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker
from tui.text import shown
from tui.widgets.overview import Overview

UNSAID = ("", "niet gezegd")


class EstimateDialog(Dialog):
    """An amount from low to high; the rest may stay empty."""

    HEADING: ClassVar[str] = "Raming van het team"

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def body(self) -> ComposeResult:
        categories = tuple(dict.fromkeys(cost.category for cost in self._overview.setting.scenario.costs))
        yield Field("Waarvoor?", id="category", hint="Zoals inhuur of herstel", suggestions=categories)
        yield Field("Laagste bedrag in euro", id="low", hint="250000")
        yield Field("Hoogste bedrag in euro", id="high", hint="mag leeg blijven: dan hetzelfde")
        yield Field("Waar wordt het geboekt?", id="booked", hint="taakveld of projectcode; mag leeg blijven")
        covers = [(value, shown(words)) for value, words in (UNSAID, *((str(each), str(each)) for each in Coverage))]
        yield Picker("Waaruit wordt het betaald?", Choices(covers, id="coverage"))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#category").focus()

    def command(self) -> Command | Widget | str:
        category = self.query_one("#category", Input)
        if not category.value.strip():
            return category
        low = _euros(self.query_one("#low-field", Field).text)
        typed = self.query_one("#high-field", Field).text
        high = _euros(typed) if typed else low
        if low is None or high is None:
            return "Schrijf bedragen in hele euro's, zoals 250000 of 250.000."
        booked = self.query_one("#booked-field", Field).text
        coverage = self.query_one("#coverage", Choices).value
        return EstimateCost(category=category.value.strip(), low=low, high=high, booked=booked, coverage=coverage)


def _euros(typed: str) -> int | None:
    """Whole euros as people write them; None when it is no amount."""
    digits = typed.removeprefix("€").replace(".", "").replace(" ", "").removesuffix(",-").removesuffix(",00")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 12 else None
