"""Whether play can show what a scenario claims: its questions against the evidence rules. Only `check` asks this."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.council.load import Catalogue
from simulator.scenario.council.questions import OBSERVED, Question
from simulator.scenario.council.rules import Rule
from simulator.scenario.mistakes import Mistake
from simulator.scenario.model import Scenario


def every_claimed_question_can_be_shown(scenario: Scenario, catalogue: Catalogue) -> Iterator[Mistake]:
    """At least one evidence rule of each question that the scenario claims can find something."""
    for index, name in enumerate(scenario.questions):
        question = catalogue.questions.get(name)
        if question is None or any(_can_find(scenario, name, rule) for rule in question.rules):
            continue
        message = f"raadsvraag {name} wordt geclaimd, maar niets in dit scenario kan hem laten zien."
        yield Mistake(route=("questions", index), message=message, mend=_mend(question), warning=True)


def _can_find(scenario: Scenario, question: str, rule: Rule) -> bool:
    if rule.act:
        return _raised(scenario, rule.act.after) and _done(scenario, *rule.act.acts)
    if rule.advice_before:
        return _raised(scenario, rule.advice_before.after) and _done(scenario, rule.advice_before.act)
    if rule.attendance:
        return _done(scenario, rule.attendance.act)
    if rule.clock:
        return any(clock.term in rule.clock.terms for clock in scenario.clocks if scenario.regime in clock.regimes)
    if rule.costs_named or rule.booked:
        return bool(scenario.costs)
    if rule.claims:
        return any(inject.claims for inject in scenario.injects if question in inject.questions)
    return True


def _raised(scenario: Scenario, topic: str | None) -> bool:
    return topic is None or any(topic in inject.raises for inject in scenario.injects)


def _done(scenario: Scenario, *acts: str) -> bool:
    return any(set(acts) & set(option.does) for decision in scenario.decisions for option in decision.options)


def _mend(question: Question) -> str:
    if question.class_ not in OBSERVED:
        return "Deze vraag is alleen op papier of in gesprek te beantwoorden; haal hem weg."
    act = next((rule.act for rule in question.rules if rule.act), None)
    if act is None:
        return "Zie de bewijsregels van deze vraag in scenarios/council/questions.yaml."
    raises = f"raises: [{act.after}] bij een bericht en " if act.after else ""
    return f"Zet {raises}does: [{act.acts[0]}] bij een keuze."
