"""The oefenleider's board: of every node what is true, what is known, and how long it may still be out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from simulator.consequences.trajectory import FallbackPhase, FallbackStatus, Trajectory, WaitKind
from simulator.exercise.setting import Setting, trajectory
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.scenario.landscape import Basis, Fallback, Limit, Node, NodeKind


class FallbackState(StrEnum):
    """Where the emergency procedure (noodprocedure) of a node stands."""

    NONE = "none"
    """The node has none."""
    AVAILABLE = "available"
    SETTING_UP = "setting_up"
    READY = "ready"
    """Set up and not needed now."""
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
    path = trajectory(setting, state.interventions)
    rows = sorted((_row(setting, state, path, node) for node in setting.landscape.nodes), key=_order)
    return Board(
        rows=tuple(rows),
        down=sum(row.served == 0 for row in rows),
        degraded=sum(0 < row.served < 100 for row in rows),
        up=sum(row.up for row in rows),
        beyond_limit=sum(row.beyond_limit for row in rows),
        unknown=sum(row.differs for row in rows),
    )


LAYERS = (NodeKind.EFFECT, NodeKind.PROCESS, NodeKind.ICT, NodeKind.SUPPLIER, NodeKind.UTILITY)
FAR = 10**9
"""Minutes; later than any limit."""


def _order(row: BoardRow) -> tuple[int, int, int, str]:
    group = 0 if row.served == 0 else 1 if row.served < 100 else 2
    return group, row.limit.left if row.limit else FAR, LAYERS.index(row.kind), row.name


def _row(setting: Setting, state: State, path: Trajectory, node: Node) -> BoardRow:
    truth, reported = state.truth.get(node.id), state.reported.get(node.id)
    served = truth.served if truth else 100
    known = reported.level if reported else 100
    down_since = truth.down_since if truth else -1
    limit = limit_line(node.mtd, down_since, state.minute)
    fallback, fallback_words = _fallback(setting, path.fallback_at(node.id, state.minute), node.fallback)
    repair, repair_words = _repair(setting, path, node, state.minute)
    return BoardRow(
        id=node.id,
        name=node.name,
        kind=node.kind,
        kind_words=w.KINDS[node.kind],
        served=served,
        level=truth.level if truth else 100,
        sign=w.sign(served),
        words=w.level(served),
        since=truth.minute if truth else -1,
        since_words=w.moment(setting, truth.minute) if truth else "",
        down_since=down_since,
        known=known,
        known_sign=w.sign(known),
        known_words=w.level(known),
        known_since=reported.minute if reported else -1,
        known_source=w.source(setting, state, reported.source) if reported else "",
        differs=known != served,
        limit=limit,
        target=limit_line(node.rto, down_since, state.minute),
        fallback=fallback,
        fallback_words=fallback_words,
        repair=repair,
        repair_words=repair_words,
        beyond_limit=limit is not None and limit.passed,
    )


def limit_line(limit: Limit | None, down_since: int, minute: int) -> LimitLine | None:
    """How a limit stands for a node that is down since `down_since` (-1: it is not)."""
    if limit is None or down_since < 0:
        return None
    crossed = down_since + limit.time
    remaining = crossed - minute
    return LimitLine(
        minute=crossed,
        left=remaining,
        passed=remaining < 0,
        time=limit.time,
        basis=limit.basis,
        basis_words=w.basis_words(limit.basis),
        words=f"{w.span(remaining)} over de grens" if remaining < 0 else f"nog {w.span(remaining)}",
    )


def _fallback(setting: Setting, status: FallbackStatus, plan: Fallback | None) -> tuple[FallbackState, str]:
    if plan is None:
        return FallbackState.NONE, "geen noodprocedure"
    until = w.moment(setting, status.until) if status.until >= 0 else ""
    match status.phase:
        case FallbackPhase.NONE | FallbackPhase.OFF:
            return FallbackState.AVAILABLE, f"noodprocedure mogelijk ({plan.level}%, na {w.span(plan.setup)})"
        case FallbackPhase.SETTING_UP:
            return FallbackState.SETTING_UP, f"noodprocedure klaar om {until}"
        case FallbackPhase.READY:
            return FallbackState.READY, "noodprocedure staat klaar"
        case FallbackPhase.RUNNING:
            return FallbackState.RUNNING, f"noodprocedure ({plan.level}%) tot {until}"
        case FallbackPhase.SPENT:
            return FallbackState.SPENT, "noodprocedure is uitgeput"
        case _:
            assert_never(status.phase)


def _repair(setting: Setting, path: Trajectory, node: Node, minute: int) -> tuple[RepairState, str]:
    work = path.repair_at(node.id, minute)
    if work is not None:
        return RepairState.WORKING, f"herstel klaar om {w.moment(setting, work.until)}"
    own = [wait for wait in path.waits_at(node.id, minute) if wait.waiter == node.id]
    if path.is_hit_at(node.id, minute):
        if any(wait.kind is WaitKind.NO_REPAIR for wait in own):
            return RepairState.IMPOSSIBLE, "niets herstelt dit"
        return RepairState.WAITING, "wacht op herstel"
    restart = next((wait for wait in own if wait.kind is WaitKind.RESTART), None)
    if restart is not None:
        return RepairState.RESTARTING, f"start op, klaar om {w.moment(setting, restart.until)}"
    return RepairState.NOT_NEEDED, ""
