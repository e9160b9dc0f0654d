"""The same exercise with only some of its decisions: what would then have been done to the graph.

A decision point is a dilemma with all its records, in order; a decision in own words that no dilemma asked for is a point of
its own. A point that is left out gets the scenario's default at its deadline, if it has one. A point that is kept drops out,
default and all, when its dilemma was open when it was decided but would not have been open now. What the oefenleider did by
hand (injects given or held, nodes put up or down) stays as played. Node and clock states play no part, as `check` ensures, so
the consequences need not be run for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.consequences.interventions import Intervention
from simulator.exercise import events as e
from simulator.exercise.evolve import evolve
from simulator.exercise.scheduled import scheduled_interventions
from simulator.exercise.setting import Setting
from simulator.exercise.settle import GRAPH_RULES, settle
from simulator.exercise.state import State

Happening = e.Stamped | e.Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPoint:
    """Where the team could decide, and did."""

    id: str
    """The dilemma's id, or `eigen:<record>` for own words that no dilemma asked for."""
    records: tuple[str, ...]
    minute: int
    """When its first record was logged."""


def decision_points(happened: Iterable[Happening]) -> tuple[DecisionPoint, ...]:
    """The points at which the team decided, by the minute of their first record."""
    found: dict[str, DecisionPoint] = {}
    for each in happened:
        if isinstance(each.event, e.DecisionTaken):
            name = point_of(each.event)
            before = found.get(name)
            records = (*(before.records if before else ()), each.event.record)
            found[name] = DecisionPoint(id=name, records=records, minute=before.minute if before else each.minute)
    return tuple(found.values())


def point_of(taken: e.DecisionTaken) -> str:
    """The id of the decision point that a record belongs to."""
    return taken.decision or f"eigen:{taken.record}"


def interventions_with(setting: Setting, happened: Iterable[Happening], kept: frozenset[str]) -> tuple[Intervention, ...]:
    """All that would have been done to the graph if only the points `kept` had been decided, up to the horizon."""
    played = tuple(happened)
    state = State()
    for each in _by_people(played, kept):
        state = settle(setting, state, each.minute, GRAPH_RULES).state
        if not isinstance(each.event, e.DecisionTaken) or _still_possible(played, state, each.event):
            state = evolve(state, each)
    last = max((each.minute for each in played), default=0)
    state = settle(setting, state, last, GRAPH_RULES).state
    return (*state.interventions, *scheduled_interventions(setting, state))


def _by_people(played: tuple[Happening, ...], kept: frozenset[str]) -> Iterator[Happening]:
    """What people did, without the decisions that are left out, and without the end (time goes on to the last minute)."""
    records = {record for point in decision_points(played) if point.id in kept for record in point.records}
    for each in played:
        match each.event:
            case e.ExerciseStarted() | e.InjectHeld():
                yield each
            case e.InjectDelivered(by_hand=True) | e.Intervened(cause="hand"):
                yield each
            case e.DecisionTaken() | e.DecisionWithdrawn() if each.event.record in records:
                yield each
            case _:
                continue


def _still_possible(played: tuple[Happening, ...], state: State, taken: e.DecisionTaken) -> bool:
    return taken.decision in state.decisions or not _was_open(played, taken)


def _was_open(played: tuple[Happening, ...], taken: e.DecisionTaken) -> bool:
    """Whether its dilemma lay on the table when it was decided (a team may be ahead of the story)."""
    for each in played:
        if each.event == taken:
            return False
        if isinstance(each.event, e.DecisionOpened) and each.event.decision == taken.decision:
            return True
    return False
