"""This team's choices beside published polls of others, and beside its own earlier exercises. Never a norm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.exercise.evaluation.events import Rating
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.harm import HarmFigures, harm_of
from simulator.insight.wording_evaluation import RATINGS
from simulator.scenario.council.peers import Poll

NO_POLLS: Mapping[str, Poll] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierExercise:
    """What is kept of another exercise of this team, to lay beside this one."""

    title: str
    scenario: str
    """Its id: figures of another scenario cannot be compared."""
    played_on: str
    """In words, such as '22 november 2026'; may be empty."""
    harm: HarmFigures
    choices: Mapping[str, tuple[str, ...]]
    """The answers chosen, by poll."""
    ratings: Mapping[str, Rating]
    """The rating of each of the council's questions, by id; only what an observer confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorAnswer:
    """An answer of a poll."""

    id: str
    text: str
    share: int | None
    share_words: str
    """'63%' or 'niet gepubliceerd'."""
    yours: bool
    """This team chose it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorPoll:
    """A poll beside what this team chose."""

    id: str
    title: str
    question: str
    answers: tuple[MirrorAnswer, ...]
    yours: str
    """What this team did, as a sentence."""
    chosen: tuple[str, ...]
    """Ids of the answers; empty when it came to no choice, or to one that none of the answers is like."""
    votes_words: str
    """'aantal stemmen: onbekend', and among whom."""
    source: str
    before: tuple[tuple[str, str], ...]
    """Earlier exercises: (title and day, what was chosen)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure of this exercise and of the earlier ones, in their order."""

    label: str
    now: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """All of it."""

    polls: tuple[MirrorPoll, ...]
    """Only polls that this scenario asks about."""
    caveat: str
    earlier: tuple[str, ...]
    """Titles of the earlier exercises, with their day."""
    figures: tuple[FigureRow, ...]
    """Empty without earlier exercises."""
    note: str
    """What to bear in mind with the figures; may be empty."""


def mirror(
    setting: Setting,
    state: State,
    polls: Mapping[str, Poll] = NO_POLLS,
    earlier: tuple[EarlierExercise, ...] = (),
    *,
    caveat: str = "",
    ratings: Mapping[str, Rating] | None = None,
) -> Mirror:
    """This team beside others and beside itself. `ratings` are those of this exercise."""
    asked = _decisions(setting)
    chosen = choices(setting, state)
    other = sum(each.scenario != setting.scenario.id for each in earlier)
    return Mirror(
        polls=tuple(_poll(setting, state, poll, asked[poll.id], chosen, earlier) for poll in polls.values() if poll.id in asked),
        caveat=caveat,
        earlier=tuple(_title(each) for each in earlier),
        figures=tuple(_figures(harm_of(setting, state), ratings or {}, earlier)) if earlier else (),
        note=f"{w.count(other, 'eerdere oefening had', 'eerdere oefeningen hadden')} een ander scenario: "
        "leg de uren en de euro's daarvan niet naast deze."
        if other
        else "",
    )


def choices(setting: Setting, state: State) -> Mapping[str, tuple[str, ...]]:
    """The answers that the team's standing choices are like, by poll; also those that came about because nobody decided."""
    found: dict[str, dict[str, None]] = {}
    for decision in setting.decisions:
        option = _option(state, decision)
        chosen = setting.option(decision, option) if option else None
        for each in chosen.mirrors if chosen else ():
            poll, _, answer = each.partition("/")
            found.setdefault(poll, {})[answer] = None
    return {poll: tuple(answers) for poll, answers in found.items()}


def _option(state: State, decision: str) -> str:
    """The option that holds; empty when there is none, or it is in the team's own words."""
    record = state.standing(decision)
    if record is not None:
        return record.taken.option
    opened = state.decisions.get(decision)
    return opened.default if opened is not None and not state.ever_taken(decision) else ""


def _decisions(setting: Setting) -> Mapping[str, tuple[str, ...]]:
    """The decisions that ask about each poll."""
    found: dict[str, dict[str, None]] = {}
    for decision in setting.scenario.decisions:
        for option in decision.options:
            for each in option.mirrors:
                found.setdefault(each.partition("/")[0], {})[decision.id] = None
    return {poll: tuple(decisions) for poll, decisions in found.items()}


def _poll(
    setting: Setting,
    state: State,
    poll: Poll,
    decisions: tuple[str, ...],
    chosen: Mapping[str, tuple[str, ...]],
    earlier: tuple[EarlierExercise, ...],
) -> MirrorPoll:
    yours = chosen.get(poll.id, ())
    texts = {answer.id: answer.text for answer in poll.answers}
    return MirrorPoll(
        id=poll.id,
        title=poll.title,
        question=poll.question,
        answers=tuple(
            MirrorAnswer(
                id=answer.id,
                text=answer.text,
                share=answer.share,
                share_words="niet gepubliceerd" if answer.share is None else f"{answer.share}%",
                yours=answer.id in yours,
            )
            for answer in poll.answers
        ),
        yours=_yours(setting, state, decisions, tuple(texts.get(each, each) for each in yours)),
        chosen=yours,
        votes_words=f"gepeild onder {poll.among}; aantal stemmen: {'onbekend' if poll.votes is None else w.number(poll.votes)}",
        source=poll.source,
        before=tuple((_title(each), _chose(each.choices.get(poll.id, ()), texts)) for each in earlier),
    )


def _yours(setting: Setting, state: State, decisions: tuple[str, ...], answers: tuple[str, ...]) -> str:
    titles = w.listed(tuple(w.quoted(w.decision_title(setting, name)) for name in decisions))
    taken = any(state.standing(name) for name in decisions)
    if answers and taken:
        return f"Dit team, bij {titles}: {w.listed(answers)}."
    if answers:
        return f"Dit team besloot niet over {titles}. Daardoor gold wat lijkt op: {w.listed(answers)}."
    if taken:
        return f"Dit team koos bij {titles} iets dat op geen van deze antwoorden lijkt."
    if any(name in state.decisions for name in decisions):
        return f"Dit team besloot niet over {titles}."
    return "Dit kwam in deze oefening niet aan de orde."


def _chose(answers: tuple[str, ...], texts: Mapping[str, str]) -> str:
    return w.listed(tuple(texts.get(each, each) for each in answers)) or "geen keuze"


def _title(each: EarlierExercise) -> str:
    return f"{each.title} ({each.played_on})" if each.played_on else each.title


def _figures(now: HarmFigures, ratings: Mapping[str, Rating], earlier: tuple[EarlierExercise, ...]) -> Iterator[FigureRow]:
    past = [each.harm for each in earlier]
    yield _row("Dienst-uren die inwoners misten", [w.about(each.resident_hours) for each in (now, *past)])
    yield _row("Daarvan na de uiterste grens", [w.about(each.resident_hours_beyond_limit) for each in (now, *past)])
    yield _row("Geschatte kosten", [w.about_euros(each.cost_low, each.cost_high) for each in (now, *past)])
    yield _row("Termijnen niet gehaald", [w.number(each.clocks_missed) for each in (now, *past)])
    asked = dict.fromkeys((*ratings, *(name for each in earlier for name in each.ratings)))
    for question in asked:
        found = [each.get(question, Rating.N) for each in (ratings, *(each.ratings for each in earlier))]
        yield _row(f"Raadsvraag {question}", [RATINGS[rating] for rating in found])


def _row(label: str, values: list[str]) -> FigureRow:
    return FigureRow(label=label, now=values[0], before=tuple(values[1:]))
