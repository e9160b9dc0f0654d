"""The oefenleider's board: of every node what is true, what is known, and how long it may still be out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.scenario.landscape import Basis, NodeKind


class FallbackState(StrEnum):
    """Where the emergency procedure (noodprocedure) of a node stands."""

    NONE = "none"
    """The node has none."""
    AVAILABLE = "available"
    SETTING_UP = "setting_up"
    RUNNING = "running"
    SPENT = "spent"
    """Kept up as long as it could be in this outage."""


class RepairState(StrEnum):
    """Where the repair of a node stands."""

    NOT_NEEDED = "not_needed"
    """The node itself is whole."""
    WAITING = "waiting"
    WORKING = "working"
    RESTARTING = "restarting"
    IMPOSSIBLE = "impossible"
    """It is hit and nothing mends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitLine:
    """A limit (mtd or rto) that runs because the node serves below 100."""

    minute: int
    """Exercise minute at which it is crossed."""
    left: int
    """Minutes left; below 0: that long beyond it."""
    passed: bool
    time: int
    """The limit itself, in minutes."""
    basis: Basis
    basis_words: str
    """Who set it, such as 'voorbeeldwaarde, niet door uw gemeente vastgesteld'."""
    words: str
    """Such as 'nog 3 u 20 min' or '40 min over de grens'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One node."""

    id: str
    name: str
    kind: NodeKind
    kind_words: str
    served: int
    """True percentage that it serves now."""
    level: int
    """True percentage without its fallback."""
    sign: str
    """● works, ◐ works partly, ○ is down: with the words, never colour alone."""
    words: str
    """Such as 'werkt deels (60%)'."""
    since: int
    """Since when it truly is so; -1 when it never changed."""
    since_words: str
    down_since: int
    """Since when it serves below 100 without a break; -1 when it serves all."""
    known: int
    """Percentage as it is known; 100 when nothing was reported."""
    known_sign: str
    known_words: str
    known_since: int
    """-1 when nothing was reported."""
    known_source: str
    """Such as 'bericht: Telefoon staat roodgloeiend'; empty when nothing was reported."""
    differs: bool
    """What is known is not what is true."""
    limit: LimitLine | None
    """Uiterste grens (mtd); None when the node is up or has no limit."""
    target: LimitLine | None
    """Streeftijd (rto), likewise."""
    fallback: FallbackState
    fallback_words: str
    repair: RepairState
    repair_words: str
    beyond_limit: bool

    @property
    def up(self) -> bool:
        """Serves all."""
        return self.served == 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All nodes: what is down first, the nearest limit first among those, then by layer and name."""

    rows: tuple[BoardRow, ...]
    down: int
    """Nodes that serve nothing."""
    degraded: int
    """Nodes that serve some."""
    up: int
    beyond_limit: int
    unknown: int
    """Nodes whose known state is not the true one."""


def board(setting: Setting, state: State) -> Board:
    """The board at `state.minute`. For the oefenleider only: it shows what is true."""
    raise NotImplementedError
