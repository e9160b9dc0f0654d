"""The ways in: what the app was opened for, and how that is loaded (on the journal thread, after the first frame)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors import NotFound

if TYPE_CHECKING:
    from tui.source import Playing, Watching


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """The start screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """The oefenleider's console: on a scenario, or on an exercise file that is there already."""

    target: str
    """A scenario's id, folder or file; or an exercise file."""
    file: Path | None = None
    """The exercise file to make or resume; None for one in the user's own folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The projector of an exercise."""

    file: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSeat:
    """One role's seat in an exercise."""

    file: Path
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """The debrief of an exercise."""

    file: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Observe:
    """An observer's screen."""

    target: str
    """An exercise file; with `apart` also a scenario's id, folder or file."""
    name: str = ""
    """The observer's name; empty for the next free one."""
    apart: Path | None = None
    """The notebook to write in; None to write in the exercise."""


Opening = Begin | Play | Project | TakeSeat | LookBack | Observe


def play(opening: Play) -> Playing:
    """Open the exercise file that is there, or make one of the scenario."""
    from datetime import datetime

    from simulator.journal.place import default_folder, is_risky_place
    from simulator.scenario.library import find_scenario
    from simulator.scenario.load import load_scenario
    from simulator.session import Session
    from tui.shelf import free_file
    from tui.source import Playing

    file = opening.file or _named_exercise(opening.target)
    if file is not None and file.exists():
        return Playing(Session.open(file), is_risky_place(file) or "")
    if file is not None and file == _named_exercise(opening.target):
        raise NotFound(f"Het oefenbestand {file} bestaat niet. Controleer de naam en de map.")
    loaded = load_scenario(find_scenario(opening.target))
    file = file or free_file(default_folder(), loaded.scenario.id, datetime.now())
    file.parent.mkdir(parents=True, exist_ok=True)
    return Playing(Session.create(file, loaded.scenario, loaded.landscape), is_risky_place(file) or "")


def watch(file: Path, role: str = "") -> Watching:
    """Follow somebody else's exercise file. NotFound for a role that has no seat in it."""
    from simulator.insight.seat import seat
    from simulator.session import Following
    from simulator.session.voices import COUNCIL
    from simulator.session.voices import seat as voice
    from tui.source import Watching

    following = Following.open(file)
    if role and role != COUNCIL:
        try:
            seat(following.setting, following.state, role)
        except NotFound:
            following.close()
            raise
    return Watching(following, voice(role) if role else "")


def _named_exercise(target: str) -> Path | None:
    """The exercise file that was typed in the place of a scenario."""
    from tui.shelf import SUFFIX

    return Path(target) if target.endswith(SUFFIX) else None
