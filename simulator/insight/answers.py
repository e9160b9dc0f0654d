"""The council inside the exercise: what was asked, what was answered, and what the log says about what was claimed.

A claim is held against the state at the minute of the answer that it was made in. Observers heard it; the log decides whether it
was so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from simulator.exercise.evaluation.events import AnswerGiven, ClaimTicked, Rating
from simulator.exercise.events import Recorded
from simulator.exercise.evolve import evolve
from simulator.exercise.holds import holds
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.wording_evaluation import RATINGS
from simulator.insight.wording_held import log_lines
from simulator.scenario.model import Claim

TOPIC = "raadsvraag"
"""An inject that raises this is a councillor's question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What the team answered, in its own words."""

    id: str
    minute: int
    by: str
    by_name: str
    text: str
    ratings: tuple[Rating, ...]
    """The last word of each observer."""
    reasons: tuple[str, ...]
    words: str
    """How it was rated; says so when observers differ, or nobody rated it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """Something that was claimed, held against the log."""

    id: str
    text: str
    minute: int
    """The moment that it was held against."""
    holds: bool
    disputed: bool
    """Observers disagree whether it was said."""
    loose: bool
    """No answer was written down, so it was held against the moment at which it was ticked."""
    log: tuple[str, ...]
    """What the log says about it, in sentences."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilQuestion:
    """A councillor's question, and what became of it."""

    id: str
    """An inject's id, or that of a question from the public seat."""
    title: str
    """Empty for a question from the public seat."""
    text: str
    asked_at: int
    from_seat: bool
    """A real councillor asked it, from the public seat."""
    answers: tuple[AnswerView, ...]
    answered_after: int | None
    """Minutes to the first answer; None when there is none."""
    open_for: int | None
    """Minutes that it has been waiting; None when it was answered."""
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilAnswers:
    """All questions, in the order asked."""

    questions: tuple[CouncilQuestion, ...]
    unanswered: tuple[CouncilQuestion, ...]
    contradicted: tuple[ClaimView, ...]
    """What was claimed and the log says otherwise."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tick:
    """The moment at which a claim is to be held against the log."""

    state: State
    loose: bool


def answers(setting: Setting, recorded: Sequence[Recorded], *, now: int = 0) -> CouncilAnswers:
    """Every councillor's question up to minute `now` or the last minute recorded."""
    state, ticks = _walk(recorded)
    latest = max(now, state.minute)
    questions = tuple(sorted(_questions(setting, state, ticks, latest), key=lambda each: each.asked_at))
    contradicted = tuple(claim for each in questions for claim in each.claims if not claim.holds)
    unanswered = tuple(each for each in questions if not each.answers)
    return CouncilAnswers(
        questions=questions,
        unanswered=unanswered,
        contradicted=contradicted,
        words=_summary(len(questions), len(unanswered), sum(len(each.claims) for each in questions), len(contradicted)),
    )


def _walk(recorded: Sequence[Recorded]) -> tuple[State, Mapping[tuple[str, str], _Tick]]:
    """The state at the end, and the moment of each claim: the last answer before it was ticked, or else the tick itself."""
    state, given, ticks = State(), dict[str, State](), dict[tuple[str, str], _Tick]()
    for each in recorded:
        match each.event:
            case AnswerGiven():
                given[each.event.to] = replace(state, minute=max(state.minute, each.minute))
            case ClaimTicked() if each.event.made:
                moment = given.get(each.event.inject)
                here = replace(state, minute=max(state.minute, each.minute))
                ticks[(each.event.inject, each.event.claim)] = _Tick(state=moment or here, loose=moment is None)
            case _:
                pass
        state = evolve(state, each)
    return state, ticks


