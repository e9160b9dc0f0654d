"""The improvement plan: what will be mended, by which function, by when, and when it comes back to the council.

Names of contacts are left out: they stand in a table of their own and never in what is told.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.evaluation.events import ImprovementPlanned
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.wording_evaluation import ELEMENTS, day


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementRow:
    """An improvement that was agreed."""

    id: str
    what: str
    why: str
    element: str
    """beleid of plan, organisatie, middelen, opleiding or oefening."""
    owner: str
    """A function in the organisation."""
    start: str
    """ISO date; empty when not agreed."""
    due: str
    """ISO date; empty when not agreed."""
    start_words: str
    """Such as '1 februari 2027', or 'nog af te spreken'."""
    due_words: str
    returns: str
    """When it comes back to the council, or 'nog af te spreken'."""
    question: str
    """The council's question that it follows from; may be empty."""
    overdue: bool
    """Its date has passed; only told when the day is given."""
    missing: tuple[str, ...]
    """What is still to be agreed: waarom, begin, einddatum, terugkomst in de raad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvements:
    """The plan."""

    rows: tuple[ImprovementRow, ...]
    """Nearest date first; without a date last."""
    words: str


def improvements(state: State, *, today: str = "") -> Improvements:
    """The plan as it stands. `today` is an ISO date; without it nothing is called overdue."""
    rows = [_row(name, each.event, today) for name, each in state.evaluation.improvements.items()]
    ordered = tuple(sorted(rows, key=lambda row: (not row.due, row.due)))
    return Improvements(rows=ordered, words=_summary(ordered))


def _row(name: str, planned: ImprovementPlanned, today: str) -> ImprovementRow:
    lacks = (
        ("waarom", not planned.why),
        ("begindatum", not planned.start),
        ("einddatum", not planned.due),
        ("wanneer het terugkomt in de raad", not planned.returns),
    )
    return ImprovementRow(
        id=name,
        what=planned.what,
        why=planned.why,
        element=ELEMENTS[planned.element],
        owner=planned.owner,
        start=planned.start,
        due=planned.due,
        start_words=day(planned.start) or TO_AGREE,
        due_words=day(planned.due) or TO_AGREE,
        returns=planned.returns or TO_AGREE,
        question=planned.question,
        overdue=bool(today and planned.due) and planned.due < today,
        missing=tuple(word for word, missing in lacks if missing),
    )


TO_AGREE = "nog af te spreken"


def _summary(rows: tuple[ImprovementRow, ...]) -> str:
    if not rows:
        return "Er zijn nog geen verbeteracties afgesproken."
    told = f"Afgesproken {'is' if len(rows) == 1 else 'zijn'} {w.count(len(rows), 'verbeteractie', 'verbeteracties')}."
    late = sum(row.overdue for row in rows)
    passed = f" Van {late} is de einddatum voorbij." if late else ""
    undated = sum(not row.due for row in rows)
    return told + (f" Bij {undated} ontbreekt de einddatum." if undated else "") + passed
