"""What can be asked for, and numbers that fit: 64 bits hold every sum."""

from __future__ import annotations

from simulator.consequences.graph import Graph
from simulator.consequences.interventions import Intervention
from simulator.errors import CommandRefused, UsageWrong

LATEST = 1 << 26
"""Minutes; more than a century."""
LARGEST = 1 << 62


def check(
    graph: Graph, acts: tuple[Intervention, ...], *, n: int, first: int, threads: int, until: int, size: int | None
) -> None:
    """Refuse, in words, what cannot be computed or would not fit."""
    if n < 1:
        raise UsageWrong(f"U vroeg om {n} toekomsten. Vraag er minstens 1.")
    if first < 0 or first + n > LARGEST:
        raise UsageWrong(f"Trekking {first} bestaat niet. Begin bij 0 of later.")
    if threads < 1 or (size is not None and size < 1):
        raise UsageWrong("Rekenen kan met minstens 1 rekendraad en in stukken van minstens 1 toekomst.")
    if not 0 <= until < LATEST or any(act.minute <= -LATEST for act in acts):
        raise UsageWrong(f"Doorrekenen kan van minuut 0 tot minuut {LATEST - 1}. U vroeg om minuut {until}.")
    if 100 * until * n >= LARGEST:
        raise UsageWrong(f"U vroeg om {n} toekomsten. Dat zijn er te veel om op te tellen; vraag er minder.")
    if _most(graph, until) >= LARGEST:
        raise CommandRefused(
            "De aantallen inwoners of de kosten in dit landschap zijn te groot om mee te rekenen. "
            "Kijk na of er geen nullen te veel staan bij residents of cost_per_hour."
        )


_latest: list[tuple[Graph, int]] = []


def _most(graph: Graph, until: int) -> int:
    """The largest figure that one draw can give. Counted once for many questions about the same graph."""
    latest = _latest[:]
    if not latest or latest[0][0] is not graph:
        residents = sum(node.residents for node in graph.nodes)
        cost = sum(node.cost_per_hour + (node.fallback.cost_per_hour if node.fallback else 0) for node in graph.nodes)
        latest = _latest[:] = [(graph, max(residents, cost))]
    return 100 * max(1, until) * latest[0][1]
