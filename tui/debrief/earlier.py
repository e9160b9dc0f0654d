"""Earlier exercises of this team: the files on the shelf that play the same scenario or landscape, read and left as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors import OntregeldError
from tui.shelf import changed, recent_files

if TYPE_CHECKING:
    from simulator.exercise.events import Recorded
    from simulator.exercise.setting import Setting
    from simulator.exercise.state import State
    from simulator.insight.mirror import EarlierExercise, Mirror

MOST = 5
"""Exercises that are laid beside this one."""
LOOKED_AT = 20
"""Files that are opened at most, in search of those."""
PLAYED = re.compile("[0-9a-f]{16}")
"""The id of an exercise that people played; a rehearsal is called after its script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """This team beside others and beside itself."""

    mirror: Mirror
    skipped: tuple[str, ...]
    """Names of files that could not be read."""


def beside(setting: Setting, state: State, recorded: tuple[Recorded, ...], file: Path) -> Beside:
    """Everything, files included: not for the screen's own thread."""
    from simulator.insight.mirror import mirror
    from simulator.report.build import earlier_exercise
    from simulator.scenario.council.load import vocabulary

    found, skipped = _earlier(setting, recorded, file)
    words = vocabulary()
    own = earlier_exercise(setting, state, recorded).ratings if found else {}
    told = mirror(setting, state, words.polls, found, caveat=words.caveat, ratings=own)
    return Beside(mirror=told, skipped=skipped)


def _earlier(setting: Setting, recorded: tuple[Recorded, ...], file: Path) -> tuple[tuple[EarlierExercise, ...], tuple[str, ...]]:
    """The latest of before this exercise, the latest first; and the names of files that are broken."""
    found: list[EarlierExercise] = []
    skipped: list[str] = []
    began = recorded[0].wall if recorded else ""
    seen = {recorded[0].id} if recorded else set()
    for other in _files(file):
        try:
            earlier = _read(other, setting, began, seen)
        except (OntregeldError, OSError):
            skipped.append(other.name)
        else:
            found += [earlier] if earlier is not None else []
        if len(found) == MOST:
            break
    return tuple(found), tuple(skipped)


def _files(file: Path) -> list[Path]:
    """Other exercise files, on the shelf and beside this one, the latest first."""
    from simulator.journal.place import default_folder

    folders = {folder.resolve() for folder in (default_folder(), file.parent)}
    own = file.resolve()
    others = [each for folder in folders for each in recent_files(folder, LOOKED_AT) if each.resolve() != own]
    return sorted(others, key=changed, reverse=True)[:LOOKED_AT]


def _read(file: Path, setting: Setting, began: str, seen: set[str]) -> EarlierExercise | None:
    """What is kept of the exercise in a file; None for another town and story, one that is not earlier, or a copy.

    `seen` are the first events of those that were read; it grows.
    """
    from simulator.exercise.evolve import evolve
    from simulator.exercise.state import State
    from simulator.journal.sqlite import SqliteJournal
    from simulator.report.build import earlier_exercise
    from simulator.session import setting_of

    with SqliteJournal.open(file, read_only=True) as journal:
        theirs, name = setting_of(journal.header), journal.header.exercise
        same = theirs.scenario.id == setting.scenario.id or theirs.landscape.id == setting.landscape.id
        recorded = journal.read() if same else ()
    if len(recorded) < 2 or (began and recorded[0].wall >= began):  # one event: it was made and never started
        return None
    if recorded[0].id in seen:
        return None
    seen.add(recorded[0].id)
    state = State(seed=theirs.seed)
    for each in recorded:
        state = evolve(state, each)
    kept = earlier_exercise(theirs, state, recorded)
    return kept if PLAYED.fullmatch(name) else replace(kept, title=f"{kept.title}, nagespeeld script ‘{name}’")
