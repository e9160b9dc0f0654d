"""The command about the council's questions: how they were answered, with the evidence."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import show_json, show_lines, tell
from simulator.cli.screens import Screens

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands
    from simulator.insight.ratings import Counts, Finding, QuestionRating, Ratings

SIGNS = {2: "✓", 1: "◐", 0: "✗", "N": "·", "GAP": "?"}
"""By what a rule found: done, partly, absent, not exercised, still to be filled in."""


def add(commands: Commands) -> None:
    """Add the command of this group."""
    questions = commands.add_parser(
        "questions",
        help="de vragen van de raad, met het bewijs uit het logboek",
        description="Wat deze oefening zegt over de vragen van de raad. Een oordeel is een voorstel tot iemand het bevestigt.",
    )
    questions.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    questions.add_argument("--json", action="store_true", help="als JSON")
    questions.set_defaults(run=_questions)


def _questions(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.cli.exercise_files import read
    from simulator.insight.ratings import ratings
    from simulator.scenario.council.load import catalogue

    exercise = read(typed.file)
    found = ratings(exercise.setting, exercise.recorded, catalogue())
    if typed.json:
        show_json({"scenario": exercise.setting.scenario.id, **values(found)})
        return 0
    tell(f"De vragen van de raad na {exercise.setting.scenario.title!r}. Wat niet beoefend is, telt nergens mee.")
    show_lines(_lines(found))
    return 0


def values(found: Ratings) -> dict[str, object]:
    """All of it as JSON values."""
    return {
        "questions": [_question(each) for each in found.questions],
        "roles": [_counts(each) for each in found.roles],
        "goals": [_counts(each) for each in found.goals],
        "to_confirm": list(found.to_confirm),
        "agreement": {
            "equal": found.agreement.equal,
            "of": found.agreement.of,
            "kappa": found.agreement.kappa,
            "words": found.agreement.words,
            "observers": list(found.agreement.observers),
            "differences": [
                {"question": each.question, "ratings": {observer: rating.value for observer, rating in each.ratings}}
                for each in found.agreement.differences
            ],
        },
        "documents": [
            {
                "id": each.id, "title": each.title, "look_for": each.look_for, "questions": list(each.questions),
                "status": each.status.value, "dated": each.dated, "note": each.note, "words": each.words,
            }
            for each in found.papers
        ],
    }  # fmt: skip


def _question(each: QuestionRating) -> dict[str, object]:
    return {
        "id": each.id,
        "role": each.role.value,
        "class": each.class_.value,
        "text": each.text,
        "aim": each.aim,
        "place": each.place,
        "norms": list(each.norms),
        "picked": each.picked,
        "rating": each.rating.value if each.rating else None,
        "proposed": each.proposed.value if each.proposed else None,
        "status": each.status.value,
        "words": each.words,
        "reason": each.reason,
        "score": each.score,
        "contested": each.contested,
        "disagreed": each.disagreed,
        "findings": [_finding(one) for one in each.findings],
        "gaps": [one.words for one in each.gaps],
        "evidence": [
            {"seq": one.seq, "minute": one.minute, "at": one.at, "text": one.text, "confidential": one.confidential}
            for one in each.evidence
        ],
        "verdicts": [{"observer": one.observer, "rating": one.rating.value, "reason": one.reason} for one in each.verdicts],
        "follow_up": each.follow_up,
        "documents": list(each.documents),
        "touched": each.touched,
    }


def _finding(each: Finding) -> dict[str, object]:
    return {"rule": each.rule, "points": str(each.points.value), "words": each.words, "seqs": list(each.seqs)}


def _counts(each: Counts) -> dict[str, object]:
    return {
        "id": each.id,
        "name": each.name,
        **{rating.value: number for rating, number in each.bands.items()},
        "N": each.not_exercised,
        "rated": each.rated,
        "proposals": each.proposals,
        "hints": each.hints,
        "papers": each.papers,
        "talks": each.talks,
    }


def _lines(found: Ratings) -> Iterator[str]:
    from simulator.insight.ratings import counted_words

    picked = [each for each in found.questions if each.picked]
    if picked:
        yield "Gekozen door de griffier"
        yield from (line for each in picked for line in _question_lines(found, each))
        yield ""
    for role in found.roles:
        yield f"{role.name.capitalize()}e rol: {counted_words(role)}"
        own = [each for each in found.questions if each.role == role.id and not each.picked]
        yield from (line for each in own for line in _question_lines(found, each))
        yield ""
    if found.agreement.words:
        differing = ", ".join(each.question for each in found.agreement.differences)
        yield f"Waarnemers: {found.agreement.words}" + (f"; verschil bij {differing}" if differing else "")
    if found.to_confirm:
        yield f"Eerst bevestigen: {', '.join(found.to_confirm)}"


def _question_lines(found: Ratings, each: QuestionRating) -> Iterator[str]:
    yield f"  {each.id:<4} {each.text}"
    yield f"       {each.words}"
    if each.reason:
        yield f"       reden: {each.reason}"
    for one in each.findings:
        where = f"  [{', '.join(str(seq) for seq in one.seqs[:4])}{', ...' if len(one.seqs) > 4 else ''}]" if one.seqs else ""
        yield f"       {SIGNS[one.points.value]} {one.words}{where}"
    if each.rating is None:
        papers = (paper for paper in found.papers if paper.id in each.documents)
        yield from (f"       stuk: {paper.title}: {paper.words}" for paper in papers)
        yield f"       vraag door: {each.follow_up}"
