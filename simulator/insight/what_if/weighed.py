"""The ways beside each other: in this exercise, and over the futures that agree with what was played so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.consequences.futures.bounds import check
from simulator.consequences.uncertainty import REPAIR_FACTOR
from simulator.exercise.replay import Happening
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.exercise.touching import touching
from simulator.insight import wording as w
from simulator.insight.clocks import missed
from simulator.insight.luck.certain import items_of
from simulator.insight.luck.game import has_effects
from simulator.insight.luck.kinds import KINDS, Kind, spread_of
from simulator.insight.luck.sums import Average
from simulator.insight.luck.values import SURE
from simulator.insight.luck.worlds import Worlds
from simulator.insight.what_if.shifts import shifts
from simulator.insight.what_if.tried import Tried, tried_out
from simulator.insight.what_if.values import Expected, Figure, Judged, Way, WhatIf
from simulator.insight.what_if.ways import Foreseen, Played, Progress, foresee
from simulator.scenario.model import Inject, Option

DEFAULT_SEED = 1
USUAL = 200
"""Futures: some seconds."""
RESERVE = "Reserveberichten die u nog niet gaf, telt dit niet mee: die komen niet vanzelf."
ASSUMED = (
    "Toekomsten: wat al gebeurd is, blijft zoals het ging; herstel dat bezig is, duurt nog voort; de rest is opnieuw geloot. "
    f"Bij 'niet te zeggen' slaat de uitkomst om als herstel {REPAIR_FACTOR} keer zo snel of zo traag gaat, of is het verschil "
    "te klein. Die factor komt uit de vergelijking met echte incidenten."
)


def what_if(
    setting: Setting,
    state: State,
    recorded: Iterable[Happening],
    decision: str = "",
    *,
    futures: int = 0,
    seed: int = DEFAULT_SEED,
    progress: Progress | None = None,
) -> WhatIf:
    """Each option of an open dilemma beside the others and beside nobody deciding, if chosen at `state.minute`.

    Without a decision only what happens when nobody decides. `futures` 0: in this exercise only. Raises as `foresee` does, and
    UsageWrong when `futures` cannot be.
    """
    if futures:
        check(setting.graph, (), n=futures, first=0, threads=1, until=setting.horizon, size=None)
    foreseen = foresee(setting, state, recorded, decision, progress=progress)
    return over_futures(foreseen, futures=futures, seed=seed, progress=progress)


def over_futures(
    foreseen: Foreseen,
    *,
    futures: int = 0,
    seed: int = DEFAULT_SEED,
    progress: Progress | None = None,
) -> WhatIf:
    """What was foreseen, weighed; with `futures` 0 as it is in this exercise only. The same seed gives the same value."""
    setting, decision = foreseen.setting, foreseen.decision
    worlds = Worlds()
    numbers = [worlds.add(way.acts) for way in foreseen.ways]
    tried: list[Tried] = []
    if futures:
        tried = tried_out(foreseen, worlds, seed, futures, progress or (lambda *_: None))
    weighing = _Weighing(foreseen=foreseen, numbers=tuple(numbers), tried=tuple(tried))
    return WhatIf(
        decision=decision.id if decision else "",
        title=decision.title if decision else "",
        minute=foreseen.now.minute,
        at=w.moment(setting, foreseen.now.minute),
        horizon=setting.horizon,
        until=w.moment(setting, setting.horizon),
        futures=futures,
        seed=seed,
        ways=tuple(weighing.way(place) for place in range(len(foreseen.ways))),
        remarks=tuple(_remarks(foreseen, futures)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighing:
    """All that was computed."""

    foreseen: Foreseen
    numbers: tuple[int, ...]
    """For each way its world."""
    tried: tuple[Tried, ...]
    """At the landscape's own repair times first; empty without futures."""

    def way(self, place: int) -> Way:
        setting, played = self.foreseen.setting, self.foreseen.ways[place]
        return Way(
            option=played.option,
            text=self._text(played),
            figures=tuple(self._figure(place, kind) for kind in KINDS),
            missed=tuple(row.title for row in missed(setting, played.state)),
            shifts=shifts(self.foreseen, played),
        )

    def _text(self, played: Played) -> str:
        setting, decision = self.foreseen.setting, self.foreseen.decision
        if decision is None:
            return "Niemand besluit nog iets"
        option = setting.option(decision.id, played.option)
        return option.text if option else _nobody(setting, self.foreseen.now, decision.id)

    def _figure(self, place: int, kind: Kind) -> Figure:
        played, nobody = self.foreseen.ways[place], self.foreseen.nobody
        total: int = getattr(played.harm, kind.id)
        change = total - getattr(nobody.harm, kind.id)
        expected = self._expected(place, kind)
        differs = change != 0 or (kind.figure is not None and self.numbers[place] != self.numbers[0])
        modelled = not played.option or differs or self._modelled(played.option, kind)
        return Figure(
            kind=kind.id,
            name=kind.name,
            total=total,
            change=change if played.option and modelled else None,
            by_chance=kind.figure is not None,
            expected=expected,
            judged=_judged(change, expected, modelled=modelled) if played.option else None,
        )

    def _modelled(self, option: str, kind: Kind) -> bool:
        """Whether the option, or what hangs on it, brings anything of this kind."""
        setting, decision = self.foreseen.setting, self.foreseen.decision
        assert decision is not None, "nobody chooses an option of no dilemma"
        options = {each.id: each.options for each in setting.scenario.decisions}
        options[decision.id] = tuple(each for each in decision.options if each.id == option)
        bears = [_BEARS[kind.item]] if kind.item else []
        bears += [has_effects] if kind.figure is not None else []
        return any(decision.id in touching(setting, each, options).decisions for each in bears)

    def _expected(self, place: int, kind: Kind) -> Expected | None:
        if not self.tried:
            return None
        total, without = (self._fixed(each, kind) for each in (place, 0))
        if kind.figure is None:
            change = total - without
            return Expected(total=total, spread=(total,) * 5, change=change, standard_error=0.0, low=change, high=change)
        each = self.tried[0][kind.figure][self.numbers[place]]
        changes = [self._change(tried[kind.figure], place) for tried in self.tried]
        ends = [(float(one.value), SURE * (one.error or 0.0)) for one in changes]
        return Expected(
            total=sum(each) / len(each) + total,
            spread=spread_of(each, total),
            change=ends[0][0] + total - without,
            standard_error=changes[0].error,
            low=min(value - error for value, error in ends) + total - without,
            high=max(value + error for value, error in ends) + total - without,
        )

    def _change(self, of_worlds: Sequence[Sequence[int]], place: int) -> Average:
        ours, nobodys = of_worlds[self.numbers[place]], of_worlds[self.numbers[0]]
        found = Average()
        found.add([one - other for one, other in zip(ours, nobodys, strict=True)])
        return found

    def _fixed(self, place: int, kind: Kind) -> int:
        """What decisions alone bring of it, as in this exercise."""
        setting, played = self.foreseen.setting, self.foreseen.ways[place]
        if kind.figure is None:
            total: int = getattr(played.harm, kind.id)
            return total
        if kind.item != "cost":
            return 0
        booked = [setting.costs[each.cost] for each in played.state.costs if each.cost in setting.costs]
        return sum(cost.high if kind.high else cost.low for cost in booked)


