"""A decision in the team's own words, with what it does out of a short palette."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from simulator.exercise.commands import Command, Decide, OwnEffect
from simulator.exercise.deciding.choices import unfit
from tui.dialogs.dialog import Dialog
from tui.dialogs.fields import ASKS_ACT, UNKNOWN_ACT, Choices, Field, Picker, acts, crews, nodes
from tui.text import shown
from tui.widgets.overview import Overview

PALETTE: tuple[tuple[str, OwnEffect, str], ...] = (
    ("n", "none", "geen gevolg voor de systemen"),
    ("i", "isolate", "isoleren: een onderdeel loskoppelen"),
    ("f", "fallback", "noodprocedure van een onderdeel starten"),
    ("c", "crew", "extra mensen bij een ploeg"),
    ("p", "priority", "voorrang bij herstel voor een onderdeel"),
)
"""Key, effect and words."""


NEEDS_NODE = ("isolate", "fallback", "priority")


class Palette(Choices):
    """What the decision does. Its letter goes there."""

    class Lettered(Message):
        """An effect was picked by its letter."""

    def on_key(self, event: events.Key) -> None:
        value = next((effect for key, effect, _ in PALETTE if key == event.character), None)
        if value is not None:
            event.stop()
            self.choose(value)
            self.post_message(self.Lettered())


class OwnWordsDialog(Dialog):
    """Words, Enter, a letter, Enter: recorded."""

    HEADING: ClassVar[str] = "Besluit in eigen woorden"

    def __init__(self, overview: Overview, dilemma: str, node: str, words: str = "", by: str = "") -> None:
        """`dilemma` is the open decision that it answers, `node` what it is likely to be about, `by` the role that decided."""
        super().__init__()
        self._overview = overview
        self._dilemma = dilemma
        self._node = node
        self._words = words
        self._by = by
        self._listed: OwnEffect = "none"
        """The effect that the list of nodes is for."""

    def body(self) -> ComposeResult:
        title = next((each.title for each in self._overview.decisions.open if each.id == self._dilemma), "")
        about = f"Over: {title}" if title else "Los van de open dilemma's."
        by = next((role.name for role in self._overview.setting.scenario.roles if role.id == self._by), "")
        yield Static(shown(f"{about}  Besloten door: {by}." if by else about), classes="note paragraph")
        yield Field("Wat besloot het team?", id="words", hint="In de woorden van het team", value=self._words)
        effects = [(effect, Content.assemble((f"{key}  ", "bold"), words)) for key, effect, words in PALETTE]
        yield Picker("Wat doet het?", Palette(effects, id="effect", jump=False))
        yield Picker("Waarop?", Choices(nodes(self._overview), id="target", value=self._node))
        yield Picker("Welke ploeg?", Choices(crews(self._overview), id="crew"))
        yield Picker(ASKS_ACT, Choices(acts(nobody=UNKNOWN_ACT), id="act"))

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("n i f c p", "wat het doet"), ("tab", "volgende vraag"))

    def on_mount(self) -> None:
        self.query_one("#words").focus()
        self._ask_target()

    @on(OptionList.OptionHighlighted, "#effect")
    def _ask_target(self) -> None:
        self.query_one("#target-field").display = self._effect in NEEDS_NODE
        self.query_one("#crew-field").display = self._effect == "crew"
        if self._effect in NEEDS_NODE and self._effect != self._listed:
            self._listed = self._effect
            self.query_one("#target", Choices).offer(self._fitting(), self._node)

    def _fitting(self) -> list[tuple[str, Content]]:
        """The nodes to which own words can do what is picked."""
        known = self._overview.setting.nodes
        return [(node, line) for node, line in nodes(self._overview) if not unfit(self._effect, known[node])]

    @on(Palette.Lettered)
    def _go_to_target(self) -> None:
        self._ask_target()
        if (target := self._target) and target.values:
            target.focus()

    def entered(self, field: Widget) -> None:
        """The words stand: on to what they do, and to what."""
        if field.id == "words" and self.query_one("#words", Input).value.strip():
            self.query_one("#effect").focus()
        elif field.id == "effect" and (target := self._target) and target.values:
            target.focus()
        else:
            self.action_record()

    @property
    def _effect(self) -> OwnEffect:
        value = self.query_one("#effect", Palette).value
        return next(effect for _, effect, _ in PALETTE if effect == value)

    @property
    def _target(self) -> Choices | None:
        if self._effect in NEEDS_NODE:
            return self.query_one("#target", Choices)
        return self.query_one("#crew", Choices) if self._effect == "crew" else None

    def command(self) -> Command | Widget | str:
        words = self.query_one("#words", Input)
        if not words.value.strip():
            return words
        if self._target and not self._target.values:
            return "Dit past nergens in dit landschap. Kies een ander gevolg, of geen."
        return Decide(
            decision=self._dilemma,
            words=words.value.strip(),
            effect=self._effect,
            target=self._target.value if self._target else "",
            by=self._by,
            act=self.query_one("#act", Choices).value,
        )
