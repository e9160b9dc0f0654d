"""What is promised and never used, or used and never promised."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.checks.parts import Parts
from simulator.scenario.mistakes import Mistake, Route
from simulator.scenario.model import Decision, Inject, Option, Scenario


def _remark(route: Route, message: str, mend: str) -> Mistake:
    return Mistake(route=route, message=message, mend=mend, warning=True)


def every_claimed_question_is_tested(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """A council question that the scenario claims stands at an inject or a decision."""
    tested = {name for item in _moments(scenario) for name in item.questions}
    for index, question in enumerate(scenario.questions):
        if question not in tested:
            message = f"raadsvraag {question} wordt geclaimd, maar geen bericht of besluit beoefent hem."
            yield _remark(
                ("questions", index), message, f"Zet questions: [{question}] bij een bericht of besluit, of haal hem weg."
            )


def every_tested_question_is_claimed(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """A council question at an inject or a decision stands in the scenario's own list."""
    routed: list[tuple[Route, Inject | Decision]] = [
        *((("injects", index), inject) for index, inject in enumerate(scenario.injects)),
        *((("decisions", index), decision) for index, decision in enumerate(scenario.decisions)),
    ]
    for route, item in routed:
        for which, question in enumerate(item.questions):
            if question not in scenario.questions:
                message = f"raadsvraag {question} staat niet in de lijst van het scenario."
                yield _remark((*route, "questions", which), message, f"Voeg {question} toe aan questions boven in het bestand.")


def every_goal_is_practised(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """A learning goal stands at an inject or a decision."""
    used = {name for item in _moments(scenario) for name in item.goals}
    for index, goal in enumerate(scenario.goals):
        if goal.id not in used:
            yield _remark(
                ("goals", index), "geen bericht of besluit hoort bij dit leerdoel.", f"Zet goals: [{goal.id}] ergens bij."
            )


def _moments(scenario: Scenario) -> tuple[Inject | Decision, ...]:
    return (*scenario.injects, *scenario.decisions)


def _givers(scenario: Scenario) -> tuple[Inject | Option, ...]:
    return (*scenario.injects, *_options(scenario))


def _options(scenario: Scenario) -> tuple[Option, ...]:
    return tuple(option for decision in scenario.decisions for option in decision.options)


def every_clock_can_start(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """An inject or an option starts each clock."""
    started = {name for item in _givers(scenario) for name in item.starts}
    for index, clock in enumerate(scenario.clocks):
        if clock.id not in started:
            yield _remark(("clocks", index), "niets start deze klok.", f"Zet starts: [{clock.id}] bij een bericht of optie.")


def every_clock_can_be_met(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """An option meets each clock."""
    met = {name for option in _options(scenario) for name in option.meets}
    for index, clock in enumerate(scenario.clocks):
        if clock.id not in met:
            message = "met geen enkele optie wordt deze klok gehaald; dat kan dan alleen de oefenleider."
            yield _remark(("clocks", index), message, f"Zet meets: [{clock.id}] bij een optie.")


def every_cost_is_used(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """An inject or an option costs it."""
    used = {name for item in _givers(scenario) for name in item.costs}
    for index, cost in enumerate(scenario.costs):
        if cost.id not in used:
            yield _remark(("costs", index), "geen bericht of optie gebruikt deze kosten.", f"Zet costs: [{cost.id}] ergens bij.")


def every_action_is_used(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """An option leads to it."""
    used = {name for option in _options(scenario) for name in option.actions}
    for index, action in enumerate(scenario.actions):
        if action.id not in used:
            yield _remark(("actions", index), "geen optie leidt tot deze actie.", f"Zet actions: [{action.id}] bij een optie.")


def every_effect_has_an_effect(scenario: Scenario, parts: Parts) -> Iterator[Mistake]:
    """A fall-back that is started is there, and what is hit can be mended."""
    for route, effect in parts.effects():
        for place, name in enumerate(effect.start_fallback or ()):
            node = parts.node(name)
            if node and node.fallback is None:
                message = f"onderdeel {name} heeft geen noodprocedure; dit doet niets."
                yield _remark((*route, "start_fallback", place), message, "Voeg fallback toe in het landschap, of haal dit weg.")
        for place, name in enumerate(effect.hit or ()):
            node = parts.node(name)
            if node and node.repair is None:
                message = f"onderdeel {name} heeft geen repair en komt na deze treffer nooit terug."
                yield _remark((*route, "hit", place), message, "Voeg repair toe in het landschap.")
