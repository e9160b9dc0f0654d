"""Where scenarios, landscapes and rehearsals are found. Names from files are ids, never paths."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.errors import NotFound
from simulator.plain import plain
from simulator.scenario.mistakes import listed, nearest, short

SCENARIO_FILE = "scenario.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A scenario of the library."""

    id: str
    path: Path
    """The scenario.yaml."""


def shipped() -> Path:
    """The folder with all that is shipped: `library/`, `landscapes/`, `council/`."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_scenarios"
    return installed if installed.is_dir() else package.parent / "scenarios"


def library() -> tuple[Entry, ...]:
    """The shipped scenarios, by id. Reads no scenario."""
    found = sorted((shipped() / "library").glob(f"*/{SCENARIO_FILE}"))
    return tuple(Entry(id=path.parent.name, path=path) for path in found)


def find_scenario(name: str) -> Path:
    """The scenario.yaml for a folder, a file, or the id of a scenario in the library. Raises `NotFound`."""
    path = Path(name)
    if _is_dir(path):
        if _is_file(path / SCENARIO_FILE):
            return path / SCENARIO_FILE
        raise NotFound(f"In de map {plain(name)} staat geen {SCENARIO_FILE}. Noem een map met een scenario erin.")
    if _is_file(path):
        return path
    known = {entry.id: entry.path for entry in library()}
    if name in known:
        return known[name]
    if path.suffix in (".yaml", ".yml"):
        raise NotFound(f"Het bestand {plain(name)} bestaat niet. Controleer de naam en de map.")
    close = nearest(name, known)
    hint = f"Bedoelde u `{close}`?" if close else f"In de bibliotheek staan: {listed(known)}."
    raise NotFound(f"Scenario `{short(name)}` is niet gevonden. {hint}")


def find_landscape(folder: Path, name: str) -> Path | None:
    """The file of a landscape's id: beside the scenario, in its `landscapes/`, or in the library; None when not there."""
    for root, path in _landscape_places(folder, name):
        if _is_file(path) and _stays_in(root, path):
            return path
    return None


def landscape_ids(folder: Path) -> tuple[str, ...]:
    """The ids of the landscapes that a scenario in this folder can name."""
    roots = (folder / "landscapes", shipped() / "landscapes")
    return tuple(sorted({path.stem for root in roots if root.is_dir() for path in root.glob("*.yaml")}))


def find_script(folder: Path, name: str) -> Path:
    """The rehearsal for a file, or a name in the scenario's `rehearsals/`. Raises `NotFound`."""
    path = Path(name)
    if _is_file(path):
        return path
    rehearsals = folder / "rehearsals"
    known = {found.stem: found for found in sorted(rehearsals.glob("*.yaml"))} if rehearsals.is_dir() else {}
    if name in known and _stays_in(folder, known[name]):
        return known[name]
    close = nearest(name, known)
    hint = f"Bedoelde u `{close}`?" if close else f"Bij dit scenario horen: {listed(known) or 'geen'}."
    raise NotFound(f"Draaiboek `{short(name)}` is niet gevonden. {hint}")


def _landscape_places(folder: Path, name: str) -> tuple[tuple[Path, Path], ...]:
    return (
        (folder, folder / f"{name}.yaml"),
        (folder, folder / "landscapes" / f"{name}.yaml"),
        (shipped() / "landscapes", shipped() / "landscapes" / f"{name}.yaml"),
    )


def _stays_in(root: Path, path: Path) -> bool:
    """Whether no link leads out of the folder."""
    return path.resolve().is_relative_to(root.resolve())


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
