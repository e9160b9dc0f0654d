"""Times as they are typed become exercise minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dialogs.moments import as_typed, minute_of

START = 8 * 60 + 30


@pytest.mark.parametrize(
    ("typed", "minute"),
    [("8:30", 1440), ("08.45", 15), ("d2 08:30", 1440), ("T+2:30", 150), ("t+0:05", 5), ("+30", 30), ("+1u", 60), ("+1u30", 90)],
)
def test_a_time_is_the_next_one(typed: str, minute: int) -> None:
    assert minute_of(typed, start=START, now=0 if typed != "8:30" else 1) == minute


@pytest.mark.parametrize("typed", ["", "+", "straks", "25:00", "8:61", "d0 09:00", "d1 08:00", "8", "٣:٠٠x"])
def test_what_is_no_time_is_no_minute(typed: str) -> None:
    assert minute_of(typed, start=START, now=0) is None


def test_a_time_in_the_past_is_the_last_one() -> None:
    assert minute_of("8:45", start=START, now=40, past=True) == 15
    assert minute_of("8:15", start=START, now=40, past=True) is None
    assert minute_of("8:15", start=START, now=1440, past=True) == 1425


@given(st.integers(0, 500_000), st.integers(0, 1439))
def test_a_minute_that_is_written_out_is_read_back(minute: int, start: int) -> None:
    assert minute_of(as_typed(minute, start=start), start=start, now=0) == minute


@pytest.mark.parametrize(
    ("typed", "now", "past", "minute"),
    [
        ("vr 9:30", 0, False, 3 * 1440 + 60),
        ("vrijdag 9:30", 0, False, 3 * 1440 + 60),
        ("di 08:30", 0, False, 0),
        ("di 08:30", 1, False, 7 * 1440),
        ("ma 09:00", 0, False, 6 * 1440 + 30),
        ("di 08:45", 1440, True, 15),
        ("ma 09:00", 1440, True, None),
    ],
)
def test_a_weekday_is_read_as_the_screens_write_it(typed: str, now: int, past: bool, minute: int | None) -> None:
    assert minute_of(typed, start=START, now=now, past=past, day="dinsdag") == minute
