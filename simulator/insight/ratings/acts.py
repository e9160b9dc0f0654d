"""Rules about a decision: was it taken, in time, by who may, with advice before it, with everybody at the table."""

from __future__ import annotations

from simulator.exercise import events as e
from simulator.insight import wording as w
from simulator.insight.mandates import outside_mandate
from simulator.insight.ratings.logged import Decided, Logged, Mark
from simulator.insight.ratings.values import Finding, Points
from simulator.scenario.council.rules import ActWithin, AdviceBefore, AtTheTable

PRESENT_HALF = 0.6
"""Share of the roles at the table from which it counts half."""


def act_within(log: Logged, rule: ActWithin) -> Finding:
    """A decision that performs one of the acts, counted from the topic's first message."""
    what = _acts(log, rule.acts)
    start = log.topic(rule.after) if rule.after else log.started()
    if start is None:
        why = f"Niet aan de orde: {_topic(log, rule.after)}." if rule.after else "De oefening is niet begonnen."
        return Finding(rule="act", points=Points.N, words=why)
    if not log.about(rule.acts):
        return Finding(rule="act", points=Points.N, words=f"Dit scenario vraagt niet om {what}.")
    done = [each for each in log.doing(rule.acts) if rule.ahead or each.minute >= start.minute]
    return _done(log, rule, start, done) if done else _not_done(log, rule, start, what)


def _done(log: Logged, rule: ActWithin, start: Mark, done: list[Decided]) -> Finding:
    best = next((each for each in done if not _outside(log, each)), done[0]) if rule.mandated else done[0]
    took = best.minute - start.minute
    in_time = took <= rule.within
    when = "al voordat het bericht kwam" if took < 0 else f"na {w.span(took)}"
    chosen = w.quoted(_option(log, best))
    words = f"Besloten {when} (oefennorm: {w.span(rule.within)}): {chosen}, door {_who(log, best)}."
    seqs = (start.seq, best.seq)
    if rule.mandated and not best.record.by:
        gap = f"{words} Wie het besloot, is nog aan te vullen."
        return Finding(rule="act", points=Points.GAP, words=gap, seqs=seqs)
    outside = _outside(log, best) if rule.mandated else ""
    late = "" if in_time else " Dat is later dan de norm."
    points = Points.TWO if in_time and not outside else Points.ONE
    return Finding(rule="act", points=points, words=f"{words}{late} {outside}".strip(), seqs=seqs)


def _not_done(log: Logged, rule: ActWithin, start: Mark, what: str) -> Finding:
    until = start.minute + rule.within
    asked = log.about(rule.acts)
    if log.now < until:
        words = f"De termijn voor {what} liep nog toen de oefening stopte."
        return Finding(rule="act", points=Points.N, words=words, seqs=(start.seq,))
    roles = {role for each in asked for role in each.to}
    if all(log.away(role) for role in roles):
        names = w.listed(w.role_names(log.setting, tuple(sorted(roles))))
        words = f"Niet beoefend: {names} {'speelde' if len(roles) == 1 else 'speelden'} niet mee."
        return Finding(rule="act", points=Points.N, words=words, seqs=_assigned(log, roles))
    loose = _loose(log, rule, start)
    if loose:
        said = w.some(tuple(w.quoted(each.record.taken.words) for each in loose), 2)
        words = f"Het team besloot in eigen woorden: {said}. Of dat {what} was, zegt een waarnemer."
        return Finding(rule="act", points=Points.GAP, words=words, seqs=(start.seq, *(each.seq for each in loose)))
    defaulted = tuple(seq for each in asked for seq in log.seqs.get(("DecisionDefaulted", each.id), ()))
    instead = _instead(log, rule)
    chosen = w.some(tuple(w.quoted(_option(log, each)) for each in instead), 2)
    why = f"gekozen is {chosen}" if instead else "niemand besloot erover"
    words = f"Het kwam niet tot {what} (oefennorm: {w.span(rule.within)}): {why}."
    seqs = (start.seq, *(each.seq for each in instead), *defaulted)
    return Finding(rule="act", points=Points.ZERO, words=words, seqs=seqs)


def _loose(log: Logged, rule: ActWithin, start: Mark) -> list[Decided]:
    """Decisions in own words that may have been the act: about its dilemma, or about none."""
    asked = {each.id for each in log.about(rule.acts)}
    own = [each for each in log.decided if each.own_words and each.minute >= start.minute]
    return [each for each in own if each.decision is None or each.decision.id in asked]


