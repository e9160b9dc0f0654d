"""Events to text and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import ExerciseDamaged
from simulator.exercise.events import EVENT_TYPES, Attendance, Event, RoleAssigned
from simulator.journal.codec import decode, encode, kind_of
from tests.journal.strategies import event_of

ASSIGNED = '{"role":"ciso","person":"p1","attendance":"aanwezig"}'


@pytest.mark.parametrize("kind", sorted(EVENT_TYPES))
@settings(max_examples=30)
@given(data=st.data())
def test_what_is_encoded_is_decoded_the_same(kind: str, data: st.DataObject) -> None:
    event: Event = data.draw(event_of(kind))
    assert decode(kind_of(event), encode(event)) == event


def test_an_enumeration_comes_back_as_itself() -> None:
    event = decode("RoleAssigned", ASSIGNED)
    assert isinstance(event, RoleAssigned)
    assert event.attendance is Attendance.AANWEZIG


def test_the_text_is_canonical_json_with_letters_as_themselves() -> None:
    event = RoleAssigned(role="locoburgemeester één", attendance=Attendance.VERVANGER)
    assert encode(event) == '{"role":"locoburgemeester één","person":"","attendance":"vervanger"}'


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("RaadGebeld", "{}"),
        ("Recorded", "{}"),
        ("ExerciseStarted", ""),
        ("ExerciseStarted", "[]"),
        ("ExerciseStarted", "null"),
        ("ExerciseStarted", '{"minute":1}'),
        ("ExerciseStarted", "[" * 100_000),
        ("ExerciseResumed", "{}"),
        ("ExerciseResumed", '{"factor":"1"}'),
        ("ExerciseResumed", '{"factor":1.0}'),
        ("ExerciseResumed", '{"factor":true}'),
        ("ExerciseResumed", '{"factor":null}'),
        ("ExerciseResumed", '{"factor":NaN}'),
        ("ExerciseResumed", '{"factor": 1}'),
        ("ExerciseResumed", '{"factor":1,"factor":1}'),
        ("ExerciseResumed", '{"factor":' + "9" * 5000 + "}"),
        ("InjectDelivered", '{"inject":"i01","by_hand":1}'),
        ("InjectDelivered", '{"by_hand":true,"inject":"i01"}'),
        ("RoleAssigned", ASSIGNED.replace("aanwezig", "ziek")),
        ("RoleAssigned", ASSIGNED.replace('"aanwezig"', "1")),
        ("RoleAssigned", ASSIGNED.replace("ciso", "ci\\u001bso")),
        ("RoleAssigned", ASSIGNED.replace("ciso", "ci\\u202eso")),
        ("RoleAssigned", ASSIGNED.replace("ciso", "ci\\ud800so")),
    ],
)
def test_any_other_text_is_damage(kind: str, text: str) -> None:
    with pytest.raises(ExerciseDamaged):
        decode(kind, text)


@given(kind=st.sampled_from(sorted(EVENT_TYPES)), text=st.text() | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["role", "inject", "factor", "text"]), inner),
).map(json.dumps))  # fmt: skip
def test_no_text_gives_another_error(kind: str, text: str) -> None:
    try:
        event = decode(kind, text)
    except ExerciseDamaged:
        return
    assert encode(event) == text
