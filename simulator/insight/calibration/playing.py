"""One draw of a case: how long everything took that time, what was done when, and when each part was back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, inf

from simulator.consequences.draws import draw, mix, name, pert, seed_of
from simulator.consequences.interventions import Intervention, Kind
from simulator.consequences.run import run
from simulator.consequences.trajectory import Trajectory
from simulator.consequences.uncertainty import scaled
from simulator.insight.calibration.ground import Ground
from simulator.scenario.general import General
from simulator.scenario.incident import ALL, Incident, Measure, Point
from simulator.scenario.incident_files import BACKUP
from simulator.scenario.landscape import Range
from simulator.scenario.scalars import LONGEST_TERM

UP = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """How a case went in one draw."""

    ground: Ground
    cleared: Mapping[str, int]
    trajectory: Trajectory

    def back(self, point: Point) -> float:
        """When what a point speaks of was so again; 0 when nothing of it went down, infinite when it never was."""
        assert point.measure is not None, "only asked for points that are modelled"
        assert point.nodes is not None, "a point with a measure names nodes"
        everything = self.ground.attacked if point.measure is Measure.CLEARED else self.ground.processes
        named = [id_ for id_ in (everything if point.nodes == ALL else point.nodes) if id_ in self.ground.parts]
        times = sorted(time for id_ in named if (time := self._back(id_, point.measure, point.level)) is not None)
        return times[ceil(len(times) * point.share / 100) - 1] if times else 0.0

    def loses(self, id_: str) -> bool:
        """Whether it went down for more than half."""
        return id_ in self.ground.parts and any(served < UP // 2 for _, served in self.trajectory.served_of(id_))

    def _back(self, id_: str, measure: Measure, level: int) -> float | None:
        match measure:
            case Measure.CLEARED:
                return self.cleared.get(id_)
            case Measure.SERVED:
                return _again(self.trajectory.served_of(id_), level)
            case Measure.RESTORED:
                return _again(self.trajectory.level_of(id_), UP)
            case Measure.BACKLOG:
                return self._caught_up(id_)

    def _caught_up(self, id_: str) -> float | None:
        if not self.trajectory.served_of(id_):
            return None
        gone = self.trajectory.backlog_gone(id_)
        return inf if gone is None else gone


def play(incident: Incident, general: General, ground: Ground, seed: int, number: int) -> Played:
    """Draw `number` of a case."""
    acts = tuple(_acts(incident, general, ground, seed_of(seed, number)))
    trajectory = run(ground.graph, acts, draw(ground.graph, seed_of(seed, number)), until=LONGEST_TERM, causes=False)
    cleared = {act.node: act.minute for act in acts if act.kind in (Kind.CLEAR, Kind.RECONNECT)}
    return Played(ground=ground, cleared=cleared, trajectory=trajectory)


def _again(levels: Sequence[tuple[int, int]], wanted: int) -> float | None:
    """The first minute at which the level is there again after it was not; None when it always was."""
    fell = False
    for index, (minute, level) in enumerate(levels):
        if index + 1 < len(levels) and levels[index + 1][0] == minute:
            continue  # a minute is what it is at its end
        if level < wanted:
            fell = True
        elif fell:
            return minute
    return inf if fell else None


def _acts(incident: Incident, general: General, ground: Ground, seed: int) -> Iterator[Intervention]:
    """What was done, in the order in which it counts within a minute."""
    first = _drawn(general.forensics.first, seed, "forensics", "first")
    for id_, part in ground.parts.items():
        yield Intervention(minute=0, kind=Kind.SET_PRIORITY, node=id_, amount=part.priority)
    if ground.backup_lost:
        yield Intervention(minute=min(ground.attacked.values()), kind=Kind.HIT, node=BACKUP)
    for id_, at in (*ground.attacked.items(), *ground.failed.items()):
        yield Intervention(minute=at, kind=Kind.HIT, node=id_)
    for id_, at in ground.failed.items():
        yield Intervention(minute=at, kind=Kind.CLEAR, node=id_)
    yield from _clearances(general, ground, seed, first)
    for isolation in incident.isolations:
        until = isolation.at + first if isolation.until is None else isolation.until
        for id_ in isolation.nodes:
            yield Intervention(minute=isolation.at, kind=Kind.ISOLATE, node=id_)
            yield Intervention(minute=until, kind=Kind.RECONNECT, node=id_)
    yield from _fallbacks(incident, general, ground, seed, first)


def _clearances(general: General, ground: Ground, seed: int, first: int) -> Iterator[Intervention]:
    """Nothing before the first phase is over; then one by one, evenly over the time that scanning takes."""
    if not ground.attacked:
        return
    begin = min(ground.attacked.values()) + first
    scan = _drawn(scaled(general.forensics.scan, ground.size), seed, "forensics", "scan")
    last = max(1, len(ground.attacked) - 1)
    for place, (id_, at) in enumerate(ground.attacked.items()):
        yield Intervention(minute=max(at, begin + scan * place // last), kind=Kind.CLEAR, node=id_)


def _fallbacks(incident: Incident, general: General, ground: Ground, seed: int, first: int) -> Iterator[Intervention]:
    events = [*ground.attacked.values(), *ground.failed.values(), *(each.at for each in incident.isolations)]
    if not events:
        return
    known = min(ground.attacked.values()) + first if ground.attacked else min(events)
    kinds = {each.id: each for each in general.fallbacks}
    for id_, part in ground.parts.items():
        if part.fallback:
            kind = kinds[part.fallback.kind]
            begin = known if kind.after_forensics else min(events)
            delay = _drawn(kind, seed, id_, "fallback")
            yield Intervention(minute=begin + delay - 1, kind=Kind.START_FALLBACK, node=id_)


def _drawn(span: Range, seed: int, what: str, quantity: str) -> int:
    """A duration, keyed as all draws are: by what it is, never by when it is asked for."""
    return pert(span, mix(mix(mix(seed) ^ name(what)) ^ name(quantity)) >> 32)
