"""The closed set of evidence rules: what to look for in the journal. docs/evidence.md says what each gives."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.landscape import NodeKind
from simulator.scenario.scalars import Count, Duration, Id, Percent
from simulator.scenario.shape import Written


class ActWithin(Written):
    """A decision of a sort, in time."""

    acts: tuple[Id, ...] = Field(min_length=1)
    """Een van deze handelingen; zie mandates.yaml."""
    after: Id | None = None
    """Vanaf het eerste bericht over dit onderwerp; zonder dit: vanaf het begin van de oefening."""
    within: Duration
    """Binnen welke tijd het besluit er moet zijn; later telt half."""
    mandated: bool = False
    """Moet een rol besluiten die dat mag? Anders telt het half."""
    ahead: bool = False
    """Telt een besluit van voor het bericht ook?"""


class FallbacksInTime(Written):
    """Emergency procedures that ran before the limit of what they replace."""

    share: Percent = 100
    """Bij welk deel van de onderdelen de noodprocedure op tijd moet zijn begonnen; de helft daarvan telt half."""


class Share(Written):
    """A share of decisions or actions."""

    share: Percent = 90
    """Vanaf welk percentage het goed is."""
    half: Percent = 60
    """Vanaf welk percentage het half telt."""


class Foreseen(Written):
    """What the team predicted against what happened."""

    recall: Percent
    """Welk deel van wat uitviel het team minstens moet noemen."""
    precision: Percent = 50
    """Welk deel van wat het team noemt minstens moet uitvallen."""
    kinds: tuple[NodeKind, ...] = ()
    """Alleen dit soort onderdelen, zoals effect; zonder dit: alles wat inwoners merken."""


class CostsNamed(Written):
    """An amount, and what pays for it."""

    round: Count
    """Voor het einde van welke ronde bedrag en dekking genoemd zijn; later telt half."""


class CostsBooked(Written):
    """Where costs are booked."""

    within: Duration
    """Binnen welke tijd na de eerste kosten gezegd is waar ze geboekt worden; later telt half."""


class AdviceBefore(Written):
    """Advice that was asked before something was done."""

    advice: Id
    """De handeling waarmee om advies gevraagd wordt."""
    role: Id
    """De rol die adviseert; doet die niet mee, dan is het niet beoefend."""
    act: Id
    """De handeling waar het advies aan voorafgaat."""
    after: Id
    """Vanaf het eerste bericht over dit onderwerp."""


class TermsMet(Written):
    """Terms that started and were met."""

    terms: tuple[Id, ...] = Field(min_length=1)
    """Deze termijnen, voor zover ze gingen lopen; zie topics.yaml."""


class AtTheTable(Written):
    """Who was there when the team first met."""

    roles: tuple[Id, ...] = Field(min_length=2)
    """De rollen die erbij horen."""
    act: Id
    """De handeling waarmee het team bijeenkomt."""
    within: Duration
    """Binnen welke tijd na het begin; later telt half."""


class ClaimsTrue(Written):
    """What was claimed in answers to councillors, against the journal."""

    share: Percent = 100
    """Welk deel van wat beweerd is moet kloppen."""
    half: Percent = 50
    """Vanaf welk deel het half telt."""


RULES = (
    "act", "fallbacks", "owners", "mandates", "decided", "prediction", "costs_named", "booked", "advice_before", "clock",
    "attendance", "claims",
)  # fmt: skip


class Rule(Written):
    """One thing to look for. Exactly one key."""

    act: ActWithin | None = None
    """Een besluit van een soort, op tijd en door wie dat mag."""
    fallbacks: FallbacksInTime | None = None
    """Noodprocedures die voor de uiterste grens begonnen."""
    owners: Share | None = None
    """Besluiten en acties met een eigenaar en een termijn."""
    mandates: Share | None = None
    """Besluiten door een rol die dat mag."""
    decided: Share | None = None
    """Dilemma's waarover iemand op tijd besloot."""
    prediction: Foreseen | None = None
    """Wat het team voorspelde, naast wat er gebeurde."""
    costs_named: CostsNamed | None = None
    """Een bedrag met de dekking, op tijd."""
    booked: CostsBooked | None = None
    """Waar de kosten geboekt worden, op tijd."""
    advice_before: AdviceBefore | None = None
    """Advies voordat iets gedaan werd."""
    clock: TermsMet | None = None
    """Termijnen die gehaald zijn."""
    attendance: AtTheTable | None = None
    """Wie er bij het eerste overleg waren."""
    claims: ClaimsTrue | None = None
    """Beweringen aan de raad, naast het logboek."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(getattr(self, rule) is not None for rule in RULES) != 1:
            raise PydanticCustomError("rule_keys", "een bewijsregel heeft precies een sleutel, zoals act, clock of prediction")
        return self
