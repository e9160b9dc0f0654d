"""Where better means better: and examples of where it does not."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.trajectory import Trajectory
from simulator.scenario.landscape import Landscape, Node
from tests.builders import fallback, landscape, need, node, repair
from tests.consequences.acting import act, levels, play
from tests.consequences.strategies import LAST, histories, landscapes

law = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def changed(place: Landscape, **update: Any) -> Landscape:
    """The landscape with each node changed by the functions given."""
    return place.model_copy(
        update={"nodes": tuple(one.model_copy(update={key: f(one) for key, f in update.items()}) for one in place.nodes)}
    )


def gentle(place: Landscape) -> Landscape:
    """Without crews, spread and fallbacks."""

    def crewless(one: Node) -> object:
        return one.repair and one.repair.model_copy(update={"crew": None})

    plain = changed(place, repair=crewless, fallback=lambda _: None)
    return plain.model_copy(update={"reaches": (), "forensics": False})


def once_each(acts: list[Intervention]) -> list[Intervention]:
    """At most one hit a node."""
    return sorted({one.node: one for one in reversed(acts)}.values(), key=lambda one: one.minute)


def never_lower(better: Trajectory, worse: Trajectory) -> bool:
    """No node is ever worse off in `better`."""
    return all(
        better.level_at(id_, minute) >= worse.level_at(id_, minute) for id_ in better.graph.ids for minute in range(better.until)
    )


@law
@given(landscapes().map(gentle), histories((Kind.HIT,)), st.integers(1, 5))
def test_longer_buffers_never_lower_a_level(place: Landscape, acts: list[Intervention], more: int) -> None:
    def needs(one: Node) -> object:
        return tuple(group.model_copy(update={"buffer": group.buffer + more * (n % 2)}) for n, group in enumerate(one.needs, 1))

    hits = once_each(acts)
    assert never_lower(play(changed(place, needs=needs), *hits, until=LAST), play(place, *hits, until=LAST))


@law
@given(landscapes().map(gentle), histories((Kind.HIT,)), st.integers(0, 13))
def test_fewer_hits_never_lower_a_level(place: Landscape, acts: list[Intervention], without: int) -> None:
    hits = once_each(acts)
    assert never_lower(play(place, *hits[:without], *hits[without + 1 :], until=LAST), play(place, *hits, until=LAST))


@law
@given(landscapes().map(gentle), histories((Kind.HIT,)), st.integers(2, 4))
def test_shorter_repairs_never_lower_a_level(place: Landscape, acts: list[Intervention], factor: int) -> None:
    def slower(one: Node) -> object:
        if one.repair is None:
            return None
        work = {key: minutes * factor for key, minutes in one.repair.work.model_dump().items()}
        return one.repair.model_copy(update={"work": one.repair.work.model_copy(update=work)})

    hits = once_each(acts)
    assert never_lower(play(place, *hits, until=LAST), play(changed(place, repair=slower), *hits, until=LAST))


@law
@given(landscapes().map(gentle), histories((Kind.HIT,)), st.integers(1, 9))
def test_later_hits_never_lower_a_level_where_nothing_is_repaired(place: Landscape, acts: list[Intervention], later: int) -> None:
    place, hits = changed(place, repair=lambda _: None), once_each(acts)
    moved = [act(one.minute + later * (n % 2), "hit", one.node) for n, one in enumerate(hits)]
    assert never_lower(play(place, *moved, until=LAST), play(place, *hits, until=LAST))


def test_where_things_are_repaired_a_later_hit_can_lower_a_level() -> None:
    place = landscape(node("brp", repair=repair(30)))
    assert levels(play(place, act(0, "hit", "brp")), "brp", 40) == [100]
    assert levels(play(place, act(20, "hit", "brp")), "brp", 40) == [0]


def test_with_an_automatic_fallback_a_longer_buffer_can_lower_a_level() -> None:
    def place(buffer: int) -> Landscape:
        return landscape(
            node("stroom"),
            node("brp", need("stroom", buffer=buffer), fallback=fallback(60, keep=60, automatic=True)),
            node("paspoorten", "brp"),
        )

    short, long = (play(place(buffer), act(0, "hit", "stroom")) for buffer in (0, 30))
    assert levels(short, "paspoorten", 30) == [100]
    assert levels(long, "paspoorten", 30) == [0]


def test_with_one_crew_a_shorter_repair_can_lower_a_level() -> None:
    def place(work: int) -> Landscape:
        return landscape(
            node("a", repair=repair(work, crew="ict")),
            node("b", repair=repair(50, crew="ict", needs=["svb"])),
            node("c", repair=repair(40, crew="ict")),
            node("svb", repair=repair(20)),
            crews={"ict": 1},
        )

    hits = [act(0, "hit", id_) for id_ in ("a", "svb", "b", "c")]
    assert levels(play(place(22), *hits), "b", 75) == [100]
    assert levels(play(place(15), *hits), "b", 75) == [0]
