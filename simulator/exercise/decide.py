"""Setting + state + command -> events. Pure; may refuse, and then nothing happens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise.deciding import byhand, choices, stage, story, terms
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.decide import decide as evaluate
from simulator.exercise.events import Event, Stamped, TimeJumped
from simulator.exercise.evolve import evolve
from simulator.exercise.setting import Setting
from simulator.exercise.settle import settle
from simulator.exercise.state import Phase, State

ALWAYS = (c.NoteObservation, c.AssignRole)
ALLOWED: dict[Phase, tuple[type[c.Command], ...]] = {
    Phase.CREATED: (*ALWAYS, *ec.BEFORE, c.Start, c.DeclareReality, c.End),
    Phase.REALITY: (*ALWAYS, c.ClearReality, c.DeclareReality, c.End),
    Phase.ENDED: (*ALWAYS, *ec.AFTERWARDS, c.DetailDecision, c.AddAction, c.MarkActionDone),
}
"""What can be done in a phase; what is not listed as a phase allows everything."""

WHY_NOT = {
    Phase.CREATED: "De oefening is nog niet begonnen.",
    Phase.REALITY: "De oefening is gestopt omdat er echt iets aan de hand is. Hervat haar eerst.",
    Phase.ENDED: "De oefening is afgelopen.",
}


def decide(setting: Setting, state: State, command: c.Command) -> tuple[Stamped, ...]:
    """What a command makes happen at `state.minute`, with all that follows at once; CommandRefused if it cannot be."""
    if state.phase in ALLOWED and not isinstance(command, ALLOWED[state.phase]):
        raise CommandRefused(WHY_NOT[state.phase])
    stamped: list[Stamped] = []
    for event in _events(setting, state, command):
        if isinstance(event, TimeJumped):
            state, on_the_way = settle(setting, state, event.to)
            stamped.extend(on_the_way)
        stamped.append(Stamped(minute=state.minute, event=event))
        state, followed = settle(setting, evolve(state, stamped[-1]), state.minute)
        stamped.extend(followed)
    return tuple(stamped)


def _events(setting: Setting, state: State, command: c.Command) -> Iterable[Event]:
    match command:
        case c.AssignRole() | c.Start() | c.Pause() | c.Resume() | c.Jump() | c.NextRound() | c.StartBobStep():
            return _of_stage(setting, state, command)
        case c.DeclareReality() | c.ClearReality() | c.End():
            return _of_stage(setting, state, command)
        case c.DeliverInject():
            return story.deliver(setting, state, command)
        case c.HoldInject():
            return story.hold(setting, state, command)
        case c.ImproviseInject():
            return story.improvise(setting, state, command)
        case c.ReportNode():
            return story.report(setting, state, command)
        case c.NoteObservation():
            return story.observe(setting, command)
        case c.EnterWords():
            return story.enter_words(setting, command)
        case c.Decide():
            return choices.take(setting, state, command)
        case c.DetailDecision():
            return choices.detail(setting, state, command)
        case c.WithdrawDecision():
            return choices.withdraw(state, command)
        case c.StartClock():
            return terms.start_clock(setting, state, command)
        case c.MeetClock():
            return terms.meet_clock(setting, state, command)
        case c.AddAction():
            return terms.add_action(setting, state, command)
        case c.MarkActionDone():
            return terms.finish_action(state, command)
        case c.AddCrew():
            return byhand.add_crew(setting, state, command)
        case c.SetPriority():
            return byhand.set_priority(setting, state, command)
        case c.SetNode():
            return byhand.set_node(setting, state, command)
        case _:
            return evaluate(setting, state, command)


Staging = (
    c.AssignRole
    | c.Start
    | c.Pause
    | c.Resume
    | c.Jump
    | c.NextRound
    | c.StartBobStep
    | c.DeclareReality
    | c.ClearReality
    | c.End
)


def _of_stage(setting: Setting, state: State, command: Staging) -> Iterable[Event]:
    match command:
        case c.AssignRole():
            return stage.assign(setting, state, command)
        case c.Start():
            return stage.start(state)
        case c.Pause():
            return stage.pause(state)
        case c.Resume():
            return stage.resume(setting, state, command)
        case c.Jump():
            return stage.jump(setting, state, command)
        case c.NextRound():
            return stage.next_round(setting, state, command)
        case c.StartBobStep():
            return stage.bob(state, command)
        case c.DeclareReality():
            return stage.declare_reality(state)
        case c.ClearReality():
            return stage.clear_reality(state)
        case c.End():
            return stage.end()
        case _:
            assert_never(command)
