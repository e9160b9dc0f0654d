"""What every part of the debrief is: a widget that is given the exercise, and says which keys it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.exercise.events import Recorded
    from simulator.exercise.setting import Setting
    from simulator.exercise.state import State
    from tui.debrief.replay import Replay


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DebriefPicture:
    """The exercise as the debrief looks back on it. No name of a person stands in it: the room may be looking on."""

    setting: Setting
    state: State
    """At the end, or as far as it was played."""
    recorded: tuple[Recorded, ...]
    replay: Replay
    """What was the case at any earlier minute."""
    file: Path
    readonly: str
    """Why nothing can be recorded here; empty when it can."""

    @property
    def ended(self) -> bool:
        """Whether the exercise was ended; if not, it is looked back on as far as it came."""
        return self.state.phase == "ended"

    def at(self, minute: int) -> str:
        """A moment in short, such as `ma 09:40`; from the second day on with the day. Nothing for one that is not there."""
        from simulator.insight.wording import moment

        return moment(self.setting, minute).replace("(dag ", "(d") if minute >= 0 else ""


class Section(Vertical):
    """A part of the debrief. The screen gives it pictures; it posts `Requested(command)` to record, and holds no exercise.

    It is made when it is first looked at. Its module imports nothing of `simulator.insight` or `simulator.exercise` at the
    top. Its bindings have an id and a Dutch description; those with `show=True` stand on the last line of the screen.
    """

    EXPLANATION: ClassVar[str] = ""
    """What F1 tells of it, besides its keys."""

    def publish(self, picture: DebriefPicture) -> None:
        """Show the exercise: when it is first looked at, and again after each commit while it is looked at."""

    def enter(self) -> None:
        """Take the keys: they go to the first widget that can have them."""
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return


class Pages(VerticalScroll, inherit_bindings=False):
    """A long text to read, with its keys in Dutch. Left and right stay free for the section."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "Terug", id="pages.up", show=False),
        Binding("down", "scroll_down", "Verder", id="pages.down", show=False),
        Binding("pageup", "page_up", "Bladzijde terug", id="pages.page-up", show=False),
        Binding("pagedown,space", "page_down", "Bladzijde verder", id="pages.page-down", show=False),
        Binding("home", "scroll_home", "Naar het begin", id="pages.home", show=False),
        Binding("end", "scroll_end", "Naar het einde", id="pages.end", show=False),
    ]
