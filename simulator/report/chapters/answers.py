"""Chapter: what councillors asked in the exercise, what was answered, and what the log says about it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.insight import wording as w
from simulator.insight.answers import CouncilQuestion
from simulator.report.document import Card, Cards, Chapter, Prose
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    answers = evidence.thinking.answers
    anchor, title = "antwoorden", "Vragen van raadsleden in de oefening"
    if not answers.questions:
        return Chapter(anchor=anchor, title=title, blocks=(Prose(text=answers.words),))
    cards = tuple(_card(evidence, question) for question in answers.questions)
    intro = f"{answers.words} Wat het team beweerde is getoetst aan het logboek, op het moment van het antwoord."
    return Chapter(anchor=anchor, title=title, blocks=(Prose(text=intro), Cards(cards=cards)))


def _card(evidence: Evidence, question: CouncilQuestion) -> Card:
    asked = w.moment(evidence.setting, question.asked_at)
    return Card(
        title=f"{question.title or 'Vraag van een raadslid dat meekeek'}, {asked}",
        lead=question.text,
        facts=tuple(_facts(evidence, question)),
        flags=tuple(_flags(evidence, question)),
    )


def _facts(evidence: Evidence, question: CouncilQuestion) -> Iterator[tuple[str, str]]:
    for answer in question.answers:
        yield f"Antwoord van {answer.by_name}, {w.moment(evidence.setting, answer.minute)}", answer.text
        why = f" ({'; '.join(reason.rstrip('.') for reason in answer.reasons)})" if answer.reasons else ""
        yield "Oordeel", f"{answer.words}{why}"
    for claim in question.claims:
        if claim.holds:
            yield f"Gezegd: {w.quoted(claim.text)}", claim.words


def _flags(evidence: Evidence, question: CouncilQuestion) -> Iterator[str]:
    if question.open_for is not None:
        yield f"Niet beantwoord; de vraag stond {w.span(question.open_for)} open."
    for claim in question.claims:
        if not claim.holds:
            yield f"Gezegd: {w.quoted(claim.text)}. {claim.words} {' '.join(claim.log)}"
