"""One published point beside many draws: what counts, by how much the model is off, whether a bound is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil, inf, log10, sqrt
from statistics import median

from simulator.insight.calibration.order import Spot
from simulator.insight.calibration.values import Count, PointFit, Total
from simulator.scenario.incident import Accuracy, Incident, Point

LEAST = 1.0
"""Minute; what is back sooner is taken for that in a ratio."""
MOST = 0.9
"""Of the points that must lie within the factor that covers."""


def count_of(point: Point, incident: Incident) -> Count:
    """How a point counts."""
    given = {id_ for isolation in incident.isolations if isolation.until is not None for id_ in isolation.nodes}
    if point.measure is None or point.nodes is None:
        return Count.NOT_MODELLED
    if point.acc is Accuracy.FORECAST:
        return Count.FORECAST
    if given & set(point.nodes):
        return Count.SET
    return Count.TIME if _moment(point) else Count.BOUND


def judged(point: Point, incident: Incident, times: Sequence[float]) -> PointFit:
    """A point beside the times at which the draws have it back; none of them when it is not modelled."""
    count, observed = count_of(point, incident), _moment(point)
    least, most = _limits(point)
    there = PointFit(
        what=point.what,
        acc=str(point.acc),
        count=count,
        observed=observed,
        least=least,
        most=most,
        gives=point.gives or "",
        reason=point.not_modelled or "",
    )
    if count is Count.NOT_MODELLED:
        return there
    low, model, high = quantile(times, 5), quantile(times, 50), quantile(times, 95)
    if count is Count.BOUND:
        beyond = _beyond(model, least, most)
        return replace(there, model=model, low=low, high=high, kept=beyond == 1, off=beyond)
    ratio = max(model, LEAST) / observed if observed else None
    off = None if ratio is None else max(ratio, 1 / ratio)
    return replace(there, model=model, low=low, high=high, ratio=ratio, off=off)


def _beyond(model: float, least: float | None, most: float | None) -> float:
    """By how many times the model is beyond a bound; 1 when it keeps it."""
    if least and model < least:
        return least / max(model, LEAST)
    return max(model, LEAST) / max(most, LEAST) if most is not None and model > most else 1.0


def spot(fit: PointFit) -> Spot | None:
    """A point as it stands in the order; None when it does not count."""
    if fit.model is None or fit.count not in (Count.TIME, Count.BOUND):
        return None
    if fit.count is Count.TIME and fit.observed is not None:
        return Spot(least=fit.observed, most=fit.observed, model=fit.model)
    return Spot(least=fit.least or 0.0, most=inf if fit.most is None else fit.most, model=fit.model)


def error(fit: PointFit) -> float | None:
    """|log10(model / observed)| of a moment; None for what is no moment."""
    if fit.count is not Count.TIME or fit.ratio is None:
        return None
    return inf if fit.ratio == inf else abs(log10(fit.ratio))


def covering(fits: Iterable[PointFit]) -> float | None:
    """The factor within which nine of ten points lie, moments and bounds; a kept bound is off by nothing."""
    off = [fit.off for fit in fits if fit.off is not None and fit.count in (Count.TIME, Count.BOUND)]
    return sorted(off)[ceil(len(off) * MOST) - 1] if off else None


def total(points: Iterable[PointFit]) -> Total:
    """Moments together."""
    fits = tuple(points)
    errors = [found for fit in fits if (found := error(fit)) is not None]
    return Total(
        rows=len(errors),
        factor=factor(errors),
        within_two=sum(each <= log10(2) for each in errors),
        in_range=sum(_in_range(fit) for fit in fits if fit.count is Count.TIME),
        worst=10 ** max(errors) if errors else None,
    )


def _in_range(fit: PointFit) -> bool:
    """Whether what happened lies where nine of ten draws do."""
    known = fit.observed is not None and fit.low is not None and fit.high is not None
    return known and (fit.low or 0.0) <= (fit.observed or 0.0) <= (fit.high or 0.0)


def factor(errors: Sequence[float]) -> float | None:
    """Ten to the power of the median."""
    return 10 ** median(errors) if errors else None


def quantile(values: Sequence[float], percent: int) -> float:
    """The value below which so many of 100 lie: the nearest one, so that a time is one that was drawn."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def _moment(point: Point) -> float | None:
    """The time that was published; the geometric middle of a range; None where there is only a limit, or nothing went down."""
    if point.at is not None:
        return float(point.at) if point.at > 0 else None
    if point.acc is not Accuracy.BOUND and point.min and point.max:
        return sqrt(point.min * point.max)
    return None


def _limits(point: Point) -> tuple[float | None, float | None]:
    if point.at == 0:
        return 0.0, 0.0  # it did not go down
    return (
        None if point.min is None else float(point.min),
        None if point.max is None else float(point.max),
    )
