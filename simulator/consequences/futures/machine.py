"""Runs chunks of draws: one machine, with cells of its own, for each thread."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulator.consequences.draws import MASK, mix
from simulator.consequences.futures import layout as at
from simulator.consequences.futures.ahead import AHEAD
from simulator.consequences.futures.asking import Question
from simulator.consequences.futures.compiled import compiled_kernel
from simulator.consequences.futures.instants import play_cells
from simulator.consequences.futures.packing import PackedGraph, signed
from simulator.consequences.futures.result import Futures
from simulator.consequences.futures.tally import FIGURES

ROOM = 256
"""For events at first; doubled when it proves too small."""
CACHED = 1 << 17
"""Cells that stay near the processor: a megabyte."""
SLACK = 256
"""Cells that are there for a question at least, so that most find room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is asked for, whatever the range."""

    ground: Ground
    asked: Question
    seed: int
    until: int
    each_node: bool
    compiled: bool


def chunk_size(nodes: int, *, compiled: bool) -> int:
    """Draws a chunk: some hundredths of a second of work, so that stopping is soon and telling about it costs nothing."""
    return max(16, min(4096, 250_000 // nodes)) if compiled else max(1, 2_000 // nodes)


class Machine:
    """Cells, and what plays on them. For one thread at a time; between draws all is as before the start."""

    def __init__(self, ground: PackedGraph, asked: Question, *, compiled: bool, room: int) -> None:
        self.ground, self.room = ground, room
        size = len(ground.cells)
        self._stacks = stacks_of(ground)
        self._ends_at = size + max(len(asked.cells), SLACK)
        """Here the events begin."""
        end = self._ends_at + room + sum(self._stacks.values())
        self._play: Callable[..., int] = play_cells
        self._own: Any
        """The cells, as Python uses them."""
        self._given: Any
        """The same cells, as `_play` takes them."""
        if compiled:
            from numpy import int64, zeros

            # Not an array of Python's own: for a large one numpy asks for large pages, and that saves much of the time.
            self._play, self._given = kernel_for(ground), zeros(end, dtype=int64)
            self._given[:size] = _as_array(ground.cells)
            self._own = memoryview(self._given)
        else:
            self._own = self._given = list(ground.cells) + [0] * (end - size)
        self._compiled = compiled
        self._place_stacks(self._ends_at + room)
        self._moved: tuple[tuple[int, int], ...] = ()

    def _place_stacks(self, here: int) -> None:
        for place, size in self._stacks.items():
            self._own[place] = here
            here += size

    def fits(self, asked: Question) -> bool:
        """Whether there is room for the question."""
        return len(asked.cells) <= self._ends_at - len(self.ground.cells)

    def ask(self, asked: Question, *, until: int) -> None:
        """Put a question in the place of the one before."""
        cells, start = self._own, len(self.ground.cells)
        for place, each in enumerate(asked.cells, start):
            cells[place] = each
        for crew, _ in self._moved:
            cells[crew + at.QUEUE] = self.ground.cells[crew + at.QUEUE]
        for crew, queue in asked.queues:
            cells[crew + at.QUEUE] = queue
        self._moved = asked.queues
        cells[at.UNTIL], cells[at.ACTS], cells[at.ACTS_END] = until, start, asked.acts_end
        cells[at.EVENTS], cells[at.ROOM] = self._ends_at, self.room

    def play(self, seed: int, first: int, done: int, count: int, figures: array[int], each: array[int], keep: bool) -> int:
        """Play draws `first + done` to `first + count`; how many are there then. Less than all: there was no room."""
        root = signed(mix(seed & MASK))
        to = (_as_array(figures), _as_array(each)) if self._compiled else (figures, each)
        return self._play(self._given, root, first, done, count, *to, len(self.ground.graph.ids), int(keep))

    def totals(self) -> dict[int, int]:
        """What nodes missed in the draws since this was last asked, by number."""
        cells = self._own
        found: dict[int, int] = {}
        node = cells[at.MISSED_NODES]
        cells[at.MISSED_NODES] = at.END
        while node != at.END:
            found[cells[node + at.NUMBER]] = cells[node + at.TOTAL]
            following = cells[node + at.TOTALLED]
            cells[node + at.TOTAL] = cells[node + at.TOTALLED] = 0
            node = following
        return found


def kernel_for(ground: PackedGraph) -> Callable[..., int]:
    """Compiled, if it was not yet."""
    return compiled_kernel(looks_ahead=len(ground.cells) > CACHED)


def stacks_of(ground: PackedGraph) -> dict[int, int]:
    """For each stack its cell in the heading and how large it may get."""
    nodes, groups = len(ground.graph.ids) + AHEAD, len(ground.graph.groups) + AHEAD
    return {at.TOUCHED_AT: nodes, at.RISING_AT: nodes, at.NODES_AT: nodes, at.CHANGED_AT: groups, at.GROUPS_AT: groups}


def _as_array(cells: array[int]) -> Any:
    """The same memory, as compiled code takes it."""
    from numpy import frombuffer, int64

    return frombuffer(cells, dtype=int64)


@dataclass(slots=True)
class Ground:
    """A packed graph, and the machines that are at rest on it: making one costs what the whole graph costs."""

    packed: PackedGraph
    room: int = ROOM
    resting: dict[bool, list[Machine]] = field(default_factory=lambda: {True: [], False: []})

    def machine(self, asked: Question, *, compiled: bool) -> Machine:
        """A machine on which the question fits. Whoever takes it brings it back when it is at rest."""
        resting = self.resting[compiled]
        while resting:
            machine = resting.pop()
            if machine.room >= self.room and machine.fits(asked):
                return machine
        return Machine(self.packed, asked, compiled=compiled, room=self.room)


def play(job: Job, first: int, count: int) -> Futures:
    """These draws. A machine that was left in the middle of a draw is not used again."""
    ground, ids = job.ground, job.ground.packed.graph.ids
    figures = array("q", bytes(8 * count * FIGURES))
    each = array("q", bytes(8 * count * len(ids) * job.each_node))
    totals: Counter[int] = Counter()
    done = 0
    while done < count:
        machine = ground.machine(job.asked, compiled=job.compiled)
        machine.ask(job.asked, until=job.until)
        done = machine.play(job.seed, first, done, count, figures, each, job.each_node)
        totals.update(machine.totals())
        if done == count:
            ground.resting[job.compiled].append(machine)
        else:
            ground.room = max(ground.room, 2 * machine.room)
    nodes = sorted(totals)
    return Futures(
        seed=job.seed,
        first=first,
        count=count,
        until=job.until,
        ids=ids,
        missed=figures[0::FIGURES],
        missed_beyond_limit=figures[1::FIGURES],
        cost=figures[2::FIGURES],
        nodes=array("q", nodes),
        missed_of=array("q", [totals[node] for node in nodes]),
        each_by_node=each if job.each_node else None,
    )
