"""Chapter: the whole exercise on one page."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.insight import wording as w
from simulator.insight.clocks import ClockRow, ClockStatus
from simulator.insight.outages import Spell
from simulator.report.document import Chapter, Figure, Figures, Points, Prose
from simulator.report.evidence import Evidence
from simulator.scenario.landscape import Basis, NodeKind

MOST = 6
"""Points that stand out; more is a transcript."""


def chapter(evidence: Evidence) -> Chapter:
    """Six sentences, three figures, and what stood out."""
    striking = tuple(standing_out(evidence))[:MOST]
    return Chapter(
        anchor="samenvatting",
        title="Samenvatting",
        blocks=(
            Prose(text=" ".join(_sentences(evidence))),
            Figures(figures=_figures(evidence)),
            Prose(text="Wat opviel:") if striking else Prose(text="Er viel niets bijzonders op."),
            Points(items=striking),
        ),
    )


def _sentences(evidence: Evidence) -> Iterator[str]:
    setting, state = evidence.setting, evidence.state
    until = w.moment(setting, state.minute)
    yield (
        f"Het team speelde {w.quoted(setting.scenario.title)}: een verhaal dat begint op {setting.scenario.day} "
        f"om {w.moment(setting, 0)[3:]} en in deze oefening liep tot {until}."
    )
    yield from _fell(evidence)
    taken = [record for record in evidence.decisions.records if record.withdrawn < 0]
    nobody = len(evidence.decisions.defaulted)
    undecided = (
        f"over {w.count(nobody, 'vraag', 'vragen')} besloot niemand op tijd"
        if nobody
        else "geen enkele vraag bleef te lang liggen"
    )
    yield f"Het team nam {w.count(len(taken), 'besluit', 'besluiten')}; {undecided}."
    started = started_clocks(evidence)
    if started:
        met = sum(row.status is ClockStatus.GEHAALD for row in started)
        open_ = sum(row.status is ClockStatus.LOOPT for row in started)
        rest = len(started) - met - open_
        yield (
            f"Van de {len(started)} meldtermijnen die gingen lopen zijn er {met} gehaald, "
            f"{rest} gemist of te laat, en liepen er aan het einde nog {open_}."
        )
    yield (
        f"De kosten tot het einde van de oefening schatten we op {w.euros(evidence.costs.low, evidence.costs.high)}, "
        f"uitval meegerekend."
    )


def _fell(evidence: Evidence) -> Iterator[str]:
    spells = evidence.spells
    if not spells:
        yield "Er viel niets uit."
        return
    first, longest = spells[0], max(spells, key=_weight)
    nodes = {spell.node for spell in spells}
    still = {spell.node for spell in spells if spell.end is None}
    yield (
        f"Als eerste ging het mis bij {w.quoted(first.name)}, om {w.moment(evidence.setting, first.start)}; daarna raakten "
        f"{len(nodes)} van de {len(evidence.setting.nodes)} onderdelen geheel of deels ontregeld."
    )
    ended = "en dat duurde aan het einde nog voort" if longest.end is None else "en kwam daarna terug"
    back = (
        f"; in totaal werkten {len(still)} onderdelen aan het einde nog niet volledig"
        if still
        else "; aan het einde werkte alles weer"
    )
    yield f"Het langst ontregeld was {w.quoted(longest.name)}: {w.span(longest.minutes)}, {ended}{back}."


def _weight(spell: Spell) -> tuple[bool, int, int]:
    """Processes and effects first: that is what residents notice."""
    return spell.kind in (NodeKind.PROCESS, NodeKind.EFFECT), spell.minutes, 100 - spell.lowest


def _figures(evidence: Evidence) -> tuple[Figure, ...]:
    harm, setting = evidence.harm, evidence.setting
    started = started_clocks(evidence)
    met = sum(row.status is ClockStatus.GEHAALD for row in started)
    return (
        Figure(
            value=w.number(harm.resident_hours),
            label="diensturen die inwoners misten",
            note=f"Doorgerekend tot {w.span(setting.horizon)} na het begin. Diensturen zijn geen mensen: zie 'Hoe u dit leest'.",
        ),
        Figure(
            value=w.euros(harm.cost_low, harm.cost_high),
            label="geschatte kosten",
            note=f"Geboekte kosten en uitval samen, doorgerekend tot {w.span(setting.horizon)} na het begin.",
        ),
        Figure(
            value=f"{met} van {len(started)}",
            label="meldtermijnen gehaald",
            note="Termijnen die in de oefening gingen lopen." if started else "Er ging geen termijn lopen.",
        ),
    )


def started_clocks(evidence: Evidence) -> tuple[ClockRow, ...]:
    """The clocks that ran."""
    return tuple(row for row in evidence.clocks if row.status is not ClockStatus.NIET_GESTART)


def standing_out(evidence: Evidence) -> Iterator[str]:
    """What a councillor would ask about, the weightiest first."""
    for row in evidence.clocks:
        if row.status in (ClockStatus.GEMIST, ClockStatus.TE_LAAT):
            yield f"De termijn {w.quoted(row.title)} ({row.to}) is niet gehaald: {row.words}."
    for record in evidence.decisions.records:
        if record.outside_mandate:
            yield f"Besluit over {w.quoted(record.title)} buiten het mandaat: {record.outside_mandate}"
    for nobody in evidence.decisions.defaulted:
        yield f"Over {w.quoted(nobody.title)} besloot niemand op tijd."
    yield from _beyond(evidence)
    withdrawn = [record for record in evidence.decisions.records if record.withdrawn >= 0]
    if withdrawn:
        titles = w.listed(tuple(w.quoted(record.title) for record in withdrawn))
        yield f"Het team kwam terug op {w.count(len(withdrawn), 'besluit', 'besluiten')}: {titles}."
    late = [row for row in evidence.actions if row.overdue]
    if late:
        yield f"{w.sentence(w.count(len(late), 'actie was', 'acties waren'))[:-1]} niet op tijd gedaan."


def _beyond(evidence: Evidence) -> Iterator[str]:
    over = sorted((spell for spell in evidence.spells if spell.beyond_limit), key=lambda spell: -spell.beyond_limit)
    if not over:
        return
    names = w.listed(tuple(dict.fromkeys(w.quoted(spell.name) for spell in over[:3])))
    more = len({spell.node for spell in over}) - len({spell.node for spell in over[:3]})
    others = f" (en {more} andere)" if more > 0 else ""
    mtds = (evidence.setting.nodes[spell.node].mtd for spell in over)
    example = all(mtd is not None and mtd.basis is Basis.VOORBEELD for mtd in mtds)
    whose = " Dat zijn voorbeeldgrenzen: uw gemeente stelde ze niet zelf vast." if example else ""
    yield f"Langer ontregeld dan de uiterste grens: {names}{others}.{whose}"
