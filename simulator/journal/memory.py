"""A journal without a file: for rehearsals, forecasts and tests; it keeps the same promises but that of the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from simulator.errors import ConcurrentAppend
from simulator.exercise.events import Recorded, Stamped
from simulator.journal.chain import Head, extend, root
from simulator.journal.protocol import START, Header, NewId, Position, WallClock, fit_name, new_id, wall_now


@dataclass(slots=True)
class _Tape:
    """What several journals share as if it were a file."""

    records: list[Recorded] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    position: Position = START
    writes: int = 0


class MemoryJournal:
    """One of any number of journals on the same tape; for one thread."""

    def __init__(self, header: Header, *, wall: WallClock = wall_now, new_id: NewId = new_id) -> None:
        self.header = header
        self._wall = wall
        self._new_id = new_id
        self._tape = _Tape()
        self._seen = 0
        self._own = 0

    def another(self) -> MemoryJournal:
        """A second journal on the same exercise, as another process would open."""
        journal = MemoryJournal(self.header, wall=self._wall, new_id=self._new_id)
        journal._tape = self._tape
        journal._seen = self._tape.writes
        return journal

    def append(self, expected: int, stamped: Sequence[Stamped], actor: str) -> tuple[Recorded, ...]:
        """See Journal.append."""
        if not stamped:
            return ()
        records = self._tape.records
        if len(records) != expected:
            raise ConcurrentAppend("Een ander scherm legde net iets vast. Kijk wat er veranderd is en probeer het opnieuw.")
        ids = [self._new_id() for _ in stamped]
        added = extend(self._head(), stamped, ids=ids, wall=self._wall(), actor=actor)
        records.extend(added)
        self._wrote()
        return added

    def read(self, after: int = 0) -> tuple[Recorded, ...]:
        """See Journal.read."""
        return tuple(self._tape.records[after:])

    def changed(self) -> bool:
        """See Journal.changed."""
        foreign = self._tape.writes - self._own
        changed, self._seen = foreign != self._seen, foreign
        return changed

    def position(self) -> Position:
        """See Journal.position."""
        return self._tape.position

    def mark(self, position: Position) -> None:
        """See Journal.mark."""
        self._tape.position = replace(position, heartbeat=self._wall())
        self._wrote()

    def names(self) -> dict[str, str]:
        """See Journal.names."""
        return dict(sorted(self._tape.names.items()))

    def give_name(self, person: str, name: str) -> None:
        """See Journal.give_name."""
        self._tape.names[person] = fit_name(name)
        self._wrote()

    def forget_name(self, person: str) -> None:
        """See Journal.forget_name."""
        self._tape.names.pop(person, None)
        self._wrote()

    def close(self) -> None:
        """See Journal.close. The tape stays as long as another journal holds it."""

    def _wrote(self) -> None:
        self._tape.writes += 1
        self._own += 1

    def _head(self) -> Head:
        if not self._tape.records:
            return root(self.header)
        last = self._tape.records[-1]
        return Head(seq=last.seq, minute=last.minute, hash=last.hash)
