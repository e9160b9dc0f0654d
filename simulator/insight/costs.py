"""What it costs: amounts booked, from low to high, and what the outages cost so far."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.exercise.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRow:
    """A cost that was booked."""

    id: str
    title: str
    category: str
    low: int
    high: int
    booked: str
    """Where it is booked (taakveld or projectcode); may be empty."""
    minute: int
    because: str
    """What caused it, such as 'besluit: Losgeld betalen?'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryTotal:
    """What was booked in one category."""

    category: str
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """All money, in whole euros."""

    rows: tuple[CostRow, ...]
    categories: tuple[CategoryTotal, ...]
    """Highest first."""
    outage: int
    """Outages and fallbacks so far, by the model."""
    low: int
    """Booked (low) and outage together."""
    high: int


def costs(setting: Setting, state: State) -> Costs:
    """The money so far."""
    raise NotImplementedError
