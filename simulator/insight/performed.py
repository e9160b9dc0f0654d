"""What a decision comes down to: the acts of its option, or the act that somebody said its own words are."""

from __future__ import annotations

from simulator.exercise.setting import Setting
from simulator.exercise.state import Record


def performed(setting: Setting, record: Record) -> tuple[str, ...]:
    """The acts, by id; none for own words of which nobody said what they are."""
    option = setting.option(record.taken.decision, record.taken.option)
    if option is not None:
        return option.does
    return (record.act,) if record.act else ()
