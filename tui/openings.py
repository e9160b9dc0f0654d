"""The ways in: what the app was opened for, and how that is loaded (on the journal thread, after the first frame)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

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


Opening = Begin | Play | Project | TakeSeat


def play(opening: Play) -> Playing:
    """Make the exercise file, or open the one that is there."""
    from tui.source import Playing

    raise NotImplementedError


def watch(file: Path) -> Watching:
    """Follow somebody else's exercise file."""
    from simulator.session import Following
    from tui.source import Watching

    return Watching(Following.open(file), file)
