"""What a councillor would ask about: one sentence a subject, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.insight import wording as w
from simulator.insight.clocks import ClockStatus
from simulator.report.evidence import Evidence
from simulator.scenario.landscape import Basis

NAMES = 3
"""Names in a sentence; the rest are counted."""


def striking(evidence: Evidence) -> Iterator[str]:
    """What stood out. Facts, no judgement."""
    yield from _clocks(evidence)
    yield from _mandates(evidence)
    yield from _council(evidence)
    yield from _nobody(evidence)
    yield from _beyond(evidence)
    yield from _unknown(evidence)
    yield from _loose(evidence)


def _clocks(evidence: Evidence) -> Iterator[str]:
    late = [row for row in evidence.clocks if row.status in (ClockStatus.GEMIST, ClockStatus.TE_LAAT)]
    if len(late) == 1:
        yield f"De termijn {w.quoted(late[0].title)} is niet gehaald: {late[0].words}."
    elif late:
        yield f"{len(late)} termijnen zijn niet gehaald: {w.some(tuple(w.quoted(row.title) for row in late), NAMES)}."


def _mandates(evidence: Evidence) -> Iterator[str]:
    outside = [record for record in evidence.decisions.records if record.outside_mandate]
    for record in outside[:NAMES]:
        yield f"Buiten het mandaat: {w.quoted(record.title)}. {record.outside_mandate}"
    if len(outside) > NAMES:
        yield f"Buiten het mandaat waren nog {w.count(len(outside) - NAMES, 'besluit', 'besluiten')}."


def _council(evidence: Evidence) -> Iterator[str]:
    answers = evidence.thinking.answers
    wrong = tuple(w.quoted(claim.text) for claim in answers.contradicted)
    if wrong:
        yield f"Aan een raadslid is iets gezegd dat het logboek tegenspreekt: {w.some(wrong, NAMES)}."
    waiting = len(answers.unanswered)
    if waiting:
        left = "bleef" if waiting == 1 else "bleven"
        yield f"{w.count(waiting, 'vraag', 'vragen')} van raadsleden {left} onbeantwoord."


def _nobody(evidence: Evidence) -> Iterator[str]:
    nobody = tuple(w.quoted(each.title) for each in evidence.decisions.defaulted)
    if nobody:
        yield f"Niemand besloot op tijd over {w.some(nobody, NAMES)}."
    withdrawn = tuple(w.quoted(record.title) for record in evidence.decisions.records if record.withdrawn >= 0)
    if withdrawn:
        yield f"Het team kwam terug op {w.count(len(withdrawn), 'besluit', 'besluiten')}: {w.some(withdrawn, NAMES)}."


def _beyond(evidence: Evidence) -> Iterator[str]:
    over = sorted((spell for spell in evidence.spells if spell.beyond_limit), key=lambda spell: -spell.beyond_limit)
    if not over:
        return
    names = w.some(tuple(dict.fromkeys(w.quoted(spell.name) for spell in over)), NAMES)
    limits = [mtd.basis for spell in over if (mtd := evidence.setting.nodes[spell.node].mtd)]
    whose = "" if Basis.BESLUIT in limits else " Geen van die grenzen heeft de gemeente zelf vastgesteld."
    yield f"Langer ontregeld dan de uiterste grens: {names}.{whose}"


def _unknown(evidence: Evidence) -> Iterator[str]:
    unknown = tuple(
        w.quoted(spell.name) for spell in evidence.spells if spell.end is None and spell.node not in evidence.state.reported
    )
    if unknown:
        yield f"Nooit bij het team bekend geworden: de uitval van {w.some(unknown, NAMES)}."


def _loose(evidence: Evidence) -> Iterator[str]:
    every = len(evidence.decisions.records)
    loose = sum(bool({"eigenaar", "termijn"} & set(record.missing)) for record in evidence.decisions.records)
    if loose:
        of = f"{loose} van de {w.count(every, 'besluit', 'besluiten')}"
        yield f"Bij {of} is niet vastgelegd wie het uitvoert of voor wanneer."
    overdue = sum(row.overdue for row in evidence.actions)
    if overdue:
        yield f"Niet op tijd gedaan: {w.count(overdue, 'actie', 'acties')}."
