"""From what would have happened without decisions to what happened, a step a decision: to be drawn as bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from simulator.insight.luck import wording as w
from simulator.insight.luck.values import DecisionLuck, KindLuck, Verdict


class BarSort(StrEnum):
    """What a bar is."""

    TOTAL = "total"
    """A whole amount of harm, from 0."""
    SAVED = "saved"
    """A decision that clearly took harm away."""
    ADDED = "added"
    """A decision that clearly brought harm."""
    UNSURE = "unsure"
    """A decision of which that cannot be said."""
    CHANCE = "chance"
    """What chance took away or brought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar from one amount of harm to another; `end` below `start` is harm taken away."""

    title: str
    start: float
    end: float
    sort: BarSort
    amount: str
    """The number beside it, with its sign if it is a step."""
    words: str
    """What can be said of it; empty for a total."""


def waterfall(kind: KindLuck) -> tuple[Bar, ...]:
    """The bars of one kind of harm, from top to bottom. Decisions that make no difference have none."""
    return tuple(_bars(kind))


def unmoving(kind: KindLuck) -> tuple[str, ...]:
    """Titles of the decisions that make no difference in this model."""
    return tuple(each.title for each in kind.decisions if each.verdict is Verdict.GEEN_VERSCHIL)


def _bars(kind: KindLuck) -> Iterator[Bar]:
    yield _total(kind, w.NOBODY, kind.expected_without)
    reached = kind.expected_without
    for each in kind.decisions:
        if each.verdict is not Verdict.GEEN_VERSCHIL:
            yield _step(kind, each, reached)
            reached -= each.share
    yield _total(kind, w.EXPECTED, kind.expected_with)
    if kind.by_chance and kind.luck is not None:
        yield Bar(
            title="Toeval", start=kind.expected_with, end=kind.played, sort=BarSort.CHANCE, amount=w.signed(kind, kind.luck),
            words=w.luck_words(kind),
        )  # fmt: skip
    yield _total(kind, w.PLAYED, kind.played)
    if kind.expected_typical is not None:
        yield _total(kind, w.TYPICAL, kind.expected_typical)


def _total(kind: KindLuck, title: str, value: float) -> Bar:
    return Bar(title=title, start=0, end=value, sort=BarSort.TOTAL, amount=w.amount(kind, value), words="")


def _step(kind: KindLuck, decision: DecisionLuck, reached: float) -> Bar:
    sorts = {Verdict.GEHOLPEN: BarSort.SAVED, Verdict.ERGER: BarSort.ADDED}
    return Bar(
        title=decision.title,
        start=reached,
        end=reached - decision.share,
        sort=sorts.get(decision.verdict, BarSort.UNSURE),
        amount=w.signed(kind, decision.share),
        words=w.share_words(kind, decision),
    )
