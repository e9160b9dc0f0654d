"""The model beside published incidents: every point, the order, the bounds, and whether it can be made to rhyme."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.errors import UsageWrong
from simulator.insight.calibration.fitting import fitted, grid
from simulator.insight.calibration.ground import Knobs, as_written, ground
from simulator.insight.calibration.judging import count_of, covering, error, factor, judged, spot, total
from simulator.insight.calibration.order import tau
from simulator.insight.calibration.playing import Played, play
from simulator.insight.calibration.values import Calibration, CaseFit, Count, Criterion, Fit, Plausible, PointFit
from simulator.scenario.general import General
from simulator.scenario.incident import Incident, Point, Variant

DRAWS = 200
MOST_DRAWS = 10_000
FIT_DRAWS = 21
"""Of each combination that fitting tries."""
SEED = 1
TAU = 0.6
FACTOR = 2.0
"""The demands that were proposed beforehand."""

Progress = Callable[[str, int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """Some cases, what they share, and the seed of all draws."""

    incidents: Sequence[Incident]
    general: General
    written: Knobs
    seed: int

    def play(self, incident: Incident, knobs: Knobs, draws: int) -> Sequence[Played]:
        """A case under these general values, draw by draw; every case and every value in the same draws."""
        there = ground(incident, self.general, knobs)
        return [play(incident, self.general, there, self.seed, number) for number in range(draws)]


def calibrate(
    incidents: Sequence[Incident],
    general: General,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    progress: Progress | None = None,
) -> Calibration:
    """The cases beside the model, under what is written. The same seed gives the same value. UsageWrong without draws."""
    if not 1 <= draws <= MOST_DRAWS:
        raise UsageWrong(f"U vroeg om {draws} trekkingen. Vraag er 1 tot {MOST_DRAWS}.")
    told: Progress = progress or (lambda *_: None)
    trial = _Trial(incidents=incidents, general=general, written=as_written(general), seed=seed)
    played: dict[str, Sequence[Played]] = {}
    for done, incident in enumerate(incidents):
        told("casussen naspelen", done, len(incidents))
        modelled = any(point.measure for point in incident.points)
        played[incident.id] = trial.play(incident, trial.written, draws) if modelled else ()
    cases = tuple(_case(incident, played[incident.id]) for incident in incidents)
    points = [point for case in cases for point in case.points]
    kept = [point.kept for point in points if point.kept is not None]
    everything = total(points)
    return Calibration(
        draws=draws,
        seed=seed,
        cases=cases,
        total=everything,
        without_given=total(point for point in points if not point.gives),
        bounds=len(kept),
        bounds_kept=sum(kept),
        covering=covering(points),
        fit=_fit(trial, draws, told),
        plausible=tuple(_plausible(trial, draws, played)),
        criteria=tuple(_criteria(cases, everything.factor, sum(kept), len(kept))),
    )


def _case(incident: Incident, played: Sequence[Played]) -> CaseFit:
    points = tuple(_point(point, incident, played) for point in incident.points)
    order, pairs = tau([found for point in points if (found := spot(point))])
    return CaseFit(id=incident.id, title=incident.title, points=points, factor=total(points).factor, tau=order, pairs=pairs)


def _point(point: Point, incident: Incident, played: Sequence[Played]) -> PointFit:
    modelled = point.measure is not None
    return judged(point, incident, [each.back(point) for each in played] if modelled else ())


def _fit(trial: _Trial, draws: int, told: Progress) -> Fit | None:
    """Only cases with moments can be fitted on."""
    timed = [each for each in trial.incidents if any(count_of(point, each) is Count.TIME for point in each.points)]
    if len(timed) < 2:
        return None
    errors: dict[Knobs, dict[str, list[float]]] = {}
    tried = grid()
    for done, knobs in enumerate(tried):
        told("algemene waarden proberen", done, len(tried))
        errors[knobs] = {each.id: _errors(each, trial.play(each, knobs, min(draws, FIT_DRAWS))) for each in timed}
    known = {incident.id: incident for incident in timed}
    found: dict[tuple[Knobs, str], list[float]] = {}

    def precise(knobs: Knobs, id_: str) -> list[float]:
        if (knobs, id_) not in found:
            found[knobs, id_] = _errors(known[id_], trial.play(known[id_], knobs, draws))
        return found[knobs, id_]

    return fitted(errors, trial.written, precise)


def _errors(incident: Incident, played: Sequence[Played]) -> list[float]:
    return [off for fit in _case(incident, played).points if (off := error(fit)) is not None]


def _plausible(trial: _Trial, draws: int, played: Mapping[str, Sequence[Played]]) -> Iterator[Plausible]:
    known = {incident.id: incident for incident in trial.incidents}
    for incident in trial.incidents:
        for variant in incident.variants:
            before = played[incident.id] or trial.play(incident, trial.written, draws)
            after = trial.play(_otherwise(incident, variant), trial.written, draws)
            if variant.nearer_to:
                yield _nearer(incident, variant, known.get(variant.nearer_to), before, after)
            for id_ in variant.loses:
                yield _loses(incident, variant, id_, before, after)


def _otherwise(incident: Incident, variant: Variant) -> Incident:
    changes = {"backups_lost": variant.backups_lost, "cloud": variant.cloud}
    return incident.model_copy(update={name: value for name, value in changes.items() if value is not None})


def _nearer(
    incident: Incident, variant: Variant, goal: Incident | None, before: Sequence[Played], after: Sequence[Played]
) -> Plausible:
    """Nearer to the moments that were published of the other case."""
    plain = {"case": incident.id, "title": variant.title, "claim": "nearer_to", "about": variant.nearer_to or ""}
    far, near = (_distance(goal, played) if goal else None for played in (before, after))
    return Plausible(**plain, holds=None if far is None or near is None else near < far, before=far, after=near)


def _distance(goal: Incident, played: Sequence[Played]) -> float | None:
    errors = []
    for point in goal.points:
        found = error(_point(point, goal, played)) if point.measure and _here(point, played) else None
        if found is not None:
            errors.append(found)
    return factor(errors)


def _here(point: Point, played: Sequence[Played]) -> bool:
    """Whether any part that the point names was there in the other case."""
    return point.nodes == "all" or any(id_ in played[0].ground.parts for id_ in point.nodes or ())


def _loses(incident: Incident, variant: Variant, id_: str, before: Sequence[Played], after: Sequence[Played]) -> Plausible:
    was, now = (100 * sum(each.loses(id_) for each in played) / max(1, len(played)) for played in (before, after))
    return Plausible(case=incident.id, title=variant.title, claim="loses", about=id_, holds=now > 50, before=was, after=now)


def _criteria(cases: Sequence[CaseFit], found: float | None, kept: int, bounds: int) -> Iterator[Criterion]:
    ordered = [case for case in cases if case.tau is not None]
    right = [case for case in ordered if case.tau is not None and case.tau >= TAU]
    yield Criterion(id="tau", met=len(right) == len(ordered) if ordered else None, found=len(right), of=len(ordered))
    yield Criterion(id="factor", met=None if found is None else found <= FACTOR, found=found)
    yield Criterion(id="bounds", met=kept == bounds if bounds else None, found=kept, of=bounds)
