"""A landscape that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.checks.parts import Parts
from simulator.scenario.mistakes import Mistake, Route


def no_group_asks_more_than_it_has(parts: Parts) -> Iterator[Mistake]:
    """`at_least` is at most the number of members."""
    for index, node in parts.nodes:
        for which, need in enumerate(node.needs):
            if need.at_least is not None and need.at_least > len(set(need.of)):
                message = f"at_least vraagt er {need.at_least}, en er staan er {len(set(need.of))}."
                mend = "Verlaag at_least, of noem meer onderdelen in of."
                yield Mistake(route=("nodes", index, "needs", which, "at_least"), message=message, mend=mend)


def no_member_stands_twice_in_a_group(parts: Parts) -> Iterator[Mistake]:
    """Each member of a group is another node."""
    for index, node in parts.nodes:
        for which, need in enumerate(node.needs):
            for place, name in enumerate(need.of):
                if name in need.of[:place]:
                    route = ("nodes", index, "needs", which, "of", place)
                    yield Mistake(route=route, message=f"{name} staat er twee keer.", mend="Haal er een weg.")


def no_node_needs_itself(parts: Parts) -> Iterator[Mistake]:
    """Not to work, and not as its own back-up."""
    for index, node in parts.nodes:
        for which, need in enumerate(node.needs):
            if node.id in need.of:
                route: Route = ("nodes", index, "needs", which, "of", need.of.index(node.id))
                yield Mistake(route=route, message=f"{node.id} heeft zichzelf nodig.", mend="Haal het id hier weg.")
        if node.repair and node.id in node.repair.needs:
            route = ("nodes", index, "repair", "needs", node.repair.needs.index(node.id))
            yield Mistake(route=route, message=f"{node.id} heeft zichzelf nodig om te herstellen.", mend="Haal het id hier weg.")
        if node.repair and node.repair.backup == node.id:
            message = f"{node.id} is zijn eigen back-up."
            yield Mistake(route=("nodes", index, "repair", "backup"), message=message, mend="Noem een ander onderdeel.")


def no_attack_spreads_to_where_it_is(parts: Parts) -> Iterator[Mistake]:
    """`from` and `to` of an edge differ."""
    for index, reach in parts.reaches:
        if reach.from_ == reach.to:
            message = f"de aanval gaat van {reach.from_} naar zichzelf."
            yield Mistake(route=("reaches", index, "to"), message=message, mend="Noem een ander onderdeel.")
