"""How repair and fallback of one node stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.consequences.state import NEVER, State


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairStatus:
    """Repair under way."""

    start: int
    until: int


class FallbackPhase(StrEnum):
    """Where an emergency procedure stands."""

    NONE = "none"
    """There is none."""
    OFF = "off"
    SETTING_UP = "setting_up"
    """Until `until`."""
    READY = "ready"
    """Set up and not yet needed."""
    RUNNING = "running"
    """Can be kept up until `until`."""
    SPENT = "spent"
    """It was kept up as long as it could be in this outage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FallbackStatus:
    """The phase of a fallback, and the minute at which that ends of itself."""

    phase: FallbackPhase
    until: int = -1
    """-1 when the phase has no end of its own."""


def repair_status(state: State, node: int) -> RepairStatus | None:
    """The work on a node, if any."""
    work = state.work.get(node)
    return RepairStatus(start=work.start, until=work.until) if work else None


def fallback_status(state: State, node: int) -> FallbackStatus:
    """The fallback of a node."""
    running = state.fallback.get(node)
    if state.graph.fallback[node] is None:
        return FallbackStatus(phase=FallbackPhase.NONE)
    if running is None or not running.on:
        spent = running is not None and running.left <= 0
        return FallbackStatus(phase=FallbackPhase.SPENT if spent else FallbackPhase.OFF)
    if not running.ready:
        return FallbackStatus(phase=FallbackPhase.SETTING_UP, until=running.ready_at)
    if running.since == NEVER:
        return FallbackStatus(phase=FallbackPhase.READY)
    return FallbackStatus(phase=FallbackPhase.RUNNING, until=running.since + running.left)
