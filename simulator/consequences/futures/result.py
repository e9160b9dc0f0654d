"""What many draws cost, and how ranges of draws are put together."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from simulator.consequences.causes import Harm
from simulator.consequences.harm import rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Futures:
    """What draws `first` to `first + count` cost, each figure in the order of the draws. Integers, equal on every machine.

    Percents x minutes: a resident who misses all of a service for an hour is 6,000.
    """

    seed: int
    first: int
    count: int
    until: int
    ids: tuple[str, ...] = field(repr=False)
    """All nodes, by number."""
    missed: array[int] = field(repr=False)
    """Residents x percents x minutes."""
    missed_beyond_limit: array[int] = field(repr=False)
    """The part after `mtd` in each unbroken spell."""
    cost: array[int] = field(repr=False)
    """Euro an hour x percents x minutes."""
    nodes: array[int] = field(repr=False)
    """The numbers of the nodes of which anything was missed in any draw, in order."""
    missed_of: array[int] = field(repr=False)
    """For each of these percents x minutes, of all draws together."""
    each_by_node: array[int] | None = field(default=None, repr=False)
    """The same for each draw apart, draw after draw, when asked for."""

    def harm(self, number: int) -> Harm:
        """The harm of one draw, by its place here; as `harm` gives it for a run."""
        return rounded(self.missed[number], self.missed_beyond_limit[number], self.cost[number])

    @property
    def missed_by_node(self) -> array[int]:
        """For every node percents x minutes, of all draws together."""
        missed = array("q", bytes(8 * len(self.ids)))
        for node, total in zip(self.nodes, self.missed_of, strict=True):
            missed[node] = total
        return missed

    def by_node(self, number: int) -> array[int]:
        """Percents x minutes that each node missed in one draw; only when asked for."""
        if self.each_by_node is None:
            raise ValueError("ask for each_node to have the figures of every node in every draw")
        size = len(self.ids)
        return self.each_by_node[number * size : (number + 1) * size]


def joined(parts: Sequence[Futures]) -> Futures:
    """Ranges that follow each other, as one. They must be of the same landscape, interventions and seed."""
    if not parts:
        raise ValueError("nothing to join")
    head = parts[0]
    if len(parts) == 1:
        return head
    expected, totals = head.first, Counter[int]()
    for part in parts:
        if (part.first, part.seed, part.until, part.ids) != (expected, head.seed, head.until, head.ids):
            raise ValueError(f"draws {part.first} to {part.first + part.count} do not follow on {expected}, or are of other runs")
        expected += part.count
        totals.update(dict(zip(part.nodes, part.missed_of, strict=True)))
    nodes = sorted(totals)
    return Futures(
        seed=head.seed,
        first=head.first,
        count=expected - head.first,
        until=head.until,
        ids=head.ids,
        missed=_put_together(part.missed for part in parts),
        missed_beyond_limit=_put_together(part.missed_beyond_limit for part in parts),
        cost=_put_together(part.cost for part in parts),
        nodes=array("q", nodes),
        missed_of=array("q", [totals[node] for node in nodes]),
        each_by_node=None if head.each_by_node is None else _put_together(part.each_by_node or () for part in parts),
    )


def _put_together(parts: Iterable[Iterable[int]]) -> array[int]:
    whole = array("q")
    for part in parts:
        whole.extend(part)
    return whole
