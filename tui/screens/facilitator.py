"""The oefenleider's console: it composes, binds, and hands insights down; what is asked goes up to the app."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import DataTable

from tui.messages import DebriefChosen, Requested
from tui.picture import ExerciseScreen, Picture
from tui.screens.facilitator_asks import ASKS
from tui.screens.facilitator_keys import BINDINGS, EXPLAIN, MAIN, PANES, STOP
from tui.widgets.board import BoardTable
from tui.widgets.clocks import ClocksTable
from tui.widgets.decisions import DecisionsTable, open_words
from tui.widgets.draaiboek import DraaiboekTable, InjectSheet
from tui.widgets.key_bar import KeyBar
from tui.widgets.log import LogTable
from tui.widgets.overview import Chosen, Overview, overview
from tui.widgets.pane import Pane, PaneTitle, Strip
from tui.widgets.rows import Rows
from tui.widgets.status_bar import StatusBar, told_out
from tui.widgets.why import WhySheet

TWICE = 0.4
"""Seconds within which the same key is one press: a nervous hand must not record twice."""

REPEATS = ("faster", "slower")
"""What may be asked as fast as one can press."""

ENTER_OPENS = {"draaiboek": "inject", "board": "why", "decisions": "decide", "clocks": "clock", "log": "entry"}
"""The dialog that Enter opens in each pane."""


class FacilitatorScreen(ExerciseScreen):
    """Draaiboek, board, decisions, clocks and log; side by side where there is room, else one at a time."""

    CSS_PATH = "facilitator.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(BINDINGS)
    EXPLANATION: ClassVar[str] = (
        "◆ Kernberichten komen vanzelf op hun tijd; ◇ reserveberichten geeft u als u ze nodig hebt. Met d geeft u het "
        "bericht dat bovenaan achter ‘d geeft’ staat, met h houdt u het vast. Met Enter leest u een bericht in zijn "
        "geheel. Bij de onderdelen staat wat werkelijk zo is naast wat bekend is: ● werkt, ◐ werkt deels, ○ ligt plat, "
        "≠ de zaal weet iets anders, ▲ over de grens. Een besluit legt u vast met Enter, een cijfer en Enter; wie het "
        "nam en waarom vult u later aan met e. Met F10 stopt alles, op alle schermen: dan is het echt."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (170, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall"), (48, "-high")]

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._overview: Overview | None = None
        self.clock: Callable[[], float] = time.monotonic
        """Tells a nervous hand from a second wish."""
        self._last_press = ("", 0.0)
        self._unanswered: set[str] = set()
        self._covered = False
        self._uncovered = 0.0
        self._next = ""

    # --- what is on it

    def compose(self) -> ComposeResult:
        titles = {pane: {"pane": pane, "key": key, "title": title} for pane, key, title in PANES}
        yield StatusBar()
        yield Strip(PANES)
        with Container(id="panes"):
            with Container(id="left"):
                yield Pane(DraaiboekTable(id="draaiboek"), InjectSheet(id="inject"), **titles["draaiboek"])
            with Container(id="middle"):
                yield Pane(BoardTable(id="board"), WhySheet(id="why"), **titles["board"])
            with Container(id="right"):
                yield Pane(DecisionsTable(id="decisions"), **titles["decisions"])
                yield Pane(ClocksTable(id="clocks"), **titles["clocks"])
                yield Pane(LogTable(id="log"), **titles["log"])
        yield KeyBar(MAIN, (EXPLAIN, STOP))

    def on_mount(self) -> None:
        self.action_show("draaiboek")

    # --- pictures down

    def publish(self, picture: Picture) -> None:
        self._picture = picture
        self._show(picture.seconds)

    def tell_time(self, seconds: int) -> None:
        self._show(seconds)

    def _show(self, seconds: int) -> None:
        if self._picture is None or not self.is_mounted:
            return
        before = self._overview
        now = before
        if now is None or now.seq != len(self._picture.recorded) or now.state.minute < seconds // 60:
            now = self._overview = overview(self._picture, seconds // 60, before)
            self._fill(now)
            self._tell_of_the_council(now, before.seq if before is not None else now.seq)
            if before is not None and told_out(now) and not told_out(before):
                self.notify("Het verhaal van dit scenario is uit. Met F8 beëindigt u de oefening.", title="Verhaal uit")
        self.query_one(StatusBar).show(now, seconds)

    def _fill(self, now: Overview) -> None:
        self.query_one(DraaiboekTable).show_draaiboek(now)
        self.query_one(BoardTable).show_board(now)
        self.query_one(DecisionsTable).show_decisions(now)
        self.query_one(ClocksTable).show_clocks(now)
        self.query_one(LogTable).show_log(now)
        self._follow_next(now)
        self._explain(now)
        self._count(now)
        self._stand_still(now)

    def _tell_of_the_council(self, now: Overview, seen: int) -> None:
        """A question from the public seat is told at once; it waits under the key for answers."""
        from simulator.exercise.evaluation.events import CouncilAsked

        for record in now.recorded[seen:]:
            if isinstance(record.event, CouncilAsked):
                self.notify(f"{record.event.text}\nHet antwoord van het team legt u vast met x.", title="Vraag van een raadslid")

    def _follow_next(self, now: Overview) -> None:
        """The cursor goes along with what comes next, unless somebody is reading something else."""
        table = self.query_one(DraaiboekTable)
        following = now.ready or now.coming
        coming = following.id if following else ""
        if coming != self._next and table.current in ("", self._next, *self._first_row(now)):
            table.go_to(coming)
        self._next = coming
        self.query_one(InjectSheet).show_inject(now, table.current)

    @staticmethod
    def _first_row(now: Overview) -> tuple[str, ...]:
        return tuple(row.id for row in now.draaiboek[:1])

    def _count(self, now: Overview) -> None:
        down = now.board.down + now.board.degraded
        running = sum(clock.status == "loopt" for clock in now.clocks)
        counts = {
            "board": f"○◐ {down}" if down else "",
            "decisions": open_words(now.decisions),
        }
        counts["clocks"] = f"◷ {running}" if running else ""
        for pane, count in counts.items():
            self.query_one(f"#pane-{pane}", Pane).count(count)
            self.query_one(Strip).count(pane, count)

    def _stand_still(self, now: Overview) -> None:
        """Cover everything while it is real; uncover it when the exercise goes on."""
        from tui.dialogs.reality import RealityScreen

        covered = [screen for screen in self.app.screen_stack if isinstance(screen, RealityScreen)]
        if now.state.phase == "reality" and not covered:
            self.app.push_screen(RealityScreen())
        elif now.state.phase != "reality" and covered and self.app.screen is covered[-1]:
            covered[-1].dismiss()

    # --- what is chosen

    @property
    def chosen(self) -> Chosen:
        """What the cursors stand on; a decision only while the keys go to the decisions, so that none is meant by accident."""
        decisions = self.query_one(DecisionsTable)
        deciding = decisions.has_focus
        return Chosen(
            node=self.query_one(BoardTable).current,
            inject=self.query_one(DraaiboekTable).current,
            dilemma=decisions.dilemma if deciding else "",
            record=decisions.record if deciding else "",
            clock=self.query_one(ClocksTable).current,
            entry=self.query_one(LogTable).current,
        )

    @on(DataTable.RowHighlighted, "#draaiboek")
    def _follow_cursor(self) -> None:
        """The cursor moves first; what it stands on is told in the next paint."""
        self.call_after_refresh(self._read_inject)

    def _read_inject(self) -> None:
        if self._overview is not None:
            self.query_one(InjectSheet).show_inject(self._overview, self.query_one(DraaiboekTable).current)

    def on_screen_resume(self) -> None:
        """The Enter that closed a dialog, held down or pressed once too often, must not open the next."""
        if self._covered:
            self._covered, self._uncovered, self._last_press = False, self.clock(), ("", 0.0)

    @on(DataTable.RowSelected)
    def _open_row(self, event: DataTable.RowSelected) -> None:
        event.stop()
        now = self.clock()
        if now - self._uncovered < TWICE:
            self._uncovered = now
        else:
            self.action_open(ENTER_OPENS[event.data_table.id or ""])

    @on(DataTable.RowHighlighted, "#board")
    def _follow_board(self) -> None:
        self.call_after_refresh(self._explain_node)

    def _explain_node(self) -> None:
        if self._overview is not None:
            self._explain(self._overview)

    def _explain(self, now: Overview) -> None:
        """Why the node under the cursor is as it is, where there is room for it."""
        sheet, node = self.query_one(WhySheet), self.query_one(BoardTable).current
        if sheet.display and node:
            from simulator.insight.why import why

            row = next((row for row in now.board.rows if row.id == node), None)
            sheet.show_why(why(now.setting, now.state, node), row)

    @on(PaneTitle.Pressed)
    def _bring_forward(self, event: PaneTitle.Pressed) -> None:
        self.action_show(event.pane)

    def on_descendant_focus(self) -> None:
        """Tab from pane to pane brings each one forward."""
        if isinstance(self.focused, Rows) and self.focused.id:
            self._mark(self.focused.id)

    def _mark(self, pane: str) -> None:
        for each in self.query(Pane):
            each.set_class(each.pane == pane, "-current")
        for side in ("left", "middle", "right"):
            container = self.query_one(f"#{side}")
            container.set_class(bool(container.query(f"#pane-{pane}")), "-current")
        self.query_one(Strip).mark(pane)

    # --- keys

    def action_show(self, pane: str) -> None:
        """Bring a pane forward; the keys go to it."""
        self._mark(pane)
        self.query_one(f"#{pane}", Rows).focus()

    def action_choose(self) -> None:
        """Enter where no row was: nothing to open."""

    def action_ask(self, name: str) -> None:
        """Ask at once for what a key means now."""
        if self._overview is None or (name not in REPEATS and self._pressed_twice(name)):
            return
        asked = ASKS[name](self._overview, self.chosen)
        if isinstance(asked, str):
            self.notify(asked)
            return
        self._unanswered.add(name)
        self.post_message(Requested(asked, lambda _: self._answered(name), lambda: self._answered(name)))

    def _answered(self, name: str) -> None:
        """What was asked is done or refused, and can be seen; only from here on a press may be a second wish."""
        self._unanswered.discard(name)
        if self._last_press[0] == name:
            self._last_press = (name, self.clock())

    def action_open(self, name: str) -> None:
        """Open a dialog on what is chosen."""
        if self._overview is None or self._pressed_twice(name):
            return
        from tui.dialogs.openings import OPENINGS

        dialog = OPENINGS[name](self._overview, self.chosen)
        if isinstance(dialog, str):
            self.notify(dialog)
        else:
            self._covered = True
            self.app.push_screen(dialog)

    def action_stop(self) -> None:
        """Stop everything, everywhere: this is real."""
        from simulator.exercise.commands import DeclareReality

        if self._overview is not None and self._overview.state.phase != "reality":
            self.post_message(Requested(DeclareReality()))

    def action_debrief(self) -> None:
        """Look back, once the exercise has ended."""
        if self._overview is None:
            return
        if self._overview.state.phase == "ended":
            self.post_message(DebriefChosen())
        else:
            self.notify("De nabespreking opent als de oefening is beëindigd. Dat doet u met F8.")

    def _pressed_twice(self, name: str) -> bool:
        before, at = self._last_press
        now = self.clock()
        self._last_press = (name, now)
        return name in self._unanswered or (before == name and now - at < TWICE)
