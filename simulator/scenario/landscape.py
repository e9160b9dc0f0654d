"""A landscape as it is written: nodes, what they need, who repairs them, how an attack spreads.

The meaning of each number is given in docs/design.md, "The model". All times are minutes, all levels whole percents.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.scalars import Buffer, Count, Duration, Euro, Id, Line, People, Percent, Text, Whole
from simulator.scenario.shape import Written


class NodeKind(StrEnum):
    """The layer that a node belongs to."""

    UTILITY = "utility"
    SUPPLIER = "supplier"
    ICT = "ict"
    PROCESS = "process"
    EFFECT = "effect"


class Basis(StrEnum):
    """Who set a limit: a decision of the municipality, an estimate, or an example of ours."""

    BESLUIT = "besluit"
    INSCHATTING = "inschatting"
    VOORBEELD = "voorbeeld"


class Range(Written):
    """Three durations; a number is drawn between them."""

    min: Duration
    """Kortste duur."""
    likely: Duration
    """Meest waarschijnlijke duur."""
    max: Duration
    """Langste duur."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.min <= self.likely <= self.max:
            raise PydanticCustomError("range_order", "min, likely en max moeten van klein naar groot staan")
        return self


class Limit(Written):
    """How long a node may be out, and who says so."""

    time: Duration
    """De grens, als duur: 8h, 2d."""
    basis: Basis = Basis.VOORBEELD
    """Wie de grens stelde: besluit (van uw gemeente), inschatting, of voorbeeld (van ons)."""


class Need(Written):
    """One requirement group of a node."""

    of: tuple[Id, ...] = Field(min_length=1)
    """De onderdelen die samen deze behoefte vervullen."""
    at_least: Count | None = None
    """Hoeveel daarvan genoeg zijn; zonder dit: allemaal."""
    enough: Whole = Field(default=50, ge=1, le=100)
    """Vanaf welk percentage een onderdeel meetelt."""
    buffer: Buffer = 0
    """Hoe lang het zonder deze behoefte nog doorgaat."""
    loss: Whole = Field(default=100, ge=1, le=100)
    """Hoeveel procent wegvalt als de behoefte niet vervuld is; 100 = alles."""


class Repair(Written):
    """What mends a node after a hit."""

    work: Range
    """Hoeveel werk herstel is."""
    crew: Id | None = None
    """Welke ploeg het doet; zonder dit: vanzelf."""
    needs: tuple[Id, ...] = ()
    """Wat moet werken voordat het herstel kan beginnen."""
    backup: Id | None = None
    """Het onderdeel waar de back-up staat; is die ooit geraakt, dan duurt herstel langer."""


class Fallback(Written):
    """The emergency procedure (noodprocedure) of a node."""

    level: Whole = Field(ge=1, le=100)
    """Hoeveel procent de noodprocedure levert."""
    setup: Duration
    """Hoe lang het opzetten duurt."""
    keep: Duration
    """Hoe lang de noodprocedure vol te houden is."""
    cost_per_hour: Euro = 0
    """Wat een uur noodprocedure kost, in euro."""
    automatic: bool = False
    """Start vanzelf (true) of na een besluit (false)."""
    text: Text | None = None
    """Wat de noodprocedure inhoudt, in gewone taal."""


class Node(Written):
    """A utility, supplier, ICT component, process or effect on society."""

    id: Id
    """Eigen naam voor in verwijzingen, zoals burgerzaken."""
    name: Line
    """Naam zoals op het scherm."""
    kind: NodeKind
    """Soort: utility, supplier, ict, process of effect."""
    text: Text | None = None
    """Wat het is en waarom het ertoe doet, in gewone taal."""
    owner: Line | None = None
    """Wie erover gaat (functie)."""
    needs: tuple[Need, ...] = ()
    """Wat het nodig heeft om te werken."""
    restart: Duration = 1
    """Hoe lang opstarten duurt als alles weer in orde is."""
    repair: Repair | None = None
    """Hoe het herstelt na een treffer."""
    fallback: Fallback | None = None
    """De noodprocedure, als die er is."""
    rto: Limit | None = None
    """Streeftijd voor herstel (RTO)."""
    mtd: Limit | None = None
    """Uiterste grens (MTD): langer mag het niet uit zijn."""
    backlog: Percent = 0
    """Reservecapaciteit om achterstand in te lopen, in procenten van een gewone dag."""
    residents: People = 0
    """Hoeveel inwoners het raakt."""
    cost_per_hour: Euro = 0
    """Wat een uur uitval kost, in euro."""
    physical: bool = False
    """Heeft uitval gevolgen op straat?"""
    confidential: bool = False
    """Kan een aanvaller hier iets mee? Dan blijft het uit de openbare uitgave."""


class Crew(Written):
    """People who repair."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    name: Line
    """Naam zoals op het scherm."""
    count: Whole = Field(ge=0, le=50)
    """Hoeveel er bij het begin zijn."""


class Reach(Written):
    """An edge along which an attack spreads."""

    from_: Id = Field(alias="from")
    """Van welk onderdeel."""
    to: Id
    """Naar welk onderdeel."""
    delay: Range
    """Na hoeveel tijd de aanval daar aankomt."""


class Landscape(Written):
    """A municipality as a graph of what depends on what; shared by scenarios."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    id: Id
    """Eigen naam van het landschap; een scenario noemt hem."""
    title: Line
    """Titel zoals op het scherm."""
    text: Text | None = None
    """Korte beschrijving van de (verzonnen) gemeente."""
    residents: Whole = Field(ge=1, le=1_000_000_000)
    """Aantal inwoners."""
    nodes: tuple[Node, ...] = Field(min_length=1)
    """Alle onderdelen: nutsvoorzieningen, leveranciers, ICT, processen en gevolgen."""
    crews: tuple[Crew, ...] = ()
    """De ploegen die herstellen."""
    reaches: tuple[Reach, ...] = ()
    """Langs welke lijnen een aanval zich verspreidt."""
    lost_backup_factor: Whole = Field(default=8, ge=1, le=50)
    """Hoeveel keer langer herstel duurt als de back-up verloren is."""
    forensics: bool = False
    """Moet een geraakt onderdeel eerst vrijgegeven worden (sporenonderzoek) voor het herstel begint?"""
    horizon: Duration = 28 * 24 * 60
    """Hoe ver de gevolgen worden doorgerekend."""
