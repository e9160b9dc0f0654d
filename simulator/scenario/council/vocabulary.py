"""The words by which a scenario says what it is about: topics, terms, and acts with who may decide on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from simulator.scenario.scalars import Id, Line
from simulator.scenario.shape import Written

OTHERWISE = "anders"
"""In `trap`: whoever is not named."""


class Topic(Written):
    """Something that an inject puts on the table."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    title: Line
    """Wat er aan de hand is, in een paar woorden."""


class Term(Written):
    """A legal or agreed term that a clock can be of."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    title: Line
    """Wat er binnen de termijn gebeurt."""
    regime: Literal["wbni", "cbw", "beide"]
    """Onder welk rechtskader de termijn bestaat."""
    law: bool = False
    """Noemt een wet het aantal uren of dagen? Zo niet, dan is het een afspraak of een norm van de oefening."""


class Topics(Written):
    """The file of topics and terms."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    topics: tuple[Topic, ...] = Field(min_length=1)
    """De onderwerpen."""
    terms: tuple[Term, ...] = Field(min_length=1)
    """De termijnen."""


class Act(Written):
    """A sort of act, and who may decide on it."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    title: Line
    """Wat er gedaan wordt."""
    decides: tuple[Id, ...]
    """Wie mag besluiten; leeg = niemand in de gemeente."""
    executes: tuple[Id, ...] = ()
    """Wie het uitvoert."""
    advises: tuple[Id, ...] = ()
    """Wie adviseert."""
    informed: tuple[Id, ...] = ()
    """Wie het te horen krijgt."""
    basis: str = Field(min_length=1)
    """Waar dat staat."""
    trap: Mapping[Id, str] = Field(default_factory=dict)
    """Wat er te zeggen is als deze rol toch besloot; `anders` voor wie niet genoemd is."""
    remark: str = ""
    """Wat er bij te zeggen is, wie er ook besloot."""


class Mandates(Written):
    """The file of mandates."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    acts: tuple[Act, ...] = Field(min_length=1)
    """De handelingen."""
