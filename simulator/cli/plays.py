"""A run without a screen, as JSON values and as lines to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.exercise.events import FACILITATOR, NodeChanged, Recorded, Stamped, payload

if TYPE_CHECKING:
    from simulator.exercise.setting import Setting
    from simulator.exercise.state import State
    from simulator.insight.harm import HarmFigures
    from simulator.insight.timeline import Entry


def as_recorded(stamped: Iterable[Stamped]) -> tuple[Recorded, ...]:
    """The events as a journal would number them, without the wall times and hashes that only a real file has."""
    return tuple(
        Recorded(seq=seq, id="", wall="", minute=each.minute, actor=each.actor or FACILITATOR, event=each.event, hash="")
        for seq, each in enumerate(stamped, 1)
    )


def folded(stamped: Iterable[Stamped | Recorded]) -> State:
    """The state after all of it."""
    from simulator.exercise.evolve import evolve
    from simulator.exercise.state import State

    state = State()
    for each in stamped:
        state = evolve(state, each)
    return state


def event_values(recorded: Recorded) -> dict[str, object]:
    """One event of a run: its number, minute, actor and type, then its own fields."""
    kind = type(recorded.event).__name__
    return {"seq": recorded.seq, "minute": recorded.minute, "actor": recorded.actor, "type": kind, **payload(recorded.event)}


def harm_values(harm: HarmFigures) -> dict[str, int]:
    """The separate figures of harm."""
    return {
        "resident_hours": harm.resident_hours,
        "resident_hours_beyond_limit": harm.resident_hours_beyond_limit,
        "cost_low": harm.cost_low,
        "cost_high": harm.cost_high,
        "clocks_missed": harm.clocks_missed,
    }


def change_values(stamped: Iterable[Stamped]) -> list[dict[str, object]]:
    """What changed in the graph, each with its cause."""
    return [
        {
            "node": event.node,
            "minute": each.minute,
            "level": event.level,
            "served": event.served,
            "cause": {"kind": event.cause, "node": event.because, "intervention": event.intervention, "group": event.group},
        }
        for each in stamped
        if isinstance(event := each.event, NodeChanged)
    ]


def harm_lines(setting: Setting, state: State) -> Iterator[str]:
    """Harm, to read."""
    from simulator.insight.harm import harm_of
    from simulator.insight.wording import euros, number

    harm = harm_of(setting, state)
    yield "Schade tot de horizon"
    yield f"  gemiste dienst-uren van inwoners   {number(harm.resident_hours)}"
    yield f"    waarvan voorbij de grens         {number(harm.resident_hours_beyond_limit)}"
    yield f"  kosten                             {euros(harm.cost_low, harm.cost_high)}"
    yield f"  termijnen                          {_terms_missed(setting, state)}"
    yield "  (een dienst-uur: één inwoner mist één dienst, één uur lang)"


def _terms_missed(setting: Setting, state: State) -> str:
    """How many, and how many of those are law: the rest was agreed, or is a norm of the exercise."""
    from simulator.insight.clocks import missed
    from simulator.insight.wording import count
    from simulator.scenario.council.load import vocabulary

    terms, rows = vocabulary().terms, missed(setting, state)
    law = sum(row.term in terms and terms[row.term].law for row in rows)
    told = count(len(rows), "termijn gemist", "termijnen gemist")
    return f"{told}, {law or 'geen'} daarvan uit een wet" if rows else told


def timeline_lines(entries: Sequence[Entry]) -> Iterator[str]:
    """The time line to read, without the bookkeeping."""
    from simulator.insight.timeline import EntryKind

    told = [entry for entry in entries if entry.kind is not EntryKind.TECHNIEK]
    width = max((len(entry.at) for entry in told), default=0)
    kinds = max(len(kind) for kind in EntryKind)
    for entry in told:
        text = " ".join(entry.text.split())
        yield f"{entry.at:<{width}}  {entry.kind:<{kinds}}  {text}"


def title_line(setting: Setting) -> str:
    """Which scenario on which landscape."""
    return f"{setting.scenario.title} ({setting.scenario.id}), landschap {setting.landscape.title} ({setting.landscape.id})"
