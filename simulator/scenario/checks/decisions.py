"""Decisions that cannot be taken, and amounts that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.checks.parts import Parts
from simulator.scenario.mistakes import Mistake


def a_default_has_a_deadline(parts: Parts) -> Iterator[Mistake]:
    """`default` and `within` go together."""
    for index, decision in parts.decisions:
        if decision.default and decision.within is None:
            message = "er is een default, maar geen within: de default geldt dan nooit."
            yield Mistake(route=("decisions", index, "default"), message=message, mend="Voeg within toe, zoals within: 45m.")
        if decision.within is not None and decision.default is None:
            message = "er is een within, maar geen default: er gebeurt dan niets als niemand besluit."
            yield Mistake(
                route=("decisions", index, "within"), message=message, mend="Voeg default toe met het id van een optie."
            )


def every_decision_is_opened(parts: Parts) -> Iterator[Mistake]:
    """A time, a condition or an inject opens it."""
    if not parts.whole:
        return
    asked = {name for _, inject in parts.injects for name in inject.asks}
    for index, decision in parts.decisions:
        if decision.opens is None and decision.when is None and decision.id not in asked:
            message = "dit besluit gaat nooit open."
            mend = f"Voeg opens of when toe, of zet asks: [{decision.id}] bij een bericht."
            yield Mistake(route=("decisions", index), message=message, mend=mend)


def every_cost_runs_from_low_to_high(parts: Parts) -> Iterator[Mistake]:
    """`low` is at most `high`."""
    for index, cost in parts.costs:
        if cost.low > cost.high:
            message = f"low ({cost.low}) is hoger dan high ({cost.high})."
            yield Mistake(route=("costs", index, "low"), message=message, mend="Wissel ze om.")
