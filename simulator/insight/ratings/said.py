"""What was said: predictions, answers to councillors, and what was claimed in them, held against the journal."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.exercise.evaluation import events as ee
from simulator.exercise.holds import holds
from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.insight.predictions import PredictionScore, predictions
from simulator.insight.ratings.logged import Logged, Mark
from simulator.insight.ratings.values import ClaimHeld, CouncilAnswer, Finding, Points, Verdict
from simulator.scenario.council.rules import ClaimsTrue, Foreseen
from simulator.scenario.landscape import NodeKind
from simulator.scenario.model import Claim, Inject

RAISED_BY_COUNCIL = "raadsvraag"
"""The topic of a message that is a councillor's question."""


def foreseen(log: Logged, rule: Foreseen) -> Finding:
    """The team's best prediction of which can be told how it went."""
    made = predictions(log.setting, log.recorded)
    if not made:
        return Finding(rule="prediction", points=Points.N, words="Niemand vroeg het team om een voorspelling.")
    told = [each for each in made if each.complete or each.ended]
    figures = [(each, *_figures(log.setting, rule, each)) for each in told]
    counted = [(each, recall, precision) for each, recall, precision in figures if recall is not None]
    seqs = tuple(each.seq for each in made)
    if not counted:
        words = "Er viel niets uit waarmee de voorspelling te vergelijken is." if told else "Daarover is nog niets te zeggen."
        return Finding(rule="prediction", points=Points.N, words=words, seqs=seqs)
    best, recall, precision = max(counted, key=lambda found: (found[1], found[2]))
    kept = f", en {round(100 * precision)}% van wat het noemde viel uit" if precision is not None else ""
    what = "de gevolgen voor de samenleving" if rule.kinds == (NodeKind.EFFECT,) else "wat inwoners merken"
    words = f"Het team voorzag {round(100 * recall)}% van {what}{kept} (norm: {rule.recall}%)."
    enough = 100 * recall >= rule.recall
    precise = precision is not None and 100 * precision >= rule.precision
    half = 200 * recall >= rule.recall
    points = Points.TWO if enough and precise else Points.ONE if half else Points.ZERO
    return Finding(rule="prediction", points=points, words=words, seqs=(best.seq,))


def _figures(setting: Setting, rule: Foreseen, score: PredictionScore) -> tuple[float | None, float | None]:
    """Recall and precision, of some kinds of node only when the rule says so."""
    if not rule.kinds:
        return score.recall, score.precision
    hits, missed = _of(setting, rule, score.hits), _of(setting, rule, score.missed)
    asked = hits + _of(setting, rule, score.false_alarms)
    fell = hits + missed
    return (hits / fell if fell else None), (hits / asked if asked else None)


def _of(setting: Setting, rule: Foreseen, nodes: Iterable[str]) -> int:
    return sum(setting.nodes[node].kind in rule.kinds for node in nodes if node in setting.nodes)


def claims_true(log: Logged, rule: ClaimsTrue, question: str) -> Finding:
    """What was claimed in answers that belong to this question of the council."""
    found = [each for each in answers(log) if question in each.questions]
    held = [claim for each in found for claim in each.claims]
    if held:
        true = sum(claim.true for claim in held)
        wrong = tuple(w.quoted(claim.text) for claim in held if not claim.true)
        words = f"Van {w.count(len(held), 'bewering', 'beweringen')} aan de raad {'klopt' if true == 1 else 'kloppen'} er {true}."
        words += f" Het logboek spreekt tegen: {w.some(wrong, 3)}." if wrong else ""
        share = 100 * true / len(held)
        points = Points.TWO if share >= rule.share else Points.ONE if share >= rule.half else Points.ZERO
        return Finding(rule="claims", points=points, words=words, seqs=tuple(seq for claim in held for seq in claim.seqs))
    unticked = [each for each in found if each.answer and each.tickable]
    if unticked:
        words = "Er is geantwoord; welke beweringen daarin zaten, is nog aan te vullen."
        seqs = tuple(mark[0].seq for each in unticked if (mark := log.at_answer.get(each.to)))
        return Finding(rule="claims", points=Points.GAP, words=words, seqs=seqs)
    return Finding(rule="claims", points=Points.N, words="Er is geen vraag van een raadslid beantwoord die hierover ging.")


def answers(log: Logged) -> tuple[CouncilAnswer, ...]:
    """Councillors' questions that were put, in the order of the scenario and then of the public seat."""
    put = [each for each in log.setting.scenario.injects if each.id in log.delivered and _asks(each)]
    from_seat = ((name, asked.event.text) for name, asked in log.state.evaluation.asked.items())
    return (
        *(_answer(log, each.id, each.text, each.questions, each.claims) for each in put),
        *(_answer(log, name, text, (), ()) for name, text in from_seat),
    )


def _asks(inject: Inject) -> bool:
    return bool(inject.claims) or RAISED_BY_COUNCIL in inject.raises


def _answer(log: Logged, to: str, asked: str, questions: tuple[str, ...], claims: tuple[Claim, ...]) -> CouncilAnswer:
    given = [(name, each) for name, each in log.state.evaluation.answers.items() if each.event.to == to]
    last = given[-1] if given else None
    ratings = [rated.event for (answer, _), rated in log.state.evaluation.answer_ratings.items() if last and answer == last[0]]
    return CouncilAnswer(
        to=to,
        asked=asked,
        questions=questions,
        answer=" ".join(each.event.text for _, each in given),
        by=w.role_name(log.setting, last[1].event.by) if last else "",
        minute=last[1].minute if last else -1,
        ratings=tuple(Verdict(observer=each.observer, rating=each.rating, reason=each.reason) for each in ratings),
        claims=tuple(_held(log, to, claim) for claim in claims if _made(log, to, claim.id)),
        tickable=len(claims),
    )


def _made(log: Logged, inject: str, claim: str) -> bool:
    """Whether an observer heard it, and none of them took that back last."""
    ticked: list[ee.ClaimTicked] = [
        each.event for (about, name, _), each in log.state.evaluation.claims.items() if (about, name) == (inject, claim)
    ]
    return any(each.made for each in ticked)


def _held(log: Logged, inject: str, claim: Claim) -> ClaimHeld:
    """The claim against what was the case when it was made."""
    mark, state = log.at_answer.get(inject, (Mark(seq=0, minute=log.now), log.state))
    true = holds(state, claim.true_when)
    said = f"Beweerd om {w.moment(log.setting, mark.minute)}: {w.quoted(claim.text)}."
    seqs = (*((mark.seq,) if mark.seq else ()), *log.seqs.get(("ClaimTicked", f"{inject}/{claim.id}"), ()))
    verdict = "Dat klopt volgens het logboek." if true else "Het logboek spreekt dat tegen."
    return ClaimHeld(id=claim.id, text=claim.text, true=true, seqs=seqs, words=f"{said} {verdict}")
