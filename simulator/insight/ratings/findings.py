"""From a question's evidence rules to findings: one a rule, in their order."""

from __future__ import annotations

from dataclasses import replace

from simulator.insight.ratings.acts import act_within, advice_before, at_the_table
from simulator.insight.ratings.logged import Logged
from simulator.insight.ratings.money import booked, costs_named
from simulator.insight.ratings.said import claims_true, foreseen
from simulator.insight.ratings.shares import decided, fallbacks, owners, within_mandate
from simulator.insight.ratings.terms import terms_met
from simulator.insight.ratings.values import Finding
from simulator.scenario.council.questions import Question
from simulator.scenario.council.rules import Rule


def findings(log: Logged, question: Question) -> tuple[Finding, ...]:
    """What each rule of a question finds in the journal."""
    return tuple(finding(log, question.id, rule) for rule in question.rules)


def finding(log: Logged, question: str, rule: Rule) -> Finding:
    """What one rule finds. A rule has exactly one key, so exactly one of these is there."""
    found = (
        rule.act and act_within(log, rule.act),
        rule.fallbacks and fallbacks(log, rule.fallbacks),
        rule.owners and owners(log, rule.owners),
        rule.mandates and within_mandate(log, rule.mandates),
        rule.decided and decided(log, rule.decided),
        rule.prediction and foreseen(log, rule.prediction),
        rule.costs_named and costs_named(log, rule.costs_named),
        rule.booked and booked(log, rule.booked),
        rule.advice_before and advice_before(log, rule.advice_before),
        rule.clock and terms_met(log, rule.clock),
        rule.attendance and at_the_table(log, rule.attendance),
        rule.claims and claims_true(log, rule.claims, question),
    )
    first = next(each for each in found if each)
    return replace(first, seqs=tuple(dict.fromkeys(first.seqs)))
