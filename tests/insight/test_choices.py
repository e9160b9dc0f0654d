"""Decisions, mandates, the draaiboek, clocks, actions and money."""

from __future__ import annotations

import pytest

from simulator.exercise import commands as c
from simulator.insight.actions import actions
from simulator.insight.clocks import ClockStatus, clocks
from simulator.insight.costs import costs
from simulator.insight.decisions import decisions
from simulator.insight.draaiboek import RowStatus, draaiboek, next_inject
from simulator.insight.mandates import outside_mandate
from simulator.scenario.model import InjectKind
from tests.insight.builders import SCENARIO, SECRET, play, setting

NO = c.Decide(decision="losgeld", option="nee", by="fg")


def test_an_open_dilemma_counts_down_to_its_default() -> None:
    played = play(setting(), until=60)
    [open_] = decisions(played.setting, played.state).open
    assert (open_.left, open_.deadline, open_.late, open_.default_text) == (300, 360, False, f"{SECRET}niet betalen")
    assert open_.mandate_words.startswith("besluit: Burgemeester; adviseert: Functionaris gegevensbescherming (FG) en CISO")


def test_when_nobody_decides_the_default_is_told_and_a_late_decision_is_still_possible() -> None:
    played = play(setting(), until=361)
    found = decisions(played.setting, played.state)
    assert [each.title for each in found.defaulted] == ["Betaalt u?"]
    assert [each.late for each in found.open] == [True]
    late = play(setting(), (400, c.Decide(decision="losgeld", option="ja")), until=400)
    assert decisions(late.setting, late.state).open == ()


def test_a_record_tells_what_is_still_to_be_filled_in() -> None:
    first = play(setting(), (5, c.Decide(decision="losgeld", option="nee")), until=5)
    [record] = decisions(first.setting, first.state).records
    assert record.missing == ("wie", "waarom", "eigenaar", "termijn")
    detail = c.DetailDecision(record=record.record, by="burgemeester", motivation="Beleid", owner="ciso", due=60)
    then = play(setting(), (5, c.Decide(decision="losgeld", option="nee")), (9, detail), until=9)
    assert decisions(then.setting, then.state).records[0].missing == ()


def test_a_withdrawn_decision_stays_and_the_dilemma_is_open_again() -> None:
    record = next(iter(play(setting(), (5, NO), until=5).state.records))
    played = play(setting(), (5, NO), (9, c.WithdrawDecision(record=record, reason="Toch niet")), until=9)
    found = decisions(played.setting, played.state)
    assert [(each.withdrawn, each.withdrawn_reason) for each in found.records] == [(9, "Toch niet")]
    assert [each.id for each in found.open] == ["losgeld"]


def test_own_words_are_told_with_what_they_did() -> None:
    played = play(setting(), (5, c.Decide(words="Eruit ermee", effect="isolate", target="telefoon", by="ciso")), until=5)
    [record] = decisions(played.setting, played.state).records
    assert (record.own_words, record.what, record.effect_words) == (True, "Eruit ermee", "loskoppelen: Telefoon")
    assert record.outside_mandate == ""


@pytest.mark.parametrize(
    ("role", "reason"),
    [("burgemeester", ""), ("", ""), ("ciso", "CISO mag dit niet zelf besluiten"), ("fg", "adviseert en houdt toezicht")],
)
def test_who_may_not_decide_is_flagged_with_the_reason(role: str, reason: str) -> None:
    played = play(setting(), (5, c.Decide(decision="losgeld", option="nee", by=role)), until=5)
    found = outside_mandate(played.setting, played.state.records["b1"])
    assert reason in found
    assert bool(found) == bool(reason)


def test_the_fg_may_give_advice_that_was_asked() -> None:
    advice = setting({"decisions": [{**SCENARIO["decisions"][0], "kind": "advies"}]})
    played = play(advice, (5, NO), until=5)
    assert outside_mandate(played.setting, played.state.records["b1"]) == ""


def test_the_draaiboek_tells_what_became_of_each_inject() -> None:
    played = play(setting(), (80, c.ImproviseInject(title="De griffie belt", text="Nou?")), until=130)
    rows = {row.id: row for row in draaiboek(played.setting, played.state)}
    assert (rows["start"].status, rows["start"].status_words) == (RowStatus.GEGEVEN, "gegeven om ma 08:30")
    assert rows["gerucht"].status is RowStatus.NU
    assert rows["gerucht"].planned_words == "zodra het ma 10:30 is geweest en niet geldt dat over ‘Betaalt u?’ is besloten"
    assert [row.kind_words for row in rows.values() if row.kind is None] == ["geïmproviseerd"]


