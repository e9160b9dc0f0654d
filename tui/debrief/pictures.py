"""Beelden en BOB: what each role took to be the case beside the others and the truth, and how the team came to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.debrief.pictures_text import moment_text
from tui.debrief.section import DebriefPicture, Pages, Section
from tui.text import framed, shown

if TYPE_CHECKING:
    from simulator.insight.bob import BobRound
    from simulator.insight.pictures import RoundPictures

EMPTY = "Niet beoefend: er is geen ronde begonnen, en niemand schreef een beeld op."


class PicturesSection(Section):
    """A round at a time: the roles' pictures side by side, where they differed, and the steps of the meeting."""

    EXPLANATION = (
        "Per ronde staan de beelden van de rollen naast elkaar. ■ nam de rol voor een feit, □ voor een aanname. Daaronder staat "
        "wat er achteraf over te zeggen is: het klopt, de rol kon het niet weten, een ander wist het, of het was deze rol al "
        "gemeld. Wat een rol niet kon weten, is nooit een fout: het was een aanname. BOB is beeldvorming, oordeelsvorming, "
        "besluitvorming: hier staat of het team die stappen nam, of van het beeld meteen naar een besluit ging. "
        "Met ← en → gaat u naar een andere ronde."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Vorige ronde", id="pictures.back", key_display="←"),
        Binding("right", "turn(1)", "Volgende ronde", id="pictures.on", key_display="→"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._moments: tuple[tuple[RoundPictures | None, BobRound | None], ...] = ()
        self._whole: tuple[str, ...] = ()
        """What there is to say of the whole exercise."""
        self._picture: DebriefPicture | None = None
        self._place = 0

    def compose(self) -> ComposeResult:
        yield Static("", classes="section-head")
        with Pages():
            yield Static("", id="pictures-text")

    def publish(self, picture: DebriefPicture) -> None:
        from simulator.insight.bob import bob
        from simulator.insight.pictures import pictures

        found = pictures(picture.setting, picture.recorded)
        deciding = bob(picture.setting, picture.recorded)
        by_round = {each.round: each for each in found.rounds}
        met = {each.round: each for each in deciding.rounds}
        rounds = dict.fromkeys((*(name for name in by_round if name not in met), *met))
        self._picture, self._whole = picture, (found.words, deciding.words)
        self._moments = tuple((by_round.get(name), met.get(name)) for name in rounds)
        self._place = min(self._place, max(0, len(self._moments) - 1))
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """As many columns as there is room for."""
        self.call_after_refresh(self._show)

    def action_turn(self, way: int) -> None:
        """Another round."""
        if self._moments:
            self._place = (self._place + way) % len(self._moments)
            self._show()
            self.query_one(Pages).scroll_home(animate=False)

    def _show(self) -> None:
        if not self.is_mounted or self._picture is None:
            return
        head, body = self.query_one(".section-head", Static), self.query_one("#pictures-text", Static)
        if not self._moments:
            head.update(framed("[bold]Beelden en BOB[/]"))
            body.update(shown(EMPTY))
            return
        written, met = self._moments[self._place]
        title = written.title if written is not None else met.title if met is not None else ""
        of = f"{self._place + 1} van {len(self._moments)}"
        head.update(
            framed("[$text-accent]◄[/] [bold]$title[/] [$text-accent]►[/]  [$text-muted]$of[/]", title=title, of=of), layout=False
        )
        width = self.query_one(Pages).scrollable_content_region.width - 2
        body.update(moment_text(self._picture, written, met, self._whole, width))
