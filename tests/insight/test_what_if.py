"""What if tells what the exercise's own rules then do, and says no more than it knows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.consequences.run import run
from simulator.consequences.uncertainty import REPAIR_FACTORS, with_repairs
from simulator.errors import CommandRefused, NotFound, UsageWrong
from simulator.exercise import commands as c
from simulator.exercise.events import DecisionOpened, Event, NodeChanged, Stamped
from simulator.exercise.evolve import evolve
from simulator.exercise.rehearsal import forecast, rehearse
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight.decisions import decisions
from simulator.insight.harm import HarmFigures, harm_of
from simulator.insight.what_if import Judged, Shift, WhatIf, foresee, over_futures, what_if
from simulator.insight.what_if import wording as told
from simulator.insight.what_if.known import agreeing, known
from simulator.scenario.library import find_scenario, find_script
from simulator.scenario.load import load_scenario, load_script
from simulator.scenario.script import Decide, Script, Step
from tests.exercise.builders import Play
from tests.insight.lucky import CERTAIN, SCENARIO, lucky, played

SCRIPTS = ("voorbeeldig", "typisch", "afwachtend")


@cache
def loaded(name: str) -> tuple[Setting, Script]:
    scenario = load_scenario(find_scenario("alles-op-slot"))
    script = load_script(find_script(scenario.folder, name), scenario.scenario, scenario.landscape)
    return Setting(scenario=scenario.scenario, landscape=scenario.landscape, seed=script.seed), script


@cache
def events(name: str) -> tuple[Stamped, ...]:
    return rehearse(*loaded(name))


def up_to(name: str, minute: int) -> tuple[State, tuple[Stamped, ...]]:
    """As the console has it at the end of that minute."""
    happened = tuple(each for each in events(name) if each.minute <= minute)
    return replace(reduce(evolve, happened, State()), minute=minute), happened


def as_rehearsed(name: str, minute: int, decision: str, option: str) -> HarmFigures:
    """The script up to the minute, then the option, then nobody up to the horizon."""
    setting, script = loaded(name)
    steps = [step for step in script.steps if step.at <= minute]
    if option:
        steps.append(Step(at=minute, decide=Decide(decision=decision, option=option, by="burgemeester")))
    longer = script.model_copy(update={"steps": tuple(steps), "end": setting.horizon})
    return harm_of(setting, reduce(evolve, rehearse(setting, longer), State()))


def figures(told: WhatIf, option: str) -> HarmFigures:
    return HarmFigures(**{each.kind: each.total for each in told.way(option).figures})


@settings(max_examples=7, deadline=None)
@given(name=st.sampled_from(SCRIPTS), minute=st.integers(15, 7000), place=st.integers(0, 20))
def test_each_option_comes_to_what_rehearse_makes_of_it(name: str, minute: int, place: int) -> None:
    setting, _ = loaded(name)
    state, happened = up_to(name, minute)
    lying = decisions(setting, state).open
    decision = lying[place % len(lying)].id if lying else ""
    found = what_if(setting, state, happened, decision)
    for way in found.ways:
        assert figures(found, way.option) == as_rehearsed(name, minute, decision, way.option)


def test_every_decision_of_the_example_can_be_asked_when_it_opens() -> None:
    setting, _ = loaded("typisch")
    happened = forecast(setting)
    asked: set[str] = set()
    for number, each in enumerate(happened):
        if isinstance(each.event, DecisionOpened):
            found = what_if(setting, reduce(evolve, happened[: number + 1], State()), happened[: number + 1], each.event.decision)
            assert [way.option for way in found.ways[1:]] == [one.id for one in setting.decisions[found.decision].options]
            asked.add(found.decision)
    assert len(asked) > 15


@settings(max_examples=25, deadline=None)
@given(name=st.sampled_from(SCRIPTS), minute=st.integers(10, 20000), seed=st.integers(0, 2**48), half=st.booleans())
def test_every_future_has_the_past_of_this_exercise(name: str, minute: int, seed: int, half: bool) -> None:
    setting, _ = loaded(name)
    state, _ = up_to(name, minute)
    was = run(setting.graph, state.interventions, setting.draws, until=minute).changes
    graph = with_repairs(setting.graph, REPAIR_FACTORS[0]) if half else setting.graph
    again = run(graph, state.interventions, agreeing(graph, seed, known(setting, state)), until=minute).changes
    assert again == was


def test_futures_differ_once_what_is_under_way_is_open_again() -> None:
    setting, _ = loaded("typisch")
    state, _ = up_to("typisch", 600)
    graph, past = setting.graph, known(setting, state)
    ends = {run(graph, state.interventions, agreeing(graph, seed, past), until=setting.horizon).records for seed in range(5)}
    assert len(ends) == 5


def at(setting: Setting, minute: int, *done: c.Command) -> Play:
    play = Play(setting)
    play.do(c.Start())
    play.until(minute)
    for each in done:
        play.do(each)
    return play


def asked(play: Play, decision: str = "", **more: Any) -> WhatIf:
    return what_if(play.setting, play.state, play.stamped, decision, **more)


def test_an_option_that_the_model_knows_nothing_of_is_not_computed_and_never_zero() -> None:
    found = asked(at(lucky(), 100), "los")
    nothing = found.way("nee")
    assert {each.judged for each in nothing.figures} == {Judged.NIET_DOORGEREKEND}
    assert {each.change for each in nothing.figures} == {None}
    assert {told.here(each) for each in nothing.figures} == {"niet doorgerekend"}
    assert nothing.shifts == ()


def test_a_term_that_an_option_meets_is_told_and_its_hours_are_not() -> None:
    found = asked(at(lucky(), 100), "raad")
    way = found.way("ja")
    assert way.figure("clocks_missed").change == -1
    assert way.figure("clocks_missed").judged is Judged.MINDER
    assert way.figure("resident_hours").judged is Judged.NIET_DOORGEREKEND
    assert found.nobody.missed == ("Raad inlichten",)
    assert way.missed == ()
    assert told.missed(found, way) == "Niet meer gemist: Raad inlichten."


def test_what_an_option_isolates_falls_and_does_not_come_back() -> None:
    (shift,) = asked(at(lucky(), 100), "los").way("ja").shifts
    assert (shift.node, shift.shift, shift.minute, shift.back) == ("bank", Shift.VALT_UIT, 100, -1)
    assert shift.text == "ligt plat van ma 09:40 af; niet terug"


def test_a_fallback_is_told_as_less_missed_with_its_cost() -> None:
    found = asked(at(lucky(CERTAIN), 100), "papier", futures=5)
    way = found.way("ja")
    (shift,) = way.shifts
    assert (shift.node, shift.shift, shift.minute) == ("burgerzaken", Shift.LEVERT_MEER, 160)
    hours = way.figure("resident_hours")
    assert hours.judged is Judged.MINDER
    assert hours.expected is not None
    assert hours.change is not None
    assert hours.change < 0
    assert way.figure("cost_high").change == 2000


def test_without_chance_the_futures_are_this_exercise() -> None:
    setting = lucky(CERTAIN, decisions=[each for each in SCENARIO["decisions"] if each["id"] == "papier"])
    play = at(setting, 100)
    found = asked(play, "papier", futures=3)
    for way in found.ways:
        for each in way.figures:
            assert each.expected is not None
            assert (each.expected.total, each.expected.spread) == (each.total, (each.total,) * 5)


def test_nobody_gets_the_default_at_its_deadline_and_that_option_now_is_the_same() -> None:
    setting, _ = loaded("afwachtend")
    state, happened = up_to("afwachtend", 60)
    found = what_if(setting, state, happened, "netwerk-los")
    assert found.nobody.text.startswith("Niemand besluit; om di 09:35 geldt dan: ")
    default = setting.decisions["netwerk-los"].default
    assert default is not None
    assert {each.change for each in found.way(default).figures} <= {0, None}


def test_what_turns_with_the_repair_times_is_not_said() -> None:
    """Reconnecting in steps: better or worse, as repairs go."""
    setting, _ = loaded("typisch")
    state, happened = up_to("typisch", 4400)
    found = what_if(setting, state, happened, _titled(setting, state, "Weer aansluiten?"))
    unsure = [each for way in found.ways[1:] for each in way.figures if each.judged is Judged.NIET_TE_ZEGGEN]
    assert unsure == []
    found = over_futures(foresee(setting, state, happened, found.decision), futures=40)
    unsure = [each for way in found.ways[1:] for each in way.figures if each.judged is Judged.NIET_TE_ZEGGEN]
    assert unsure
    for each in unsure:
        assert each.expected is not None
        assert each.expected.low <= 0 <= each.expected.high
        assert told.expected(each) == "niet te zeggen"


def _titled(setting: Setting, state: State, title: str) -> str:
    return next(each.id for each in decisions(setting, state).open if each.title == title)


def test_the_same_seed_gives_the_same_value_and_reports_how_far_it_is() -> None:
    play = at(lucky(), 100)
    heard: list[tuple[str, int, int]] = []
    first = asked(play, "los", futures=7, seed=3, progress=lambda *each: heard.append(each))
    assert asked(play, "los", futures=7, seed=3) == first
    assert asked(play, "los", futures=7, seed=4) != first
    assert heard[2] == ("opties doorrekenen", 3, 3)
    assert heard[-1][1] == heard[-1][2]


def test_what_the_progress_raises_ends_the_work() -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        asked(at(lucky(), 100), "los", progress=stop)


def test_without_a_decision_only_nobodys_way_is_told() -> None:
    play = at(lucky(), 100)
    found = asked(play)
    assert [way.option for way in found.ways] == [""]
    ended = at(lucky(), 100)
    ended.until(ended.setting.horizon)
    assert figures(found, "") == harm_of(ended.setting, ended.state)


def test_a_decision_that_is_taken_or_unknown_or_not_yet_there_is_refused() -> None:
    play = at(lucky(), 100, c.Decide(decision="los", option="ja"))
    with pytest.raises(CommandRefused, match="is al genomen"):
        asked(play, "los")
    with pytest.raises(CommandRefused, match="ligt nog niet op tafel"):
        asked(at(lucky(), 2), "los")
    with pytest.raises(NotFound, match="papier"):
        asked(play, "lso")


def test_no_outlook_before_the_start_nor_after_the_end_nor_while_it_is_real() -> None:
    with pytest.raises(CommandRefused, match="nog niet begonnen"):
        asked(Play(lucky()))
    with pytest.raises(CommandRefused, match="afgelopen"):
        asked(played(lucky(), until=200))
    with pytest.raises(CommandRefused, match="echt iets"):
        asked(at(lucky(), 100, c.DeclareReality()))
    play = at(lucky(), 100)
    play.until(play.setting.horizon)
    with pytest.raises(CommandRefused, match="telt de schade niet door"):
        asked(play)


def test_negative_futures_are_wrong_usage() -> None:
    with pytest.raises(UsageWrong):
        asked(at(lucky(), 100), futures=-1)


def test_another_past_is_refused_with_the_reason() -> None:
    play = at(lucky(), 100)
    changed = [replace(each, event=_other(each.event)) for each in play.stamped]
    with pytest.raises(CommandRefused, match="Vooruitkijken kan niet: dit programma rekent de gevolgen anders uit"):
        what_if(play.setting, play.state, changed, "los")


def _other(event: Event) -> Event:
    return replace(event, served=99) if isinstance(event, NodeChanged) else event
