"""What the projector may show: what everybody may know, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.events import Bob
from simulator.exercise.setting import Setting
from simulator.exercise.state import Phase, State
from simulator.insight import wording as w
from simulator.insight.clocks import ClockRow, clocks
from simulator.scenario.model import ALL, Inject

MARK = "OEFENING"
STOPPED = "OEFENING GESTOPT - DIT IS ECHT"
TEST_PICTURE = "Ziet de zaal dit scherm?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """An inject as its receivers see it."""

    id: str
    title: str
    sender: str
    """Name of the role it comes from; empty for one from the oefenleider."""
    channel: str
    """Such as 'telefoon'."""
    text: str
    minute: int
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownState:
    """A node as it is known: reported, right or wrong."""

    node: str
    name: str
    level: int
    sign: str
    words: str
    minute: int
    at: str
    """Since when it is known so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomClock:
    """A running clock."""

    title: str
    due: int
    left: int
    """Minutes; below 0 when its term passed."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The projector's picture."""

    title: str
    mark: str
    """'OEFENING', or 'OEFENING GESTOPT - DIT IS ECHT'."""
    phase: Phase
    phase_words: str
    minute: int
    clock: str
    """Such as 'ma 09:40'."""
    round_id: str
    round_title: str
    """Empty before the first round."""
    round_text: str
    bob: Bob | None
    bob_words: str
    messages: tuple[Message, ...]
    """Delivered to all, latest first."""
    outages: tuple[KnownState, ...]
    """Known to serve below 100, lowest first; never the truth."""
    clocks: tuple[RoomClock, ...]
    test_picture: str
    """The question before the start; empty after."""


def room(setting: Setting, state: State) -> Room:
    """What the projector shows at `state.minute`."""
    begun = state.phase is not Phase.CREATED
    current = setting.rounds.get(state.round)
    return Room(
        title=setting.scenario.title,
        mark=mark(state),
        phase=state.phase,
        phase_words=w.PHASES[state.phase],
        minute=state.minute,
        clock=w.moment(setting, state.minute),
        round_id=state.round,
        round_title=current.title if current else "",
        round_text=(current.text or "") if current else "",
        bob=state.bob,
        bob_words=w.STEPS[state.bob] if state.bob else "",
        messages=messages(setting, state) if begun else (),
        outages=tuple(sorted((each for each in known_states(setting, state) if each.level < 100), key=lambda each: each.level)),
        clocks=_clocks(state, clocks(setting, state)),
        test_picture="" if begun else TEST_PICTURE,
    )


def mark(state: State) -> str:
    """What every screen for players carries."""
    return STOPPED if state.phase is Phase.REALITY else MARK


def messages(setting: Setting, state: State, role: str = "") -> tuple[Message, ...]:
    """Delivered to all, and to `role` if one is named; latest first."""
    planned = [
        _message(setting, setting.injects[name], fate.minute)
        for name, fate in state.injects.items()
        if name in setting.injects and state.delivered(name) and _reaches(setting.injects[name].to, role)
    ]
    improvised = [
        Message(
            id=name,
            title=each.inject.title,
            sender="",
            channel="",
            text=each.inject.text,
            minute=each.minute,
            at=w.moment(setting, each.minute),
        )
        for name, each in state.improvised.items()
        if _reaches(each.inject.to, role)
    ]
    in_order = sorted([*planned, *improvised], key=lambda message: message.minute)
    return tuple(in_order[::-1])


def _reaches(to: tuple[str, ...] | str, role: str) -> bool:
    receivers = {part.strip() for part in to.split(",")} if isinstance(to, str) else set(to)
    return ALL in receivers or (bool(role) and role in receivers)


def _message(setting: Setting, inject: Inject, minute: int) -> Message:
    return Message(
        id=inject.id,
        title=inject.title,
        sender=w.role_name(setting, inject.from_),
        channel=w.CHANNELS[inject.channel],
        text=inject.text,
        minute=minute,
        at=w.moment(setting, minute),
    )


def known_states(setting: Setting, state: State) -> tuple[KnownState, ...]:
    """Every node of which something was made known, latest first. Looks at reports only, never at the truth."""
    rows = [
        KnownState(
            node=node,
            name=w.node_name(setting, node),
            level=reported.level,
            sign=w.sign(reported.level),
            words=w.level(reported.level),
            minute=reported.minute,
            at=w.moment(setting, reported.minute),
        )
        for node, reported in state.reported.items()
    ]
    return tuple(sorted(rows, key=lambda row: -row.minute))


def _clocks(state: State, rows: tuple[ClockRow, ...]) -> tuple[RoomClock, ...]:
    return tuple(
        RoomClock(title=row.title, due=row.due, left=row.left, words=w.left(row.left)) for row in rows if row.left is not None
    )
