"""Why: the values in which a run tells what changed, what caused it, and what a node waits for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

END_OF_MINUTE = 1 << 20
"""The instant, after every intervention of a minute, at which an attack arrives: so isolation wins its minute."""


class CauseKind(StrEnum):
    """Why a node's level or served level changed."""

    HIT = "hit"
    """Hit by an intervention (`intervention`)."""
    SPREAD = "spread"
    """Hit because the attack came along a reach edge from `node`."""
    ISOLATED = "isolated"
    """Taken off line by `intervention`."""
    GROUP_LOST = "group_lost"
    """Requirement group `group` was lost, last because of `node`."""
    LINK_CUT = "link_cut"
    """The link to `node` was cut by `intervention`."""
    REPAIRED = "repaired"
    """Repaired after a hit, and restarted."""
    RECONNECTED = "reconnected"
    """Put on line again by `intervention`, and restarted."""
    GROUP_BACK = "group_back"
    """Requirement group `group` came back, last because of `node`, and restarted."""
    FALLBACK_STARTED = "fallback_started"
    """The fallback runs (`intervention`, or empty when automatic). Only served changes."""
    FALLBACK_ENDED = "fallback_ended"
    """The fallback's time was spent, or it was stopped (`intervention`). Only served changes."""
    JUMP_STARTED = "jump_started"
    """A noodstart (`intervention`) held a group."""
    SET_UP = "set_up"
    """Put up by hand (`intervention`)."""
    SET_DOWN = "set_down"
    """Put down by hand (`intervention`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why a change came. Scalars and ids only, so that it can be recorded."""

    kind: CauseKind
    node: str = ""
    intervention: str = ""
    group: int = -1
    """0-based."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A node's level or served level changed at an instant."""

    minute: int
    order: int
    """The instant within the minute: 0 is what is due by itself, then one for each intervention; END_OF_MINUTE for spread."""
    node: str
    level: int
    served: int
    cause: Cause


class WaitKind(StrEnum):
    """What a node that is down waits for."""

    CLEARANCE = "clearance"
    """To be cleared by forensics."""
    REPAIR_NEED = "repair_need"
    """For `node`, which its repair needs."""
    CREW = "crew"
    """For a free crew (`node` holds the crew's id)."""
    WORK = "work"
    """For work under way, until `until`."""
    RECONNECT = "reconnect"
    """To be put on line again by a decision."""
    GROUP = "group"
    """For `node` in requirement group `group`."""
    LINK = "link"
    """For the link to `node`, in requirement group `group`, to be restored by a decision."""
    RESTART = "restart"
    """For its restart, until `until`."""
    NO_REPAIR = "no_repair"
    """It is hit and nothing mends it."""
    SET_BY_HAND = "set_by_hand"
    """The oefenleider holds it down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """`waiter` waits now for this."""

    waiter: str
    kind: WaitKind
    node: str = ""
    group: int = -1
    until: int = -1
    """Exercise minute; -1 when not known."""
    circular: bool = False
    """`node` waits for `waiter` in its turn, directly or through others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What a run cost, to its horizon. Separate figures; service-hours, not distinct people."""

    resident_hours: int
    """Sum of residents x (100 - served) / 100 x hours, rounded to whole hours."""
    resident_hours_beyond_limit: int
    """The part after `mtd` in each unbroken spell with served below 100."""
    cost: int
    """Euro: cost of outage and of fallbacks run."""
