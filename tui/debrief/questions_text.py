"""Raadsvragen in words: a question with its evidence, and the counts. No name of an observer stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from tui.debrief.papers import COLOURS as PAPER_COLOURS
from tui.debrief.papers import SIGNS as PAPER_SIGNS
from tui.text import framed, shown

if TYPE_CHECKING:
    from simulator.insight.ratings import Agreement, Counts, EvidenceLine, Finding, Paper, QuestionRating, Ratings

LEVELS = {"P": ("✓", "$text-success"), "S": ("◕", ""), "M": ("◔", "$text-warning"), "U": ("✗", "$text-error")}
"""Sign and colour of a level; the words stand beside it."""
FOUND = {
    "TWO": ("✓", "$text-success"), "ONE": ("◐", "$text-warning"), "ZERO": ("✗", "$text-error"),
    "N": ("·", "$text-muted"), "GAP": ("?", "$text-accent"),
}  # fmt: skip
"""The same for what a rule found: done, partly, absent, not exercised, still to be filled in."""
TO_FILL_IN = "aan te vullen"
NOTED = "Een waarneming. De tekst staat niet op dit scherm: er kunnen namen in staan."
LEADING = "oefenleider of nabespreking"
"""Who settles; no observer."""
BAND_SPAN = 24
"""Cells of a level's words in a list of counts."""


def not_exercised(question: QuestionRating) -> bool:
    """Nothing is to be said about it: it was not exercised, and nothing is to be filled in."""
    return str(question.rating or "") == "N" and not (question.gaps and str(question.status) == "voorstel")


def band(question: QuestionRating) -> Content:
    """The level as a sign and a few words; for what gets none, why not."""
    from simulator.insight.ratings import SHORT

    rating = question.rating
    if rating is None:
        return Content.styled(f"· {question.class_}", "$text-muted")
    if str(rating) in LEVELS:
        sign, colour = LEVELS[str(rating)]
        return Content.styled(f"{sign} {SHORT[rating]}", colour)
    if not not_exercised(question):
        return Content.styled(f"? {TO_FILL_IN}", "$text-accent")
    return Content.styled(f"· {SHORT[rating]}", "$text-muted")


def paper_words(papers: list[Paper]) -> Content:
    """What became of a question's papers, in a few words: the worst first."""
    statuses = [str(paper.status) for paper in papers]
    for status in ("ontbreekt", "verouderd", "niet bekeken", "getoond"):
        number = statuses.count(status)
        if number:
            some = f"{number} van {len(papers)} " if number < len(papers) else ""
            return Content.styled(f"{PAPER_SIGNS[status]} {some}{status}", PAPER_COLOURS[status])
    return Content("")


def told(found: Ratings, question: QuestionRating) -> Content:
    """All there is to say of a question."""
    return Content("\n").join(_story(found, question))


def _story(found: Ratings, question: QuestionRating) -> Iterator[Content]:
    from simulator.insight.wording import sentence

    yield framed("[bold]$id  $text[/]", id=question.id, text=question.text)
    sign, colour = LEVELS.get(str(question.rating or ""), ("·", "$text-muted"))
    yield Content.styled(f"{sign} ", colour) + shown(sentence(question.words))
    if question.picked:
        yield framed("[$text-accent]★[/] Vooraf gekozen door de griffier")
    yield from _overruled(question)
    yield from (_finding(each) for each in question.findings)
    yield from _papers(found, question)
    yield framed("[$text-muted]Vraag door[/]  $text", text=question.follow_up)
    yield from _observers(found.agreement, question)
    if question.norms:
        yield framed("[$text-muted]Te toetsen aan[/]  $norms", norms=", ".join(question.norms))
    yield framed("[$text-muted]Waar het om gaat[/]  $aim", aim=question.aim)
    yield framed("[$text-muted]In de factsheet[/]  $place", place=question.place)
    yield from _evidence(question)


def _overruled(question: QuestionRating) -> Iterator[Content]:
    from simulator.insight.wording_evaluation import RATINGS

    if str(question.status) == "anders beoordeeld" and question.proposed is not None:
        yield framed("[$text-muted]Het voorstel was[/]  $words", words=RATINGS[question.proposed])
        yield framed("[$text-muted]Reden[/]  $reason", reason=question.reason or "nog aan te vullen")


def _finding(finding: Finding) -> Content:
    sign, colour = FOUND[finding.points.name]
    return Content.styled(f"{sign} ", colour) + shown(finding.words)


def _papers(found: Ratings, question: QuestionRating) -> Iterator[Content]:
    for paper in found.papers:
        if paper.id in question.documents:
            sign = Content.styled(f"{PAPER_SIGNS[str(paper.status)]} ", PAPER_COLOURS[str(paper.status)])
            yield framed("[$text-muted]Stuk[/]  ") + sign + framed("$title: $words", title=paper.title, words=paper.words)


def numbered(agreement: Agreement) -> Mapping[str, str]:
    """How observers are called on a screen that the room may see."""
    return {"": LEADING, **{token: f"waarnemer {place}" for place, token in enumerate(agreement.observers, 1)}}


def _observers(agreement: Agreement, question: QuestionRating) -> Iterator[Content]:
    from simulator.insight.wording_evaluation import RATINGS

    names = numbered(agreement)
    for verdict in sorted(question.verdicts, key=lambda each: names.get(each.observer, "")):
        why = f": {verdict.reason}" if verdict.reason else ""
        who = names.get(verdict.observer, "een waarnemer")
        yield framed("[$text-muted]Oordeel van $who[/]  $words$why", who=who, words=RATINGS[verdict.rating], why=why)


def _evidence(question: QuestionRating) -> Iterator[Content]:
    if question.evidence:
        yield Content("")
        yield Content.styled("Bewijs uit het logboek", "bold")
    for line in question.evidence:
        yield framed("[$text-muted]$seq  $at[/]  $text", seq=f"{line.seq:>4}", at=line.at, text=_line(line))


def _line(line: EvidenceLine) -> str:
    return NOTED if line.confidential or line.text.startswith("Waarneming") else line.text


def counted(counts: Counts) -> Content:
    """What the questions of a council role or of a learning goal come to; never one mark."""
    from simulator.insight.ratings import SHORT

    lines = []
    for rating, number in counts.bands.items():
        sign, colour = LEVELS[str(rating)]
        lines.append(Content.styled(f"{sign} {SHORT[rating]:<{BAND_SPAN}}", colour) + Content(str(number)))
    beside = (
        (counts.not_exercised, "niet beoefend"),
        (counts.hints, "alleen een aanwijzing"),
        (counts.papers, "op papier"),
        (counts.talks, "in gesprek"),
    )
    telt = "  ·  ".join(f"{number} {words}" for number, words in beside if number)
    if counts.proposals:
        lines.append(framed("Nog een voorstel: $number", number=counts.proposals))
    if telt:
        lines.append(framed("[$text-muted]Telt niet mee:[/]  $words", words=telt))
    return Content("\n").join(lines)


def agreed(found: Ratings) -> Content:
    """How far the observers agree, and where they differ."""
    from simulator.insight.wording_evaluation import RATINGS

    names = numbered(found.agreement)
    lines = [framed("[bold]De waarnemers: $words[/]", words=found.agreement.words)]
    for each in found.agreement.differences:
        said = "; ".join(f"{names[observer]}: {RATINGS[rating]}" for observer, rating in each.ratings)
        lines.append(framed("≠ [bold]$id[/]  $said", id=each.question, said=said))
    if not found.agreement.differences:
        lines.append(Content.styled("Zij zijn het overal eens.", "$text-muted"))
    return Content("\n").join(lines)
