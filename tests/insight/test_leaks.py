"""Projector and seats show nothing private, and nothing true that is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from simulator.exercise import commands as c
from simulator.exercise.decide import decide
from simulator.exercise.evolve import evolve
from simulator.exercise.rehearsal import forecast
from simulator.exercise.setting import Setting
from simulator.exercise.state import Reported, State, Truth
from simulator.insight.room import KnownState, Room, room
from simulator.insight.seat import Seat, seat
from simulator.scenario.library import find_scenario, library
from simulator.scenario.load import load_scenario
from simulator.scenario.model import RoleKind
from tests.insight.builders import SCENARIO, SECRET, play, setting
from tests.insight.leaks import leaks, strings


def screens(on: Setting, state: State) -> Iterator[Room | Seat]:
    yield room(on, state)
    for role in on.scenario.roles:
        if role.kind is RoleKind.SPELER:
            yield seat(on, state, role.id)


def after_every_inject(on: Setting) -> Iterator[State]:
    """The exercise as nobody plays it, and every inject delivered by hand at the start."""
    state = State()
    for stamped in forecast(on):
        state = evolve(state, stamped)
        yield state
        if stamped.minute > on.scenario.end:
            break
    for inject in on.scenario.injects:
        played = play(on, until=0).state
        if not played.delivered(inject.id):
            for stamped in decide(on, played, c.DeliverInject(inject=inject.id)):
                played = evolve(played, stamped)
        assert played.delivered(inject.id)
        yield played


def named(name: str) -> Setting:
    """A shipped scenario, or our own small one."""
    if name == SCENARIO["id"]:
        return setting()
    loaded = load_scenario(find_scenario(name))
    return Setting(scenario=loaded.scenario, landscape=loaded.landscape, seed=1)


@pytest.mark.parametrize("name", [SCENARIO["id"], *(entry.id for entry in library())])
def test_no_inject_of_any_scenario_shows_players_what_is_private_or_not_yet_known(name: str) -> None:
    on = named(name)
    for state in after_every_inject(on):
        for shown in screens(on, state):
            assert leaks(on, state, shown) == []


def test_a_secret_never_reaches_a_player_whatever_the_team_decides() -> None:
    on = setting()
    played = play(
        on,
        (5, c.Decide(decision="losgeld", option="nee", by="burgemeester")),
        (6, c.AddAction(text="Bel de griffier", owner="ciso")),
        (7, c.EnterWords(role="ciso", text="Wij koppelen af", decision="losgeld")),
        until=600,
    )
    texts = [text for shown in screens(on, played.state) for text in strings(shown)]
    assert not [text for text in texts if SECRET in text]


def test_a_planted_secret_in_a_public_text_is_found() -> None:
    first, *others = SCENARIO["injects"]
    on = setting({"injects": [{**first, "text": f"Let op: {SECRET}opening"}, *others]})
    state = play(on, until=0).state
    assert leaks(on, state, seat(on, state, "ciso")) == [f"{SECRET}opening"]


def test_a_planted_true_state_is_found() -> None:
    played = play(setting(), until=30)
    shown = room(played.setting, played.state)
    row = KnownState(node="burgerzaken", name="Burgerzaken", level=0, sign="○", words="ligt plat", minute=0, at="ma 08:30")
    assert leaks(played.setting, played.state, replace(shown, outages=(*shown.outages, row))) == ["Burgerzaken ligt plat"]


def test_what_players_see_does_not_depend_on_what_is_true() -> None:
    played = play(setting(), until=600)
    other = {node: replace(truth, served=100, level=100) for node, truth in played.state.truth.items()}
    everything: dict[str, Truth] = {"telefoon": next(iter(played.state.truth.values()))}
    for truth in ({}, other, everything):
        lied = replace(played.state, truth=truth, done={}, scheduled={})
        assert list(screens(played.setting, lied)) == list(screens(played.setting, played.state))


def test_a_wrong_report_is_shown_as_it_was_reported() -> None:
    played = play(setting(), until=0)
    reported = {"servers": Reported(level=80, minute=0, source="role:ciso")}
    shown = room(played.setting, replace(played.state, reported=reported))
    assert [(row.name, row.words) for row in shown.outages] == [("Servers", "werkt deels (80%)")]
