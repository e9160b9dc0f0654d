"""The debrief: its parts in a list, and the one that is looked at beside it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from tui.debrief.replay import Replay
from tui.debrief.section import DebriefPicture, Section
from tui.debrief.sections import Part, numbered
from tui.picture import ExerciseScreen, Picture
from tui.text import framed

PARTS: tuple[tuple[str, Part], ...] = numbered()


class PartList(OptionList, inherit_bindings=False):
    """The parts of the debrief, with its keys in Dutch."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "select", "Naar het onderdeel", id="parts.open", key_display="⏎"),
        Binding("down", "cursor_down", "Volgend onderdeel", show=False, id="parts.down"),
        Binding("up", "cursor_up", "Vorig onderdeel", show=False, id="parts.up"),
        Binding("home", "first", "Eerste onderdeel", show=False, id="parts.first"),
        Binding("end", "last", "Laatste onderdeel", show=False, id="parts.last"),
    ]


class DebriefScreen(ExerciseScreen):
    """Looks back on an exercise. Each part is made when it is first looked at, and brought up to date while it is."""

    CSS_PATH = "debrief.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "to_list", "Lijst", id="debrief.list"),
        Binding("q", "close", "Sluit", id="debrief.close"),
        *(
            Binding(key, f"go('{part.id}')", f"Naar {part.title.lower()}", id=f"debrief.part-{part.id}", show=False)
            for key, part in PARTS
            if key
        ),
    ]
    ABOUT = (
        "De nabespreking kijkt terug op de oefening. Links staan de onderdelen: kies met ↑ en ↓ of met een cijfer, en ga met "
        "Enter het onderdeel in. Esc gaat terug naar de lijst. Namen van mensen staan hier niet: u kunt dit scherm aan de zaal "
        "tonen."
    )

    def __init__(self) -> None:
        super().__init__()
        self._picture: DebriefPicture | None = None
        self._parts = {part.id: part for _, part in PARTS}
        self._sections: dict[str, Section] = {}
        self._up_to_date: dict[str, DebriefPicture] = {}
        self._current = ""

    @property
    def EXPLANATION(self) -> str:  # noqa: N802
        """What F1 tells: of this screen, and of the part that is looked at."""
        section = self._sections.get(self._current)
        return f"{self.ABOUT}\n\n{section.EXPLANATION}" if section is not None and section.EXPLANATION else self.ABOUT

    def compose(self) -> ComposeResult:
        yield Static("", id="about")
        with Horizontal(id="debrief"):
            yield PartList(*(_option(key, part) for key, part in PARTS), id="parts")
            yield Container(id="section")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(PartList).focus()

    # --- pictures down

    def publish(self, picture: Picture) -> None:
        before = self._picture.replay if self._picture is not None else None
        self._picture = DebriefPicture(
            setting=picture.setting,
            state=picture.state,
            recorded=picture.recorded,
            replay=Replay(picture.setting, picture.recorded, before),
            file=picture.file,
            readonly=picture.readonly,
        )
        self.query_one("#about", Static).update(_about(self._picture), layout=False)
        self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        """Give the part that is looked at what is new; the others get it when they are looked at."""
        section = self._sections.get(self._current)
        if section is None or self._picture is None or not section.is_mounted:
            return
        if self._up_to_date.get(self._current) is not self._picture:
            self._up_to_date[self._current] = self._picture
            section.publish(self._picture)

    # --- parts

    @on(OptionList.OptionHighlighted, "#parts")
    async def _follow(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        await self._show(event.option_id or "")

    @on(OptionList.OptionSelected, "#parts")
    async def _enter(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_go(event.option_id or "")

    async def action_go(self, part: str) -> None:
        """Look at a part; the keys go to it."""
        await self._show(part)
        parts = self.query_one(PartList)
        parts.highlighted = parts.get_option_index(part)
        self._sections[part].enter()

    def action_to_list(self) -> None:
        """The keys go to the list."""
        self.query_one(PartList).focus()

    def action_close(self) -> None:
        """Back to the console if one came from there; else leave."""
        if isinstance(self.app.screen_stack[-2], ExerciseScreen):
            self.dismiss()
        else:
            self.app.call_next(self.app.run_action, "leave")

    async def _show(self, part: str) -> None:
        if part == self._current:
            return
        self._current = part
        if part not in self._sections:
            self._sections[part] = self._parts[part].make()
            await self.query_one("#section").mount(self._sections[part])
        for name, section in self._sections.items():
            section.display = name == self._current
        self._bring_up_to_date()


def _option(key: str, part: Part) -> Option:
    return Option(framed("[bold]$key[/] $title", key=key or " ", title=part.title), id=part.id)


def _about(picture: DebriefPicture) -> Content:
    """What is looked back on, and whether anything can be recorded."""
    notes = [] if picture.ended else ["nog niet beëindigd"]
    notes += ["alleen lezen"] if picture.readonly else []
    note = f"  ▲ {', '.join(notes)}" if notes else ""
    return framed(
        "[b]OEFENING[/]  Nabespreking: [b]$title[/]  [$text-muted]tot $last[/][$text-warning]$note[/]",
        title=picture.setting.scenario.title, last=picture.at(picture.replay.last), note=note,
    )  # fmt: skip
