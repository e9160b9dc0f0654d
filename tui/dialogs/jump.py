"""Jump ahead in time, or to the next round; what falls due on the way is delivered, or held back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from simulator.exercise.commands import Command, Jump, NextRound
from simulator.exercise.events import InjectDelivered
from simulator.scenario.model import Round
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import Field, Ticks
from tui.dialogs.moments import HINT, minute_of
from tui.text import shown
from tui.widgets.overview import Overview


class TravelDialog(Dialog):
    """Shows the injects that fall due up to a minute, ticked: delivered; not ticked: held back."""

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview
        self._offered: tuple[str, ...] = ()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("tab", "naar de berichten"), ("spatie", "wel of niet geven"))

    def body(self) -> ComposeResult:
        yield Vertical(id="on-the-way")

    async def offer(self, to: int) -> None:
        """List what falls due up to this minute."""
        due = falling_due(self._overview, to)
        self._offered = tuple(inject for inject, _ in due)
        place = self.query_one("#on-the-way")
        await place.remove_children()
        if due:
            label = "Dit valt onderweg. Wat u uitvinkt, houdt u vast."
            await place.mount(Ticks(label, due, id="give", ticked=self._offered))
        else:
            await place.mount(Static("Onderweg valt geen bericht.", classes="note"))

    @property
    def held(self) -> tuple[str, ...]:
        """What was offered and is not to be delivered."""
        ticks = self.query(Ticks)
        given = set(ticks.first().values) if ticks else set(self._offered)
        return tuple(inject for inject in self._offered if inject not in given)


class JumpDialog(TravelDialog):
    """Asks how far."""

    HEADING: ClassVar[str] = "Spring in de tijd"
    RECORDS: ClassVar[str] = "Spring"

    def body(self) -> ComposeResult:
        yield Field(f"Waarheen? Het is nu {self._overview.at(self._overview.state.minute)}.", id="to", hint=HINT)
        yield from super().body()

    def on_mount(self) -> None:
        self.query_one("#to").focus()

    @on(Input.Changed, "#to")
    async def _look_ahead(self) -> None:
        to = self._to
        if to is not None and self._overview.state.minute < to <= self._overview.setting.horizon:
            await self.offer(to)
        else:
            self._offered = ()
            await self.query_one("#on-the-way").remove_children()

    @property
    def _to(self) -> int | None:
        typed = self.query_one("#to", Input).value
        scenario = self._overview.setting.scenario
        return minute_of(typed, start=scenario.start, now=self._overview.state.minute, day=scenario.day)

    def command(self) -> Command | str:
        to = self._to
        if to is None:
            return f"Dat is geen tijd. Schrijf bijvoorbeeld {HINT}."
        return Jump(to=to, hold=self.held)


class RoundDialog(TravelDialog):
    """Says what the next round is and when it begins."""

    HEADING: ClassVar[str] = "Volgende ronde"
    RECORDS: ClassVar[str] = "Begin de ronde"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "record", "Begin de ronde", id="round.record", show=False)]

    def __init__(self, overview: Overview, round: Round) -> None:
        super().__init__(overview)
        self._round = round

    def body(self) -> ComposeResult:
        lines = [
            shown(self._round.title).stylize("bold"),
            shown(f"Begint {self._overview.at(self._round.at)}; de tijd springt daarheen."),
        ]
        if self._round.note:
            lines.append(Content.assemble(("Alleen voor u: ", "$text-accent"), shown(self._round.note)))
        yield Static(Content("\n").join(lines), classes="paragraph")
        yield from super().body()

    async def on_mount(self) -> None:
        await self.offer(self._round.at)
        for ticks in self.query(Ticks):
            ticks.list.focus()

    def command(self) -> Command:
        return NextRound(hold=self.held)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("spatie", "wel of niet geven"),)


def falling_due(overview: Overview, to: int) -> Sequence[tuple[str, Content]]:
    """The injects that come by themselves up to a minute, if nothing else is done."""
    from simulator.exercise.settle import settle

    followed = settle(overview.setting, overview.state, to).stamped
    due = [(each.minute, each.event.inject) for each in followed if isinstance(each.event, InjectDelivered)]
    titles = {row.id: row.title for row in overview.draaiboek}
    return [(inject, shown(f"{overview.at(minute)}  {titles.get(inject, inject)}")) for minute, inject in due]
