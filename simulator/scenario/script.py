"""A rehearsal: a script of commands that plays a scenario without a screen."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.scalars import Id, Line, Moment, Percent, Text, Whole
from simulator.scenario.shape import Written


class Decide(Written):
    """A decision taken, from the options or in own words."""

    decision: Id | None = None
    """Het besluit; zonder dit is het een eigen besluit."""
    option: Id | None = None
    """De gekozen optie; zonder dit telt words."""
    words: Text | None = None
    """Het besluit in eigen woorden."""
    effect: Literal["isolate", "fallback", "crew", "priority", "none"] = "none"
    """Wat een eigen besluit in de graaf doet."""
    target: Id | None = None
    """Op welk onderdeel of welke ploeg."""
    by: Id
    """De rol die besloot."""
    motivation: Text | None = None
    owner: Id | None = None
    due: Moment | None = None
    decided_at: Moment | None = None
    """Wanneer het echt besloten is, als dat eerder was."""


class Report(Written):
    """A role makes the state of a node known."""

    node: Id
    level: Percent | None = None
    by: Id


class Observe(Written):
    """An observer's note."""

    text: Text
    question: str | None = None
    role: Id | None = None


class SetNode(Written):
    """The oefenleider puts a node up or down by hand."""

    node: Id
    up: bool
    reason: Line


class Improvise(Written):
    """An inject that is not in the scenario."""

    title: Line
    text: Text
    to: tuple[Id, ...] | Literal["all"]


STEP_KEYS = (
    "decide", "withdraw", "deliver", "hold", "improvise", "report", "round", "bob", "start_clock", "meet_clock", "observe",
    "add_crew", "set_priority", "set_node", "action_done",
)  # fmt: skip


class Step(Written):
    """One thing that is done at a moment. Exactly one key besides `at`."""

    at: Moment
    decide: Decide | None = None
    withdraw: Id | None = None
    """Trek het laatste besluit over dit dilemma in."""
    deliver: Id | None = None
    hold: Id | None = None
    improvise: Improvise | None = None
    report: Report | None = None
    round: Id | None = None
    bob: Literal["beeldvorming", "oordeelsvorming", "besluitvorming"] | None = None
    start_clock: Id | None = None
    meet_clock: Id | None = None
    observe: Observe | None = None
    add_crew: Id | None = None
    """Een mens erbij in deze ploeg."""
    set_priority: Id | None = None
    """Dit onderdeel krijgt voorrang."""
    set_node: SetNode | None = None
    action_done: Id | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(getattr(self, key) is not None for key in STEP_KEYS) != 1:
            raise PydanticCustomError("step_keys", "een stap heeft naast at precies een sleutel, zoals decide of deliver")
        return self


class Script(Written):
    """A rehearsal: who does what when."""

    format: Literal["1", 1] = 1
    id: Id
    title: Line
    text: Text | None = None
    steps: tuple[Step, ...] = ()
    end: Moment | None = None
    """Wanneer de oefening stopt; zonder dit: het einde van het scenario."""
    seed: Whole = Field(default=1, ge=0)
