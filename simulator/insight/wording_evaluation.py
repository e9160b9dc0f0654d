"""What was thought, claimed, judged and promised, each as one Dutch line."""

from __future__ import annotations

from typing import assert_never

from simulator.exercise.evaluation import events as e
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w

RATINGS: dict[e.Rating, str] = {
    e.Rating.P: "uitgevoerd zonder knelpunten",
    e.Rating.S: "uitgevoerd met enkele knelpunten",
    e.Rating.M: "uitgevoerd met grote knelpunten",
    e.Rating.U: "niet uitgevoerd",
    e.Rating.N: "niet beoefend",
}
"""The four levels of HSEEP in Dutch, and what was not exercised."""

SHOWN: dict[e.Shown, str] = {
    e.Shown.GETOOND: "getoond",
    e.Shown.VEROUDERD: "getoond, maar verouderd",
    e.Shown.ONTBREEKT: "is er niet",
}

ELEMENTS: dict[e.Element, str] = {
    e.Element.BELEID: "beleid of plan",
    e.Element.ORGANISATIE: "organisatie",
    e.Element.MIDDELEN: "middelen",
    e.Element.OPLEIDING: "opleiding",
    e.Element.OEFENING: "oefening",
}


MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def evaluation_line(setting: Setting, state: State, event: e.EvaluationEvent) -> str:
    """What was said or judged, in a sentence."""
    match event:
        case e.QuestionsPicked():
            picked = w.listed(tuple(filter(None, event.questions.split(","))))
            return f"De griffier koos de raadsvragen {picked}." if picked else "De griffier koos geen raadsvragen."
        case e.PredictionMade() | e.PictureLineWritten() | e.CostEstimated():
            return _thought(setting, event)
        case e.CouncilAsked():
            return f"Een raadslid vraagt: {event.text}"
        case e.AnswerGiven() | e.AnswerRated() | e.ClaimTicked():
            return _answer(setting, state, event)
        case e.QuestionRated():
            return _judgement(f"Raadsvraag {event.question}", event.rating, event.reason)
        case e.DocumentChecked():
            dated = f" (van {day(event.dated)})" if event.dated else ""
            return f"Document {w.quoted(event.document)}{dated}: {SHOWN[event.shown]}."
        case e.HotWashAnswered():
            return _hot_wash(setting, event)
        case e.ImprovementPlanned():
            until = f", klaar op {day(event.due)}" if event.due else ""
            return f"Verbeteractie voor {event.owner}{until}: {event.what}"
        case e.ImprovementDropped():
            why = f", omdat: {event.reason.rstrip('.')}" if event.reason else ""
            return f"Een verbeteractie vervalt{why}."
        case _:
            assert_never(event)


def day(iso: str) -> str:
    """An ISO date in words; as it was written when it is none."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= len(MONTHS):
        return iso
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"


def _thought(setting: Setting, event: e.PredictionMade | e.PictureLineWritten | e.CostEstimated) -> str:
    match event:
        case e.PredictionMade():
            who = w.role_name(setting, event.by) if event.by else "Het team"
            nodes = w.listed(tuple(w.node_name(setting, node) for node in event.nodes.split(",") if node))
            return f"{who} voorspelt dat binnen {w.span(event.within)} uitvalt: {nodes or 'niets'}."
        case e.PictureLineWritten():
            return f"Beeld van {w.role_name(setting, event.role)} ({event.certainty}): {event.text}"
        case e.CostEstimated():
            booked = f", te boeken op {event.booked}" if event.booked else ""
            coverage = f", te betalen uit {event.coverage}" if event.coverage else ""
            return f"Het team raamt voor {event.category}: {w.euros(event.low, event.high)}{booked}{coverage}."
        case _:
            assert_never(event)


def _answer(setting: Setting, state: State, event: e.AnswerGiven | e.AnswerRated | e.ClaimTicked) -> str:
    match event:
        case e.AnswerGiven():
            return f"Antwoord van {w.role_name(setting, event.by)} aan het raadslid: {event.text}"
        case e.AnswerRated():
            return _judgement("Een antwoord aan een raadslid", event.rating, event.reason)
        case e.ClaimTicked():
            inject = setting.injects.get(event.inject)
            said = (
                next((claim.text for claim in inject.claims if claim.id == event.claim), event.claim) if inject else event.claim
            )
            about = w.quoted(w.inject_title(setting, state, event.inject))
            return f"In het antwoord op {about} {'is beweerd' if event.made else 'is toch niet beweerd'}: {said}"
        case _:
            assert_never(event)


def _judgement(what: str, rating: e.Rating, reason: str) -> str:
    why = f", omdat: {reason.rstrip('.')}" if reason else ""
    return f"{what} is beoordeeld: {RATINGS[rating]}{why}."


def _hot_wash(setting: Setting, event: e.HotWashAnswered) -> str:
    who = w.role_name(setting, event.role) if event.role else "De zaal"
    hands = f"{event.hands} van {event.of} handen omhoog" if event.hands >= 0 else ""
    said = ": ".join(filter(None, (hands, event.text)))
    return f"Nabespreking, vraag {event.question + 1}. {who}: {said}"
