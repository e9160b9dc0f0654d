"""Any event that can happen, for laws about all of them."""

from __future__ import annotations

from typing import get_type_hints

from hypothesis import strategies as st

from simulator.exercise.events import EVENT_TYPES, Event
from simulator.plain import is_plain

plain_text = st.text(max_size=20).filter(is_plain)


def event_of(kind: str) -> st.SearchStrategy[Event]:
    """Any event of this type."""
    return st.builds(EVENT_TYPES[kind], **{name: _value(kind, name) for name in EVENT_TYPES[kind].__dataclass_fields__})


def _value(kind: str, name: str) -> st.SearchStrategy[object]:
    wanted = get_type_hints(EVENT_TYPES[kind])[name]
    scalars: dict[type, st.SearchStrategy[object]] = {str: plain_text, int: st.integers(), bool: st.booleans()}
    return scalars[wanted] if wanted in scalars else st.sampled_from(list(wanted))


events = st.sampled_from(sorted(EVENT_TYPES)).flatmap(event_of)
