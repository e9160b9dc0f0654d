"""Rule: costs and actions that injects and decisions bring."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.causes import Brought, brought
from simulator.exercise.events import ActionAssigned, CostBooked, Event
from simulator.exercise.setting import Setting
from simulator.exercise.state import State

LOOKS_AT = ("costs", "actions", "injects", "records", "decisions")


def due(setting: Setting, state: State) -> Event | None:
    """The first cost or action that is not written down yet."""
    booked = {booking.cost for booking in state.costs}
    for each in brought(setting, state):
        if each.stands:
            event = _cost(each, booked) or _action(setting, state, each)
            if event is not None:
                return event
    return None


def instants(setting: Setting, state: State) -> Iterator[int]:
    """None: they follow their cause at once."""
    return iter(())


def _cost(each: Brought, booked: set[str]) -> Event | None:
    """A cost is made once, also when two things bring it."""
    return next((CostBooked(cost=cost, cause=each.cause) for cost in each.costs if cost not in booked), None)


def _action(setting: Setting, state: State, each: Brought) -> Event | None:
    for name in each.actions:
        action = setting.actions.get(name)
        if action is not None and name not in state.actions:
            term = -1 if action.within is None else each.minute + action.within
            return ActionAssigned(action=name, text=action.text, owner=action.owner, due=term, cause=each.cause)
    return None
