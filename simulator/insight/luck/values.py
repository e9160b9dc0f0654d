"""What luck or skill comes to, as values. No role and no person stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SURE = 2
"""Standard errors beyond which something is said of a figure."""


class Verdict(StrEnum):
    """What can be said of a share."""

    GEHOLPEN = "heeft geholpen"
    ERGER = "maakte het erger"
    GEEN_VERSCHIL = "geen verschil in dit model"
    NIET_TE_ZEGGEN = "niet te zeggen"
    """It could be either, when the repair times may be wrong by the factor assumed, or chance is in the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """The same decision at another moment, all else as played."""

    minutes: int
    """Later; below 0: earlier. Clipped to when it was open."""
    gain: float
    """Harm that it would have saved on average; below 0: harm added."""
    standard_error: float | None
    verdict: Verdict
    """What it would have done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModelled:
    """A decision point that the model knows no consequence of, for this kind of harm: 'niet doorgerekend', which is not 0."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLuck:
    """What one decision point brought."""

    id: str
    """The dilemma's id, or `eigen:<record>`."""
    title: str
    minute: int
    """When it was logged."""
    share: float
    """Its part of the skill: harm saved on average; below 0: harm added."""
    standard_error: float | None
    """None when one future cannot tell."""
    low: float
    """The share at its lowest, over the repair factors and within two standard errors."""
    high: float
    verdict: Verdict
    earlier: Alternative | None
    """An hour earlier, or as much of it as it was open; None when it could not be."""
    later: Alternative | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLuck:
    """One kind of harm, in its own unit. Harm saved is above 0."""

    kind: str
    """As in the harm of a rehearsal: resident_hours, resident_hours_beyond_limit, cost_low, cost_high or clocks_missed."""
    name: str
    """In words."""
    by_chance: bool
    """False when the decisions alone settle it, in this model."""
    played: int
    expected_with: float
    """With the decisions that were played."""
    expected_with_low: float
    """With the repair factor that gives least."""
    expected_with_high: float
    expected_without: float
    """When nobody decides anything."""
    expected_typical: float | None
    """With the decisions of the scenario's `typisch` rehearsal; None without one."""
    skill: float
    """expected_without less expected_with: the sum of the shares."""
    skill_error: float | None
    skill_low: float
    """Over the repair factors."""
    skill_high: float
    luck: float | None
    """expected_with less played; None when it is withheld."""
    luck_error: float | None
    percentile: float | None
    """Of 100 futures with the same decisions, how many had less harm; those with equal harm count half."""
    spread: tuple[int, int, int, int, int]
    """Harm with the same decisions: of 100 futures 5, 25, 50, 75 and 95 have at most this."""
    decisions: tuple[DecisionLuck, ...]
    """In the order of the exercise."""
    not_modelled: tuple[NotModelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Luck:
    """Luck or skill of one exercise, each kind of harm apart."""

    futures: int
    seed: int
    compiled: bool
    exact: bool
    """False when there were too many decisions to try all their combinations: the shares are sampled."""
    finished: bool
    """Whether the exercise had ended; if not, this is about what was played so far."""
    withheld: str
    """Why luck is withheld, as a sentence; empty when it is not."""
    remarks: tuple[str, ...]
    """What a reader must know, as sentences."""
    kinds: tuple[KindLuck, ...]

    def kind(self, name: str) -> KindLuck:
        """One kind of harm. KeyError when there is none such."""
        return {each.kind: each for each in self.kinds}[name]