def _instead(log: Logged, rule: ActWithin) -> list[Decided]:
    """What was chosen where the act could have been."""
    asked = {each.id for each in log.about(rule.acts)}
    return [each for each in log.decided if each.decision and each.decision.id in asked]


def _option(log: Logged, each: Decided) -> str:
    taken = each.record.taken
    option = log.setting.option(taken.decision, taken.option)
    return option.text if option else taken.words


def advice_before(log: Logged, rule: AdviceBefore) -> Finding:
    """Whether advice came before the thing was done."""
    start = log.topic(rule.after)
    name = "advice_before"
    if start is None:
        return Finding(rule=name, points=Points.N, words=f"Niet aan de orde: {_topic(log, rule.after)}.")
    role = w.role_name(log.setting, rule.role)
    if log.away(rule.role):
        return Finding(rule=name, points=Points.N, words=f"Niet beoefend: {role} speelde niet mee.", seqs=(start.seq,))
    done = [each for each in log.doing((rule.act,)) if each.minute >= start.minute]
    advice = [each for each in log.doing((rule.advice,)) if each.minute >= start.minute]
    first = advice[0] if advice else None
    seqs = (start.seq, *(each.seq for each in (*advice[:1], *done[:1])))
    what = _acts(log, (rule.act,))
    if not done:
        if first is None:
            return Finding(rule=name, points=Points.N, words=f"Het kwam niet tot {what}.", seqs=seqs)
        return Finding(rule=name, points=Points.TWO, words=f"Eerst advies van {role}; het kwam niet tot {what}.", seqs=seqs)
    if first is None:
        return Finding(rule=name, points=Points.ZERO, words=f"Besloten tot {what}, zonder advies van {role}.", seqs=seqs)
    before = first.minute <= done[0].minute
    words = f"Het advies van {role} kwam {'voor' if before else 'pas na'} het besluit tot {what}."
    return Finding(rule=name, points=Points.TWO if before else Points.ONE, words=words, seqs=seqs)


def at_the_table(log: Logged, rule: AtTheTable) -> Finding:
    """Which of the roles took part when the team first came together."""
    name = "attendance"
    start, met = log.started(), log.doing((rule.act,))
    roles = tuple(role for role in rule.roles if role in log.setting.roles)
    if start is None or len(roles) < 2:
        return Finding(rule=name, points=Points.N, words="Deze rollen spelen niet samen in dit scenario.")
    if not met:
        return Finding(rule=name, points=Points.N, words="Er is geen eerste overleg vastgelegd.", seqs=(start.seq,))
    unknown = [role for role in roles if role not in log.state.roles]
    seqs = (met[0].seq, *_assigned(log, set(roles)))
    if unknown:
        who = w.listed(w.role_names(log.setting, tuple(unknown)))
        return Finding(rule=name, points=Points.GAP, words=f"Nog aan te vullen wie er aan tafel zat: {who}.", seqs=seqs)
    away = [role for role in roles if log.away_at(role, met[0].seq)]
    took = met[0].minute - start.minute
    words = f"Bij het eerste overleg, na {w.span(took)}, deden {len(roles) - len(away)} van de {len(roles)} rollen mee."
    if len(roles) - len(away) < 2:
        return Finding(rule=name, points=Points.N, words=f"{words} Dat is niet beoefend.", seqs=seqs)
    if not away and took <= rule.within:
        return Finding(rule=name, points=Points.TWO, words=words, seqs=seqs)
    half = (len(roles) - len(away)) / len(roles) >= PRESENT_HALF
    return Finding(rule=name, points=Points.ONE if half else Points.ZERO, words=words, seqs=seqs)


def _assigned(log: Logged, roles: set[str]) -> tuple[int, ...]:
    return tuple(each.seq for each, event in log.of(e.RoleAssigned) if event.role in roles)


def _outside(log: Logged, each: Decided) -> str:
    return outside_mandate(log.setting, each.record, log.words.acts)


def _who(log: Logged, each: Decided) -> str:
    return w.role_name(log.setting, each.record.by) if each.record.by else "iemand"


def _acts(log: Logged, acts: tuple[str, ...]) -> str:
    known = log.words.acts
    return w.listed(tuple(w.quoted(known[act].title if act in known else act) for act in acts), "of")


def _topic(log: Logged, topic: str) -> str:
    return log.words.topics[topic].title if topic in log.words.topics else topic
