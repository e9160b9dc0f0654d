"""Each way from here, played by the exercise's own rules up to the horizon, with the durations of this exercise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from simulator.consequences.interventions import Intervention
from simulator.consequences.trajectory import Trajectory
from simulator.errors import CommandRefused, NotFound
from simulator.exercise import commands as c
from simulator.exercise.decide import decide
from simulator.exercise.events import Stamped
from simulator.exercise.evolve import evolve
from simulator.exercise.replay import Happening, interventions_of
from simulator.exercise.setting import Setting, trajectory
from simulator.exercise.settle import settle
from simulator.exercise.state import Phase, State
from simulator.insight.harm import HarmFigures, harm_of
from simulator.insight.luck.past import refuse_another_past
from simulator.scenario.model import Decision

Progress = Callable[[str, int, int], object]
"""What is being done, how much of it is done, and how much there is. What it raises ends the work."""

OUTLOOK = "Vooruitkijken"
WHY_NOT = {
    Phase.CREATED: "Vooruitkijken kan nog niet: de oefening is nog niet begonnen. Het hele verloop toont forecast.",
    Phase.REALITY: "Vooruitkijken kan nu niet: de oefening is gestopt omdat er echt iets aan de hand is. Hervat haar eerst.",
    Phase.ENDED: "Vooruitkijken kan niet meer: de oefening is afgelopen. Wat de besluiten deden, toont luck.",
}

AT_THE_END = "Vooruitkijken kan niet meer: verder dan dit telt de schade niet door."


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One way from here to the horizon, in this exercise."""

    option: str
    """Empty for nobody."""
    stamped: tuple[Stamped, ...]
    """What would happen from now on."""
    state: State
    """At the horizon."""
    harm: HarmFigures
    acts: tuple[Intervention, ...]
    path: Trajectory


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """All ways from here; nobody's first."""

    setting: Setting
    now: State
    decision: Decision | None
    ways: tuple[Played, ...]

    @property
    def nobody(self) -> Played:
        """When nobody decides."""
        return self.ways[0]


def foresee(
    setting: Setting, state: State, recorded: Iterable[Happening], decision: str = "", *, progress: Progress | None = None
) -> Foreseen:
    """What would happen from `state` on if nobody decided, and for each option of an open dilemma if that were chosen now.

    `recorded` is what led to `state`. CommandRefused when the exercise does not go on, when the dilemma does not lie open,
    or when the past would come out differently now; NotFound for a dilemma that the scenario has not.
    """
    if state.phase in WHY_NOT:
        raise CommandRefused(WHY_NOT[state.phase])
    if state.minute >= setting.horizon:
        raise CommandRefused(AT_THE_END)
    refuse_another_past(setting, tuple(recorded), state, OUTLOOK)
    now = settle(setting, state, state.minute).state
    dilemma = _open(setting, now, decision) if decision else None
    options = ("", *(option.id for option in dilemma.options)) if dilemma else ("",)
    ways = []
    for option in options:
        ways.append(_played(setting, now, decision, option))
        if progress:
            progress("opties doorrekenen", len(ways), len(options))
    return Foreseen(setting=setting, now=now, decision=dilemma, ways=tuple(ways))


def _open(setting: Setting, now: State, decision: str) -> Decision:
    if decision not in setting.decisions:
        lying = [name for name in now.decisions if now.standing(name) is None]
        raise NotFound(f"Besluit {decision!r} bestaat niet in dit scenario. {_which(lying)}")
    if decision not in now.decisions or now.standing(decision) is not None:
        what = "is al genomen" if now.standing(decision) is not None else "ligt nog niet op tafel"
        lying = [name for name in now.decisions if name in setting.decisions and now.standing(name) is None]
        raise CommandRefused(f"Het besluit {decision!r} {what}. {_which(lying)}")
    return setting.decisions[decision]


def _which(lying: list[str]) -> str:
    return f"Nu liggen open: {', '.join(lying)}." if lying else "Er ligt nu geen besluit open."


def _played(setting: Setting, now: State, decision: str, option: str) -> Played:
    stamped = tuple(_from_here(setting, now, decision, option))
    state = now
    for each in stamped:
        state = evolve(state, each)
    state, followed = settle(setting, state, setting.horizon)
    acts = interventions_of(setting, state)
    return Played(
        option=option,
        stamped=(*stamped, *followed),
        state=state,
        harm=harm_of(setting, state),
        acts=acts,
        path=trajectory(setting, acts),
    )


def _from_here(setting: Setting, now: State, decision: str, option: str) -> Iterator[Stamped]:
    if option:
        yield from decide(setting, now, c.Decide(decision=decision, option=option))
