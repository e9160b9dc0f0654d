"""An improvement that is agreed in the debrief: new, changed, or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Field, said_day
from tui.messages import ImprovementAsked, Requested
from tui.text import shown
from tui.widgets.choice import Choice

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.evaluation.events import ImprovementPlanned

ELEMENTS = (
    ("beleid", "beleid of plan"), ("organisatie", "organisatie"), ("middelen", "middelen"), ("opleiding", "opleiding"),
    ("oefening", "oefening"),
)  # fmt: skip
NOBODY = "-"
"""Typed for a contact: there is none any more."""


class ImprovementDialog(Dialog):
    """What will be mended, by whom and when. Only what and the owner must be there; the rest may be agreed later."""

    HEADING: ClassVar[str] = "Verbeteractie"
    DEFAULT_CSS = """
    ImprovementDialog .pair { height: auto; }
    ImprovementDialog .pair Field { width: 1fr; margin: 0 2 1 0; }
    """

    def __init__(self, standing: ImprovementPlanned | None = None) -> None:
        """`standing` is what it replaces; None for a new one."""
        super().__init__()
        self._standing = standing

    def body(self) -> ComposeResult:
        yield Field("Wat wordt er beter?", id="what", value=self._now("what"), hint="Zoals: de noodprocedure elk jaar proberen")
        yield Field("Waarom?", id="why", value=self._now("why"), hint="Wat de oefening liet zien")
        with Vertical(classes="field"):
            yield Static("Waar gaat het over? Kies met ← en →", classes="label", markup=False)
            yield Choice(ELEMENTS, str(self._now("element")), id="element")
        with Horizontal(classes="pair"):
            yield Field("Wie zorgt ervoor?", id="owner", value=self._now("owner"), hint="een functie, zoals CISO")
            yield Field("Contactpersoon (naam)", id="contact", hint=self._contact_hint())
        with Horizontal(classes="pair"):
            yield Field("Begint op", id="start", value=said_day(self._now("start")), hint="1-2-2027, of leeg")
            yield Field("Klaar op", id="due", value=said_day(self._now("due")), hint="31-5-2027, of leeg")
        with Horizontal(classes="pair"):
            yield Field("Terug in de raad", id="returns", value=self._now("returns"), hint="zoals: bestuursrapportage")
            yield Field("Bij raadsvraag", id="question", value=self._now("question"), hint="zoals V3, of leeg")
        yield Static("Een naam komt in een aparte lijst, en niet op dit scherm of in het verslag.", classes="note")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"),)

    def on_mount(self) -> None:
        self.query_one("#what").focus()

    def command(self) -> Command | Widget:
        from simulator.exercise.evaluation.commands import PlanImprovement
        from simulator.exercise.evaluation.events import Element

        for name in ("what", "owner"):
            if not self._typed(name):
                return self.query_one(f"#{name}", Input)
        return PlanImprovement(
            what=self._typed("what"),
            why=self._typed("why"),
            element=Element(self.query_one("#element", Choice).value),
            owner=self._typed("owner"),
            contact=self._now("contact") if self._typed("contact") != NOBODY else "",
            start=self._typed("start"),
            due=self._typed("due"),
            returns=self._typed("returns"),
            question=self._typed("question"),
            improvement=self._now("improvement"),
        )

    def request(self, command: Command) -> Requested:
        """A new name goes beside the command, never in it."""
        from simulator.exercise.evaluation.commands import PlanImprovement

        contact = self._typed("contact")
        if isinstance(command, PlanImprovement) and contact not in ("", NOBODY):
            return ImprovementAsked(command, contact, self.recorded, self._refused)
        return super().request(command)

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}-field", Field).text

    def _now(self, name: str) -> str:
        """What stands there, of an improvement that is changed."""
        return str(getattr(self._standing, name)) if self._standing is not None else ""

    def _contact_hint(self) -> str:
        if self._now("contact"):
            return f"leeg: blijft staan; {NOBODY}: weg"
        return "mag leeg blijven"


class DropDialog(Dialog):
    """It will not be done after all."""

    HEADING: ClassVar[str] = "Verbeteractie laten vervallen"
    RECORDS: ClassVar[str] = "Laat vervallen"

    def __init__(self, improvement: str, what: str) -> None:
        super().__init__()
        self._improvement = improvement
        self._what = what

    def body(self) -> ComposeResult:
        yield Static(shown(self._what), classes="paragraph")
        yield Field("Waarom vervalt deze?", id="reason", hint="mag leeg blijven")

    def on_mount(self) -> None:
        self.query_one("#reason").focus()

    def command(self) -> Command:
        from simulator.exercise.evaluation.commands import DropImprovement

        return DropImprovement(improvement=self._improvement, reason=self.query_one("#reason-field", Field).text)
