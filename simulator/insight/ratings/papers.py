"""The checklist of documents: shown, old, not there, or not looked at."""

from __future__ import annotations

from simulator.exercise.evaluation.events import DocumentChecked, Shown
from simulator.exercise.state import State
from simulator.insight.ratings.values import Paper, PaperStatus
from simulator.scenario.council.documents import Document
from simulator.scenario.council.load import Catalogue

STATUS = {
    Shown.GETOOND: PaperStatus.GETOOND,
    Shown.VEROUDERD: PaperStatus.VEROUDERD,
    Shown.ONTBREEKT: PaperStatus.ONTBREEKT,
}


def papers(state: State, catalogue: Catalogue, day: str) -> tuple[Paper, ...]:
    """Every document of the catalogue. `day` is when it was played (ISO), or empty when that is not known."""
    checked = state.evaluation.documents
    return tuple(
        _paper(document, checked[name].event if name in checked else None, day) for name, document in catalogue.documents.items()
    )


def _paper(document: Document, checked: DocumentChecked | None, day: str) -> Paper:
    status = STATUS[checked.shown] if checked else PaperStatus.NIET_BEKEKEN
    dated = checked.dated if checked else ""
    age = months_between(dated, day)
    too_old = status is PaperStatus.GETOOND and document.months is not None and age is not None and age > document.months
    status = PaperStatus.VEROUDERD if too_old else status
    return Paper(
        id=document.id,
        title=document.title,
        look_for=document.look_for,
        questions=document.questions,
        status=status,
        dated=dated,
        note=checked.note if checked else "",
        words=_words(status, dated, document.months if too_old else None),
    )


def _words(status: PaperStatus, dated: str, months: int | None) -> str:
    of = f", van {_day(dated)}" if dated else ""
    match status:
        case PaperStatus.GETOOND:
            return f"getoond{of}"
        case PaperStatus.VEROUDERD:
            return f"getoond, maar verouderd{of}" + (f" (ouder dan {months} maanden)" if months else "")
        case PaperStatus.ONTBREEKT:
            return "is er niet"
        case PaperStatus.NIET_BEKEKEN:
            return "niet bekeken"


def _day(dated: str) -> str:
    year, month, day = dated.split("-")
    return f"{int(day)}-{int(month)}-{year}"


def months_between(then: str, now: str) -> int | None:
    """Whole months from one ISO date to another; None when one of them is not known."""
    if len(then) < 10 or len(now) < 10:
        return None
    (year, month, day), (year_now, month_now, day_now) = (
        tuple(int(part) for part in each[:10].split("-")) for each in (then, now)
    )
    return 12 * (year_now - year) + month_now - month - (day_now < day)
