"""Rule: what a delivered inject makes known, once its own consequences are recorded."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.events import Event, NodeReported
from simulator.exercise.setting import Setting
from simulator.exercise.state import State

LOOKS_AT = ("injects", "reports_given", "truth")


def due(setting: Setting, state: State) -> Event | None:
    """The first report of a delivered inject that was not given yet."""
    for name in filter(setting.reporting.__contains__, state.injects):
        for report, known in setting.reporting[name] if state.delivered(name) else ():
            if report not in state.reports_given:
                level = state.served(known.node) if known.level is None else known.level
                return NodeReported(node=known.node, level=level, source=f"inject:{name}")
    return None


def instants(setting: Setting, state: State) -> Iterator[int]:
    """None: reports follow their inject at once."""
    return iter(())