def _questions(setting: Setting, state: State, ticks: Mapping[tuple[str, str], _Tick], now: int) -> Iterator[CouncilQuestion]:
    answered = {each.event.to for each in state.evaluation.answers.values()}
    for name, fate in state.injects.items():
        inject = setting.injects.get(name)
        asked = inject is not None and (TOPIC in inject.raises or bool(inject.claims))
        if not state.delivered(name) or not (asked or name in answered):
            continue
        improvised = state.improvised.get(name)
        text = inject.text if inject else improvised.inject.text if improvised else ""
        title = w.inject_title(setting, state, name)
        claims = tuple(_claims(setting, state, ticks, name, inject.claims)) if inject else ()
        yield _question(setting, state, name, title=title, text=text, asked_at=fate.minute, claims=claims, now=now)
    for name, asked_event in state.evaluation.asked.items():
        yield _question(setting, state, name, title="", text=asked_event.event.text, asked_at=asked_event.minute, now=now)


def _question(
    setting: Setting, state: State, name: str, *, title: str, text: str, asked_at: int, now: int,
    claims: tuple[ClaimView, ...] = (),
) -> CouncilQuestion:  # fmt: skip
    given = tuple(
        _answer(setting, state, answer, each.minute, each.event)
        for answer, each in state.evaluation.answers.items()
        if each.event.to == name
    )
    return CouncilQuestion(
        id=name,
        title=title,
        text=text.strip(),
        asked_at=asked_at,
        from_seat=not title,
        answers=given,
        answered_after=max(0, given[0].minute - asked_at) if given else None,
        open_for=None if given else max(0, now - asked_at),
        claims=claims,
    )


def _answer(setting: Setting, state: State, name: str, minute: int, given: AnswerGiven) -> AnswerView:
    rated = [each.event for (answer, _), each in state.evaluation.answer_ratings.items() if answer == name]
    ratings = tuple(each.rating for each in rated)
    if not ratings:
        words = "nog niet beoordeeld"
    elif len(set(ratings)) == 1:
        words = RATINGS[ratings[0]]
    else:
        words = f"waarnemers verschillen: {w.listed(tuple(RATINGS[each] for each in dict.fromkeys(ratings)))}"
    return AnswerView(
        id=name,
        minute=minute,
        by=given.by,
        by_name=w.role_name(setting, given.by),
        text=given.text,
        ratings=ratings,
        reasons=tuple(each.reason for each in rated if each.reason),
        words=words,
    )


def _claims(
    setting: Setting, state: State, ticks: Mapping[tuple[str, str], _Tick], inject: str, claims: tuple[Claim, ...]
) -> Iterator[ClaimView]:
    for claim in claims:
        said = [
            each.event.made for (about, name, _), each in state.evaluation.claims.items() if about == inject and name == claim.id
        ]
        tick = ticks.get((inject, claim.id))
        if not any(said) or tick is None:
            continue
        held = holds(tick.state, claim.true_when)
        words = "Klopt volgens het logboek." if held else "Het logboek zegt iets anders."
        loose = " Het antwoord zelf is niet vastgelegd; dit is de stand toen het werd aangevinkt." if tick.loose else ""
        yield ClaimView(
            id=claim.id,
            text=claim.text,
            minute=tick.state.minute,
            holds=held,
            disputed=not all(said),
            loose=tick.loose,
            log=log_lines(setting, tick.state, claim.true_when),
            words=f"{words}{' Waarnemers zijn het niet eens of dit gezegd is.' if not all(said) else ''}{loose}",
        )


def _summary(questions: int, unanswered: int, claims: int, contradicted: int) -> str:
    if not questions:
        return "Niet beoefend: er kwam geen vraag van een raadslid."
    waiting = f"{unanswered} {'bleef' if unanswered == 1 else 'bleven'}" if unanswered else "er bleef niets"
    first = f"Raadsleden stelden {w.count(questions, 'vraag', 'vragen')}; {waiting} onbeantwoord."
    if not claims:
        return first
    said = w.count(claims, "bewering", "beweringen")
    return f"{first} Van {said} spreekt het logboek er {contradicted or 'geen'} tegen."
