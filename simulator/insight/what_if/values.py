"""What comes of each answer to a dilemma, as values; each kind of harm apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Judged(StrEnum):
    """What can be said of the difference that an option makes. Less is better."""

    MINDER = "minder"
    MEER = "meer"
    GELIJK = "geen verschil"
    """None in this model, with any durations that were tried."""
    NIET_TE_ZEGGEN = "niet te zeggen"
    """It turns with the durations that the model may have wrong, or is smaller than the error."""
    NIET_DOORGEREKEND = "niet doorgerekend"
    """The option brings nothing of this kind that the model knows: not the same as no difference."""


class Shift(StrEnum):
    """How a node fares otherwise than when nobody decides, in this exercise."""

    VALT_UIT = "valt uit"
    BLIJFT_WERKEN = "blijft werken"
    EERDER_TERUG = "eerder terug"
    LATER_TERUG = "later terug"
    LEVERT_MEER = "levert meer"
    """Back at the same minute, but with less missed on the way there."""
    LEVERT_MINDER = "levert minder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One kind of harm over the futures that agree with what was played so far."""

    total: float
    """The average, to the horizon."""
    spread: tuple[int, int, int, int, int]
    """Of 100 futures 5, 25, 50, 75 and 95 have at most this."""
    change: float
    """The average of this way less that of nobody, future by future."""
    standard_error: float | None
    """Of `change`; None with one future."""
    low: float
    """Of `change`: the least over the repair factors, within two standard errors."""
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One kind of harm when things go this way."""

    kind: str
    """As in the harm of a rehearsal: resident_hours, resident_hours_beyond_limit, cost_low, cost_high or clocks_missed."""
    name: str
    """In words."""
    total: int
    """In this exercise, to the horizon: with the durations that were drawn for it."""
    change: int | None
    """`total` less that of nobody; None when the model knows nothing of it, and of nobody itself."""
    by_chance: bool
    """False when the decisions alone settle it, in this model."""
    expected: Expected | None
    """None when no futures were asked for."""
    judged: Judged | None
    """Of the difference that is expected; without futures of that in this exercise. None for nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeShift:
    """A node that fares otherwise than when nobody decides, in this exercise."""

    node: str
    name: str
    shift: Shift
    minute: int
    """From when it differs."""
    back: int
    """When it serves all again for good; -1 when not before the horizon, or when it never fails."""
    back_without: int
    """The same when nobody decides."""
    saved: int
    """Percents x minutes that are missed less; below 0 more."""
    text: str
    """As a sentence without the name: 'terug om di 09:00 in plaats van wo 14:00: 29 u eerder'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One answer, or none."""

    option: str
    """Empty when nobody decides (any more)."""
    text: str
    figures: tuple[Figure, ...]
    missed: tuple[str, ...]
    """Titles of the legal terms that are missed, in this exercise."""
    shifts: tuple[NodeShift, ...]
    """What fares otherwise than when nobody decides: most missed or saved first. Empty for nobody."""

    def figure(self, kind: str) -> Figure:
        """One kind of harm. KeyError when there is none such."""
        return {each.kind: each for each in self.figures}[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The ways from here, nobody's first. Never for players: it tells what is true and what will be."""

    decision: str
    """The dilemma; empty when only nobody's way was asked for."""
    title: str
    minute: int
    """From when: what an option does, it does from here."""
    at: str
    horizon: int
    until: str
    futures: int
    """0 when only this exercise was looked at."""
    seed: int
    ways: tuple[Way, ...]
    remarks: tuple[str, ...]
    """What a reader must know, as sentences."""

    @property
    def nobody(self) -> Way:
        """When nobody decides: the dilemma's default at its deadline, if it has one."""
        return self.ways[0]

    def way(self, option: str) -> Way:
        """One option. KeyError when there is none such."""
        return {each.option: each for each in self.ways}[option]
