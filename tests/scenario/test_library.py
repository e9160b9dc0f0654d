"""Claims about every scenario that is shipped: it can be played, it is a real dilemma, and it keeps to who may decide."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from simulator.exercise.events import ClockMissed, DecisionTaken, InjectDelivered
from simulator.exercise.evolve import evolve
from simulator.exercise.rehearsal import forecast, rehearse
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight.harm import harm_of
from simulator.scenario.library import library, shipped
from simulator.scenario.load import Loaded, load_scenario, load_script
from simulator.scenario.model import ALL, Decision, DecisionKind, InjectKind, Mandate, RoleKind, Scenario
from simulator.scenario.script import Script
from simulator.scenario.source import read_source

IDS = tuple(entry.id for entry in library())
REHEARSALS = ("voorbeeldig", "typisch", "afwachtend")
REAL_PLACES = ("Hof van Twente", "Lochem", "Eindhoven", "Antwerpen", "Hackney")
TERMS_OF_TRADE = ("hacker", "malware", "Active Directory", "VLAN", "endpoint", "SIEM", "IOC")
SENTENCE = 30
"""Words; longer sentences do not read aloud."""

scenarios = pytest.mark.parametrize("name", IDS)


@cache
def loaded(name: str) -> Loaded:
    return load_scenario(shipped() / "library" / name)


def scenario(name: str) -> Scenario:
    return loaded(name).scenario


@cache
def script(name: str, rehearsal: str) -> Script:
    found = loaded(name)
    return load_script(found.folder / "rehearsals" / f"{rehearsal}.yaml", found.scenario, found.landscape)


def setting(name: str, seed: int = 1) -> Setting:
    return Setting(scenario=scenario(name), landscape=loaded(name).landscape, seed=seed)


def after(name: str, rehearsal: str) -> State:
    state = State()
    for stamped in rehearse(setting(name), script(name, rehearsal)):
        state = evolve(state, stamped)
    return state


def test_a_scenario_is_shipped() -> None:
    assert "alles-op-slot" in IDS


@scenarios
def test_its_landscape_has_at_least_24_nodes(name: str) -> None:
    assert len(loaded(name).landscape.nodes) >= 24


@scenarios
def test_some_limits_were_never_decided_because_that_is_a_finding(name: str) -> None:
    assert any(node.mtd is None for node in loaded(name).landscape.nodes if node.kind == "process")


@scenarios
def test_it_has_at_least_25_injects_of_which_at_most_12_come_by_themselves(name: str) -> None:
    kinds = Counter(inject.kind for inject in scenario(name).injects)
    assert kinds.total() >= 25
    assert kinds[InjectKind.KERN] <= 12


@scenarios
def test_three_meetings_are_undisturbed_for_at_least_twenty_minutes(name: str) -> None:
    meetings = [played.meeting for played in scenario(name).rounds if played.meeting and played.meeting.time >= 20]
    kern = [inject.at for inject in scenario(name).injects if inject.kind is InjectKind.KERN]
    assert len(meetings) >= 3
    assert not [at for at in kern for each in meetings if at is not None and each.at <= at < each.at + each.time]


@scenarios
def test_it_is_played_in_about_two_and_a_half_hours(name: str) -> None:
    played = sum(one.until - one.at for one in scenario(name).rounds)
    assert 130 <= played <= 150
    assert played <= scenario(name).duration <= 180


@scenarios
def test_the_rounds_follow_one_another(name: str) -> None:
    assert all(one.until <= next_.at for one, next_ in pairwise(scenario(name).rounds))


@scenarios
def test_there_are_at_least_twelve_decisions(name: str) -> None:
    assert len(scenario(name).decisions) >= 12


@scenarios
def test_every_option_has_a_note_that_pleads_for_and_against(name: str) -> None:
    lacking = [
        f"{decision.id}/{option.id}"
        for decision in scenario(name).decisions
        for option in decision.options
        if not (option.note and "Voor:" in option.note and "Tegen:" in option.note)
    ]
    assert lacking == []


@scenarios
def test_waiting_is_a_choice_too(name: str) -> None:
    assert all(decision.default for decision in scenario(name).decisions)


@scenarios
def test_the_fg_never_decides(name: str) -> None:
    assert [decision.id for decision in scenario(name).decisions if "fg" in decision.mandate.decides] == []
    asked = [decision for decision in scenario(name).decisions if decision.to == ("fg",)]
    assert {decision.kind for decision in asked} <= {DecisionKind.ADVIES}


@scenarios
def test_every_player_decides_or_advises_and_most_decide(name: str) -> None:
    players = {role.id for role in scenario(name).roles if role.kind is RoleKind.SPELER}
    mandates = [decision.mandate for decision in scenario(name).decisions]
    deciding = {role for mandate in mandates for role in mandate.decides}
    assert players <= deciding | {role for mandate in mandates for role in mandate.advises}
    assert players - deciding == {"fg"}


@scenarios
def test_nobody_has_most_of_the_decisions_to_himself(name: str) -> None:
    decisions = scenario(name).decisions
    alone = Counter(decision.mandate.decides[0] for decision in decisions if len(decision.mandate.decides) == 1)
    assert max(alone.values()) <= len(decisions) / 2


@scenarios
def test_no_mandate_is_without_a_source(name: str) -> None:
    def sourced(mandate: Mandate) -> bool:
        return bool(mandate.basis)

    assert all(sourced(decision.mandate) for decision in scenario(name).decisions)


@scenarios
def test_no_term_is_called_verified_before_a_jurist_looked(name: str) -> None:
    assert not any(clock.verified for clock in scenario(name).clocks)


@scenarios
def test_both_legal_regimes_have_clocks(name: str) -> None:
    assert {regime for clock in scenario(name).clocks if len(clock.regimes) == 1 for regime in clock.regimes} == {"wbni", "cbw"}


@scenarios
def test_what_the_room_reads_fits_on_the_projector(name: str) -> None:
    texts = {inject.id: inject.text for inject in scenario(name).injects if inject.to == ALL}
    texts |= {played.id: played.text or "" for played in scenario(name).rounds}
    assert {id_: len(text) for id_, text in texts.items() if len(text) > 350} == {}


@scenarios
def test_every_inject_tells_the_oefenleider_what_to_expect_or_why(name: str) -> None:
    assert [inject.id for inject in scenario(name).injects if not (inject.note or inject.expected)] == []


@scenarios
def test_whoever_calls_knows_something_and_withholds_something(name: str) -> None:
    calls = [inject.call for inject in scenario(name).injects if inject.call]
    assert len(calls) >= 8
    assert all(call.knows and call.withholds for call in calls)


@scenarios
def test_what_a_reserve_inject_asserts_of_a_node_it_waits_for(name: str) -> None:
    """An inject that makes a node's true state known by hand would else contradict its own text."""
    asserting = [one for one in scenario(name).injects if one.kind is InjectKind.RESERVE and one.known]
    assert [one.id for one in asserting if one.when is None] == []


