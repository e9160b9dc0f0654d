"""Scenario, landscape and rehearsal files to values, with every mistake at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import ExerciseDamaged, Problem, ScenarioInvalid
from simulator.scenario import checks
from simulator.scenario.council.load import vocabulary
from simulator.scenario.landscape import Landscape
from simulator.scenario.library import SCENARIO_FILE, find_landscape, landscape_ids
from simulator.scenario.mistakes import Mistake, short, to_problems
from simulator.scenario.model import Scenario
from simulator.scenario.references import (
    SCRIPT_TO,
    TO,
    Names,
    every_id_is_unique,
    every_option_is_of_its_decision,
    every_reference_is_known,
    every_target_of_own_words_is_known,
    names_in,
)
from simulator.scenario.scalars import is_identifier
from simulator.scenario.script import Script
from simulator.scenario.source import Source, read_source
from simulator.scenario.typed import Typed, problems_in, start_of, typed

SCENARIO_LISTS = ("goals", "roles", "rounds", "injects", "decisions", "clocks", "costs", "actions")
LANDSCAPE_LISTS = ("nodes", "crews")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A scenario that can be played, with its landscape."""

    scenario: Scenario
    landscape: Landscape
    folder: Path
    """Where the scenario file is, and its rehearsals."""
    warnings: tuple[Problem, ...] = ()
    """Remarks that do not stop it from being played."""


def load_scenario(path: Path) -> Loaded:
    """The scenario in a file, or in a folder's scenario.yaml, and the landscape that it names.

    Raises `ScenarioInvalid` with all the mistakes of both.
    """
    file = path / SCENARIO_FILE if (path / SCENARIO_FILE).is_file() else path
    written = typed(Scenario, read_source(file))
    ground, unreadable = _landscape_of(written.source, file.parent)
    parts = checks.scenario_parts(written.source.data, start_of(written.source.data), written.model)
    names = names_in(written.source.data, SCENARIO_LISTS).and_those_of(vocabulary().names())
    if ground:
        parts = parts.on(_ground_parts(ground))
        names = names.and_those_of(names_in(ground.source.data, LANDSCAPE_LISTS))
    wrong = [*written.mistakes, *_named(written.source, names), *checks.scenario_mistakes(parts)]
    problems = (*problems_in(written.source, wrong), *unreadable, *(_landscape_problems(ground) if ground else ()))
    if problems or not written.model or not ground or not ground.model:
        raise ScenarioInvalid(problems)
    remarks = checks.scenario_remarks(written.model, parts)
    warnings = (*problems_in(written.source, remarks), *_landscape_warnings(ground))
    return Loaded(scenario=written.model, landscape=ground.model, folder=file.parent, warnings=warnings)


def load_landscape(path: Path) -> Landscape:
    """The landscape in a file. Raises `ScenarioInvalid` with all its mistakes."""
    return _whole_landscape(path)[0]


def landscape_warnings(path: Path) -> tuple[Problem, ...]:
    """The remarks about a landscape without mistakes. Raises `ScenarioInvalid` when it has them."""
    return _landscape_warnings(_whole_landscape(path)[1])


def _whole_landscape(path: Path) -> tuple[Landscape, Typed[Landscape]]:
    ground = typed(Landscape, read_source(path))
    problems = _landscape_problems(ground)
    if problems or not ground.model:
        raise ScenarioInvalid(problems)
    return ground.model, ground


def load_script(path: Path, scenario: Scenario, landscape: Landscape) -> Script:
    """The rehearsal in a file, of this scenario on this landscape. Raises `ScenarioInvalid` with all its mistakes."""
    written = typed(Script, read_source(path), scenario.start)
    names = names_of(scenario, landscape).and_those_of(vocabulary().names())
    problems = problems_in(
        written.source,
        [
            *written.mistakes,
            *every_reference_is_known(written.source.data, names, SCRIPT_TO),
            *every_option_is_of_its_decision(written.source.data, names),
            *every_target_of_own_words_is_known(written.source.data, names),
        ],
    )
    if problems or not written.model:
        raise ScenarioInvalid(problems)
    return written.model


