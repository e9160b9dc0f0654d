"""Who is there: which person plays which role, and how. All of it may be left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.suggester import Suggester
from textual.widgets import Button, Footer, Input, Label, Static

from tui.messages import RoleFilled, SetupDone
from tui.picture import ExerciseScreen, Picture
from tui.text import framed, shown
from tui.widgets.choice import Choice

if TYPE_CHECKING:
    from simulator.scenario.model import Role


class _Names(Suggester):
    """A name that was typed for another role: one person may hold several."""

    def __init__(self, screen: SetupScreen) -> None:
        super().__init__(use_cache=False)
        self._screen = screen

    async def get_suggestion(self, value: str) -> str | None:
        typed = (each.value.strip() for each in self._screen.query(Input))
        return next((name for name in typed if len(name) > len(value) and name.casefold().startswith(value)), None)


class SetupScreen(ExerciseScreen):
    """One row a role; Enter goes on as it stands."""

    CSS_PATH = "setup.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-tight"), (38, "-roomy")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "go_on", "Naar het draaiboek", id="setup.go-on"),
        Binding("f6", "pick", "Raadsvragen", id="setup.pick"),
        Binding("f7", "documents", "Stukken", id="setup.documents"),
        Binding("down", "app.focus_next", "Volgend veld", show=False, id="setup.next"),
        Binding("up", "app.focus_previous", "Vorig veld", show=False, id="setup.previous"),
    ]
    EXPLANATION = (
        "Vul in wie er zijn, of sla dit over: de oefening werkt ook zonder namen. Een naam mag bij meer rollen staan. "
        "Namen komen in een eigen tabel van het oefenbestand, nooit in het logboek, en zijn later te wissen. "
        "Met F6 kiest de griffier de raadsvragen die in het verslag voorop staan, met F7 zegt u welke stukken er getoond zijn."
    )

    def __init__(self) -> None:
        super().__init__()
        self._roles: tuple[str, ...] = ()
        self._picture: Picture | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="head"):
            yield Static("", id="title")
            yield Static(framed("[$text-muted]Wie zijn er? Alles mag leeg blijven: u kunt meteen verder.[/]"))
        yield VerticalScroll(id="rows", can_focus=False)
        with Vertical(id="foot"):
            yield Static("", id="projector-hint")
            yield Button("Verder naar het draaiboek", id="go-on", variant="primary", compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(Button).focus()

    def publish(self, picture: Picture) -> None:
        self._picture = picture
        hint = f"ontregeld project {picture.file}"
        self.query_one("#title", Static).update(shown(picture.setting.scenario.title))
        self.query_one("#projector-hint", Static).update(
            framed("[$text-muted]Het scherm voor de zaal opent u in een tweede terminal met:[/]\n[bold]$hint[/]", hint=hint)
        )
        if not self._roles:
            roles = sorted(picture.setting.scenario.roles, key=lambda role: str(role.kind) == "tegenspel")
            self._roles = tuple(role.id for role in roles)
            self._fill(roles)

    def _fill(self, roles: Sequence[Role]) -> None:
        """The players first, then who is played by the response cell."""
        rows = self.query_one("#rows")
        players = [role for role in roles if str(role.kind) != "tegenspel"]
        rows.mount(Static(framed("[$text-accent bold]Spelers[/]"), classes="heading"))
        rows.mount_all([self._row(role) for role in players])
        if len(players) < len(roles):
            rows.mount(Static(framed("[$text-accent bold]Gespeeld door het tegenspel[/]"), classes="heading"))
            rows.mount_all([self._row(role) for role in roles if role not in players])

    def _row(self, role: Role) -> Horizontal:
        from simulator.exercise.events import Attendance

        usual = "tegenspel" if str(role.kind) == "tegenspel" else "aanwezig"
        choices = tuple((str(value), str(value)) for value in Attendance)
        name = Input(placeholder="naam (mag leeg)", suggester=_Names(self), id=f"name-{role.id}", compact=True, max_length=60)
        return Horizontal(Label(shown(role.name)), name, Choice(choices, usual, id=f"how-{role.id}"), classes="row")

    def on_input_submitted(self) -> None:
        """Enter in a field goes to the next."""
        self.focus_next()

    def on_button_pressed(self) -> None:
        self.action_go_on()

    def action_pick(self) -> None:
        """The questions that lead the report."""
        from tui.dialogs.papers import PickDialog

        if self._picture is not None:
            self.app.push_screen(PickDialog(self._picture.state))

    def action_documents(self) -> None:
        """The documents that are shown."""
        from tui.dialogs.papers import DocumentsDialog

        if self._picture is not None:
            self.app.push_screen(DocumentsDialog(self._picture.state))

    def action_go_on(self) -> None:
        """Say who plays what, and go on."""
        for role in self._roles:
            name, how = self.query_one(f"#name-{role}", Input).value.strip(), self.query_one(f"#how-{role}", Choice).value
            self.post_message(RoleFilled(role, name, how))
        self._roles = ()
        self.post_message(SetupDone())
