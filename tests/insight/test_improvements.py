"""The improvement plan."""

from __future__ import annotations

from simulator.exercise import commands as c
from simulator.exercise.evaluation.commands import DropImprovement, PlanImprovement
from simulator.exercise.evaluation.events import Element
from simulator.insight.improvements import Improvements, improvements
from tests.insight.builders import play, setting
from tests.insight.leaks import strings


def told(*steps: c.Command, today: str = "") -> Improvements:
    played = play(setting(), *((10 + minute, step) for minute, step in enumerate(steps)), until=100)
    return improvements(played.state, today=today)


LATER = PlanImprovement(
    what="Bellijst op papier", owner="Teamleider OOV", element=Element.BELEID, due="1-6-2027", contact="jansen"
)
SOON = PlanImprovement(
    what="Oefen de noodprocedure", owner="Hoofd burgerzaken", element=Element.OEFENING, why="Niemand kende haar",
    start="1-1-2027", due="1-3-2027", returns="voorjaarsnota", question="k7",
)  # fmt: skip


def test_the_nearest_date_comes_first_and_what_is_not_agreed_is_named() -> None:
    rows = told(LATER, SOON).rows
    assert [row.what for row in rows] == ["Oefen de noodprocedure", "Bellijst op papier"]
    assert (rows[0].due_words, rows[0].question, rows[0].missing) == ("1 maart 2027", "K7", ())
    assert rows[1].missing == ("waarom", "begindatum", "wanneer het terugkomt in de raad")
    assert rows[1].returns == "nog af te spreken"


def test_a_passed_date_is_overdue_only_when_the_day_is_given() -> None:
    assert [row.overdue for row in told(SOON).rows] == [False]
    assert [row.overdue for row in told(SOON, today="2027-03-01").rows] == [False]
    found = told(SOON, today="2027-03-02")
    assert found.rows[0].overdue
    assert found.words == "Afgesproken is 1 verbeteractie. Van 1 is de einddatum voorbij."


def test_the_contact_is_never_told() -> None:
    assert not [text for text in strings(told(LATER)) if "jansen" in text]


def test_what_was_dropped_is_gone_and_an_empty_plan_says_so() -> None:
    assert told(SOON, DropImprovement(improvement="verbetering-1")).words == "Er zijn nog geen verbeteracties afgesproken."


def test_a_change_replaces_what_stood() -> None:
    mended = PlanImprovement(what="Oefen haar tweemaal", owner="Hoofd", element=Element.OEFENING, improvement="verbetering-1")
    assert [row.what for row in told(SOON, mended).rows] == ["Oefen haar tweemaal"]
