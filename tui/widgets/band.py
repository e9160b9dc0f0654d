"""The mark that every screen for players carries, so that nobody takes the exercise for real, or the other way round."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

MARK = "OEFENING"


class Band(Static):
    """A band across the screen: OEFENING, or that this is real."""

    DEFAULT_CSS = """
    Band {
        width: 1fr; height: 1; padding: 0 2; text-align: center; text-style: bold; background: $band; color: $band-text;
        &.-real { background: $real; color: $real-text; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(Content(_spaced(MARK)), id=id)

    def tell(self, mark: str) -> None:
        """Show the mark of this moment."""
        self.set_class(mark != MARK, "-real")
        self.update(Content(_spaced(mark) if mark == MARK else mark))


def _spaced(word: str) -> str:
    return " ".join(word)
