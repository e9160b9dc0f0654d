"""Text of strangers: which characters are safe to show, and how to drop the rest.

Scenario files, Excel sheets and what players type may hold characters that steer a terminal, turn the reading
direction round, or cannot be seen. Files with them are refused; what is shown goes through `plain` all the same.
"""

from __future__ import annotations

import re

_STEERING = (
    "\x00-\x08\x0b-\x1f\x7f\x80-\x9f"  # C0 without tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\ud800-\udfff"  # surrogates
)
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"  # zero width, fillers
    "\u2028\u2029"  # line and paragraph separators
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"  # annotations, non-characters, tags
)
UNSAFE = re.compile(f"[{_STEERING}{_UNSEEN}]")
"""One character that is never shown. Newline and tab are allowed."""


def plain(text: str) -> str:
    """The text without what could steer a screen or hide; a tab becomes a space, newlines stay."""
    return UNSAFE.sub("", text.replace("\t", " "))


def is_plain(text: str) -> bool:
    """Whether the text holds nothing that `plain` would drop."""
    return UNSAFE.search(text) is None
