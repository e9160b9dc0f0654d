"""The tables of an exercise file, and the gate that lets no other file through."""

from __future__ import annotations

import re
import sqlite3

from simulator.errors import ExerciseDamaged, NotAnExercise

APPLICATION_ID = int.from_bytes(b"OEFN", "big")
"""Stands in the file's header; `file` and other programs can know an exercise by it."""
FORMAT = 1
"""The version of the file's format."""

_STRICT_SINCE = (3, 37, 0)

_STATEMENTS = (
    """CREATE TABLE meta (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    exercise TEXT NOT NULL,
    scenario TEXT NOT NULL,
    landscape TEXT NOT NULL,
    seed INTEGER NOT NULL,
    model INTEGER NOT NULL,
    program TEXT NOT NULL
)""",
    """CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    wall TEXT NOT NULL,
    minute INTEGER NOT NULL,
    actor TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    hash TEXT NOT NULL
)""",
    """CREATE TABLE people (
    person TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL
)""",
    """CREATE TABLE position (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    seconds INTEGER NOT NULL,
    running INTEGER NOT NULL,
    factor INTEGER NOT NULL,
    heartbeat TEXT NOT NULL
)""",
    "CREATE TRIGGER meta_stays BEFORE UPDATE ON meta BEGIN SELECT RAISE(ABORT, 'meta never changes'); END",
    "CREATE TRIGGER meta_remains BEFORE DELETE ON meta BEGIN SELECT RAISE(ABORT, 'meta never goes'); END",
    "CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events never change'); END",
    "CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events never go'); END",
    # INSERT OR REPLACE deletes without a delete trigger; so an insert must be the next one, with an id of its own.
    """CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events) OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'events follow each other'); END""",
)


def statements(*, strict: bool) -> tuple[str, ...]:
    """The statements that make an empty exercise file; `strict` tables hold no value of another type."""
    return tuple(
        f"{statement} STRICT" if strict and statement.startswith("CREATE TABLE") else statement for statement in _STATEMENTS
    )


def lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables in a new file; inside the caller's transaction."""
    for statement in statements(strict=sqlite3.sqlite_version_info >= _STRICT_SINCE):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def gate(connection: sqlite3.Connection, path: str) -> None:
    """Let only a file through that this program made and understands, with not a trigger more or less."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise NotAnExercise(f"{path} is geen oefening van Ontregeld. Kies een bestand dat op .oefening eindigt.")
    if version > FORMAT:
        raise NotAnExercise(
            f"{path} is gemaakt met een nieuwere versie van Ontregeld (bestandsversie {version}; deze versie kent {FORMAT}). "
            "Open het met die nieuwere versie."
        )
    if version != FORMAT:
        raise NotAnExercise(f"{path} heeft bestandsversie {version}, die Ontregeld niet kent.")
    found = {_squeezed(sql) for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    if found not in (_wanted(strict=True), _wanted(strict=False)):
        raise ExerciseDamaged(f"De tabellen in {path} zijn buiten Ontregeld veranderd. Gebruik een reservekopie.")


def _wanted(*, strict: bool) -> set[str]:
    return {_squeezed(statement) for statement in statements(strict=strict)}


def _squeezed(sql: object) -> str:
    return re.sub(r"\s+", " ", str(sql))
