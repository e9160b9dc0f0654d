"""The scalars of a scenario file. Each is text until it is typed here, so 12:30 stays a time."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.plain import is_plain

MINUTES_A_DAY = 24 * 60
LONGEST = 400 * MINUTES_A_DAY
"""Minutes; no time or duration in a file may be longer."""
LONGEST_TERM = 20 * 365 * MINUTES_A_DAY
"""Minutes; what was published about a real incident may lie this far after it."""

_CLOCK = re.compile(r"(?:d(?P<day>\d{1,3})\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})", re.ASCII)
_OFFSET = re.compile(r"T\+(?P<hour>\d{1,4}):(?P<minute>\d{2})", re.ASCII)
_DURATION = re.compile(r"(?=\d)(?:(?P<days>\d{1,4})d)?(?:(?P<hours>\d{1,5})h)?(?:(?P<minutes>\d{1,6})m)?", re.ASCII)
_DIGITS = re.compile(r"-?\d+", re.ASCII)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def clock_minutes(text: str) -> int:
    """Minutes after midnight of a clock time such as `08:30`."""
    found = _CLOCK.fullmatch(text.strip())
    if not found or found["day"] or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        raise PydanticCustomError("clock_time", "'{value}' is geen kloktijd; schrijf bijvoorbeeld 08:30", {"value": text})
    return int(found["hour"]) * 60 + int(found["minute"])


def _moment(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if found := _OFFSET.fullmatch(text):
        if int(found["minute"]) > 59:
            raise PydanticCustomError("moment", "'{value}' heeft meer dan 59 minuten; schrijf T+2:30", {"value": text})
        return int(found["hour"]) * 60 + int(found["minute"])
    found = _CLOCK.fullmatch(text)
    if not found or int(found["hour"]) > 23 or int(found["minute"]) > 59 or found["day"] == "0":
        raise PydanticCustomError(
            "moment", "'{value}' is geen tijdstip; schrijf T+2:30, 09:15 (eerste dag) of d3 09:15 (derde dag)", {"value": text}
        )
    start = (info.context or {}).get("start", 0)
    day = int(found["day"] or 1)
    minute = (day - 1) * MINUTES_A_DAY + int(found["hour"]) * 60 + int(found["minute"]) - start
    if minute < 0:
        raise PydanticCustomError(
            "moment_early",
            "'{value}' ligt voor het begin (start); kies een later tijdstip, of een latere dag zoals d2 09:15",
            {"value": text},
        )
    return minute


def _duration(value: object) -> object:
    if not isinstance(value, str):
        return value
    found = _DURATION.fullmatch(value.strip())
    if not found or not any(found.groupdict().values()):
        raise PydanticCustomError("duration", "'{value}' is geen duur; schrijf 30m, 4h, 1h30m of 2d", {"value": value})
    part = {name: int(text or 0) for name, text in found.groupdict().items()}
    return part["days"] * MINUTES_A_DAY + part["hours"] * 60 + part["minutes"]


def is_identifier(text: str) -> bool:
    """Whether the text can be the id of an item."""
    return len(text) <= 64 and _ID.fullmatch(text) is not None


def _identifier(value: object) -> object:
    if isinstance(value, str) and not is_identifier(value):
        raise PydanticCustomError(
            "identifier",
            "'{value}' is geen id; gebruik kleine letters, cijfers en streepjes, zoals 'burgerzaken'",
            {"value": value},
        )
    return value


def _digits_only(value: object) -> object:
    if isinstance(value, str) and not _DIGITS.fullmatch(value.strip()):
        raise PydanticCustomError(
            "whole_number", "'{value}' is geen heel getal; schrijf alleen cijfers, zonder punten of spaties", {"value": value}
        )
    return value


def _clock(value: object) -> object:
    return clock_minutes(value) if isinstance(value, str) else value


def _safe(text: str) -> str:
    if not is_plain(text):
        raise PydanticCustomError("unsafe_text", "deze tekst bevat onzichtbare tekens of stuurtekens; typ hem opnieuw")
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("one_line", "deze tekst moet op een regel passen; haal de regeleinden weg")
    return text


_MOMENT_SCHEMA = {
    "type": "string",
    "pattern": r"^(T\+\d{1,4}:\d{2}|(d\d{1,3} +)?\d{1,2}:\d{2})$",
    "examples": ["T+2:30", "09:15", "d3 09:15"],
}
_DURATION_SCHEMA = {"type": "string", "pattern": r"^(?=\d)(\d+d)?(\d+h)?(\d+m)?$", "examples": ["30m", "4h", "1h30m", "2d"]}

Id = Annotated[str, BeforeValidator(_identifier), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})]
"""Kebab-case name of an item."""

Moment = Annotated[int, BeforeValidator(_moment), Field(ge=0, le=LONGEST), WithJsonSchema(_MOMENT_SCHEMA)]
"""Exercise minutes since the start. Clock times need the validation context `start` (minutes after midnight)."""

ClockTime = Annotated[
    int, BeforeValidator(_clock), Field(ge=0, lt=MINUTES_A_DAY), WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}:\d{2}$"})
]
"""Minutes after midnight."""

Duration = Annotated[int, BeforeValidator(_duration), Field(ge=1, le=LONGEST), WithJsonSchema(_DURATION_SCHEMA)]
"""Minutes, at least one."""

Buffer = Annotated[int, BeforeValidator(_duration), Field(ge=0, le=LONGEST), WithJsonSchema(_DURATION_SCHEMA)]
"""Minutes, possibly none."""

Term = Annotated[int, BeforeValidator(_duration), Field(ge=0, le=LONGEST_TERM), WithJsonSchema(_DURATION_SCHEMA)]
"""Minutes, possibly none, possibly years."""

Whole = Annotated[int, BeforeValidator(_digits_only)]
"""A whole number. pydantic by itself reads 60.000 as 60."""

Count = Annotated[int, Field(ge=1), BeforeValidator(_digits_only)]
Percent = Annotated[int, Field(ge=0, le=100), BeforeValidator(_digits_only)]
People = Annotated[int, Field(ge=0, le=1_000_000_000), BeforeValidator(_digits_only)]
Euro = Annotated[int, Field(ge=0, le=1_000_000_000_000), BeforeValidator(_digits_only)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=8000), AfterValidator(_safe)]
"""Text of one line or more, without characters that steer a screen."""

Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_safe), AfterValidator(_one_line)
]
"""Text that fits on one line."""
