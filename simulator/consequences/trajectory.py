"""What a run gives: every change in order, and answers about any minute of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from simulator.consequences import deadlock, waits
from simulator.consequences.causes import END_OF_MINUTE, Cause, CauseKind, Change, Harm, Wait, WaitKind
from simulator.consequences.draws import Draws
from simulator.consequences.graph import NONE, Graph
from simulator.consequences.interventions import Intervention
from simulator.consequences.play import play
from simulator.consequences.standing import FallbackPhase, FallbackStatus, RepairStatus, fallback_status, repair_status
from simulator.consequences.state import Record, State, Why

__all__ = [
    "END_OF_MINUTE",
    "Cause",
    "CauseKind",
    "Change",
    "FallbackPhase",
    "FallbackStatus",
    "Harm",
    "RepairStatus",
    "Trajectory",
    "Wait",
    "WaitKind",
]


class Step(NamedTuple):
    """What a node did from a minute on."""

    minute: int
    level: int
    served: int
    record: int


@dataclass(frozen=True, eq=False, kw_only=True)
class Trajectory:
    """A run up to minute `until`: the minutes before it are over, `until` itself still goes on.

    An attack arrives at the end of its minute, so one due at `until` is not in it: somebody may still isolate.
    Questions about a minute are about its end. Nodes are named by id, and one that does not exist is a KeyError.
    """

    graph: Graph = field(repr=False)
    interventions: tuple[Intervention, ...] = field(repr=False)
    draws: Draws = field(repr=False)
    until: int
    records: tuple[Record, ...] = field(repr=False)
    """All that happened, by index and in order, causes before what they cause."""
    repairs: tuple[tuple[str, int, int], ...] = field(repr=False)
    """Work done and under way: node, start, end (which may lie after `until`)."""
    fallback_runs: tuple[tuple[str, int, int], ...] = field(repr=False)
    """When fallbacks were leaned upon: node, from, to (at most `until`)."""

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Each change of a level or of what is served, in order of (minute, order); causes before what they cause."""
        known: dict[int, tuple[int, int]] = {}
        changes = []
        for number, (_, _, node, level, served, _) in enumerate(self.records):
            if known.get(node, (100, 100)) != (level, served):
                known[node] = (level, served)
                changes.append(self._change(number))
        return tuple(changes)

    def level_at(self, node: str, minute: int) -> int:
        """What the node itself does, in percents."""
        step = self._latest(node, minute)
        return step.level if step else 100

    def served_at(self, node: str, minute: int) -> int:
        """What others get from it: its level, or what its fallback gives."""
        step = self._latest(node, minute)
        return step.served if step else 100

    def served_of(self, node: str) -> tuple[tuple[int, int], ...]:
        """What it served, as (minute from, percents), in order; 100 before the first."""
        return tuple((step.minute, step.served) for step in self._of_node.get(node, ()))

    def level_of(self, node: str) -> tuple[tuple[int, int], ...]:
        """What it did itself, without its fallback, as (minute from, percents), in order; 100 before the first."""
        return tuple((step.minute, step.level) for step in self._of_node.get(node, ()))

    def is_hit_at(self, node: str, minute: int) -> bool:
        """It is hit and not yet repaired."""
        return self.graph.index[node] in self.state_at(minute).hit

    def is_isolated_at(self, node: str, minute: int) -> bool:
        """It was taken off line and not yet put on line again."""
        return self.graph.index[node] in self.state_at(minute).isolated

    def is_cleared_at(self, node: str, minute: int) -> bool:
        """It is hit and its repair may begin as far as forensics goes."""
        state, number = self.state_at(minute), self.graph.index[node]
        return number in state.hit and (not self.graph.forensics or number in state.cleared)

    def is_set_down_at(self, node: str, minute: int) -> bool:
        """The oefenleider holds it down."""
        return self.graph.index[node] in self.state_at(minute).set_down

    def repair_at(self, node: str, minute: int) -> RepairStatus | None:
        """The work that is under way on it, if any."""
        return repair_status(self.state_at(minute), self.graph.index[node])

    def fallback_at(self, node: str, minute: int) -> FallbackStatus:
        """How its fallback stands."""
        return fallback_status(self.state_at(minute), self.graph.index[node])

    def buffers_at(self, node: str, minute: int) -> tuple[tuple[int, int], ...]:
        """Groups that it carries on without: (number of the group, minute at which the buffer is gone)."""
        state = self.state_at(minute)
        running = []
        for group in self.graph.groups_of[self.graph.index[node]]:
            asked = self.graph.groups[group]
            if group in state.lost_since and state.lost_since[group] + asked.buffer > minute:
                running.append((asked.number, state.lost_since[group] + asked.buffer))
        return tuple(running)

    def waits_at(self, node: str, minute: int) -> tuple[Wait, ...]:
        """Why it is still down: its own waits first, then those of what it waits for, to the ends; empty when it is not."""
        return waits.waits(self.state_at(minute), self.graph.index[node])

    def deadlocks_at(self, minute: int) -> tuple[tuple[str, ...], ...]:
        """Circles of nodes that wait for each other and never come back without a decision."""
        return deadlock.deadlocks(self.state_at(minute))

    def fell_because(self, node: str, minute: int) -> tuple[Change, ...]:
        """Why it fell: its latest fall first, each next change the cause of the one before, the hit or decision last.

        Empty when its level is 100.
        """
        if self.level_at(node, minute) == 100:
            return ()
        return tuple(self._change(number) for number in self._chain(self._latest_fall(node, minute)))

    def backlog_gone(self, node: str) -> int | None:
        """The minute at which the lost work of its latest outage is caught up; None if it had none, or not by `until`."""
        spare = self.graph.nodes[self.graph.index[node]].backlog
        behind, since, level, served, gone = 0, 0, 100, 100, None
        for step in (*self._of_node.get(node, ()), None):
            minute = step.minute if step else self.until
            if level < 100:
                behind += (100 - served) * (minute - since)
                gone = None
            elif behind and spare:
                gone = since - (-behind // spare)
                behind = max(0, behind - spare * (minute - since))
            elif not behind and gone is None and since:
                gone = since
            if step:
                level, served, since = step.level, step.served, minute
        return gone if gone is not None and gone <= self.until else None

    def state_at(self, minute: int) -> State:
        """All that is the case at the end of a minute, found by running again. To read, never to change."""
        minute = min(minute, self.until)
        if minute not in self._states:
            self._states.clear()
            over = minute < self.until
            self._states[minute] = play(self.graph, self.interventions, self.draws, until=minute, last_minute_over=over)
        return self._states[minute]

    @cached_property
    def _states(self) -> dict[int, State]:
        return {}

    @cached_property
    def _of_node(self) -> dict[str, list[Step]]:
        found: dict[str, list[Step]] = {}
        for number, (minute, _, node, level, served, _) in enumerate(self.records):
            found.setdefault(self.graph.ids[node], []).append(Step(minute, level, served, number))
        return found

    def _latest(self, node: str, minute: int) -> Step | None:
        steps = self._of_node.get(node)
        if not steps:
            self.graph.index[node]
            return None
        place = bisect_right(steps, minute, key=lambda step: step.minute)
        return steps[place - 1] if place else None

    def _latest_fall(self, node: str, minute: int) -> int:
        level, latest = 100, NONE
        for step in self._of_node[node]:
            if step.minute > minute:
                break
            if step.level < level:
                latest = step.record
            level = step.level
        assert latest != NONE, "a node below 100 fell some time"
        return latest

    def _chain(self, number: int) -> Iterator[int]:
        """A record, the one that it follows from, and so on. Each points to an earlier one, so this ends."""
        while number != NONE:
            yield number
            why = self.records[number][-1]
            number = why[-1] if why else NONE

    def _change(self, number: int) -> Change:
        minute, order, node, level, served, why = self.records[number]
        return Change(minute=minute, order=order, node=self.graph.ids[node], level=level, served=served, cause=self._cause(why))

    def _cause(self, why: Why | None) -> Cause:
        if why is None:
            raise ValueError("this run was told to keep no causes")
        kind, node, act, group, _ = why
        return Cause(
            kind=kind,
            node=self.graph.ids[node] if node != NONE else "",
            intervention=self.interventions[act].id if act != NONE else "",
            group=self.graph.groups[group].number if group != NONE else -1,
        )