def names_of(scenario: Scenario, landscape: Landscape) -> Names:
    """The ids of a scenario and its landscape."""
    written = json.loads(scenario.model_dump_json(by_alias=True))
    ground = json.loads(landscape.model_dump_json(by_alias=True))
    return names_in(written, SCENARIO_LISTS).and_those_of(names_in(ground, LANDSCAPE_LISTS))


def scenario_to_json(scenario: Scenario, landscape: Landscape) -> str:
    """Scenario and landscape as one JSON text, for the exercise file. Every default is written out."""
    parts = {"scenario": scenario, "landscape": landscape}
    dumped = {name: part.model_dump(mode="json", by_alias=True, exclude_none=True) for name, part in parts.items()}
    return json.dumps(dumped, ensure_ascii=False, separators=(",", ":"))


def scenario_from_json(text: str) -> tuple[Scenario, Landscape]:
    """What `scenario_to_json` wrote. Raises `ExerciseDamaged` for anything else."""
    try:
        parts = json.loads(text)
        return Scenario.model_validate(parts["scenario"]), Landscape.model_validate(parts["landscape"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ExerciseDamaged("Het scenario in dit oefenbestand is niet leesbaar. Gebruik een kopie van het bestand.") from error


def _landscape_of(source: Source, folder: Path) -> tuple[Typed[Landscape] | None, tuple[Problem, ...]]:
    """The landscape that a scenario names, or the problems that hide it."""
    name = source.data.get("landscape") if isinstance(source.data, dict) else None
    if not isinstance(name, str) or not is_identifier(name):
        return None, ()
    path = find_landscape(folder, name)
    if path is None:
        message = f"landschap `{short(name)}` is niet gevonden."
        mend = f"Zet {short(name)}.yaml naast het scenario, of in landscapes/."
        missing = Mistake(route=("landscape",), message=message, mend=mend, wrong=name, known=landscape_ids(folder))
        return None, to_problems(source.file, source.data, source.places, [missing])
    try:
        ground = typed(Landscape, read_source(path))
        return ground, _misnamed(ground.source, name)
    except ScenarioInvalid as unreadable:
        return None, unreadable.problems


def _misnamed(ground: Source, name: str) -> tuple[Problem, ...]:
    """A landscape file bears its own id, so that nobody plays on another than he thinks."""
    own = ground.data.get("id") if isinstance(ground.data, dict) else None
    if not isinstance(own, str) or own == name:
        return ()
    message = f"dit bestand heet {short(name)}.yaml, maar het landschap heet {short(own)}."
    mistake = Mistake(
        route=("id",), message=message, mend=f"Schrijf id: {short(name)}, of geef het bestand de naam {short(own)}.yaml."
    )
    return to_problems(ground.file, ground.data, ground.places, [mistake])


def _named(source: Source, names: Names) -> Iterable[Mistake]:
    yield from every_id_is_unique(source.data, source.places)
    yield from every_reference_is_known(source.data, names, TO)
    yield from every_option_is_of_its_decision(source.data, names)


def _ground_parts(ground: Typed[Landscape]) -> checks.Parts:
    return checks.landscape_parts(ground.source.data, ground.model)


def _landscape_problems(ground: Typed[Landscape]) -> tuple[Problem, ...]:
    named = _named(ground.source, names_in(ground.source.data, LANDSCAPE_LISTS))
    return problems_in(ground.source, [*ground.mistakes, *named, *checks.landscape_mistakes(_ground_parts(ground))])


def _landscape_warnings(ground: Typed[Landscape]) -> tuple[Problem, ...]:
    return problems_in(ground.source, checks.landscape_remarks(_ground_parts(ground)))
