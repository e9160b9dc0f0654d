"""Letters that can be read from the back of the room, drawn with half blocks and scaled to the space there is."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from simulator.plain import plain

_HEIGHT = 5
_DRAWN = {
    "A": ".##. #..# #### #..# #..#", "B": "###. #..# ###. #..# ###.", "C": ".### #... #... #... .###",
    "D": "###. #..# #..# #..# ###.", "E": "#### #... ###. #... ####", "F": "#### #... ###. #... #...",
    "G": ".### #... #.## #..# .###", "H": "#..# #..# #### #..# #..#", "I": "### .#. .#. .#. ###",
    "J": "..## ...# ...# #..# .##.", "K": "#..# #.#. ##.. #.#. #..#", "L": "#... #... #... #... ####",
    "M": "#...# ##.## #.#.# #...# #...#", "N": "#..# ##.# #.## #..# #..#", "O": ".##. #..# #..# #..# .##.",
    "P": "###. #..# ###. #... #...", "Q": ".##. #..# #..# #.#. .#.#", "R": "###. #..# ###. #.#. #..#",
    "S": ".### #... .##. ...# ###.", "T": "##### ..#.. ..#.. ..#.. ..#..", "U": "#..# #..# #..# #..# .##.",
    "V": "#...# #...# .#.#. .#.#. ..#..", "W": "#...# #...# #.#.# ##.## #...#", "X": "#..# #..# .##. #..# #..#",
    "Y": "#...# .#.#. ..#.. ..#.. ..#..", "Z": "#### ...# .##. #... ####", "0": ".##. #..# #..# #..# .##.",
    "1": ".#. ##. .#. .#. ###", "2": "###. ...# .##. #... ####", "3": "###. ...# .##. ...# ###.",
    "4": "#..# #..# #### ...# ...#", "5": "#### #... ###. ...# ###.", "6": ".##. #... ###. #..# .##.",
    "7": "#### ...# ..#. .#.. .#..", "8": ".##. #..# .##. #..# .##.", "9": ".##. #..# .### ...# .##.",
    " ": ".. .. .. .. ..", ":": ". # . # .", "-": "... ... ### ... ...", "?": "###. ...# .##. .... .#..",
    "!": "# # # . #", ".": ". . . . #", ",": ".. .. .. .# #.", "'": "# # . . .", "/": "...# ..#. .##. .#.. #...",
    "(": ".# #. #. #. .#", ")": "#. .# .# .# #.", "%": "#..# ..#. .##. .#.. #..#", "+": "... .#. ### .#. ...",
    "&": ".#.. #.#. .#.. #.## .##.",
}  # fmt: skip
_GLYPHS = {letter: tuple(drawing.split()) for letter, drawing in _DRAWN.items()}
_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def _drawable(text: str) -> str:
    """Capitals without accents."""
    dashed = plain(text).replace("–", "-").replace("—", "-").replace("’", "'").replace("\n", " ")
    apart = unicodedata.normalize("NFD", dashed.upper())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _width(word: str) -> int:
    """Pixels across, without a gap at the end."""
    return sum(len(_GLYPHS[letter][0]) + 1 for letter in word) - 1


@lru_cache(maxsize=64)
def lines(text: str, columns: int) -> tuple[str, ...] | None:
    """The text broken into lines of at most so many pixels; None when a letter cannot be drawn or a word does not fit."""
    words = _drawable(text).split()
    if not words or any(letter not in _GLYPHS for word in words for letter in word):
        return None
    broken = [words[0]]
    for word in words[1:]:
        if _width(f"{broken[-1]} {word}") <= columns:
            broken[-1] += f" {word}"
        else:
            broken.append(word)
    return tuple(broken) if all(_width(line) <= columns for line in broken) else None


def rows(scale: int, count: int) -> int:
    """Screen rows that so many lines take, with a gap of one between them."""
    return count * ((_HEIGHT * scale + 1) // 2) + (count - 1)


@lru_cache(maxsize=64)
def drawn(line: str, scale: int) -> tuple[str, ...]:
    """One line as screen rows."""
    pixels = [".".join(_GLYPHS[letter][row] for letter in line) for row in range(_HEIGHT)]
    large = ["".join(pixel * scale for pixel in row) for row in pixels for _ in range(scale)]
    if len(large) % 2:
        large.append("." * len(large[0]))
    pairs = zip(large[::2], large[1::2], strict=True)
    return tuple("".join(_BLOCKS[up == "#", down == "#"] for up, down in zip(*pair, strict=True)) for pair in pairs)


def fit(text: str, columns: int, height: int, largest: int) -> tuple[int, tuple[str, ...]] | None:
    """The largest scale that fits, with its lines; None when even the smallest does not."""
    for scale in range(largest, 0, -1):
        broken = lines(text, columns // scale)
        if broken is not None and rows(scale, len(broken)) <= height:
            return scale, broken
    return None


class Big(Widget):
    """A few words, as large as the room allows; plain bold text where they do not fit."""

    DEFAULT_CSS = """
    Big { width: 1fr; height: auto; text-style: bold; }
    """

    def __init__(
        self, text: str = "", *, share: float = 0.3, largest: int = 4, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._text = plain(text)
        self._share = share
        self._largest = largest
        self._most = largest
        """How large it may be now: less when it had to give way."""

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str) -> None:
        """Say something else."""
        if plain(text) != self._text:
            self._text = plain(text)
            self.refresh(layout=True)

    def at_full_size(self) -> None:
        """As large as it may be again."""
        if self._most != self._largest:
            self._most = self._largest
            self.refresh(layout=True)

    def give_way(self) -> bool:
        """One size smaller, down to plain text; whether that could be done."""
        fitted = self._fitted(self.size.width)
        if fitted is None:
            return False
        self._most = fitted[0] - 1
        self.refresh(layout=True)
        return True

    def _fitted(self, columns: int) -> tuple[int, tuple[str, ...]] | None:
        height = max(3, int(self.screen.size.height * self._share))
        return fit(self._text, columns, height, self._most)

    def _plainly(self, columns: int) -> list[str]:
        from textual.content import Content

        return [line.plain for line in Content(self._text).wrap(max(1, columns))] if self._text else []

    def get_content_width(self, container: Size, viewport: Size) -> int:
        fitted = self._fitted(container.width)
        if fitted is None:
            return min(container.width, max((len(line) for line in self._plainly(container.width)), default=0))
        scale, broken = fitted
        return max(_width(line) for line in broken) * scale

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        fitted = self._fitted(width)
        if fitted is None:
            return len(self._plainly(width))
        scale, broken = fitted
        return rows(scale, len(broken))

    def _rows(self, width: int) -> list[str]:
        fitted = self._fitted(width)
        if fitted is None:
            return self._plainly(width)
        scale, broken = fitted
        out: list[str] = []
        for line in broken:
            out += [*([""] if out else []), *drawn(line, scale)]
        return out

    def render_line(self, y: int) -> Strip:
        rows_ = self._rows(self.size.width)
        text = rows_[y] if y < len(rows_) else ""
        style: Style = self.rich_style
        if self.styles.text_align == "center":
            text = text.center(self.size.width)
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, style)