def _starts_or_meets(bearer: Inject | Option) -> bool:
    return bool(bearer.starts) or (isinstance(bearer, Option) and bool(bearer.meets))


_BEARS: Mapping[str, Callable[[Inject | Option], bool]] = {"cost": lambda bearer: bool(bearer.costs), "clock": _starts_or_meets}
"""By the kind of item: what brings it."""


def _judged(change: int, expected: Expected | None, *, modelled: bool) -> Judged:
    if not modelled:
        return Judged.NIET_DOORGEREKEND
    low, high = (expected.low, expected.high) if expected else (change, change)
    if low == high == 0:
        return Judged.GELIJK
    if low <= 0 <= high or (expected and expected.standard_error is None):
        return Judged.NIET_TE_ZEGGEN
    return Judged.MEER if low > 0 else Judged.MINDER


def _nobody(setting: Setting, now: State, decision: str) -> str:
    opened, named = now.decisions[decision], setting.decisions[decision].default
    option = setting.option(decision, named) if named else None
    if option is None or now.ever_taken(decision):
        return "Niemand besluit"
    when = f"sinds {w.moment(setting, opened.default_minute)}" if opened.default else f"om {w.moment(setting, opened.deadline)}"
    return f"Niemand besluit; {when} geldt dan: {option.text}" if opened.deadline >= 0 else "Niemand besluit"


def _remarks(foreseen: Foreseen, futures: int) -> Iterable[str]:
    setting = foreseen.setting
    yield RESERVE
    if not futures:
        return
    yield ASSUMED
    for item in items_of(setting):
        if touching(setting, item.bears()).by_chance:
            named = setting.costs if item.kind == "cost" else setting.clocks
            what = w.quoted(named[item.id].title)
            yield f"{what} hangt ook af van hoe de onderdelen ervoor staan; het telt mee zoals in deze oefening."
