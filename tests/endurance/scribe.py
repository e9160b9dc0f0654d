"""Writes an exercise and says what is safe; run under a tracer that fails its system calls or writes them down.

`python -m tests.endurance.scribe PATH APPENDS delete|wal`
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from simulator.errors import JournalUnavailable
from simulator.exercise.events import Recorded
from simulator.journal import connection as door
from simulator.journal.protocol import Position
from simulator.journal.sqlite import SqliteJournal
from tests.journal.builders import OEFENLEIDER, notes

TRIES = 8


def acknowledge(act: Callable[[], tuple[Recorded, ...] | None]) -> tuple[Recorded, ...]:
    """Try again until the disk obeys; end when it does not."""
    for _ in range(TRIES):
        try:
            records = act() or ()
        except JournalUnavailable:
            continue
        os.write(1, "".join(f"ack {record.seq} {record.hash}\n" for record in records).encode() or b"marked\n")
        return records
    sys.exit(3)


def main(path: str, appends: str, mode: str) -> None:
    door.wal_is_safe = lambda _: mode == "wal"
    try:
        journal = SqliteJournal.open(Path(path))
    except JournalUnavailable:
        sys.exit(3)
    seq = 0
    for turn in range(int(appends)):
        seq += len(acknowledge(lambda turn=turn, seq=seq: journal.append(seq, notes(seq, 1 + turn % 3), OEFENLEIDER)))
        if turn % 4 == 3:
            acknowledge(lambda seq=seq: journal.mark(Position(seconds=seq, running=True, factor=1)))
    os._exit(0)  # no tidy close: the machine goes on, or it does not


if __name__ == "__main__":
    main(*sys.argv[1:])
