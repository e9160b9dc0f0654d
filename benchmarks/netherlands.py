"""A country of municipalities that share suppliers: made up, from a fixed seed, of any size."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

import yaml

from simulator.scenario.landscape import Landscape

MUNICIPALITIES = 342
RESIDENTS = 18_000_000
MOST_RESIDENTS = 1_000_000_000
"""As many as a landscape may have."""
SPREAD_OF_SIZES = 0.95
"""Of the logarithm: the largest municipality is some fifteen times the middle one."""
CENTRES = 30
"""Service centres that run the computers of several municipalities."""
POWER_REGIONS = 12
SEED = 342
HOUR, DAY = 60, 24 * 60
TEMPLATE = Path(__file__).with_name("municipality.yaml")

SHARES: dict[str, tuple[float, ...]] = {
    "cloud": (0.5, 0.3, 0.2),
    "telecom": (0.45, 0.35, 0.2),
    "burgerzakenpakket": (0.55, 0.35, 0.1),
    "uitkeringspakket": (0.5, 0.35, 0.15),
    "belastingpakket": (0.4, 0.3, 0.2, 0.1),
    "zaakpakket": (0.35, 0.3, 0.2, 0.15),
    "financieel-pakket": (0.45, 0.35, 0.2),
    "hosting": (0.4, 0.25, 0.15, 0.1, 0.1),
    "bank": (0.6, 0.4),
}
"""What part of the municipalities each supplier serves."""
ON_CLOUD = {"burgerzakenpakket": 0, "uitkeringspakket": 30, "belastingpakket": 120, "zaakpakket": 0, "hosting": 30}
"""Suppliers that run on somebody else's computers themselves, and the minutes that they carry on without."""
NATIONAL = ("rvig", "rdw", "bkwi", "digid")
PLACES = {"eigen": 0.3, "centrum": 0.4, "cloud": 0.3}
"""Where the servers of a municipality stand."""

Written = dict[str, Any]


def country(copies: int = 1) -> Landscape:
    """342 municipalities of 39 nodes, or so many times as many that share the same suppliers."""
    chance = Random(SEED)
    residents = min(RESIDENTS * copies, MOST_RESIDENTS)
    regions, centres = POWER_REGIONS * copies, CENTRES * copies
    nodes = [_node(_power(number), "utility", work=(HOUR, 3 * HOUR, 8 * HOUR)) for number in range(regions)]
    nodes += [_supplier(chance, kind, number) for kind, shares in SHARES.items() for number in range(len(shares))]
    nodes += [_node(name, "supplier", restart=HOUR, work=(2 * HOUR, 6 * HOUR, DAY)) for name in NATIONAL]
    nodes += [_service_centre(chance, number, regions) for number in range(centres)]
    crews: list[Written] = []
    reaches: list[Written] = []
    template = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))
    for number, size in enumerate(sizes(chance, MUNICIPALITIES * copies, residents)):
        outside = _outside(chance, regions, centres)
        for kind in ("ict", "process", "effect"):
            nodes += [_own(row, kind, number, size, outside) for row in template[kind]]
        crews.append({"id": municipal(number, "ict"), "name": "ICT-team", "count": 1 + min(size // 50_000, 9)})
        reaches += [_way(number, *ends) for ends in template["reaches"]]
    return Landscape.model_validate(
        {
            "id": "proefland",
            "title": "Proefland",
            "residents": residents,
            "nodes": nodes,
            "crews": crews,
            "reaches": reaches,
            "horizon": 7 * DAY,
        }
    )


def supplier(kind: str, number: int) -> str:
    """The id of a supplier; number 0 is the market leader."""
    return f"{kind}-{'abcdefgh'[number]}"


def municipal(number: int, what: str) -> str:
    """The id of a node of a municipality; number 0 is the largest."""
    return f"g{number:05}-{what}"


def sizes(chance: Random, count: int, residents: int) -> list[int]:
    """So many municipalities with so many residents together, the largest first: lognormal, as real ones about are."""
    weights = sorted((chance.lognormvariate(0, SPREAD_OF_SIZES) for _ in range(count)), reverse=True)
    whole = sum(weights)
    ends = [round(residents * part / whole) for part in accumulate(weights)]
    return [end - start for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def _node(id_: str, kind: str, *needs: Written, work: tuple[int, int, int] | None = None, crew: str = "", **rest: Any) -> Written:
    written = {"id": id_, "name": id_.replace("-", " ").capitalize(), "kind": kind, "needs": needs, **rest}
    if work:
        written["repair"] = {"work": dict(zip(("min", "likely", "max"), work, strict=True)), "crew": crew or None}
    return written


def _power(number: int) -> str:
    return f"stroom-{number:03}"


def _centre(number: int) -> str:
    return f"centrum-{number:04}"


def _drawn(chance: Random, kind: str) -> str:
    """One of the suppliers of a kind, as likely as its share of the market."""
    return supplier(kind, chance.choices(range(len(SHARES[kind])), SHARES[kind])[0])


def _supplier(chance: Random, kind: str, number: int) -> Written:
    needs = [{"of": [_drawn(chance, "cloud")], "buffer": ON_CLOUD[kind]}] if kind in ON_CLOUD else []
    return _node(supplier(kind, number), "supplier", *needs, restart=HOUR, work=(2 * HOUR, 8 * HOUR, 2 * DAY))


def _service_centre(chance: Random, number: int, regions: int) -> Written:
    power = {"of": [_power(chance.randrange(regions))], "buffer": 12 * HOUR}
    lines = {"of": sorted({_drawn(chance, "telecom"), _drawn(chance, "telecom")}), "at_least": 1}
    return _node(_centre(number), "supplier", power, lines, restart=2 * HOUR, work=(8 * HOUR, DAY, 4 * DAY))


def _outside(chance: Random, regions: int, centres: int) -> dict[str, str]:
    """What one municipality gets from elsewhere."""
    outside = {kind: _drawn(chance, kind) for kind in SHARES} | {name: name for name in NATIONAL}
    outside["stroom"] = _power(chance.randrange(regions))
    (place,) = chance.choices(list(PLACES), list(PLACES.values()))
    outside["plek"] = {"eigen": outside["stroom"], "centrum": _centre(chance.randrange(centres)), "cloud": outside["cloud"]}[
        place
    ]
    outside["post"] = outside["plek" if place == "eigen" else "cloud"]
    return outside


def _own(row: Written, kind: str, number: int, residents: int, outside: dict[str, str]) -> Written:
    """A node of a municipality, out of the template."""

    def named(name: str) -> str:
        return outside[name[1:]] if name[0] == "@" else municipal(number, name)

    needs = [{**need, "of": [named(name) for name in need["of"]]} for need in row["needs"]]
    rest: Written = {"restart": row["restart"]} if "restart" in row else {}
    if "fallback" in row:
        rest["fallback"] = {"level": row["fallback"], "setup": 4 * HOUR, "keep": 21 * DAY, "cost_per_hour": 20, "automatic": True}
    return _node(
        municipal(number, row["id"]),
        kind,
        *needs,
        work=row.get("work"),
        crew=municipal(number, "ict"),
        residents=residents * row.get("residents", 0) // 1000,
        mtd={"time": DAY} if kind != "ict" else None,
        **rest,
    )


def _way(number: int, source: str, target: str) -> Written:
    """How an attack goes on within the municipality."""
    delay = {"min": 10, "likely": HOUR, "max": 6 * HOUR}
    return {"from": municipal(number, source), "to": municipal(number, target), "delay": delay}
