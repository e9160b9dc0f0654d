"""This team beside others, and beside itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simulator.exercise import commands as c
from simulator.exercise.evaluation.events import Rating
from simulator.insight.harm import HarmFigures
from simulator.insight.mirror import EarlierExercise, Mirror, choices, mirror
from simulator.scenario.council.peers import Poll, PollAnswer
from tests.insight.builders import HOUR, SCENARIO, play, setting

POLLS = {
    "losgeld": Poll(
        id="losgeld", title="losgeld", question="Betaalt u?", among="130 organisaties", source="een verslag",
        answers=(PollAnswer(id="betalen", text="betalen", share=8), PollAnswer(id="niet", text="niet betalen", share=47)),
    ),
    "openheid": Poll(
        id="openheid", title="openheid", question="Hoe open?", among="130 organisaties", source="een verslag", votes=120,
        answers=(PollAnswer(id="open", text="open"), PollAnswer(id="dicht", text="dicht", share=14)),
    ),
}  # fmt: skip
ASKED = SCENARIO["decisions"][0]
OPTIONS = [{**ASKED["options"][0], "mirrors": ["losgeld/betalen"]}, {**ASKED["options"][1], "mirrors": ["losgeld/niet"]}]
MIRRORED: dict[str, Any] = {"decisions": [{**ASKED, "options": OPTIONS}]}
HARM = HarmFigures(resident_hours=62000, resident_hours_beyond_limit=900, cost_low=1000, cost_high=2000, clocks_missed=2)
EARLIER = EarlierExercise(
    title="Vorig jaar", scenario="stille-servers", played_on="22 november 2025", harm=HARM,
    choices={"losgeld": ("niet",)}, ratings={"K7": Rating.M},
)  # fmt: skip


def told(*steps: tuple[int, c.Command], until: int = 100, earlier: tuple[EarlierExercise, ...] = ()) -> Mirror:
    played = play(setting(MIRRORED), *steps, until=until)
    return mirror(played.setting, played.state, POLLS, earlier, caveat="Geen norm.", ratings={"K7": Rating.S})


PAY = c.Decide(decision="losgeld", option="ja", by="burgemeester")


def test_only_what_this_scenario_asks_is_laid_beside_others() -> None:
    assert [poll.id for poll in told().polls] == ["losgeld"]
    plain = play(setting(), until=10)
    assert mirror(plain.setting, plain.state, POLLS).polls == ()


def test_your_choice_stands_beside_the_shares_of_others_with_source_and_unknown_votes() -> None:
    poll = told((20, PAY)).polls[0]
    assert [(answer.share_words, answer.yours) for answer in poll.answers] == [("8%", True), ("47%", False)]
    assert poll.yours == "Dit team, bij ‘Betaalt u?’: betalen."
    assert poll.votes_words == "gepeild onder 130 organisaties; aantal stemmen: onbekend"
    assert poll.source == "een verslag"


def test_what_came_about_because_nobody_decided_is_told_as_such() -> None:
    poll = told(until=7 * HOUR).polls[0]
    assert poll.chosen == ("niet",)
    assert poll.yours == "Dit team besloot niet over ‘Betaalt u?’. Daardoor gold wat lijkt op: niet betalen."


def test_a_choice_in_own_words_is_like_none_of_them_and_a_withdrawn_one_is_no_choice() -> None:
    own = c.Decide(decision="losgeld", words="Wij bellen de politie", by="burgemeester")
    assert told((20, own)).polls[0].yours.endswith("iets dat op geen van deze antwoorden lijkt.")
    assert told((20, PAY), (30, c.WithdrawDecision(record="b1"))).polls[0].yours == "Dit team besloot niet over ‘Betaalt u?’."


def test_a_share_that_was_not_published_says_so() -> None:
    options = [{**OPTIONS[0], "mirrors": ["openheid/open"]}, OPTIONS[1]]
    played = play(setting({"decisions": [{**ASKED, "options": options}]}), until=10)
    poll = mirror(played.setting, played.state, POLLS).polls[-1]
    assert poll.answers[0].share_words == "niet gepubliceerd"
    assert poll.votes_words.endswith("aantal stemmen: 120")


def test_an_earlier_exercise_stands_beside_this_one() -> None:
    found = told((20, PAY), earlier=(EARLIER,))
    assert found.earlier == ("Vorig jaar (22 november 2025)",)
    assert found.polls[0].before == (("Vorig jaar (22 november 2025)", "niet betalen"),)
    rows = {row.label: (row.now, row.before) for row in found.figures}
    assert rows["Dienst-uren die inwoners misten"][1] == ("62.000",)
    assert rows["Raadsvraag K7"] == ("uitgevoerd met enkele knelpunten", ("uitgevoerd met grote knelpunten",))
    assert found.note == ""


def test_hours_of_another_scenario_are_not_to_be_compared() -> None:
    found = told(earlier=(EARLIER, replace(EARLIER, scenario="anders", choices={}, ratings={})))
    assert found.note.startswith("1 eerdere oefening had een ander scenario")
    assert found.polls[0].before[1][1] == "geen keuze"


def test_an_unstarted_exercise_chose_nothing() -> None:
    played = play(setting(MIRRORED), until=0)
    assert choices(played.setting, replace(played.state, decisions={})) == {}
