"""What projector and seats paint holds nothing private, and nothing true that is not known: after every inject."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from simulator.exercise import commands as c
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.scenario.library import library
from simulator.scenario.model import RoleKind
from tests.exercise.builders import Play
from tests.insight.builders import play
from tests.insight.leaks import private
from tests.insight.test_leaks import after_every_inject, named
from tests.tui.showing import picture, still
from tui.picture import ExerciseScreen
from tui.screens.projector import ProjectorScreen
from tui.screens.seat import SeatScreen
from tui.widgets.big import Big
from tui.widgets.known import Lines

ROOMY = (200, 240)
"""So large that nothing is scrolled out of sight."""
KNOWN = ("known", "outages")
"""Ids of the lists of what is known."""


def squashed(text: str) -> str:
    """Text without its breaks: a painted line ends where the screen does."""
    return "".join(text.split())


def painted(screen: ExerciseScreen) -> Iterator[tuple[Widget, str]]:
    """What each part of the screen shows."""
    rows = [strip.text for strip in screen._compositor.render_strips()]
    for widget in screen.query(Widget):
        if isinstance(widget, Big):
            yield widget, squashed(widget.text)
        elif widget.region.area and not widget.children:
            area = widget.region
            yield widget, squashed("".join(row[area.x : area.right] for row in rows[area.y : area.bottom]))


def leaks(screen: ExerciseScreen, on: Setting, state: State) -> set[str]:
    """Private text that is painted, and nodes that are listed and were never made known."""
    secrets = {text for text in private(on.scenario) if text}
    if isinstance(screen, SeatScreen):
        secrets |= {each.text for each in on.scenario.injects if each.to != "all" and screen._role not in each.to}
    found = set()
    for widget, text in painted(screen):
        found |= {secret for secret in secrets if squashed(secret) in text}
        if isinstance(widget, Lines) and widget.id in KNOWN:
            names = {node.name: name in state.reported for name, node in on.nodes.items()}
            for name in sorted(names, key=len, reverse=True):
                if squashed(name) in text and not names[name]:
                    found.add(name)
                text = text.replace(squashed(name), "")
    return found


async def paint(pilot: Pilot[None], screen: ExerciseScreen, on: Setting, state: State) -> set[str]:
    """Show the exercise at this state, and look."""
    shown = Play(on)
    shown.state = state
    screen.publish(picture(shown))
    await pilot._wait_for_screen()
    screen._on_timer_update()
    return leaks(screen, on, state)


def told(on: Setting) -> Iterator[State]:
    """Each state in which another inject was just given."""
    given: frozenset[str] = frozenset()
    for state in after_every_inject(on):
        now = frozenset(name for name in state.injects if state.delivered(name))
        if now != given:
            given = now
            yield state


def screens(on: Setting) -> tuple[ExerciseScreen, ...]:
    """The projector, and the seat of the player to whom the fewest messages go."""
    players = [role.id for role in on.scenario.roles if role.kind is RoleKind.SPELER]
    return ProjectorScreen(), SeatScreen(min(players, key=lambda role: sum(role in each.to for each in on.scenario.injects)))


@pytest.mark.parametrize("name", [entry.id for entry in library()])
async def test_no_inject_of_any_scenario_paints_what_is_private_or_not_yet_known(name: str) -> None:
    on = named(name)
    states = list(told(on))
    for screen in screens(on):
        async with still(ROOMY, start=False) as (app, pilot):
            await app.push_screen(screen)
            for state in states:
                assert await paint(pilot, screen, on, state) == set()


@pytest.mark.parametrize("place", [0, 1], ids=["projector", "seat"])
async def test_a_planted_leak_is_found_on_the_screen(place: int) -> None:
    on = named(library()[0].id)
    screen = screens(on)[place]
    inject = next(each for each in on.scenario.injects if each.note and each.to == "all")
    leaking = inject.model_copy(update={"text": f"{inject.text}\n\n{inject.note}"})
    injects = tuple(leaking if each is inject else each for each in on.scenario.injects)
    planted = Setting(scenario=on.scenario.model_copy(update={"injects": injects}), landscape=on.landscape, seed=1)
    state = play(planted, (1, c.DeliverInject(inject=inject.id)), until=1).state
    async with still(ROOMY, start=False) as (app, pilot):
        await app.push_screen(screen)
        assert inject.note in await paint(pilot, screen, planted, state)


@pytest.mark.parametrize("place", [0, 1], ids=["projector", "seat"])
async def test_a_node_that_nobody_reported_is_found_on_the_screen(place: int) -> None:
    on = named(library()[0].id)
    screen = screens(on)[place]
    node = next(iter(on.nodes))
    state = play(on, (1, c.ReportNode(node=node, level=0)), until=1).state
    async with still(ROOMY, start=False) as (app, pilot):
        await app.push_screen(screen)
        assert await paint(pilot, screen, on, state) == set()
        assert on.nodes[node].name in leaks(screen, on, State())
