"""A scenario as it is written: roles, rounds, injects, decisions, legal clocks, costs and actions.

Times are exercise minutes since the start (T+0). The landscape that it is played on is a file of its own.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.conditions import Condition
from simulator.scenario.effects import Effect
from simulator.scenario.scalars import ClockTime, Duration, Euro, Id, Line, Moment, Percent, Text
from simulator.scenario.shape import Written

ALL = "all"
"""As the receiver of an inject: everybody, and so the projector."""


class Regime(StrEnum):
    """The legal regime that applies: before or under the Cyberbeveiligingswet."""

    WBNI = "wbni"
    CBW = "cbw"


class RoleKind(StrEnum):
    """Somebody who plays, or a role that the response cell plays."""

    SPELER = "speler"
    TEGENSPEL = "tegenspel"


class InjectKind(StrEnum):
    """Delivered by itself when due, or only by the oefenleider."""

    KERN = "kern"
    RESERVE = "reserve"


class Channel(StrEnum):
    """How an inject reaches the players."""

    TELEFOON = "telefoon"
    MAIL = "mail"
    MONDELING = "mondeling"
    SMS = "sms"
    MEDIA = "media"
    SOCIAAL = "sociaal"
    BRIEF = "brief"
    SYSTEEM = "systeem"


class DecisionKind(StrEnum):
    """What sort of thing is decided."""

    BESLUIT = "besluit"
    ADVIES = "advies"
    MELDING = "melding"
    UITVOERING = "uitvoering"


class Coverage(StrEnum):
    """What pays for costs that nobody budgeted."""

    ONVOORZIEN = "onvoorzien"
    RESERVE = "reserve"
    VERZEKERING = "verzekering"
    DERDEN = "derden"


class Goal(Written):
    """A learning goal."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    text: Line
    """Wat het team na afloop kan of weet."""


class Role(Written):
    """A role at the table, or one that the response cell plays."""

    id: Id
    """Eigen naam voor in verwijzingen, zoals burgemeester."""
    name: Line
    """Naam van de rol zoals op het scherm."""
    kind: RoleKind = RoleKind.SPELER
    """speler = zit aan tafel, tegenspel = wordt door de oefenstaf gespeeld."""
    task: Text | None = None
    """Wat deze rol doet en mag; staat op de rolkaart."""


class Meeting(Written):
    """A meeting of the crisis team, undisturbed."""

    at: Moment
    """Wanneer het overleg begint."""
    time: Duration
    """Hoe lang het team ongestoord overlegt."""


class Round(Written):
    """A part of the exercise, with its BOB meeting."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    title: Line
    """Titel zoals de zaal hem ziet."""
    at: Moment
    """Wanneer de ronde begint; ligt dat later dan het einde van de vorige, dan springt de tijd."""
    until: Moment
    """Wanneer de ronde eindigt."""
    meeting: Meeting | None = None
    """Het overleg (BOB) in deze ronde."""
    text: Text | None = None
    """Wat de zaal bij het begin van de ronde leest."""
    note: Text | None = None
    """Alleen voor de oefenleider."""


class Known(Written):
    """What an inject makes known of a node."""

    node: Id
    """Id van het onderdeel."""
    level: Percent | None = None
    """Het gemelde percentage; zonder dit: wat op dat moment waar is. Een bericht mag zich vergissen."""


class Call(Written):
    """The call sheet of an inject that the response cell brings by telephone or in person."""

    opening: Text
    """De openingszin."""
    knows: tuple[Line, ...] = ()
    """Wat de beller weet en op navraag vertelt."""
    withholds: tuple[Line, ...] = ()
    """Wat de beller niet vertelt."""


class Claim(Written):
    """What a team may say in its answer to a councillor, to be held against the log."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    text: Line
    """De bewering, zoals 'de hele raad is ingelicht'."""
    true_when: Condition
    """Wanneer dit klopt volgens het logboek, op het moment van antwoorden."""


