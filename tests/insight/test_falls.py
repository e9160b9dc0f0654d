"""Which outage costs most: the ranking is that of the runs themselves, and every chain leads back to what was hit."""

from __future__ import annotations

from itertools import pairwise

import pytest

from simulator.consequences.draws import draw
from simulator.consequences.graph import compile_graph
from simulator.consequences.harm import harm, percent_minutes
from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.likely import at_likely
from simulator.consequences.run import run
from simulator.errors import NotFound, UsageWrong
from simulator.insight.falls import Fall, falls
from simulator.scenario.landscape import Landscape, NodeKind
from simulator.scenario.library import shipped
from simulator.scenario.load import load_landscape
from tests.builders import landscape, limit, need, node, reach, repair

HOUR, DAY = 60, 24 * 60


def town() -> Landscape:
    """Two suppliers, a network and what leans on them."""
    return landscape(
        node("stroom", kind="utility", repair=repair((60, 120, 600))),
        node("wolk", kind="supplier", repair=repair((60, 240, 900)), restart=60),
        node("netwerk", need("stroom", buffer=30), kind="ict", repair=repair((60, 60, 60)), cost_per_hour=100),
        node("burgerzaken", "netwerk", "wolk", residents=900, mtd=limit(60)),
        node("paspoorten", "burgerzaken", residents=50),
        node("post", "netwerk", residents=10, repair=repair(90)),
        node("afscheid", need("burgerzaken", buffer=20 * HOUR), kind="effect", residents=7),
        reaches=[reach("netwerk", "post", (5, 10, 90))],
    )


def of(found: tuple[Fall, ...], id_: str) -> Fall:
    return next(fall for fall in found if fall.node == id_)


def test_the_costliest_fall_comes_first_and_costs_what_the_run_costs() -> None:
    place = load_landscape(shipped() / "landscapes" / "vlierwolde.yaml")
    graph = at_likely(compile_graph(place))
    found = falls(place, within=DAY, top=100)
    costs = {}
    for one in found:
        course = run(graph, [Intervention(minute=0, kind=Kind.HIT, node=one.node)], draw(graph, 99), until=DAY)
        outcome = harm(graph, course)
        assert (one.resident_hours, one.resident_hours_beyond_limit, one.cost) == (
            outcome.resident_hours,
            outcome.resident_hours_beyond_limit,
            outcome.cost,
        )
        costs[one.node] = percent_minutes(graph, course)[0]
    assert list(costs.values()) == sorted(costs.values(), reverse=True)
    assert set(costs) == {each.id for each in place.nodes if each.kind is not NodeKind.EFFECT}
    assert falls(place, within=DAY, top=3) == found[:3]


def test_every_chain_leads_from_what_was_hit_to_what_falls_and_each_step_needs_the_one_before() -> None:
    place = load_landscape(shipped() / "landscapes" / "vlierwolde.yaml")
    needs = {each.id: {member for group in each.needs for member in group.of} for each in place.nodes}
    spreads = {(each.from_, each.to) for each in place.reaches}
    found = falls(place, within=3 * DAY, top=100)
    assert sum(len(fall.takes_down) for fall in found) > 100
    for fall in found:
        for down in fall.takes_down:
            assert (down.chain[0].node, down.chain[-1].node) == (fall.node, down.node)
            for one, other in pairwise(down.chain):
                assert (one.node, other.node) in spreads if other.spread else one.node in needs[other.node]
                assert one.minute <= other.minute


def test_the_shortest_of_several_chains_is_told() -> None:
    place = landscape(
        node("stroom", kind="utility", residents=1),
        node("netwerk", "stroom", kind="ict"),
        node("loket", need("netwerk", loss=40), need("stroom", buffer=60, loss=60)),
    )
    (fall,) = falls(place, ["stroom"], within=DAY)
    (down,) = fall.takes_down
    assert [step.node for step in down.chain] == ["stroom", "loket"]
    assert (down.minute, down.level) == (0, 0)
    assert down.chain[-1].minute == 60


def test_a_supplier_takes_down_what_leans_on_it_and_nothing_else() -> None:
    wolk = of(falls(town(), within=DAY), "wolk")
    assert [down.node for down in wolk.takes_down] == ["burgerzaken", "paspoorten"]
    # 240 minutes of work, 60 to restart, and a minute for each that restarts after it.
    assert wolk.resident_hours == round((900 * 301 + 50 * 302) / 60)
    assert wolk.resident_hours_beyond_limit == round(900 * 241 / 60)
    assert wolk.fallen == 3


def test_what_the_attack_goes_on_to_is_told_apart_from_what_only_leans_on_it() -> None:
    netwerk = of(falls(town(), within=DAY), "netwerk")
    ways = {down.node: down.chain[-1].spread for down in netwerk.takes_down}
    assert ways == {"burgerzaken": False, "paspoorten": False, "post": False}
    plain = landscape(
        node("mail", kind="ict", repair=repair(30)),
        node("zaken", residents=5, repair=repair(60)),
        reaches=[reach("mail", "zaken", 15)],
    )
    (fall,) = falls(plain, ["mail"], within=DAY)
    (down,) = fall.takes_down
    assert (down.chain[-1].spread, down.minute, down.resident_hours) == (True, 15, 5)


def test_only_what_was_asked_for_is_tried_and_a_longer_time_never_costs_less() -> None:
    assert {fall.node for fall in falls(town(), ["wolk", "stroom"], within=HOUR)} == {"wolk", "stroom"}
    short, long = ({fall.node: fall.resident_hours for fall in falls(town(), within=within)} for within in (HOUR, DAY))
    assert all(short[id_] <= long[id_] for id_ in short)
    assert "afscheid" not in long, "an effect falls by nothing of its own"


def test_an_investigation_or_chance_does_not_enter() -> None:
    careful = town().model_copy(update={"forensics": True})
    assert falls(careful, within=DAY) == falls(town(), within=DAY)


@pytest.mark.parametrize(("asked", "message"), [({"within": 0}, "minstens 1 minuut"), ({"within": DAY, "top": 0}, "minstens 1")])
def test_no_time_and_no_number_are_refused_in_words(asked: dict[str, int], message: str) -> None:
    with pytest.raises(UsageWrong, match=message):
        falls(town(), **asked)  # type: ignore[arg-type]


def test_a_node_that_is_not_there_is_named() -> None:
    with pytest.raises(NotFound, match="'wolken' staat niet in dit landschap"):
        falls(town(), ["wolken"], within=DAY)
