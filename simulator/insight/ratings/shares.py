"""Rules about a share: owners and terms, mandates, decisions taken in time, emergency procedures before their limit."""

from __future__ import annotations

from simulator.consequences.interventions import Kind
from simulator.exercise import events as e
from simulator.insight import wording as w
from simulator.insight.mandates import mandates
from simulator.insight.outages import Spell
from simulator.insight.ratings.logged import Logged
from simulator.insight.ratings.values import Finding, Points
from simulator.scenario.council.rules import FallbacksInTime, Share
from simulator.scenario.landscape import Basis

NAMES = 3
"""Names in a sentence; the rest are counted."""


def points_of(part: int, whole: int, rule: Share) -> Points:
    """2, 1 or 0 by the rule's two shares."""
    share = 100 * part / whole
    return Points.TWO if share >= rule.share else Points.ONE if share >= rule.half else Points.ZERO


def owners(log: Logged, rule: Share) -> Finding:
    """Decisions and actions with an owner and a term. What is not filled in is a gap in the record, no fault."""
    records = [(each.seq, bool(each.record.owner) and each.record.due >= 0) for each in log.decided]
    actions = [
        (seq, bool(action.assigned.owner) and action.assigned.due >= 0)
        for name, action in log.state.actions.items()
        for seq in log.seqs.get(("ActionAssigned", name), ())[:1]
    ]
    every = [*records, *actions]
    if not every:
        return Finding(rule="owners", points=Points.N, words="Er zijn geen besluiten en geen acties vastgelegd.")
    whole = sum(complete for _, complete in every)
    words = (
        f"Bij {whole} van de {w.count(len(every), 'besluit of actie', 'besluiten en acties')} staat wie het doet en voor wanneer."
    )
    if 100 * whole / len(every) >= rule.share:
        return Finding(rule="owners", points=Points.TWO, words=words, seqs=tuple(seq for seq, _ in every))
    lacking = tuple(seq for seq, complete in every if not complete)
    return Finding(rule="owners", points=Points.GAP, words=f"{words} De rest is nog aan te vullen.", seqs=lacking)


def within_mandate(log: Logged, rule: Share) -> Finding:
    """Decisions by a role that may take them."""
    held = mandates(log.setting, log.state, log.words.acts)
    if not held.judged + held.unnamed:
        return Finding(rule="mandates", points=Points.N, words="Er is over geen enkele vraag besloten.")
    if held.unnamed > held.judged:
        words = f"Bij {w.count(held.unnamed, 'besluit', 'besluiten')} is nog aan te vullen wie besloot."
        return Finding(rule="mandates", points=Points.GAP, words=words, seqs=tuple(each.seq for each in log.decided))
    flagged = [each for each in held.findings if each.record and held.outside(each.record)]
    taken = f"{'is' if held.within == 1 else 'zijn'} er {held.within or 'geen'} genomen"
    words = f"Van de {w.count(held.judged, 'besluit', 'besluiten')} {taken} door een rol die daarover gaat."
    if flagged:
        words += f" Buiten het mandaat: {w.some(tuple(dict.fromkeys(w.quoted(each.title) for each in flagged)), NAMES)}."
    named = [each.record for each in flagged] or [name for name, record in log.state.records.items() if record.by]
    seqs = tuple(log.taken[name] for name in named if name in log.taken)
    return Finding(rule="mandates", points=points_of(held.within, held.judged, rule), words=words, seqs=seqs)


def decided(log: Logged, rule: Share) -> Finding:
    """Dilemmas on which somebody decided before their term passed."""
    missed: list[str] = []
    in_time: list[str] = []
    for name, opened in log.state.decisions.items():
        decision = log.setting.decisions.get(name)
        if decision is None or opened.deadline < 0 or all(log.away(role) for role in decision.to):
            continue
        if opened.default_minute >= 0:
            missed.append(name)
        elif log.state.ever_taken(name):
            in_time.append(name)
    every = len(missed) + len(in_time)
    if not every:
        return Finding(rule="decided", points=Points.N, words="Over geen enkele vraag moest al besloten zijn.")
    words = f"Over {len(in_time)} van de {w.count(every, 'vraag', 'vragen')} op tafel besloot het team op tijd."
    if missed:
        words += (
            f" Te lang bleef liggen: {w.some(tuple(w.quoted(w.decision_title(log.setting, each)) for each in missed), NAMES)}."
        )
    late = tuple(seq for name in missed for seq in log.seqs.get(("DecisionDefaulted", name), ()))
    taken = tuple(each.seq for each in log.decided if each.record.taken.decision in in_time)
    return Finding(rule="decided", points=points_of(len(in_time), every, rule), words=words, seqs=late or taken)


def fallbacks(log: Logged, rule: FallbacksInTime) -> Finding:
    """Emergency procedures that somebody started before the limit. An example limit never counts: nobody decided it."""
    spells = [each for each in log.spells if each.limit is not None]
    own = [each for each in spells if log.setting.nodes[each.node].fallback is not None]
    counting = [each for each in own if _basis(log, each) is not Basis.VOORBEELD]
    examples = len({each.node for each in own}) - len({each.node for each in counting})
    also = w.count(examples, "ander onderdeel", "andere onderdelen")
    aside = f" Bij {also} is de grens een voorbeeld; die telt niet." if examples else ""
    done: dict[str, int] = {}
    for each in counting:
        started = _in_time(log, each)
        if started is not None:
            done[each.node] = min(started, done.get(each.node, started))
    if not done:
        words = f"Niet te beoordelen: bij geen enkel onderdeel liep een vastgestelde of geschatte grens af.{aside}"
        return Finding(rule="fallbacks", points=Points.N, words=words)
    good = [node for node, seq in done.items() if seq]
    words = f"Bij {len(good)} van de {len(done)} onderdelen begon de noodprocedure voor de uiterste grens."
    late = tuple(w.quoted(w.node_name(log.setting, node)) for node, seq in done.items() if not seq)
    words += f" Niet op tijd: {w.some(late, NAMES)}." if late else ""
    seqs = tuple(seq for seq in done.values() if seq) or tuple(
        seq for node in done for seq in log.seqs.get(("NodeChanged", node), ())[:1]
    )
    return Finding(rule="fallbacks", points=_points(len(good), len(done), rule), words=words + aside, seqs=seqs)


def _points(good: int, every: int, rule: FallbacksInTime) -> Points:
    share = 100 * good / every
    return Points.TWO if share >= rule.share else Points.ONE if 2 * share >= rule.share else Points.ZERO


def _basis(log: Logged, spell: Spell) -> Basis | None:
    mtd = log.setting.nodes[spell.node].mtd
    return mtd.basis if mtd else None


def _in_time(log: Logged, spell: Spell) -> int | None:
    """The number of the start by the team, 0 when it came too late or never, None when there was no need to tell."""
    limit = spell.start + (spell.limit or 0)
    for each, event in log.of(e.Intervened):
        started = event.kind == Kind.START_FALLBACK and event.node == spell.node
        if started and not event.cause.startswith("default:") and each.minute <= min(limit, spell.until):
            return each.seq
    return 0 if spell.until > limit else None
