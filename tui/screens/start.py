"""The start screen: what Ontregeld is, which scenario to play, which exercise to go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from tui.messages import DebriefChosen, ExerciseChosen, ScenarioChosen
from tui.text import flowed, framed, shown
from tui.widgets.big import Big
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from tui.shelf import ExerciseCard, ScenarioCard, Shelf

SENTENCE = (
    "Oefen een cybercrisis met uw gemeente: elk besluit verandert wat er daarna uitvalt, en de gemeenteraad krijgt er bewijs van."
)


GOES_ON = "U gaat verder waar de oefening stond. De klok staat dan stil. Met n kijkt u terug op wat er al gespeeld is."
ENDED = "Deze oefening is beëindigd. Met n opent u de nabespreking, met Enter het scherm van de oefenleider."


class Choices(OptionList, inherit_bindings=False):
    """What can be chosen, with its keys in Dutch."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Openen", id="start.open"),
        Binding("down", "cursor_down", "Volgende", show=False, id="start.down"),
        Binding("up", "cursor_up", "Vorige", show=False, id="start.up"),
        Binding("pagedown", "page_down", "Bladzijde verder", show=False, id="start.page-down"),
        Binding("pageup", "page_up", "Bladzijde terug", show=False, id="start.page-up"),
        Binding("home", "first", "Eerste", show=False, id="start.first"),
        Binding("end", "last", "Laatste", show=False, id="start.last"),
    ]


class Card(Sheet):
    """What is to be known of the choice under the cursor."""

    MORE = "↓ meer: spatie leest verder"


class StartScreen(Screen[None]):
    """Choose, and play."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "debrief", "Nabespreking", id="start.debrief"),
        Binding("space", "read_on", "Lees verder", show=False, id="start.read-on"),
    ]

    CSS_PATH = "start.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    EXPLANATION = (
        "Kies met de pijltjes een scenario om te spelen, of een oefening om mee verder te gaan. Enter opent uw keuze, "
        "spatie leest verder. Met n opent u de nabespreking van een oefening. "
        "Alles wat u speelt, wordt meteen bewaard in een oefenbestand in uw eigen map."
    )

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, ScenarioCard | ExerciseCard] = {}

    def compose(self) -> ComposeResult:
        with Vertical(id="hello"):
            yield Big("Ontregeld", share=0.16, largest=2, classes="accent")
            yield Static(SENTENCE, id="sentence")
        with Horizontal(id="choice"):
            yield Choices(id="shelf")
            yield Card(id="about")
        yield Footer(show_command_palette=False)

    def fill(self, shelf: Shelf) -> None:
        """Show what can be chosen."""
        self._cards = {f"s{index}": card for index, card in enumerate(shelf.scenarios)}
        self._cards |= {f"e{index}": card for index, card in enumerate(shelf.exercises)}
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_option(Option(framed("[$text-accent bold]Nieuwe oefening[/]"), disabled=True))
        for index, scenario in enumerate(shelf.scenarios):
            line = framed("$title\n$length", title=scenario.title, length=scenario.duration or "klopt nog niet")
            options.add_option(Option(line, id=f"s{index}"))
        if not shelf.scenarios:
            options.add_option(Option(framed("[$text-muted]De bibliotheek is leeg.[/]"), disabled=True))
        if shelf.exercises:
            options.add_option(Option(framed("\n[$text-accent bold]Verder met een oefening[/]"), disabled=True))
        for index, exercise in enumerate(shelf.exercises):
            line = framed("$title\n$when", title=exercise.title, when=exercise.when)
            options.add_option(Option(line, id=f"e{index}"))
        options.highlighted = next((place for place, option in enumerate(options.options) if not option.disabled), None)
        options.focus()
        if not self._cards:
            self.query_one(Card).tell(shown("Er is nog niets om te spelen."))

    @on(OptionList.OptionHighlighted)
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        card = self._cards.get(event.option_id or "")
        self.refresh_bindings()
        if card is not None:
            self.call_after_refresh(lambda: self.query_one(Card).tell(_told(card)))

    def on_mount(self) -> None:
        self.query_one(Card).tell(Content.styled("De bibliotheek wordt gelezen …", "$text-muted"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an exercise has a debrief."""
        return action != "debrief" or self._exercise() is not None

    def _exercise(self) -> ExerciseCard | None:
        """The exercise under the cursor that can be opened."""
        from tui.shelf import ExerciseCard

        chosen = self.query_one(OptionList).highlighted_option if self._cards else None
        card = self._cards.get(chosen.id or "") if chosen is not None else None
        return card if isinstance(card, ExerciseCard) and not card.trouble else None

    def action_debrief(self) -> None:
        """Look back on the exercise under the cursor."""
        card = self._exercise()
        if card is not None:
            self.post_message(DebriefChosen(card.file))

    def action_read_on(self) -> None:
        """Turn to what did not fit on the card."""
        self.query_one(Card).further()

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        from tui.shelf import ScenarioCard

        card = self._cards.get(event.option_id or "")
        if card is None:
            return
        if card.trouble:
            self.app.notify(card.trouble, title="Openen lukt niet", severity="error", timeout=15)
        elif isinstance(card, ScenarioCard):
            self.post_message(ScenarioChosen(card.id))
        else:
            self.post_message(ExerciseChosen(card.file))


def _told(card: ScenarioCard | ExerciseCard) -> Content:
    from tui.shelf import ScenarioCard

    if card.trouble:
        return framed("[bold]$title[/]\n\n[$text-error]✗ $trouble[/]", title=card.title, trouble=card.trouble)
    if not isinstance(card, ScenarioCard):
        return framed(
            "[bold]$title[/]\n\nGespeeld tot  [bold]$stood[/] na het begin\nLaatst        $when\n"
            "Bestand       [$text-muted]$file[/]"
            "\n\n$then",
            title=card.title, stood=card.stood, when=card.when, file=card.file, then=ENDED if card.ended else GOES_ON,
        )  # fmt: skip
    head = framed("[bold]$title[/]\n[$text-muted]Duurt ongeveer $length[/]\n\n", title=card.title, length=card.duration)
    goals = Content("\n").join([framed("[$text-accent]·[/] $goal", goal=goal) for goal in card.goals])
    return Content.assemble(head, flowed(card.summary), "\n\n", framed("[$text-accent bold]Leerdoelen[/]\n"), goals)
