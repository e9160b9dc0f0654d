"""Following an exercise that another process moves on: projector and seats."""

from __future__ import annotations

from simulator.exercise.events import Recorded
from simulator.journal.protocol import Journal, Position

POLL_SECONDS = 0.05
"""How long to wait between two polls; the waiting itself is the caller's."""


class Follower:
    """Gives each event once, in order. Takes a journal of its own: nobody else may ask that one what changed."""

    def __init__(self, journal: Journal, *, after: int = 0) -> None:
        self.seen = after
        """The highest seq given so far."""
        self.position: Position = journal.position()
        """Where the clock stood at the last poll."""
        self._journal = journal
        self._behind = True

    def poll(self) -> tuple[Recorded, ...]:
        """What came since the last poll; after an error the next poll gives it."""
        self._behind = self._journal.changed() or self._behind
        if not self._behind:
            return ()
        records = self._journal.read(self.seen)
        self.position = self._journal.position()
        self._behind = False
        if records:
            self.seen = records[-1].seq
        return records
