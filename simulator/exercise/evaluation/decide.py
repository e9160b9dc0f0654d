"""Commands about thinking, claiming, judging and promising to events. Pure; may refuse."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import assert_never

from simulator.errors import CommandRefused
from simulator.exercise.deciding.guards import known, question_named, text
from simulator.exercise.evaluation import commands as c
from simulator.exercise.evaluation import events as e
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.scenario.model import Coverage

MOST_PICKED = 8
LONGEST_PREDICTION = 28 * 24 * 60
MOST_LINES = 12


def decide(setting: Setting, state: State, command: c.EvaluationCommand) -> Iterator[e.EvaluationEvent]:
    """What a command makes happen; CommandRefused if it cannot be."""
    match command:
        case c.PickQuestions():
            return _pick(command)
        case c.Predict():
            return _predict(setting, state, command)
        case c.WritePicture():
            return _picture(setting, state, command)
        case c.EstimateCost():
            return _estimate(state, command)
        case c.AskAsCouncil():
            return _ask(state, command)
        case c.AnswerQuestion() | c.RateAnswer() | c.TickClaim() | c.RateQuestion():
            return _judge(setting, state, command)
        case c.CheckDocument():
            return _check(command)
        case c.AnswerHotWash():
            return _hot_wash(setting, command)
        case c.PlanImprovement():
            return _plan(state, command)
        case c.DropImprovement():
            return _drop(state, command)
        case _:
            assert_never(command)


def _pick(command: c.PickQuestions) -> Iterator[e.EvaluationEvent]:
    questions = tuple(dict.fromkeys(question_named(name) for name in command.questions))
    if len(questions) > MOST_PICKED:
        raise CommandRefused(f"De griffier kiest hoogstens {MOST_PICKED} vragen; dit zijn er {len(questions)}.")
    yield e.QuestionsPicked(questions=",".join(questions))


def _predict(setting: Setting, state: State, command: c.Predict) -> Iterator[e.EvaluationEvent]:
    for node in command.nodes:
        known("onderdeel", node, setting.nodes)
    if command.by:
        known("rol", command.by, setting.roles)
    if not 1 <= command.within <= LONGEST_PREDICTION:
        raise CommandRefused("Een voorspelling gaat over minstens een minuut en hoogstens vier weken.")
    yield e.PredictionMade(
        prediction=f"voorspelling-{len(state.evaluation.predictions) + 1}",
        by=command.by,
        nodes=",".join(dict.fromkeys(command.nodes)),
        within=command.within,
    )


def _picture(setting: Setting, state: State, command: c.WritePicture) -> Iterator[e.EvaluationEvent]:
    known("rol", command.role, setting.roles)
    if not 1 <= len(command.lines) <= MOST_LINES:
        raise CommandRefused(f"Een beeld heeft 1 tot {MOST_LINES} regels.")
    name = f"beeld-{len(state.evaluation.pictures) + 1}"
    for line in command.lines:
        if line.node:
            known("onderdeel", line.node, setting.nodes)
        yield e.PictureLineWritten(
            picture=name,
            role=command.role,
            text=text(line.text, "de regel van het beeld", required=True),
            certainty=line.certainty,
            node=line.node,
            works="" if line.works is None or not line.node else "ja" if line.works else "nee",
        )


def _estimate(state: State, command: c.EstimateCost) -> Iterator[e.EvaluationEvent]:
    if not 0 <= command.low <= command.high:
        raise CommandRefused("Een raming loopt van laag naar hoog, in hele euro's vanaf 0.")
    if command.coverage and command.coverage not in list(Coverage):
        raise CommandRefused(f"De dekking is een van: {', '.join(Coverage)}.")
    yield e.CostEstimated(
        estimate=f"raming-{len(state.evaluation.estimates) + 1}",
        category=text(command.category, "de soort kosten", required=True),
        low=command.low,
        high=command.high,
        booked=text(command.booked, "waar het geboekt wordt"),
        coverage=command.coverage,
    )


def _ask(state: State, command: c.AskAsCouncil) -> Iterator[e.EvaluationEvent]:
    asked = f"vraag-{len(state.evaluation.asked) + 1}"
    yield e.CouncilAsked(asked=asked, text=text(command.text, "uw vraag", required=True))


Judging = c.AnswerQuestion | c.RateAnswer | c.TickClaim | c.RateQuestion


def _judge(setting: Setting, state: State, command: Judging) -> Iterator[e.EvaluationEvent]:
    match command:
        case c.AnswerQuestion():
            known("vraag", command.to, {**setting.injects, **state.improvised, **state.evaluation.asked})
            known("rol", command.by, setting.roles)
            answer = f"antwoord-{len(state.evaluation.answers) + 1}"
            said = text(command.text, "het antwoord", required=True)
            yield e.AnswerGiven(answer=answer, to=command.to, by=command.by, text=said)
        case c.RateAnswer():
            known("antwoord", command.answer, state.evaluation.answers)
            reason = text(command.reason, "de reden")
            yield e.AnswerRated(answer=command.answer, rating=command.rating, reason=reason, observer=command.observer)
        case c.TickClaim():
            inject = known("bericht", command.inject, setting.injects)
            known("bewering", command.claim, {claim.id: claim for claim in inject.claims})
            yield e.ClaimTicked(inject=command.inject, claim=command.claim, made=command.made, observer=command.observer)
        case c.RateQuestion():
            question, reason = question_named(command.question), text(command.reason, "de reden")
            yield e.QuestionRated(question=question, rating=command.rating, reason=reason, observer=command.observer)
        case _:
            assert_never(command)


def _check(command: c.CheckDocument) -> Iterator[e.EvaluationEvent]:
    yield e.DocumentChecked(
        document=text(command.document, "het document", required=True),
        shown=command.shown,
        dated=_day(command.dated, "De datum van het document"),
        note=text(command.note, "de toelichting"),
    )


def _hot_wash(setting: Setting, command: c.AnswerHotWash) -> Iterator[e.EvaluationEvent]:
    if not 0 <= command.question < len(setting.scenario.debrief):
        raise CommandRefused("Deze vraag staat niet bij de nabespreking van dit scenario.")
    if command.role:
        known("rol", command.role, setting.roles)
    counted = command.hands >= 0
    if counted and not command.hands <= command.of:
        raise CommandRefused("Er kunnen niet meer handen omhoog gaan dan er mensen zijn.")
    yield e.HotWashAnswered(
        question=command.question,
        role=command.role,
        text=text(command.text, "het antwoord", required=not counted),
        hands=command.hands if counted else -1,
        of=command.of if counted else -1,
    )


def _plan(state: State, command: c.PlanImprovement) -> Iterator[e.EvaluationEvent]:
    if command.improvement:
        known("verbeteractie", command.improvement, state.evaluation.improvements)
    start, due = _day(command.start, "De begindatum"), _day(command.due, "De einddatum")
    if start and due and due < start:
        raise CommandRefused("De einddatum van een verbeteractie ligt niet voor het begin.")
    yield e.ImprovementPlanned(
        improvement=command.improvement or f"verbetering-{state.evaluation.improvements_made + 1}",
        what=text(command.what, "wat er verbeterd wordt", required=True),
        why=text(command.why, "waarom"),
        element=command.element,
        owner=text(command.owner, "wie ervoor zorgt", required=True),
        contact=command.contact,
        start=start,
        due=due,
        returns=text(command.returns, "wanneer het terugkomt in de raad"),
        question=question_named(command.question) if command.question else "",
    )


def _drop(state: State, command: c.DropImprovement) -> Iterator[e.EvaluationEvent]:
    known("verbeteractie", command.improvement, state.evaluation.improvements)
    yield e.ImprovementDropped(improvement=command.improvement, reason=text(command.reason, "de reden"))


_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_SAID = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})", re.ASCII)


def _day(typed: str, what: str) -> str:
    """An ISO date; also as it is said in Dutch, 31-5-2027. Empty stays empty."""
    clean = text(typed, what)
    if not clean:
        return ""
    found = _ISO.fullmatch(clean) or _SAID.fullmatch(clean)
    year, month, day = (int(found[name]) for name in ("year", "month", "day")) if found else (0, 0, 0)
    if not (1 <= month <= 12 and year >= 1900 and 1 <= day <= monthrange(year, month)[1]):
        raise CommandRefused(f"{what} '{clean}' is geen datum; schrijf bijvoorbeeld 31-5-2027.")
    return f"{year:04}-{month:02}-{day:02}"
