"""A role's picture of what is the case: a line or two, each a fact or an assumption, and what it takes to be down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Choices, Field, Picker, Ticks
from tui.text import shown
from tui.widgets.choice import Choice

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.evaluation.commands import PictureLine
    from simulator.exercise.events import Recorded
    from simulator.scenario.landscape import Node

LINES = (1, 2)
CERTAINTY = (("feit", "dit is een feit"), ("aanname", "dit is een aanname"))


class PictureDialog(Dialog):
    """What one role thinks; the oefenleider writes it down for a role, or the role does so at its own seat."""

    HEADING: ClassVar[str] = "Beeld: wat is er volgens u aan de hand?"
    DEFAULT_CSS = """
    PictureDialog .line { height: auto; }
    PictureDialog .line Field { width: 1fr; }
    PictureDialog .line Choice { width: 24; margin: 1 0 0 1; }
    """

    def __init__(self, nodes: Sequence[Node], roles: Sequence[tuple[str, Content]] = (), *, role: str = "") -> None:
        """`nodes` may be said to be down; `roles` to pick from, or `role` when it is known who writes."""
        super().__init__()
        self._named = tuple(nodes)
        self._roles = tuple(roles)
        self._role = role

    def body(self) -> ComposeResult:
        if not self._role:
            yield Picker("Van welke rol?", Choices(self._roles, id="role"))
        for number in LINES:
            with Horizontal(classes="line"):
                hint = "Wat weet u zeker?" if number == 1 else "Wat denkt u, maar weet u niet zeker? Mag leeg blijven"
                yield Field(f"Regel {number}", id=f"line-{number}", hint=hint)
                yield Choice(CERTAINTY, CERTAINTY[number - 1][0], id=f"kind-{number}")
        named = [(node.id, shown(node.name)) for node in self._named]
        yield Ticks("Wat ligt er volgens u plat? Vink aan", named, id="down")
        yield Choice(CERTAINTY, "feit", id="kind-down")
        yield Static("Zet met ← en → of het een feit of een aanname is.", classes="note")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "volgende vraag"), ("spatie", "vink aan"))

    def on_mount(self) -> None:
        self.query_one("#line-1" if self._role else "#role").focus()

    def entered(self, field: Widget) -> None:
        """From the role to its lines; from a line it is recorded."""
        if field.id == "role":
            self.query_one("#line-1").focus()
        else:
            self.action_record()

    def recorded(self, recorded: tuple[Recorded, ...]) -> None:
        """Who wrote at a seat is told; the oefenleider sees it in the log."""
        if self._role:
            self.app.notify("Uw beeld is verstuurd naar de oefenleider.", timeout=4)
        super().recorded(recorded)

    def command(self) -> Command | Widget:
        from simulator.exercise.evaluation.commands import WritePicture

        lines = tuple(self._written())
        if not lines:
            return self.query_one("#line-1", Input)
        return WritePicture(role=self._role or self.query_one("#role", Choices).value, lines=lines)

    def _written(self) -> Iterator[PictureLine]:
        from simulator.exercise.evaluation.commands import PictureLine
        from simulator.exercise.evaluation.events import Certainty

        for number in LINES:
            if text := self.query_one(f"#line-{number}-field", Field).text:
                yield PictureLine(text=text, certainty=Certainty(self.query_one(f"#kind-{number}", Choice).value))
        certainty = Certainty(self.query_one("#kind-down", Choice).value)
        names = {node.id: node.name for node in self._named}
        for node in self.query_one(Ticks).values:
            yield PictureLine(text=f"{names[node]} ligt plat", certainty=certainty, node=node, works=False)
