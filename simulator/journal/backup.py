"""A second copy of an exercise file, whole or not at all, while the exercise goes on."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from simulator.errors import JournalUnavailable, reason
from simulator.journal import connection as door
from simulator.journal.rows import head_of, header_of
from simulator.journal.schema import gate


def back_up(source: sqlite3.Connection, path: Path, target: Path) -> None:
    """Copy the exercise open at `path` to `target`, replacing an earlier copy of it that is no longer.

    Written beside the target first and renamed at the end, so an earlier copy stays until the new one is whole.
    """
    try:
        if target.exists() and path.exists() and target.samefile(path):
            raise JournalUnavailable(f"{target} is de oefening zelf. Kies voor de kopie een andere plek.")
        _must_give_way(target, *_identity(source, path))
        _replace(source, target)
    except OSError as error:
        raise JournalUnavailable(f"De kopie {target} kan niet worden gemaakt: {reason(error)}. Kies een andere plek.") from error


def _replace(source: sqlite3.Connection, target: Path) -> None:
    fresh = target.with_name(f"{target.name}.nieuw")
    fresh.unlink(missing_ok=True)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        _write(source, fresh)
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def _write(source: sqlite3.Connection, fresh: Path) -> None:
    with door.own_errors(fresh), closing(door.connect(fresh)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, to be carried off on a stick


def _identity(connection: sqlite3.Connection, path: Path) -> tuple[str, int]:
    """The exercise's id and how many events it has."""
    header = header_of(connection, path)
    return header.exercise, head_of(connection, path, header).seq


def _must_give_way(target: Path, exercise: str, events: int) -> None:
    """Refuse to overwrite anything but an earlier copy."""
    if not target.exists():
        return
    door.must_be_a_file(target)
    with door.own_errors(target), closing(door.connect(target)) as connection:
        gate(connection, str(target))
        other, length = _identity(connection, target)
    if other != exercise:
        raise JournalUnavailable(f"{target} is een andere oefening en wordt niet overschreven. Kies een andere naam.")
    if length > events:
        raise JournalUnavailable(f"{target} bevat meer van deze oefening en wordt niet overschreven. Kies een andere naam.")
