"""Legal clocks and actions, by hand."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.deciding.guards import known, past, text
from simulator.exercise.setting import Setting
from simulator.exercise.state import State

BY_HAND = "hand"


def start_clock(setting: Setting, state: State, command: c.StartClock) -> Iterator[e.Event]:
    clock = known("klok (onder dit rechtskader)", command.clock, setting.clocks)
    if command.clock in state.clocks:
        raise CommandRefused(f"De klok '{clock.title}' loopt al of is al afgelopen.")
    known_at = past(command.known_at, state.minute, "Het moment van weten")
    yield e.ClockStarted(clock=command.clock, known_at=known_at, due=known_at + clock.time, cause=BY_HAND)


def meet_clock(setting: Setting, state: State, command: c.MeetClock) -> Iterator[e.Event]:
    clock = known("klok (onder dit rechtskader)", command.clock, setting.clocks)
    running = state.clocks.get(command.clock)
    if running is None:
        raise CommandRefused(f"De klok '{clock.title}' loopt nog niet.")
    if running.met_at >= 0:
        raise CommandRefused(f"De klok '{clock.title}' is al gehaald.")
    at = past(command.at, state.minute, "Het moment van melden")
    if at < running.known_at:
        raise CommandRefused(f"De klok '{clock.title}' liep toen nog niet.")
    yield e.ClockMet(clock=command.clock, at=at, cause=BY_HAND)


def add_action(setting: Setting, state: State, command: c.AddAction) -> Iterator[e.Event]:
    known("rol", command.owner, setting.roles)
    if 0 <= command.due < state.minute:
        raise CommandRefused("Een actie kan niet in het verleden klaar moeten zijn.")
    yield e.ActionAssigned(
        action=f"actie-{len(state.actions) + 1}",
        text=text(command.text, "de actie", required=True),
        owner=command.owner,
        due=command.due,
        cause=BY_HAND,
    )


def finish_action(state: State, command: c.MarkActionDone) -> Iterator[e.Event]:
    action = known("actie", command.action, state.actions)
    if action.done >= 0:
        raise CommandRefused("Deze actie was al klaar.")
    yield e.ActionDone(action=command.action)
