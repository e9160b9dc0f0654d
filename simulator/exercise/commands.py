"""What can be asked of the exercise, in the imperative. A command may be refused; then nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.exercise.evaluation.commands import EvaluationCommand
from simulator.exercise.events import Attendance, Bob

OwnEffect = Literal["isolate", "fallback", "crew", "priority", "none"]
"""The short palette of what a decision in own words does to the graph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignRole:
    role: str
    person: str = ""
    attendance: Attendance = Attendance.AANWEZIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    factor: int = 1
    """Exercise minutes in a real minute, 1 to 60."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """Run through every instant up to `to` at once."""

    to: int
    hold: tuple[str, ...] = ()
    """Injects that fall due on the way and are held back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareReality:
    """Stop everything: this is real."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearReality:
    """The real emergency is over; the exercise stands paused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRound:
    hold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StartBobStep:
    step: Bob


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverInject:
    inject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldInject:
    inject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImproviseInject:
    title: str
    text: str
    to: tuple[str, ...] = ()
    """Role ids; empty for everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNode:
    node: str
    level: int | None = None
    """Percent as it is reported; None for the truth of now."""
    role: str = ""
    """The role that reports; empty for the oefenleider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """Record a decision: an option of a dilemma, or own words."""

    decision: str = ""
    option: str = ""
    words: str = ""
    effect: OwnEffect = "none"
    target: str = ""
    """The node (or crew) that own words do something to."""
    by: str = ""
    motivation: str = ""
    owner: str = ""
    due: int = -1
    decided_at: int | None = None
    """Exercise minute at which it was decided; None for now."""
    act: str = ""
    """The act that own words come down to; empty for unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailDecision:
    """Fill in or mend who, why, owner, deadline and act of a record."""

    record: str
    by: str = ""
    motivation: str = ""
    owner: str = ""
    due: int = -1
    decided_at: int | None = None
    act: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDecision:
    record: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartClock:
    clock: str
    known_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetClock:
    clock: str
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteObservation:
    text: str
    question: str = ""
    role: str = ""
    confidential: bool = False
    """It names people."""
    noted_at: int = -1
    """Exercise minute at which it was noted elsewhere; -1 for now."""
    noted_wall: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCrew:
    crew: str
    count: int = 1
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPriority:
    node: str
    priority: int = 10
    """Higher goes first; 0 is usual."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNode:
    """'Klopt bij ons niet': put a node up or down by hand."""

    node: str
    up: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAction:
    text: str
    owner: str
    due: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkActionDone:
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterWords:
    """What a role writes at its own seat."""

    role: str
    text: str
    decision: str = ""


Command = (
    AssignRole | Start | Pause | Resume | Jump | DeclareReality | ClearReality | End | NextRound | StartBobStep | DeliverInject
    | HoldInject | ImproviseInject | ReportNode | Decide | DetailDecision | WithdrawDecision | StartClock | MeetClock
    | NoteObservation | AddCrew | SetPriority | SetNode | AddAction | MarkActionDone | EnterWords
    | EvaluationCommand
)  # fmt: skip
"""The closed union of all that can be asked."""
