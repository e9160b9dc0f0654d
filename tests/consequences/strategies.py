"""Random landscapes with everything in them, small and crowded so that much coincides."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from simulator.consequences.interventions import Intervention, Kind
from simulator.scenario.landscape import Landscape
from tests.builders import fallback, landscape, need, node, reach, repair

IDS = ("balie", "brp", "mail", "netwerk", "stroom", "svb")
CREWS = ("ict", "leverancier")
LAST = 60
"""Minutes that a random run takes."""


def minutes(low: int, high: int) -> st.SearchStrategy[int]:
    """A small duration."""
    return st.integers(low, high)


@st.composite
def spans(draw: st.DrawFn, high: int = 8) -> tuple[int, int, int]:
    """A range of durations, in order."""
    return tuple(sorted(draw(st.tuples(minutes(1, high), minutes(1, high), minutes(1, high)))))  # type: ignore[return-value]


@st.composite
def needs(draw: st.DrawFn, ids: tuple[str, ...]) -> dict[str, Any]:
    """A requirement group among these nodes, the node itself included."""
    of = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
    return need(
        *of,
        at_least=draw(st.none() | st.integers(1, len(of))),
        enough=draw(st.sampled_from((1, 30, 50, 60, 100))),
        buffer=draw(st.sampled_from((0, 0, 1, 3, 7))),
        loss=draw(st.sampled_from((100, 100, 30, 60))),
    )


@st.composite
def repairs(draw: st.DrawFn, ids: tuple[str, ...]) -> dict[str, Any]:
    """A repair, perhaps by a crew, perhaps with needs and a back-up."""
    return repair(
        draw(spans()),
        crew=draw(st.none() | st.sampled_from(CREWS)),
        needs=draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)),
        backup=draw(st.none() | st.sampled_from(ids)),
    )


@st.composite
def fallbacks(draw: st.DrawFn) -> dict[str, Any]:
    """An emergency procedure."""
    level = draw(st.sampled_from((40, 60, 100)))
    return fallback(level, setup=draw(minutes(1, 6)), keep=draw(minutes(1, 15)), automatic=draw(st.booleans()), cost=7)


@st.composite
def nodes(draw: st.DrawFn, id_: str, ids: tuple[str, ...]) -> dict[str, Any]:
    """A node with everything that it may have."""
    return node(
        id_,
        *draw(st.lists(needs(ids), max_size=3)),
        restart=draw(minutes(1, 6)),
        repair=draw(st.none() | repairs(ids)),
        fallback=draw(st.none() | fallbacks()),
    )


@st.composite
def landscapes(draw: st.DrawFn) -> Landscape:
    """A landscape with everything that it may have."""
    ids = IDS[: draw(st.integers(2, len(IDS)))]
    edges = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids), spans()), max_size=4))
    return landscape(
        *(draw(nodes(id_, ids)) for id_ in ids),
        crews={crew: draw(st.integers(0, 2)) for crew in CREWS},
        reaches=[reach(*edge) for edge in edges],
        forensics=draw(st.booleans()),
        lost_backup_factor=draw(st.integers(1, 3)),
    )


KINDS = (*Kind, Kind.HIT, Kind.HIT, Kind.HIT, Kind.CLEAR, Kind.RECONNECT)


@st.composite
def interventions(draw: st.DrawFn, kinds: tuple[Kind, ...] = KINDS) -> Intervention:
    """Anything, at any time, whether it makes sense or not."""
    kind = draw(st.sampled_from(kinds))
    return Intervention(
        minute=draw(st.integers(0, LAST - 15)),
        kind=kind,
        id=f"besluit-{draw(st.integers(0, 10**6))}",
        node=draw(st.sampled_from(IDS)),
        other=draw(st.sampled_from(CREWS if kind is Kind.ADD_CREW else IDS)),
        amount=draw(st.sampled_from((0, 1, 2, 5, 12, 100))),
        group=draw(st.integers(0, 3)),
    )


def histories(kinds: tuple[Kind, ...] = KINDS, most: int = 14) -> st.SearchStrategy[list[Intervention]]:
    """Interventions in order of minute."""
    return st.lists(interventions(kinds), max_size=most).map(lambda acts: sorted(acts, key=lambda act: act.minute))
