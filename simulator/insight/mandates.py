"""Who decided what was not theirs to decide: flagged with the reason, never blocked.

Precedence: the scenario's own mandate says who decides in this municipality. The matrix (`acts`) adds what no arrangement can
change: acts that nobody in the municipality may order, supervisors who never decide, and what goes with secrecy. It also gives
the reason and the source. A decision in the team's own words performs the act that somebody said it was; while nobody did, the
matrix is silent about it. When no dilemma asked for it, the dilemma that offers the act says who decides, and else the matrix.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.exercise.setting import Setting
from simulator.exercise.state import Record, State
from simulator.insight import wording as w
from simulator.insight.performed import performed
from simulator.scenario.council.vocabulary import OTHERWISE, Act
from simulator.scenario.model import Decision, DecisionKind

NO_ACTS: Mapping[str, Act] = {}
SUPERVISORS = frozenset({"fg", "functionaris-gegevensbescherming"})
"""Roles that by law never decide (AVG art. 38 and 39)."""
SECRECY, FACTION_LEADERS, WHOLE_COUNCIL = "geheimhouding", "fractievoorzitters-inlichten", "raad-informeren"
"""Acts that bear on each other: what is secret goes to the whole council."""

SECRET = "Er gold geheimhouding. Wat geheim is, gaat naar alle raadsleden en niet alleen naar de fractievoorzitters."


class FindingKind(StrEnum):
    """How a decision stands to the mandates."""

    BUITEN = "buiten het mandaat"
    VAL = "mag niemand zo"
    """No arrangement of the municipality could allow it."""
    OPMERKING = "opmerking"
    """Allowed; worth a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateFinding:
    """A decision and what there is to say about who took it."""

    record: str
    """Empty for an option that came about because nobody decided."""
    decision: str
    title: str
    act: str
    """Empty when no act is named."""
    act_title: str
    role: str
    """Empty when nobody is named."""
    role_name: str
    minute: int
    """When it was decided."""
    withdrawn: int
    """-1 while it stands."""
    kind: FindingKind
    reason: str
    """In whole sentences."""
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandates:
    """All decisions held against the mandates."""

    findings: tuple[MandateFinding, ...]
    """In order of logging; remarks too."""
    judged: int
    """Decisions about a dilemma, or of a known act, of which it is known who took them."""
    within: int
    """Of those: taken by a role that may."""
    unnamed: int
    """Decisions of which it was not filled in who took them."""
    words: str

    def outside(self, record: str) -> str:
        """The reasons why this record lies outside the mandate; empty when it does not."""
        return " ".join(each.reason for each in self.findings if each.record == record and each.kind is not FindingKind.OPMERKING)

    def remark(self, record: str) -> str:
        """What there is to say about a record although it is allowed; may be empty."""
        return " ".join(each.reason for each in self.findings if each.record == record and each.kind is FindingKind.OPMERKING)


def mandates(setting: Setting, state: State, acts: Mapping[str, Act] = NO_ACTS) -> Mandates:
    """Every decision held against the scenario's mandates and the matrix."""
    findings = (*_records(setting, state, acts), *_acts(setting, state, acts, tuple(_performed(setting, state))))
    flagged = {each.record for each in findings if each.kind is not FindingKind.OPMERKING}
    asked = [name for name, record in state.records.items() if record.by and _mandated(setting, record, acts) is not None]
    unnamed = sum(not record.by for record in state.records.values())
    within = sum(name not in flagged for name in asked)
    order = list(state.records)
    return Mandates(
        findings=tuple(sorted(findings, key=lambda each: order.index(each.record) if each.record in order else len(order))),
        judged=len(asked),
        within=within,
        unnamed=unnamed,
        words=_summary(len(asked), within, unnamed),
    )


def outside_mandate(setting: Setting, record: Record, acts: Mapping[str, Act] = NO_ACTS) -> str:
    """Why the role that took this may not, in Dutch sentences; empty when it may, or when nothing says so."""
    found = _mandated(setting, record, acts)
    kind, act = _outside(setting, found, record, acts) if record.by and found else (None, None)
    return "" if kind is None or found is None else _reason(setting, found, record.by, act)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mandated:
    """Who may decide on what was decided, and where that stands."""

    kind: DecisionKind
    decides: tuple[str, ...]
    advises: tuple[str, ...]
    basis: str
    act: str


def _mandated(setting: Setting, record: Record, acts: Mapping[str, Act]) -> _Mandated | None:
    """By the dilemma, by one in which the act can be chosen, or by the matrix; None when none of them says anything here."""
    asked = setting.decisions.get(record.taken.decision) or _offering(setting, record.act)
    if asked is not None:
        may = asked.mandate
        return _Mandated(kind=asked.kind, decides=may.decides, advises=may.advises, basis=may.basis or "", act=asked.act or "")
    act = acts.get(record.act)
    if act is None or (act.decides and not setting.roles.keys() & set(act.decides)):
        return None
    kind = DecisionKind.ADVIES if SUPERVISORS & set(act.decides) else DecisionKind.BESLUIT
    return _Mandated(kind=kind, decides=act.decides, advises=act.advises, basis=act.basis, act=act.id)


def _offering(setting: Setting, act: str) -> Decision | None:
    """A dilemma in which this act can be chosen, first of all one that is about it."""
    offers = [each for each in setting.scenario.decisions if any(act in option.does for option in each.options)]
    return min(offers, key=lambda each: each.act != act, default=None)


