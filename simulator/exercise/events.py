"""What happened: facts in the past tense, with ids and scalars only. The journal holds nothing else.

Names of people never stand in an event: `person` is a token into the journal's own table of names.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from simulator.exercise.evaluation.events import EvaluationEvent


class Attendance(StrEnum):
    """How a role is filled."""

    AANWEZIG = "aanwezig"
    AFWEZIG = "afwezig"
    VERVANGER = "vervanger"
    TELEFOON = "telefoon"
    TEGENSPEL = "tegenspel"


class Bob(StrEnum):
    """The steps of a crisis meeting."""

    BEELDVORMING = "beeldvorming"
    OORDEELSVORMING = "oordeelsvorming"
    BESLUITVORMING = "besluitvorming"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseCreated:
    exercise: str
    scenario: str
    landscape: str
    seed: int
    model: int
    """Version of the consequence model."""
    program: str
    """Version of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAssigned:
    role: str
    person: str = ""
    """Token of a person; empty for nobody in particular."""
    attendance: Attendance


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseStarted:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisePaused:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseResumed:
    factor: int
    """Exercise minutes in a real minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeJumped:
    """Written on arrival, after all that happened on the way."""

    start: int
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RealityDeclared:
    """OEFENING GESTOPT - DIT IS ECHT."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RealityCleared:
    """The real emergency is over; the exercise may go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseEnded:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStarted:
    round: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BobStepStarted:
    step: Bob


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectOffered:
    """A reserve inject, or one that was held, could be delivered now; the oefenleider chooses."""

    inject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectDelivered:
    inject: str
    by_hand: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectHeld:
    inject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectImprovised:
    inject: str
    title: str
    text: str
    to: str
    """Role ids with commas between, or `all`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeReported:
    """A node's state became known: the reported level, right or wrong."""

    node: str
    level: int
    source: str
    """`inject:<id>`, `role:<id>` or `hand`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOpened:
    decision: str
    deadline: int
    """Exercise minute; -1 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTaken:
    record: str
    """Names this record; unique in the exercise."""
    decision: str
    """Empty for a decision that no dilemma asked for."""
    option: str
    """Empty for own words."""
    words: str
    effect: str
    """What own words do: isolate, fallback, crew, priority or none."""
    target: str
    by: str
    """The role that decided; empty for 'nog aan te vullen'."""
    motivation: str
    owner: str
    due: int
    """Exercise minute; -1 for 'nog aan te vullen'."""
    decided_at: int
    """Exercise minute; may lie before the minute of logging."""
    act: str = ""
    """The act that own words come down to; empty for an option (which names its acts) and for 'nog aan te vullen'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDetailed:
    """Who, why, owner, deadline and act of a record, filled in or mended later."""

    record: str
    by: str
    motivation: str
    owner: str
    due: int
    decided_at: int
    act: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDefaulted:
    """Nobody decided before the deadline."""

    decision: str
    option: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionWithdrawn:
    record: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectScheduled:
    """An effect with a delay, due later."""

    effect: str
    """`<cause>/<index>`; finds the effect in the scenario."""
    cause: str
    """`inject:<id>`, `record:<record>`, `default:<decision>`."""
    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectCancelled:
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectSkipped:
    """The effect's condition did not hold when it was due."""

    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervened:
    """Something was done to the graph (simulator.consequences.interventions)."""

    id: str
    kind: str
    node: str
    other: str
    amount: int
    group: int
    cause: str
    """`inject:<id>`, `record:<record>`, `default:<decision>` or `hand`."""
    reason: str
    """Why the oefenleider did it by hand; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeChanged:
    """A recorded consequence: the truth of what was, also under a newer engine."""

    node: str
    level: int
    served: int
    cause: str
    """A CauseKind."""
    because: str
    """The node that caused it, or empty."""
    intervention: str
    """The intervention that caused it, or empty."""
    group: int
    """0-based group that was lost or came back; -1 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStarted:
    clock: str
    known_at: int
    """Exercise minute at which the responsible role knew."""
    due: int
    """Exercise minute at which the term has passed."""
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMet:
    clock: str
    at: int
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMissed:
    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CostBooked:
    cost: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAssigned:
    action: str
    """Id in the scenario, or a new one for an action of the team's own."""
    text: str
    owner: str
    due: int
    """Exercise minute; -1 for none."""
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDone:
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationNoted:
    text: str
    question: str
    role: str
    confidential: bool = False
    """It names people: not for the open edition."""
    noted_at: int = -1
    """Exercise minute that it is about, when it was noted elsewhere and merged later; -1 for the minute of logging."""
    noted_wall: str = ""
    """UTC, ISO 8601, at which it was noted elsewhere; empty likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsEntered:
    """What a role wrote at its own seat; the oefenleider may make a decision of it."""

    role: str
    decision: str
    """The dilemma it answers; empty for none."""
    text: str


Event = (
    ExerciseCreated | RoleAssigned | ExerciseStarted | ExercisePaused | ExerciseResumed | TimeJumped | RealityDeclared
    | RealityCleared | ExerciseEnded | RoundStarted | BobStepStarted | InjectOffered | InjectDelivered | InjectHeld
    | InjectImprovised | NodeReported | DecisionOpened | DecisionTaken | DecisionDetailed | DecisionDefaulted | DecisionWithdrawn
    | EffectScheduled | EffectCancelled | EffectSkipped | Intervened | NodeChanged | ClockStarted | ClockMet | ClockMissed
    | CostBooked | ActionAssigned | ActionDone | ObservationNoted | WordsEntered | EvaluationEvent
)  # fmt: skip
"""The closed union of all that can happen."""

EVENT_TYPES: dict[str, type[Event]] = {event.__name__: event for event in Event.__args__}
"""By the name that stands in the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """An event and the exercise minute at which it happened."""

    minute: int
    event: Event
    actor: str = ""
    """`systeem` for what follows by itself; empty for whoever gave the command."""


SYSTEM = "systeem"
FACILITATOR = "oefenleider"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An event as it stands in the journal."""

    seq: int
    """1, 2, 3, ... without a gap."""
    id: str
    """Unique, so that an append may be tried again."""
    wall: str
    """UTC, ISO 8601, of the append."""
    minute: int
    actor: str
    """`oefenleider`, `systeem`, `rol:<role>` or `waarnemer:<token>`."""
    event: Event
    hash: str
    """SHA-256 over the hash before and all of the above."""


def payload(event: Event) -> dict[str, str | int | bool]:
    """The event's fields as scalars, in order."""
    return {field.name: _scalar(getattr(event, field.name)) for field in fields(event)}


def _scalar(value: object) -> str | int | bool:
    if isinstance(value, bool | int):
        return value
    return str(value)
