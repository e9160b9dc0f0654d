"""Limits of a landscape that nobody has set."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.checks.parts import Parts
from simulator.scenario.landscape import Basis, NodeKind
from simulator.scenario.mistakes import Mistake, listed


def every_process_has_limits(parts: Parts) -> Iterator[Mistake]:
    """Each process says how long it may be out; one remark for all that do not."""
    missing = [node.id for _, node in parts.nodes if node.kind is NodeKind.PROCESS and (node.rto is None or node.mtd is None)]
    if missing:
        message = f"{len(missing)} processen hebben geen rto of mtd: {listed(missing)}."
        yield Mistake(route=("nodes",), message=message, mend="Vraag de proceseigenaar hoe lang het uit mag zijn.", warning=True)


def every_limit_is_decided(parts: Parts) -> Iterator[Mistake]:
    """One remark that counts the limits that are only an example of ours."""
    limits = [limit for _, node in parts.nodes for limit in (node.rto, node.mtd) if limit]
    examples = sum(limit.basis is Basis.VOORBEELD for limit in limits)
    if examples:
        message = f"{examples} van de {len(limits)} grenzen zijn voorbeeldwaarden, niet door uw gemeente vastgesteld."
        mend = "Zet basis: besluit of inschatting bij grenzen die van uzelf zijn."
        yield Mistake(route=("nodes",), message=message, mend=mend, warning=True)


def every_target_lies_within_the_limit(parts: Parts) -> Iterator[Mistake]:
    """The target for recovery is not later than the limit."""
    for index, node in parts.nodes:
        if node.rto and node.mtd and node.rto.time > node.mtd.time:
            message = "de streeftijd (rto) is langer dan de uiterste grens (mtd)."
            yield Mistake(route=("nodes", index, "rto"), message=message, mend="Maak rto korter of mtd langer.", warning=True)


def what_can_be_hit_can_be_mended(parts: Parts) -> Iterator[Mistake]:
    """An attack spreads only to nodes that come back."""
    for index, reach in parts.reaches:
        node = parts.node(reach.to)
        if node and node.repair is None:
            message = f"onderdeel {reach.to} heeft geen repair en komt na een treffer nooit terug."
            yield Mistake(route=("reaches", index, "to"), message=message, mend="Voeg repair toe.", warning=True)
