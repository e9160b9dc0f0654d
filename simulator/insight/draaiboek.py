"""The draaiboek: every inject with what became of it, for the oefenleider."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from simulator.exercise.setting import Setting
from simulator.exercise.state import InjectFate, InjectStatus, State
from simulator.insight import wording as w
from simulator.insight.wording_conditions import condition_words
from simulator.scenario.model import ALL, Call, Inject, InjectKind


class RowStatus(StrEnum):
    """Where an inject stands."""

    KOMT = "komt"
    NU = "nu te geven"
    VASTGEHOUDEN = "vastgehouden"
    GEGEVEN = "gegeven"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraaiboekRow:
    """One inject."""

    id: str
    title: str
    kind: InjectKind | None
    """None for an improvised one."""
    kind_words: str
    """'kern', 'reserve' or 'geïmproviseerd'."""
    status: RowStatus
    status_sign: str
    """✓ given, ▶ to be given now, ‖ held back, · to come."""
    status_words: str
    """Such as 'gegeven om ma 09:40'."""
    planned: int
    """Exercise minute before which it does not come; -1 when only a condition says."""
    planned_words: str
    """Time or condition in plain Dutch."""
    given: int
    """Exercise minute of delivery; -1 when not delivered."""
    by_hand: bool
    channel_words: str
    sender: str
    """Name of the role it comes from."""
    receivers: tuple[str, ...]
    """Names of roles; 'iedereen' for all."""
    to_all: bool
    text: str
    note: str
    """Private."""
    expected: tuple[str, ...]
    """Private."""
    call: Call | None
    """Private."""
    opens: tuple[str, ...]
    """Titles of the decisions that it puts on the table."""
    makes_known: tuple[str, ...]
    """Names of the nodes of which it tells something."""


def draaiboek(setting: Setting, state: State) -> tuple[DraaiboekRow, ...]:
    """All injects: by planned time, conditional ones after; improvised ones at the time they were given."""
    rows = [*(_row(setting, state, inject) for inject in setting.scenario.injects), *_improvised(setting, state)]
    return tuple(sorted(rows, key=_order))


def next_inject(setting: Setting, state: State) -> DraaiboekRow | None:
    """The inject that one key delivers: offered, or a kern one held (oldest first), else the next planned kern inject.

    A reserve one that is held was put aside: it is given only when it is chosen.
    What belongs to a round that has not begun is no part of it: one key too many must not give tomorrow's news today.
    Nor is a reserve one that was planned for a round that is over: it is old news.
    """
    rows = draaiboek(setting, state)
    begun = state.rounds.get(state.round, 0)
    ready = [row for row in rows if (row.status is RowStatus.NU and not 0 <= row.planned < begun) or _kept(row)]
    if ready:
        return min(ready, key=lambda row: (row.status is RowStatus.VASTGEHOUDEN, state.injects[row.id].minute))
    later = next((round.at for round in setting.scenario.rounds[1:] if round.id not in state.rounds), setting.horizon + 1)
    coming = [row for row in rows if row.status is RowStatus.KOMT and row.kind is InjectKind.KERN and 0 <= row.planned < later]
    return coming[0] if coming else None


def _kept(row: DraaiboekRow) -> bool:
    return row.status is RowStatus.VASTGEHOUDEN and row.kind is InjectKind.KERN


SIGNS = {RowStatus.GEGEVEN: "✓", RowStatus.NU: "▶", RowStatus.VASTGEHOUDEN: "‖", RowStatus.KOMT: "·"}
STATUSES = {
    InjectStatus.OFFERED: RowStatus.NU,
    InjectStatus.HELD: RowStatus.VASTGEHOUDEN,
    InjectStatus.DELIVERED: RowStatus.GEGEVEN,
}


def _order(row: DraaiboekRow) -> tuple[bool, int]:
    minute = row.planned if row.planned >= 0 else row.given
    return minute < 0, minute


def _row(setting: Setting, state: State, inject: Inject) -> DraaiboekRow:
    fate = state.injects.get(inject.id)
    status = STATUSES[fate.status] if fate else RowStatus.KOMT
    return DraaiboekRow(
        id=inject.id,
        title=inject.title,
        kind=inject.kind,
        kind_words=w.INJECT_KINDS[inject.kind],
        status=status,
        status_sign=SIGNS[status],
        status_words=_status_words(setting, status, fate),
        planned=-1 if inject.at is None else inject.at,
        planned_words=planned_words(setting, inject),
        given=fate.minute if fate and status is RowStatus.GEGEVEN else -1,
        by_hand=bool(fate and fate.by_hand),
        channel_words=w.CHANNELS[inject.channel],
        sender=w.role_name(setting, inject.from_),
        receivers=w.role_names(setting, inject.to),
        to_all=inject.to == ALL,
        text=inject.text,
        note=inject.note or "",
        expected=inject.expected,
        call=inject.call,
        opens=tuple(w.decision_title(setting, name) for name in inject.asks),
        makes_known=tuple(w.node_name(setting, known.node) for known in inject.known),
    )


def planned_words(setting: Setting, inject: Inject) -> str:
    """When an inject comes: 'ma 09:40', 'zodra ...', or 'wanneer u wilt'."""
    when = condition_words(setting, inject.when) if inject.when else ""
    if inject.at is None:
        return f"zodra {when}" if when else "wanneer u wilt"
    at = w.moment(setting, inject.at)
    return f"{at}, alleen als {when}" if when else at


def _status_words(setting: Setting, status: RowStatus, fate: InjectFate | None) -> str:
    if status is RowStatus.GEGEVEN and fate:
        by_hand = " (met de hand)" if fate.by_hand else ""
        return f"gegeven om {w.moment(setting, fate.minute)}{by_hand}"
    return str(status)


def _improvised(setting: Setting, state: State) -> Iterator[DraaiboekRow]:
    for name, improvised in state.improvised.items():
        inject = improvised.inject
        yield DraaiboekRow(
            id=name,
            title=inject.title,
            kind=None,
            kind_words="geïmproviseerd",
            status=RowStatus.GEGEVEN,
            status_sign=SIGNS[RowStatus.GEGEVEN],
            status_words=f"gegeven om {w.moment(setting, improvised.minute)} (geïmproviseerd)",
            planned=-1,
            planned_words="geïmproviseerd",
            given=improvised.minute,
            by_hand=True,
            channel_words="",
            sender="",
            receivers=w.role_names(setting, inject.to),
            to_all=inject.to == ALL,
            text=inject.text,
            note="",
            expected=(),
            call=None,
            opens=(),
            makes_known=(),
        )
