"""What is the case: a frozen fold of the events so far. Mappings are never changed in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from simulator.consequences.interventions import Intervention
from simulator.exercise.evaluation.state import Evaluation
from simulator.exercise.events import (
    ActionAssigned,
    Attendance,
    Bob,
    DecisionTaken,
    InjectImprovised,
    Intervened,
    NodeChanged,
    ObservationNoted,
    WordsEntered,
)


class Phase(StrEnum):
    """Where the exercise stands."""

    CREATED = "created"
    RUNNING = "running"
    PAUSED = "paused"
    REALITY = "reality"
    """OEFENING GESTOPT - DIT IS ECHT."""
    ENDED = "ended"


class InjectStatus(StrEnum):
    """What became of an inject."""

    OFFERED = "offered"
    HELD = "held"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """How a role is filled."""

    attendance: Attendance
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectFate:
    """What became of an inject, and since when (exercise minute)."""

    status: InjectStatus
    minute: int
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The true state of a node."""

    level: int
    served: int
    minute: int
    """Since when it is exactly so."""
    down_since: int
    """Since when it has served below 100 without a break; -1 when it serves all."""
    change: NodeChanged
    """The recorded change that made it so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The state of a node as it is known."""

    level: int
    minute: int
    """Since when it is known like this; hearing the same again does not change it."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDecision:
    """A dilemma that was put on the table."""

    minute: int
    deadline: int
    """-1 for none."""
    default: str = ""
    """The option that came about because nobody decided."""
    default_minute: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A decision taken, with the latest details."""

    taken: DecisionTaken
    minute: int
    """When it was logged; effects count from here."""
    by: str
    motivation: str
    owner: str
    due: int
    decided_at: int
    """When it was decided; clocks and evidence count from here."""
    act: str = ""
    """What own words come down to; empty while that is not known."""
    withdrawn: int = -1
    """Minute of withdrawal; -1 while it stands."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """An effect that waits for its minute."""

    cause: str
    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningClock:
    """A legal clock that was started."""

    known_at: int
    due: int
    met_at: int = -1
    met_by: str = ""
    missed: bool = False
    """Its term passed before an act met it."""

    @property
    def margin(self) -> int | None:
        """Minutes left when it was met (below 0: too late); None while not met."""
        return None if self.met_at < 0 else self.due - self.met_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An intervention, with what caused it."""

    intervention: Intervention
    event: Intervened


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """A cost and what caused it."""

    cost: str
    cause: str
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedAction:
    """An action and whether it is done."""

    assigned: ActionAssigned
    minute: int
    done: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvised:
    """An inject that was not in the scenario."""

    inject: InjectImprovised
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A note of an observer or the oefenleider."""

    noted: ObservationNoted
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a role wrote at its seat."""

    entered: WordsEntered
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is the case at `minute`."""

    exercise: str = ""
    seed: int = 0
    minute: int = 0
    phase: Phase = Phase.CREATED
    factor: int = 1
    """Exercise minutes in a real minute while running."""
    roles: Mapping[str, tuple[Filling, ...]] = field(default_factory=dict)
    rounds: Mapping[str, int] = field(default_factory=dict)
    """Rounds started, with their minute, in order."""
    bob: Bob | None = None
    injects: Mapping[str, InjectFate] = field(default_factory=dict)
    improvised: Mapping[str, Improvised] = field(default_factory=dict)
    truth: Mapping[str, Truth] = field(default_factory=dict)
    """Nodes that ever changed; a node that is not here serves 100."""
    reported: Mapping[str, Reported] = field(default_factory=dict)
    """Nodes of which something was made known; a node that is not here is thought to be up."""
    reports_given: frozenset[str] = frozenset()
    """`<inject>/<index>` of what injects made known."""
    decisions: Mapping[str, OpenDecision] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    """Decisions taken, by record id, in order of logging."""
    done: Mapping[str, Done] = field(default_factory=dict)
    """Interventions by id, in order; the graph depends on these alone."""
    scheduled: Mapping[str, Scheduled] = field(default_factory=dict)
    settled_effects: frozenset[str] = frozenset()
    """Effects that were scheduled, skipped or cancelled."""
    changes: int = 0
    """How many consequences were recorded."""
    clocks: Mapping[str, RunningClock] = field(default_factory=dict)
    costs: tuple[Booked, ...] = ()
    actions: Mapping[str, AssignedAction] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    words: tuple[Words, ...] = ()
    evaluation: Evaluation = field(default_factory=Evaluation)
    """What was predicted, pictured, claimed, judged and promised."""

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """All that was done to the graph, in order."""
        return tuple(done.intervention for done in self.done.values())

    @property
    def round(self) -> str:
        """Id of the round that is being played; empty before the first."""
        return next(reversed(tuple(self.rounds)), "")

    def served(self, node: str) -> int:
        """What a node truly serves now, in percents."""
        return self.truth[node].served if node in self.truth else 100

    def standing(self, decision: str) -> Record | None:
        """The record of a decision that stands, if there is one."""
        records = [each for each in self.records.values() if each.taken.decision == decision and each.withdrawn < 0]
        return records[-1] if records else None

    def ever_taken(self, decision: str) -> bool:
        """Whether somebody ever decided this, withdrawn or not."""
        return any(record.taken.decision == decision for record in self.records.values())

    def delivered(self, inject: str) -> bool:
        """Whether an inject reached the players."""
        return inject in self.injects and self.injects[inject].status is InjectStatus.DELIVERED
