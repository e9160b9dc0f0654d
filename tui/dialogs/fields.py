"""The fields of a dialog: a line of text with its label, a list to pick from, and several to tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.strip import Strip
from textual.widgets import Input, OptionList, SelectionList, Static
from textual.widgets.option_list import Option
from textual.widgets.selection_list import Selection

from tui.text import shown

if TYPE_CHECKING:
    from tui.widgets.overview import Overview

LONGEST = 4000
"""Characters in one field."""


ASKS_ACT, UNKNOWN_ACT = "Om welke handeling gaat het? (mag leeg blijven)", "nog niet te zeggen"
"""What is asked about own words, and the line that leaves it empty."""


class Line(Input):
    """A line of text that keeps all that is pasted: lines become one, and what does not fit is said."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        text = " ".join(event.text.split())
        room = LONGEST - len(self.value) + end - start
        self.replace(text[:room], start, end)
        if len(text) > room:
            self.notify(f"Meer dan {LONGEST} tekens past niet; het einde is eraf.", severity="warning")


class Field(Vertical):
    """A line of text under its label."""

    def __init__(self, label: str, *, id: str, value: str = "", hint: str = "", suggestions: Iterable[str] = ()) -> None:
        super().__init__(id=f"{id}-field", classes="field")
        self._label = label
        suggester = None
        if found := tuple(suggestions):
            from textual.suggester import SuggestFromList

            suggester = SuggestFromList(found, case_sensitive=False)
        self.input = Line(value=value, placeholder=hint, id=id, max_length=LONGEST, suggester=suggester, compact=True)

    def compose(self) -> ComposeResult:
        yield Static(self._label, classes="label", markup=False)
        yield self.input

    @property
    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.input.value.strip()


class Choices(OptionList):
    """A list to pick one from. A letter goes to the next line that begins with it.

    Lines are not coloured: the cursor has a ground of its own.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", "Omlaag", id="choices.down", show=False),
        Binding("up", "cursor_up", "Omhoog", id="choices.up", show=False),
        Binding("pagedown", "page_down", "Bladzijde omlaag", id="choices.page-down", show=False),
        Binding("pageup", "page_up", "Bladzijde omhoog", id="choices.page-up", show=False),
        Binding("home", "first", "Eerste", id="choices.first", show=False),
        Binding("end", "last", "Laatste", id="choices.last", show=False),
        Binding("enter", "select", "Kies", id="choices.select", show=False),
    ]

    def __init__(
        self, choices: Sequence[tuple[str, Content]], *, id: str, value: str = "", jump: bool = True, begin: bool = True
    ) -> None:
        """`choices` are a value and its line; `jump` lets letters go to a line; `begin` puts the cursor on the first."""
        super().__init__(*(Option(line) for _, line in choices), id=id, markup=False, compact=True)
        self.values = tuple(value for value, _ in choices)
        self._words = tuple(line.plain for _, line in choices)
        self._jump = jump
        if not begin:
            self.highlighted = None
        self.choose(value)

    @property
    def value(self) -> str:
        """The value of the line under the cursor; empty when the list is."""
        return self.values[self.highlighted] if self.highlighted is not None and self.values else ""

    async def _on_click(self, event: events.Click) -> None:
        """A click picks; only a double click is Enter, so that one in a dialog with more to ask records nothing."""
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if clicked is not None:
            self.highlighted = clicked
            if event.chain == 2:
                self.action_select()

    def offer(self, choices: Sequence[tuple[str, Content]], value: str = "") -> None:
        """Other lines to pick from. The cursor stays where it can, and else goes to `value`, or to the first."""
        kept = self.value
        self.clear_options()
        self.add_options([Option(line) for _, line in choices])
        self.values = tuple(each for each, _ in choices)
        self._words = tuple(line.plain for _, line in choices)
        self.highlighted = 0 if choices else None
        self.choose(value)
        self.choose(kept)

    def choose(self, value: str) -> None:
        """Put the cursor on a value."""
        if value in self.values:
            self.highlighted = self.values.index(value)

    def on_key(self, event: events.Key) -> None:
        letter = event.character
        if not self._jump or letter is None or not letter.isalnum():
            return
        start = (self.highlighted or 0) + 1
        order = [*range(start, len(self._words)), *range(start)]
        found = next((index for index in order if self._words[index].lstrip("●◐○ ").lower().startswith(letter.lower())), None)
        if found is not None:
            self.highlighted = found
            event.stop()


class Picker(Vertical):
    """A list to pick one from, under its label."""

    def __init__(self, label: str, choices: Choices) -> None:
        super().__init__(id=f"{choices.id}-field", classes="field picker")
        self._label = label
        self.choices = choices

    def compose(self) -> ComposeResult:
        yield Static(self._label, classes="label", markup=False)
        yield self.choices

    @property
    def value(self) -> str:
        """What is picked."""
        return self.choices.value


class TickList(SelectionList[str]):
    """Space ticks; Enter records what the dialog says. A tick is a sign, not only a colour."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Vink aan of uit", id="ticks.tick"),
        Binding("enter", "screen.record", "Leg vast", id="ticks.record", show=False),
    ]

    def render_line(self, y: int) -> Strip:
        """The line with an empty box where nothing is ticked (the stock list draws the same cross in another colour)."""
        strip = super().render_line(y)
        segments = list(strip)
        option = segments[1].style.meta.get("option") if len(segments) > 2 and segments[1].style else None
        if option is None or option >= self.option_count:
            return strip
        ticked = self.get_option_at_index(option).value in self.selected
        segments[1] = Segment("✓" if ticked else " ", segments[1].style)
        return Strip(segments)


