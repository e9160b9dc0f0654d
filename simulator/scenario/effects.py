"""What an inject, an option or the oefenleider does to the graph. Exactly one action key an effect."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.conditions import Condition
from simulator.scenario.scalars import Duration, Id, Whole
from simulator.scenario.shape import Written


class LinkBetween(Written):
    """A dependency: `node` needs `member`."""

    node: Id
    """Het onderdeel dat iets nodig heeft."""
    member: Id
    """Het onderdeel waar het van afhangt."""


class CrewGain(Written):
    """More people in a crew."""

    crew: Id
    """Id van de ploeg in het landschap."""
    count: Whole = Field(ge=1, le=50)
    """Hoeveel mensen erbij komen."""


class Priority(Written):
    """The order in which crews take waiting nodes; higher first, 0 is usual."""

    node: Id
    """Id van het onderdeel."""
    priority: Whole = Field(ge=-100, le=100)
    """Hoger gaat voor; 0 is gewoon."""


class JumpStart(Written):
    """Noodstart: a requirement group counts as held for a while."""

    node: Id
    """Id van het onderdeel."""
    group: Whole = Field(default=1, ge=1)
    """De hoeveelste behoefte (needs) van het onderdeel."""
    time: Duration
    """Hoe lang de behoefte als vervuld geldt, zoals 4h."""


ACTIONS = (
    "hit",
    "isolate",
    "reconnect",
    "cut",
    "restore",
    "start_fallback",
    "stop_fallback",
    "add_crew",
    "set_priority",
    "clear",
    "jump_start",
)


class Effect(Written):
    """One thing that happens to the graph, perhaps later, perhaps only if."""

    hit: tuple[Id, ...] | None = None
    """Deze onderdelen worden geraakt."""
    isolate: tuple[Id, ...] | None = None
    """Deze onderdelen worden bewust losgekoppeld."""
    reconnect: tuple[Id, ...] | None = None
    """Deze onderdelen worden weer aangesloten."""
    cut: LinkBetween | None = None
    """Deze afhankelijkheid wordt verbroken (een ketenpartner sluit u af)."""
    restore: LinkBetween | None = None
    """Deze afhankelijkheid wordt hersteld."""
    start_fallback: tuple[Id, ...] | None = None
    """Van deze onderdelen start de noodprocedure."""
    stop_fallback: tuple[Id, ...] | None = None
    """Van deze onderdelen stopt de noodprocedure."""
    add_crew: CrewGain | None = None
    """Er komen mensen bij een ploeg."""
    set_priority: Priority | None = None
    """Dit onderdeel krijgt voorrang (of juist niet) bij herstel."""
    clear: tuple[Id, ...] | None = None
    """Deze onderdelen zijn onderzocht en vrijgegeven voor herstel."""
    jump_start: JumpStart | None = None
    """Noodstart: een behoefte geldt een tijd als vervuld."""
    after: Duration | None = None
    """Zo lang na het besluit of bericht; zonder dit: meteen."""
    if_: Condition | None = Field(default=None, alias="if")
    """Alleen als dit geldt (tijd en besluiten), beoordeeld op het moment dat het effect ingaat."""

    @model_validator(mode="after")
    def _exactly_one_action(self) -> Self:
        if sum(getattr(self, action) is not None for action in ACTIONS) != 1:
            raise PydanticCustomError("effect_keys", "een effect heeft precies een actie, zoals hit, isolate of start_fallback")
        return self
