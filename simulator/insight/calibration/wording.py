"""The reality check in plain Dutch, as it is."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from simulator.insight.calibration.values import Calibration, CaseFit, Count, Criterion, Fit, Plausible, PointFit, Total

A_DAY = 24 * 60
CLOSE = 1.05
"""Up to here the model is right, for what a published date is worth."""
HEAD = ("werkelijk", "model", "90 van 100 keer", "verschil", "acc")
DEMANDS = {
    "tau": "Volgorde van herstel, in elke casus tau 0,6 of meer",
    "factor": "Middelste factor ten hoogste 2",
    "bounds": "Elke grens gehaald",
}


def lines(found: Calibration) -> Iterator[str]:
    """All of it, a line at a time."""
    yield "IJking: het model naast gepubliceerde incidenten"
    yield f"Per casus {found.draws} trekkingen met dezelfde algemene waarden; 'model' is de middelste."
    for case in found.cases:
        yield from ("", *case_lines(case))
    yield from ("", "Samen", *(f"  {line}" for line in total_lines(found)))
    if found.fit:
        yield from ("", "Algemene waarden laten kiezen door de casussen", *(f"  {line}" for line in fit_lines(found.fit)))
    if found.plausible:
        yield from ("", "Proeven: dezelfde casus, een ding anders", *(f"  {plausible_words(each)}" for each in found.plausible))
    yield from ("", "Eisen, vooraf voorgesteld", *(f"  {criterion_words(each)}" for each in found.criteria))
    yield from ("", *verdict(found))


def case_lines(case: CaseFit) -> Iterator[str]:
    """A case: each point, the order, what was left out."""
    yield f"{case.title} ({case.id})"
    told = [point for point in case.points if point.count is not Count.NOT_MODELLED]
    if told:
        rows = [HEAD, *(_row(point) for point in told)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
        texts = ("wat", *(point.what + _aside(point) for point in told))
        for row, text in zip(rows, texts, strict=True):
            cells = "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
            yield f"  {cells}  {text}"
    for point in case.points:
        if point.count is Count.NOT_MODELLED:
            yield f"  Niet gemodelleerd: {point.what} ({published(point)}). Reden: {point.reason}."
    if case.tau is not None:
        yield f"  Volgorde van herstel: tau {decimal(case.tau, 2)}, over {case.pairs} paren waarvan de volgorde vaststaat."
    if case.factor is not None:
        yield f"  Middelste factor: {times(case.factor)}."


def total_lines(found: Calibration) -> Iterator[str]:
    """What all points say together."""
    yield from _moments(found.total, found.without_given)
    broken = found.bounds - found.bounds_kept
    if found.bounds:
        yield f"Grenzen gehaald: {found.bounds_kept} van {found.bounds}." + (" Zie ‘niet’ hierboven." if broken else "")
    if found.covering is not None:
        yield f"Negen van de tien punten, tijdstippen en grenzen samen, liggen binnen een factor {times(found.covering)}."


def _moments(total: Total, without_given: Total) -> Iterator[str]:
    if total.factor is None or total.worst is None:
        yield "Er zijn geen tijdstippen (acc E of A) om mee te vergelijken."
        return
    yield f"{_count(total.rows)} (acc E of A): middelste factor {times(total.factor)}."
    yield f"Binnen een factor 2: {total.within_two} van {total.rows}. Het verst ernaast: factor {times(total.worst)}."
    yield f"Binnen de bandbreedte van het model: {total.in_range} van {total.rows}; het zouden er 9 van de 10 moeten zijn."
    if without_given.factor is not None and without_given.rows < total.rows:
        yield (
            f"Zonder wat zelf een algemene waarde gaf (*): {_count(without_given.rows)}, "
            f"middelste factor {times(without_given.factor)}."
        )


def fit_lines(fit: Fit) -> Iterator[str]:
    """What fitting would bring, and what is left of it on a case that was not looked at."""
    yield f"{fit.tried} combinaties van twee waarden: hersteltijden maal zoveel, en hoeveel keer bij verloren back-ups."
    yield f"Op alle casussen past het best: {_chosen(fit.repair, fit.lost)}. De middelste factor is dan {times(fit.factor)}."
    yield "Zo gekozen zonder een casus, en dan op die casus geprobeerd:"
    width = max(len(each.id) for each in fit.left_out)
    for each in fit.left_out:
        yield f"  {each.id:<{width}}  {_chosen(each.repair, each.lost)}; middelste factor {times(each.factor)}"
    yield f"Alle tijdstippen, elk zonder de eigen casus: middelste factor {times(fit.left_out_factor)}."
    if fit.touched_factor is None:
        yield "Op geen enkel tijdstip hebben deze twee waarden invloed, dus dit toetst niets."
    else:
        yield (
            f"De twee waarden hebben maar op {_count(fit.touched)} invloed; daar is het {times(fit.touched_factor)}. "
            "De rest hangt aan het sporenonderzoek en de noodprocedures."
        )
    if fit.as_written:
        yield "Wat op alle casussen het best past, staat in general.yaml; de tabellen hierboven zijn daarmee gemaakt."
    else:
        yield "De tabellen hierboven gebruiken wat in general.yaml staat, niet wat hier het best past."


def plausible_words(each: Plausible) -> str:
    """A variant, and whether what must follow does."""
    if each.claim == "loses":
        told = f"{each.about} valt dan uit in {round(each.after or 0)} van 100 keer (anders {round(each.before or 0)})"
        return f"{each.title}: {told}: {_yes(each.holds)}."
    if each.holds is None or each.before is None or each.after is None:
        return f"{each.title}: niet te zeggen, want {each.about} is hier niet te vergelijken."
    told = f"factor {times(each.after)} van {each.about}, en zonder de verandering {times(each.before)}"
    return f"{each.title}: {told}: {_yes(each.holds)}."


def criterion_words(each: Criterion) -> str:
    """A demand, and whether it is met."""
    if each.met is None:
        return f"{DEMANDS[each.id]}: niet te zeggen, er is niets om te vergelijken."
    told = times(each.found or 0.0) if each.of is None else f"{round(each.found or 0)} van {each.of}"
    return f"{DEMANDS[each.id]}: {told}, {'gehaald' if each.met else 'niet gehaald'}."


def verdict(found: Calibration) -> Iterator[str]:
    """What to think of it."""
    failed = [each for each in found.criteria if each.met is False]
    told = [each for each in found.criteria if each.met is not None]
    if not told:
        yield "Over deze casussen zegt het model niets wat te vergelijken is."
    elif failed:
        yield f"Niet alle eisen zijn gehaald: {len(told) - len(failed)} van {len(told)}."
    else:
        yield "Alle eisen die te toetsen zijn, zijn gehaald."
    broken = [point for case in found.cases for point in case.points if point.kept is False and point.model is not None]
    fast = [point.what for point in broken if point.least is not None and (point.model or 0.0) < point.least]
    slow = [point.what for point in broken if point.what not in fast]
    if fast:
        yield f"Het model heeft te vroeg hersteld: {'; '.join(fast)}."
    if slow:
        yield f"Het model heeft te laat hersteld: {'; '.join(slow)}."
    yield (
        "Geijkt, niet bewezen: het zijn weinig punten, en wie de algemene waarden schatte, kende deze gevallen. "
        "Een casus die nog niemand hier kende, toetst eerlijker."
    )


def span(minutes: float) -> str:
    """A time to compare: '3,3 u', '6,2 d', '336 d', or 'nooit'."""
    if minutes == inf:
        return "nooit"
    if minutes < A_DAY:
        return f"{_short(minutes / 60)} u" if minutes else "0"
    days = minutes / A_DAY
    return f"{_short(days) if days < 9.95 else round(days)} d"


def published(point: PointFit) -> str:
    """What was published: a moment, or its limits."""
    if point.least == point.most == 0:
        return "viel niet uit"
    if point.observed is not None and (point.count is not Count.BOUND):
        between = point.least is not None and point.most is not None and point.least < point.most
        return span(point.observed) + (f" ({span(point.least or 0)}-{span(point.most or 0)})" if between else "")
    if point.least is not None and point.most is not None:
        return f"{span(point.least)}-{span(point.most)}"
    if point.least is not None:
        return f"{span(point.least)} of meer"
    return "onbekend" if point.most is None else f"hoogstens {span(point.most)}"


def times(factor: float) -> str:
    """A factor: '1,2', or 'oneindig'."""
    return "oneindig" if factor == inf else decimal(factor, 1 if factor >= 10 else 2)


def decimal(value: float, places: int) -> str:
    """With a comma."""
    return f"{value:.{places}f}".replace(".", ",")


def _short(value: float) -> str:
    """One decimal, where it says something."""
    return decimal(value, 1).removesuffix(",0")


def _row(point: PointFit) -> tuple[str, str, str, str, str]:
    low, model, high = (span(each) if each is not None else "" for each in (point.low, point.model, point.high))
    return published(point), model, f"{low} - {high}", _difference(point), point.acc + ("*" if point.gives else "")


def _difference(point: PointFit) -> str:
    """How far off, and to which side."""
    if point.count is Count.BOUND:
        return "gehaald" if point.kept else f"niet, {times(point.off or inf)} x"
    if point.ratio is None or point.off is None:
        return ""
    if point.off <= CLOSE:
        return "klopt"
    return f"{times(point.off)} x te {'lang' if point.ratio > 1 else 'kort'}"


def _aside(point: PointFit) -> str:
    if point.count is Count.FORECAST:
        return " (verwachting van toen; telt niet mee)"
    if point.count is Count.SET:
        return " (tijdstip was gegeven; telt niet mee)"
    return ""


def _chosen(repair: float, lost: int) -> str:
    return f"hersteltijd {f'{repair:g}'.replace('.', ',')} keer, back-ups verloren {lost} keer"


def _count(rows: int) -> str:
    return "1 tijdstip" if rows == 1 else f"{rows} tijdstippen"


def _yes(holds: bool | None) -> str:
    return "zoals het moet" if holds else "niet zoals het moet"