def test_one_key_gives_what_is_offered_first_and_else_the_next_kern_inject() -> None:
    early, offered = play(setting(), until=10), play(setting(), until=130)
    coming, now = next_inject(early.setting, early.state), next_inject(offered.setting, offered.state)
    assert coming is not None
    assert now is not None
    assert (coming.id, coming.kind, now.id) == ("omroep", InjectKind.KERN, "gerucht")
    held = play(setting(), (10, c.HoldInject(inject="omroep")), until=40)
    kept = next_inject(held.setting, held.state)
    assert kept is not None
    assert (kept.id, kept.status) == ("omroep", RowStatus.VASTGEHOUDEN)


def test_a_reserve_inject_that_is_put_aside_is_given_only_when_chosen() -> None:
    offered = play(setting(), until=130)
    aside = play(setting(), (130, c.HoldInject(inject="gerucht")), until=140)
    first, then = next_inject(offered.setting, offered.state), next_inject(aside.setting, aside.state)
    assert first is not None
    assert first.id == "gerucht"
    assert then is None or then.id != "gerucht"


def test_one_key_gives_nothing_of_a_round_that_has_not_begun() -> None:
    rounds = [
        {"id": "eerste", "title": "Vandaag", "at": "T+0:00", "until": "T+0:30"},
        {"id": "tweede", "title": "Morgen", "at": "T+0:40", "until": "T+5:00"},
    ]
    injects = [{**inject, "at": "T+0:50"} if inject["id"] == "omroep" else inject for inject in SCENARIO["injects"]]
    changed = setting({"rounds": rounds, "injects": injects})
    before, after = play(changed, until=35), play(changed, until=40)
    assert next_inject(before.setting, before.state) is None
    coming = next_inject(after.setting, after.state)
    assert coming is not None
    assert coming.id == "omroep"


def test_one_key_gives_no_old_news_of_a_round_that_is_over() -> None:
    rounds = [
        {"id": "eerste", "title": "Vandaag", "at": "T+0:00", "until": "T+2:20"},
        {"id": "tweede", "title": "Morgen", "at": "T+2:30", "until": "T+5:00"},
    ]
    injects = [{**inject, "at": "T+2:00"} if inject["id"] == "gerucht" else inject for inject in SCENARIO["injects"]]
    changed = setting({"rounds": rounds, "injects": injects})
    before, after = play(changed, until=130), play(changed, until=150)
    now, later = next_inject(before.setting, before.state), next_inject(after.setting, after.state)
    assert now is not None
    assert now.id == "gerucht"
    assert later is None or later.id != "gerucht"


@pytest.mark.parametrize(
    ("steps", "until", "status", "words"),
    [
        ((), 60, ClockStatus.LOOPT, "loopt, nog 1 u"),
        ((), 150, ClockStatus.GEMIST, "gemist, 30 min over tijd"),
        (((60, c.MeetClock(clock="raad")),), 200, ClockStatus.GEHAALD, "gehaald, 1 u over"),
        (((150, c.MeetClock(clock="raad")),), 200, ClockStatus.TE_LAAT, "te laat, 30 min over tijd"),
    ],
)
def test_a_clock_is_told_with_its_margin(
    steps: tuple[tuple[int, c.Command], ...], until: int, status: ClockStatus, words: str
) -> None:
    played = play(setting(), *steps, until=until)
    row = next(each for each in clocks(played.setting, played.state) if each.id == "raad")
    assert (row.status, row.words) == (status, words)


def test_a_legal_basis_that_nobody_checked_says_so() -> None:
    played = play(setting(), until=0)
    assert {row.id: row.basis for row in clocks(played.setting, played.state)} == {
        "raad": "Norm",
        "datalek": "AVG 33 (te verifiëren)",
    }


def test_an_action_is_open_then_overdue_then_done() -> None:
    def of(minute: int, *more: tuple[int, c.Command]) -> tuple[str, bool]:
        played = play(setting(), (5, NO), *more, until=minute)
        [row] = actions(played.setting, played.state)
        return row.words, row.overdue

    assert of(65) == ("open, nog 23 u", False)
    assert of(1505) == ("open, 1 u over tijd", True)
    assert of(1505, (100, c.MarkActionDone(action="aangifte"))) == ("gedaan om ma 10:10", False)


def test_money_is_what_was_booked_and_what_the_outage_cost_so_far() -> None:
    played = play(setting(), (5, c.Decide(decision="losgeld", option="ja")), until=120)
    found = costs(played.setting, played.state)
    assert [(row.title, row.because) for row in found.rows] == [("Losgeld", "besluit ‘Betaalt u?’")]
    assert (found.outage, found.low, found.high) == (200, 100200, 200200)
    assert [(each.category, each.low) for each in found.categories] == [("Afpersing", 100000)]
