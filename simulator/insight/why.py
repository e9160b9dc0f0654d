"""Why a node fell, why it is still down, and what would help."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.consequences.trajectory import CauseKind, WaitKind
from simulator.exercise.setting import Setting
from simulator.exercise.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class FallStep:
    """One link of the chain of causes: what happened to `node`, and when."""

    node: str
    name: str
    minute: int
    at: str
    """Such as 'ma 09:40'."""
    kind: CauseKind
    text: str
    """Whole sentence, with the name: "Burgerzaken viel uit doordat 'Netwerk' uitviel."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitLine:
    """What something waits for now."""

    waiter: str
    kind: WaitKind
    node: str
    """The node (or crew) waited for; may be empty."""
    until: int
    """Exercise minute; -1 when not known."""
    circular: bool
    """Part of a deadlock."""
    text: str
    """Whole sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A node beside this one in the graph, as it truly is now."""

    node: str
    name: str
    served: int
    sign: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """A requirement group of the node."""

    number: int
    """From 1."""
    held: bool
    """Enough members serve enough now (a buffer that still runs does not count)."""
    text: str
    """Such as 'heeft alle 2 nodig, gaat 4 u zonder door'."""
    members: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """All there is to say about one node."""

    node: str
    name: str
    served: int
    sign: str
    state: str
    """Whole sentence about how it is now, and since when."""
    text: str
    """What the node is, out of the landscape; may be empty."""
    fell: tuple[FallStep, ...]
    """From the node back to the hit or the decision; empty when it serves all."""
    waits: tuple[WaitLine, ...]
    """From the node on; a circle once. Empty when it serves all."""
    helps: tuple[str, ...]
    """What could be done now, as whole sentences: possible, not advised."""
    needs: tuple[NeedLine, ...]
    dependents: tuple[Neighbour, ...]
    """What needs this node."""


def why(setting: Setting, state: State, node: str) -> Why:
    """Why `node` is as it is. For the oefenleider only.

    Raises NotFound when the landscape has no such node.
    """
    raise NotImplementedError
