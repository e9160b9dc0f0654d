"""An observer's own file: a line of JSON a note, written to disk at once. It is merged into the exercise later."""

from __future__ import annotations

import json
import os
from pathlib import Path

from simulator.errors import CommandRefused, JournalUnavailable, NotFound, reason
from simulator.plain import plain
from simulator.session.observing.note import Note, Notes
from simulator.session.observing.walltime import moment

MARK = "ontregeld-notities"
FORMAT = 1
LARGEST = 16 * 1024 * 1024
"""Bytes; no observer writes more in a day."""


class Notebook:
    """A file of notes that is written to. Use `open`."""

    def __init__(self, path: Path, observer: str) -> None:
        self.path = path
        self.observer = observer

    @classmethod
    def open(cls, path: Path, observer: str) -> Notebook:
        """A new notebook, or more pages in one's own. CommandRefused when it is somebody else's."""
        if path.exists() and path.stat().st_size > 0:
            owner = read_notebook(path).observer
            if owner.casefold() != observer.casefold():
                raise CommandRefused(f"{path} is het notitiebestand van {owner}. Kies een ander bestand.")
        else:
            try:
                _append(path, {"soort": MARK, "format": FORMAT, "waarnemer": observer})
            except OSError as error:
                raise JournalUnavailable(
                    f"Het notitiebestand {path} kan niet worden gemaakt: {reason(error)}. Kies een andere plek."
                ) from error
        return cls(path, observer)

    def write(self, note: Note) -> None:
        """Write a note down; when this returns it is on the disk. JournalUnavailable when it cannot be."""
        line = {
            "wall": note.wall,
            "question": note.question,
            "role": note.role,
            "text": note.text,
            "confidential": note.confidential,
        }
        try:
            _append(self.path, line)
        except OSError as error:
            raise JournalUnavailable(
                f"De notitie kan niet worden opgeslagen in {self.path}: {reason(error)}. Uw tekst staat nog op het scherm."
            ) from error

    def read(self) -> Notes:
        """All notes so far."""
        return read_notebook(self.path)


def is_notebook(path: Path) -> bool:
    """Whether the file says that it is a notebook."""
    try:
        with path.open(encoding="utf-8", errors="replace") as opened:
            return MARK in opened.readline(400)
    except OSError:
        return False


def read_notebook(path: Path) -> Notes:
    """What stands in a notebook. A line that was cut off or changed is left out, and told. CommandRefused when it is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise CommandRefused(f"{path} is te groot voor een notitiebestand.")
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except FileNotFoundError:
        raise NotFound(f"Het notitiebestand {path} bestaat niet. Controleer de naam en de map.") from None
    except OSError as error:
        raise JournalUnavailable(f"{path} kan niet worden gelezen: {reason(error)}.") from error
    head = _line(lines[0]) if lines else None
    if not isinstance(head, dict) or head.get("soort") != MARK:
        raise CommandRefused(f"{path} is geen notitiebestand van Ontregeld.")
    if head.get("format") != FORMAT:
        raise CommandRefused(f"{path} is geschreven door een andere versie van Ontregeld. Voeg het samen met die versie.")
    found, remarks = [], []
    for number, line in enumerate(lines[1:], 2):
        note = _note(_line(line), f"regel {number}")
        if note is None:
            remarks.append(f"Regel {number} van {path.name} is niet te lezen en telt niet mee. Zij staat nog in dat bestand.")
        else:
            found.append(note)
    return Notes(observer=plain(str(head.get("waarnemer", ""))) or "waarnemer", notes=tuple(found), remarks=tuple(remarks))


def _line(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _note(line: object, place: str) -> Note | None:
    if not isinstance(line, dict):
        return None
    texts = [line.get(name) for name in ("wall", "text", "question", "role")]
    if not all(isinstance(each, str) for each in texts) or not isinstance(line.get("confidential"), bool):
        return None
    wall, text, question, role = (str(each) for each in texts)
    try:
        moment(wall)
    except ValueError:
        return None
    kept = {"question": plain(question), "role": plain(role)}
    return (
        Note(wall=wall, text=plain(text).strip(), **kept, confidential=line["confidential"], place=place)
        if text.strip()
        else None
    )


def _append(path: Path, line: dict[str, object]) -> None:
    """One line, on the disk when this returns; after a line that was cut off, on a line of its own. OSError as it comes."""
    text = json.dumps(line, ensure_ascii=False) + "\n"
    with path.open("ab+") as opened:
        if opened.tell() > 0:
            opened.seek(-1, os.SEEK_END)
            text = text if opened.read(1) == b"\n" else f"\n{text}"
        opened.write(text.encode("utf-8"))
        opened.flush()
        os.fsync(opened.fileno())
