"""Chapter: what fell and came back, when it became known, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.exercise.events import NodeReported
from simulator.insight import wording as w
from simulator.insight.outages import Spell
from simulator.report.document import Bar, Block, Card, Cards, Chapter, Gantt, Lane, Prose, Table
from simulator.report.evidence import Evidence
from simulator.scenario.landscape import NodeKind

LAYERS = (NodeKind.EFFECT, NodeKind.PROCESS, NodeKind.ICT, NodeKind.SUPPLIER, NodeKind.UTILITY)
"""What residents notice comes first."""
DAY = w.MINUTES_A_DAY
STEPS = (15, 30, 60, 120, 180, 240, 360, 720, DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 60 * DAY)
TICKS = 8
STILL = "▸"
"""Behind a duration: it had not come back when the exercise ended."""
COURSE = 3
"""Turns told of one spell: the last ones."""


def chapter(evidence: Evidence) -> Chapter:
    title, anchor = "Wat uitviel, en wat terugkwam", "uitval"
    if not evidence.spells:
        return Chapter(anchor=anchor, title=title, blocks=(Prose(text="Er viel in deze oefening niets uit."),))
    spells = sorted(evidence.spells, key=lambda spell: LAYERS.index(spell.kind))
    spells = [spell for own in _by_node(spells).values() for spell in own]
    blocks: tuple[Block, ...] = (
        Prose(
            text="Elke balk laat zien hoe lang iets niet of niet volledig werkte. Dit is wat er werkelijk gebeurde; "
            "het team wist niet alles meteen. In de tabel staat hoe lang het duurde voor iets bekend werd."
        ),
        _gantt(evidence, spells),
        _table(evidence, spells),
        Prose(text="Waardoor viel het uit, en waardoor kwam het terug?"),
        Cards(cards=tuple(_cards(evidence, spells))),
    )
    return Chapter(anchor=anchor, title=title, blocks=blocks)


def _gantt(evidence: Evidence, spells: Iterable[Spell]) -> Gantt:
    by_node = _by_node(spells)
    lanes = tuple(_lane(own) for own in by_node.values())
    end = max(evidence.state.minute, 1)
    still = sum(own[-1].end is None for own in by_node.values())
    return Gantt(
        caption="Uitval door de tijd heen",
        description=f"{len(lanes)} onderdelen vielen geheel of deels uit; {still} daarvan waren aan het einde nog niet terug. "
        "Dezelfde gegevens staan in de tabel hieronder.",
        start=0,
        end=end,
        ticks=_ticks(evidence, end),
        lanes=lanes,
    )


def _by_node(spells: Iterable[Spell]) -> dict[str, list[Spell]]:
    by_node: dict[str, list[Spell]] = {}
    for spell in spells:
        by_node.setdefault(spell.node, []).append(spell)
    return by_node


def _lane(own: list[Spell]) -> Lane:
    total = w.span(sum(spell.minutes for spell in own))
    return Lane(
        name=own[0].name,
        bars=tuple(Bar(start=part.start, end=part.end, served=part.served) for spell in own for part in spell.segments),
        beyond=tuple((spell.until - spell.beyond_limit, spell.until) for spell in own if spell.beyond_limit),
        label=total if own[-1].end is not None else f"{total} {STILL}",
    )


def _ticks(evidence: Evidence, end: int) -> tuple[tuple[int, str], ...]:
    """Round clock times, not too many."""
    step = next((step for step in STEPS if end / step <= TICKS), STEPS[-1])
    first = -evidence.setting.scenario.start % step
    return tuple((minute, _tick(evidence, minute, step)) for minute in range(first, end + 1, step))


def _tick(evidence: Evidence, minute: int, step: int) -> str:
    """The clock; from steps of a day on only the day."""
    words = w.moment(evidence.setting, minute)
    if step < DAY:
        return words.partition(" (")[0]
    day = (evidence.setting.scenario.start + minute) // DAY + 1
    return f"{words[:2]}, dag {day}"


def _table(evidence: Evidence, spells: Iterable[Spell]) -> Table:
    rows = tuple(
        (
            spell.name,
            w.moment(evidence.setting, spell.start),
            w.level(spell.lowest),
            w.moment(evidence.setting, spell.end) if spell.end is not None else f"nog niet: {w.level(spell.segments[-1].served)}",
            w.span(spell.minutes),
            known_after(evidence, spell),
            w.span(spell.beyond_limit) if spell.beyond_limit else "nee" if spell.limit is not None else "geen grens",
        )
        for spell in spells
    )
    return Table(
        caption="Wat uitviel, hoe lang, en wanneer het team het wist",
        head=("Onderdeel", "Vanaf", "Op zijn slechtst", "Weer volledig", "Duur", "Bekend na", "Over de grens"),
        rows=rows,
        numeric=frozenset({4, 5, 6}),
    )


def known_after(evidence: Evidence, spell: Spell) -> str:
    """How long until it was made known that it did not serve all; 'niet gemeld' when nobody did."""
    reports = (
        each.minute
        for each in evidence.recorded
        if isinstance(each.event, NodeReported)
        and each.event.node == spell.node
        and each.event.level < 100
        and spell.start <= each.minute <= spell.until
    )
    first = next(reports, None)
    if first is None:
        return "niet gemeld"
    return "meteen" if first == spell.start else w.span(first - spell.start)


def _cards(evidence: Evidence, spells: Iterable[Spell]) -> Iterator[Card]:
    for own in _by_node(spells).values():
        facts = [fact for number, spell in enumerate(own) for fact in _facts(evidence, spell, again=number > 0)]
        if own[0].limit_words:
            facts.append(("Uiterste grens", own[0].limit_words))
        yield Card(title=own[0].name, lead=own[0].fell_because, facts=tuple(facts))


def _facts(evidence: Evidence, spell: Spell, *, again: bool) -> Iterator[tuple[str, str]]:
    setting = evidence.setting
    if again:
        yield f"Opnieuw, {w.moment(setting, spell.start)}", spell.fell_because
    for minute, text in spell.course[-COURSE:]:
        yield f"Onderweg, {w.moment(setting, minute)}", text
    if spell.end is None:
        yield "Aan het einde", f"Nog niet volledig terug: {w.level(spell.segments[-1].served)}."
    else:
        yield f"Terug, {w.moment(setting, spell.end)}", spell.back_because