class Inject(Written):
    """Something that happens to the players."""

    id: Id
    """Eigen naam voor in verwijzingen, zoals i03-telefoon."""
    title: Line
    """Korte titel voor het draaiboek."""
    kind: InjectKind
    """kern = komt vanzelf, reserve = alleen als de oefenleider het geeft."""
    at: Moment | None = None
    """Tijdstip; of gebruik when. Met allebei: op z'n vroegst op dit tijdstip."""
    when: Condition | None = None
    """Voorwaarde waaronder het bericht verschijnt."""
    channel: Channel
    """Langs welke weg het komt."""
    from_: Id = Field(alias="from")
    """Van welke rol (ook tegenspel)."""
    to: Annotated[tuple[Id, ...], Field(min_length=1)] | Literal["all"]
    """Aan welke rollen; all = iedereen, en dan ook op het grote scherm."""
    text: Text
    """Wat de ontvangers lezen of horen."""
    note: Text | None = None
    """Alleen voor de oefenleider."""
    expected: tuple[Line, ...] = ()
    """Wat u van het team verwacht; alleen voor de oefenleider."""
    call: Call | None = None
    """Belkaart voor het tegenspel."""
    goals: tuple[Id, ...] = ()
    """Leerdoelen waar dit bericht bij hoort."""
    questions: tuple[str, ...] = ()
    """Raadsvragen waar dit bericht bij hoort, zoals K7."""
    raises: tuple[Id, ...] = ()
    """Welke onderwerpen dit bericht op tafel legt, zoals gerucht; zie scenarios/council/topics.yaml."""
    claims: tuple[Claim, ...] = ()
    """Wat het team in zijn antwoord op dit bericht kan beweren; een waarnemer vinkt aan wat er gezegd is."""
    known: tuple[Known, ...] = ()
    """Welke uitval het bericht bekend maakt."""
    asks: tuple[Id, ...] = ()
    """Welke besluiten hiermee open komen te staan."""
    starts: tuple[Id, ...] = ()
    """Welke klokken gaan lopen, omdat de verantwoordelijke rol het nu weet."""
    costs: tuple[Id, ...] = ()
    """Kosten die hiermee ontstaan."""
    effects: tuple[Effect, ...] = ()
    """Wat dit in het landschap doet."""


class Mandate(Written):
    """Who may decide, who does it, who advises, who is told."""

    decides: tuple[Id, ...] = Field(min_length=1)
    """Wie mag besluiten."""
    executes: tuple[Id, ...] = ()
    """Wie het uitvoert."""
    advises: tuple[Id, ...] = ()
    """Wie adviseert."""
    informed: tuple[Id, ...] = ()
    """Wie het te horen krijgt."""
    basis: Line | None = None
    """Waar dat staat (wet, besluit); zonder bron schrijft u 'te verifiëren'."""


class Option(Written):
    """One way to decide."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    text: Line
    """De keuze in een regel."""
    note: Text | None = None
    """Voor de oefenleider: wat ervoor en ertegen pleit."""
    effects: tuple[Effect, ...] = ()
    """Wat deze keuze in het landschap doet."""
    costs: tuple[Id, ...] = ()
    """Kosten die bij deze keuze horen."""
    starts: tuple[Id, ...] = ()
    """Klokken die hierdoor gaan lopen."""
    meets: tuple[Id, ...] = ()
    """Klokken die hiermee gehaald zijn."""
    actions: tuple[Id, ...] = ()
    """Acties die hieruit volgen."""
    does: tuple[Id, ...] = ()
    """Welke handelingen deze keuze echt verricht, zoals gerucht-rechtzetten; zie scenarios/council/mandates.yaml."""
    mirrors: tuple[Line, ...] = ()
    """Met welk antwoord van andere overheden deze keuze overeenkomt: peiling/antwoord uit scenarios/council/peers.yaml."""


class Decision(Written):
    """A dilemma with options. Own words are always possible too."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    title: Line
    """Korte titel van het dilemma."""
    text: Text
    """De vraag zoals de spelers hem lezen, zonder de opties."""
    kind: DecisionKind = DecisionKind.BESLUIT
    """besluit, advies, melding of uitvoering."""
    act: Id | None = None
    """Om welke handeling het gaat, zoals datalek-melden; zie scenarios/council/mandates.yaml."""
    to: tuple[Id, ...] = Field(min_length=1)
    """Bij welke rollen het dilemma op tafel ligt."""
    mandate: Mandate
    """Wie mag besluiten, uitvoeren en adviseren."""
    opens: Moment | None = None
    """Vanaf wanneer; of laat een bericht het openen (asks)."""
    when: Condition | None = None
    """Voorwaarde waaronder het besluit open gaat."""
    within: Duration | None = None
    """Binnen welke tijd na openen; daarna geldt default."""
    default: Id | None = None
    """De optie die geldt als niemand op tijd besluit."""
    show_options: bool = False
    """Zien de spelers op hun eigen scherm de opties?"""
    options: tuple[Option, ...] = Field(min_length=2)
    """Waaruit gekozen kan worden; eigen woorden kan altijd ook."""
    goals: tuple[Id, ...] = ()
    """Leerdoelen waar dit besluit bij hoort."""
    questions: tuple[str, ...] = ()
    """Raadsvragen waar dit besluit bij hoort, zoals K7."""
    note: Text | None = None
    """Alleen voor de oefenleider."""