def test_an_expert_is_wrong_once_about_the_back_up() -> None:
    told = [known.level for inject in scenario("alles-op-slot").injects for known in inject.known if known.node == "back-up"]
    assert told == [100, 0]


@scenarios
def test_no_real_municipality_is_played(name: str) -> None:
    written = "\n".join(
        [
            scenario(name).model_dump_json(),
            loaded(name).landscape.model_dump_json(),
        ]
    )
    assert [place for place in REAL_PLACES if place in written] == []


@scenarios
def test_the_players_texts_are_without_jargon(name: str) -> None:
    texts = [inject.text for inject in scenario(name).injects] + [decision.text for decision in scenario(name).decisions]
    assert [word for word in TERMS_OF_TRADE for text in texts if word.casefold() in text.casefold().split()] == []


@scenarios
def test_sentences_can_be_read_aloud(name: str) -> None:
    texts = [inject.text for inject in scenario(name).injects] + [decision.text for decision in scenario(name).decisions]
    sentences = [part for text in texts for part in text.replace("\n", " ").replace("?", ".").replace("!", ".").split(". ")]
    assert [sentence for sentence in sentences if len(sentence.split()) > SENTENCE] == []


@scenarios
@pytest.mark.parametrize("rehearsal", REHEARSALS)
def test_every_rehearsal_plays_to_the_end(name: str, rehearsal: str) -> None:
    played = rehearse(setting(name), script(name, rehearsal))
    assert played[-1].minute == scenario(name).end
    assert played == rehearse(setting(name), script(name, rehearsal))


