"""Small landscapes, written down in a line a node."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from simulator.scenario.landscape import Landscape


def span(minutes: int | tuple[int, int, int]) -> dict[str, int]:
    """A range of durations; one number stands for a certain one."""
    low, likely, high = (minutes, minutes, minutes) if isinstance(minutes, int) else minutes
    return {"min": low, "likely": likely, "max": high}


def need(*of: str, at_least: int | None = None, enough: int = 50, buffer: int = 0, loss: int = 100) -> dict[str, Any]:
    """A requirement group."""
    return {"of": of, "at_least": at_least, "enough": enough, "buffer": buffer, "loss": loss}


def fallback(level: int, *, setup: int = 1, keep: int = 10_000, automatic: bool = False, cost: int = 0) -> dict[str, Any]:
    """An emergency procedure."""
    return {"level": level, "setup": setup, "keep": keep, "automatic": automatic, "cost_per_hour": cost}


def repair(
    work: int | tuple[int, int, int], *, crew: str | None = None, needs: Iterable[str] = (), backup: str | None = None
) -> dict[str, Any]:
    """What mends a node."""
    return {"work": span(work), "crew": crew, "needs": tuple(needs), "backup": backup}


def limit(minutes: int, basis: str = "besluit") -> dict[str, Any]:
    """A limit in time, and who set it."""
    return {"time": minutes, "basis": basis}


def node(id_: str, *needs: dict[str, Any] | str, **rest: Any) -> dict[str, Any]:
    """A node; a need given as an id is a hard one without a buffer."""
    groups = tuple(need(one) if isinstance(one, str) else one for one in needs)
    return {"id": id_, "name": id_.capitalize(), "kind": "process", "needs": groups, **rest}


def reach(source: str, target: str, delay: int | tuple[int, int, int]) -> dict[str, Any]:
    """An edge along which an attack spreads."""
    return {"from": source, "to": target, "delay": span(delay)}


def landscape(*nodes: dict[str, Any], crews: dict[str, int] | None = None, **rest: Any) -> Landscape:
    """A landscape of these nodes; `crews` gives how many of each there are."""
    written = {
        "id": "proefgemeente",
        "title": "Proefgemeente",
        "residents": 1000,
        "nodes": nodes,
        "crews": [{"id": id_, "name": id_.capitalize(), "count": count} for id_, count in (crews or {}).items()],
        **rest,
    }
    return Landscape.model_validate(written)
