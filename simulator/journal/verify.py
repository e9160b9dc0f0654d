"""Is an exercise file whole, and nothing in it changed or cut off since it was written?"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import ExerciseDamaged, UsageWrong
from simulator.journal import connection as door
from simulator.journal.chain import Head, link, root
from simulator.journal.rows import EVENT_ROW, SELECT_EVENTS, header_of, record_of, typed
from simulator.journal.schema import gate

SHORTEST_HEAD = 16
"""A head hash copied by hand may be cut off, but not below this many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What `verify` found."""

    whole: bool
    count: int
    """How many events are in order."""
    head: str
    """Hash of the last event in order; it goes into each report."""
    bad_seq: int | None = None
    """The first event that is not in order; none when the file as a whole is not."""
    why: str = ""
    """In Dutch; also for a whole file, when there is something to know."""


def verify(path: Path, *, expected_head: str | None = None) -> Verdict:
    """Look the whole file over, and compare with the head hash that a report printed.

    A chain finds each edit but no tail that was cut off; only `expected_head` does. NotFound and NotAnExercise are raised;
    JournalUnavailable when the file cannot be read now; UsageWrong for a head that is too short to compare.
    """
    door.must_be_a_file(path)
    try:
        with door.own_errors(path), closing(door.connect_to_read(path)) as connection:
            gate(connection, str(path))
            with door.transaction(connection, "BEGIN"):
                hashes, verdict = _walk(connection, path)
                verdict = _structure(connection, verdict)
    except ExerciseDamaged as damage:
        return Verdict(whole=False, count=0, head="", why=str(damage))
    if expected_head is None or not verdict.whole:
        return verdict
    return _compared(verdict, hashes, re.sub(r"[\s-]", "", expected_head).lower())


def _walk(connection: sqlite3.Connection, path: Path) -> tuple[list[str], Verdict]:
    """The hashes from the root on, as far as all is in order."""
    head = root(header_of(connection, path))
    hashes = [head.hash]
    why = ""
    for row in _rows(connection):
        head, why = _next(head, row, path)
        if why:
            break
        hashes.append(head.hash)
    count = len(hashes) - 1
    return hashes, Verdict(whole=not why, count=count, head=hashes[-1], bad_seq=count + 1 if why else None, why=why)


def _rows(connection: sqlite3.Connection) -> Iterable[object]:
    return connection.execute(f"{SELECT_EVENTS} ORDER BY seq")


def _next(head: Head, row: object, path: Path) -> tuple[Head, str]:
    """The head after this row, and in Dutch what is wrong with the row; empty when nothing is."""
    try:
        record = record_of(row, path)
    except ExerciseDamaged as damage:
        return head, str(damage)
    if record.seq != head.seq + 1:
        return head, f"Gebeurtenis {head.seq + 1} ontbreekt."
    if record.minute < head.minute:
        return head, f"Bij gebeurtenis {record.seq} loopt de oefentijd terug."
    seq, id, wall, minute, actor, kind, data, hash = typed(row, EVENT_ROW, path)
    if link(head.hash, seq, id, wall, minute, actor, kind, data) != hash:
        return head, f"Gebeurtenis {record.seq} is veranderd nadat zij is vastgelegd, of iets ervoor is veranderd."
    return Head(seq=seq, minute=minute, hash=hash), ""


def _structure(connection: sqlite3.Connection, verdict: Verdict) -> Verdict:
    """SQLite's own check of pages and indexes, when all events were in order."""
    if not verdict.whole:
        return verdict
    (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if answer == "ok":
        return verdict
    why = "De gebeurtenissen kloppen, maar het bestand zelf is beschadigd. Maak een reservekopie en ga daarmee verder."
    return Verdict(whole=False, count=verdict.count, head=verdict.head, why=why)


def _compared(verdict: Verdict, hashes: list[str], expected: str) -> Verdict:
    """Does the chain hold the head that a report printed, and is there more since?"""
    if len(expected) < SHORTEST_HEAD:
        raise UsageWrong(f"Het opgegeven zegel is te kort om mee te vergelijken: neem ten minste {SHORTEST_HEAD} tekens over.")
    at = next((seq for seq, hash in enumerate(hashes) if hash.startswith(expected)), None)
    if at is None:
        why = (
            "Het zegel uit het rapport komt niet voor in dit bestand: het einde is eraf, of het rapport hoort bij een "
            "ander bestand."
        )
        return Verdict(whole=False, count=verdict.count, head=verdict.head, why=why)
    later = verdict.count - at
    why = f"Na het rapport zijn er nog {later} gebeurtenissen bij gekomen." if later else ""
    return Verdict(whole=True, count=verdict.count, head=verdict.head, why=why)
