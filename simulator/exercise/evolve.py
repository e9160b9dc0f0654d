"""State + event -> state. Total: whatever the journal says happened, happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, assert_never

from simulator.consequences.interventions import Intervention, Kind
from simulator.exercise import events as e
from simulator.exercise.evaluation.state import evolve as evaluated
from simulator.exercise.state import (
    AssignedAction,
    Booked,
    Done,
    Filling,
    Improvised,
    InjectFate,
    InjectStatus,
    Observation,
    OpenDecision,
    Phase,
    Record,
    Reported,
    RunningClock,
    Scheduled,
    State,
    Truth,
    Words,
)

V = TypeVar("V")


def evolve(state: State, stamped: e.Stamped | e.Recorded) -> State:
    """The state after an event. Minutes never go down."""
    minute = max(state.minute, stamped.minute)
    return _apply(replace(state, minute=minute), minute, stamped.event)


def _apply(state: State, minute: int, event: e.Event) -> State:
    match event:
        case e.ExerciseCreated():
            return replace(state, exercise=event.exercise, seed=event.seed)
        case e.RoleAssigned() | e.ExerciseStarted() | e.ExercisePaused() | e.ExerciseResumed() | e.TimeJumped():
            return _stage(state, event)
        case e.RealityDeclared() | e.RealityCleared() | e.ExerciseEnded():
            return _stage(state, event)
        case e.RoundStarted():
            return replace(state, rounds=_with(state.rounds, event.round, minute), bob=None)
        case e.BobStepStarted():
            return replace(state, bob=event.step)
        case e.InjectOffered() | e.InjectDelivered() | e.InjectHeld() | e.InjectImprovised():
            return _inject(state, minute, event)
        case e.NodeReported():
            return _report(state, minute, event)
        case e.DecisionOpened() | e.DecisionTaken() | e.DecisionDetailed() | e.DecisionDefaulted() | e.DecisionWithdrawn():
            return _decision(state, minute, event)
        case e.EffectScheduled() | e.EffectCancelled() | e.EffectSkipped() | e.Intervened() | e.NodeChanged():
            return _graph(state, minute, event)
        case e.ClockStarted() | e.ClockMet() | e.ClockMissed():
            return _clock(state, event)
        case e.CostBooked():
            return replace(state, costs=(*state.costs, Booked(cost=event.cost, cause=event.cause, minute=minute)))
        case e.ActionAssigned():
            return replace(state, actions=_with(state.actions, event.action, AssignedAction(assigned=event, minute=minute)))
        case e.ActionDone():
            return replace(state, actions=_changed(state.actions, event.action, done=minute))
        case e.ObservationNoted():
            return replace(state, observations=(*state.observations, Observation(noted=event, minute=minute)))
        case e.WordsEntered():
            return replace(state, words=(*state.words, Words(entered=event, minute=minute)))
        case _:
            return replace(state, evaluation=evaluated(state.evaluation, minute, event))


Stage = (
    e.RoleAssigned
    | e.ExerciseStarted
    | e.ExercisePaused
    | e.ExerciseResumed
    | e.TimeJumped
    | e.RealityDeclared
    | e.RealityCleared
    | e.ExerciseEnded
)


def _stage(state: State, event: Stage) -> State:
    match event:
        case e.RoleAssigned():
            filling = Filling(attendance=event.attendance, person=event.person)
            others = tuple(each for each in state.roles.get(event.role, ()) if each.person != event.person)
            return replace(state, roles=_with(state.roles, event.role, (*others, filling)))
        case e.ExerciseStarted() | e.ExercisePaused() | e.RealityCleared():
            return replace(state, phase=Phase.PAUSED)
        case e.ExerciseResumed():
            return replace(state, phase=Phase.RUNNING, factor=event.factor)
        case e.TimeJumped():
            return state
        case e.RealityDeclared():
            return replace(state, phase=Phase.REALITY)
        case e.ExerciseEnded():
            return replace(state, phase=Phase.ENDED)
        case _:
            assert_never(event)


def _inject(state: State, minute: int, event: e.InjectOffered | e.InjectDelivered | e.InjectHeld | e.InjectImprovised) -> State:
    match event:
        case e.InjectOffered():
            fate = InjectFate(status=InjectStatus.OFFERED, minute=minute)
        case e.InjectHeld():
            fate = InjectFate(status=InjectStatus.HELD, minute=minute, by_hand=True)
        case e.InjectDelivered():
            fate = InjectFate(status=InjectStatus.DELIVERED, minute=minute, by_hand=event.by_hand)
        case e.InjectImprovised():
            improvised = _with(state.improvised, event.inject, Improvised(inject=event, minute=minute))
            return replace(state, improvised=improvised)
        case _:
            assert_never(event)
    return replace(state, injects=_with(state.injects, event.inject, fate))


def _report(state: State, minute: int, event: e.NodeReported) -> State:
    before = state.reported.get(event.node)
    since = before.minute if before is not None and before.level == event.level else minute
    reported = Reported(level=event.level, minute=since, source=event.source)
    return replace(
        state,
        reported=_with(state.reported, event.node, reported),
        reports_given=state.reports_given | {f"{event.source}/{event.node}"},
    )


Deciding = e.DecisionOpened | e.DecisionTaken | e.DecisionDetailed | e.DecisionDefaulted | e.DecisionWithdrawn


def _decision(state: State, minute: int, event: Deciding) -> State:
    match event:
        case e.DecisionOpened():
            opened = OpenDecision(minute=minute, deadline=event.deadline)
            return replace(state, decisions=_with(state.decisions, event.decision, opened))
        case e.DecisionTaken():
            record = Record(
                taken=event,
                minute=minute,
                by=event.by,
                motivation=event.motivation,
                owner=event.owner,
                due=event.due,
                decided_at=event.decided_at,
                act=event.act,
            )
            return replace(state, records=_with(state.records, event.record, record))
        case e.DecisionDetailed():
            details = {
                "by": event.by,
                "motivation": event.motivation,
                "owner": event.owner,
                "due": event.due,
                "decided_at": event.decided_at,
                "act": event.act,
            }
            return replace(state, records=_changed(state.records, event.record, **details))
        case e.DecisionDefaulted():
            decisions = _changed(state.decisions, event.decision, default=event.option, default_minute=minute)
            return replace(state, decisions=decisions)
        case e.DecisionWithdrawn():
            return _without(state, minute, event)
        case _:
            assert_never(event)


def _without(state: State, minute: int, event: e.DecisionWithdrawn) -> State:
    """Withdrawing also takes back the clocks that the record met."""
    records = _changed(state.records, event.record, withdrawn=minute, reason=event.reason)
    cause = f"record:{event.record}"
    clocks = {
        name: replace(clock, met_at=-1, met_by="") if clock.met_by == cause else clock for name, clock in state.clocks.items()
    }
    return replace(state, records=records, clocks=clocks)


Graphic = e.EffectScheduled | e.EffectCancelled | e.EffectSkipped | e.Intervened | e.NodeChanged


def _graph(state: State, minute: int, event: Graphic) -> State:
    match event:
        case e.EffectScheduled():
            scheduled = Scheduled(cause=event.cause, due=event.due)
            return replace(
                state,
                scheduled=_with(state.scheduled, event.effect, scheduled),
                settled_effects=state.settled_effects | {event.effect},
            )
        case e.EffectCancelled() | e.EffectSkipped():
            rest = {name: each for name, each in state.scheduled.items() if name != event.effect}
            return replace(state, scheduled=rest, settled_effects=state.settled_effects | {event.effect})
        case e.Intervened():
            return replace(
                state, done=_with(state.done, event.id, Done(intervention=intervention_of(minute, event), event=event))
            )
        case e.NodeChanged():
            return replace(state, truth=_with(state.truth, event.node, _truth(state, minute, event)), changes=state.changes + 1)
        case _:
            assert_never(event)


def intervention_of(minute: int, event: e.Intervened) -> Intervention:
    """The intervention that an event says was done, at a minute."""
    return Intervention(
        minute=minute,
        kind=Kind(event.kind),
        id=event.id,
        node=event.node,
        other=event.other,
        amount=event.amount,
        group=event.group,
    )


def _truth(state: State, minute: int, event: e.NodeChanged) -> Truth:
    before = state.truth.get(event.node)
    down_since = -1
    if event.served < 100:
        down_since = before.down_since if before and before.down_since >= 0 else minute
    return Truth(level=event.level, served=event.served, minute=minute, down_since=down_since, change=event)


def _clock(state: State, event: e.ClockStarted | e.ClockMet | e.ClockMissed) -> State:
    match event:
        case e.ClockStarted():
            clock = RunningClock(known_at=event.known_at, due=event.due)
            return replace(state, clocks=_with(state.clocks, event.clock, clock))
        case e.ClockMet():
            return replace(state, clocks=_changed(state.clocks, event.clock, met_at=event.at, met_by=event.cause))
        case e.ClockMissed():
            return replace(state, clocks=_changed(state.clocks, event.clock, missed=True))
        case _:
            assert_never(event)


def _with(mapping: Mapping[str, V], key: str, value: V) -> Mapping[str, V]:
    return {**mapping, key: value}


def _changed(mapping: Mapping[str, V], key: str, **fields: object) -> Mapping[str, V]:
    """The mapping with fields of one value replaced; unchanged when the key is not there."""
    if key not in mapping:
        return mapping
    return {**mapping, key: replace(mapping[key], **fields)}  # type: ignore[type-var]
