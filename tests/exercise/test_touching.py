"""Which decisions can touch something, and the same decision at another moment."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.consequences.interventions import Intervention
from simulator.exercise import commands as c
from simulator.exercise.evolve import evolve
from simulator.exercise.rehearsal import rehearse
from simulator.exercise.replay import decision_points, interventions_with, moved, replays, room_after, room_before
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.exercise.touching import only, options_played, touching
from simulator.scenario.library import find_script, library
from simulator.scenario.load import load_scenario, load_script
from simulator.scenario.model import Inject, Option
from tests.exercise.builders import SCENARIO, Play, setting, started
from tests.exercise.test_laws import SMALL, plays

SHIPPED = [(entry.path, name) for entry in library() for name in ("voorbeeldig", "typisch")]


def has_effects(bearer: Inject | Option) -> bool:
    return bool(bearer.effects)


@given(st.data())
@settings(max_examples=4, deadline=None)
@pytest.mark.parametrize(("path", "name"), SHIPPED)
def test_decisions_that_touch_nothing_make_no_difference_in_any_company(path: object, name: str, data: st.DataObject) -> None:
    loaded = load_scenario(path)  # type: ignore[arg-type]
    shipped = Setting(scenario=loaded.scenario, landscape=loaded.landscape, seed=1)
    happened = rehearse(shipped, load_script(find_script(loaded.folder, name), loaded.scenario, loaded.landscape))
    state = State()
    for each in happened:
        state = evolve(state, each)
    touched = touching(shipped, has_effects, options_played(shipped, state.records.values()))
    points = sorted(point.id for point in decision_points(happened))
    kept = frozenset(data.draw(st.lists(st.sampled_from(points), unique=True)))
    alone = interventions_with(only(shipped, touched), happened, kept & touched.decisions)
    assert interventions_with(shipped, happened, kept) == alone
    assert set(points) - touched.decisions, "then nothing was tested"


def test_what_an_option_that_nobody_chose_would_do_counts_only_for_what_could_be() -> None:
    play = started(SMALL, 20)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    chosen = options_played(SMALL, play.state.records.values())
    assert [option.id for option in chosen["afsluiten"]] == ["noodprocedure", "niets"]
    quiet = setting(decisions=[{**SCENARIO["decisions"][0], "default": None}])
    assert touching(quiet, has_effects).decisions == {"afsluiten"}
    assert touching(quiet, has_effects, {"afsluiten": ()}).decisions == set()


def test_what_hangs_on_a_node_hangs_on_chance() -> None:
    injects = [
        *SCENARIO["injects"],
        {**SCENARIO["injects"][1], "id": "later", "when": {"node": {"node": "bank", "state": "down"}}, "costs": ["inhuur"]},
    ]
    unsure = setting(injects=injects)
    assert touching(unsure, lambda bearer: "inhuur" in bearer.costs).by_chance
    assert not touching(SMALL, lambda bearer: "inhuur" in bearer.costs).by_chance


@given(plays)
@settings(max_examples=25, deadline=None)
def test_replaying_many_sets_at_once_is_replaying_each(play: Play) -> None:
    points = [point.id for point in decision_points(play.stamped)]
    wanted = [frozenset(points[:size]) for size in range(len(points) + 1)]
    together = {kept: state.interventions for kept, state in replays(SMALL, play.stamped, [*wanted, *wanted])}
    assert set(together) == set(wanted)
    for kept in wanted:
        ((_, alone),) = replays(SMALL, play.stamped, [kept])
        assert together[kept] == alone.interventions


def effects_of(play: Play, shift: int) -> list[tuple[int, str]]:
    (point,) = decision_points(play.stamped)
    happened = moved(play.stamped, point, shift)
    found: tuple[Intervention, ...] = interventions_with(SMALL, happened, frozenset({point.id}))
    return [(each.minute, each.kind.value) for each in found]


@pytest.mark.parametrize(("shift", "minute"), [(0, 20), (-5, 15), (-60, 10), (12, 32), (60, 39)])
def test_a_decision_moves_within_the_time_that_it_was_open(shift: int, minute: int) -> None:
    play = started(SMALL, 20)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    play.until(300)
    assert effects_of(play, shift) == [(10, "hit"), (minute, "start_fallback")]


def test_own_words_move_anywhere_within_the_exercise() -> None:
    play = started(SMALL, 20)
    play.do(c.Decide(words="De bank eraf", effect="isolate", target="bank"))
    play.until(100)
    play.do(c.End())
    (point,) = decision_points(play.stamped)
    assert (room_before(play.stamped, point), room_after(play.stamped, point)) == (20, 80)
    assert (0, "isolate") in effects_of(play, -60)


def test_a_decision_that_was_withdrawn_moves_with_its_withdrawal() -> None:
    play = started(SMALL, 20)
    play.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    play.until(30)
    play.do(c.WithdrawDecision(record=next(iter(play.state.records)), reason="toch niet"))
    play.until(300)
    assert [minute for minute, kind in effects_of(play, -5) if "fallback" in kind] == [15, 25]
