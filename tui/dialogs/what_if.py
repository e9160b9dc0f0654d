"""'Wat als?': each option of an open decision beside the others. The oefenleider's alone; nothing of it is recorded."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable, Static
from textual.worker import Worker, get_current_worker

from simulator.errors import OntregeldError
from simulator.insight.decisions import OpenDilemma
from simulator.insight.what_if import USUAL, WhatIf, foresee, over_futures
from tui.dialogs.dialog import Dialog
from tui.foreseeing import Ended, giving_way, since
from tui.picture import ExerciseScreen, Picture
from tui.text import framed, shown
from tui.widgets.overview import Overview
from tui.widgets.ways import WaysTable, way_text


class WhatIfDialog(Dialog, ExerciseScreen):
    """Computes beside the screen: this exercise first, then the futures. Says so when something was decided since."""

    RECORDS: ClassVar[str] = ""
    EXPLANATION: ClassVar[str] = (
        "Bovenaan staat de schade als niemand besluit. Daaronder per optie wat die daarvan afhaalt (−) of erbij doet (+), als "
        "het team haar nu koos en daarna niets meer besluit. ‘Nu’ is zoals het in deze oefening zou gaan: de hersteltijden "
        "zijn al geloot, en het team kent ze niet. ‘Te verwachten’ is het gemiddelde als het lot opnieuw valt. Niet te zeggen: "
        "het kan beide kanten op. Niet doorgerekend: het model weet er niets van, en dat is geen nul. Dit is geen advies, en "
        "het team ziet het niet."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "again", "Reken opnieuw", id="what-if.again"),
        Binding("enter,t", "leave", "Sluit", id="what-if.leave", show=False),
    ]

    class Foretold(Message):
        """The figures, so far."""

        def __init__(self, turn: int, found: WhatIf) -> None:
            super().__init__()
            self.turn = turn
            self.found = found

    class Progressed(Message):
        """How far the futures are, in percents; or why there are none."""

        def __init__(self, turn: int, words: str) -> None:
            super().__init__()
            self.turn = turn
            self.words = words

    def __init__(self, overview: Overview, dilemma: OpenDilemma, *, futures: int = USUAL) -> None:
        super().__init__()
        self._setting = overview.setting
        self._dilemma = dilemma
        self._futures = futures
        self._from = self._now = (overview.state, overview.recorded)
        """What it was computed from, and what is so now."""
        self._turn = 0
        self._found: WhatIf | None = None
        self._words = ""
        self._outdated = ""
        self._worker: Worker[None] | None = None

    # --- what is on it

    def heading(self) -> Content:
        return shown(f"Wat als? {self._dilemma.title}")

    def body(self) -> ComposeResult:
        yield Static(id="how-far", classes="note paragraph")
        yield WaysTable(id="ways")
        yield Static(id="way")

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("↑↓", "optie"), ("spatie", "lees verder"), ("r", "reken opnieuw"))

    def on_mount(self) -> None:
        self.query_one(".dialog").add_class("-vast")
        self.query_one(WaysTable).focus()
        self._begin()

    def action_scroll_body(self, rows: int) -> None:
        """Read on."""
        self.query_one(".dialog-body").scroll_relative(y=rows, animate=False)

    def _fill(self) -> None:
        """Bring all up to date with what was found."""
        self.query_one("#how-far", Static).update(self._how_far())
        if self._found is not None:
            self.query_one(WaysTable).show_ways(self._found)
            self._read_way()

    def _how_far(self) -> Content:
        from_when = f"Vanaf {self._found.at}, tot {self._found.until}. " if self._found else ""
        said = framed("$from_when$words", from_when=from_when, words=self._words)
        return Content.assemble(framed("[$text-error bold]▲ $why[/]\n", why=self._outdated), said) if self._outdated else said

    @on(DataTable.RowHighlighted)
    def _follow(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self.call_after_refresh(self._read_way)

    @on(DataTable.RowSelected)
    def _leave_row(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.action_leave()

    def _read_way(self) -> None:
        if self._found is not None and self.is_mounted:
            way = self.query_one(WaysTable).way(self._found)
            self.query_one("#way", Static).update(way_text(self._found, way))

    # --- computing, on a thread

    def _begin(self) -> None:
        self._turn += 1
        self._words, self._outdated = "Wordt doorgerekend …", ""
        self._fill()
        self._from = self._now
        (state, recorded), turn = self._from, self._turn
        setting, decision, futures = self._setting, self._dilemma.id, self._futures

        def work() -> None:
            worker = get_current_worker()
            told = giving_way(lambda: worker.is_cancelled, lambda words: self.post_message(self.Progressed(turn, words)))
            try:
                foreseen = foresee(setting, state, recorded, decision, progress=told)
                self.post_message(self.Foretold(turn, over_futures(foreseen)))
                self.post_message(self.Foretold(turn, over_futures(foreseen, futures=futures, progress=told)))
            except OntregeldError as error:
                self.post_message(self.Progressed(turn, str(error)))
            except Ended:
                return

        self._worker = self.run_worker(work, name="what-if", thread=True, exclusive=True)

    @on(Foretold)
    def _take(self, message: Foretold) -> None:
        if message.turn != self._turn:
            return
        self._found = message.found
        if message.found.futures:
            self._worker = None
            self._words = f"Te verwachten: het gemiddelde over {message.found.futures} toekomsten."
        self._fill()

    @on(Progressed)
    def _tell(self, message: Progressed) -> None:
        if message.turn == self._turn and self.is_mounted:
            self._words = message.words
            self.query_one("#how-far", Static).update(self._how_far())

    # --- the exercise goes on

    def publish(self, picture: Picture) -> None:
        """What was decided or done by hand since makes these figures old."""
        if not self._outdated:
            self._outdated = since(picture, len(self._from[1]), self._dilemma.id)
            if self._outdated and self.is_mounted:
                self._fill()
        self._now = (picture.state, picture.recorded)

    def action_again(self) -> None:
        """From how it stands now."""
        from simulator.insight.decisions import decisions

        if any(each.id == self._dilemma.id for each in decisions(self._setting, self._now[0]).open):
            self._begin()
        else:
            self.notify("Over dit besluit is al beslist: er valt niets meer te vergelijken.")

    def action_leave(self) -> None:
        """Close; what is under way ends."""
        self._stop()
        super().action_leave()

    def _stop(self) -> None:
        self._turn += 1
        if self._worker is not None:
            self._worker.cancel()
            self._worker = None
