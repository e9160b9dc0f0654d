"""A condition of the scenario (`when:`) in plain Dutch."""

from __future__ import annotations

from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.scenario.conditions import Choice, Condition, NotTaken

NODE_STATES = {"up": "werkt", "degraded": "deels werkt", "down": "plat ligt"}
CLOCK_STATES = {"idle": "nog niet loopt", "running": "loopt", "met": "gehaald is", "missed": "gemist is"}


def condition_words(setting: Setting, condition: Condition) -> str:
    """A clause that follows 'zodra' or 'alleen als', such as 'het 10:30 is geweest'."""
    if condition.all is not None:
        return " en ".join(_inner(setting, each) for each in condition.all)
    if condition.any is not None:
        return " of ".join(_inner(setting, each) for each in condition.any)
    if condition.not_ is not None:
        return f"niet geldt dat {_inner(setting, condition.not_)}"
    return _single(setting, condition)


def _inner(setting: Setting, condition: Condition) -> str:
    words = condition_words(setting, condition)
    return f"({words})" if condition.all or condition.any else words


def _single(setting: Setting, condition: Condition) -> str:
    if condition.after is not None:
        return f"het {w.moment(setting, condition.after)} is geweest"
    if condition.before is not None:
        return f"het nog geen {w.moment(setting, condition.before)} is"
    if condition.taken:
        return f"{_choice(setting, condition.taken)} is besloten"
    if condition.not_taken:
        return f"{_choice(setting, condition.not_taken)} om {w.moment(setting, condition.not_taken.by)} niet is besloten"
    if condition.node:
        return f"{w.quoted(w.node_name(setting, condition.node.node))} {NODE_STATES[condition.node.state]}"
    if condition.clock:
        clock = setting.clocks.get(condition.clock.clock)
        return f"de klok {w.quoted(clock.title if clock else condition.clock.clock)} {CLOCK_STATES[condition.clock.state]}"
    inject = setting.injects.get(condition.delivered or "")
    return f"bericht {w.quoted(inject.title if inject else condition.delivered or '')} is gegeven"


def _choice(setting: Setting, choice: Choice | NotTaken) -> str:
    title = w.quoted(w.decision_title(setting, choice.decision))
    option = setting.option(choice.decision, choice.option) if choice.option else None
    return f"over {title} tot {w.quoted(option.text)}" if option else f"over {title}"
