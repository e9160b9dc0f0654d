"""Crowded random landscapes by number: where hypothesis starts simple, these have everything at once."""

from __future__ import annotations

from random import Random
from typing import Any

from simulator.consequences.interventions import Intervention, Kind
from simulator.scenario.landscape import Landscape
from tests.builders import fallback, landscape, need, node, reach, repair
from tests.consequences.strategies import CREWS, IDS, KINDS, LAST


def dense_landscape(chance: Random) -> Landscape:
    """Six nodes, nearly each with soft and hard groups, repair and fallback."""
    return landscape(
        *(_node(chance, id_) for id_ in IDS),
        crews={crew: chance.choice((0, 1, 1, 2)) for crew in CREWS},
        reaches=[reach(chance.choice(IDS), chance.choice(IDS), _span(chance)) for _ in range(chance.randint(0, 4))],
        forensics=chance.random() < 0.2,
        lost_backup_factor=chance.randint(1, 3),
    )


def dense_history(chance: Random) -> list[Intervention]:
    """Ten to thirty interventions, in order of minute; most nodes are hit, and often again."""
    kinds = (*KINDS, *[Kind.HIT] * chance.choice((0, 5, 20)), *[Kind.CLEAR] * 3)
    acts = [_act(chance, chance.choice(kinds), number) for number in range(chance.randint(10, 30))]
    return sorted(acts, key=lambda act: act.minute)


def _span(chance: Random) -> tuple[int, int, int]:
    low, likely, high = sorted(chance.randint(1, 8) for _ in range(3))
    return low, likely, high


def _node(chance: Random, id_: str) -> dict[str, Any]:
    setup, keep = chance.randint(1, 6), chance.randint(1, 15)
    plan = fallback(chance.choice((40, 60)), setup=setup, keep=keep, automatic=chance.random() < 0.5)
    return node(
        id_,
        *(_need(chance) for _ in range(chance.choice((0, 1, 1, 2, 3)))),
        restart=chance.randint(1, 6),
        repair=_repair(chance) if chance.random() < 0.9 else None,
        fallback=plan if chance.random() < 0.5 else None,
    )


def _need(chance: Random) -> dict[str, Any]:
    of = chance.sample(IDS, chance.randint(1, 3))
    return need(
        *of,
        at_least=chance.choice((None, 1, len(of))),
        enough=chance.choice((1, 30, 50, 60, 100)),
        buffer=chance.choice((0, 0, 2, 5, 9)),
        loss=chance.choice((100, 30, 40, 60)),
    )


def _repair(chance: Random) -> dict[str, Any]:
    needs = chance.sample(IDS, chance.choice((0, 0, 1, 2)))
    return repair(_span(chance), crew=chance.choice((None, *CREWS)), needs=needs, backup=chance.choice((None, *IDS)))


def _act(chance: Random, kind: Kind, number: int) -> Intervention:
    return Intervention(
        minute=chance.randint(0, LAST - 15),
        kind=kind,
        id=f"besluit-{number}",
        node=chance.choice(IDS),
        other=chance.choice(CREWS if kind is Kind.ADD_CREW else IDS),
        amount=chance.choice((0, 1, 2, 5, 12)),
        group=chance.randint(0, 3),
    )
