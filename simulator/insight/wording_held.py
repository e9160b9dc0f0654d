"""What the log has to say about a condition: a line for each part of it, at the moment of a given state."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise.holds import SERVES_HALF, clock_state
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.scenario.conditions import Condition


def log_lines(setting: Setting, state: State, condition: Condition) -> tuple[str, ...]:
    """Whole sentences about what was the case, whether the condition holds or not."""
    return tuple(dict.fromkeys(_lines(setting, state, condition)))


def _lines(setting: Setting, state: State, condition: Condition) -> Iterator[str]:
    for part in condition.parts():
        choice = part.taken or part.not_taken
        if choice is not None:
            yield _decided(setting, state, choice.decision)
        if part.clock is not None:
            yield _clock(setting, state, part.clock.clock)
        if part.node is not None:
            yield _node(setting, state, part.node.node)
        if part.delivered is not None:
            yield _delivered(setting, state, part.delivered)
        if part.after is not None or part.before is not None:
            yield f"Het was {w.moment(setting, state.minute)}."


def _decided(setting: Setting, state: State, decision: str) -> str:
    title = w.quoted(w.decision_title(setting, decision))
    record = state.standing(decision)
    if record is not None:
        option = setting.option(decision, record.taken.option)
        what = option.text if option else record.taken.words
        by = f" door {w.role_name(setting, record.by)}" if record.by else ""
        return f"{title}: om {w.moment(setting, record.decided_at)} besloten{by}: {w.sentence(what)}"
    opened = state.decisions.get(decision)
    option = setting.option(decision, opened.default) if opened and opened.default else None
    if opened is not None and option is not None:
        return f"{title}: niemand besloot; sinds {w.moment(setting, opened.default_minute)} gold: {w.sentence(option.text)}"
    gone = " meer" if state.ever_taken(decision) else ""
    return f"{title}: toen gold daarover geen besluit{gone}."


def _clock(setting: Setting, state: State, name: str) -> str:
    clock = setting.clocks.get(name)
    title = w.quoted(clock.title if clock else name)
    running = state.clocks.get(name)
    stands = clock_state(running)
    if running is None:
        return f"De termijn {title} liep toen niet."
    if running.met_at >= 0 and stands == "met":
        return f"De termijn {title} is gehaald om {w.moment(setting, running.met_at)}."
    due = w.moment(setting, running.due)
    if running.met_at >= 0:
        return f"Aan de termijn {title} is pas voldaan om {w.moment(setting, running.met_at)}; uiterlijk was {due}."
    if stands == "missed":
        return f"Aan de termijn {title} was toen niet voldaan; uiterlijk was {due}."
    return f"Aan de termijn {title} was toen nog niet voldaan; dat kon nog tot {due}."


def _node(setting: Setting, state: State, node: str) -> str:
    served, name = state.served(node), w.quoted(w.node_name(setting, node))
    if served >= 100:
        return f"{name} werkte toen."
    how = f"werkte toen deels ({served}%)" if served > 0 else "lag toen plat"
    since = f", al sinds {w.moment(setting, state.truth[node].down_since)}" if node in state.truth else ""
    reported = state.reported.get(node)
    unknown = reported is None or (reported.level >= SERVES_HALF > served)
    return f"{name} {how}{since}.{' Dat was nog niet gemeld.' if unknown else ''}"


def _delivered(setting: Setting, state: State, inject: str) -> str:
    title = w.quoted(w.inject_title(setting, state, inject))
    if state.delivered(inject):
        return f"Bericht {title} was er sinds {w.moment(setting, state.injects[inject].minute)}."
    return f"Bericht {title} was er toen nog niet."
