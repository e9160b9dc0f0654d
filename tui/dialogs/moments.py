"""Times as the oefenleider types them: 10:45, wo 09:00, d2 09:00, T+2:30, +30, +1u."""

from __future__ import annotations

import re

MINUTES_A_DAY = 24 * 60
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
HINT = "10:45, wo 09:00, T+2:30 of +30"

_CLOCK = re.compile(
    rf"(?:d(?P<day>\d{{1,3}})\s+|(?P<weekday>{'|'.join(WEEKDAYS)})\w*\s+)?(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})"
)
_OFFSET = re.compile(r"t\+(?P<hour>\d{1,4}):(?P<minute>\d{2})")
_LATER = re.compile(r"\+(?:(?P<hours>\d{1,4})u)?(?P<minutes>\d{1,5})?")


def minute_of(text: str, *, start: int, now: int, past: bool = False, day: str = "maandag") -> int | None:
    """The exercise minute that is meant; None when it is no time.

    `start` is the clock time of T+0 in minutes after midnight, `day` its weekday. A bare clock time, or one with a
    weekday, is the next one from `now`, or with `past` the last one.
    """
    text = text.strip().lower()
    if found := _OFFSET.fullmatch(text):
        return int(found["hour"]) * 60 + int(found["minute"])
    if (found := _LATER.fullmatch(text)) and len(text) > 1:
        return now + int(found["hours"] or 0) * 60 + int(found["minutes"] or 0)
    found = _CLOCK.fullmatch(text)
    if found is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    clock = int(found["hour"]) * 60 + int(found["minute"]) - start
    if found["day"]:
        minute = clock + (int(found["day"]) - 1) * MINUTES_A_DAY
        return minute if int(found["day"]) and minute >= 0 else None
    if found["weekday"]:
        days = WEEKDAYS.index(found["weekday"]) - WEEKDAYS.index(day[:2])
        return _nearest(clock + days * MINUTES_A_DAY, now, past, 7 * MINUTES_A_DAY)
    return _nearest(clock, now, past, MINUTES_A_DAY)


def _nearest(once: int, now: int, past: bool, period: int) -> int | None:
    """The time that comes back each `period` (a day, a week), of which `once` is one: from now on, or the last."""
    minute = now - (now - once) % period
    if past:
        return minute if minute >= 0 else None
    return minute if minute == now else minute + period


def as_typed(minute: int, *, start: int) -> str:
    """A minute as it can be typed, such as `d1 10:45`; nothing for a minute that is not there."""
    if minute < 0:
        return ""
    day, rest = divmod(start + minute, MINUTES_A_DAY)
    return f"d{day + 1} {rest // 60:02d}:{rest % 60:02d}"
