"""What `check` looks at: each file under the paths, as the kind of file that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import NotFound, Problem, ScenarioInvalid
from simulator.scenario.checks.showing import every_claimed_question_can_be_shown
from simulator.scenario.council.load import COUNCIL_FILES, catalogue, council_problems
from simulator.scenario.incident_files import CASE_FILE, GENERAL_FILE, general_of, load_general, load_incident
from simulator.scenario.library import SCENARIO_FILE, find_scenario
from simulator.scenario.load import landscape_warnings, load_scenario, load_script
from simulator.scenario.source import read_source
from simulator.scenario.typed import problems_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file that was looked at."""

    file: Path
    problems: tuple[Problem, ...]


def checked(names: list[str]) -> tuple[Checked, ...]:
    """All files under the paths, each once, in the order in which they were named."""
    found: dict[Path, Checked] = {}
    for name in names:
        for each in _under(name):
            found.setdefault(each.file.resolve(), each)
    return tuple(found.values())


def _under(name: str) -> Iterator[Checked]:
    path = _named(name)
    if not path.is_dir():
        yield from _file(path)
        return
    files = sorted((file for file in path.rglob("*") if _is_ours(file.relative_to(path))), key=_scenarios_first)
    looked_at = [each for file in files for each in _file(file, walked=True)]
    yield from looked_at
    if not looked_at:
        message = "in deze map staat geen scenario, landschap, script of casus."
        yield Checked(file=path, problems=(Problem(file=str(path), message=message, mend="Noem de map met scenario.yaml."),))


def _named(name: str) -> Path:
    """A path as it was typed, or the library's scenario of that id with all that lies beside it."""
    path = Path(name)
    if path.exists() or path.suffix or len(path.parts) != 1:
        return path
    try:
        return find_scenario(name).parent
    except NotFound:
        return path


def _is_ours(file: Path) -> bool:
    """YAML that is not in a hidden folder, such as the Python packages of a `.venv`."""
    return file.suffix in (".yaml", ".yml") and not any(part.startswith(".") for part in file.parts)


def _scenarios_first(file: Path) -> tuple[Path, bool, str]:
    folder = file.parent.parent if file.parent.name == "rehearsals" else file.parent
    return folder, file.name != SCENARIO_FILE, str(file)


def _file(path: Path, *, walked: bool = False) -> Iterator[Checked]:
    """A file, and the rehearsals beside a scenario that was named itself. What else lies in a folder is left alone."""
    try:
        check = _kind(path, walked=walked)
        if check is None:
            return
        problems = check(path)
    except ScenarioInvalid as invalid:
        yield Checked(file=path, problems=invalid.problems)
        return
    yield Checked(file=path, problems=problems)
    if check is _scenario and not walked:
        for script in sorted((path.parent / "rehearsals").glob("*.yaml")):
            yield from _file(script, walked=True)


def _kind(path: Path, *, walked: bool) -> Callable[[Path], tuple[Problem, ...]] | None:
    """How to check a file, by the keys at its top."""
    data = read_source(path).data
    keys = set(data) if isinstance(data, dict) else set()
    if "points" in keys or path.name == CASE_FILE:
        return _incident
    if "reference_residents" in keys or path.name == GENERAL_FILE:
        return _general
    if path.name in COUNCIL_FILES and keys & COUNCIL_FILES[path.name] and not keys & {"injects", "roles", "rounds"}:
        return council_problems
    if "nodes" in keys:
        return _landscape
    if "steps" in keys or path.parent.name == "rehearsals":
        return _script
    if keys & {"injects", "roles", "rounds"} or path.name == SCENARIO_FILE or not walked:
        return _scenario
    return None


def _scenario(path: Path) -> tuple[Problem, ...]:
    loaded = load_scenario(path)
    unseen = every_claimed_question_can_be_shown(loaded.scenario, catalogue())
    return (*loaded.warnings, *problems_in(read_source(path), unseen))


def _landscape(path: Path) -> tuple[Problem, ...]:
    return landscape_warnings(path)


def _incident(path: Path) -> tuple[Problem, ...]:
    """A case can be checked only against what all cases share."""
    load_incident(path, load_general(general_of(path)))
    return ()


def _general(path: Path) -> tuple[Problem, ...]:
    load_general(path)
    return ()


def _script(path: Path) -> tuple[Problem, ...]:
    """A rehearsal can be checked only against its scenario, in the folder above `rehearsals/` or beside it."""
    beside = [folder / SCENARIO_FILE for folder in (path.parent.parent, path.parent)]
    scenario = next((file for file in beside if file.is_file()), None)
    if scenario is None:
        message = "dit script hoort bij een scenario, en daarvan is geen scenario.yaml gevonden."
        return (Problem(file=str(path), message=message, mend="Zet het in de map rehearsals/ van het scenario."),)
    try:
        loaded = load_scenario(scenario)
    except ScenarioInvalid:
        message = "dit script is niet nagekeken, omdat het scenario zelf fouten heeft."
        return (Problem(file=str(path), message=message, mend=f"Verbeter eerst {scenario}.", warning=True),)
    load_script(path, loaded.scenario, loaded.landscape)
    return ()
