"""Every unbroken time that a node did not serve all: for the Gantt, with why it fell and why it came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.exercise.events import Recorded
from simulator.exercise.setting import Setting
from simulator.scenario.landscape import NodeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of a spell in which the node served the same."""

    start: int
    end: int
    served: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A node serves below 100 from `start`, without a break."""

    node: str
    name: str
    kind: NodeKind
    start: int
    end: int | None
    """None: it still lasted at the end of the record."""
    until: int
    """`end`, or the last minute recorded."""
    lowest: int
    """Lowest percentage served."""
    segments: tuple[Segment, ...]
    fell_because: str
    """Whole sentence."""
    back_because: str
    """Whole sentence; empty when it did not come back."""
    beyond_limit: int
    """Minutes after the limit (mtd); 0 when it has none or did not cross it."""
    limit: int | None
    """The limit (mtd), in minutes."""
    limit_words: str
    """The limit and who set it; empty without one."""

    @property
    def minutes(self) -> int:
        """How long it lasted, up to the last minute recorded."""
        return self.until - self.start


def outages(setting: Setting, recorded: Sequence[Recorded]) -> tuple[Spell, ...]:
    """All spells, by start. Told from the recorded changes: the truth of what was."""
    raise NotImplementedError
