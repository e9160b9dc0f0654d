"""Text that is shown can neither steer the screen nor hide."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.plain import is_plain, plain

ANY_TEXT = st.text(alphabet=st.characters(codec=None))


@given(ANY_TEXT)
def test_plain_text_is_plain_and_stays_as_it_is(text: str) -> None:
    shown = plain(text)
    assert is_plain(shown)
    assert plain(shown) == shown


@given(ANY_TEXT)
def test_nothing_visible_is_lost(text: str) -> None:
    letters = [character for character in text if unicodedata.category(character)[0] in "NPS" or character in "aéß語"]
    assert [character for character in plain(text) if character in letters] == letters


@pytest.mark.parametrize(
    "text", ["Gewone tekst", "één café, €5 — „ja”", "regel\nregel", "日本", "😀", "[/etc/passwd]", "[@click=x]"]
)
def test_what_people_write_is_left_alone(text: str) -> None:
    assert plain(text) == text
    assert is_plain(text)


def test_a_tab_is_allowed_and_shown_as_a_space() -> None:
    assert is_plain("a\tb")
    assert plain("a\tb") == "a b"


def test_no_control_format_surrogate_or_separator_character_is_plain() -> None:
    kept = "".join(
        chr(code)
        for code in range(0x11_0000)
        if unicodedata.category(chr(code)) in ("Cc", "Cs", "Zl", "Zp") and is_plain(chr(code))
    )
    assert kept == "\t\n"


@pytest.mark.parametrize(
    "trick",
    ["\x1b[31m", "\x1b]52;c;Y3VybA==\x07", "\x9b2J", "\x00", "\x7f", "\u202e", "\u2066", "\u200e", "\u061c", "\u200b", "\u200d",
     "\ufeff", "\u2028", "\u2029", "\ud800", "\u00ad", "\U000e0041", "\r", "\b"],
)  # fmt: skip
def test_a_character_that_steers_or_hides_is_dropped(trick: str) -> None:
    assert not is_plain(f"voor{trick}na")
    assert not set(plain(f"voor{trick}na")) & {trick[0]}
