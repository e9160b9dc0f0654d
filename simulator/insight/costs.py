"""What it costs: amounts booked, from low to high, and what the outages cost so far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from simulator.consequences.harm import harm
from simulator.consequences.interventions import Intervention
from simulator.consequences.run import run
from simulator.exercise.setting import Setting
from simulator.exercise.state import Booked, State
from simulator.insight import wording as w


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
    rows = tuple(_row(setting, state, booked) for booked in state.costs if booked.cost in setting.costs)
    outage = outage_cost(setting, state)
    return Costs(
        rows=rows,
        categories=_categories(rows),
        outage=outage,
        low=sum(row.low for row in rows) + outage,
        high=sum(row.high for row in rows) + outage,
    )


def outage_cost(setting: Setting, state: State) -> int:
    """What outages and fallbacks cost up to now, in whole euros."""
    return _outage_until(setting, state.interventions, state.minute)


@lru_cache(maxsize=8)
def _outage_until(setting: Setting, interventions: tuple[Intervention, ...], minute: int) -> int:
    so_far = run(setting.graph, interventions, setting.draws, until=minute, causes=False)
    return harm(setting.graph, so_far).cost


def _row(setting: Setting, state: State, booked: Booked) -> CostRow:
    cost = setting.costs[booked.cost]
    return CostRow(
        id=cost.id,
        title=cost.title,
        category=cost.category,
        low=cost.low,
        high=cost.high,
        booked=cost.booked or "",
        minute=booked.minute,
        because=w.source(setting, state, booked.cause),
    )


def _categories(rows: tuple[CostRow, ...]) -> tuple[CategoryTotal, ...]:
    names = dict.fromkeys(row.category for row in rows)
    totals = [
        CategoryTotal(
            category=name,
            low=sum(row.low for row in rows if row.category == name),
            high=sum(row.high for row in rows if row.category == name),
        )
        for name in names
    ]
    return tuple(sorted(totals, key=lambda total: -total.high))