def _records(setting: Setting, state: State, acts: Mapping[str, Act]) -> Iterator[MandateFinding]:
    for name, record in state.records.items():
        decision = _mandated(setting, record, acts)
        if decision is None or not record.by:
            continue
        kind, act = _outside(setting, decision, record, acts)
        if kind is not None:
            basis = (act.basis if act and kind is FindingKind.VAL else decision.basis) or "te verifiëren"
            yield _finding(setting, name, record, act, kind, _reason(setting, decision, record.by, act), basis)


def _outside(
    setting: Setting, decision: _Mandated, record: Record, acts: Mapping[str, Act]
) -> tuple[FindingKind | None, Act | None]:
    """How it lies outside the mandate, and the act that says most about it."""
    role = record.by
    done = [acts[name] for name in performed(setting, record) if name in acts]
    about = [acts[decision.act]] if decision.act in acts else []
    nobody = next((act for act in done if not act.decides), None)
    if nobody is not None:
        return FindingKind.VAL, nobody
    trap = next((act for act in (*about, *done) if _trap(act, role)), None)
    if role in SUPERVISORS and (decision.kind is DecisionKind.BESLUIT or (trap and decision.kind is not DecisionKind.ADVIES)):
        return FindingKind.BUITEN, trap
    advice = decision.kind is DecisionKind.ADVIES and role in decision.advises
    if role not in decision.decides and not advice:
        return FindingKind.BUITEN, trap
    return None, None


def _trap(act: Act, role: str) -> str:
    """What the matrix says when this role decides on it; may be empty."""
    named = act.trap.get(role) or (act.trap.get("fg") if role in SUPERVISORS else None)
    return named or act.trap.get(OTHERWISE, "")


def _reason(setting: Setting, decision: _Mandated, role: str, act: Act | None) -> str:
    if act is not None and not act.decides:
        return _trap(act, role) or f"Niemand in de gemeente mag dit besluiten: {act.title}."
    may = w.listed(w.role_names(setting, decision.decides), "of")
    trap = _trap(act, role) if act else ""
    if trap:
        return f"{trap} Hier is dit besluit aan: {may}."
    name = w.role_name(setting, role)
    who = f"{name[:1].upper()}{name[1:]}"
    if role in SUPERVISORS and decision.kind is DecisionKind.BESLUIT:
        return f"{who} adviseert en houdt toezicht, maar besluit niet. Dit besluit is aan: {may}."
    return f"{who} mag dit niet zelf besluiten. Dit besluit is aan: {may}."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Performed:
    """An act that an option performed, and from when to when that stood."""

    act: str
    record: str
    decision: str
    start: int
    end: int | None

    def with_(self, other: _Performed) -> bool:
        """Whether both stood at one time."""
        ends = [each.end for each in (self, other) if each.end is not None]
        return max(self.start, other.start) < min(ends) if ends else True


def _performed(setting: Setting, state: State) -> Iterator[_Performed]:
    for name, record in state.records.items():
        end = record.withdrawn if record.withdrawn >= 0 else None
        for act in performed(setting, record):
            yield _Performed(act=act, record=name, decision=record.taken.decision, start=record.decided_at, end=end)
    for decision, opened in state.decisions.items():
        option = setting.option(decision, opened.default) if opened.default else None
        later = [record.minute for record in state.records.values() if record.taken.decision == decision]
        for act in option.does if option else ():
            yield _Performed(act=act, record="", decision=decision, start=opened.default_minute, end=min(later, default=None))


def _acts(setting: Setting, state: State, acts: Mapping[str, Act], all_done: tuple[_Performed, ...]) -> Iterator[MandateFinding]:
    """Traps and remarks that hang on what was done, whoever decided it."""
    for done in all_done:
        act = acts.get(done.act)
        if act is None:
            continue
        told = [each for each in all_done if each.act == WHOLE_COUNCIL and each.end is None]
        secret = any(each.act == SECRECY and each.with_(done) for each in all_done)
        if done.act == FACTION_LEADERS and secret and not any(each.start <= done.start for each in told):
            later = f" Om {w.moment(setting, told[0].start)} kreeg de hele raad het alsnog." if told else ""
            yield _done(setting, state, done, act, FindingKind.VAL, f"{SECRET}{later}")
        elif act.remark:
            yield _done(setting, state, done, act, FindingKind.OPMERKING, act.remark)


def _done(setting: Setting, state: State, done: _Performed, act: Act, kind: FindingKind, reason: str) -> MandateFinding:
    role = state.records[done.record].by if done.record else ""
    return MandateFinding(
        record=done.record, decision=done.decision, title=w.decision_title(setting, done.decision), act=act.id,
        act_title=act.title, role=role, role_name=w.role_name(setting, role) if role else "", minute=done.start,
        withdrawn=-1 if done.end is None else done.end, kind=kind, reason=reason, basis=act.basis,
    )  # fmt: skip


def _finding(
    setting: Setting, name: str, record: Record, act: Act | None, kind: FindingKind, reason: str, basis: str
) -> MandateFinding:
    return MandateFinding(
        record=name, decision=record.taken.decision, title=w.decision_title(setting, record.taken.decision),
        act=act.id if act else "", act_title=act.title if act else "", role=record.by,
        role_name=w.role_name(setting, record.by), minute=record.decided_at, withdrawn=record.withdrawn,
        kind=kind, reason=reason, basis=basis,
    )  # fmt: skip


def _summary(judged: int, within: int, unnamed: int) -> str:
    nobody = f" Bij {w.count(unnamed, 'besluit', 'besluiten')} is niet vastgelegd wie het nam." if unnamed else ""
    if not judged:
        return f"Niet beoefend: er is geen besluit vastgelegd waarvan bekend is wie het nam.{nobody}"
    return f"{within} van de {w.count(judged, 'besluit', 'besluiten')} nam iemand die daarover gaat.{nobody}"
