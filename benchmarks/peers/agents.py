"""Mesa: an agent a node, stepped each minute."""

from __future__ import annotations

from typing import Any

from benchmarks.towns import UNTIL, Town


def is_raw(node: Any, group: Any) -> bool:
    """Enough members run."""
    nodes = node.model.nodes
    return sum(nodes[member].up for member in group.members) >= group.need


def is_fine(node: Any) -> bool:
    """In order, restarts left aside."""
    if node.hit:
        return False
    minute = node.model.minute
    for group, since in zip(node.groups, node.lost, strict=True):
        carried = group.buffer > 0 and minute < (minute if since is None else since) + group.buffer
        if not carried and not is_raw(node, group):
            return False
    return True


def _agent_class() -> type[Any]:
    import mesa

    class Node(mesa.Agent):  # type: ignore[misc]
        """A node of the town."""

        def __init__(self, model: Any, number: int) -> None:
            super().__init__(model)
            graph = model.town.graph
            self.number, self.crew = number, graph.crew[number]
            self.restart, self.residents = graph.restart[number], graph.nodes[number].residents
            self.groups = [graph.groups[group] for group in graph.groups_of[number]]
            self.lost: list[int | None] = [None] * len(self.groups)
            self.up, self.hit = True, False
            self.done: int | None = None
            self.fine: int | None = -UNTIL

        def rise(self) -> None:
            """Be repaired, and run again."""
            if self.done == self.model.minute:
                self.hit, self.done = False, None
                if self.crew >= 0:
                    self.model.free[self.crew] += 1
            if not self.up and self.fine is not None and self.fine + self.restart == self.model.minute:
                self.up = True

        def fall(self) -> None:
            """Fall when it cannot stand."""
            if self.up and not is_fine(self):
                self.up, self.model.fell = False, True

        def close(self) -> None:
            """Keep since when, and start the repair."""
            minute = self.model.minute
            for place, group in enumerate(self.groups):
                if is_raw(self, group):
                    self.lost[place] = None
                elif self.lost[place] is None:
                    self.lost[place] = minute
            if not is_fine(self):
                self.fine = None
            elif self.fine is None:
                self.fine = minute
            if self.hit and self.done is None and (self.crew < 0 or self.model.free[self.crew] > 0):
                self.done = minute + self.model.works[self.number]
                if self.crew >= 0:
                    self.model.free[self.crew] -= 1

    return Node


def model_class() -> type[Any]:
    """The model, with its agents; Mesa is imported only here."""
    import mesa

    node_class = _agent_class()

    class Model(mesa.Model):  # type: ignore[misc]
        """A town during one draw."""

        def __init__(self, town: Town, number: int) -> None:
            super().__init__(seed=1)
            self.town, self.works, self.hits = town, town.works(number), town.hits()
            self.free = list(town.graph.crew_count)
            self.minute, self.missed, self.fell = 0, 0, False
            self.nodes = [node_class(self, node) for node in range(len(town.graph.ids))]

        def step(self) -> None:
            """A minute."""
            self.agents.do("rise")
            self.settle()
            if self.minute in self.hits:
                self.nodes[self.hits[self.minute]].hit = True
                self.settle()
            self.missed += sum(100 * node.residents for node in self.nodes if not node.up)
            self.minute += 1

        def settle(self) -> None:
            """What cannot stand falls; then repairs start."""
            self.fell = True
            while self.fell:
                self.fell = False
                self.agents.do("fall")
            self.agents.do("close")

    return Model


def play(model: type[Any], town: Town, number: int) -> int:
    """Residents x percents x minutes missed in a draw."""
    one = model(town, number)
    for _ in range(UNTIL):
        one.step()
    return int(one.missed)
