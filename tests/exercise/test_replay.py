"""The same exercise with only some of its decisions."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import settings as with_settings

from simulator.consequences.interventions import Kind
from simulator.exercise import commands as c
from simulator.exercise.rehearsal import forecast, rehearse
from simulator.exercise.replay import decision_points, interventions_with
from simulator.exercise.scheduled import scheduled_interventions
from simulator.exercise.setting import Setting
from simulator.scenario.library import find_script, library
from simulator.scenario.load import load_scenario, load_script
from tests.exercise.builders import Play, setting, started
from tests.exercise.test_laws import SMALL, play_of, plays

ALL_SHIPPED = [(entry.path, name) for entry in library() for name in ("voorbeeldig", "typisch", "afwachtend")]


def all_points(play: Play) -> frozenset[str]:
    return frozenset(point.id for point in decision_points(play.stamped))


REVISED = [
    (0, c.Decide(decision="afsluiten", option="noodprocedure")),
    (0, c.Decide(decision="afsluiten", option="niets")),
]


@given(plays)
@example(play_of(REVISED))
@with_settings(max_examples=60, deadline=None)
def test_with_every_decision_it_is_what_was_played(play: Play) -> None:
    done = (*play.state.interventions, *scheduled_interventions(SMALL, play.state))
    assert interventions_with(SMALL, play.stamped, all_points(play)) == done


@pytest.mark.parametrize(("path", "name"), ALL_SHIPPED)
def test_with_every_decision_a_shipped_rehearsal_is_what_was_played(path: object, name: str) -> None:
    from simulator.exercise.evolve import evolve
    from simulator.exercise.state import State

    loaded = load_scenario(path)  # type: ignore[arg-type]
    shipped = Setting(scenario=loaded.scenario, landscape=loaded.landscape, seed=1)
    script = load_script(find_script(loaded.folder, name), loaded.scenario, loaded.landscape)
    stamped = rehearse(shipped, script)
    state = State()
    for each in stamped:
        state = evolve(state, each)
    kept = frozenset(point.id for point in decision_points(stamped))
    assert interventions_with(shipped, stamped, kept) == (*state.interventions, *scheduled_interventions(shipped, state))


def test_without_any_decision_it_is_the_forecast() -> None:
    play = started(SMALL, 20)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    play.until(SMALL.horizon)
    nobody = [stamped.event for stamped in forecast(SMALL)]
    expected = [event.id for event in nobody if type(event).__name__ == "Intervened"]
    assert [each.id for each in interventions_with(SMALL, play.stamped, frozenset())] == expected


def test_a_point_that_is_left_out_gets_its_default_at_its_deadline() -> None:
    play = started(SMALL, 20)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    play.until(300)
    without = interventions_with(SMALL, play.stamped, frozenset())
    assert [(each.minute, each.kind, each.node) for each in without] == [
        (10, Kind.HIT, "netwerk"),
        (40, Kind.ISOLATE, "bank"),
    ]


def test_what_the_oefenleider_did_by_hand_stays() -> None:
    play = started(SMALL, 20)
    play.do(c.SetNode(node="bank", up=False, reason="klopt niet"))
    assert Kind.SET in {each.kind for each in interventions_with(SMALL, play.stamped, frozenset())}


def test_a_decision_whose_dilemma_would_not_have_come_up_drops_out() -> None:
    follow_up = {
        "id": "vervolg",
        "title": "Vervolg",
        "text": "En nu?",
        "to": ["ciso"],
        "mandate": {"decides": ["ciso"]},
        "when": {"taken": {"decision": "afsluiten", "option": "noodprocedure"}},
        "options": [
            {"id": "los", "text": "Bank los", "effects": [{"isolate": ["bank"]}]},
            {"id": "vast", "text": "Niets"},
        ],
    }
    from tests.exercise.builders import SCENARIO

    chained = setting(decisions=[*SCENARIO["decisions"], follow_up])
    play = started(chained, 20)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    play.do(c.Decide(decision="vervolg", option="los"))
    play.until(300)
    kept = interventions_with(chained, play.stamped, frozenset({"afsluiten", "vervolg"}))
    assert "record:b2/0/0" in {each.id for each in kept}
    alone = interventions_with(chained, play.stamped, frozenset({"vervolg"}))
    assert "record:b2/0/0" not in {each.id for each in alone}
