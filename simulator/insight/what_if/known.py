"""The futures that agree with the past: what lasted some time in this exercise lasted as long in each of them.

Work that is done and attacks that arrived keep their durations; what is under way lasts at least as long as it has; all
else is open. So each future is this exercise up to now, to the bit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.consequences.draws import Draws, draw, seed_of
from simulator.consequences.graph import Graph
from simulator.consequences.run import run
from simulator.consequences.state import State as Run
from simulator.exercise.setting import Setting
from simulator.exercise.state import State

TRIES = 200
"""Draws for a duration that must be long enough, before the least is taken."""

Turns = Mapping[int, tuple[int, int]]
"""For a node or edge: how many of its durations are over, and how long the one after those lasts already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the past tells of durations."""

    draws: Draws
    """Those of this exercise."""
    works: Turns
    delays: Turns


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreeing(Draws):
    """The durations of a future in which all went as it did, up to now."""

    known: Known

    def work(self, node: int, occurrence: int) -> int:
        over, least = self.known.works.get(node, (0, 0))
        if occurrence < over:
            return self.known.draws.work(node, occurrence)
        return self._drawn(lambda draws: draws.work(node, occurrence), least if occurrence == over else 0)

    def delay(self, reach: int, occurrence: int) -> int:
        over, least = self.known.delays.get(reach, (0, 0))
        if occurrence < over:
            return self.known.draws.delay(reach, occurrence)
        return self._drawn(lambda draws: draws.delay(reach, occurrence), least if occurrence == over else 0)

    def _drawn(self, ask: Callable[[Draws], int], least: int) -> int:
        """Drawn again until it is long enough: so it has the odds of what can still be."""
        found = ask(draw(self.graph, self.seed))
        for attempt in range(TRIES):
            if found >= least:
                return found
            found = ask(draw(self.graph, seed_of(self.seed, attempt)))
        return max(found, least)


def known(setting: Setting, now: State) -> Known:
    """What is over and what is under way at this minute; what arrives at its end is still open."""
    past = run(setting.graph, now.interventions, setting.draws, until=now.minute, causes=False).state_at(now.minute)
    return Known(
        draws=setting.draws,
        works={node: _work(past, node, hits) for node, hits in past.hits.items() if setting.graph.work[node]},
        delays={edge: _delay(past, edge, openings) for edge, openings in past.openings.items()},
    )


def agreeing(graph: Graph, seed: int, known: Known) -> Agreeing:
    """One future. `graph` may have other repair times than the exercise was played with."""
    return Agreeing(graph=graph, seed=seed, known=known)


def _work(past: Run, node: int, hits: int) -> tuple[int, int]:
    """The factor of a lost back-up is part of how long it takes, and no part of the work drawn."""
    work = past.work.get(node)
    if work is None:
        return (hits - 1, 0) if node in past.hit else (hits, 0)
    factor = (work.until - work.start) // past.draws.work(node, hits - 1)
    return hits - 1, (past.minute - work.start) // factor + 1


def _delay(past: Run, edge: int, openings: int) -> tuple[int, int]:
    due = past.spread_due.get(edge)
    if due is None:
        return openings, 0
    return openings - 1, past.minute - (due - past.draws.delay(edge, openings - 1))
