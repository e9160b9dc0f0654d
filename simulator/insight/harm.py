"""What it did to residents and money, to the horizon: separate figures, no single score."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmFigures:
    """Service-hours are not people: one resident who misses two services for an hour counts twice."""

    resident_hours: int
    """Service-hours of residents missed, to the horizon."""
    resident_hours_beyond_limit: int
    """The part after the limit (mtd) of each node."""
    cost_low: int
    """Euro: booked (low) and outage."""
    cost_high: int
    clocks_missed: int
    """Met too late, or never."""


def harm_of(setting: Setting, state: State) -> HarmFigures:
    """The harm of what was done so far and what is still scheduled, to the horizon."""
    raise NotImplementedError
