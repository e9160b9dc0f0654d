"""Picture, judgement, decision: followed or not, as far as the log shows."""

from __future__ import annotations

from simulator.exercise import commands as c
from simulator.exercise.events import Bob
from simulator.insight.bob import BobVerdict, Deciding, bob
from tests.insight.builders import play, setting

BEELD, OORDEEL, BESLUIT = Bob.BEELDVORMING, Bob.OORDEELSVORMING, Bob.BESLUITVORMING
BETAAL = c.Decide(decision="losgeld", option="ja", by="burgemeester", owner="ciso", due=200, motivation="Geen keus")


def step(minute: int, of: Bob) -> tuple[int, c.Command]:
    return minute, c.StartBobStep(step=of)


def told(*steps: tuple[int, c.Command], until: int = 100) -> Deciding:
    played = play(setting(), *steps, until=until)
    return bob(played.setting, played.recorded)


def test_picture_judgement_decision_is_followed_and_each_step_has_its_minutes() -> None:
    found = told(step(10, BEELD), step(20, OORDEEL), step(25, BESLUIT), (30, BETAAL)).rounds[0]
    assert found.verdict is BobVerdict.GEVOLGD
    assert [(each.step, each.minutes) for each in found.steps] == [(BEELD, 10), (OORDEEL, 5), (BESLUIT, None)]
    assert found.from_picture == ()


def test_from_picture_straight_to_decision_skips_the_judgement() -> None:
    found = told(step(10, BEELD), step(20, BESLUIT)).rounds[0]
    assert (found.verdict, found.skipped) == (BobVerdict.OVERGESLAGEN, (OORDEEL,))
    assert "overgeslagen: oordeelsvorming" in found.words


def test_a_decision_taken_while_the_picture_is_made_is_told() -> None:
    found = told(step(10, BEELD), (12, BETAAL), step(20, OORDEEL), step(25, BESLUIT)).rounds[0]
    assert found.from_picture == ("b1",)
    assert "Het enige besluit viel al tijdens de beeldvorming." in found.words


def test_the_step_is_that_of_deciding_and_not_of_writing_down() -> None:
    late = c.Decide(decision="losgeld", option="ja", by="burgemeester", decided_at=12)
    assert told(step(10, BEELD), step(20, OORDEEL), (30, late)).rounds[0].from_picture == ("b1",)


def test_judging_after_deciding_turns_the_order_round() -> None:
    assert told(step(10, BEELD), step(20, BESLUIT), step(30, OORDEEL)).rounds[0].verdict is BobVerdict.VOLGORDE


def test_going_back_to_the_picture_begins_again_and_is_no_fault() -> None:
    whole = (step(10, BEELD), step(12, OORDEEL), step(14, BEELD), step(16, OORDEEL), step(18, BESLUIT), step(20, BEELD))
    assert told(*whole).rounds[0].verdict is BobVerdict.GEVOLGD


def test_a_round_without_steps_was_not_kept_and_is_not_judged() -> None:
    found = told((12, BETAAL)).rounds[0]
    assert found.verdict is BobVerdict.NIET_BIJGEHOUDEN
    assert found.from_picture == ()


def test_a_meeting_that_never_came_to_deciding_says_so() -> None:
    assert told(step(10, BEELD), step(12, OORDEEL)).rounds[0].verdict is BobVerdict.NIET_AF


def test_a_decision_revised_in_a_later_step_was_looked_at_again() -> None:
    other = c.Decide(decision="losgeld", option="nee", by="burgemeester")
    assert told((12, BETAAL), step(20, BEELD), (22, other)).again == ("b1",)
    assert told((12, BETAAL), (22, other)).again == ()


def test_owner_and_term_filled_in_later_count() -> None:
    bare = c.Decide(decision="losgeld", option="ja", by="burgemeester")
    filled = c.DetailDecision(record="b1", by="burgemeester", motivation="Geen keus", owner="ciso", due=200)
    assert (told((12, bare)).owned, told((12, bare), (13, filled)).owned) == (0, 1)


def test_an_empty_journal_has_no_rounds_and_no_decisions() -> None:
    assert bob(setting(), ()).words == "Het team nam geen besluiten."
    assert bob(setting(), ()).rounds == ()
