"""What the reality check says. Times are minutes after the start of the incident; infinite: never within twenty years."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Count(StrEnum):
    """How a published point counts."""

    TIME = "time"
    """A moment: its ratio counts."""
    BOUND = "bound"
    """A limit: kept or not."""
    FORECAST = "forecast"
    """What people expected then: shown, never counted."""
    SET = "set"
    """About something whose return was given as input: shown, never counted."""
    NOT_MODELLED = "not_modelled"
    """The model says nothing about it: listed, never counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFit:
    """A published point beside the model."""

    what: str
    acc: str
    count: Count
    observed: float | None
    """Of a range without a moment the geometric middle; None where only a limit is known."""
    least: float | None
    most: float | None
    """The limits that were published."""
    model: float | None = None
    """The median over the draws; 0: it did not go down; None: not modelled."""
    low: float | None = None
    high: float | None = None
    """The 5th and 95th of 100 draws."""
    ratio: float | None = None
    """Model through observed, where it counts or would."""
    off: float | None = None
    """By how many times the model is off, never below 1; of a bound: 1 when it is kept."""
    kept: bool | None = None
    """Of a bound: whether the model keeps it."""
    gives: str = ""
    """The general value that comes from this point."""
    reason: str = ""
    """Why it is not modelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFit:
    """A case beside the model."""

    id: str
    title: str
    points: tuple[PointFit, ...]
    factor: float | None
    """The median factor over its moments; None without any."""
    tau: float | None
    """Order of restoration, -1 to 1; None where fewer than three points can be put in order."""
    pairs: int
    """Pairs of points of which the published order is certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Moments together."""

    rows: int
    factor: float | None
    """Ten to the power of the median of |log10(model / observed)|."""
    within_two: int
    """Rows within a factor of 2."""
    in_range: int
    """Rows of which what happened lies between the 5th and the 95th of 100 draws."""
    worst: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """The general values chosen without a case, tried on that case."""

    id: str
    repair: float
    lost: int
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What choosing two general values on the cases would bring."""

    tried: int
    """Combinations."""
    as_written: bool
    """Whether the best of them is what the general file says."""
    repair: float
    """All repair work times this, chosen on all cases."""
    lost: int
    """The factor for lost back-ups, chosen on all cases."""
    factor: float
    """The median factor with those."""
    left_out: tuple[LeftOut, ...]
    left_out_factor: float
    """The median factor over all moments, each predicted without its own case."""
    touched: int
    """Moments on which the two values have any effect."""
    touched_factor: float | None
    """The median factor over those only, each predicted without its own case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plausible:
    """A variant of a case, and whether what must follow does."""

    case: str
    title: str
    claim: str
    """`nearer_to` or `loses`."""
    about: str
    """The other case, or the part."""
    holds: bool | None
    """None when the other case is not there."""
    before: float | None = None
    after: float | None = None
    """Of `nearer_to`: the factor from the other case's moments as it was, and in the variant. Of `loses`: how often of 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A demand proposed beforehand."""

    id: str
    met: bool | None
    """None when there is nothing to judge."""
    found: float | None
    """The factor, or how many are right."""
    of: int | None = None
    """Out of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The reality check of some cases."""

    draws: int
    seed: int
    cases: tuple[CaseFit, ...]
    total: Total
    without_given: Total
    """Without the moments that a general value comes from."""
    bounds: int
    bounds_kept: int
    covering: float | None
    """The factor within which nine of ten points lie, moments and bounds together; luck uses it as its uncertainty."""
    fit: Fit | None
    """None with fewer than two cases that have moments."""
    plausible: tuple[Plausible, ...]
    criteria: tuple[Criterion, ...]
