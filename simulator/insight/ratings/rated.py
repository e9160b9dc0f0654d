"""All of the council's questions rated, counted and compared. Pure: the same journal gives the same ratings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simulator.exercise import events as e
from simulator.exercise.evaluation.events import Rating
from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.insight.questions import QuestionRow, questions
from simulator.insight.ratings.agreement import agreement
from simulator.insight.ratings.bands import contested, proposal, score
from simulator.insight.ratings.findings import findings
from simulator.insight.ratings.logged import Logged, logged
from simulator.insight.ratings.papers import papers
from simulator.insight.ratings.values import Counts, EvidenceLine, Finding, Points, QuestionRating, Ratings, Status, Verdict
from simulator.insight.wording_evaluation import RATINGS
from simulator.insight.wording_events import event_line
from simulator.scenario.council.load import Catalogue
from simulator.scenario.council.questions import CouncilRole, Norm, Question, QuestionClass
from simulator.scenario.model import Decision, Inject

MOST_TO_CONFIRM = 6
BANDS = (Rating.P, Rating.S, Rating.M, Rating.U)
"""What enters a denominator."""
CLASS_WORDS = {
    QuestionClass.AANWIJZING: "aanwijzing: het spel laat er iets van zien, meer niet",
    QuestionClass.PAPIER: "alleen met een stuk te beantwoorden",
    QuestionClass.GESPREK: "alleen in gesprek te beantwoorden",
}
NORMS = {"bio2": "BIO2", "nvrr": "NVRR", "wet": ""}


def ratings(setting: Setting, recorded: Sequence[e.Recorded], catalogue: Catalogue) -> Ratings:
    """What the journal says about each question of the council."""
    log = logged(setting, recorded, catalogue.words)
    touched = {row.id: row for row in questions(setting, log.state)}
    order = {name: place for place, name in enumerate(catalogue.questions)}
    rated = {name: _rated(log, each, touched.get(name)) for name, each in catalogue.questions.items()}
    picked = [name for name in log.state.evaluation.picked if name in rated]
    by_rank = [*picked, *(name for name in rated if name not in picked)]
    every = tuple(rated[name] for name in by_rank)
    day = recorded[0].wall[:10] if recorded else ""
    return Ratings(
        questions=every,
        roles=tuple(_counts(role, role, [each for each in every if each.role is role]) for role in CouncilRole),
        goals=tuple(
            _counts(goal.text, goal.id, [each for each in every if each.id in practising])
            for goal in setting.scenario.goals
            for practising in (_practising(log, goal.id),)
        ),
        to_confirm=_to_confirm(every),
        agreement=agreement(log.state.evaluation.ratings, order),
        papers=papers(log.state, catalogue, day),
    )


def _rated(log: Logged, question: Question, touched: QuestionRow | None) -> QuestionRating:
    found = findings(log, question)
    verdicts = _verdicts(log, question.id)
    counts = question.class_ is QuestionClass.ANTWOORD
    proposed = proposal(found) if counts else None
    settled = _settled(verdicts) if counts else None
    disagreed = settled is None and len({each.rating for each in verdicts}) > 1
    rating = settled.rating if settled else proposed
    status = _status(counts, settled, proposed)
    notes = [each for each, event in log.of(e.ObservationNoted) if event.question == question.id]
    doubt = contested(found, disagreed=disagreed, notes=len(notes)) if status is Status.VOORSTEL else 0.0
    return QuestionRating(
        id=question.id,
        role=question.role,
        class_=question.class_,
        text=question.text,
        aim=question.aim,
        place=f"{question.role}e rol, kop {question.place.heading}, vraag {question.place.item}",
        norms=tuple(_norm(each) for each in question.norms),
        follow_up=question.follow_up,
        documents=question.documents,
        picked=question.id in log.state.evaluation.picked,
        proposed=proposed,
        rating=rating,
        status=status,
        reason=settled.reason if settled and status is Status.ANDERS else "",
        words=_words(question.class_, rating, status, found, disagreed=disagreed),
        score=score(found) if counts else None,
        findings=found,
        evidence=_evidence(log, found, notes),
        verdicts=verdicts,
        disagreed=disagreed,
        contested=doubt,
        touched=touched.words if touched else "niet beoefend",
    )


def _verdicts(log: Logged, question: str) -> tuple[Verdict, ...]:
    given = [rated.event for (name, _), rated in log.state.evaluation.ratings.items() if name == question]
    return tuple(Verdict(observer=each.observer, rating=each.rating, reason=each.reason) for each in given)


def _settled(verdicts: tuple[Verdict, ...]) -> Verdict | None:
    """The word of the oefenleider or the debrief, or else what all observers say."""
    leading = next((each for each in verdicts if not each.observer), None)
    same = len({each.rating for each in verdicts}) == 1
    return leading or (verdicts[0] if same else None)


def _status(counts: bool, settled: Verdict | None, proposed: Rating | None) -> Status:
    if not counts:
        return Status.TELT_NIET
    if settled is None:
        return Status.VOORSTEL
    return Status.BEVESTIGD if settled.rating is proposed else Status.ANDERS


def _words(class_: QuestionClass, rating: Rating | None, status: Status, found: tuple[Finding, ...], *, disagreed: bool) -> str:
    if rating is None:
        return CLASS_WORDS[class_]
    gaps = any(each.points is Points.GAP for each in found)
    said = "nog aan te vullen" if rating is Rating.N and gaps else RATINGS[rating]
    return f"{said} ({status}{'; de waarnemers zijn het niet eens' if disagreed else ''})"


def _norm(norm: Norm) -> str:
    name = f"{NORMS[norm.of]} {norm.ref}".strip()
    return name if norm.verified else f"{name} (te verifiëren)"


def _evidence(log: Logged, found: tuple[Finding, ...], notes: Iterable[e.Recorded]) -> tuple[EvidenceLine, ...]:
    seqs = {seq for each in found for seq in each.seqs} | {each.seq for each in notes}
    return tuple(_line(log, log.by_seq[seq]) for seq in sorted(seqs))


def _line(log: Logged, recorded: e.Recorded) -> EvidenceLine:
    event = recorded.event
    return EvidenceLine(
        seq=recorded.seq,
        minute=recorded.minute,
        at=w.moment(log.setting, recorded.minute),
        text=event_line(log.setting, log.state, event),
        confidential=isinstance(event, e.ObservationNoted) and event.confidential,
    )


def _counts(name: str, id_: str, among: list[QuestionRating]) -> Counts:
    rated = [each for each in among if each.class_ is QuestionClass.ANTWOORD]
    return Counts(
        name=name,
        id=id_,
        bands={band: sum(each.rating is band for each in rated) for band in BANDS},
        not_exercised=sum(each.rating is Rating.N for each in rated),
        proposals=sum(each.rating in BANDS and each.status is Status.VOORSTEL for each in rated),
        hints=sum(each.class_ is QuestionClass.AANWIJZING for each in among),
        papers=sum(each.class_ is QuestionClass.PAPIER for each in among),
        talks=sum(each.class_ is QuestionClass.GESPREK for each in among),
    )


def _practising(log: Logged, goal: str) -> frozenset[str]:
    """The questions that came up together with a learning goal."""
    injects = [each for each in log.setting.scenario.injects if each.id in log.delivered]
    decisions = [each for each in log.setting.scenario.decisions if each.id in log.state.decisions]
    came_up: list[Inject | Decision] = [*injects, *decisions]
    return frozenset(name for each in came_up if goal in each.goals for name in each.questions)


def _to_confirm(every: tuple[QuestionRating, ...]) -> tuple[str, ...]:
    """Proposals that something is to be said about, most doubtful first; the griffier's before others of equal doubt."""
    open_ = [each for each in every if each.status is Status.VOORSTEL and (each.rating is not Rating.N or each.gaps)]
    doubtful = sorted(open_, key=lambda each: (-round(each.contested, 3), not each.picked))
    return tuple(each.id for each in doubtful[:MOST_TO_CONFIRM])
