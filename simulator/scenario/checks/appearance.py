"""Injects and decisions that can never appear, as far as can be told without playing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

from simulator.scenario.checks.parts import Parts, moment
from simulator.scenario.conditions import Condition
from simulator.scenario.mistakes import Mistake, Route
from simulator.scenario.model import Decision, Inject, InjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Earliest:
    """The first minute at which each inject and decision can be there; infinite when never."""

    injects: Mapping[str, float]
    decisions: Mapping[str, float]

    def holds_from(self, condition: Condition) -> float:
        """The first minute at which the condition can hold."""
        if condition.after is not None:
            return condition.after
        if condition.taken:
            return self.decisions.get(condition.taken.decision, inf)
        if condition.not_taken:
            return condition.not_taken.by
        if condition.delivered:
            return self.injects.get(condition.delivered, inf)
        if condition.all:
            return max(self.holds_from(part) for part in condition.all)
        if condition.any:
            return min(self.holds_from(part) for part in condition.any)
        if condition.not_ and condition.not_.before is not None:
            return condition.not_.before
        return 0


def holds_until(condition: Condition) -> float:
    """The last minute at which the condition can hold."""
    if condition.before is not None:
        return condition.before - 1
    if condition.all:
        return min(holds_until(part) for part in condition.all)
    if condition.any:
        return max(holds_until(part) for part in condition.any)
    if condition.not_ and condition.not_.after is not None:
        return condition.not_.after - 1
    return inf


def contradicts_itself(condition: Condition) -> bool:
    """Whether it asks for something and for its opposite at once."""
    every = condition.all or ()
    return any(other.not_ == one for one in every for other in every) or any(contradicts_itself(part) for part in every)


def earliest(parts: Parts) -> Earliest:
    """Found by starting from never and letting one thing make the next possible, until nothing changes."""
    injects: dict[str, float] = {inject.id: inf for _, inject in parts.injects}
    decisions: dict[str, float] = {decision.id: inf for _, decision in parts.decisions}
    known = Earliest(injects=injects, decisions=decisions)
    waiting = _waiting(parts)
    todo: deque[Inject | Decision] = deque([*(item for _, item in parts.injects), *(item for _, item in parts.decisions)])
    while todo:
        item = todo.popleft()
        into = injects if isinstance(item, Inject) else decisions
        first = _inject_from(item, known) if isinstance(item, Inject) else _decision_from(item, parts, known)
        if first < into[item.id]:
            into[item.id] = first
            todo.extend(waiting.get(item.id, ()))
    return known


def _waiting(parts: Parts) -> dict[str, list[Inject | Decision]]:
    """By id of an inject or a decision: what may become possible when that does."""
    decisions = {decision.id: decision for _, decision in parts.decisions}
    found: dict[str, list[Inject | Decision]] = {}
    items: tuple[Inject | Decision, ...] = (*(item for _, item in parts.injects), *decisions.values())
    for item in items:
        for part in item.when.parts() if item.when else ():
            name = part.taken.decision if part.taken else part.delivered
            if name:
                found.setdefault(name, []).append(item)
        if isinstance(item, Inject):
            found.setdefault(item.id, []).extend(decisions[name] for name in item.asks if name in decisions)
    return found


def _inject_from(inject: Inject, known: Earliest) -> float:
    if inject.kind is InjectKind.RESERVE:
        return inject.at or 0  # the oefenleider may give it whatever its condition says
    return _from(inject.at, inject.when, known)


def _decision_from(decision: Decision, parts: Parts, known: Earliest) -> float:
    asked = (known.injects[inject.id] for _, inject in parts.injects if decision.id in inject.asks)
    by_itself = _from(decision.opens, decision.when, known) if decision.opens is not None or decision.when else inf
    return min(by_itself, min(asked, default=inf))


def _from(at: int | None, when: Condition | None, known: Earliest) -> float:
    first = max(at or 0, known.holds_from(when) if when else 0)
    return inf if when and (first > holds_until(when) or contradicts_itself(when)) else first


def every_inject_can_appear(parts: Parts) -> Iterator[Mistake]:
    """A kern inject whose time and condition can be met before the end."""
    known = earliest(parts)
    for index, inject in parts.injects:
        if inject.kind is InjectKind.KERN and (inject.at is not None or inject.when):
            yield from _never("dit bericht verschijnt nooit", ("injects", index), inject.at, inject.when, known, parts)


def every_decision_can_open(parts: Parts) -> Iterator[Mistake]:
    """A decision that a time, a condition or an inject can open before the end."""
    known = earliest(parts)
    for index, decision in parts.decisions:
        if decision.opens is not None or decision.when:
            asked = any(known.injects[inject.id] < inf for _, inject in parts.injects if decision.id in inject.asks)
            if not asked:
                yield from _never(
                    "dit besluit gaat nooit open", ("decisions", index), decision.opens, decision.when, known, parts
                )
        elif known.decisions[decision.id] == inf:
            message = "dit besluit gaat nooit open: de berichten die het openen verschijnen nooit."
            yield Mistake(route=("decisions", index), message=message, mend="Kijk naar hun when.", warning=True)


def _never(what: str, route: Route, at: int | None, when: Condition | None, known: Earliest, parts: Parts) -> Iterator[Mistake]:
    first = max(at or 0, known.holds_from(when) if when else 0)
    last = holds_until(when) if when else inf
    if first == inf:
        why = "het wacht op iets dat zelf nooit gebeurt"
    elif when and contradicts_itself(when):
        why = "de voorwaarde spreekt zichzelf tegen"
    elif first > last:
        why = f"het kan pas vanaf {moment(first)} en alleen tot {moment(last + 1)}"
    elif parts.end is not None and first > parts.end:
        why = f"het kan pas vanaf {moment(first)}, na het einde"
    else:
        return
    yield Mistake(route=(*route, "when") if when else route, message=f"{what}: {why}.", mend="Pas at of when aan.", warning=True)
