"""Each kind of harm by itself: what was to be expected, what the decisions did to it, and what chance did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.exercise.replay import OWN, DecisionPoint
from simulator.insight import wording as w
from simulator.insight.harm import HarmFigures
from simulator.insight.luck.certain import Certain, Item
from simulator.insight.luck.game import Game
from simulator.insight.luck.past import Past
from simulator.insight.luck.sums import Figure
from simulator.insight.luck.values import SURE, Alternative, DecisionLuck, KindLuck, NotModelled, Verdict

QUANTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of harm: a figure of the model, plus costs or clocks that decisions alone bring."""

    id: str
    name: str
    figure: int | None
    item: str = ""
    high: bool = False

    def weight(self, item: Item) -> int:
        """What the item adds to this kind of harm."""
        if item.kind != self.item:
            return 0
        return item.high if self.high else item.low


KINDS = (
    Kind(id="resident_hours", name="gemiste dienst-uren van inwoners", figure=0),
    Kind(id="resident_hours_beyond_limit", name="gemiste dienst-uren voorbij de grens", figure=1),
    Kind(id="cost_low", name="kosten, met de laagste raming", figure=2, item="cost"),
    Kind(id="cost_high", name="kosten, met de hoogste raming", figure=2, item="cost", high=True),
    Kind(id="clocks_missed", name="gemiste termijnen", figure=None, item="clock"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """All that was computed."""

    past: Past
    game: Game
    certain: tuple[Certain, ...]
    figures: tuple[Figure, ...]
    """At the landscape's own repair times."""
    bounds: tuple[tuple[Figure, ...], ...]
    """At the repair factors."""
    harm: HarmFigures


def kind_luck(all_: Weighed, kind: Kind) -> KindLuck:
    """One kind of harm."""
    return _Telling(all_, kind).tell()


class _Telling:
    """One kind of harm, while it is being told."""

    def __init__(self, all_: Weighed, kind: Kind) -> None:
        self.all, self.kind, self.past, self.game = all_, kind, all_.past, all_.game
        self.items = [each for each in all_.certain if kind.weight(each.item)]
        self.figure = None if kind.figure is None else all_.figures[kind.figure]
        self.variants = [] if kind.figure is None else [one[kind.figure] for one in (all_.figures, *all_.bounds)]
        self.attributions = [figure.attribution() for figure in self.variants]
        self.fixed = sum(kind.weight(each.item) for each in self.items if each.played)
        self.saved = sum(kind.weight(each.item) * (each.without - each.played) for each in self.items)

    def tell(self) -> KindLuck:
        played: int = getattr(self.all.harm, self.kind.id)
        expected = [self._mean(figure, self.game.played) + self.fixed for figure in self.variants] or [float(self.fixed)]
        skill = [float(one.skill + self.saved) for one in self.attributions] or [float(self.saved)]
        withheld = self.past.set_by_hand
        without = self._mean(self.figure, self.game.nobody) + self.fixed + self.saved
        told = [point for point in self.past.points if self._modelled(point)]
        return KindLuck(
            kind=self.kind.id,
            name=self.kind.name,
            by_chance=self.figure is not None,
            played=played,
            expected_with=expected[0],
            expected_with_low=min(expected),
            expected_with_high=max(expected),
            expected_without=without,
            expected_typical=self._typical(),
            skill=skill[0],
            skill_error=self.attributions[0].skill_error if self.attributions else 0.0,
            skill_low=min(skill),
            skill_high=max(skill),
            luck=None if withheld else expected[0] - played,
            luck_error=None if withheld else self._luck_error(),
            percentile=None if withheld else self._percentile(played),
            spread=self._spread(),
            decisions=tuple(self._decision(point) for point in told),
            not_modelled=tuple(
                NotModelled(id=point.id, title=title(self.past, point)) for point in self.past.points if point not in told
            ),
        )

    def _mean(self, figure: Figure | None, world: int) -> float:
        return float(figure.of_world[world].value) if figure else 0.0

    def _typical(self) -> float | None:
        typical = self.game.typical
        if typical is None:
            return None
        return self._mean(self.figure, typical.world) + self._came(typical.came)

    def _came(self, came: frozenset[tuple[str, str]]) -> int:
        return sum(self.kind.weight(each.item) for each in self.items if (each.item.kind, each.item.id) in came)

    def _luck_error(self) -> float | None:
        return self.figure.of_world[self.game.played].error if self.figure else 0.0

    def _percentile(self, played: int) -> float:
        if self.figure is None:
            return 50.0
        by_chance = played - self.fixed
        less = sum(each < by_chance for each in self.figure.played)
        equal = sum(each == by_chance for each in self.figure.played)
        return 50 * (2 * less + equal) / len(self.figure.played)

    def _spread(self) -> tuple[int, int, int, int, int]:
        return spread_of(self.figure.played if self.figure else [0], self.fixed)

    def _modelled(self, point: DecisionPoint) -> bool:
        in_graph = self.figure is not None and point.id in self.game.modelled
        return in_graph or any(point.id in each.modelled for each in self.items)

    def _decision(self, point: DecisionPoint) -> DecisionLuck:
        certain = sum(self.kind.weight(each.item) * each.shares.get(point.id, 0) for each in self.items)
        found = [
            (float(share.value + certain), share.standard_error)
            for attribution in self.attributions
            for share in attribution.shares
            if share.player == point.id
        ] or [(float(certain), 0.0)]
        low, high = _range(found)
        return DecisionLuck(
            id=point.id,
            title=title(self.past, point),
            minute=point.minute,
            share=found[0][0],
            standard_error=found[0][1],
            low=low,
            high=high,
            verdict=_verdict(low, high, sure=found[0][1] is not None),
            earlier=self._alternative(point, -1),
            later=self._alternative(point, 1),
        )

    def _alternative(self, point: DecisionPoint, way: int) -> Alternative | None:
        moved = self.game.moved.get((point.id, way))
        if moved is None:
            return None
        certain = self.fixed - self._came(moved.came)
        gains = [figure.gain[point.id, way] for figure in self.variants]
        found = [(float(gain.value) + certain, gain.error) for gain in gains] or [(float(certain), 0.0)]
        low, high = _range(found)
        return Alternative(
            minutes=moved.minutes,
            gain=found[0][0],
            standard_error=found[0][1],
            verdict=_verdict(low, high, sure=found[0][1] is not None),
        )


def spread_of(values: Iterable[int], fixed: int) -> tuple[int, int, int, int, int]:
    """The values at the QUANTILES, with what is `fixed` added to each."""
    each = sorted(values)
    five, low, middle, high, most = (each[-(-part * len(each) // 100) - 1] + fixed for part in QUANTILES)
    return five, low, middle, high, most


def _range(found: Iterable[tuple[float, float | None]]) -> tuple[float, float]:
    """From the lowest to the highest, each within two standard errors."""
    ends = [(value - SURE * (error or 0.0), value + SURE * (error or 0.0)) for value, error in found]
    return min(low for low, _ in ends), max(high for _, high in ends)


def _verdict(low: float, high: float, *, sure: bool) -> Verdict:
    if low == high == 0:
        return Verdict.GEEN_VERSCHIL
    if not sure or low <= 0 <= high:
        return Verdict.NIET_TE_ZEGGEN
    return Verdict.GEHOLPEN if low > 0 else Verdict.ERGER


def title(past: Past, point: DecisionPoint) -> str:
    """The dilemma's title; for own words the moment and what they did, since the words may name anybody."""
    if not point.id.startswith(OWN):
        return w.decision_title(past.setting, point.id)
    taken = past.state.records[point.records[0]].taken
    target = w.crew_name(past.setting, taken.target) if taken.effect == "crew" else w.node_name(past.setting, taken.target)
    did = w.OWN_EFFECTS[taken.effect]
    return f"eigen besluit van {w.moment(past.setting, point.minute)}" + (f": {did}, {target}" if did else "")