@scenarios
def test_a_better_team_means_less_harm_to_inhabitants(name: str) -> None:
    harms = [harm_of(setting(name), after(name, rehearsal)).resident_hours for rehearsal in REHEARSALS]
    assert harms == sorted(harms)
    assert len(set(harms)) == len(REHEARSALS)


@scenarios
def test_a_better_team_misses_fewer_clocks(name: str) -> None:
    missed = [
        sum(isinstance(each.event, ClockMissed) for each in rehearse(setting(name), script(name, rehearsal)))
        for rehearsal in REHEARSALS
    ]
    assert missed[0] == 0
    assert missed == sorted(missed)


@scenarios
def test_who_waits_decides_outside_his_mandate(name: str) -> None:
    assert outside(name, "voorbeeldig") == []
    assert len(outside(name, "afwachtend")) >= 2


def outside(name: str, rehearsal: str) -> list[str]:
    """The decisions that were taken by a role that does not decide them, nor gives the advice that was asked."""
    decisions = {decision.id: decision for decision in scenario(name).decisions}
    taken = [each.event for each in rehearse(setting(name), script(name, rehearsal))]
    return [
        event.decision
        for event in taken
        if isinstance(event, DecisionTaken) and event.by not in entitled(decisions[event.decision])
    ]


def entitled(decision: Decision) -> tuple[str, ...]:
    return decision.mandate.advises if decision.kind is DecisionKind.ADVIES else decision.mandate.decides


@scenarios
@pytest.mark.parametrize("seed", range(1, 4))
def test_every_kern_inject_comes_when_nobody_decides(name: str, seed: int) -> None:
    delivered = {each.event.inject for each in forecast(setting(name, seed)) if isinstance(each.event, InjectDelivered)}
    kern = {inject.id for inject in scenario(name).injects if inject.kind is InjectKind.KERN}
    assert delivered == kern


def test_no_benefits_are_paid_on_pay_day_when_nobody_decides() -> None:
    state, friday_nine = State(), 3 * 24 * 60 + 90
    for stamped in forecast(setting("alles-op-slot")):
        if stamped.minute > friday_nine:
            break
        state = evolve(state, stamped)
    assert state.served("inkomen") == 0
    assert state.served("afscheid") == 100


def terms() -> list[tuple[str, tuple[str, ...], str]]:
    """Each term, its other spellings and its text."""
    data = read_source(shipped() / "council" / "glossary.yaml").data
    listed = data["terms"] if isinstance(data, dict) else []
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    also = [row["also"] for row in rows]
    spellings = [tuple(str(word) for word in words) if isinstance(words, list) else () for words in also]
    return [(str(row["term"]), words, str(row["text"])) for row, words in zip(rows, spellings, strict=True)]


def test_the_glossary_explains_every_term_once_and_shortly() -> None:
    words = Counter(word.casefold() for term, also, _ in terms() for word in (term, *also))
    assert len(terms()) >= 55
    assert [word for word, times in words.items() if times > 1] == []
    assert [term for term, _, text in terms() if len(text.split()) > 35] == []


@pytest.mark.parametrize("word", ["CISO", "FG", "OOV", "AVG", "Cbw", "Wbni", "back-up", "GRIP", "RTO", "MTD", "gijzelsoftware"])
def test_the_glossary_knows_the_words_of_the_table(word: str) -> None:
    assert word in {term for term, _, _ in terms()}
