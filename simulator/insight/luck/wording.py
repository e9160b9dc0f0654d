"""Luck or skill in plain Dutch. Harm is told, so less is better; shares are harm saved."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.insight import wording as w
from simulator.insight.luck.values import SURE, Alternative, DecisionLuck, KindLuck, Verdict

WIDE = 10
"""A range is told when it is wider than one part in so many of the figure."""
NOBODY = "Als niemand iets besluit"
EXPECTED = "Met deze besluiten te verwachten"
PLAYED = "Zo liep het"
TYPICAL = "Zoals het vaak gaat (script typisch)"
READING = "Een getal met − is schade die een besluit scheelde; met + is schade die erbij kwam. Goedkoper is niet altijd beter."
NOT_PEOPLE = "Dit zegt iets over besluiten in dit model, niet over mensen."
NO_CHANCE = "Hier speelt toeval in dit model geen rol: dit volgt uit de besluiten."


def amount(kind: KindLuck, value: float) -> str:
    """A figure in the unit of its kind, whatever its sign: '1.250', '€ 1.250', '0,5'."""
    value = abs(value)
    if kind.kind.startswith("cost"):
        return w.euro(round(value))
    tenths = round(value * 10)
    return f"{tenths // 10},{tenths % 10}" if tenths < 100 and tenths % 10 else w.number(round(value))


def signed(kind: KindLuck, saved: float) -> str:
    """What a saving does to the harm: '− 1.250', '+ 1.250' or '0'."""
    told = amount(kind, saved)
    if told == amount(kind, 0):
        return told
    return f"{'−' if saved > 0 else '+'} {told}"


def luck_words(kind: KindLuck) -> str:
    """Luck, bad luck, or neither."""
    if not kind.by_chance:
        return NO_CHANCE
    if kind.luck is None:
        return ""
    if kind.luck_error is None:
        return "Geluk of pech is met één toekomst niet te zeggen."
    if abs(kind.luck) <= SURE * kind.luck_error or round(abs(kind.luck)) == 0:
        return "Geluk of pech: geen van beide. Het liep ongeveer zoals te verwachten was."
    if kind.luck > 0:
        return f"Geluk: {amount(kind, kind.luck)} minder dan te verwachten was."
    return f"Pech: {amount(kind, kind.luck)} meer dan te verwachten was."


def percentile_words(kind: KindLuck) -> str:
    """Where the run played stands among those with the same decisions."""
    if not kind.by_chance or kind.percentile is None:
        return ""
    better = round(kind.percentile)
    return f"Van 100 keer met dezelfde besluiten loopt het ongeveer {better} keer beter af en {100 - better} keer slechter."


def spread_words(kind: KindLuck) -> str:
    """Between what the harm lies when the same decisions meet another chance."""
    if not kind.by_chance:
        return NO_CHANCE
    low, quarter, _, three_quarters, high = (amount(kind, value) for value in kind.spread)
    return (
        f"Met dezelfde besluiten ligt de helft van de keren tussen {quarter} en {three_quarters}, "
        f"en liggen 90 van de 100 keer tussen {low} en {high}."
    )


def times_words(futures: int) -> str:
    """What was done to know this."""
    times = "1 keer" if futures == 1 else f"{w.number(futures)} keer"
    return f"Dezelfde aanval, {times} met andere hersteltijden. Zo is te zien wat de besluiten deden, en wat toeval was."


def skill_words(kind: KindLuck) -> str:
    """What all decisions together did."""
    if round(kind.skill, 1) == 0 and round(kind.skill_low, 1) == round(kind.skill_high, 1) == 0:
        return "De besluiten samen maakten hier geen verschil."
    error = SURE * (kind.skill_error or 0.0)
    if kind.skill_low - error <= 0 <= kind.skill_high + error:
        return "Of de besluiten samen hielpen, is niet te zeggen."
    if kind.skill > 0:
        return f"De besluiten samen: {amount(kind, kind.skill)} minder."
    return f"De besluiten samen: {amount(kind, kind.skill)} meer."


def share_words(kind: KindLuck, decision: DecisionLuck) -> str:
    """The verdict, with the range when the figure may well be another."""
    least, most = sorted((decision.low, decision.high), key=abs)
    wide = decision.high - decision.low > abs(decision.share) / WIDE
    between = f" (tussen {signed(kind, least)} en {signed(kind, most)})" if wide and round(most) != round(least) else ""
    return f"{decision.verdict.value}{between}"


def alternative_words(kind: KindLuck) -> Iterator[str]:
    """What deciding at another moment would clearly have done, most first."""
    found = [
        (each, decision.title)
        for decision in kind.decisions
        for each in (decision.earlier, decision.later)
        if each is not None and each.verdict in (Verdict.GEHOLPEN, Verdict.ERGER) and round(abs(each.gain), 1) > 0
    ]
    for each, title in sorted(found, key=lambda one: -abs(one[0].gain)):
        more = "minder" if each.gain > 0 else "meer"
        yield f"{w.quoted(title)} {_when(each)}: {amount(kind, each.gain)} {more}"


def _when(each: Alternative) -> str:
    long = "een uur" if abs(each.minutes) == 60 else w.span(each.minutes)
    return f"{long} {'eerder' if each.minutes < 0 else 'later'}"
