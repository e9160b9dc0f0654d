"""The same exercise with only some of its decisions: what would then have been done to the graph.

A decision point is a dilemma with all its records, in order; a decision in own words that no dilemma asked for is a point of
its own. A point that is left out gets the scenario's default at its deadline, if it has one. A point that is kept drops out,
default and all, when its dilemma was open when it was decided but would not have been open now. What the oefenleider did by
hand (injects given or held, nodes put up or down) stays as played. Node and clock states play no part, as `check` ensures, so
the consequences need not be run for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from simulator.consequences.interventions import Intervention
from simulator.exercise import events as e
from simulator.exercise.evolve import evolve
from simulator.exercise.scheduled import scheduled_interventions
from simulator.exercise.setting import Setting
from simulator.exercise.settle import GRAPH_RULES, Rule, settle
from simulator.exercise.state import State

Happening = e.Stamped | e.Recorded
OWN = "eigen:"
"""Before the record, in the id of a point that no dilemma asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPoint:
    """Where the team could decide, and did."""

    id: str
    """The dilemma's id, or `eigen:<record>` for own words that no dilemma asked for."""
    records: tuple[str, ...]
    minute: int
    """When its first record was logged."""


def decision_points(happened: Iterable[Happening]) -> tuple[DecisionPoint, ...]:
    """The points at which the team decided, by the minute of their first record."""
    found: dict[str, DecisionPoint] = {}
    for each in happened:
        if isinstance(each.event, e.DecisionTaken):
            name = point_of(each.event)
            before = found.get(name)
            records = (*(before.records if before else ()), each.event.record)
            found[name] = DecisionPoint(id=name, records=records, minute=before.minute if before else each.minute)
    return tuple(found.values())


def point_of(taken: e.DecisionTaken) -> str:
    """The id of the decision point that a record belongs to."""
    return taken.decision or f"{OWN}{taken.record}"


def interventions_with(setting: Setting, happened: Iterable[Happening], kept: frozenset[str]) -> tuple[Intervention, ...]:
    """All that would have been done to the graph if only the points `kept` had been decided, up to the horizon."""
    ((_, state),) = replays(setting, happened, [kept])
    return interventions_of(setting, state)


def interventions_of(setting: Setting, state: State) -> tuple[Intervention, ...]:
    """All that was done to the graph, and what is still scheduled."""
    return (*state.interventions, *scheduled_interventions(setting, state))


