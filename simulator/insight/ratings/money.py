"""Rules about money: was an amount named with what pays for it, and where it is booked."""

from __future__ import annotations

from simulator.exercise import events as e
from simulator.exercise.evaluation import events as ee
from simulator.insight import wording as w
from simulator.insight.ledger import OPENS_BOOKING, ledger
from simulator.insight.ratings.logged import Logged
from simulator.insight.ratings.values import Finding, Points
from simulator.scenario.council.rules import CostsBooked, CostsNamed

NO_COSTS = "Er ontstonden geen kosten in deze oefening."


def costs_named(log: Logged, rule: CostsNamed) -> Finding:
    """An amount and its coverage, before the end of a round."""
    spent = log.of(e.CostBooked)
    if not spent:
        return Finding(rule="costs_named", points=Points.N, words=NO_COSTS)
    rounds = log.setting.scenario.rounds
    which = min(rule.round, len(rounds))
    until = rounds[which - 1].until
    estimates = log.of(ee.CostEstimated)
    amounts = [each for each, event in estimates if event.high > 0]
    covered = [each for each, event in estimates if event.coverage]
    seqs = (spent[0][0].seq, *(each.seq for each, _ in estimates))
    norm = f"(oefennorm: voor het einde van ronde {which}, {w.moment(log.setting, until)})"
    if not amounts and not covered:
        if log.now < until:
            words = "Er is nog geen bedrag genoemd; daar was nog tijd voor toen de oefening stopte."
            return Finding(rule="costs_named", points=Points.N, words=words, seqs=seqs)
        words = f"Er ontstonden kosten, en het team noemde geen bedrag en geen dekking {norm}."
        return Finding(rule="costs_named", points=Points.ZERO, words=words, seqs=seqs)
    said = f"Genoemd: {_estimated(log, estimates)}"
    if not amounts or not covered:
        words = f"{said}, maar niet {'waaruit het betaald wordt' if amounts else 'om hoeveel geld het gaat'} {norm}."
        return Finding(rule="costs_named", points=Points.ONE, words=words, seqs=seqs)
    both = max(amounts[0].minute, covered[0].minute)
    in_time = both <= until
    words = f"{said}, om {w.moment(log.setting, both)} {norm}."
    return Finding(rule="costs_named", points=Points.TWO if in_time else Points.ONE, words=words, seqs=seqs)


def booked(log: Logged, rule: CostsBooked) -> Finding:
    """Where costs are booked, counted from the first costs."""
    spent = log.of(e.CostBooked)
    if not spent:
        return Finding(rule="booked", points=Points.N, words=NO_COSTS)
    first = spent[0][0]
    said = _said_where(log)
    until = first.minute + rule.within
    if not said:
        if log.now < until:
            words = "Waar de kosten geboekt worden, is nog niet gezegd; daar was nog tijd voor."
            return Finding(rule="booked", points=Points.N, words=words, seqs=(first.seq,))
        words = f"Nergens is gezegd waar de kosten geboekt worden (oefennorm: {w.span(rule.within)} na de eerste kosten)."
        return Finding(rule="booked", points=Points.ZERO, words=words, seqs=(first.seq,))
    minute, seq, what = min(said)
    took = minute - first.minute
    when = "voor de eerste kosten" if took < 0 else f"{w.span(took)} na de eerste kosten"
    words = f"{what}, gezegd {when} (oefennorm: {w.span(rule.within)})."
    points = Points.TWO if minute <= until else Points.ONE
    return Finding(rule="booked", points=points, words=words, seqs=(first.seq, seq))


def _said_where(log: Logged) -> list[tuple[int, int, str]]:
    """When, by which event and in which words it was said where costs are booked: with an amount, or by a decision."""
    named = [
        (each.minute, each.seq, f"Te boeken op {w.quoted(event.booked)}")
        for each, event in log.of(ee.CostEstimated)
        if event.booked
    ]
    decided = [(each.minute, each.seq, "Er is een plek geopend om de kosten te boeken") for each in log.doing((OPENS_BOOKING,))]
    return [*named, *decided]


def _estimated(log: Logged, estimates: list[tuple[e.Recorded, ee.CostEstimated]]) -> str:
    """The amount as the ledger has it: the last word on each category, and no total on top of its parts."""
    low, high = ledger(log.setting, log.state).estimate or (0, 0)
    sources = tuple(dict.fromkeys(event.coverage for _, event in estimates if event.coverage))
    return f"{w.euros(low, high)}{f', te betalen uit {w.listed(sources)}' if sources else ''}"
