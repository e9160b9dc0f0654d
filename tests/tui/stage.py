"""An exercise in which every surface of every screen has something to show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from simulator.exercise import commands as c
from simulator.exercise.events import Bob
from simulator.exercise.setting import Setting
from tests.exercise.builders import Play, setting, started

Model = TypeVar("Model", bound=BaseModel)

KEPT = frozenset(
    {"id", "kind", "channel", "from_", "to", "node", "day", "regime", "landscape", "responsible", "owner", "of", "crew", "basis"}
)
"""Fields that hold ids and closed sets, and so no free text."""


def played(small: Setting | None = None) -> Play:
    """Half an hour in: messages, a dilemma, a clock, an outage, an action, own words, a note."""
    play = started(small or setting(), minute=12)
    play.do(c.StartBobStep(step=Bob.BEELDVORMING))
    play.do(c.DeliverInject(inject="pers"))
    play.do(c.ReportNode(node="burgerzaken", level=40))
    play.do(c.AddAction(text="Bel de bank", owner="burgemeester"))
    play.do(c.EnterWords(role="burgemeester", text="Ik bel de secretaris", decision="afsluiten"))
    play.do(c.NoteObservation(text="Rustig begin"))
    play.do(c.ImproviseInject(title="Een raadslid belt", text="Wat is er aan de hand?"))
    return play


def written_by(stranger: str) -> Play:
    """The same exercise, with this text wherever a stranger may have written. It went round the loader's checks."""
    play = played()
    base = play.setting
    play.setting = Setting(
        scenario=_rewritten(base.scenario, stranger), landscape=_rewritten(base.landscape, stranger), seed=base.seed
    )
    state = play.state
    play.state = replace(
        state,
        improvised={
            name: replace(each, inject=replace(each.inject, title=stranger, text=stranger))
            for name, each in state.improvised.items()
        },
        words=tuple(replace(each, entered=replace(each.entered, text=stranger)) for each in state.words),
        actions={name: replace(each, assigned=replace(each.assigned, text=stranger)) for name, each in state.actions.items()},
        observations=tuple(replace(each, noted=replace(each.noted, text=stranger)) for each in state.observations),
    )
    return play


def _rewritten(model: Model, stranger: str) -> Model:
    changes: dict[str, Any] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        if type(value) is str and name not in KEPT:
            changes[name] = stranger
        elif isinstance(value, BaseModel):
            changes[name] = _rewritten(value, stranger)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            changes[name] = tuple(_rewritten(each, stranger) for each in value)
    return model.model_copy(update=changes)
