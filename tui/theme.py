"""The colours: a dark and a light theme in which every text pair has a contrast of 7:1 or better.

Style sheets use the variables, never a colour of their own. A text colour out of `TEXT` goes on a ground out of `GROUND`;
whatever else may stand together is listed in `PAIRS`. A test computes them all.
"""

from __future__ import annotations

from textual.theme import Theme

TEXT = ("foreground", "text-muted", "text-accent", "text-error", "text-warning", "text-success")
"""Text colours for any of the grounds. Status always has a sign and a word besides its colour."""

GROUND = ("background", "surface", "panel")
"""Backgrounds: the screen, what lies on it, and what lies on that."""

PAIRS = (
    *((text, ground) for text in TEXT for ground in GROUND),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("foreground", "block-hover-background"),
    ("band-text", "band"),
    ("real-text", "real"),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("button-color-foreground", "primary"),
    ("button-foreground", "surface"),
)
"""(text, ground) variables that stand together on a screen."""


def _theme(
    *, name: str, dark: bool, ground: tuple[str, str, str], text: str, muted: str, accent: str, on_accent: str,
    error: str, warning: str, success: str, line: str, selection: str,
) -> Theme:  # fmt: skip
    background, surface, panel = ground
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        error=error,
        warning=warning,
        success=success,
        foreground=text,
        background=background,
        surface=surface,
        panel=panel,
        boost=panel,
        variables={
            "text": text,
            "text-muted": muted,
            "text-disabled": muted,
            "foreground-muted": muted,
            "foreground-disabled": muted,
            "text-primary": accent,
            "text-secondary": accent,
            "text-accent": accent,
            "text-error": error,
            "text-warning": warning,
            "text-success": success,
            "block-cursor-foreground": on_accent,
            "block-cursor-background": accent,
            "block-cursor-text-style": "none",
            "block-cursor-blurred-foreground": text,
            "block-cursor-blurred-background": panel,
            "block-cursor-blurred-text-style": "none",
            "block-hover-background": panel,
            "border": accent,
            "border-blurred": line,
            "scrollbar": line,
            "scrollbar-hover": muted,
            "scrollbar-active": accent,
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
            "link-color": accent,
            "link-color-hover": on_accent,
            "link-background-hover": accent,
            "footer-background": background,
            "footer-foreground": muted,
            "footer-key-foreground": accent,
            "footer-description-foreground": muted,
            "input-cursor-foreground": background,
            "input-cursor-background": text,
            "input-selection-background": selection,
            "input-selection-foreground": text,
            "screen-selection-background": selection,
            "screen-selection-foreground": text,
            "button-foreground": text,
            "button-color-foreground": on_accent,
            "button-focus-text-style": "bold",
            "line": line,
            "band": "#ffd166",
            "band-text": "#1a1508",
            "real": "#8c0d14",
            "real-text": "#ffffff",
        },
    )


DARK = _theme(
    name="ontregeld-donker", dark=True, ground=("#0d131a", "#141c25", "#1c2631"),
    text="#f1f4f7", muted="#b6c2ce", accent="#8ccbff", on_accent="#07121c",
    error="#ffaba1", warning="#ffd166", success="#95e0ad", line="#3a4a5a", selection="#2c4a66",
)  # fmt: skip
"""For a dim room and the projector."""

LIGHT = _theme(
    name="ontregeld-licht", dark=False, ground=("#f8f6f1", "#ffffff", "#ece8df"),
    text="#14171b", muted="#3d444e", accent="#0b4470", on_accent="#ffffff",
    error="#8c1016", warning="#5c3a00", success="#0a4f27", line="#b8b1a3", selection="#c9dcec",
)  # fmt: skip
"""For a bright room."""

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
