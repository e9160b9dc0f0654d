"""A file to a typed value, with every mistake that typing finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from simulator.errors import Problem, ScenarioInvalid
from simulator.scenario.mistakes import Data, Mistake, to_problems
from simulator.scenario.references import every_id_is_unique
from simulator.scenario.scalars import clock_minutes
from simulator.scenario.shape import Written
from simulator.scenario.source import Source, read_source
from simulator.scenario.typing_errors import typing_mistakes

Model = TypeVar("Model", bound=Written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed(Generic[Model]):
    """A file, what it says if its types are right, and its mistakes so far."""

    source: Source
    model: Model | None
    mistakes: tuple[Mistake, ...]


def typed(model: type[Model], source: Source, start: int | None = None) -> Typed[Model]:
    """The value that a file holds. Clock times count from `start` (minutes after midnight), or from the file's own."""
    context = {"start": start or start_of(source.data) or 0}
    try:
        value = model.model_validate(source.data, context=context, by_alias=True, by_name=False)
    except ValidationError as error:
        return Typed(source=source, model=None, mistakes=(*source.mistakes, *typing_mistakes(model, source.data, error)))
    return Typed(source=source, model=value, mistakes=source.mistakes)


def whole(model: type[Model], path: Path) -> Model:
    """The value in a file that stands by itself. Raises `ScenarioInvalid` with all its mistakes."""
    found = typed(model, read_source(path))
    problems = problems_in(found.source, [*found.mistakes, *every_id_is_unique(found.source.data, found.source.places)])
    if problems or found.model is None:
        raise ScenarioInvalid(problems)
    return found.model


def start_of(data: Data) -> int | None:
    """The minute of the day that clock times count from; None when it is wrong, which typing reports."""
    written = data.get("start") if isinstance(data, dict) else None
    try:
        return clock_minutes(written) if isinstance(written, str) else None
    except PydanticCustomError:
        return None


def problems_in(source: Source, mistakes: Iterable[Mistake]) -> tuple[Problem, ...]:
    """Mistakes with their place in the file."""
    return to_problems(source.file, source.data, source.places, list(mistakes))
