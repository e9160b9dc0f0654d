"""Claims about the second scenario: what falls when nobody decides, what comes back first, and what its dilemmas weigh."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.exercise.events import DecisionTaken
from simulator.exercise.evolve import evolve
from simulator.exercise.rehearsal import forecast, rehearse
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight.ratings import Points
from simulator.scenario.council.load import catalogue
from simulator.scenario.council.questions import QuestionClass
from simulator.scenario.library import shipped
from simulator.scenario.load import load_scenario, load_script
from simulator.scenario.script import Script, Step
from tests.insight.rehearsed import rated

NAME = "van-ons-allemaal"
LOADED = load_scenario(shipped() / "library" / NAME)
ON = Setting(scenario=LOADED.scenario, landscape=LOADED.landscape, seed=1)
DAY = 24 * 60
MONDAY, WEDNESDAY, FRIDAY = (played.at + 20 for played in LOADED.scenario.rounds)
SEEN = (QuestionClass.ANTWOORD, QuestionClass.AANWIJZING)
OBSERVED = [name for name, question in catalogue().questions.items() if question.class_ in SEEN]


def nobody_decides(until: int) -> State:
    state = State()
    for stamped in forecast(ON):
        if stamped.minute > until:
            break
        state = evolve(state, stamped)
    return state


@cache
def scripted(rehearsal: str) -> Script:
    return load_script(LOADED.folder / "rehearsals" / f"{rehearsal}.yaml", LOADED.scenario, LOADED.landscape)


def choosing(script: Script, decision: str, option: str) -> Script:
    """The same team, but for one choice and for what only followed from the other."""
    followed = {name for each in ON.decisions[decision].options for name in each.actions}

    def other(step: Step) -> Step:
        if step.decide is None or step.decide.decision != decision:
            return step
        return step.model_copy(update={"decide": step.decide.model_copy(update={"option": option})})

    steps = tuple(other(step) for step in script.steps if step.action_done not in followed)
    return script.model_copy(update={"steps": steps, "end": 65 * DAY})


@cache
def back_at(decision: str = "opschalen", option: str = "voltallig") -> dict[str, int]:
    """By node: when it works again for good, as the well-prepared team plays it but for one choice."""
    state, down, found = State(), set[str](), dict[str, int]()
    for stamped in rehearse(ON, choosing(scripted("voorbeeldig"), decision, option)):
        state = evolve(state, stamped)
        now = {node for node in ON.graph.ids if state.served(node) < 100}
        found |= dict.fromkeys(down - now, stamped.minute)
        down = now
    return {node: minute for node, minute in found.items() if node not in down}


def test_something_more_has_fallen_in_each_round_when_nobody_decides() -> None:
    fallen = [{node for node in ON.graph.ids if nobody_decides(at).served(node) < 50} for at in (MONDAY, WEDNESDAY, FRIDAY)]
    assert {"burgerzaken", "sociaal-domein", "uitkeringen", "financien"} <= fallen[0]
    assert {"e-mail", "veilige-gezinnen", "gemeentenetwerk"} <= fallen[1] - fallen[0]
    assert {"bewaking", "doorgang", "riool", "inkomen"} <= fallen[2] - fallen[1]


def test_what_is_in_the_cloud_keeps_working_on_the_first_morning() -> None:
    state = nobody_decides(MONDAY)
    assert {node: state.served(node) for node in ("e-mail", "telefonie", "salaris", "raadsinformatie")} == {
        "e-mail": 100, "telefonie": 100, "salaris": 100, "raadsinformatie": 100,
    }  # fmt: skip


def test_the_pump_is_mended_in_the_night_only_where_somebody_stands_watch() -> None:
    def on_friday(option: str) -> int:
        state = State()
        for stamped in rehearse(ON, choosing(scripted("voorbeeldig"), "bewaking-los", option)):
            if stamped.minute > FRIDAY:
                break
            state = evolve(state, stamped)
        return state.served("riool")

    assert {option: on_friday(option) for option in ("los-allebei", "los-pompen", "los-brug", "aan-laten")} == {
        "los-allebei": 100, "los-pompen": 100, "los-brug": 0, "aan-laten": 0,
    }  # fmt: skip


def test_the_registry_and_care_come_back_before_the_books_and_those_before_taxes() -> None:
    back = back_at()
    assert 10 * DAY < back["burgerzaken"] < back["sociaal-domein"] < back["financien"] < back["belastingen"]


def test_who_puts_himself_first_lets_the_neighbours_wait_longer() -> None:
    together, first = back_at(), back_at("voorrang", "wij-eerst")
    assert first["sociaal-domein"] < together["sociaal-domein"]
    assert first["buren-sociaal"] > together["buren-sociaal"] + 3 * DAY


def test_a_second_team_of_researchers_brings_the_registry_back_days_earlier() -> None:
    assert back_at()["burgerzaken"] + 5 * DAY < back_at("onderzoek", "centrum-alleen")["burgerzaken"]


@pytest.mark.parametrize("decision", [one.id for one in LOADED.scenario.decisions])
def test_each_option_can_be_chosen_once_its_dilemma_lies_on_the_table(decision: str) -> None:
    asked = next(step.at for step in scripted("voorbeeldig").steps if step.decide and step.decide.decision == decision)
    for option in ON.decisions[decision].options:
        script = choosing(scripted("voorbeeldig"), decision, option.id)
        early = tuple(step for step in script.steps if step.at <= asked)
        played = rehearse(ON, script.model_copy(update={"steps": early, "end": asked}))
        taken = [one.event for one in played if isinstance(one.event, DecisionTaken)]
        assert [one.option for one in taken if one.decision == decision] == [option.id]


@pytest.mark.parametrize("question", OBSERVED)
def test_the_well_prepared_team_shows_each_question_that_play_can_show(question: str) -> None:
    points = [finding.points for finding in rated(NAME, "voorbeeldig").question(question).findings]
    assert Points.TWO in points
    assert Points.ZERO not in points
    assert Points.N not in points