class Clock(Written):
    """A legal or agreed term: starts when the responsible role knows, is met by an act."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    title: Line
    """Naam zoals op het scherm."""
    responsible: Id
    """De rol waarvoor de klok loopt."""
    to: Line
    """Aan wie gemeld of verteld wordt."""
    term: Id | None = None
    """Welke termijn dit is, zoals avg-33; zie scenarios/council/topics.yaml."""
    time: Duration
    """De termijn, zoals 24h of 72h."""
    regimes: tuple[Regime, ...] = (Regime.WBNI, Regime.CBW)
    """Onder welk rechtskader deze klok bestaat."""
    basis: Line
    """Wet of afspraak waar de termijn staat."""
    verified: bool = False
    """Is de termijn door een jurist nagekeken? Zo niet, dan staat er 'te verifiëren' bij."""


class Cost(Written):
    """An amount of money, from low to high, in euro."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    title: Line
    """Waar het voor is."""
    category: Line
    """Soort kosten, zoals inhuur."""
    low: Euro
    """Laagste schatting, in hele euro zonder punten."""
    high: Euro
    """Hoogste schatting, in hele euro zonder punten."""
    booked: Line | None = None
    """Waar het geboekt wordt (taakveld of projectcode)."""
    coverage: Coverage | None = None
    """Waaruit het betaald wordt: onvoorzien, reserve, verzekering of derden."""
    council: bool = False
    """Moet de raad hiervoor eerst om geld gevraagd worden?"""


class Action(Written):
    """Something that somebody must do as the result of a decision."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    text: Line
    """Wat er gedaan wordt."""
    owner: Id
    """De rol die het doet."""
    within: Duration | None = None
    """Binnen welke tijd na het besluit."""


class Scenario(Written):
    """A whole exercise as it is written."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    id: Id
    """Eigen naam van het scenario."""
    title: Line
    """Titel zoals op het scherm."""
    summary: Text
    """Waar de oefening over gaat, zonder iets te verklappen."""
    secret: Text | None = None
    """Wat er werkelijk gebeurd is; alleen voor de oefenleider."""
    day: Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    """De weekdag waarop het verhaal begint."""
    start: ClockTime
    """De kloktijd waarop het verhaal begint (T+0)."""
    end: Moment
    """Het laatste tijdstip van het verhaal."""
    duration: Duration
    """Hoe lang de oefening in het echt duurt."""
    horizon: Duration | None = None
    """Tot hoe ver de schade telt; zonder dit: die van het landschap."""
    regime: Regime
    """Rechtskader: wbni (voor de Cyberbeveiligingswet) of cbw (daarna)."""
    landscape: Id
    """Id van het landschap."""
    goals: tuple[Goal, ...] = Field(min_length=1)
    """De leerdoelen."""
    questions: tuple[str, ...] = ()
    """Raadsvragen die dit scenario zegt te beoefenen, zoals K7."""
    roles: tuple[Role, ...] = Field(min_length=1)
    """Wie er meespelen, ook het tegenspel."""
    rounds: tuple[Round, ...] = Field(min_length=1)
    """De rondes, op volgorde van tijd."""
    injects: tuple[Inject, ...] = Field(min_length=1)
    """De berichten van het draaiboek."""
    decisions: tuple[Decision, ...] = ()
    """De dilemma's."""
    clocks: tuple[Clock, ...] = ()
    """De wettelijke en afgesproken termijnen."""
    costs: tuple[Cost, ...] = ()
    """De kostenposten."""
    actions: tuple[Action, ...] = ()
    """De acties die uit besluiten volgen."""
    debrief: tuple[Line, ...] = ()
    """Vragen voor de nabespreking."""
