"""The console on a real exercise file: what the keys record stands in the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from simulator.exercise.events import DecisionTaken, InjectDelivered, RealityDeclared
from simulator.exercise.state import Phase
from simulator.session import Session
from tui.app import OntregeldApp
from tui.messages import SetupDone
from tui.openings import Play
from tui.screens.facilitator import FacilitatorScreen
from tui.screens.setup import SetupScreen

PATIENCE = 400
"""Looks; each lets the app do its work."""


async def until(pilot: Pilot[None], happened: Callable[[], bool]) -> None:
    for _ in range(PATIENCE):
        if happened():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never happened")


async def test_start_deliver_decide_and_stop_stand_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "proef.oefening"
    app = OntregeldApp(Play(target="alles-op-slot", file=file))

    def phase() -> Phase | None:
        return app.picture.state.phase if app.picture else None

    def happened(kind: type) -> bool:
        return app.picture is not None and any(isinstance(each.event, kind) for each in app.picture.recorded)

    try:
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: isinstance(app.screen, SetupScreen))
            app.screen.post_message(SetupDone())
            await until(pilot, lambda: isinstance(app.screen, FacilitatorScreen) and app.screen._overview is not None)
            await pilot.press("space")
            await until(pilot, lambda: phase() is Phase.RUNNING)
            await pilot.press("d")
            await until(pilot, lambda: happened(InjectDelivered))
            await pilot.press("3", "enter", "1", "enter")
            await until(pilot, lambda: happened(DecisionTaken))
            await pilot.press("f10")
            await until(pilot, lambda: happened(RealityDeclared))
    finally:
        app.shut()
    assert app.failure is None
    again = Session.open(file)
    try:
        assert again.state.phase is Phase.REALITY
        assert len(again.state.records) == 1
    finally:
        again.close()
