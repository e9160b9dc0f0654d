"""A real incident as it is written: what was there, what was hit, and what was published. docs/calibration.md has it in words.

A case holds no figure of its own about how long anything takes: those stand in one file for all cases (`general.py`).
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.scalars import Id, Line, Percent, Term, Text, Whole
from simulator.scenario.shape import Written

ALL = "all"
"""As the nodes of a point: every process; where it asks what was cleared: everything that was hit by an attack."""
OWN = "own"
"""As the nodes of a hit: every part that can be repaired and is the organisation's own, of ICT and processes."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    with suppress(ValueError):
        if _DATE.fullmatch(value.strip()):
            return date.fromisoformat(value.strip()).isoformat()
    raise PydanticCustomError("date", "'{value}' is geen datum; schrijf jaar-maand-dag, zoals 2020-12-01", {"value": value})


Day = Annotated[str, BeforeValidator(_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
"""A calendar day, as text."""

Nodes = Annotated[tuple[Id, ...], Field(min_length=1)]


class Cause(StrEnum):
    """An attack is looked into first and mended system by system; a failure is just mended."""

    ATTACK = "attack"
    FAILURE = "failure"


class Measure(StrEnum):
    """Which of the clocks of a node a published point is about."""

    SERVED = "served"
    """It serves at least `level` percent again, by an emergency procedure or by itself."""
    RESTORED = "restored"
    """The system itself runs again, wholly."""
    BACKLOG = "backlog"
    """The lost work is caught up."""
    CLEARED = "cleared"
    """It was looked into and its repair may begin."""


class Accuracy(StrEnum):
    """How sure a published point is."""

    EXACT = "E"
    APPROXIMATE = "A"
    BOUND = "B"
    FORECAST = "F"


class Hit(Written):
    """What went down, and when."""

    at: Term
    """Wanneer, als duur na t0; 0m is meteen."""
    nodes: Nodes | Literal["own"]
    """Welke onderdelen; own = alles wat van de organisatie zelf is (niet in de cloud) en hersteld kan worden."""
    cause: Cause = Cause.ATTACK
    """attack = inbraak (eerst sporenonderzoek, dan herstel), failure = storing of overbelasting."""


class Isolation(Written):
    """What was taken off line as a precaution."""

    at: Term
    """Wanneer, als duur na t0; 0m is meteen."""
    nodes: Nodes
    """Welke onderdelen."""
    until: Term | None = None
    """Wanneer ze weer aan gingen, als dat vaststond; een punt erover telt dan niet mee. Zonder dit: volgens het model."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until is not None and self.until <= self.at:
            raise PydanticCustomError("isolation_order", "until moet later zijn dan at")
        return self


class Extra(Written):
    """A part that the general file does not have, which goes like one that it has."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    name: Line
    """Naam zoals in de uitvoer."""
    like: Id
    """Het algemene onderdeel waar het op lijkt; daarvan krijgt het alle eigenschappen."""


class Point(Written):
    """Something published: what came back, and when."""

    what: Line
    """Wat er gepubliceerd is, in een regel."""
    nodes: Nodes | Literal["all"] | None = None
    """Over welke onderdelen het gaat; all = alle processen (bij cleared: alles wat geraakt is)."""
    measure: Measure | None = None
    """served = dienst terug (ook met noodprocedure), restored = systeem zelf, backlog = bijgewerkt, cleared = onderzocht."""
    level: Whole = Field(default=50, ge=1, le=100)
    """Bij served: vanaf welk percentage de dienst terug is."""
    share: Whole = Field(default=100, ge=1, le=100)
    """Hoeveel procent van de onderdelen die uitvielen zover moet zijn; 1 = de eerste, 100 = alle."""
    at: Term | None = None
    """Na hoeveel tijd na t0; 0m = viel niet uit."""
    min: Term | None = None
    """Op z'n vroegst."""
    max: Term | None = None
    """Op z'n laatst."""
    acc: Accuracy
    """E = exacte datum, A = bij benadering, B = grens (min of max), F = verwachting of plan (telt niet mee)."""
    gives: Line | None = None
    """Welke algemene waarde uit dit punt komt; het telt mee, maar er is ook een uitkomst zonder zulke punten."""
    not_modelled: Line | None = None
    """Waarom het model hier niets over zegt; dan zonder nodes en measure, en het telt niet mee."""
    source: Line | None = None
    """Waar het staat; zonder dit: in een van de bronnen van de casus."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.not_modelled is None) == (self.measure is None):
            raise PydanticCustomError(
                "point_measure", "een punt heeft measure met nodes, of not_modelled met de reden; niet allebei"
            )
        if (self.nodes is None) != (self.measure is None):
            raise PydanticCustomError("point_nodes", "nodes en measure horen bij elkaar; schrijf ze allebei of geen van beide")
        if self.at is None and self.min is None and self.max is None:
            raise PydanticCustomError("point_time", "een punt heeft een tijd nodig; schrijf at, of min, max of allebei")
        if self.acc is Accuracy.EXACT and self.at is None:
            raise PydanticCustomError("point_exact", "bij acc E hoort at; gebruik A of B als u alleen min of max weet")
        if self.acc is Accuracy.BOUND and (self.at is not None or self.min == self.max):
            raise PydanticCustomError("point_bound", "bij acc B horen min of max, en geen at; gebruik E of A bij een tijdstip")
        known = [each for each in (self.min, self.at, self.max) if each is not None]
        if known != sorted(known):
            raise PydanticCustomError("point_order", "min, at en max moeten van klein naar groot staan")
        return self


class Variant(Written):
    """The same case with one thing otherwise, and what must then follow."""

    id: Id
    """Eigen naam van de variant."""
    title: Line
    """Wat er anders is."""
    backups_lost: Percent | None = None
    """Een ander deel van de back-ups verloren."""
    cloud: tuple[Id, ...] | None = None
    """Andere onderdelen in de cloud."""
    nearer_to: Id | None = None
    """De casus waar het verloop dan dichter bij moet liggen."""
    loses: tuple[Id, ...] = ()
    """De onderdelen die dan moeten uitvallen."""

    @model_validator(mode="after")
    def _claims(self) -> Self:
        if self.backups_lost is None and self.cloud is None:
            raise PydanticCustomError("variant_same", "een variant verandert iets; schrijf backups_lost of cloud")
        if self.nearer_to is None and not self.loses:
            raise PydanticCustomError("variant_claim", "een variant zegt wat er dan moet gebeuren; schrijf nearer_to of loses")
        return self


class Incident(Written):
    """A real incident: what was there, what was hit, and what was published about it."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    id: Id
    """Eigen naam van de casus."""
    title: Line
    """Titel zoals in de uitvoer."""
    t0: Day
    """De dag waarop het begon, als jaar-maand-dag; tijden tellen vanaf het begin van de uitval."""
    residents: Whole = Field(ge=1, le=1_000_000_000)
    """Hoeveel inwoners de organisatie bedient; daaruit volgen de ploegen en hoe lang nalopen duurt."""
    text: Text | None = None
    """Wat er gebeurde, kort."""
    sources: tuple[Line, ...] = Field(min_length=1)
    """Waar het gepubliceerd is."""
    nodes: Nodes | Literal["all"]
    """Welke algemene onderdelen er waren; all = allemaal."""
    extra: tuple[Extra, ...] = ()
    """Onderdelen die het algemene bestand niet heeft."""
    cloud: tuple[Id, ...] = ()
    """Welke onderdelen bij een leverancier stonden, los van de eigen servers."""
    backups_lost: Percent | None = None
    """Hoeveel procent van de back-ups verloren ging; zonder dit: niet gepubliceerd."""
    hits: tuple[Hit, ...] = ()
    """Wat werd geraakt."""
    isolations: tuple[Isolation, ...] = ()
    """Wat uit voorzorg werd afgesloten."""
    points: tuple[Point, ...] = Field(min_length=1)
    """Wat er gepubliceerd is over het herstel."""
    variants: tuple[Variant, ...] = ()
    """Proeven of het model zich laat rijmen: dezelfde casus met een ding anders."""
