"""A country of municipalities that share suppliers can be asked, and answers as the single runs do."""

from __future__ import annotations

from functools import cache
from random import Random

from benchmarks.country import check, hit
from benchmarks.netherlands import MUNICIPALITIES, RESIDENTS, SEED, SHARES, country, municipal, sizes, supplier
from simulator.consequences.futures import futures
from simulator.consequences.futures.grounds import ground_of
from simulator.consequences.graph import Graph, compile_graph
from simulator.insight.falls import falls


@cache
def graph() -> Graph:
    return compile_graph(country())


def test_its_municipalities_are_of_realistic_sizes_and_the_same_each_time() -> None:
    found = sizes(Random(SEED), MUNICIPALITIES, RESIDENTS)
    assert (len(found), sum(found)) == (342, 18_000_000)
    assert found == sorted(found, reverse=True) == sizes(Random(SEED), MUNICIPALITIES, RESIDENTS)
    assert min(found) > 1_000
    assert 8 < found[0] / found[171] < 25


def test_futures_are_the_runs_when_a_supplier_of_many_falls_and_when_one_municipality_does() -> None:
    assert check(graph(), hit(supplier("cloud", 0))) > 5_000
    assert 10 < check(graph(), hit(municipal(100, "servers"))) < 200


def test_a_local_incident_touches_and_names_its_own_municipality_only() -> None:
    many = futures(graph(), hit(municipal(100, "servers")), 5, 1, compiled=False)
    assert {many.ids[number].split("-")[0] for number in many.nodes} == {"g00100"}
    (machine,) = ground_of(graph()).resting[False]
    futures(graph(), hit(municipal(7, "lijnen")), 5, 1, compiled=False)
    assert ground_of(graph()).resting[False] == [machine], "the whole country was copied for a question"


def test_the_market_leader_in_lines_costs_most_and_its_chains_lead_into_municipalities() -> None:
    suppliers = [supplier(kind, number) for kind, shares in SHARES.items() for number in range(len(shares))]
    first, second = falls(graph(), suppliers, within=24 * 60, top=2)
    assert (first.node, second.node) == ("telecom-a", "cloud-a")
    assert first.resident_hours > second.resident_hours
    assert len({down.node.split("-")[0] for down in first.takes_down}) > 100
    assert all(down.chain[0].node == "telecom-a" and down.chain[-1].node == down.node for down in first.takes_down)
