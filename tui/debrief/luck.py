"""Geluk of wijsheid: what the decisions did and what chance did, weighed in a process beside the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.debrief.luck_text import kind_text
from tui.debrief.section import DebriefPicture, Pages, Section
from tui.reckoner import Answer, Died, Doing, Reckoner, Refused, Slow, Weighed
from tui.text import framed, shown

if TYPE_CHECKING:
    from simulator.exercise.state import State
    from simulator.insight.luck.values import Luck

BEFORE = (
    "Was het geluk of wijsheid? Het programma speelt dezelfde aanval duizend keer opnieuw, steeds met andere hersteltijden, "
    "en ook met een deel van de besluiten. Zo is te zien wat de besluiten deden, en wat toeval was. Dat duurt ongeveer een "
    "minuut. U kunt intussen gewoon verder kijken.\n\nDruk op Enter om door te rekenen."
)
BUSY = "Er wordt gerekend. U kunt intussen gewoon verder kijken, ook naar de andere onderdelen. Met Esc stopt u het rekenen."
DIED = (
    "Het doorrekenen is afgebroken: het rekenprogramma is gestopt voordat het klaar was. Aan de oefening is niets veranderd. "
    "Druk op Enter om het opnieuw te proberen. Blijft het misgaan, sluit dan andere programma's: "
    "er is misschien te weinig geheugen."
)
STOPPED = "U heeft het doorrekenen gestopt. Druk op Enter om opnieuw te beginnen."
STALE = "▲ Na het doorrekenen is er iets vastgelegd dat de uitkomst verandert. Druk op r om opnieuw te rekenen."
UNFINISHED = "De oefening is nog niet beëindigd: dit gaat dan over wat er tot nu toe is gespeeld."
BAR = 30
"""Cells of the progress bar."""


class LuckSection(Section):
    """A waterfall from nobody's decisions to what happened, and the spread of futures; one kind of harm at a time."""

    EXPLANATION = (
        "Lees van boven naar beneden: de schade als niemand iets besluit, dan per besluit wat het scheelde of erbij deed, dan "
        "wat met deze besluiten te verwachten was, en dan hoe het liep. Het verschil tussen die laatste twee is geluk of pech. "
        "Met ← en → kiest u een ander soort schade. Niet te zeggen: het verschil is te onzeker. Geen verschil: het besluit doet "
        "iets, maar nu maakte het niets uit. Niet doorgerekend: het model weet er niets van, en dat is geen nul. "
        "Het gaat over besluiten in dit model, nooit over mensen."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Reken door", id="luck.begin"),
        Binding("left", "turn(-1)", "Vorige schade", id="luck.back", key_display="←"),
        Binding("right", "turn(1)", "Volgende schade", id="luck.on", key_display="→"),
        Binding("escape", "stop", "Stop het rekenen", id="luck.stop"),
        Binding("r", "again", "Reken opnieuw", id="luck.again"),
    ]

    class Heard(Message):
        """The process said something."""

        def __init__(self, turn: int, answer: Answer) -> None:
            super().__init__()
            self.turn = turn
            self.answer = answer

    def __init__(self, *, futures: int | None = None) -> None:
        super().__init__()
        self._futures = futures
        """How many futures; None for as many as is usual."""
        self._picture: DebriefPicture | None = None
        self._reckoner = Reckoner()
        self._turn = 0
        self._luck: Luck | None = None
        self._weighed_for: tuple[object, ...] = ()
        self._asked_for: tuple[object, ...] = ()
        self._kind = 0
        self._doing: Doing | None = None
        self._slow = ""
        self._said = ""
        """Why there is nothing to show, instead of the first words."""

    def compose(self) -> ComposeResult:
        yield Static("", classes="section-head")
        with Pages():
            yield Static("", id="luck-text")

    def publish(self, picture: DebriefPicture) -> None:
        self._picture = picture
        self._show()

    def on_unmount(self) -> None:
        """Who leaves, leaves no process behind."""
        self._reckoner.stop()

    def on_resize(self, event: events.Resize) -> None:
        """The bars are as wide as there is room."""
        self.call_after_refresh(self._show)

    # --- weighing

    @property
    def busy(self) -> bool:
        """Whether it is being weighed now."""
        return self._doing is not None

    @property
    def process(self) -> int:
        """The process that weighs; 0 for none."""
        return self._reckoner.pid

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that mean nothing now are not shown and go on to the screen."""
        match action:
            case "begin":
                return not self.busy and self._luck is None
            case "again":
                return not self.busy and self._luck is not None
            case "stop":
                return self.busy
            case "turn":
                return self._luck is not None and not self.busy
            case _:
                return True

    def action_begin(self) -> None:
        """Weigh it."""
        if self._picture is None or self.busy:
            return
        self._turn += 1
        turn = self._turn
        self._doing, self._slow, self._said = Doing(what="voorbereiden", part=0.0), "", ""
        self._asked_for = _hangs_on(self._picture.state)
        self._reckoner.start(
            self._picture.file, lambda answer: self.post_message(self.Heard(turn, answer)), futures=self._futures
        )
        self._show()
        self.refresh_bindings()

    def action_again(self) -> None:
        """Weigh it anew."""
        self.action_begin()

    def action_stop(self) -> None:
        """Stop weighing; what was found before stays."""
        self._turn += 1
        self._reckoner.stop()
        self._end(STOPPED)

    def on_luck_section_heard(self, message: Heard) -> None:
        """How far it is, or what came out; not of a weighing that was stopped."""
        message.stop()
        if message.turn != self._turn:
            return
        match message.answer:
            case Doing() as doing:
                self._doing = doing
                self._tell_progress()
            case Slow(words=words):
                self._slow = words
                self._show()
            case Weighed(luck=luck):
                self._luck, self._weighed_for = luck, self._asked_for
                self._end("")
            case Refused(words=words):
                self._end(words)
            case Died():
                self._end(DIED)

    def _end(self, said: str) -> None:
        self._doing, self._said = None, said
        self._show()
        self.refresh_bindings()

    # --- showing

    def action_turn(self, way: int) -> None:
        """Another kind of harm."""
        if self._luck is not None:
            self._kind = (self._kind + way) % len(self._luck.kinds)
            self._show()
            self.query_one(Pages).scroll_home(animate=False)

    def _show(self) -> None:
        if not self.is_mounted or self._picture is None:
            return
        self._tell_progress()
        self.query_one("#luck-text", Static).update(self._text())

    def _tell_progress(self) -> None:
        self.query_one(".section-head", Static).update(self._head(), layout=False)

    def _head(self) -> Content:
        if self._doing is not None:
            return _progress(self._doing)
        if self._luck is None:
            return framed("[bold]Geluk of wijsheid?[/]")
        from simulator.insight.wording import sentence

        kind = self._luck.kinds[self._kind]
        of = f"soort {self._kind + 1} van {len(self._luck.kinds)}"
        name = sentence(kind.name).rstrip(".")
        return framed("[$text-accent]◄[/] [bold]$name[/] [$text-accent]►[/]  [$text-muted]$of[/]", name=name, of=of)

    def _text(self) -> Content:
        parts = []
        if self._slow and self.busy:
            parts.append(shown(self._slow).stylize("$text-warning"))
        if self._said:
            parts.append(shown(self._said).stylize("$text-warning"))
        if self._luck is None:
            parts += self._invitation()
        if self._luck is not None:
            if self._picture is not None and self._weighed_for != _hangs_on(self._picture.state):
                parts.append(Content.styled(STALE, "$text-warning"))
            width = self.query_one(Pages).scrollable_content_region.width - 2
            parts.append(kind_text(self._luck, self._luck.kinds[self._kind], width))
        return Content("\n").join(parts)

    def _invitation(self) -> list[Content]:
        if self.busy:
            return [shown(BUSY)]
        unfinished = [] if self._picture is None or self._picture.ended else [shown(UNFINISHED).stylize("$text-muted")]
        return unfinished if self._said else [shown(BEFORE), *unfinished]


def _progress(doing: Doing) -> Content:
    """How far it is, as a bar and a number."""
    done = round(doing.part * BAR)
    return framed(
        "[bold]$what[/]  $percent%  [$text-accent]$bar[/][$text-muted]$rest[/]  Esc stopt",
        what=doing.what.capitalize(), percent=f"{100 * doing.part:3.0f}", bar="█" * done, rest="░" * (BAR - done),
    )  # fmt: skip


def _hangs_on(state: State) -> tuple[object, ...]:
    """What the outcome hangs on: notes, actions and names leave it as it is."""
    return state.interventions, state.costs, state.clocks, state.phase == "ended", tuple(state.records)