def replays(
    setting: Setting,
    happened: Iterable[Happening],
    wanted: Iterable[frozenset[str]],
    rules: tuple[Rule, ...] = GRAPH_RULES,
) -> Iterator[tuple[frozenset[str], State]]:
    """For each wanted set of points, each once, the state at the last minute if only those had been decided.

    What sets have in common is played once, so many sets cost little more than a few.
    """
    whole = tuple(happened)
    past = Past(
        setting=setting,
        rules=rules,
        by_people=tuple(each for each in whole if _by_people(each.event)),
        point={record: point.id for point in decision_points(whole) for record in point.records},
        ahead=_ahead_of_the_story(whole),
        last=max((each.minute for each in whole), default=0),
    )
    yield from _branch(past, 0, State(), list(dict.fromkeys(wanted)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was played, as far as people did it, without the end (time goes on to the last minute)."""

    setting: Setting
    rules: tuple[Rule, ...]
    by_people: tuple[Happening, ...]
    point: Mapping[str, str]
    """The decision point of each record."""
    ahead: frozenset[str]
    """Records of a team that decided before the dilemma lay on the table, or that no dilemma asked for."""
    last: int


def _branch(past: Past, at: int, state: State, wanted: list[frozenset[str]]) -> Iterator[tuple[frozenset[str], State]]:
    """From event `at` on; where the wanted sets differ about a point, both ways are gone."""
    for number in range(at, len(past.by_people) if wanted else 0):
        each = past.by_people[number]
        point = past.point.get(each.event.record) if isinstance(each.event, OfRecord) else None
        if point is not None:
            kept = [points for points in wanted if point in points]
            if not kept:
                continue
            if len(kept) < len(wanted):
                state = settle(past.setting, state, each.minute, past.rules).state
                yield from _branch(past, number, state, [points for points in wanted if point not in points])
                wanted = kept
        state = settle(past.setting, state, each.minute, past.rules).state
        if not isinstance(each.event, e.DecisionTaken) or _still_possible(past, state, each.event):
            state = evolve(state, each)
    if wanted:
        state = settle(past.setting, state, past.last, past.rules).state
        yield from ((points, state) for points in wanted)


OfRecord = e.DecisionTaken | e.DecisionDetailed | e.DecisionWithdrawn


def _by_people(event: e.Event) -> bool:
    match event:
        case e.ExerciseStarted() | e.InjectHeld():
            return True
        case e.InjectDelivered(by_hand=True) | e.Intervened(cause="hand"):
            return True
        case e.ClockStarted(cause="hand") | e.ClockMet(cause="hand"):
            return True
        case e.DecisionTaken() | e.DecisionDetailed() | e.DecisionWithdrawn():
            return True
        case _:
            return False


def _still_possible(past: Past, state: State, taken: e.DecisionTaken) -> bool:
    return taken.decision in state.decisions or taken.record in past.ahead


def _ahead_of_the_story(played: Iterable[Happening]) -> frozenset[str]:
    opened: set[str] = set()
    ahead: set[str] = set()
    for each in played:
        if isinstance(each.event, e.DecisionOpened):
            opened.add(each.event.decision)
        elif isinstance(each.event, e.DecisionTaken) and each.event.decision not in opened:
            ahead.add(each.event.record)
    return frozenset(ahead)


def moved(happened: Iterable[Happening], point: DecisionPoint, minutes: int) -> tuple[Happening, ...]:
    """The same with all records of a point so many minutes later (below 0: earlier), clipped to when it was open."""
    whole = tuple(happened)
    shift = max(-room_before(whole, point), min(minutes, room_after(whole, point)))
    if not shift:
        return whole
    placed = [(each.minute, 0, each) for each in whole if not _is_of(each.event, point)]
    placed += [(each.minute + shift, 1, _moved(each, shift)) for each in whole if _is_of(each.event, point)]
    return tuple(each for *_, each in sorted(placed, key=lambda place: place[:2]))


def room_before(happened: Sequence[Happening], point: DecisionPoint) -> int:
    """How many minutes earlier it could have been decided: since its dilemma opened, or the start for own words."""
    if point.id.startswith(OWN):
        return point.minute
    opened = _opening(happened, point.id)
    return max(0, point.minute - opened[0]) if opened else 0


def room_after(happened: Sequence[Happening], point: DecisionPoint) -> int:
    """How many minutes later: before its deadline if it was decided in time, else up to the last minute."""
    last = max(each.minute for each in happened)
    records = [each.minute for each in happened if _is_of(each.event, point)]
    opened = _opening(happened, point.id)
    deadline = opened[1] if opened else -1
    limit = min(deadline - 1, last) if deadline > point.minute else last
    return max(0, min(limit - point.minute, last - max(records)))


def _opening(happened: Sequence[Happening], decision: str) -> tuple[int, int] | None:
    """When a dilemma opened, and its deadline (-1 for none)."""
    for each in happened:
        if isinstance(each.event, e.DecisionOpened) and each.event.decision == decision:
            return each.minute, each.event.deadline
    return None


def _is_of(event: e.Event, point: DecisionPoint) -> bool:
    return isinstance(event, OfRecord) and event.record in point.records


def _moved(each: Happening, shift: int) -> Happening:
    event = each.event
    if isinstance(event, e.DecisionTaken | e.DecisionDetailed):
        event = replace(event, decided_at=event.decided_at + shift)
    return replace(each, minute=each.minute + shift, event=event)
