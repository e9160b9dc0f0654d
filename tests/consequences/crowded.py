"""Landscapes and histories from a seed, so crowded that everything happens, and much of it in the same minute."""

from __future__ import annotations

from random import Random
from typing import Any

from simulator.consequences.interventions import Intervention, Kind
from simulator.scenario.landscape import Landscape
from tests.builders import fallback, landscape, limit, need, node, reach, repair

IDS = ("balie", "brp", "gemaal", "mail", "netwerk", "opslag", "stroom", "svb")
CREWS = ("ict", "leverancier")
WEIGHTS = {Kind.HIT: 10, Kind.CLEAR: 4, Kind.SET_PRIORITY: 3, Kind.ADD_CREW: 3, Kind.SET: 3} | dict.fromkeys(
    (Kind.JUMP_START, Kind.CUT, Kind.RESTORE, Kind.START_FALLBACK, Kind.STOP_FALLBACK, Kind.ISOLATE, Kind.RECONNECT), 2
)
"""Of kinds that should come more often than once in so many."""


def _span(chance: Random, high: int) -> tuple[int, int, int]:
    low, likely, top = sorted(chance.randint(1, high) for _ in range(3))
    return low, likely, top


def _need(chance: Random, ids: tuple[str, ...]) -> dict[str, Any]:
    of = chance.sample(ids, chance.randint(1, min(3, len(ids))))
    return need(
        *of,
        at_least=chance.choice((None, 1, len(of))),
        enough=chance.choice((1, 30, 50, 60, 100)),
        buffer=chance.choice((0, 0, 1, 4, 9)),
        loss=chance.choice((100, 100, 25, 60)),
    )


def _node(chance: Random, number: int, ids: tuple[str, ...]) -> dict[str, Any]:
    mending = repair(
        _span(chance, 20),
        crew=chance.choice((None, *CREWS)),
        needs=chance.sample(ids, chance.choice((0, 0, 1, 2))),
        backup=chance.choice((None, *ids)),
    )
    helping = fallback(
        chance.choice((40, 60, 100)),
        setup=chance.randint(1, 6),
        keep=chance.randint(1, 15),
        automatic=chance.random() < 0.5,
        cost=3,
    )
    return node(
        ids[number],
        *(_need(chance, ids) for _ in range(chance.choice((0, 1, 1, 2)))),
        restart=chance.choice((1, 1, 3, 6)),
        repair=mending if chance.random() < 0.85 else None,
        fallback=helping if chance.random() < 0.4 else None,
        mtd=limit(chance.randint(1, 20)) if chance.random() < 0.6 else None,
        residents=7**number,
        cost_per_hour=3**number,
    )


def crowded(seed: int) -> tuple[Landscape, list[Intervention], int]:
    """A landscape, what is done to it, and until when."""
    chance = Random(seed)
    ids = IDS[: chance.randint(2, len(IDS))]
    place = landscape(
        *(_node(chance, number, ids) for number in range(len(ids))),
        crews={crew: chance.choice((0, 1, 1, 2)) for crew in CREWS},
        reaches=[reach(chance.choice(ids), chance.choice(ids), _span(chance, 9)) for _ in range(chance.randint(0, 6))],
        forensics=chance.random() < 0.35,
        lost_backup_factor=chance.randint(1, 4),
    )
    kinds = [kind for kind in Kind for _ in range(WEIGHTS.get(kind, 1))]
    busy = chance.sample(ids, min(3, len(ids)))
    links = [(one.id, member) for one in place.nodes for group in one.needs for member in group.of] or [(ids[0], ids[1])]
    few = chance.sample(links, min(2, len(links)))
    acts = [_act(chance, chance.choice(kinds), (*busy, *busy, *ids), few) for _ in range(chance.randint(6, 30))]
    return place, sorted(acts, key=lambda act: act.minute), chance.choice((90, 90, 90, chance.randint(0, 90)))


def _act(chance: Random, kind: Kind, ids: tuple[str, ...], links: list[tuple[str, str]]) -> Intervention:
    """Mostly on the nodes that stand first, twice; links are cut and restored in turns."""
    node_id, other = chance.choice(ids), chance.choice(CREWS)
    if kind in (Kind.CUT, Kind.RESTORE):
        node_id, other = chance.choice(links)
    return Intervention(
        minute=chance.randint(0, 60),
        kind=kind,
        node=node_id,
        other=other,
        amount=chance.choice((-3, 0, 1, 2, 5, 12, 100)),
        group=chance.choice((0, 0, 1, 2, 3)),
    )
