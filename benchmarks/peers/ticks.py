"""One step a minute over a networkx graph: how a first version is often written."""

from __future__ import annotations

from typing import Any

from benchmarks.towns import UNTIL, Town


def graph_of(town: Town) -> Any:
    """Members point to those that need them; what is asked stands at the node."""
    import networkx

    built = networkx.DiGraph()
    for number, node in enumerate(town.graph.nodes):
        built.add_node(number, restart=node.restart, residents=node.residents, crew=town.graph.crew[number], groups=[])
    for group in town.graph.groups:
        built.nodes[group.owner]["groups"].append((group.members, group.need, group.buffer))
        built.add_edges_from((member, group.owner) for member in group.members)
    return built


def play(built: Any, town: Town, number: int) -> int:
    """Residents x percents x minutes missed in a draw."""
    works, hits = town.works(number), town.hits()
    nodes = built.nodes
    free = list(town.graph.crew_count)
    missed = 0
    for _, node in nodes(data=True):
        node.update(up=True, hit=False, done=None, fine=-UNTIL, lost=[None] * len(node["groups"]))
    for minute in range(UNTIL):
        for _, node in nodes(data=True):
            if node["done"] == minute:
                node["hit"], node["done"] = False, None
                if node["crew"] >= 0:
                    free[node["crew"]] += 1
            if not node["up"] and node["fine"] is not None and node["fine"] + node["restart"] == minute:
                node["up"] = True
        _settle(nodes, minute, works, free)
        if minute in hits:
            nodes[hits[minute]].update(hit=True)
            _settle(nodes, minute, works, free)
        missed += sum(100 * node["residents"] for _, node in nodes(data=True) if not node["up"])
    return missed


def _settle(nodes: Any, minute: int, works: dict[int, int], free: list[int]) -> None:
    """What cannot stand falls; then since when, and who repairs."""
    fell = True
    while fell:
        fell = False
        for _, node in nodes(data=True):
            if node["up"] and not _is_fine(nodes, node, minute):
                node["up"], fell = False, True
    for number, node in nodes(data=True):
        node["lost"] = [
            None if _is_raw(nodes, group) else minute if since is None else since
            for group, since in zip(node["groups"], node["lost"], strict=True)
        ]
        if not _is_fine(nodes, node, minute):
            node["fine"] = None
        elif node["fine"] is None:
            node["fine"] = minute
        if node["hit"] and node["done"] is None and (node["crew"] < 0 or free[node["crew"]] > 0):
            node["done"] = minute + works[number]
            if node["crew"] >= 0:
                free[node["crew"]] -= 1


def _is_raw(nodes: Any, group: tuple[tuple[int, ...], int, int]) -> bool:
    members, need, _ = group
    return sum(nodes[member]["up"] for member in members) >= need


def _is_fine(nodes: Any, node: dict[str, Any], minute: int) -> bool:
    if node["hit"]:
        return False
    for group, since in zip(node["groups"], node["lost"], strict=True):
        buffer = group[2]
        carried = buffer > 0 and minute < (minute if since is None else since) + buffer
        if not carried and not _is_raw(nodes, group):
            return False
    return True
