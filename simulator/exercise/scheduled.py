"""What is still going to be done to the graph, as the decisions stand now."""

from __future__ import annotations

from dataclasses import replace

from simulator.consequences.interventions import Intervention
from simulator.exercise.causes import brought
from simulator.exercise.evolve import intervention_of
from simulator.exercise.holds import holds
from simulator.exercise.setting import Setting
from simulator.exercise.state import State


def scheduled_interventions(setting: Setting, state: State) -> tuple[Intervention, ...]:
    """What effects that wait for their minute will do, as the decisions stand now; by minute."""
    found = [
        intervention_of(scheduled.due, event)
        for each in brought(setting, state)
        if each.stands
        for named in each.effects
        if (scheduled := state.scheduled.get(named.name)) is not None
        and holds(replace(state, minute=max(state.minute, scheduled.due)), named.effect.if_)
        for event in named.parts
        if event.id not in state.done
    ]
    return tuple(sorted(found, key=lambda each: each.minute))