class Ticks(Vertical):
    """Several to tick with the space bar, under their label."""

    def __init__(self, label: str, choices: Sequence[tuple[str, Content]], *, id: str, ticked: Iterable[str] = ()) -> None:
        super().__init__(classes="field picker")
        self._label = label
        chosen = set(ticked)
        self.list = TickList(*(Selection(line, value, value in chosen) for value, line in choices), id=id, compact=True)

    def compose(self) -> ComposeResult:
        yield Static(self._label, classes="label", markup=False)
        yield self.list

    @property
    def values(self) -> tuple[str, ...]:
        """What is ticked, in the order of the list."""
        return tuple(self.list.selected)


def roles(overview: Overview, *, nobody: str = "") -> list[tuple[str, Content]]:
    """The roles to pick from, with `nobody` in front when that is possible."""
    found = [(role.id, shown(role.name)) for role in overview.setting.scenario.roles]
    return [("", Content.styled(nobody, "italic")), *found] if nobody else found


def players(overview: Overview) -> list[tuple[str, Content]]:
    """The roles that sit at the table, to pick from."""
    return [(role.id, shown(role.name)) for role in overview.setting.scenario.roles if str(role.kind) == "speler"]


def nodes(overview: Overview) -> list[tuple[str, Content]]:
    """The nodes to pick from, each with its true state, as the board has them."""
    return [(row.id, Content.assemble(f"{row.sign} ", shown(row.name))) for row in overview.board.rows]


def acts(*, nobody: str) -> list[tuple[str, Content]]:
    """The acts of the council's files to pick from, with `nobody` in front for when nobody knows."""
    from simulator.scenario.council.load import vocabulary

    found = [(act.id, shown(act.title)) for act in vocabulary().acts.values()]
    return [("", Content.styled(nobody, "italic")), *found]


def crews(overview: Overview) -> list[tuple[str, Content]]:
    """The crews to pick from."""
    return [(crew.id, shown(crew.name)) for crew in overview.setting.landscape.crews]


def said_day(iso: str) -> str:
    """An ISO date as it is said in Dutch, 31-5-2027; as it was written when it is none."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return iso
    return f"{int(parts[2])}-{int(parts[1])}-{parts[0]}"
