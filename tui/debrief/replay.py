"""Looking back: what was the case at any minute, and where on the line of time something happened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.exercise.events import Recorded
    from simulator.exercise.setting import Setting
    from simulator.exercise.state import State
    from simulator.insight.timeline import Entry

EVERY = 16
"""Events between two states that are kept: at most so many are folded for any minute."""
QUIET = ("techniek", "notitie")
"""Kinds of entries that are not shown: bookkeeping, and notes that may name people."""


class Lane(StrEnum):
    """The kinds of marks on the line of time."""

    BESLUIT = "besluiten"
    BERICHT = "berichten"
    KLOK = "klokken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something that happened, as a sign on the line."""

    minute: int
    lane: Lane
    sign: str
    """◆ decided, – nobody decided, ▪ message, ✓ clock met, ✗ clock missed."""


class Replay:
    """An exercise played back. Cheap to make again when events were added: `before` gives its states on."""

    def __init__(self, setting: Setting, recorded: tuple[Recorded, ...], before: Replay | None = None) -> None:
        self.setting = setting
        self.recorded = recorded
        self._minutes = [each.minute for each in recorded]
        self._kept: list[State] = before._kept if before is not None and _goes_on(before.recorded, recorded) else []

    @property
    def last(self) -> int:
        """The last minute at which anything was recorded."""
        return self._minutes[-1] if self._minutes else 0

    def events_until(self, minute: int) -> int:
        """How many events were recorded up to the end of that minute."""
        return bisect_right(self._minutes, minute)

    def state_at(self, minute: int) -> State:
        """What was the case at the end of that minute."""
        return replace(self._folded(self.events_until(minute)), minute=minute)

    def _folded(self, count: int) -> State:
        from simulator.exercise.evolve import evolve
        from simulator.exercise.state import State

        if not self._kept:
            self._kept.append(State())
        state = self._kept[min(count // EVERY, len(self._kept) - 1)]
        first = min(count // EVERY, len(self._kept) - 1) * EVERY
        for done, each in enumerate(self.recorded[first:count], first + 1):
            state = evolve(state, each)
            if done == len(self._kept) * EVERY:
                self._kept.append(state)
        return state

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What happened, but for bookkeeping and notes."""
        from simulator.insight.timeline import timeline

        return tuple(each for each in timeline(self.setting, self.recorded) if each.kind not in QUIET)

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """The minutes at which something happened, from 0 to the last; at least one."""
        return tuple(sorted({0, self.last, *(each.minute for each in self.entries)}))

    def happened(self, minute: int) -> tuple[Entry, ...]:
        """What happened at that minute; else what did last before it."""
        stop = self.stops[max(0, bisect_right(self.stops, minute) - 1)]
        first = bisect_left(self.entries, stop, key=lambda each: each.minute)
        return self.entries[first : bisect_right(self.entries, stop, key=lambda each: each.minute)]

    @cached_property
    def rounds(self) -> tuple[tuple[int, str], ...]:
        """Minute and title of each round that began."""
        from simulator.exercise.events import RoundStarted

        titles = {name: found.title for name, found in self.setting.rounds.items()}
        events = ((each.minute, each.event) for each in self.recorded)
        return tuple((minute, titles.get(e.round, e.round)) for minute, e in events if isinstance(e, RoundStarted))

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """All signs on the line, in order."""
        return tuple(_marks(self.recorded))

    def place(self, minute: int) -> float:
        """Where a minute stands on the line, from 0 to 1. It counts happenings: a busy hour is longer than a quiet night."""
        stops = self.stops
        at = bisect_right(stops, minute) - 1
        if at >= len(stops) - 1:
            return 1.0 if len(stops) > 1 else 0.0
        return (at + (minute - stops[at]) / (stops[at + 1] - stops[at])) / (len(stops) - 1)

    def step(self, minute: int, way: int) -> int:
        """The next moment at which something happened, or the one before (`way` -1)."""
        stops = self.stops
        if way > 0:
            return stops[min(bisect_right(stops, minute), len(stops) - 1)]
        return stops[max(bisect_left(stops, minute) - 1, 0)]

    def round_step(self, minute: int, way: int) -> int:
        """The beginning of the next round or of this one, or of the one before; at the ends the first or last minute."""
        edges = sorted({0, self.last, *(begin for begin, _ in self.rounds)})
        if way > 0:
            return edges[min(bisect_right(edges, minute), len(edges) - 1)]
        return edges[max(bisect_left(edges, minute) - 1, 0)]

    def round_at(self, minute: int) -> str:
        """The title of the round at that minute; empty before the first."""
        return next((title for begin, title in reversed(self.rounds) if begin <= minute), "")


def _goes_on(before: tuple[Recorded, ...], recorded: tuple[Recorded, ...]) -> bool:
    """Whether events were only added."""
    return len(before) <= len(recorded) and (not before or before[-1] == recorded[len(before) - 1])


def _marks(recorded: tuple[Recorded, ...]) -> Iterator[Mark]:
    from simulator.exercise import events as e

    for each in recorded:
        match each.event:
            case e.DecisionTaken():
                yield Mark(minute=each.minute, lane=Lane.BESLUIT, sign="◆")
            case e.DecisionDefaulted():
                yield Mark(minute=each.minute, lane=Lane.BESLUIT, sign="–")
            case e.InjectDelivered() | e.InjectImprovised():
                yield Mark(minute=each.minute, lane=Lane.BERICHT, sign="▪")
            case e.ClockMet():
                yield Mark(minute=each.minute, lane=Lane.KLOK, sign="✓")
            case e.ClockMissed():
                yield Mark(minute=each.minute, lane=Lane.KLOK, sign="✗")
            case _:
                continue
