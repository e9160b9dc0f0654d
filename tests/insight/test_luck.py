"""Luck or skill: what the decisions did, what chance did, and what cannot be told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from simulator.errors import CommandRefused, UsageWrong
from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.events import Stamped
from simulator.exercise.setting import Setting
from simulator.insight.harm import harm_of
from simulator.insight.luck import KindLuck, Luck, Verdict, luck
from simulator.insight.luck.weighed import FEWEST, USUAL, default_futures
from simulator.insight.luck.wording import luck_words, percentile_words, share_words, signed, skill_words
from simulator.scenario.script import Script
from tests.builders import fallback, landscape, node, repair
from tests.exercise.builders import Play, started
from tests.insight.leaks import strings
from tests.insight.lucky import ALL, CERTAIN, SCENARIO, lucky, played

SETTING = lucky()


def weigh(play: Play, futures: int = 60, **rest: Any) -> Luck:
    return luck(play.setting, play.stamped, futures=futures, compiled=False, **rest)


@pytest.fixture(scope="module")
def whole() -> Luck:
    return weigh(played(SETTING, *ALL))


def shares(kind: KindLuck) -> dict[str, float]:
    return {decision.id: decision.share for decision in kind.decisions}


def verdicts(kind: KindLuck) -> dict[str, Verdict]:
    return {decision.id: decision.verdict for decision in kind.decisions}


def test_shares_sum_to_the_skill_for_every_kind_of_harm(whole: Luck) -> None:
    for kind in whole.kinds:
        assert sum(shares(kind).values()) == pytest.approx(kind.skill, abs=1e-6)
        assert kind.expected_without - kind.expected_with == pytest.approx(kind.skill, abs=1e-6)
        assert kind.luck == pytest.approx(kind.expected_with - kind.played)


def test_the_kinds_are_those_of_harm_and_the_run_played_is_told_alike(whole: Luck) -> None:
    harm = harm_of(SETTING, played(SETTING, *ALL).state)
    assert {kind.kind: kind.played for kind in whole.kinds} == {
        name: getattr(harm, name)
        for name in ("resident_hours", "resident_hours_beyond_limit", "cost_low", "cost_high", "clocks_missed")
    }


def test_a_decision_that_helped_and_one_that_hurt_are_told_apart(whole: Luck) -> None:
    kind = whole.kind("resident_hours")
    assert verdicts(kind)["papier"] is Verdict.GEHOLPEN
    assert verdicts(kind)["los"] is Verdict.ERGER
    hurt = next(each for each in kind.decisions if each.id == "los")
    assert hurt.share < 0
    assert signed(kind, hurt.share).startswith("+ ")
    assert share_words(kind, hurt).startswith("maakte het erger")


def test_what_the_model_knows_nothing_of_is_not_nought_but_not_computed(whole: Luck) -> None:
    kind = whole.kind("resident_hours")
    assert [point.id for point in kind.not_modelled] == ["raad"]
    assert "raad" not in shares(kind)
    assert shares(whole.kind("clocks_missed")) == {"raad": 1.0}


def test_costs_that_were_booked_are_part_of_the_share(whole: Luck) -> None:
    low, high = (shares(whole.kind(name))["papier"] for name in ("cost_low", "cost_high"))
    assert low - high == 1000


def test_a_term_that_only_a_decision_met_is_skill_and_no_luck(whole: Luck) -> None:
    kind = whole.kind("clocks_missed")
    assert (kind.played, kind.expected_with, kind.expected_without, kind.skill, kind.luck) == (0, 0.0, 1.0, 1.0, 0.0)
    assert not kind.by_chance
    assert "geen rol" in luck_words(kind)


def test_when_nobody_decides_there_is_no_skill() -> None:
    found = weigh(played(SETTING))
    for kind in found.kinds:
        assert (kind.skill, kind.decisions) == (0.0, ())
        assert kind.expected_with == kind.expected_without
    assert any("niets besloten" in remark for remark in found.remarks)


def test_choosing_the_default_makes_no_difference_but_is_computed() -> None:
    play = started(SETTING, 100)
    play.do(c.Decide(decision="vervolg", option="nee", by="ciso"))
    play.until(500)
    kind = weigh(play).kind("resident_hours")
    assert verdicts(kind) == {"vervolg": Verdict.GEEN_VERSCHIL}
    assert skill_words(kind) == "De besluiten samen maakten hier geen verschil."


def test_the_same_seed_gives_the_same_bits_and_another_does_not(whole: Luck) -> None:
    play = played(SETTING, *ALL)
    assert weigh(play) == whole
    assert weigh(play, seed=2).kinds != whole.kinds


def test_what_cannot_be_chance_is_no_luck() -> None:
    found = weigh(played(lucky(CERTAIN, decisions=SCENARIO["decisions"][:1], injects=[_first_hit()]), "papier"))
    kind = found.kind("resident_hours")
    assert (kind.luck, kind.percentile) == (0.0, 50.0)
    assert len(set(kind.spread)) == 1
    assert "geen van beide" in luck_words(kind)


def _first_hit() -> dict[str, Any]:
    return {**SCENARIO["injects"][0], "asks": ["papier"], "starts": ["raad-inlichten"]}


def test_the_seed_of_the_exercise_decides_its_luck() -> None:
    by_seed = [weigh(played(lucky(seed=seed), *ALL)).kind("resident_hours") for seed in range(1, 7)]
    assert len({kind.expected_with for kind in by_seed}) == 1
    assert all(kind.luck is not None and kind.percentile is not None for kind in by_seed)
    worst = max(by_seed, key=lambda kind: kind.played)
    best = min(by_seed, key=lambda kind: kind.played)
    assert luck_words(worst).startswith("Pech")
    assert luck_words(best).startswith("Geluk")
    assert (worst.percentile or 0) > (best.percentile or 0)
    assert "keer beter af" in percentile_words(worst)


def test_no_role_and_no_person_stands_in_the_value() -> None:
    play = started(SETTING, 100)
    play.do(c.Decide(words="De heer Jansen en de burgemeester sluiten de bank af", effect="isolate", target="bank", by="ciso"))
    play.do(c.Decide(decision="papier", option="ja", by="burgemeester", owner="ciso", motivation="Jansen wil het"))
    play.until(500)
    text = "\n".join(strings(weigh(play)))
    names = [word for role in SETTING.scenario.roles for word in (role.id, role.name)]
    assert [name for name in (*names, "Jansen") if re.search(rf"\b{name}\b", text, re.IGNORECASE)] == []
    assert "eigen besluit van ma 09:40: loskoppelen, Bank" in text


def test_a_decision_could_have_come_when_it_was_open_and_no_earlier(whole: Luck) -> None:
    early = weigh(played(SETTING, *ALL, at=40)).kind("resident_hours")
    paper = next(each for each in early.decisions if each.id == "papier")
    assert paper.earlier is not None
    assert (paper.earlier.minutes, paper.earlier.verdict) == (-30, Verdict.GEHOLPEN)
    later = next(each for each in whole.kind("resident_hours").decisions if each.id == "papier").later
    assert later is not None
    assert (later.minutes, later.verdict) == (60, Verdict.ERGER)
    assert later.gain == pytest.approx(-6000 * 0.4, rel=0.2)


def test_a_share_carries_what_other_repair_times_would_make_of_it() -> None:
    kind = weigh(played(lucky(CERTAIN, decisions=SCENARIO["decisions"][:1], injects=[_first_hit()]), "papier"))
    (paper,) = kind.kind("resident_hours").decisions
    assert paper.standard_error == 0.0
    assert paper.low < paper.share / 1.5
    assert paper.high > paper.share * 1.5


def test_where_repair_times_turn_the_outcome_it_cannot_be_told() -> None:
    dear = node("burgerzaken", "netwerk", cost_per_hour=100, fallback=fallback(40, cost=20))
    town = landscape(node("netwerk", repair=repair(30 * 60)), dear, horizon=7 * 24 * 60)
    found = weigh(played(lucky(town, decisions=SCENARIO["decisions"][:1], injects=[_first_hit()]), "papier"))
    paper, booked_high = (found.kind(name).decisions[0] for name in ("cost_low", "cost_high"))
    assert paper.low < 0 < paper.high
    assert paper.verdict is Verdict.NIET_TE_ZEGGEN
    assert booked_high.verdict is Verdict.ERGER


def test_one_future_cannot_tell_and_a_share_lies_within_its_range(whole: Luck) -> None:
    one = weigh(played(SETTING, "papier"), futures=1).kind("resident_hours")
    assert verdicts(one) == {"papier": Verdict.NIET_TE_ZEGGEN}
    assert one.decisions[0].standard_error is None
    for decision in whole.kind("resident_hours").decisions:
        assert decision.low <= decision.share <= decision.high


def test_durations_set_by_hand_withhold_luck_and_leave_skill() -> None:
    play = started(SETTING, 100)
    play.do(c.Decide(decision="papier", option="ja", by="ciso"))
    play.do(c.SetNode(node="servers", up=True, reason="klopt bij ons niet"))
    play.until(500)
    found = weigh(play)
    assert "met de hand" in found.withheld
    for kind in found.kinds:
        assert (kind.luck, kind.percentile) == (None, None)
    assert found.kind("resident_hours").skill > 0


def test_the_usual_team_is_the_second_baseline() -> None:
    steps = [{"at": 100, "decide": {"decision": "papier", "option": "ja", "by": "ciso"}}]
    typical = Script.model_validate({"id": "typisch", "title": "Zoals het vaak gaat", "steps": steps}, context={"start": 480})
    with_paper = weigh(played(SETTING, "papier"), typical=typical)
    for kind in with_paper.kinds:
        assert kind.expected_typical == pytest.approx(kind.expected_with)
    assert weigh(played(SETTING, "papier")).kinds[0].expected_typical is None


def test_an_unfinished_exercise_says_how_far_it_goes() -> None:
    play = played(SETTING, "papier", until=200, end=False)
    play.do(c.NoteObservation(text="Het is stil.", question="", role=""))
    found = weigh(play)
    assert not found.finished
    assert any("nog niet afgelopen" in remark and "11:20" in remark for remark in found.remarks)
    assert found.kind("resident_hours").skill > 0


def test_before_the_start_there_is_nothing_to_weigh() -> None:
    with pytest.raises(CommandRefused, match="nog niet begonnen"):
        luck(SETTING, (), futures=10)


def test_a_past_that_comes_out_differently_now_is_refused() -> None:
    play = played(SETTING, "papier")
    other = [_slower(each) for each in play.stamped]
    assert other != play.stamped
    with pytest.raises(CommandRefused, match="rekent de gevolgen anders uit"):
        luck(SETTING, other, futures=10)


def _slower(each: Stamped) -> Stamped:
    fell = isinstance(each.event, e.NodeChanged) and each.event.node == "uitkeringen"
    return replace(each, event=replace(each.event, level=30)) if fell else each


def test_decisions_that_replay_to_something_else_are_refused() -> None:
    play = played(SETTING, "vervolg")
    lost = [each for each in play.stamped if not (isinstance(each.event, e.Intervened) and each.event.kind == "set_priority")]
    assert len(lost) == len(play.stamped) - 1
    with pytest.raises(CommandRefused, match="naspelen"):
        luck(SETTING, lost, futures=10)


def test_a_cost_that_hangs_on_a_node_is_said_not_to_be_computed() -> None:
    late = {**SCENARIO["injects"][1], "id": "schade", "when": {"node": {"node": "bank", "state": "down"}}, "costs": ["inhuur"]}
    setting = lucky(injects=[*SCENARIO["injects"], late])
    found = weigh(played(setting, "raad"))
    assert any("Niet doorgerekend: ‘Inhuur’" in remark for remark in found.remarks)
    assert not any("Niet doorgerekend" in remark for remark in weigh(played(SETTING, "raad")).remarks)


@pytest.mark.parametrize("number", [0, -5])
def test_no_futures_is_wrong_usage(number: int) -> None:
    with pytest.raises(UsageWrong, match="minstens 1"):
        luck(SETTING, played(SETTING).stamped, futures=number)


def eleven() -> Setting:
    """Eleven servers, each with people who miss it."""
    servers = [node(f"s{number}", residents=100 + number, repair=repair((60, 90, 600), crew="ict")) for number in range(11)]
    town = landscape(*servers, crews={"ict": 1}, horizon=2 * 24 * 60)
    hit = {**SCENARIO["injects"][0], "asks": [], "effects": [{"hit": [f"s{number}" for number in range(11)]}]}
    return lucky(town, injects=[hit], decisions=[], clocks=[])


def test_more_than_ten_decisions_are_sampled_and_it_says_so() -> None:
    play = started(eleven(), 60)
    for number in range(11):
        play.do(c.Decide(words="Deze eerst", effect="priority", target=f"s{number}", by="ciso"))
    play.until(500)
    found = weigh(play, futures=2)
    assert not found.exact
    assert any("11 besluiten" in remark and "volgordes geloot" in remark for remark in found.remarks)
    kind = found.kind("resident_hours")
    assert len(kind.decisions) == 11
    assert sum(shares(kind).values()) == pytest.approx(kind.skill, abs=1e-6)


def test_whoever_watches_the_progress_can_stop_it() -> None:
    seen: list[tuple[str, int, int]] = []

    def watch(what: str, done: int, of: int) -> None:
        seen.append((what, done, of))
        if what == "toekomsten doorrekenen":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        weigh(played(SETTING, *ALL), progress=watch)
    assert {what for what, _, _ in seen} == {"besluiten naspelen", "toekomsten doorrekenen"}
    assert all(0 < done <= of for _, done, of in seen)


def test_without_a_compiler_fewer_futures_are_played() -> None:
    assert default_futures(1024, 40, compiled=True) == USUAL
    assert default_futures(1, 40, compiled=False) == USUAL
    assert FEWEST <= default_futures(1024, 40, compiled=False) < 100
