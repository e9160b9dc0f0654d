"""What one role sees at its own seat: what it was told, what is asked of it, and what is known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.errors import NotFound
from simulator.exercise.setting import Setting
from simulator.exercise.state import Phase, State
from simulator.insight import wording as w
from simulator.insight.actions import ActionRow, actions
from simulator.insight.clocks import ClockRow, ClockStatus, clocks
from simulator.insight.decisions import decisions
from simulator.insight.room import KnownState, Message, known_states, mark, messages
from simulator.scenario.landscape import Node, NodeKind
from simulator.scenario.model import RoleKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatDilemma:
    """An open dilemma as its role reads it."""

    id: str
    title: str
    text: str
    deadline: int
    """-1 for none."""
    left: int | None
    options: tuple[str, ...]
    """Empty unless the scenario shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatWords:
    """What this role wrote itself."""

    minute: int
    at: str
    decision: str
    """Title of the dilemma it answers; may be empty."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """The screen of one role."""

    role: str
    name: str
    task: str
    title: str
    """Title of the exercise."""
    mark: str
    phase: Phase
    phase_words: str
    minute: int
    clock: str
    round_title: str
    bob_words: str
    messages: tuple[Message, ...]
    """To this role or to all, latest first."""
    dilemmas: tuple[SeatDilemma, ...]
    clocks: tuple[ClockRow, ...]
    """Clocks that run for this role."""
    actions: tuple[ActionRow, ...]
    words: tuple[SeatWords, ...]
    known: tuple[KnownState, ...]
    """What was reported, whether it is down or up; never the truth."""


def seat(setting: Setting, state: State, role: str) -> Seat:
    """What `role` sees. Raises NotFound for a role that is not there or that the response cell plays."""
    found = setting.roles.get(role)
    if found is None or found.kind is RoleKind.TEGENSPEL:
        players = (f"{each.id}" for each in setting.scenario.roles if each.kind is RoleKind.SPELER)
        raise NotFound(
            f"Rol {role!r} heeft in deze oefening geen eigen scherm. Kies uit: {', '.join(players)}. "
            "Een raadslid kijkt mee met de rol raad."
        )
    current = setting.rounds.get(state.round)
    begun = state.phase is not Phase.CREATED
    return Seat(
        role=role,
        name=found.name,
        task=found.task or "",
        title=setting.scenario.title,
        mark=mark(state),
        phase=state.phase,
        phase_words=w.PHASES[state.phase],
        minute=state.minute,
        clock=w.moment(setting, state.minute),
        round_title=current.title if current else "",
        bob_words=w.STEPS[state.bob] if state.bob else "",
        messages=messages(setting, state, role) if begun else (),
        dilemmas=_dilemmas(setting, state, role),
        clocks=tuple(
            row for row in clocks(setting, state) if row.responsible == role and row.status is not ClockStatus.NIET_GESTART
        ),
        actions=tuple(_without_cause(row) for row in actions(setting, state) if row.owner == role),
        words=_words(setting, state, role),
        known=known_states(setting, state),
    )


def can_be_said_down(setting: Setting, state: State) -> tuple[Node, ...]:
    """What a role may name in its picture: services that everybody knows, and what was made known. No list of weak spots."""
    everyday = (NodeKind.PROCESS, NodeKind.EFFECT)
    return tuple(
        node for node in setting.landscape.nodes if node.id in state.reported or (node.kind in everyday and not node.confidential)
    )


def _without_cause(row: ActionRow) -> ActionRow:
    """What an action follows from may name a message that this role never got."""
    return replace(row, because="")


def _dilemmas(setting: Setting, state: State, role: str) -> tuple[SeatDilemma, ...]:
    return tuple(
        SeatDilemma(
            id=each.id,
            title=each.title,
            text=each.text,
            deadline=each.deadline,
            left=each.left,
            options=tuple(option.text for option in each.options) if setting.decisions[each.id].show_options else (),
        )
        for each in decisions(setting, state).open
        if role in each.to and not each.late
    )


def _words(setting: Setting, state: State, role: str) -> tuple[SeatWords, ...]:
    return tuple(
        SeatWords(
            minute=each.minute,
            at=w.moment(setting, each.minute),
            decision=w.decision_title(setting, each.entered.decision) if each.entered.decision else "",
            text=each.entered.text,
        )
        for each in state.words
        if each.entered.role == role
    )
