"""The app: opens an exercise, hands commands to it, shows what came of it, and catches what goes wrong."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from simulator.errors import CommandRefused, OntregeldError
from simulator.plain import plain
from tui import openings
from tui.keys import key_name
from tui.messages import DebriefChosen, ExerciseChosen, ImprovementAsked, Requested, RoleFilled, ScenarioChosen, SetupDone
from tui.openings import Begin, LookBack, Observe, Opening, Play, Project, TakeSeat
from tui.picture import ExerciseScreen, Picture
from tui.screens.making import Kind, exercise_screen
from tui.source import Source, Writer
from tui.terminal import driver, leave_on_signals
from tui.text import Wall
from tui.theme import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from simulator.exercise.events import Recorded

STAYS = 60
"""Seconds that a trouble stays on the screen; while it lasts it is told again."""


class OntregeldApp(App[None], inherit_bindings=False):
    """One window on one exercise. What failed for good stands in `failure` when it has run."""

    TITLE = "Ontregeld"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    DEFAULT_MODE = "exercise"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "explain", "Uitleg", id="app.explain"),
        Binding("f2", "switch_theme", "Licht/donker", id="app.theme"),
        Binding("ctrl+p", "command_palette", "Opdrachten", id="app.commands", show=False, priority=True),
        Binding("ctrl+q", "leave", "Afsluiten", id="app.leave", priority=True),
        Binding("ctrl+c", "help_quit", "Hoe sluit ik af?", id="app.help-quit", show=False, system=True),
    ]

    def __init__(self, opening: Opening) -> None:
        self._wall = Wall()
        super().__init__(driver_class=driver())
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = DARK.name
        self.opening = opening
        self.picture: Picture | None = None
        """The exercise as it stands; None until it is loaded."""
        self.failure: BaseException | None = None
        self._writer = Writer()
        self._source: Source | None = None
        self._requests: asyncio.Queue[Requested | RoleFilled] = asyncio.Queue()
        self._complaint = ""
        self._complained = 0.0
        self.add_mode(self.DEFAULT_MODE, self._first_screen)

    # --- the first frame, and what comes after it

    def _first_screen(self) -> Screen[None]:
        from tui.screens.loading import LoadingScreen

        if isinstance(self.opening, Begin):
            return LoadingScreen("De bibliotheek wordt gelezen …", marked=False)
        return LoadingScreen("De oefening wordt klaargezet …", marked=not isinstance(self.opening, Play | LookBack))

    def on_ready(self) -> None:
        """The first frame stands: now load what it will show."""
        leave_on_signals(self.exit)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        self.load()

    def load(self) -> None:
        """Begin to load what the app was opened for."""
        match self.opening:
            case Begin():
                self.run_worker(self._begin(), name="shelf")
            case Play():
                self.run_worker(self._play(self.opening), name="exercise")
            case Project(file=file):
                self.run_worker(self._watch(file), name="exercise")
            case TakeSeat(file=file, role=role):
                self.run_worker(self._watch(file, role), name="exercise")
            case LookBack(file=file):
                self.run_worker(self._look_back(file), name="exercise")
            case Observe():
                self.run_worker(self._observe(self.opening), name="exercise")

    async def _begin(self) -> None:
        from tui.screens.start import StartScreen

        await self.push_screen(StartScreen())
        await self._fill_shelf()

    async def _fill_shelf(self) -> None:
        from tui.screens.start import StartScreen
        from tui.shelf import shelf

        stock = await asyncio.to_thread(shelf)
        if isinstance(self.screen, StartScreen):
            self.screen.fill(stock)

    async def _play(self, opening: Play) -> None:
        try:
            source = await self._writer.run(openings.play, opening)
        except OntregeldError as error:
            self._could_not_open(error)
            return
        self._source = source
        picture = await self._writer.run(source.picture)
        from simulator.exercise.state import Phase

        if source.warning:
            self.notify(source.warning, title="Let op", severity="warning", timeout=20)
        await self._go_on("setup" if picture.state.phase is Phase.CREATED else "console")
        await self._serve(source, picture)

    async def _watch(self, file: Path, role: str = "") -> None:
        try:
            self._source = source = await self._writer.run(openings.watch, file, role)
            picture = await self._writer.run(source.picture)
        except OntregeldError as error:
            self._could_not_open(error)
            return
        await self._go_on("seat" if role else "projector", role)
        await self._serve(source, picture)

    async def _look_back(self, file: Path) -> None:
        from tui.looking_back import look_back

        try:
            self._source = source = await self._writer.run(look_back, file)
            picture = await self._writer.run(source.picture)
        except OntregeldError as error:
            self._could_not_open(error)
            return
        if source.warning:
            self.notify(source.warning, title="Let op", severity="warning", timeout=20)
        await self._go_on("debrief")
        await self._serve(source, picture)

    async def _observe(self, opening: Observe) -> None:
        from tui.observing import observe
        from tui.screens.observer import ObserverScreen

        try:
            source, observer = await self._writer.run(observe, opening)
            self._source = source
            picture = await self._writer.run(source.picture)
        except OntregeldError as error:
            self._could_not_open(error)
            return
        await self._put_on(ObserverScreen(observer.actor, observer.name, observer.questions, observer.apart))
        await self._serve(source, picture)

    async def _go_on(self, to: Kind, role: str = "") -> None:
        await self._put_on(exercise_screen(to, role))

    async def _put_on(self, screen: ExerciseScreen) -> None:
        """Put the next screen on; the first one stays below it."""
        if len(self.screen_stack) == 1:
            await self.push_screen(screen)
        else:
            await self.switch_screen(screen)

    def _could_not_open(self, error: OntregeldError) -> None:
        """At the start screen one can choose again; who typed a command reads it in the terminal."""
        if isinstance(self.opening, Begin):
            self.notify(str(error), title="Openen lukt niet", severity="error", timeout=20)
            self.run_worker(self._fill_shelf(), name="shelf")
            return
        self.failure = error
        self.exit(return_code=1)

    # --- commands up, pictures down

    @on(Requested)
    @on(RoleFilled)
    def _queue(self, message: Requested | RoleFilled) -> None:
        message.stop()
        self._requests.put_nowait(message)

    async def _serve(self, source: Source, picture: Picture) -> None:
        """Hand over what is asked, let time pass, and show what changed, until the app ends."""
        self._publish(picture, anew=True)
        while True:
            try:
                request = await asyncio.wait_for(self._requests.get(), source.period)
            except TimeoutError:
                request = None
            try:
                await self._do(source, request)
            except OntregeldError as error:
                self.complain(error)
                if isinstance(request, Requested) and request.otherwise is not None:
                    request.otherwise()
            else:
                self._complaint = ""

    async def _do(self, source: Source, request: Requested | RoleFilled | None) -> None:
        recorded: tuple[Recorded, ...] = ()
        match request:
            case ImprovementAsked(improvement=improvement, contact=contact):
                recorded = await self._writer.run(source.plan, improvement, contact)
            case Requested(command=command):
                recorded = await self._writer.run(source.do, command)
            case RoleFilled(role=role, name=name, attendance=attendance):
                await self._writer.run(source.fill, role, name, attendance)
            case None:
                await self._writer.run(source.beat)
        self._publish(await self._writer.run(source.picture))
        if isinstance(request, Requested) and request.then is not None:
            request.then(recorded)

    def _publish(self, picture: Picture, *, anew: bool = False) -> None:
        """Show the picture if anything in it is new, or if the screen is; else only the time."""
        before, self.picture = self.picture, picture
        if not self.is_running:  # The screens are being taken down, child by child.
            return
        for screen in self.screen_stack:
            if not isinstance(screen, ExerciseScreen):
                continue
            if anew or before is None or _differs(before, picture):
                screen.publish(picture)
            else:
                screen.tell_time(picture.seconds)

    @on(ScenarioChosen)
    def _play_scenario(self, message: ScenarioChosen) -> None:
        self.run_worker(self._play(Play(target=message.scenario)), name="exercise")

    @on(ExerciseChosen)
    def _resume_exercise(self, message: ExerciseChosen) -> None:
        self.run_worker(self._play(Play(target=str(message.file), file=message.file)), name="exercise")

    @on(DebriefChosen)
    async def _to_debrief(self, message: DebriefChosen) -> None:
        """From the start screen: open it. From the console: over the console, which stays."""
        if message.file is not None:
            self.run_worker(self._look_back(message.file), name="exercise")
        elif self.picture is not None and len(self.screen_stack) > 1:
            await self.push_screen(exercise_screen("debrief", ""))
            self._publish(self.picture, anew=True)

    @on(SetupDone)
    async def _to_console(self) -> None:
        await self._go_on("console")
        if self.picture is not None:
            self._publish(self.picture, anew=True)

    # --- what goes wrong

    def complain(self, error: OntregeldError) -> None:
        """Say what is wrong. A trouble that lasts stays on the screen, and is not told five times a second."""
        if str(error) == self._complaint and time.monotonic() - self._complained < STAYS:
            return
        self._complained = time.monotonic()
        refused = isinstance(error, CommandRefused)
        self._complaint = "" if refused else str(error)
        title = "Dat kan nu niet" if refused else "Let op"
        severity: Literal["warning", "error"] = "warning" if refused else "error"
        self.notify(str(error), title=title, severity=severity, timeout=10 if refused else STAYS)

    def _handle_exception(self, error: Exception) -> None:
        """The door for our own bugs: leave the terminal clean; `failure` says the rest."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self.failure is None:
            self.failure = cause
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._return_code = 1 if isinstance(cause, OntregeldError) else 3
        self._close_messages_no_wait()

    def fail(self, error: BaseException | None) -> None:
        """A bug in another thread: end the app by the same door."""
        if isinstance(error, Exception):
            self.call_later(self._handle_exception, error)

    def shut(self) -> None:
        """Let the last write end and close the exercise file."""
        self._writer.finish(self._source.close if self._source is not None else lambda: None)

    # --- text, colours, keys

    def notify(
        self, message: str, *, title: str = "", severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None, markup: bool = False,
    ) -> None:  # fmt: skip
        """A toast. Always plain text: it often quotes what strangers wrote."""
        super().notify(plain(message), title=plain(title), severity=severity, timeout=timeout, markup=False)

    def get_line_filters(self) -> tuple[LineFilter, ...]:
        """The wall behind the one safe door, with Textual's own filters in it."""
        inner = tuple(super().get_line_filters())
        if inner != self._wall.inner:
            self._wall = Wall(inner)
        return (self._wall,)

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on the keyboard."""
        return binding.key_display or key_name(binding.key)

    def action_switch_theme(self) -> None:
        """Dark becomes light, light becomes dark."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help_quit(self) -> None:
        """Ctrl+C copies; who meant to leave is told how."""
        self.notify("Afsluiten doet u met Ctrl+Q. De oefening blijft bewaard.")

    def action_leave(self) -> None:
        """Leave at once when nothing runs; else ask."""
        from tui.screens.leave import LeaveScreen, must_ask

        if must_ask(self.picture, self.opening):
            self.push_screen(LeaveScreen(), lambda leave: self.exit() if leave else None)
        else:
            self.exit()

    def action_explain(self) -> None:
        """What the keys and terms of this screen mean."""
        from tui.screens.explain import ExplainScreen, keys_of

        if not isinstance(self.screen, ExplainScreen):
            self.push_screen(ExplainScreen(keys_of(self.screen)))

    def action_command_palette(self) -> None:
        """Search the commands by name."""
        from tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder="Zoek een opdracht…"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands that every screen has."""
        yield SystemCommand("Uitleg", "De toetsen en begrippen van dit scherm", self.action_explain)
        yield SystemCommand("Licht of donker", "Wissel tussen het lichte en het donkere thema", self.action_switch_theme)
        yield SystemCommand("Afsluiten", "Sluit Ontregeld; de oefening blijft bewaard", self.action_leave)


def _differs(before: Picture, after: Picture) -> bool:
    return len(before.recorded) != len(after.recorded) or before.state.minute != after.state.minute
