"""Eerste indrukken: the questions of the scenario, and what roles and room said to them right away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.debrief.listed import ListedRows, ListedSection
from tui.debrief.section import DebriefPicture
from tui.dialogs.hot_wash import AnswerDialog, HandsDialog
from tui.text import framed, shown
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.exercise.evaluation.events import HotWashAnswered
    from tui.dialogs.dialog import Dialog

NOTHING = "Nog niets opgeschreven. Met a legt u een antwoord vast, met h een handopsteking."


class HotWashTable(ListedRows):
    """A line a question."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="number", label="", width=2),
        Column(key="question", label="Vraag"),
        Column(key="answers", label="Antwoorden", width=11),
        Column(key="hands", label="Handen", width=12, from_width=70),
    )


class HotWashSection(ListedSection):
    """What they thought of it, before anybody analyses it."""

    TABLE = HotWashTable
    EMPTY = "Dit scenario geeft geen vragen voor de nabespreking mee."
    EXPLANATION = (
        "Begin de nabespreking hier: wat viel op, direct na afloop? De vragen komen uit het scenario. Kies er een met ↑ en ↓. "
        "Met a schrijft u op wat iemand zei, als rol of namens de zaal. Met h telt u handen. Een antwoord wordt nooit "
        "veranderd: zegt iemand het later anders, schrijf dat er dan bij. Schrijf geen namen van mensen op."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "answer", "Antwoord", id="hot-wash.answer"),
        Binding("h", "hands", "Handen", id="hot-wash.hands"),
    ]

    def head(self, picture: DebriefPicture) -> Content:
        said = picture.state.evaluation.hot_wash
        asked = len({each.event.question for each in said})
        words = f"{asked} van de {len(picture.setting.scenario.debrief)} vragen besproken"
        return framed("[bold]Eerste indrukken[/]  [$text-muted]$words[/]", words=words)

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        return {str(number): _cells(picture, number) for number in range(len(picture.setting.scenario.debrief))}

    def title(self, picture: DebriefPicture, key: str) -> Content:
        return framed("Vraag $number", number=int(key) + 1)

    def told(self, picture: DebriefPicture, key: str) -> Content:
        question = shown(picture.setting.scenario.debrief[int(key)]).stylize("bold")
        return Content("\n").join((question, *_said(picture, int(key))))

    def action_answer(self) -> None:
        """Write down what somebody said."""
        if self._may() and self.picture is not None:
            roles = [(role.id, shown(role.name)) for role in self.picture.setting.scenario.roles]
            self._open(AnswerDialog(int(self.list.current), self._question, roles))

    def action_hands(self) -> None:
        """Count hands."""
        if self._may() and self.picture is not None:
            before = [each.event.of for each in self.picture.state.evaluation.hot_wash if each.event.of > 0]
            self._open(HandsDialog(int(self.list.current), self._question, of=before[-1] if before else 0))

    @property
    def _question(self) -> str:
        return self.picture.setting.scenario.debrief[int(self.list.current)] if self.picture is not None else ""

    def _may(self) -> bool:
        """Whether there is a question, and something can be recorded; if not, it is said why."""
        if self.picture is None or not self.list.current:
            return False
        if self.picture.readonly:
            self.app.notify(self.picture.readonly, title="Dat kan nu niet", severity="warning")
        return not self.picture.readonly

    def _open(self, dialog: Dialog) -> None:
        self.app.push_screen(dialog)


def _answers(picture: DebriefPicture, number: int) -> list[HotWashAnswered]:
    return [each.event for each in picture.state.evaluation.hot_wash if each.event.question == number]


def _cells(picture: DebriefPicture, number: int) -> tuple[Content, ...]:
    found = _answers(picture, number)
    last = next((each for each in reversed(found) if each.hands >= 0), None)
    hands = f"{last.hands} van {last.of}" if last is not None else ""
    count = Content.styled(f"✓ {len(found)}", "$text-success") if found else Content.styled("–", "$text-muted")
    return (shown(str(number + 1)), shown(picture.setting.scenario.debrief[number]), count, shown(hands))


def _said(picture: DebriefPicture, number: int) -> Iterator[Content]:
    """Each answer with who gave it: a role, or the room."""
    from simulator.insight.wording import role_name

    found = _answers(picture, number)
    if not found:
        yield shown(NOTHING).stylize("$text-muted")
    for each in found:
        who = role_name(picture.setting, each.role) if each.role else "De zaal"
        hands = f"{each.hands} van {each.of} handen omhoog" if each.hands >= 0 else ""
        words = ": ".join(filter(None, (hands, each.text)))
        yield framed("[$text-muted]$who[/]  $words", who=who, words=words)
