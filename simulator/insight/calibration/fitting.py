"""What choosing two general values on the cases would bring, and what is left of that on a case that was not looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from math import log10
from statistics import median

from simulator.insight.calibration.ground import Knobs
from simulator.insight.calibration.judging import factor
from simulator.insight.calibration.values import Fit, LeftOut

REPAIRS = (0.25, 0.35, 0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0)
LOST = (5, 10, 20)
"""The two ends that are reported, and their geometric middle."""
WORST = 1.0
"""An error of more than a factor of 10 weighs no heavier than that."""

Errors = Mapping[Knobs, Mapping[str, Sequence[float]]]
"""For each combination, for each case with moments, their errors."""


def grid() -> tuple[Knobs, ...]:
    """Every combination that is tried."""
    return tuple(Knobs(repair=repair, lost=lost) for repair, lost in product(REPAIRS, LOST))


Precise = Callable[[Knobs, str], Sequence[float]]
"""The errors of a case in all draws; choosing makes do with fewer."""


def fitted(errors: Errors, written: Knobs, precise: Precise) -> Fit | None:
    """The combination with the smallest mean error, on all cases and with each case left out; None with fewer than two.

    Of equals the one nearest to what is written.
    """
    cases = [id_ for id_ in next(iter(errors.values())) if all(by_case[id_] for by_case in errors.values())]
    if len(cases) < 2:
        return None
    best = _best(errors, cases, written)
    chosen = {id_: _best(errors, [other for other in cases if other != id_], written) for id_ in cases}
    predicted = {id_: precise(knobs, id_) for id_, knobs in chosen.items()}
    touched = [found for id_ in cases for place, found in enumerate(predicted[id_]) if _is_touched(errors, id_, place)]
    return Fit(
        tried=len(errors),
        as_written=best == written,
        repair=best.repair,
        lost=best.lost,
        factor=_factor([precise(best, id_) for id_ in cases]),
        left_out=tuple(
            LeftOut(id=id_, repair=knobs.repair, lost=knobs.lost, factor=_factor([predicted[id_]]))
            for id_, knobs in chosen.items()
        ),
        left_out_factor=_factor(list(predicted.values())),
        touched=len(touched),
        touched_factor=factor(touched),
    )


def _factor(errors: Sequence[Sequence[float]]) -> float:
    """Over the moments of cases that have some."""
    return 10 ** median([each for of_case in errors for each in of_case])


def _is_touched(errors: Errors, id_: str, place: int) -> bool:
    """Whether it makes any difference to a moment which values are chosen."""
    return len({by_case[id_][place] for by_case in errors.values()}) > 1


def _best(errors: Errors, cases: Sequence[str], written: Knobs) -> Knobs:
    def badness(knobs: Knobs) -> tuple[float, float]:
        found = [min(WORST, each) for id_ in cases for each in errors[knobs][id_]]
        distance = abs(log10(knobs.repair / written.repair)) + abs(log10(knobs.lost / written.lost))
        return round(sum(found) / len(found), 9), distance

    return min(errors, key=badness)
