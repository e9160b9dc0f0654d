"""What it did to residents and money, to the horizon: separate figures, no single score."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.consequences.harm import harm
from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.run import run
from simulator.exercise.causes import brought
from simulator.exercise.events import Intervened
from simulator.exercise.holds import holds
from simulator.exercise.interventions import of_effect
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight.clocks import ClockStatus, clocks


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
    interventions = (*state.interventions, *scheduled_interventions(setting, state))
    figures = harm(setting.graph, run(setting.graph, interventions, setting.draws, until=setting.horizon, causes=False))
    booked = [setting.costs[each.cost] for each in state.costs if each.cost in setting.costs]
    missed = (ClockStatus.GEMIST, ClockStatus.TE_LAAT)
    return HarmFigures(
        resident_hours=figures.resident_hours,
        resident_hours_beyond_limit=figures.resident_hours_beyond_limit,
        cost_low=figures.cost + sum(cost.low for cost in booked),
        cost_high=figures.cost + sum(cost.high for cost in booked),
        clocks_missed=sum(row.status in missed for row in clocks(setting, state)),
    )


def scheduled_interventions(setting: Setting, state: State) -> tuple[Intervention, ...]:
    """What effects that wait for their minute will do, as the decisions stand now; by minute."""
    found = [
        intervention_of(scheduled.due, event)
        for each in brought(setting, state)
        if each.stands
        for number, effect in enumerate(each.effects)
        if (scheduled := state.scheduled.get(f"{each.cause}/{number}")) is not None
        and holds(replace(state, minute=max(state.minute, scheduled.due)), effect.if_)
        for event in of_effect(effect, each.cause, f"{each.cause}/{number}")
        if event.id not in state.done
    ]
    return tuple(sorted(found, key=lambda each: each.minute))


def intervention_of(minute: int, event: Intervened) -> Intervention:
    return Intervention(
        minute=minute,
        kind=Kind(event.kind),
        id=event.id,
        node=event.node,
        other=event.other,
        amount=event.amount,
        group=event.group,
    )
