"""What may happen to the graph, and when: it hangs on time and decisions only.

So that the same decisions at the same times always do the same to the graph, whatever the graph itself does.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.checks.parts import Parts
from simulator.scenario.conditions import Condition
from simulator.scenario.effects import LinkBetween
from simulator.scenario.mistakes import Mistake, Route
from simulator.scenario.model import Decision

_MEND = "Gebruik alleen after, before, taken en not_taken."


def effects_hang_on_time_and_decisions_only(parts: Parts) -> Iterator[Mistake]:
    """The `if` of an effect does not look at the graph, a clock or a delivered inject."""
    for route, effect in parts.effects():
        if effect.if_ and effect.if_.depends_on_state():
            message = "een effect mag niet afhangen van een onderdeel, een klok of een gegeven bericht."
            yield Mistake(route=(*route, "if"), message=message, mend=_MEND)


def injects_with_effects_hang_on_time_and_decisions_only(parts: Parts) -> Iterator[Mistake]:
    """The `when` of an inject that does something to the graph does not look at it either."""
    for index, inject in parts.injects:
        if inject.effects and inject.when and inject.when.depends_on_state():
            message = "een bericht met effecten mag niet afhangen van een onderdeel, een klok of een gegeven bericht."
            mend = f"{_MEND} Of verplaats de effecten naar een ander bericht."
            yield Mistake(route=("injects", index, "when"), message=message, mend=mend)


def defaults_that_touch_the_graph_open_by_time_and_decisions_only(parts: Parts) -> Iterator[Mistake]:
    """Else the moment of the default would hang on the graph, and so would all that follows from it."""
    touching = _decisions_that_effects_hang_on(parts)
    for index, decision in parts.decisions:
        if decision.default is None or not (decision.id in touching or _default_has_effects(decision)):
            continue
        for route, opener in _openers(parts, index, decision):
            if opener.depends_on_state():
                message = "dit opent een besluit met een default die gevolgen heeft; dat mag niet van een toestand afhangen."
                mend = f"{_MEND} Of haal default en within van besluit {decision.id} weg."
                yield Mistake(route=route, message=f"besluit {decision.id}: {message}", mend=mend)


def _default_has_effects(decision: Decision) -> bool:
    return any(option.effects for option in decision.options if option.id == decision.default)


def _openers(parts: Parts, index: int, decision: Decision) -> Iterator[tuple[Route, Condition]]:
    if decision.when:
        yield ("decisions", index, "when"), decision.when
    for place, inject in parts.injects:
        if inject.when and decision.id in inject.asks:
            yield ("injects", place, "when"), inject.when


def _decisions_that_effects_hang_on(parts: Parts) -> set[str]:
    """Those that a condition of something with effects names, and those that open these, and so on."""
    conditions = [effect.if_ for _, effect in parts.effects() if effect.if_]
    conditions += [inject.when for _, inject in parts.injects if inject.effects and inject.when]
    with_effects = {decision.id for _, decision in parts.decisions if decision.default and _default_has_effects(decision)}
    found: set[str] = set()
    todo = {name for condition in conditions for name in _named(condition)} | with_effects
    while todo:
        found |= todo
        opened = [(index, decision) for index, decision in parts.decisions if decision.id in todo]
        openers = [opener for index, decision in opened for _, opener in _openers(parts, index, decision)]
        todo = {name for opener in openers for name in _named(opener)} - found
    return found


def _named(condition: Condition) -> Iterator[str]:
    for part in condition.parts():
        if part.taken:
            yield part.taken.decision
        if part.not_taken:
            yield part.not_taken.decision


def every_cut_link_exists(parts: Parts) -> Iterator[Mistake]:
    """What is cut or restored is a dependency that the landscape has."""
    for route, effect in parts.effects():
        for key, link in (("cut", effect.cut), ("restore", effect.restore)):
            if link and (mistake := _no_such_link(parts, (*route, key), link)):
                yield mistake


def _no_such_link(parts: Parts, route: Route, link: LinkBetween) -> Mistake | None:
    node = parts.node(link.node)
    if node is None:
        return None
    members = {name for need in node.needs for name in need.of}
    if link.member in members:
        return None
    message = f"onderdeel {link.node} hangt niet af van {link.member}."
    return Mistake(route=(*route, "member"), message=message, wrong=link.member, known=members)


def every_jump_started_group_exists(parts: Parts) -> Iterator[Mistake]:
    """A noodstart names one of the node's requirement groups."""
    for route, effect in parts.effects():
        jump = effect.jump_start
        node = parts.node(jump.node) if jump else None
        if jump and node and jump.group > len(node.needs):
            message = f"onderdeel {jump.node} heeft {len(node.needs)} behoeften, en hier staat nummer {jump.group}."
            yield Mistake(
                route=(*route, "jump_start"), message=message, mend="Tel de behoeften (needs) in het landschap, vanaf 1."
            )
