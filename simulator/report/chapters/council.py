"""Chapter: the council's questions: how each was answered, with the numbers of the log that prove it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from simulator.exercise.evaluation.events import Rating
from simulator.insight import wording as w
from simulator.insight.ratings import (
    Finding,
    Paper,
    PaperStatus,
    Points,
    QuestionRating,
    Ratings,
    Status,
    counted_words,
)
from simulator.insight.wording_evaluation import RATINGS
from simulator.report.document import Block, Card, Cards, Chapter, Prose, Table
from simulator.report.document import Points as Bullets
from simulator.report.evidence import Evidence
from simulator.scenario.council.questions import OBSERVED, QuestionClass

FOUND = {
    Points.TWO: "Gedaan",
    Points.ONE: "Deels gedaan",
    Points.ZERO: "Niet gedaan",
    Points.N: "Niet beoefend",
    Points.GAP: "Nog aan te vullen",
}
"""What a rule found, in a word."""
MOST_NUMBERS = 6
"""Numbers of the log named beside a finding; the rest are counted."""
INTRODUCTION = (
    "Dit zijn de vragen uit de handreiking voor raadsleden, in onze eigen woorden. Wat in het spel te zien was, heeft een "
    "oordeel. Dat is een voorstel van het programma, op grond van het logboek, tot iemand het bevestigt of anders beoordeelt. "
    "Wat niet beoefend is, telt nergens mee. Er is geen eindcijfer: de vragen gaan over verschillende dingen."
)


def chapter(evidence: Evidence) -> Chapter:
    found = evidence.ratings
    blocks: list[Block] = [Prose(text=INTRODUCTION), _at_a_glance(found)]
    if picked := [each for each in found.questions if each.picked]:
        blocks += [Prose(text="De griffier koos vooraf deze vragen:"), *_cards(found, picked)]
    for role in found.roles:
        own = [each for each in found.questions if each.role == role.id and not each.picked]
        observed = [each for each in own if each.class_ in OBSERVED and not _not_exercised(each)]
        blocks.append(Prose(text=f"{role.name.capitalize()}e rol: {counted_words(role)}."))
        blocks += _cards(found, observed)
        blocks += _untouched(own)
    blocks += [*_goals(found), *_paper(found), *_talk(found), *_observers(found)]
    return Chapter(anchor="raadsvragen", title="De vragen van de raad", blocks=tuple(blocks))


def _at_a_glance(found: Ratings) -> Table:
    """All questions on one page: what this exercise says about each, and on what ground."""
    papers = {paper.id: paper for paper in found.papers}
    rows = tuple((f"{each.id}. {each.text}", *_outcome(each, papers)) for each in found.questions)
    return Table(caption="Alle vragen op een rij", head=("Vraag", "Wat deze oefening zegt", "Waarop dat rust"), rows=rows)


def _outcome(each: QuestionRating, papers: Mapping[str, Paper]) -> tuple[str, str]:
    if each.class_ is QuestionClass.PAPIER:
        shown = sum(papers[name].status in (PaperStatus.GETOOND, PaperStatus.VEROUDERD) for name in each.documents)
        return "alleen op papier", f"{shown} van {w.count(len(each.documents), 'stuk', 'stukken')} getoond"
    if each.class_ is QuestionClass.GESPREK:
        return "alleen in gesprek", ""
    said = each.words if each.class_ is QuestionClass.ANTWOORD else "een aanwijzing, geen oordeel"
    found = Counter(finding.points for finding in each.findings)
    ground = ", ".join(f"{found[points]} {FOUND[points].lower()}" for points in FOUND if found[points] and points is not Points.N)
    return ("niet beoefend", "") if _not_exercised(each) else (said, ground)


def _not_exercised(each: QuestionRating) -> bool:
    """Nothing to tell: no finding that counts, none that lacks something, and no observer who said otherwise."""
    return each.rating in (None, Rating.N) and all(finding.points is Points.N for finding in each.findings)


def _cards(found: Ratings, questions: Sequence[QuestionRating]) -> list[Block]:
    return [Cards(cards=tuple(_card(found, each) for each in questions))] if questions else []


def _card(found: Ratings, each: QuestionRating) -> Card:
    looked_at = [paper for paper in found.papers if paper.id in each.documents and paper.status is not PaperStatus.NIET_BEKEKEN]
    shown = (("Op papier", _stand(looked_at)),) if looked_at else ()
    return Card(
        title=f"{each.id}. {each.text}",
        lead=w.sentence(each.words),
        facts=(*_facts(each), *shown),
        flags=tuple(_flags(each)),
    )


def _facts(each: QuestionRating) -> Iterator[tuple[str, str]]:
    if each.reason:
        yield "Reden", each.reason
    yield from ((FOUND[finding.points], _proof(finding)) for finding in each.findings)
    for line in each.evidence:
        if line.text.startswith("Waarneming"):
            said = "Een vertrouwelijke waarneming" if line.confidential else line.text
            yield "Gezien", f"{said} (logboek {line.seq})"
    if each.status is Status.TELT_NIET or each.rating is not Rating.P:
        yield "Vraag door", each.follow_up
    if each.norms:
        yield "Te toetsen aan", ", ".join(each.norms)


def _proof(finding: Finding) -> str:
    if not finding.seqs:
        return finding.words
    numbers = ", ".join(str(seq) for seq in finding.seqs[:MOST_NUMBERS])
    rest = len(finding.seqs) - MOST_NUMBERS
    return f"{finding.words} (logboek {numbers}{f' en nog {rest}' if rest > 0 else ''})"


def _flags(each: QuestionRating) -> Iterator[str]:
    if each.disagreed:
        yield "De waarnemers zijn het niet eens; dit is nog het voorstel."
    if each.status is Status.ANDERS and each.proposed is not None:
        without = "" if each.reason else " De reden is nog aan te vullen."
        yield f"Het voorstel was: {RATINGS[each.proposed]}.{without}"


def _untouched(own: Sequence[QuestionRating]) -> list[Block]:
    left = [each for each in own if each.class_ in OBSERVED and _not_exercised(each)]
    if not left:
        return []
    items = tuple(f"{each.id}. {each.text}" for each in left)
    return [Prose(text="Niet beoefend. Daarover zegt dit verslag dus niets:"), Bullets(items=items)]


def _goals(found: Ratings) -> list[Block]:
    """The rated questions by the learning goals that they came up with; one question may serve several goals."""
    rows = tuple((goal.name, w.sentence(counted_words(goal))) for goal in found.goals if goal.rated or goal.not_exercised)
    if not rows:
        return []
    caption = "Per leerdoel: de vragen die daarbij aan de orde kwamen"
    return [Table(caption=caption, head=("Leerdoel", "Oordelen"), rows=rows)]


def _paper(found: Ratings) -> list[Block]:
    papers = {paper.id: paper for paper in found.papers}
    rows = tuple(
        (f"{each.id}. {each.text}", _stand([papers[name] for name in each.documents]))
        for each in found.questions
        if each.class_ is QuestionClass.PAPIER
    )
    return [
        Prose(text="Deze vragen zijn alleen op papier te beantwoorden. Een oefening zegt er niets over."),
        Table(caption="Op papier", head=("Vraag", "Wat er getoond is"), rows=rows),
    ]


def _stand(papers: Sequence[Paper]) -> str:
    return "; ".join(f"{paper.title}: {paper.words}" for paper in papers)


def _talk(found: Ratings) -> list[Block]:
    items = tuple(f"{each.id}. {each.text} {each.follow_up}" for each in found.questions if each.class_ is QuestionClass.GESPREK)
    return [Prose(text="Deze vragen vragen om een gesprek. Ze krijgen geen oordeel:"), Bullets(items=items)]


def _observers(found: Ratings) -> list[Block]:
    if not found.agreement.words:
        return []
    differing = tuple(each.question for each in found.agreement.differences)
    rest = f" Verschil van inzicht: {w.listed(differing)}." if differing else ""
    return [Prose(text=f"De waarnemers beoordeelden dezelfde vragen: {found.agreement.words}.{rest}")]
