"""Chapter: what was decided, by whom, and what nobody decided."""

from __future__ import annotations

from simulator.insight import wording as w
from simulator.insight.decisions import DecisionRecord, Defaulted
from simulator.report.document import Block, Card, Cards, Chapter, Points, Prose
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    decisions = evidence.decisions
    blocks: list[Block] = [
        Prose(text="Bij elk besluit staat wie het nam. Was dat niet aan die rol, dan staat dat erbij; tegengehouden is er niets.")
        if decisions.records
        else Prose(text="Het team nam in deze oefening geen besluiten.")
    ]
    if decisions.records:
        blocks.append(Cards(cards=tuple(_card(evidence, record) for record in decisions.records)))
    if decisions.defaulted:
        blocks.append(Prose(text="Hierover besloot niemand op tijd. Toen gebeurde dit:"))
        blocks.append(Points(items=tuple(_nobody(evidence, each) for each in decisions.defaulted)))
    waiting = tuple(each.title for each in decisions.open if not each.late)
    if waiting:
        blocks.append(Prose(text="Aan het einde lag dit nog op tafel:"))
        blocks.append(Points(items=waiting))
    return Chapter(anchor="besluiten", title="Wat er besloten is, en door wie", blocks=tuple(blocks))


def _card(evidence: Evidence, record: DecisionRecord) -> Card:
    setting = evidence.setting
    due = w.moment(setting, record.due) if record.due >= 0 else ""
    logged = record.logged_at != record.decided_at
    facts = (
        ("Door", record.by_name),
        ("Om", w.moment(setting, record.decided_at) + (f" (vastgelegd {w.moment(setting, record.logged_at)})" if logged else "")),
        ("Waarom", record.motivation),
        ("Wie doet het", record.owner_name),
        ("Uiterlijk", due),
        ("Handeling", record.act_title),
        ("Gevolg", record.effect_words),
        ("Niet vastgelegd", w.listed(record.missing)),
    )
    return Card(
        title=w.sentence(record.title).rstrip("."),
        lead=f"In eigen woorden: {w.quoted(record.what)}" if record.own_words else record.what,
        facts=tuple(fact for fact in facts if fact[1]),
        flags=tuple(_flags(evidence, record)),
    )


def _flags(evidence: Evidence, record: DecisionRecord) -> list[str]:
    flags = []
    if record.withdrawn >= 0:
        why = f", omdat: {record.withdrawn_reason.rstrip('.')}" if record.withdrawn_reason else ""
        flags.append(f"Ingetrokken om {w.moment(evidence.setting, record.withdrawn)}{why}.")
    if record.outside_mandate:
        flags.append(f"Buiten het mandaat: {record.outside_mandate}")
    return flags


def _nobody(evidence: Evidence, each: Defaulted) -> str:
    what = f" Daardoor gold: {w.sentence(each.what)}" if each.what else ""
    overruled = evidence.state.ever_taken(each.decision)
    later = " Later nam het team alsnog een besluit." if overruled else ""
    return f"{w.moment(evidence.setting, each.minute)}: {w.quoted(each.title)}. Niemand besloot.{what}{later}"
