"""What the report tells of what the team thought, said and promised; and what it never tells."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Certainty, Element
from simulator.exercise.events import Bob
from simulator.report.build import build_report
from simulator.report.document import Cards, Chapter, Points, Prose, Report, Table
from simulator.report.html import to_html
from simulator.report.markdown import to_markdown
from tests.insight.builders import SCENARIO, play, setting
from tests.insight.leaks import strings
from tests.report.builders import HEAD, Page, report
from tests.report.test_contents import blocks, chapter

HOSTILE = "<script>alert(1)</script> | **vet** [bold]x[/bold] {{ 7*7 }} ../../etc"
CLAIM = {"id": "balie", "text": "De balie is open", "true_when": {"node": {"node": "burgerzaken", "state": "up"}}}
MIRRORS = ("obc-2023-losgeld/betalen", "obc-2023-losgeld/niet-praten")
ASKED = SCENARIO["decisions"][0]
WRITTEN: dict[str, Any] = {
    "injects": [SCENARIO["injects"][0], {**SCENARIO["injects"][1], "raises": ["raadsvraag"], "claims": [CLAIM]}],
    "decisions": [
        {**ASKED, "options": [{**each, "mirrors": [other]} for each, other in zip(ASKED["options"], MIRRORS, strict=True)]}
    ],
}
STEPS: tuple[tuple[int, c.Command], ...] = (
    (10, c.StartBobStep(step=Bob.BEELDVORMING)),
    (
        12,
        ec.WritePicture(
            role="ciso", lines=(ec.PictureLine(text=HOSTILE, certainty=Certainty.FEIT, node="servers", works=False),)
        ),
    ),
    (13, ec.WritePicture(role="fg", lines=(ec.PictureLine(text="Werkt", certainty=Certainty.FEIT, node="servers", works=True),))),
    (20, ec.Predict(nodes=("burgerzaken",), within=60)),
    (30, c.Decide(decision="losgeld", option="ja", by="burgemeester")),
    (40, ec.EstimateCost(category=HOSTILE, low=10, high=20, booked=HOSTILE, coverage="reserve")),
    (50, c.NoteObservation(text="Jansen zat te slapen", question="C1", role="ciso", confidential=True)),
    (60, ec.AskAsCouncil(text=HOSTILE)),
    (90, ec.AnswerQuestion(to="omroep", text=HOSTILE, by="burgemeester")),
    (91, ec.TickClaim(inject="omroep", claim="balie", observer="token-van-pieters")),
    (100, ec.PlanImprovement(what=HOSTILE, owner="Teamleider OOV", contact="token-van-jansen", element=Element.BELEID)),
)


def told(steps: tuple[tuple[int, c.Command], ...] = STEPS, until: int = 400) -> Report:
    return report(setting(WRITTEN), steps, until)


def prose(of: Chapter) -> str:
    return " ".join(block.text for block in blocks(of, Prose))


def test_a_prediction_stands_beside_what_happened() -> None:
    card = blocks(chapter(told(), "voorspelling"), Cards)[0].cards[0]
    assert ("Uitgekomen", "Burgerzaken") in card.facts
    assert ("Voorzien", "1 van 1 van wat inwoners merken") in card.facts


def test_pictures_stand_beside_each_other_with_what_each_could_know() -> None:
    found = chapter(told(), "beelden")
    assert [row[3] for row in blocks(found, Table)[0].rows] == [
        "Klopt: ‘Servers’ lag plat.",
        "Achteraf: ‘Servers’ lag plat. Dat was gemeld aan CISO en Journalist, niet aan deze rol.",
    ]
    assert "‘Servers’: volgens Functionaris" in blocks(found, Points)[0].items[0]


def test_a_decision_taken_during_the_picture_is_told() -> None:
    assert "Het enige besluit viel al tijdens de beeldvorming." in blocks(chapter(told(), "beelden"), Table)[1].rows[0][2]


def test_a_claim_that_the_log_contradicts_stands_in_the_chapter_and_in_the_summary() -> None:
    card = blocks(chapter(told(), "antwoorden"), Cards)[0].cards[-1]
    assert card.flags[0].startswith("Gezegd: ‘De balie is open’. Het logboek zegt iets anders. ‘Burgerzaken’ lag toen plat")
    points = blocks(chapter(told(), "samenvatting"), Points)[0].items
    assert "Aan een raadslid is iets gezegd dat het logboek tegenspreekt: ‘De balie is open’." in points
    assert "1 vraag van raadsleden bleef onbeantwoord." in points


def test_what_others_chose_carries_its_source_its_caveat_and_unknown_votes() -> None:
    found = chapter(told(), "spiegel")
    assert "geen norm" in prose(found)
    assert "aantal stemmen: onbekend" in prose(found)
    assert "securitydelta.nl" in prose(found)
    assert [row[2] for row in blocks(found, Table)[0].rows] == ["", "", "● dit team"]


def test_a_scenario_without_polls_has_no_mirror() -> None:
    assert "spiegel" not in [each.anchor for each in report().chapters]


def test_the_improvement_plan_names_functions_and_what_is_still_to_be_agreed() -> None:
    plan = blocks(chapter(told(), "acties"), Table)[-1]
    assert plan.caption == "Verbeterplan"
    assert plan.rows[0][2:5] == ("beleid of plan", "Teamleider OOV", "nog af te spreken")


def test_what_set_the_clocks_going_is_told_once() -> None:
    items = blocks(chapter(told(), "klokken"), Points)[0].items
    assert items == ("ma 08:30, bericht ‘Niets start op’: ‘Datalek’ en ‘Raad’",)


def test_neither_confidential_notes_nor_names_of_observers_or_contacts_are_told() -> None:
    texts = " ".join(strings(told()))
    assert not [name for name in ("Jansen", "jansen", "pieters") if name in texts]
    assert "1 vertrouwelijke waarneming staat niet in dit verslag." in texts


def test_what_a_stranger_wrote_stays_text_in_every_chapter() -> None:
    page = Page(to_html(told()))
    assert not page.of("script")
    assert page.text.count("<script>alert(1)</script>") >= 6
    assert "<script>" not in to_markdown(told()).replace("\\<script\\>", "")


NOTHING: dict[str, str] = {
    "voorspelling": "Niet beoefend: het team deed geen voorspelling.",
    "beelden": "Beelden van de rollen: niet beoefend.",
    "antwoorden": "Niet beoefend: er kwam geen vraag van een raadslid.",
    "mandaten": "Niet beoefend: er is geen besluit vastgelegd waarvan bekend is wie het nam.",
}


@pytest.mark.parametrize(("anchor", "words"), NOTHING.items())
def test_what_was_not_exercised_says_so_in_a_line(anchor: str, words: str) -> None:
    assert words in prose(chapter(report(steps=(), until=20), anchor))


def test_an_exercise_that_never_began_has_a_report() -> None:
    on = setting()
    played = play(on, until=0)
    text = to_markdown(build_report(on, played.state, played.recorded[:1], head_hash=HEAD))
    assert "None" not in text
    assert to_markdown(build_report(on, played.state, (), head_hash=HEAD))


def test_an_unfinished_exercise_says_that_it_is_too_early_to_tell() -> None:
    early = told(((10, ec.Predict(nodes=("burgerzaken",))),), until=100)
    assert "Dat is pas te zeggen om di 08:40 (dag 2)." in blocks(chapter(early, "voorspelling"), Cards)[0].cards[0].lead
