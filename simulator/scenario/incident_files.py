"""Real incidents from files, with what they share; every mistake at once, each at its line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from simulator.errors import NotFound, Problem, ScenarioInvalid
from simulator.plain import plain
from simulator.scenario.general import General
from simulator.scenario.incident import ALL, OWN, Cause, Incident
from simulator.scenario.library import shipped
from simulator.scenario.mistakes import Mistake, short
from simulator.scenario.references import Names, Tail, every_id_is_unique, every_reference_is_known, names_in
from simulator.scenario.shape import Written
from simulator.scenario.source import Source, read_source
from simulator.scenario.typed import Typed, problems_in, typed

CASE_FILE = "case.yaml"
GENERAL_FILE = "general.yaml"
BACKUP = "back-up"
"""The general part that holds the back-ups."""

GENERAL_TO: Mapping[Tail, str] = {
    ("of", "*"): "nodes",
    ("repair_needs", "*"): "nodes",
    ("nodes", "*", "repair"): "repairs",
    ("fallback", "kind"): "fallbacks",
}
CASE_TO: Mapping[Tail, str] = {
    ("nodes", "*"): "nodes",
    ("*", "nodes", "*"): "present",
    ("cloud", "*"): "present",
    ("loses", "*"): "present",
    ("like",): "nodes",
}
"""What a name refers to; a node that the general file has need not be present in a case."""

Model = TypeVar("Model", bound=Written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Real incidents, with what they share."""

    general: General
    general_file: Path
    incidents: tuple[Incident, ...]


def incidents_folder() -> Path:
    """The folder with the incidents that are shipped."""
    return shipped() / "incidents"


def load_cases(path: Path) -> Cases:
    """The case in a folder or file, or all cases in the folders of a folder, by folder name.

    `general.yaml` beside the cases is used if it is there, else the one that is shipped. Raises `NotFound` where there is no
    case and `ScenarioInvalid` with the mistakes of all files.
    """
    files = case_files(path)
    general_file = general_of(files[0])
    general = load_general(general_file)
    found: list[Incident] = []
    problems: list[Problem] = []
    for file in files:
        try:
            found.append(_case(file, general, {incident.id for incident in found}))
        except ScenarioInvalid as invalid:
            problems += invalid.problems
    if problems:
        raise ScenarioInvalid(problems)
    return Cases(general=general, general_file=general_file, incidents=tuple(found))


def case_files(path: Path) -> tuple[Path, ...]:
    """The case files that a path stands for, in order of name. Raises `NotFound` when there is none."""
    if path.is_file():
        return (path,)
    if (path / CASE_FILE).is_file():
        return (path / CASE_FILE,)
    found = tuple(sorted(path.glob(f"*/{CASE_FILE}"))) if path.is_dir() else ()
    if not found:
        raise NotFound(f"In {plain(str(path))} staat geen casus. Noem een map met {CASE_FILE} erin, of een map met zulke mappen.")
    return found


def general_of(case: Path) -> Path:
    """The file with what a case shares with others: in its folder, beside its folder, or the one that is shipped."""
    for folder in (case.parent, case.parent.parent):
        if (folder / GENERAL_FILE).is_file():
            return folder / GENERAL_FILE
    return incidents_folder() / GENERAL_FILE


def load_general(path: Path) -> General:
    """What all cases share. Raises `ScenarioInvalid` with all its mistakes."""
    source = read_source(path)
    names = names_in(source.data, ("nodes", "repairs", "fallbacks"))
    wrong = [*every_id_is_unique(source.data, source.places), *every_reference_is_known(source.data, names, GENERAL_TO)]
    return _without_mistakes(typed(General, source), wrong)


def load_incident(path: Path, general: General) -> Incident:
    """The case in a file. Raises `ScenarioInvalid` with all its mistakes."""
    return _case(path, general, set())


def _case(path: Path, general: General, taken: set[str]) -> Incident:
    source = read_source(path)
    names = _names(source, general)
    wrong = [*every_id_is_unique(source.data, source.places), *every_reference_is_known(source.data, names, CASE_TO)]
    wrong += _doubles(source, general, taken)
    incident = _without_mistakes(typed(Incident, source), wrong)
    broken = [*_hits_that_never_mend(incident, general), *_points_about_nothing(incident, general)]
    if broken:
        raise ScenarioInvalid(problems_in(source, broken))
    return incident


def _names(source: Source, general: General) -> Names:
    written = source.data if isinstance(source.data, dict) else {}
    known = {"nodes": frozenset(node.id for node in general.nodes)}
    extra = names_in(source.data, ("extra",)).ids.get("extra", frozenset())
    named = written.get("nodes")
    here = known["nodes"] if named == ALL else frozenset(str(each) for each in named) if isinstance(named, list) else None
    present = {} if here is None else {"present": here | extra}
    return Names(ids={**known, **present}, options={})


def _doubles(source: Source, general: General, taken: set[str]) -> Iterator[Mistake]:
    """No two cases share an id, and a part of one's own is none of the general ones."""
    written = source.data if isinstance(source.data, dict) else {}
    own = written.get("id")
    if isinstance(own, str) and own in taken:
        message = f"er is al een casus met het id `{short(own)}`."
        yield Mistake(route=("id",), message=message, mend="Geef een van de twee een ander id.")
    extra = written.get("extra")
    for index, part in enumerate(extra if isinstance(extra, list) else []):
        name = part.get("id") if isinstance(part, dict) else None
        if any(node.id == name for node in general.nodes):
            message = f"`{short(str(name))}` is al een algemeen onderdeel."
            yield Mistake(route=("extra", index, "id"), message=message, mend="Zet het bij nodes, of kies een ander id.")


def _hits_that_never_mend(incident: Incident, general: General) -> Iterator[Mistake]:
    """An attack hits only what can be mended; whether back-ups were lost is said with `backups_lost`."""
    mended = {node.id for node in general.nodes if node.repair} | {part.id for part in incident.extra}
    for index, hit in enumerate(incident.hits):
        for place, name in enumerate(() if hit.nodes == OWN or hit.cause is Cause.FAILURE else hit.nodes):
            if name not in mended:
                mend = (
                    "Schrijf backups_lost." if name == BACKUP else "Noem het systeem waar het op draait, of kies cause: failure."
                )
                message = f"onderdeel `{short(name)}` heeft geen soort herstel, dus na een aanval komt het niet terug."
                yield Mistake(route=("hits", index, "nodes", place), message=message, mend=mend)


def _points_about_nothing(incident: Incident, general: General) -> Iterator[Mistake]:
    """A point that is modelled needs something that went down."""
    modelled = any(point.measure for point in incident.points)
    if modelled and not incident.hits and not incident.isolations:
        message = "er is niets geraakt of afgesloten, dus het model zegt niets over de punten."
        yield Mistake(
            route=("points",), message=message, mend="Vul hits of isolations in, of schrijf not_modelled bij de punten."
        )


def _without_mistakes(found: Typed[Model], wrong: Iterable[Mistake]) -> Model:
    """The value of a file. Raises `ScenarioInvalid` when anything is wrong."""
    mistakes = [*found.mistakes, *wrong]
    if mistakes or found.model is None:
        raise ScenarioInvalid(problems_in(found.source, mistakes))
    return found.model
