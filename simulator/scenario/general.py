"""What all real incidents share: how long things take by class of system, and what depends on what. No case has its own."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.landscape import Need, NodeKind, Range
from simulator.scenario.scalars import Id, Line, Percent, Text, Whole
from simulator.scenario.shape import Written


class Sourced(Written):
    """A value that says where it comes from."""

    source: Text | None = None
    """Waar de waarde vandaan komt."""
    estimate: bool = False
    """Is het een schatting zonder bron?"""

    @model_validator(mode="after")
    def _accounted_for(self) -> Self:
        if self.source is None and not self.estimate:
            raise PydanticCustomError(
                "no_source", "deze waarde heeft geen bron; schrijf source, of estimate: true als het een schatting is"
            )
        return self


class Lasting(Range, Sourced):
    """Three durations that say where they come from."""


class Share(Sourced):
    """A percentage that says where it comes from."""

    percent: Percent
    """Het percentage."""


class Multiple(Sourced):
    """A percentage that may be more than the whole, and who says so."""

    percent: Whole = Field(ge=1, le=2000)
    """Het percentage; 100 verandert niets."""


class Times(Sourced):
    """How many times as long, and who says so."""

    value: Whole = Field(ge=1, le=50)
    """Het aantal keren."""


class Forensics(Written):
    """Looking into what was hit, before anything is put back."""

    first: Lasting
    """De eerste fase: zo lang mag niets terug. Een afsluiting uit voorzorg duurt even lang."""
    scan: Lasting
    """Daarna, tot het laatste systeem is nagekeken, bij reference_residents."""


class Crews(Sourced):
    """How many systems are mended at once."""

    residents: Whole = Field(ge=1, le=1_000_000_000)
    """Tot en met hoeveel inwoners dit geldt."""
    count: Whole = Field(ge=1, le=50)
    """Hoeveel ploegen."""


class RepairClass(Lasting):
    """How long mending a class of systems takes, with back-ups, at `reference_residents`."""

    id: Id
    """Naam van de soort."""


class FallbackClass(Lasting):
    """How long until a kind of emergency procedure works."""

    id: Id
    """Naam van de soort."""
    after_forensics: bool = False
    """Begint pas na de eerste fase van het sporenonderzoek (true), of meteen (false)."""


class Emergency(Written):
    """The emergency procedure of a node."""

    kind: Id
    """Welke soort noodprocedure."""
    level: Whole = Field(ge=1, le=100)
    """Hoeveel procent hij levert."""


class GeneralNode(Written):
    """A part as it is in most organisations."""

    id: Id
    """Naam voor in verwijzingen."""
    name: Line
    """Naam zoals in de uitvoer."""
    kind: NodeKind
    """Soort: utility, supplier, ict, process, of effect (op straat; valt niet onder own en all)."""
    needs: tuple[Need, ...] = ()
    """Wat het nodig heeft als het van de organisatie zelf is."""
    cloud_needs: tuple[Need, ...] = ()
    """Wat het nodig heeft als het bij een leverancier staat."""
    repair: Id | None = None
    """Welke soort herstel; zonder dit wordt het niet geraakt."""
    repair_needs: tuple[Id, ...] = ()
    """Wat moet werken voordat het herstel kan beginnen."""
    priority: Whole = Field(default=0, ge=0, le=100)
    """Welk onderdeel de ploegen eerst doen; hoger gaat voor."""
    backlog: Percent = 0
    """Reservecapaciteit om achterstand in te lopen, in procenten van een gewone dag."""
    fallback: Emergency | None = None
    """De noodprocedure."""


class General(Sourced):
    """What all cases share. Its own `source` is that of what has none: the nodes, and the size that durations are for."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    title: Line
    """Titel."""
    reference_residents: Whole = Field(ge=1, le=1_000_000_000)
    """Voor welke grootte de duren gelden."""
    growth: Share
    """De macht waarmee herstel en nalopen langer duren als een organisatie groter is, in honderdsten."""
    repair_times: Multiple
    """Alle hersteltijden na een aanval maal dit percentage."""
    forensics: Forensics
    """Sporenonderzoek."""
    lost_backup_factor: Times
    """Hoeveel keer langer herstel duurt als alle back-ups verloren zijn."""
    unknown_backups: Share
    """Welk deel van de back-ups we verloren rekenen als daar niets over gepubliceerd is."""
    failure: Lasting
    """Hoe lang een storing zonder inbraak duurt."""
    crews: tuple[Crews, ...] = Field(min_length=1)
    """Hoeveel systemen tegelijk hersteld worden, van klein naar groot."""
    repairs: tuple[RepairClass, ...] = Field(min_length=1)
    """De soorten herstel."""
    fallbacks: tuple[FallbackClass, ...] = ()
    """De soorten noodprocedures."""
    nodes: tuple[GeneralNode, ...] = Field(min_length=1)
    """Wat er in een organisatie is, en wat van wat afhangt."""
