"""Start, pause, jump, rounds, real emergencies, the end, and who is there."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.deciding.guards import known, text
from simulator.exercise.setting import Setting
from simulator.exercise.state import Phase, State

FASTEST = 60
"""Exercise minutes in a real minute."""


def assign(setting: Setting, state: State, command: c.AssignRole) -> Iterator[e.Event]:
    known("rol", command.role, setting.roles)
    yield e.RoleAssigned(role=command.role, person=text(command.person, "de persoon"), attendance=command.attendance)


def start(state: State) -> Iterator[e.Event]:
    if state.phase is not Phase.CREATED:
        raise CommandRefused("De oefening is al begonnen.")
    yield e.ExerciseStarted()
    yield e.ExerciseResumed(factor=1)


def pause(state: State) -> Iterator[e.Event]:
    if state.phase is not Phase.RUNNING:
        raise CommandRefused("De klok staat al stil.")
    yield e.ExercisePaused()


def resume(setting: Setting, state: State, command: c.Resume) -> Iterator[e.Event]:
    if state.minute >= setting.horizon:
        raise CommandRefused("Verder dan hier zijn de gevolgen niet doorgerekend. Beëindig de oefening.")
    if not 1 <= command.factor <= FASTEST:
        raise CommandRefused(f"De snelheid ligt tussen 1 en {FASTEST} keer.")
    if state.phase is Phase.RUNNING and state.factor == command.factor:
        raise CommandRefused("De klok loopt al.")
    yield e.ExerciseResumed(factor=command.factor)


def jump(setting: Setting, state: State, command: c.Jump) -> Iterator[e.Event]:
    if command.to <= state.minute:
        raise CommandRefused("U kunt alleen vooruit springen in de tijd.")
    if command.to > setting.horizon:
        raise CommandRefused("Zo ver vooruit kan niet: dat ligt voorbij de doorgerekende tijd.")
    yield from _held(setting, state, command.hold)
    yield e.TimeJumped(start=state.minute, to=command.to)


def next_round(setting: Setting, state: State, command: c.NextRound) -> Iterator[e.Event]:
    coming = next((round for round in setting.scenario.rounds if round.id not in state.rounds), None)
    if coming is None:
        raise CommandRefused("Dit was de laatste ronde.")
    yield from jump(setting, state, c.Jump(to=coming.at, hold=command.hold))


def bob(state: State, command: c.StartBobStep) -> Iterator[e.Event]:
    if state.bob is command.step:
        raise CommandRefused(f"Het team is al bezig met {command.step.value}.")
    yield e.BobStepStarted(step=command.step)


def declare_reality(state: State) -> Iterator[e.Event]:
    if state.phase is Phase.REALITY:
        raise CommandRefused("De oefening is al gestopt.")
    yield e.RealityDeclared()


def clear_reality(state: State) -> Iterator[e.Event]:
    if state.phase is not Phase.REALITY:
        raise CommandRefused("De oefening is niet gestopt.")
    yield e.RealityCleared()


def end() -> Iterator[e.Event]:
    yield e.ExerciseEnded()


def _held(setting: Setting, state: State, injects: tuple[str, ...]) -> Iterator[e.Event]:
    for name in injects:
        known("bericht", name, setting.injects)
        if not state.delivered(name):
            yield e.InjectHeld(inject=name)
