"""The observer's form in Excel: filled in at the back of the room, and taken back in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors import CommandRefused
from simulator.exercise.evaluation.events import Rating
from simulator.insight.wording_evaluation import RATINGS
from simulator.scenario.references import QUESTIONS
from simulator.session.observing.note import Judgement, Note, Notes
from simulator.sheets import Cell, clock_minutes, read_book, save_new, write_row

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from simulator.exercise.setting import Setting

NOTES, RATED, HELP = "Waarnemingen", "Beoordeling", "Uitleg"
NOTE_HEADS = ("Tijd op de klok", "Wat zag of hoorde u?", "Raadsvraag", "Rol", "Staan er namen in?")
RATED_HEADS = ("Raadsvraag", "Waar het over gaat", "Oordeel", "Waarom?")
HEAD_ROW = 5
EMPTY_ROWS = 60
NO = frozenset({"", "nee", "n", "no", "onwaar", "false", "0", "-"})
"""Whatever else somebody wrote behind a note means that it names people: better one too many kept back."""
LEVELS = {rating.casefold(): rating for rating in Rating} | {words.casefold(): rating for rating, words in RATINGS.items()}
EXCEL_DAY_0 = date(1899, 12, 30)
DAYS = range(36_526, 73_051)
"""The years 2000 to 2099 as Excel counts days: a number that is a date, and a date that an exercise can be on."""
_WIDTHS = {NOTES: (16, 70, 14, 28, 18), RATED: (14, 60, 36, 50)}
Rows = tuple[tuple[Cell, ...], ...]


def write_form(path: Path, setting: Setting, role: str, questions: Mapping[str, str]) -> None:
    """A new form for whoever watches this role; `questions` are the questions to judge, in words, by id."""
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    notes: Worksheet = book.active  # type: ignore[assignment]
    notes.title = NOTES
    _head(notes, setting, role)
    write_row(notes, HEAD_ROW, NOTE_HEADS, bold=True)
    last = HEAD_ROW + EMPTY_ROWS
    roles = ",".join(each.id for each in setting.scenario.roles)
    choices = (("C", ",".join(QUESTIONS)), ("D", roles if len(roles) < 250 else ""), ("E", "ja,nee"))
    for column, offered in choices:
        if offered:
            allowed = DataValidation(type="list", formula1=f'"{offered}"', allow_blank=True, showErrorMessage=False)
            notes.add_data_validation(allowed)
            allowed.add(f"{column}{HEAD_ROW + 1}:{column}{last}")
    rated = book.create_sheet(RATED)
    write_row(rated, 1, RATED_HEADS, bold=True)
    for row, (question, words) in enumerate(questions.items(), 2):
        write_row(rated, row, (question, words))
    if questions:
        levels = DataValidation(type="list", formula1=f'"{",".join(Rating)}"', allow_blank=True, showErrorMessage=False)
        rated.add_data_validation(levels)
        levels.add(f"C2:C{len(questions) + 1}")
    explained = book.create_sheet(HELP)
    for row, line in enumerate(_explanation(), 1):
        write_row(explained, row, (line,))
    explained.column_dimensions["A"].width = 100
    for sheet in (notes, rated):
        for column, width in zip("ABCDE", _WIDTHS[sheet.title], strict=False):
            sheet.column_dimensions[column].width = width
    notes.freeze_panes = f"A{HEAD_ROW + 1}"
    save_new(book, path)


def read_form(path: Path, day: date) -> Notes:
    """What an observer filled in; `day` is the day of the exercise when the form names none.

    CommandRefused with every cell that cannot be understood: then nothing of it is taken over.
    """
    book = read_book(path)
    if NOTES not in book:
        raise CommandRefused(f"{path} is geen waarnemersformulier: het blad '{NOTES}' ontbreekt.")
    top = {row[0].text.rstrip(":").casefold(): row[1] for row in book[NOTES][: HEAD_ROW - 1] if len(row) > 1}
    observer = top["waarnemer"].text if "waarnemer" in top else ""
    wrong: list[str] = []
    if not observer:
        wrong.append(f"{NOTES}!B1: vul uw naam in achter Waarnemer.")
    day = _day(top["datum"], day, wrong) if "datum" in top else day
    notes = tuple(_notes(book[NOTES], day, wrong))
    judgements = tuple(_judgements(book.get(RATED, ()), wrong))
    if wrong:
        raise CommandRefused("\n".join((f"{path.name} is nog niet over te nemen:", *wrong)))
    return Notes(observer=observer, notes=notes, judgements=judgements)


def _head(sheet: Worksheet, setting: Setting, role: str) -> None:
    found = setting.roles.get(role)
    write_row(sheet, 1, ("Waarnemer:", ""), bold=True)
    write_row(sheet, 2, ("Datum:", ""), bold=True)
    write_row(sheet, 3, ("U volgt:", found.name if found else role, "", setting.scenario.title))


def _explanation() -> Iterator[str]:
    yield "OEFENING. Vul bovenaan uw naam in, en de datum van de oefening (bijvoorbeeld 24-11-2026)."
    yield "Schrijf een regel per waarneming: wat zag of hoorde u? Feiten eerst, uw oordeel komt op het blad Beoordeling."
    yield "Tijd op de klok: hoe laat het echt was, zoals 14:05. Het programma zoekt er zelf de tijd van de oefening bij."
    yield "Raadsvraag en rol mogen leeg blijven."
    yield "Staan er namen in? Schrijf dan ja. Zo'n regel komt niet in het openbare verslag."
    yield f"Oordeel: {'; '.join(f'{rating} = {words}' for rating, words in RATINGS.items())}."


def _day(cell: Cell, otherwise: date, wrong: list[str]) -> date:
    if not cell.text:
        return otherwise
    found = _written_day(cell)
    if found is None or (found - EXCEL_DAY_0).days not in DAYS:
        wrong.append(f"{cell.place}: '{cell.text}' is geen datum; schrijf bijvoorbeeld 24-11-2026.")
        return otherwise
    return found


def _written_day(cell: Cell) -> date | None:
    """A day, of whatever year."""
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, int | float) and cell.value in DAYS:
        return EXCEL_DAY_0 + timedelta(days=int(cell.value))
    for layout in ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(cell.text, layout).date()
        except ValueError:
            continue
    return None


def _columns(rows: Rows, heads: tuple[str, ...]) -> tuple[int, dict[str, int]]:
    """The row below the headings, and the column of each heading; somebody may have moved them."""
    for number, row in enumerate(rows):
        found = {cell.text.casefold(): column for column, cell in enumerate(row)}
        if all(head.casefold() in found for head in heads[:2]):
            return number + 1, {head: found[head.casefold()] for head in heads if head.casefold() in found}
    return len(rows), {}


def _notes(rows: Rows, day: date, wrong: list[str]) -> Iterator[Note]:
    first, columns = _columns(rows, NOTE_HEADS)
    if not columns:
        wrong.append(f"{NOTES}: de rij met de kopjes '{NOTE_HEADS[0]}' en '{NOTE_HEADS[1]}' ontbreekt.")
    for row in rows[first:]:
        cells = [row[columns[head]] if head in columns else None for head in NOTE_HEADS]
        clock, said, question, role, named = cells
        if clock is None or said is None or not (clock.text or said.text):
            continue
        minutes = clock_minutes(clock)
        if minutes is None:
            wrong.append(f"{clock.place}: '{clock.text}' is geen tijd; schrijf bijvoorbeeld 14:05.")
        if not said.text:
            wrong.append(f"{said.place}: hier staat een tijd zonder waarneming.")
        asked = _question(question, wrong)
        if minutes is not None and said.text:
            yield Note(
                wall=_wall(day, minutes),
                text=said.text,
                question=asked,
                role=role.text if role else "",
                confidential=named is not None and named.text.casefold().rstrip(".!") not in NO,
                place=said.place,
            )


def _question(cell: Cell | None, wrong: list[str]) -> str:
    if cell is None or not cell.text:
        return ""
    found = next((question for question in QUESTIONS if question.casefold() == cell.text.casefold()), "")
    if not found:
        wrong.append(f"{cell.place}: er is geen raadsvraag '{cell.text}'; ze heten V1, K6a of C4.")
    return found


def _judgements(rows: Rows, wrong: list[str]) -> Iterator[Judgement]:
    first, columns = _columns(rows, RATED_HEADS)
    for row in rows[first:]:
        question, _, level, why = (row[columns[head]] if head in columns else None for head in RATED_HEADS)
        if question is None or level is None or not level.text:
            continue
        rating, asked = LEVELS.get(level.text.casefold()), _question(question, wrong)
        if rating is None:
            wrong.append(f"{level.place}: '{level.text}' is geen oordeel; schrijf {', '.join(Rating)}.")
        elif asked:
            yield Judgement(question=asked, rating=rating, reason=why.text if why else "", place=level.place)


def _wall(day: date, minutes: int) -> str:
    """The time on the wall here, as the journal would write it."""
    return (datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)).astimezone().isoformat(timespec="seconds")
