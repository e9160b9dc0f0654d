"""Legal clocks: who knew when, and reporting in steps."""

from __future__ import annotations

from typing import Any

from simulator.exercise import commands as c
from simulator.insight.clocks import Knew, PhasedReport, phased, who_knew
from tests.insight.builders import SCENARIO, play, setting

AP, SUPPLEMENT = (
    {"id": "datalek", "title": "Datalek melden", "responsible": "burgemeester", "to": "de AP", "time": "72h",
     "basis": "AVG 33", "term": "avg-33"},
    {"id": "aanvulling", "title": "Datalek aanvullen", "responsible": "burgemeester", "to": "de AP", "time": "14d",
     "basis": "AVG 33", "term": "avg-33-aanvulling"},
)  # fmt: skip
COUNCIL = SCENARIO["clocks"][1]


def told(written: list[dict[str, Any]], *steps: tuple[int, c.Command], until: int = 300) -> tuple[PhasedReport, ...]:
    played = play(setting({"clocks": written}), *steps, until=until)
    return phased(played.setting, played.state)


def row(name: str, *steps: tuple[int, c.Command]) -> Knew:
    played = play(setting(), *steps, until=300)
    return who_knew(played.setting, played.state)[name]


def test_a_first_report_and_its_supplement_are_told_as_one_with_both_margins() -> None:
    met = c.MeetClock(clock="datalek", at=60)
    report = told([AP, SUPPLEMENT, COUNCIL], (100, met), (120, c.StartClock(clock="aanvulling", known_at=100)))[0]
    assert report.title == "Gefaseerde melding: het datalek bij de Autoriteit Persoonsgegevens"
    assert [each.term for each in report.rows] == ["avg-33", "avg-33-aanvulling"]
    assert report.words == "‘Datalek melden’ gehaald, 71 u over; ‘Datalek aanvullen’ loopt, nog 13 dagen 20 u."


def test_a_single_report_is_no_chain() -> None:
    assert told([AP, COUNCIL]) == ()


def test_steps_of_the_other_legal_regime_are_no_part_of_it() -> None:
    cbw = [{**AP, "id": term, "term": term, "regimes": ["cbw"]} for term in ("cbw-24", "cbw-72")]
    assert told([AP, COUNCIL, *cbw]) == ()


def test_a_clock_says_who_knew_when_and_by_what() -> None:
    assert row("datalek").known_words == "Burgemeester wist het om ma 08:30 (bericht ‘Niets start op’)"
    assert row("datalek").met_words == ""


def test_a_clock_that_was_met_says_by_which_act() -> None:
    assert row("raad", (20, c.Decide(decision="losgeld", option="ja", by="fg"))).met_words == "ma 08:50 (besluit ‘Betaalt u?’)"
    assert row("raad", (20, c.MeetClock(clock="raad", at=10))).met_words == "ma 08:40 (de oefenleider)"


def test_a_clock_started_by_hand_says_so() -> None:
    played = play(setting({"clocks": [AP, SUPPLEMENT, COUNCIL]}), (9, c.StartClock(clock="aanvulling", known_at=5)), until=20)
    assert (
        who_knew(played.setting, played.state)["aanvulling"].known_words == "Burgemeester wist het om ma 08:35 (de oefenleider)"
    )
