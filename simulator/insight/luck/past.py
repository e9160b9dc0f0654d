"""What was played, run again before anything is said about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator import MODEL_VERSION
from simulator.consequences.interventions import Kind
from simulator.errors import CommandRefused
from simulator.exercise import events as e
from simulator.exercise.evolve import evolve
from simulator.exercise.replay import DecisionPoint, Happening, decision_points, interventions_of, interventions_with
from simulator.exercise.rules.consequences import recorded_as
from simulator.exercise.setting import Setting, trajectory
from simulator.exercise.state import Phase, State

LUCK = "Geluk of wijsheid"
ANOTHER_PAST = (
    "{} kan niet: dit programma rekent de gevolgen anders uit dan de versie waarmee deze oefening is gespeeld{}. "
    "Het rapport en het logboek blijven leesbaar."
)
NOT_STARTED = "De oefening is nog niet begonnen: er is nog niets om door te rekenen. Speel eerst, en probeer het daarna opnieuw."
ANOTHER_REPLAY = (
    "Geluk of wijsheid kan niet: de besluiten van deze oefening leiden bij naspelen tot iets anders dan er is vastgelegd. "
    "Het rapport en het logboek blijven leesbaar."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An exercise of which the past is sure to come out the same."""

    setting: Setting
    happened: tuple[Happening, ...]
    state: State
    points: tuple[DecisionPoint, ...]

    @property
    def finished(self) -> bool:
        """Whether it has ended."""
        return self.state.phase is Phase.ENDED

    @property
    def everybody(self) -> frozenset[str]:
        """The ids of all points."""
        return frozenset(point.id for point in self.points)

    @property
    def set_by_hand(self) -> bool:
        """Whether the oefenleider decided how long something lasted."""
        return any(done.event.kind == Kind.SET and done.event.cause == "hand" for done in self.state.done.values())


def past_of(setting: Setting, happened: Iterable[Happening]) -> Past:
    """What was played. CommandRefused when it has not begun, or would come out differently now."""
    whole = tuple(happened)
    state = State()
    for each in whole:
        state = evolve(state, each)
    if not any(isinstance(each.event, e.ExerciseStarted) for each in whole):
        raise CommandRefused(NOT_STARTED)
    refuse_another_past(setting, whole, state, LUCK)
    points = decision_points(whole)
    if interventions_with(setting, whole, frozenset(point.id for point in points)) != interventions_of(setting, state):
        raise CommandRefused(ANOTHER_REPLAY)
    return Past(setting=setting, happened=whole, state=state, points=points)


def refuse_another_past(setting: Setting, whole: tuple[Happening, ...], state: State, what: str) -> None:
    """CommandRefused, in the name of `what`, when a recorded consequence would come out differently now."""
    recorded = [each.event for each in whole if isinstance(each.event, e.NodeChanged)]
    again = trajectory(setting, state.interventions).changes[: len(recorded)] if recorded else ()
    if [recorded_as(change) for change in again] != recorded:
        played = {each.event.model for each in whole if isinstance(each.event, e.ExerciseCreated)} - {MODEL_VERSION}
        which = f" (model {min(played)}, nu model {MODEL_VERSION})" if played else ""
        raise CommandRefused(ANOTHER_PAST.format(what, which))
