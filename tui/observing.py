"""An observer's way in: into the exercise itself, or into a notebook of one's own that is merged later."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.openings import Observe
from tui.picture import Picture
from tui.source import Watching

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.evaluation.commands import PlanImprovement
    from simulator.exercise.events import Recorded
    from simulator.exercise.setting import Setting
    from simulator.session.observing.notebook import Notebook

APART_TOKEN = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observer:
    """Who observes, and what there is to watch."""

    actor: str
    name: str
    questions: dict[str, str]
    """The council's questions that play can show, in words, by id."""
    apart: str = ""


class Apart:
    """A notebook of one's own: no exercise is followed, and every note is on the disk at once."""

    period = 0.5

    def __init__(self, setting: Setting, notebook: Notebook, actor: str) -> None:
        from simulator.journal.memory import MemoryJournal
        from simulator.session.header import header_of
        from simulator.session.ledger import Ledger

        self._notebook = notebook
        self._actor = actor
        self._ledger = Ledger(MemoryJournal(header_of(setting, "apart")), setting)
        for note in notebook.read().notes:
            self._show(note.text, note.question, note.role, note.confidential, note.wall)

    def picture(self) -> Picture:
        ledger = self._ledger
        return Picture(setting=ledger.setting, state=ledger.state, recorded=ledger.recorded, seconds=0, file=self._notebook.path)

    def do(self, command: Command) -> tuple[Recorded, ...]:
        """Write a note down. What the exercise would refuse is refused before it is written."""
        from simulator.errors import CommandRefused
        from simulator.exercise.commands import NoteObservation
        from simulator.exercise.decide import decide
        from simulator.journal.protocol import wall_now
        from simulator.session.observing.note import Note

        if not isinstance(command, NoteObservation):
            raise CommandRefused("Een oordeel geeft u in de oefening zelf of op het formulier. Hier noteert u wat u ziet.")
        decide(self._ledger.setting, self._ledger.state, command)
        parts = {"question": command.question, "role": command.role}
        wall = wall_now()
        self._notebook.write(Note(wall=wall, text=command.text, confidential=command.confidential, **parts))
        return self._show(command.text, command.question, command.role, command.confidential, wall)

    def _show(self, text: str, question: str, role: str, confidential: bool, wall: str) -> tuple[Recorded, ...]:
        from simulator.exercise.commands import NoteObservation

        note = NoteObservation(text=text, question=question, role=role, confidential=confidential, noted_wall=wall)
        return self._ledger.carry_out(note, 0, self._actor)

    def fill(self, role: str, name: str, attendance: str) -> None:
        from simulator.errors import CommandRefused

        raise CommandRefused("Wie welke rol heeft, zegt de oefenleider op het eigen scherm.")

    def plan(self, improvement: PlanImprovement, contact: str) -> tuple[Recorded, ...]:
        return self.do(improvement)

    def beat(self) -> None:
        """Nothing comes in from elsewhere."""

    def close(self) -> None:
        """Every note is on the disk already."""


def observe(opening: Observe) -> tuple[Watching | Apart, Observer]:
    """Open what an observer writes in. NotFound, NotAnExercise, JournalUnavailable or CommandRefused when it cannot be."""
    from simulator.scenario.council.load import catalogue
    from simulator.scenario.council.questions import OBSERVED

    questions = {name: each.text for name, each in catalogue().questions.items() if each.class_ in OBSERVED}
    return _apart(opening, opening.apart, questions) if opening.apart is not None else _along(opening, questions)


def _along(opening: Observe, questions: dict[str, str]) -> tuple[Watching, Observer]:
    from simulator.session import Following
    from simulator.session.observing.merging import token_of
    from simulator.session.voices import observer as voice

    following = Following.open(Path(opening.target))
    name = opening.name or _free_name(set(following.names().values()))
    actor = voice(token_of(following, name))
    return Watching(following, actor), Observer(actor=actor, name=name, questions=questions)


def _apart(opening: Observe, book: Path, questions: dict[str, str]) -> tuple[Apart, Observer]:
    from simulator.session.observing.notebook import Notebook
    from simulator.session.voices import observer as voice

    setting = _setting(opening.target)
    notebook = Notebook.open(book, opening.name or _free_name(set()))
    actor = voice(APART_TOKEN)
    return Apart(setting, notebook, actor), Observer(actor=actor, name=notebook.observer, questions=questions, apart=book.name)


def _setting(target: str) -> Setting:
    """The scenario that an exercise file holds, or one on its own."""
    from simulator.exercise.setting import Setting
    from simulator.journal.sqlite import SqliteJournal
    from simulator.scenario.library import find_scenario
    from simulator.scenario.load import load_scenario
    from simulator.session.header import setting_of
    from tui.shelf import SUFFIX

    if target.endswith(SUFFIX):
        with SqliteJournal.open(Path(target), read_only=True) as journal:
            return setting_of(journal.header)
    loaded = load_scenario(find_scenario(target))
    return Setting(scenario=loaded.scenario, landscape=loaded.landscape, seed=1)


def _free_name(taken: set[str]) -> str:
    return next(name for number in range(1, len(taken) + 2) if (name := f"Waarnemer {number}") not in taken)
