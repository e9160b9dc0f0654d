"""Which decisions can touch something: what an option brings, and what hangs on a decision, however indirectly.

Read from the scenario, so it is certain: a decision that is not named here changes nothing, in whatever company.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from simulator.exercise.setting import Setting
from simulator.exercise.state import Record
from simulator.scenario.conditions import Choice, Condition, NotTaken
from simulator.scenario.model import Decision, Inject, Option

Bears = Callable[[Inject | Option], bool]
"""Whether an inject or option brings the thing that is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touching:
    """What can make a difference to the thing that is asked about."""

    decisions: frozenset[str]
    injects: frozenset[str]
    by_chance: bool
    """Whether it also hangs on the state of a node or clock, so on how long repairs take."""


def touching(
    setting: Setting, bears: Bears, options: Mapping[str, Iterable[Option]] | None = None, also: Iterable[str] = ()
) -> Touching:
    """What can make a difference to what `bears` asks about; with `options` only these of each decision can come about.

    `also` are decisions that touch it in another way, such as in own words.
    """
    search = _Search(setting=setting, bears=bears, options=_all_options(setting) if options is None else options)
    for name in also:
        search.decision(name)
    for inject in setting.scenario.injects:
        if bears(inject):
            search.inject(inject.id)
    for decision in setting.scenario.decisions:
        if any(bears(option) for option in search.options.get(decision.id, ())):
            search.decision(decision.id)
    return Touching(decisions=frozenset(search.decisions), injects=frozenset(search.injects), by_chance=search.by_chance)


def only(setting: Setting, touched: Touching) -> Setting:
    """The setting without all that makes no difference, which replays faster and to the same result."""
    scenario = setting.scenario
    fewer = {
        "injects": tuple(each for each in scenario.injects if each.id in touched.injects),
        "decisions": tuple(each for each in scenario.decisions if each.id in touched.decisions),
    }
    return Setting(scenario=scenario.model_copy(update=fewer), landscape=setting.landscape, seed=setting.seed)


def options_played(setting: Setting, records: Iterable[Record]) -> dict[str, tuple[Option, ...]]:
    """For each decision the options that somebody chose, and its default: all that can come about when fewer decide."""
    chosen: dict[str, set[str]] = {name: {each.default or ""} for name, each in setting.decisions.items()}
    for record in records:
        chosen.setdefault(record.taken.decision, set()).add(record.taken.option)
    return {
        name: tuple(option for option in each.options if option.id in chosen[name]) for name, each in setting.decisions.items()
    }


def _all_options(setting: Setting) -> Mapping[str, tuple[Option, ...]]:
    return {name: each.options for name, each in setting.decisions.items()}


@dataclass(kw_only=True)
class _Search:
    """Back from what bears the thing to every decision that it hangs on."""

    setting: Setting
    bears: Bears
    options: Mapping[str, Iterable[Option]]
    decisions: set[str] = field(default_factory=set)
    injects: set[str] = field(default_factory=set)
    by_chance: bool = False

    def inject(self, name: str) -> None:
        inject = self.setting.injects.get(name)
        if inject is None or name in self.injects:
            return
        self.injects.add(name)
        self._condition(inject.when)
        self._effects(inject)

    def decision(self, name: str) -> None:
        decision = self.setting.decisions.get(name)
        if decision is None or name in self.decisions:
            return
        self.decisions.add(name)
        self._condition(decision.when)
        for option in self.options.get(name, ()):
            self._effects(option)
        for asking in self.setting.scenario.injects:
            if name in asking.asks:
                self.inject(asking.id)

    def _effects(self, bearer: Inject | Option) -> None:
        if self.bears(bearer):
            for effect in bearer.effects:
                self._condition(effect.if_)

    def _condition(self, condition: Condition | None) -> None:
        for part in condition.parts() if condition else ():
            self.by_chance = self.by_chance or part.node is not None or part.clock is not None
            if part.delivered is not None:
                self.inject(part.delivered)
            for choice in _choices(part):
                if self._can_vary(self.setting.decisions.get(choice.decision), choice.option):
                    self.decision(choice.decision)

    def _can_vary(self, decision: Decision | None, option: str | None) -> bool:
        if decision is None or option is None:
            return decision is not None
        return any(each.id == option for each in self.options.get(decision.id, ()))


def _choices(part: Condition) -> Iterator[Choice | NotTaken]:
    if part.taken is not None:
        yield part.taken
    if part.not_taken is not None:
        yield part.not_taken
