"""Excel files, read without trust and written without formulas. Loads openpyxl, so only where a sheet is asked for."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors import CommandRefused, NotFound, OutputFailed, reason
from simulator.plain import plain

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST = 64 * 1024 * 1024
"""Bytes, unzipped."""
MOST_ROWS = 20_000

Value = str | int | float | bool | time | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with something in it, or nothing."""

    place: str
    """Such as `Waarnemingen!A7`."""
    value: Value

    @property
    def text(self) -> str:
        """What stands in it, as safe text; empty for nothing."""
        if self.value is None:
            return ""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return plain(str(self.value)).strip()


def read_book(path: Path) -> dict[str, tuple[tuple[Cell, ...], ...]]:
    """The rows of every sheet, by the sheet's name. NotFound or CommandRefused when it is no Excel file that can be read."""
    from openpyxl import load_workbook

    _refuse_what_is_no_book(path)
    try:
        book = load_workbook(path, keep_links=False)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, SyntaxError, zipfile.BadZipFile) as error:
        raise CommandRefused(f"{path} is niet te lezen als Excel-bestand. Sla het opnieuw op als .xlsx.") from error
    return {plain(sheet.title): tuple(_rows(sheet)) for sheet in book.worksheets}


def write_row(sheet: Worksheet, row: int, texts: Sequence[str], *, bold: bool = False) -> None:
    """Text in the cells of a row (from 1), never a formula."""
    from openpyxl.styles import Alignment, Font

    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row=row, column=column)
        cell.value = plain(text)
        cell.data_type = "s"
        cell.quotePrefix = text[:1] in ("=", "+", "-", "@")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=bold)


def save_new(book: Workbook, path: Path) -> None:
    """Write a file that is not there yet. CommandRefused when it is; OutputFailed when it cannot be written."""
    made = False
    try:
        with path.open("xb") as opened:
            made = True
            book.save(opened)
    except FileExistsError:
        raise CommandRefused(f"{path} bestaat al en wordt niet overschreven. Kies een andere naam.") from None
    except OSError as error:
        if made:
            path.unlink(missing_ok=True)  # half a file would stand in the way of the next attempt
        raise OutputFailed(f"{path} kan niet worden geschreven: {reason(error)}. Kies een andere plek.") from error


def clock_minutes(cell: Cell) -> int | None:
    """Minutes after midnight as people write them in Excel: a time, 9:05, 9.05u, 905, 0.38; None when it is none of these."""
    value = cell.value
    if isinstance(value, datetime | time):
        return value.hour * 60 + value.minute
    if isinstance(value, float) and 0 <= value < 1:
        return round(value * 24 * 60)
    return _written_time(cell.text)


def _written_time(text: str) -> int | None:
    bare = text.casefold().removesuffix("uur").removesuffix("u").removesuffix("h").strip().replace(".", ":").replace(",", ":")
    hours, colon, minutes = bare.partition(":")
    if not colon:
        hours, minutes = (bare, "0") if len(bare) <= 2 else (bare[:-2], bare[-2:])
    digits = hours.isascii() and hours.isdigit() and minutes[:2].isascii() and minutes[:2].isdigit()
    if not digits or int(hours) > 23 or int(minutes[:2]) > 59:
        return None
    return int(hours) * 60 + int(minutes[:2])


def _refuse_what_is_no_book(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unzipped = sum(item.file_size for item in archive.infolist())
    except FileNotFoundError:
        raise NotFound(f"Het bestand {path} bestaat niet. Controleer de naam en de map.") from None
    except (OSError, zipfile.BadZipFile, ValueError) as error:
        raise CommandRefused(f"{path} is geen Excel-bestand (.xlsx).") from error
    if unzipped > LARGEST:
        raise CommandRefused(f"{path} is uitgepakt te groot ({unzipped // 1024 // 1024} MB). Haal weg wat er niet in hoort.")


def _rows(sheet: Worksheet) -> Iterator[tuple[Cell, ...]]:
    name = plain(sheet.title)
    for row in sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS)):
        yield tuple(Cell(place=f"{name}!{cell.coordinate}", value=_value(cell.value)) for cell in row)


def _value(found: object) -> Value:
    return found if isinstance(found, str | int | float | bool | time | datetime) or found is None else str(found)
