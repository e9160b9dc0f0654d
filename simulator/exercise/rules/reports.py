"""Rule: what a delivered inject makes known, once its own consequences are recorded."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.events import Event, NodeReported
from simulator.exercise.setting import Setting
from simulator.exercise.state import State


def due(setting: Setting, state: State) -> Event | None:
    """The first report of a delivered inject that was not given yet."""
    for name in state.injects:
        inject = setting.injects.get(name)
        if inject is None or not state.delivered(name):
            continue
        source = f"inject:{name}"
        for known in inject.known:
            if f"{source}/{known.node}" not in state.reports_given:
                level = state.served(known.node) if known.level is None else known.level
                return NodeReported(node=known.node, level=level, source=source)
    return None


def instants(setting: Setting, state: State) -> Iterator[int]:
    """None: reports follow their inject at once."""
    return iter(())
