"""Keys as they stand on a Dutch keyboard."""

from __future__ import annotations

_WORDS = {
    "enter": "Enter", "escape": "Esc", "space": "Spatie", "up": "↑", "down": "↓", "left": "←", "right": "→", "tab": "Tab",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "backspace": "Backspace", "delete": "Del",
    "plus": "+", "minus": "-", "equals_sign": "=",
    "full_stop": ".", "comma": ",", "question_mark": "?", "slash": "/", "exclamation_mark": "!",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as it stands on a Dutch keyboard."""
    parts = key.split("+") if key not in ("plus", "+") else [key]
    named = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt"}
    return "+".join(named.get(part) or _WORDS.get(part) or (part.upper() if len(part) <= 3 else part) for part in parts)
