"""Open dilemmas, decisions taken, and what nobody decided; who may decide is flagged and never blocked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.exercise.events import DecisionTaken
from simulator.exercise.setting import Setting
from simulator.exercise.state import OpenDecision, Record, State
from simulator.insight import wording as w
from simulator.insight.mandates import NO_ACTS, Mandates, mandates
from simulator.scenario.council.vocabulary import Act
from simulator.scenario.model import Decision, Mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine:
    """One way to decide."""

    id: str
    text: str
    note: str
    """Private: for the oefenleider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDilemma:
    """A decision that lies on the table."""

    id: str
    title: str
    text: str
    kind_words: str
    """besluit, advies, melding or uitvoering."""
    to: tuple[str, ...]
    """Role ids."""
    to_names: tuple[str, ...]
    options: tuple[OptionLine, ...]
    """For the oefenleider; players see them only when the scenario says so."""
    note: str
    """Private."""
    opened: int
    deadline: int
    """-1 for none."""
    left: int | None
    """Minutes to the deadline; None without one."""
    late: bool
    """Its default came about already; the team can still decide otherwise."""
    default_text: str
    """What comes about when nobody decides in time; may be empty."""
    mandate_words: str
    """Who may decide, and where that stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """A decision that was taken."""

    record: str
    decision: str
    """Empty when no dilemma asked for it."""
    title: str
    what: str
    """The option's text, or the team's own words."""
    own_words: bool
    effect_words: str
    """What own words did, such as 'loskoppelen: Servers'; may be empty."""
    act: str
    """The act that own words come down to; empty for an option, and while nobody said it."""
    act_title: str
    """In words; empty when the matrix does not know it."""
    by: str
    by_name: str
    """Empty when not filled in."""
    motivation: str
    owner: str
    owner_name: str
    due: int
    """-1 when not filled in."""
    decided_at: int
    logged_at: int
    missing: tuple[str, ...]
    """What is 'nog aan te vullen': wie, waarom, eigenaar, termijn."""
    withdrawn: int
    """Minute of withdrawal; -1 while it stands."""
    withdrawn_reason: str
    outside_mandate: str
    """The reason, in whole sentences; empty when the role may decide this (or is not filled in)."""
    mandate_remark: str
    """What there is to say about it although it is allowed; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaulted:
    """A dilemma that nobody decided in time."""

    decision: str
    title: str
    what: str
    """Text of the option that came about; empty when nothing did."""
    minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """All decisions."""

    open: tuple[OpenDilemma, ...]
    """Nearest deadline first; late ones last."""
    records: tuple[DecisionRecord, ...]
    """In order of logging, withdrawn ones too."""
    defaulted: tuple[Defaulted, ...]


def decisions(setting: Setting, state: State, acts: Mapping[str, Act] = NO_ACTS) -> Decisions:
    """What is open, what was decided, and what nobody decided; `acts` is the matrix of who may decide what."""
    held = mandates(setting, state, acts)
    dilemmas = [
        _dilemma(setting, state, setting.decisions[name], opened)
        for name, opened in state.decisions.items()
        if name in setting.decisions and state.standing(name) is None
    ]
    return Decisions(
        open=tuple(sorted(dilemmas, key=lambda each: (each.late, each.deadline < 0, each.deadline, each.opened))),
        records=tuple(_record(setting, name, record, held, acts) for name, record in state.records.items()),
        defaulted=tuple(
            _defaulted(setting, name, opened) for name, opened in state.decisions.items() if opened.default_minute >= 0
        ),
    )


def _dilemma(setting: Setting, state: State, decision: Decision, opened: OpenDecision) -> OpenDilemma:
    default = setting.option(decision.id, decision.default) if decision.default else None
    return OpenDilemma(
        id=decision.id,
        title=decision.title,
        text=decision.text,
        kind_words=w.DECISION_KINDS[decision.kind],
        to=decision.to,
        to_names=w.role_names(setting, decision.to),
        options=tuple(OptionLine(id=each.id, text=each.text, note=each.note or "") for each in decision.options),
        note=decision.note or "",
        opened=opened.minute,
        deadline=opened.deadline,
        left=opened.deadline - state.minute if opened.deadline >= 0 else None,
        late=opened.default_minute >= 0,
        default_text=default.text if default else "",
        mandate_words=_mandate(setting, decision.mandate),
    )


def _mandate(setting: Setting, mandate: Mandate) -> str:
    parts = [f"besluit: {w.listed(w.role_names(setting, mandate.decides), 'of')}"]
    for word, roles in (("voert uit", mandate.executes), ("adviseert", mandate.advises), ("wordt ingelicht", mandate.informed)):
        if roles:
            parts.append(f"{word}: {w.listed(w.role_names(setting, roles))}")
    return f"{'; '.join(parts)} ({mandate.basis or 'bron te verifiëren'})"


def _record(setting: Setting, name: str, record: Record, held: Mandates, acts: Mapping[str, Act]) -> DecisionRecord:
    taken = record.taken
    option = setting.option(taken.decision, taken.option)
    missing = (
        ("wie", not record.by),
        ("waarom", not record.motivation),
        ("eigenaar", not record.owner),
        ("termijn", record.due < 0),
    )
    return DecisionRecord(
        record=name,
        decision=taken.decision,
        title=w.decision_title(setting, taken.decision),
        what=option.text if option else taken.words or taken.option,
        own_words=option is None,
        effect_words=own_effect(setting, taken),
        act=record.act,
        act_title=acts[record.act].title if record.act in acts else "",
        by=record.by,
        by_name=w.role_name(setting, record.by),
        motivation=record.motivation,
        owner=record.owner,
        owner_name=w.role_name(setting, record.owner),
        due=record.due,
        decided_at=record.decided_at,
        logged_at=record.minute,
        missing=tuple(word for word, lacks in missing if lacks),
        withdrawn=record.withdrawn,
        withdrawn_reason=record.reason,
        outside_mandate=held.outside(name),
        mandate_remark=held.remark(name),
    )


def own_effect(setting: Setting, taken: DecisionTaken) -> str:
    """What own words did to the graph: 'loskoppelen: Servers'; empty when nothing."""
    words = w.OWN_EFFECTS.get(taken.effect, taken.effect)
    if not words or not taken.target:
        return words
    named = w.crew_name if taken.effect == "crew" else w.node_name
    return f"{words}: {named(setting, taken.target)}"


def _defaulted(setting: Setting, name: str, opened: OpenDecision) -> Defaulted:
    option = setting.option(name, opened.default)
    return Defaulted(
        decision=name,
        title=w.decision_title(setting, name),
        what=option.text if option else "",
        minute=opened.default_minute,
    )
