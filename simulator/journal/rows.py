"""Rows of an exercise file as our own values, and nothing that is not exactly one."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from simulator.errors import ExerciseDamaged, NotAnExercise
from simulator.exercise.events import Recorded
from simulator.journal.chain import Head, root
from simulator.journal.codec import decode, encode, kind_of
from simulator.journal.protocol import Header
from simulator.plain import is_plain

SELECT_EVENTS = "SELECT seq, id, wall, minute, actor, type, data, hash FROM events"
EventRow = tuple[int, str, str, int, str, str, str, str]
EVENT_ROW = (int, str, str, int, str, str, str, str)

_SELECT_HEADER = "SELECT exercise, scenario, landscape, seed, model, program FROM meta"
_HEADER_ROW = (str, str, str, int, int, str)


def typed(row: object, types: tuple[type, ...], path: Path) -> tuple[Any, ...]:
    """The row, when all its values are of these types: a changed byte can give a column another type, also when STRICT."""
    if not isinstance(row, tuple) or tuple(map(type, row)) != types:
        raise ExerciseDamaged(f"In {path} staat een regel die Ontregeld zo niet schrijft. Gebruik een reservekopie.")
    return row


def header_of(connection: sqlite3.Connection, path: Path) -> Header:
    """What the exercise was made of."""
    row = connection.execute(_SELECT_HEADER).fetchone()
    if row is None:
        raise NotAnExercise(f"{path} is leeg: er staat geen oefening in. Kies een ander bestand, of een reservekopie.")
    exercise, scenario, landscape, seed, model, program = typed(row, _HEADER_ROW, path)
    return Header(exercise=exercise, scenario=scenario, landscape=landscape, seed=seed, model=model, program=program)


def head_of(connection: sqlite3.Connection, path: Path, header: Header) -> Head:
    """The last event's place in the chain, or the root."""
    row = connection.execute("SELECT seq, minute, hash FROM events ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None:
        return root(header)
    seq, minute, hash = typed(row, (int, int, str), path)
    return Head(seq=seq, minute=minute, hash=hash)


def record_of(row: object, path: Path) -> Recorded:
    """A row of SELECT_EVENTS as a record; strict about its form, silent about its hash."""
    seq, id, wall, minute, actor, kind, data, hash = typed(row, EVENT_ROW, path)
    if not is_plain(f"{id}{wall}{actor}{hash}"):
        raise ExerciseDamaged(f"In {path} staan stuurtekens bij gebeurtenis {seq}. Gebruik een reservekopie.")
    return Recorded(seq=seq, id=id, wall=wall, minute=minute, actor=actor, event=decode(kind, data), hash=hash)


def row_of(record: Recorded) -> EventRow:
    """A record as a row of the table of events."""
    event = record.event
    return (record.seq, record.id, record.wall, record.minute, record.actor, kind_of(event), encode(event), record.hash)
