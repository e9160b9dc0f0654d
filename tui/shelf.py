"""What the start screen offers: the scenarios of the library, and the exercises that were played here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simulator.errors import OntregeldError

SUFFIX = ".oefening"
COPY = ".kopie"
"""Ends the name of a second copy."""
RECENT = 8
"""How many exercises are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioCard:
    """A scenario to play."""

    id: str
    title: str
    summary: str
    duration: str
    """Such as '2 u 30 min'; empty when the scenario cannot be read."""
    goals: tuple[str, ...] = ()
    trouble: str = ""
    """Why it cannot be played."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseCard:
    """An exercise to go on with."""

    file: Path
    title: str
    stood: str
    """How far it got, such as '1 u 20 min'."""
    when: str
    """When it was last played, such as '22-11-2026 14:05'."""
    ended: bool = False
    """It was ended: it can be looked back on."""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All that can be chosen."""

    scenarios: tuple[ScenarioCard, ...]
    exercises: tuple[ExerciseCard, ...]
    """The latest first."""


def shelf() -> Shelf:
    """Look in the library and in the user's own folder."""
    from simulator.journal.place import default_folder
    from simulator.scenario.library import library

    return Shelf(
        scenarios=tuple(_scenario(entry.id, entry.path) for entry in library()),
        exercises=tuple(_exercise(file) for file in recent_files(default_folder())),
    )


def recent_files(folder: Path, most: int = RECENT) -> tuple[Path, ...]:
    """The exercise files in a folder, the latest first."""
    found = [file for file in folder.glob(f"*{SUFFIX}") if not file.stem.endswith(COPY)] if folder.is_dir() else []
    return tuple(sorted(found, key=changed, reverse=True)[:most])


def free_file(folder: Path, name: str, today: datetime) -> Path:
    """A file that is not there yet, named after the scenario and the day."""
    stem = f"{name}-{today:%Y-%m-%d}"
    names = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    return next(folder / f"{each}{SUFFIX}" for each in names if not (folder / f"{each}{SUFFIX}").exists())


def changed(file: Path) -> float:
    """When the file was last written to; 0 for one that is gone by now."""
    return max(map(_written, (file, file.with_name(f"{file.name}-wal"))))


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _scenario(id: str, path: Path) -> ScenarioCard:
    from simulator.insight.wording import span
    from simulator.scenario.load import load_scenario

    try:
        scenario = load_scenario(path).scenario
    except OntregeldError as error:
        first = str(error).splitlines()[0]
        return ScenarioCard(id=id, title=id, summary="", duration="", trouble=f"Dit scenario klopt nog niet. {first}")
    goals = tuple(goal.text for goal in scenario.goals)
    return ScenarioCard(id=id, title=scenario.title, summary=scenario.summary, duration=span(scenario.duration), goals=goals)


def _exercise(file: Path) -> ExerciseCard:
    from simulator.exercise.events import ExerciseEnded
    from simulator.insight.wording import span
    from simulator.journal.sqlite import SqliteJournal
    from simulator.session import setting_of

    when = f"{datetime.fromtimestamp(changed(file)):%d-%m-%Y %H:%M}"
    try:
        journal = SqliteJournal.open(file, read_only=True)
        try:
            title = setting_of(journal.header).scenario.title
            stood = span(journal.position().seconds // 60)
            ended = any(isinstance(each.event, ExerciseEnded) for each in journal.read())
        finally:
            journal.close()
    except OntregeldError as error:
        return ExerciseCard(file=file, title=file.stem, stood="", when=when, trouble=str(error))
    return ExerciseCard(file=file, title=title, stood=stood, when=when, ended=ended)
