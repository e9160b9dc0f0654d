"""Chapter: the whole exercise on one page."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.evaluation.events import Rating
from simulator.insight import wording as w
from simulator.insight.clocks import ClockRow, ClockStatus
from simulator.insight.harm import HarmFigures
from simulator.insight.outages import Spell
from simulator.insight.ratings import SHORT
from simulator.report.document import Block, Chapter, Figure, Figures, Points, Prose, Table
from simulator.report.evidence import Evidence
from simulator.report.striking import striking
from simulator.scenario.landscape import NodeKind


def chapter(evidence: Evidence) -> Chapter:
    """Six sentences, three figures, the council's questions, and what stood out."""
    points = tuple(striking(evidence))
    return Chapter(
        anchor="samenvatting",
        title="Samenvatting",
        blocks=(
            Prose(text=" ".join(_sentences(evidence))),
            Figures(figures=_figures(evidence)),
            *_questions(evidence),
            Prose(text="Wat opviel:" if points else "Er viel niets bijzonders op."),
            Points(items=points),
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
        late = f"; {rest} {'is' if rest == 1 else 'zijn'} gemist of te laat" if rest else ""
        running = f"; {open_} {'liep' if open_ == 1 else 'liepen'} aan het einde nog" if open_ else ""
        yield f"Van de {len(started)} termijnen die gingen lopen haalde het team er {met or 'geen enkele'}{late}{running}."
    yield (
        f"Alles bij elkaar schatten we de kosten op ongeveer {_money(evidence.harm)}, "
        f"als we doorrekenen tot {w.span(setting.horizon)} na het begin."
    )


def _fell(evidence: Evidence) -> Iterator[str]:
    spells = evidence.spells
    if not spells:
        yield "Er viel niets uit."
        return
    first, longest = spells[0], max(spells, key=lambda spell: _felt(evidence, spell))
    nodes = {spell.node for spell in spells}
    still = {spell.node for spell in spells if spell.end is None}
    yield (
        f"Als eerste ging het mis bij {w.quoted(first.name)}, om {w.moment(evidence.setting, first.start)}; daarna raakten "
        f"{len(nodes)} van de {len(evidence.setting.nodes)} onderdelen geheel of deels ontregeld."
    )
    ended = "en dat duurde aan het einde nog voort" if longest.end is None else "en kwam daarna terug"
    back = (
        f"Toen de oefening stopte werkten {len(still)} onderdelen nog niet volledig"
        if still
        else "Aan het einde werkte alles weer"
    )
    yield (
        f"Inwoners merkten het meest van {w.quoted(longest.name)}: {w.span(longest.minutes)} niet of niet volledig, {ended}. "
        f"{back}."
    )


def _felt(evidence: Evidence, spell: Spell) -> tuple[bool, int, int]:
    """How much residents notice of it; processes and effects before what lies behind them."""
    missed = sum((100 - part.served) * (part.end - part.start) for part in spell.segments)
    visible = spell.kind in (NodeKind.PROCESS, NodeKind.EFFECT)
    return visible, evidence.setting.nodes[spell.node].residents * missed, missed


def _money(harm: HarmFigures) -> str:
    return w.about_euros(harm.cost_low, harm.cost_high)


def _questions(evidence: Evidence) -> Iterator[Block]:
    """The griffier's questions with their rating, and the counts of each role of the council."""
    found = evidence.ratings
    picked = tuple(f"{each.id}. {each.text} {w.sentence(each.words)}" for each in found.questions if each.picked)
    if picked:
        yield Prose(text="De vragen die de griffier vooraf koos:")
        yield Points(items=picked)
    proposed = ": voorstellen, tot iemand ze bevestigt" if any(role.proposals for role in found.roles) else ""
    yield Table(
        caption=f"De vragen van de raad die te zien waren{proposed}",
        head=("Rol van de raad", *(w.sentence(SHORT[band])[:-1] for band in Rating), "Nog te bevestigen"),
        rows=tuple(
            (
                role.name.capitalize(),
                *(str(number) for number in role.bands.values()),
                str(role.not_exercised),
                str(role.proposals),
            )
            for role in found.roles
        ),
        numeric=frozenset(range(1, 7)),
    )


def _figures(evidence: Evidence) -> tuple[Figure, ...]:
    harm, setting = evidence.harm, evidence.setting
    started = started_clocks(evidence)
    met = sum(row.status is ClockStatus.GEHAALD for row in started)
    return (
        Figure(
            value=w.about(harm.resident_hours),
            label="dienst-uren die inwoners misten",
            note=f"Doorgerekend tot {w.span(setting.horizon)} na het begin. Dienst-uren zijn geen mensen: zie 'Hoe u dit leest'.",
        ),
        Figure(
            value=_money(harm),
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
