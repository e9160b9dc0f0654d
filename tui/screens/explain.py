"""F1: the keys of what has focus, and the terms that the screen uses."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from tui.glossary import Entry, glossary, matching
from tui.keys import key_name
from tui.text import framed, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What F1 tells of a screen."""

    keys: tuple[tuple[str, str], ...]
    """(key, what it does), of what has focus first."""
    explanation: str


def keys_of(screen: Screen[object]) -> Help:
    """The keys that work now, each once, with a description in our own words; and the screen's own explanation."""
    found: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if binding.id and binding.description and not binding.system and active.enabled:
            found.setdefault(binding.description, []).append(key_name(key))
    keys = tuple((" / ".join(names), description) for description, names in found.items())
    return Help(keys=keys, explanation=str(getattr(screen, "EXPLANATION", "")))


class ExplainScreen(ModalScreen[None]):
    """Keys above, terms below; typing searches the terms."""

    CSS_PATH = "explain.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss", "Sluiten", id="explain.close", priority=True),
        Binding("down", "scroll(1)", "Verder", id="explain.down", priority=True),
        Binding("up", "scroll(-1)", "Terug", id="explain.up", priority=True),
        Binding("pagedown", "scroll(10)", "Bladzijde verder", id="explain.page-down", priority=True),
        Binding("pageup", "scroll(-10)", "Bladzijde terug", id="explain.page-up", priority=True),
    ]

    def __init__(self, help: Help) -> None:
        super().__init__()
        self._help = help
        self._terms: tuple[Entry, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Static(framed("[$text-accent bold]Uitleg[/]   [$text-muted]Esc sluit · ↑ ↓ bladert · typ om te zoeken[/]"))
            yield Input(placeholder="Zoek een begrip, zoals RTO of mandaat", id="search")
            with VerticalScroll(can_focus=False, id="pages"):
                yield Static(self._keys(), id="keys")
                yield Static("", id="terms")

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.run_worker(self._read(), name="glossary")

    async def _read(self) -> None:
        self._terms = await asyncio.to_thread(glossary)
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#keys").display = not event.value.strip()
        self._show(event.value)

    def action_scroll(self, rows: int) -> None:
        """Turn the pages while the search field keeps the focus."""
        self.query_one("#pages", VerticalScroll).scroll_relative(y=rows, animate=False)

    def _keys(self) -> Content:
        wide = max((len(keys) for keys, _ in self._help.keys), default=0)
        rows = [framed("[bold]$key[/]  $does", key=keys.ljust(wide), does=does) for keys, does in self._help.keys]
        parts = [shown(self._help.explanation), Content("")] if self._help.explanation else []
        return Content("\n").join([*parts, framed("[$text-accent bold]Toetsen[/]"), *rows])

    def _show(self, wanted: str) -> None:
        rows = [_told(each) for each in matching(self._terms, wanted)]
        head = framed("[$text-accent bold]Begrippen[/]\n")
        if rows or not self._terms:
            body = Content("\n").join(rows)
        else:
            body = framed("Geen begrip gevonden voor “$wanted”.", wanted=wanted)
        self.query_one("#terms", Static).update(Content("\n").join([head, body]) if self._terms else Content(""))


def _told(entry: Entry) -> Content:
    also = f" ({', '.join(entry.also)})" if entry.also else ""
    return framed("[bold]$term[/]$also\n$text\n", term=entry.term, also=also, text=entry.text)
