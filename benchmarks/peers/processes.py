"""SimPy: a process a node, told when something changes. Nothing is done in minutes in which nothing happens."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from benchmarks.towns import UNTIL, Town

PHASES = 8
"""Within a minute: 0 what rises, 1 what falls, 2 crews start, 3 a hit and what falls of it, 4 crews start."""
FALLS, CREWS, HITS = 1, 2, 3


class Group:
    """A requirement group of a node."""

    __slots__ = ("back", "buffer", "lost", "owner", "short", "since")

    def __init__(self, owner: Node, need: int, members: int, buffer: int) -> None:
        self.owner, self.buffer = owner, buffer
        self.short = need - members
        self.since, self.back = -1, -1
        """Since which minute it wants members; in which minute it last had them back."""
        self.lost = False


class Node:
    """A node with its process."""

    __slots__ = ("crew", "down_at", "env", "hit", "lost", "missed", "number", "restart", "town", "up", "uses", "wake")

    def __init__(self, town: Running, number: int) -> None:
        graph = town.town.graph
        self.town, self.env, self.number = town, town.env, number
        self.restart, self.crew = graph.restart[number], graph.crew[number]
        self.up, self.hit, self.lost = True, False, 0
        self.missed, self.down_at = 0, 0
        self.uses: list[Group] = []
        self.wake = self.env.event()

    def live(self) -> Generator[Any, Any, None]:
        """Fall when in trouble; out of it restart, unless trouble comes first."""
        env = self.env
        while True:
            yield self.wake
            while self.up is False or self.hit or self.lost:
                self.wake = env.event()
                if self.hit or self.lost:
                    if self.up:
                        self.turn(False)
                    yield self.wake
                    continue
                due = (env.now // PHASES + self.restart) * PHASES
                yield env.timeout(due - env.now) | self.wake
                if env.now == due and not self.hit and not self.lost and not self.wake.triggered:
                    self.turn(True)
            self.wake = env.event()

    def tell(self) -> None:
        """Something changed for this node."""
        if not self.wake.triggered:
            self.wake.succeed()

    def turn(self, up: bool) -> None:
        """It runs, or no longer, and those that need it notice."""
        minute = self.env.now // PHASES
        self.up = up
        if up:
            self.missed += minute - self.down_at
        else:
            self.down_at = minute
        for group in self.uses:
            if up:
                self.town.gain(group)
            else:
                self.town.want(group)


class Running:
    """A town during one draw."""

    def __init__(self, town: Town, number: int) -> None:
        import simpy

        self.town, self.works, self.env = town, town.works(number), simpy.Environment()
        self.free = list(town.graph.crew_count)
        self.waiting: list[int] = []
        self.planned = -1
        self.nodes = [Node(self, node) for node in range(len(town.graph.ids))]
        for asked in town.graph.groups:
            group = Group(self.nodes[asked.owner], asked.need, len(asked.members), asked.buffer)
            for member in asked.members:
                self.nodes[member].uses.append(group)
        for node in self.nodes:
            self.env.process(node.live())
        for minute, target in town.hits().items():
            self.env.process(self.strike(minute, self.nodes[target]))

    def strike(self, minute: int, node: Node) -> Generator[Any, Any, None]:
        """A hit, and the repair that it asks for."""
        yield self.env.timeout(minute * PHASES + HITS)
        node.hit = True
        node.tell()
        if node.crew < 0:
            self.env.process(self.repair(node))
        else:
            self.waiting.append(node.number)
            self.env.process(self.assign(node.crew))

    def assign(self, crew: int) -> Generator[Any, Any, None]:
        """Once all has settled, whoever is free takes the first that waits."""
        phase = self.env.now % PHASES
        yield self.env.timeout(1 if phase == HITS else CREWS - phase)
        for number in sorted(number for number in self.waiting if self.nodes[number].crew == crew)[: self.free[crew]]:
            self.waiting.remove(number)
            self.free[crew] -= 1
            self.env.process(self.repair(self.nodes[number]))

    def repair(self, node: Node) -> Generator[Any, Any, None]:
        """The work, then the node is in order again."""
        env = self.env
        yield env.timeout((env.now // PHASES + self.works[node.number]) * PHASES - env.now)
        node.hit = False
        if node.crew >= 0:
            self.free[node.crew] += 1
            env.process(self.assign(node.crew))
        if not node.lost:
            node.tell()

    def want(self, group: Group) -> None:
        """A member of the group fell."""
        group.short += 1
        if group.short != 1:
            return
        minute, phase = divmod(self.env.now, PHASES)
        if group.back != minute or phase >= HITS:
            group.since = minute
            if group.buffer:
                self.env.process(self.wait_buffer(group))
        if minute >= group.since + group.buffer:
            self.lose(group)

    def gain(self, group: Group) -> None:
        """A member of the group runs again."""
        group.short -= 1
        if group.short == 0:
            group.back = self.env.now // PHASES
            if group.lost:
                group.lost = False
                group.owner.lost -= 1
                if not group.owner.lost and not group.owner.hit:
                    group.owner.tell()

    def wait_buffer(self, group: Group) -> Generator[Any, Any, None]:
        """The group is lost once the buffer is spent, unless it came back."""
        since = group.since
        yield self.env.timeout((since + group.buffer) * PHASES + FALLS - self.env.now)
        if group.short > 0 and group.since == since and not group.lost:
            self.lose(group)

    def lose(self, group: Group) -> None:
        """The node of the group is in trouble."""
        group.lost = True
        group.owner.lost += 1
        group.owner.tell()


def play(town: Town, number: int) -> int:
    """Residents x percents x minutes missed in a draw."""
    running = Running(town, number)
    running.env.run(until=UNTIL * PHASES)
    missed = 0
    for node in running.nodes:
        minutes = node.missed + (0 if node.up else UNTIL - node.down_at)
        missed += 100 * minutes * town.graph.nodes[node.number].residents
    return missed
