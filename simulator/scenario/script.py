"""A rehearsal: a script of commands that plays a scenario without a screen."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.model import Coverage
from simulator.scenario.scalars import Duration, Euro, Id, Line, Moment, Percent, Text, Whole
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
    act: Id | None = None
    """Om welke handeling het gaat, bij eigen woorden; zonder dit weet de beoordeling het niet."""
    by: Id
    """De rol die besloot."""
    motivation: Text | None = None
    """Waarom zo besloten is."""
    owner: Id | None = None
    """De rol die het uitvoert."""
    due: Moment | None = None
    """Wanneer het klaar moet zijn."""
    decided_at: Moment | None = None
    """Wanneer het echt besloten is, als dat eerder was."""


class Report(Written):
    """A role makes the state of a node known."""

    node: Id
    """Id van het onderdeel."""
    level: Percent | None = None
    """Het gemelde percentage; zonder dit: wat waar is."""
    by: Id
    """De rol die het meldt."""


class Observe(Written):
    """An observer's note."""

    text: Text
    """Wat de waarnemer zag."""
    question: str | None = None
    """De raadsvraag waar het bij hoort, zoals K7."""
    role: Id | None = None
    """De rol waar het over gaat."""


class Attend(Written):
    """How a role is filled from now on."""

    role: Id
    """De rol."""
    attendance: Literal["aanwezig", "afwezig", "vervanger", "telefoon", "tegenspel"]
    """Hoe de rol meedoet: aan tafel, niet, met een vervanger, aan de telefoon, of door de oefenleiding gespeeld."""


class SetNode(Written):
    """The oefenleider puts a node up or down by hand."""

    node: Id
    """Id van het onderdeel."""
    up: bool
    """true = het werkt, false = het werkt niet."""
    reason: Line
    """Waarom de oefenleider dit zet."""


class Improvise(Written):
    """An inject that is not in the scenario."""

    title: Line
    """Korte titel."""
    text: Text
    """Wat de ontvangers lezen of horen."""
    to: Annotated[tuple[Id, ...], Field(min_length=1)] | Literal["all"]
    """Aan welke rollen; all = iedereen."""


class Predict(Written):
    """The team says what will fail."""

    nodes: tuple[Id, ...]
    """De onderdelen die volgens het team uitvallen; leeg = niets."""
    within: Duration = 24 * 60
    """Binnen welke tijd vanaf nu."""
    by: Id | None = None
    """De rol die het voorspelde; zonder dit: het team."""


class PictureLine(Written):
    """A line of a role's picture."""

    text: Text
    """De regel zoals de rol hem schreef."""
    kind: Literal["feit", "aanname"]
    """Houdt de rol dit voor een feit of voor een aanname?"""
    node: Id | None = None
    """Over welk onderdeel het gaat, als het over een onderdeel gaat."""
    works: bool | None = None
    """Werkt dat onderdeel volgens deze rol?"""


class Picture(Written):
    """What a role takes to be the case."""

    role: Id
    """De rol die dit beeld opschreef."""
    lines: tuple[PictureLine, ...] = Field(min_length=1)
    """De regels van het beeld."""


class Estimate(Written):
    """The team names an amount."""

    category: Line
    """Soort kosten, zoals inhuur."""
    low: Euro
    """Laagste schatting, in hele euro."""
    high: Euro
    """Hoogste schatting, in hele euro."""
    booked: Line | None = None
    """Waar het geboekt wordt (taakveld of projectcode)."""
    coverage: Coverage | None = None
    """Waaruit het betaald wordt."""


class Answer(Written):
    """The team answers a councillor's question."""

    inject: Id
    """Het bericht met de vraag."""
    text: Text
    """Het antwoord in eigen woorden."""
    by: Id
    """De rol die antwoordde."""


class Claimed(Written):
    """An observer ticks what was claimed in an answer."""

    inject: Id
    """Het bericht met de vraag."""
    claim: Id
    """De bewering."""


STEP_KEYS = (
    "attend", "decide", "withdraw", "deliver", "hold", "improvise", "report", "round", "bob", "start_clock", "meet_clock",
    "observe", "add_crew", "set_priority", "set_node", "action_done", "predict", "picture", "estimate", "answer", "claim",
)  # fmt: skip


class Step(Written):
    """One thing that is done at a moment. Exactly one key besides `at`."""

    at: Moment
    """Wanneer dit gebeurt."""
    attend: Attend | None = None
    """Een rol doet vanaf nu zo mee."""
    decide: Decide | None = None
    """Er wordt een besluit genomen."""
    withdraw: Id | None = None
    """Trek het laatste besluit over dit dilemma in."""
    deliver: Id | None = None
    """Geef dit bericht."""
    hold: Id | None = None
    """Houd dit bericht achter."""
    improvise: Improvise | None = None
    """Geef een bericht dat niet in het draaiboek staat."""
    report: Report | None = None
    """Een rol meldt hoe een onderdeel ervoor staat."""
    round: Id | None = None
    """Begin deze ronde."""
    bob: Literal["beeldvorming", "oordeelsvorming", "besluitvorming"] | None = None
    """Ga naar deze stap van het overleg."""
    start_clock: Id | None = None
    """Start deze klok."""
    meet_clock: Id | None = None
    """Deze klok is gehaald."""
    observe: Observe | None = None
    """Een waarnemer noteert iets."""
    add_crew: Id | None = None
    """Een mens erbij in deze ploeg."""
    set_priority: Id | None = None
    """Dit onderdeel krijgt voorrang."""
    set_node: SetNode | None = None
    """De oefenleider zet een onderdeel met de hand."""
    action_done: Id | None = None
    """Deze actie is klaar."""
    predict: Predict | None = None
    """Het team voorspelt welke onderdelen uitvallen."""
    picture: Picture | None = None
    """Een rol schrijft zijn beeld op."""
    estimate: Estimate | None = None
    """Het team noemt een bedrag, met waar het geboekt en waaruit het betaald wordt."""
    answer: Answer | None = None
    """Het team beantwoordt een vraag van een raadslid."""
    claim: Claimed | None = None
    """Een waarnemer vinkt aan wat in het antwoord beweerd is."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(getattr(self, key) is not None for key in STEP_KEYS) != 1:
            raise PydanticCustomError("step_keys", "een stap heeft naast at precies een sleutel, zoals decide of deliver")
        return self


class Script(Written):
    """A rehearsal: who does what when."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    id: Id
    """Eigen naam van deze repetitie."""
    title: Line
    """Titel zoals op het scherm."""
    text: Text | None = None
    """Wat voor team dit speelt."""
    steps: tuple[Step, ...] = ()
    """Wat er gebeurt, op volgorde van tijd."""
    end: Moment | None = None
    """Wanneer de oefening stopt; zonder dit: het einde van het scenario."""
    seed: Whole = Field(default=1, ge=0)
    """Het getal waaruit de duren geloot worden."""
