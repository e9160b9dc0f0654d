"""Harm that hangs on decisions alone: costs booked and legal terms missed, each cost and each clock a game of its own."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from simulator.consequences.attribution import Tally, plan_of
from simulator.exercise.replay import replays
from simulator.exercise.rules import bookings, clocks, deadlines, effects, injects, openings
from simulator.exercise.setting import Setting
from simulator.exercise.settle import rules_of
from simulator.exercise.state import State
from simulator.exercise.touching import Bears, only, options_played, touching
from simulator.insight.clocks import missed
from simulator.insight.luck.past import Past
from simulator.scenario.model import Inject

RULES = rules_of(effects, clocks, deadlines, openings, injects, bookings)
"""All that follows of decisions and time, without what hangs on the state of a node."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A cost that can be booked, or a term that can be missed."""

    kind: str
    """cost or clock."""
    id: str
    low: int
    high: int

    def bears(self) -> Bears:
        """What makes a difference to it of itself."""
        if self.kind == "cost":
            return lambda bearer: self.id in bearer.costs
        return lambda bearer: self.id in bearer.starts or (not isinstance(bearer, Inject) and self.id in bearer.meets)

    def came_about(self, setting: Setting, state: State) -> bool:
        """Whether it was booked, or missed."""
        if self.kind == "cost":
            return any(booked.cost == self.id for booked in state.costs)
        return any(row.id == self.id for row in missed(setting, state))


@dataclass(frozen=True, slots=True, kw_only=True)
class Certain:
    """What one item came to, by decisions."""

    item: Item
    played: bool
    without: bool
    known: bool
    """False when it hangs on the state of a node, so that the model cannot tell; then it counts as played throughout."""
    shares: dict[str, Fraction]
    """For each point that can touch it, the part of one booking or miss that it saved."""
    modelled: frozenset[str]
    """Decisions that could have touched it, had another option been chosen."""
    exact: bool


def items_of(setting: Setting) -> tuple[Item, ...]:
    """All costs and clocks of the scenario."""
    booked = (Item(kind="cost", id=name, low=cost.low, high=cost.high) for name, cost in setting.costs.items())
    return (*booked, *(Item(kind="clock", id=name, low=1, high=1) for name in setting.clocks))


def certain(past: Past, item: Item, seed: int) -> Certain:
    """Who brought it about, and who kept it off."""
    setting = past.setting
    played = item.came_about(setting, past.state)
    could = touching(setting, item.bears())
    touched = touching(setting, item.bears(), options_played(setting, past.state.records.values()))
    players = tuple(point.id for point in past.points if point.id in touched.decisions)
    plan = plan_of(players, seed=seed)
    small = only(setting, touched)
    came = {points: item.came_about(small, state) for points, state in replays(small, past.happened, plan.coalitions, RULES)}
    known = not touched.by_chance and came[plan.coalitions[-1]] == played
    shares: dict[str, Fraction] = {}
    if known and players:
        tally = Tally(plan)
        tally.add([[int(came[points])] for points in plan.coalitions])
        shares = {share.player: share.value for share in tally.attribution().shares}
    return Certain(
        item=item,
        played=played,
        without=came[plan.coalitions[0]] if known else played,
        known=known,
        shares=shares,
        modelled=could.decisions if known else frozenset(),
        exact=plan.exact,
    )
