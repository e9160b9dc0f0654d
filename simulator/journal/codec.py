"""Events to canonical JSON text and back, strictly: whatever is not exactly what was written, is damage."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from typing import Any, get_type_hints

from simulator.errors import ExerciseDamaged
from simulator.exercise.events import EVENT_TYPES, Event, payload
from simulator.plain import is_plain

_FIELDS: dict[str, dict[str, type]] = {kind: get_type_hints(event) for kind, event in EVENT_TYPES.items()}

_YOUNGER = {kind: {each.name for each in fields(event) if each.default is not MISSING} for kind, event in EVENT_TYPES.items()}
"""Fields with a default: a file of an older version may lack them."""


def kind_of(event: Event) -> str:
    """The name by which the journal knows this event."""
    return type(event).__name__


def canonical(value: object) -> str:
    """The one JSON text for this value: keys as given, no spaces, letters as themselves."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def encode(event: Event) -> str:
    """The event's fields as canonical JSON text; its type is written beside it."""
    return canonical(payload(event))


def is_safe(event: Event) -> bool:
    """Whether no text in the event could steer a screen."""
    return all(is_plain(value) for value in payload(event).values() if isinstance(value, str))


def decode(kind: str, text: str) -> Event:
    """The event that `encode` wrote; ExerciseDamaged for any other text."""
    if kind not in EVENT_TYPES:
        raise ExerciseDamaged(f"Het oefenbestand noemt een soort gebeurtenis die niet bestaat: {kind!a}.")
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExerciseDamaged(f"De inhoud van een gebeurtenis {kind} is niet te lezen.") from error
    event = _restored(kind, values)
    if not is_safe(event):
        raise ExerciseDamaged(f"In een gebeurtenis {kind} staan stuurtekens, die Ontregeld nooit opschrijft.")
    if canonical({name: value for name, value in payload(event).items() if name in values}) != text:
        raise ExerciseDamaged(f"De inhoud van een gebeurtenis {kind} is niet zoals het programma die schrijft.")
    return event


def _restored(kind: str, values: object) -> Event:
    wanted = _FIELDS[kind]
    if not isinstance(values, dict) or not wanted.keys() - _YOUNGER[kind] <= values.keys() <= wanted.keys():
        raise ExerciseDamaged(f"Een gebeurtenis {kind} heeft niet de velden die erbij horen.")
    return EVENT_TYPES[kind](**{field: _value(kind, field, wanted[field], value) for field, value in values.items()})


def _value(kind: str, field: str, wanted: type, value: object) -> Any:
    if type(value) is wanted:
        return value
    if wanted not in (str, int, bool) and isinstance(value, str):
        try:
            return wanted(value)
        except ValueError as error:
            raise ExerciseDamaged(f"Veld {field} van een gebeurtenis {kind} kent de waarde {value!a} niet.") from error
    raise ExerciseDamaged(f"Veld {field} van een gebeurtenis {kind} heeft een waarde van de verkeerde soort.")
