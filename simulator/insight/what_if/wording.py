"""What if in plain Dutch. Harm is told, so less is better; an option is told as what it does to nobody's."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.insight import wording as w
from simulator.insight.what_if.values import Figure, Judged, Way, WhatIf

NAMES = {
    "resident_hours": "Dienst-uren",
    "resident_hours_beyond_limit": "Voorbij de grens",
    "cost_low": "Kosten (laag)",
    "cost_high": "Kosten (hoog)",
    "clocks_missed": "Termijnen",
}
"""The head of a column."""
WIDE = 10
"""A range is told when it is wider than one part in so many of the figure."""


def amount(kind: str, value: float) -> str:
    """A figure in the unit of its kind, whatever its sign: '1.250', '€ 1.250'."""
    whole = round(abs(value))
    return w.euro(whole) if kind.startswith("cost") else w.number(whole)


def signed(kind: str, change: float) -> str:
    """What is added to nobody's harm: '− 1.250', '+ 1.250'; 'geen verschil' when that rounds to nothing."""
    if not round(change):
        return Judged.GELIJK.value
    return f"{'−' if change < 0 else '+'} {amount(kind, change)}"


def here(figure: Figure) -> str:
    """In this exercise: nobody's total, or what the option does to it."""
    if figure.judged is None:
        return amount(figure.kind, figure.total)
    return Judged.NIET_DOORGEREKEND.value if figure.change is None else signed(figure.kind, figure.change)


def expected(figure: Figure) -> str:
    """The same over the futures, as far as it can be said; empty without futures."""
    if figure.expected is None:
        return ""
    if figure.judged is None:
        return amount(figure.kind, figure.expected.total)
    if figure.judged in (Judged.MINDER, Judged.MEER):
        return signed(figure.kind, figure.expected.change)
    return figure.judged.value


def spread(figure: Figure) -> str:
    """Where the totals lie: 'van 100 keer 90 keer tussen 1.000 en 2.000'; empty where chance plays no part."""
    if figure.expected is None or not figure.by_chance:
        return ""
    least, most = (amount(figure.kind, figure.expected.spread[place]) for place in (0, -1))
    return f"altijd {least}" if least == most else f"van 100 keer 90 keer tussen {least} en {most}"


def bounds(figure: Figure) -> str:
    """Between what the difference lies: 'tussen − 900 en − 1.500'; empty when it is sure or is not told."""
    if figure.expected is None or figure.judged in (None, Judged.NIET_DOORGEREKEND, Judged.GELIJK):
        return ""
    low, high = figure.expected.low, figure.expected.high
    least, most = sorted((low, high), key=abs)
    if high - low <= abs(figure.expected.change) / WIDE or round(least) == round(most):
        return ""
    return f"tussen {_told(figure.kind, least)} en {_told(figure.kind, most)}"


def _told(kind: str, change: float) -> str:
    return signed(kind, change) if round(change) else "0"


def missed(told: WhatIf, way: Way) -> str:
    """Which legal terms are missed otherwise than when nobody decides; for nobody all of them. Empty for none."""
    if way is told.nobody:
        return f"Gemiste termijnen: {'; '.join(way.missed)}." if way.missed else "Alle termijnen worden gehaald of lopen niet."
    more = [title for title in way.missed if title not in told.nobody.missed]
    fewer = [title for title in told.nobody.missed if title not in way.missed]
    parts = [f"Ook gemist: {'; '.join(more)}."] if more else []
    return " ".join([*parts, *([f"Niet meer gemist: {'; '.join(fewer)}."] if fewer else [])])


def shift_lines(way: Way, most: int) -> Iterator[tuple[str, str]]:
    """What falls or comes back otherwise, as (name, how); the last may say how many more there are."""
    for each in way.shifts[:most]:
        yield each.name, each.text
    if len(way.shifts) > most:
        yield "", f"en nog {w.count(len(way.shifts) - most, 'onderdeel', 'onderdelen')} met kleiner verschil"
