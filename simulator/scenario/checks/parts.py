"""What the rules look at: the items of a scenario and its landscape that have the right types.

A file with a type error still has other items; they are typed one by one, so that their mistakes are reported too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from simulator.scenario.effects import Effect
from simulator.scenario.landscape import Landscape, Node, Reach
from simulator.scenario.mistakes import Data, Route
from simulator.scenario.model import Clock, Cost, Decision, Inject, Round, Scenario
from simulator.scenario.scalars import Moment
from simulator.scenario.shape import Written

Item = TypeVar("Item", bound=Written)
Items = tuple[tuple[int, Item], ...]
"""Items with their place in the list."""

_MOMENT: TypeAdapter[int] = TypeAdapter(Moment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The items of a scenario and its landscape."""

    end: int | None = None
    """None when it is wrong."""
    rounds: Items[Round] = ()
    injects: Items[Inject] = ()
    decisions: Items[Decision] = ()
    clocks: Items[Clock] = ()
    costs: Items[Cost] = ()
    nodes: Items[Node] = ()
    reaches: Items[Reach] = ()
    whole: bool = False
    """Nothing was left out, so that what is missing is missing."""

    def on(self, landscape: Parts) -> Parts:
        """The items of a scenario with those of its landscape."""
        return replace(self, nodes=landscape.nodes, reaches=landscape.reaches)

    def effects(self) -> Iterator[tuple[Route, Effect]]:
        """Every effect of an inject or an option."""
        for index, inject in self.injects:
            for which, effect in enumerate(inject.effects):
                yield ("injects", index, "effects", which), effect
        for index, decision in self.decisions:
            for place, option in enumerate(decision.options):
                for which, effect in enumerate(option.effects):
                    yield ("decisions", index, "options", place, "effects", which), effect

    def node(self, name: str) -> Node | None:
        """The node with this id, if it is there."""
        return next((node for _, node in self.nodes if node.id == name), None)


def scenario_parts(data: Data, begin: int | None, scenario: Scenario | None) -> Parts:
    """The items of a scenario file that have the right types; all of them when `scenario` is there.

    Without `begin` (minutes after midnight) clock times mean nothing, so what compares times is left out.
    """
    start = begin or 0
    return Parts(
        end=_end(data, start) if begin is not None else None,
        rounds=_items(data, "rounds", Round, start, scenario) if begin is not None else (),
        injects=_items(data, "injects", Inject, start, scenario),
        decisions=_items(data, "decisions", Decision, start, scenario),
        clocks=_items(data, "clocks", Clock, start, scenario),
        costs=_items(data, "costs", Cost, start, scenario),
        whole=scenario is not None,
    )


def landscape_parts(data: Data, landscape: Landscape | None) -> Parts:
    """The items of a landscape file that have the right types; all of them when `landscape` is there."""
    return Parts(
        nodes=_items(data, "nodes", Node, 0, landscape),
        reaches=_items(data, "reaches", Reach, 0, landscape),
        whole=landscape is not None,
    )


def _items(data: Data, name: str, model: type[Item], start: int, typed: Written | None) -> Items[Item]:
    if typed is not None:
        return tuple(enumerate(getattr(typed, name)))
    written = data.get(name) if isinstance(data, dict) else None
    found = []
    for index, item in enumerate(written if isinstance(written, list) else []):
        try:
            found.append((index, model.model_validate(item, context={"start": start}, by_alias=True, by_name=False)))
        except ValidationError:
            continue  # reported when the whole file was typed
    return tuple(found)


def _end(data: Data, start: int) -> int | None:
    try:
        return _MOMENT.validate_python(data.get("end") if isinstance(data, dict) else None, context={"start": start})
    except ValidationError:
        return None


def moment(minute: float) -> str:
    """A minute as it is written in a file."""
    return f"T+{int(minute) // 60}:{int(minute) % 60:02}"
