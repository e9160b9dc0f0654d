"""What the report tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from simulator.exercise import commands as c
from simulator.exercise.evaluation.commands import CheckDocument, PickQuestions, RateQuestion
from simulator.exercise.evaluation.events import Rating, Shown
from simulator.exercise.events import RoleAssigned
from simulator.journal.verify import Verdict
from simulator.report.build import build_report, played_on
from simulator.report.document import Block, Cards, Chapter, Gantt, Points, Report, Story, Table
from simulator.report.markdown import to_markdown
from tests.insight.builders import SCENARIO, SECRET, play, setting
from tests.insight.leaks import strings
from tests.report.builders import HEAD, STEPS, report


def chapter(of: Report, anchor: str) -> Chapter:
    return next(each for each in of.chapters if each.anchor == anchor)


B = TypeVar("B", bound=Block)


def blocks(of: Chapter, kind: type[B]) -> list[B]:
    return [block for block in of.blocks if isinstance(block, kind)]


def test_the_cover_marks_the_exercise_and_carries_the_seal_of_the_log() -> None:
    cover = report().cover
    assert cover.mark == "OEFENING OEFENING OEFENING"
    assert ("Zegel van het logboek", HEAD) in cover.facts
    assert ("Gespeeld op", "23 november 2026") in cover.facts
    assert cover.warning.startswith("Vertrouwelijk")


def test_a_log_that_is_not_whole_is_told_on_the_cover() -> None:
    played = play(setting(), until=10)
    verdict = Verdict(whole=False, count=3, head=HEAD, why="regel 4 is veranderd")
    cover = build_report(played.setting, played.state, played.recorded, head_hash=HEAD, verdict=verdict).cover
    assert any("NIET IN ORDE: regel 4 is veranderd" in value for _, value in cover.facts)


@pytest.mark.parametrize("wall", ["", "gisteren", "2026-13-01T00:00:00Z", "2026-11"])
def test_a_day_that_cannot_be_read_is_left_out(wall: str) -> None:
    first = play(setting(), until=0).recorded[0]
    assert played_on([replace(first, wall=wall)]) == ""


def test_the_summary_has_three_figures_and_says_what_stood_out() -> None:
    summary = chapter(report(), "samenvatting")
    points = blocks(summary, Points)[0].items
    assert any(point.startswith("Buiten het mandaat: ‘Betaalt u?’.") for point in points)
    assert any("Nooit bij het team bekend" in point for point in points)
    figures = [each for block in summary.blocks for each in getattr(block, "figures", ())]
    assert [figure.label for figure in figures] == [
        "dienst-uren die inwoners misten",
        "geschatte kosten",
        "meldtermijnen gehaald",
    ]


def test_when_nothing_fell_and_nothing_was_decided_the_report_still_reads() -> None:
    quiet = setting({"injects": [{"id": "weer", "title": "Weerbericht", "kind": "kern", "at": "T+1:00", "channel": "media",
                                  "from": "pers", "to": "all", "text": "Droog."}]})  # fmt: skip
    text = to_markdown(report(quiet, (), 90))
    assert "Er viel niets uit." in text
    assert "Het team nam in deze oefening geen besluiten." in text
    assert "Er ging in deze oefening geen termijn lopen." in text
    assert "None" not in text


def test_the_gantt_has_a_lane_a_node_with_its_stretches_beyond_the_limit() -> None:
    gantt = blocks(chapter(report(), "uitval"), Gantt)[0]
    lane = next(each for each in gantt.lanes if each.name == "Burgerzaken")
    assert [(bar.start, bar.end, bar.served) for bar in lane.bars] == [(0, 69, 0), (69, 189, 40), (189, 602, 0)]
    assert lane.beyond == ((240, 602),)
    assert 2 <= len(gantt.ticks) <= 9
    assert [lane.label for lane in gantt.lanes if lane.name == "Telefoon"] == ["11 u 10 min ▸"]


def test_the_table_of_outages_tells_when_the_team_knew() -> None:
    table = blocks(chapter(report(), "uitval"), Table)[0]
    known = {row[0]: row[5] for row in table.rows}
    assert known == {"Burgerzaken": "1 u 10 min", "Servers": "meteen", "Telefoon": "niet gemeld", "Uitvaart": "niet gemeld"}


def test_decisions_are_told_with_who_took_them_and_flagged_when_outside_the_mandate() -> None:
    asked, own = blocks(chapter(report(), "besluiten"), Cards)[0].cards
    assert asked.flags == (
        "Buiten het mandaat: Functionaris gegevensbescherming (FG) adviseert en houdt toezicht, maar besluit niet. "
        "Dit besluit is aan: Burgemeester.",
    )
    assert own.lead == "In eigen woorden: ‘De noodprocedure’"
    assert ("Gevolg", "noodprocedure starten: Burgerzaken") in own.facts


def test_what_nobody_decided_is_told_as_such() -> None:
    points = blocks(chapter(report(steps=(), until=400), "besluiten"), Points)[0].items
    assert points[0].startswith("ma 14:30: ‘Betaalt u?’. Niemand besloot. Daardoor gold:")


def test_a_term_nobody_checked_is_told_to_be_verified() -> None:
    table = blocks(chapter(report(), "klokken"), Table)[0]
    assert {row[0]: row[6] for row in table.rows} == {"Datalek (72 u)": "AVG 33 (te verifiëren)", "Raad (2 u)": "Norm"}


def test_money_adds_up() -> None:
    booked, by_kind = blocks(chapter(report(), "kosten"), Table)

    def amount(cell: str) -> int:
        return int(cell.removeprefix("€\u00a0").replace(".", ""))

    assert sum(amount(row[2]) for row in booked.rows) == amount(booked.total[2])
    for column in (1, 2):
        assert sum(amount(row[column]) for row in by_kind.rows) == amount(by_kind.total[column])


def test_questions_that_did_not_come_up_are_called_not_exercised_and_carry_no_judgement() -> None:
    raad = chapter(report(), "raadsvragen")
    untouched = [item for block in blocks(raad, Points) for item in block.items]
    assert any(item.startswith("V9. ") for item in untouched)
    assert "onvoldoende" not in " ".join(strings(raad))


def test_an_unconfirmed_rating_is_called_a_proposal_and_names_the_lines_of_the_log() -> None:
    cards = [card for block in blocks(chapter(report(), "raadsvragen"), Cards) for card in block.cards]
    who = next(card for card in cards if card.title.startswith("K9. "))
    assert "(voorstel)" in who.lead
    assert any("(logboek " in value for _, value in who.facts)
    assert any(label == "Nog aan te vullen" for label, _ in who.facts)


def test_all_questions_stand_on_one_page_and_none_that_nobody_confirmed_is_more_than_a_proposal() -> None:
    table = blocks(chapter(report(), "raadsvragen"), Table)[0]
    said = {row[0].split(".")[0]: row[1] for row in table.rows}
    assert len(said) == len(table.rows) == 33
    assert (said["V1"], said["V5"], said["V9"]) == ("alleen in gesprek", "alleen op papier", "niet beoefend")
    assert all("(voorstel)" in words for words in said.values() if words.startswith("uitgevoerd"))


def test_the_observers_word_replaces_the_proposal_with_its_reason() -> None:
    rated = RateQuestion(question="K9", rating=Rating.P, reason="De mandaten lagen op tafel.")
    cards = [card for block in blocks(chapter(report(steps=(*STEPS, (50, rated))), "raadsvragen"), Cards) for card in block.cards]
    who = next(card for card in cards if card.title.startswith("K9. "))
    assert who.lead == "Uitgevoerd zonder knelpunten (anders beoordeeld)."
    assert ("Reden", "De mandaten lagen op tafel.") in who.facts
    assert who.flags[0].startswith("Het voorstel was: ")


def test_the_griffiers_questions_lead_the_summary_and_the_chapter() -> None:
    told = report(steps=(*STEPS, (50, PickQuestions(questions=("V9", "K9")))))
    points = blocks(chapter(told, "samenvatting"), Points)[0].items
    assert [point.split(".")[0] for point in points] == ["V9", "K9"]
    cards = blocks(chapter(told, "raadsvragen"), Cards)[0].cards
    assert [card.title.split(".")[0] for card in cards] == ["V9", "K9"]


def test_the_summary_counts_the_questions_of_each_role_of_the_council() -> None:
    matrix = blocks(chapter(report(), "samenvatting"), Table)[0]
    assert [row[0] for row in matrix.rows] == ["Volksvertegenwoordigend", "Kaderstellend", "Controlerend"]
    assert [sum(int(cell) for cell in row[1:6]) for row in matrix.rows] == [2, 7, 2]


def test_learning_goals_count_the_questions_that_came_up_with_them() -> None:
    decisions = [{**each, "goals": ["mandaat"], "questions": ["K9"]} for each in SCENARIO["decisions"]]
    goals = blocks(chapter(report(setting({"decisions": decisions})), "raadsvragen"), Table)[1]
    assert goals.rows[0][0] == "Iedereen besluit waarover hij gaat."
    assert goals.rows[0][1].endswith("1 voorstel nog te bevestigen.")


def test_a_document_that_was_shown_stands_with_the_question_that_asks_for_it() -> None:
    checked = CheckDocument(document="gedragscode", shown=Shown.ONTBREEKT)
    paper = blocks(chapter(report(steps=(*STEPS, (50, checked))), "raadsvragen"), Table)[-1]
    assert paper.caption == "Op papier"
    told = {row[0].split(".")[0]: row[1] for row in paper.rows}
    assert told["V10"].endswith("is er niet")
    assert told["V5"].endswith("niet bekeken")


def test_what_was_set_by_hand_is_told_with_its_reason_and_reserve_messages_are_not() -> None:
    steps = ((130, c.DeliverInject(inject="gerucht")), (140, c.SetNode(node="telefoon", up=False, reason="Klopt niet")))
    by_hand = blocks(chapter(report(steps=steps), "oefenleiding"), Story)[0]
    assert [line.text for line in by_hand.lines] == ["De oefenleider zet ‘Telefoon’ met de hand uit. Reden: Klopt niet."]


def test_actions_name_a_role_and_a_term() -> None:
    table = blocks(chapter(report(), "acties"), Table)[0]
    assert table.rows[0][:4] == ("Bel de griffier", "CISO", "ma 10:10", "open, 10 u over tijd")


def test_neither_secrets_nor_names_of_persons_stand_in_the_report() -> None:
    step = (2, c.AssignRole(role="ciso", person="token-van-jansen"))
    told = report(steps=(step,), until=700)
    texts = list(strings(told))
    assert any(isinstance(each.event, RoleAssigned) for each in play(setting(), step, until=5).recorded)
    assert not [text for text in texts if "jansen" in text]
    notes = [text for text in texts if SECRET in text and "betalen" not in text]
    assert notes == []
