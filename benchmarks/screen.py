"""How fast the screens are, beside an empty Textual app: first frame, and key to repaint.

    python benchmarks/screen.py [ROUNDS] [KEYS]

Both run in a terminal of their own (a pty of 120x40), the first frames taking turns, so that a busy machine slows both alike.
First frame: from the start of the process to the first text on the screen. Key to repaint: from the key to the first
thing that it painted; a screen may paint more after it (the list first, then what is told of the chosen line).
Goals: first frame at most 1.3 times, key to repaint (p95) at most 2 times the empty app.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("leeg 0")
    def on_key(self, event):
        self.count = getattr(self, "count", 0) + 1
        self.query_one(Static).update(f"leeg {self.count}")
Empty().run()
"""
TABLE = """
from textual.app import App
from textual.widgets import DataTable
class Table(App):
    def compose(self):
        yield DataTable(cursor_type="row")
    def on_mount(self):
        self.query_one(DataTable).add_columns("Nummer", "Naam")
        self.query_one(DataTable).add_rows((f"rij {row}", "Burgerzaken") for row in range(60))
Table().run()
"""
"""What a list that moves a cursor costs at the least."""
QUIET = 0.15
"""Seconds without output after which a repaint is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A program, the text that its first frame holds, and the keys that make it repaint."""

    name: str
    command: list[str]
    first: bytes
    ready: bytes
    """Stands on the screen when keys can be measured."""
    prepare: tuple[bytes, ...]
    keys: tuple[bytes, ...]


class Terminal:
    """A program in a pty."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        surroundings = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(folder)}
        surroundings |= {"XDG_STATE_HOME": str(folder), "TEXTUAL_ANIMATIONS": "none"}
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=surroundings, cwd=folder, start_new_session=True
        )
        os.close(slave)
        self.seen = b""

    def read(self, seconds: float) -> bytes:
        """What comes within so many seconds; empty when nothing does."""
        if not select.select([self.master], [], [], seconds)[0]:
            return b""
        data = os.read(self.master, 1 << 16)
        self.seen += data
        return data

    def until(self, text: bytes, limit: float = 20.0) -> float:
        """Seconds since the start at which this text had come."""
        end = time.perf_counter() + limit
        while text not in self.seen:
            if time.perf_counter() > end:
                raise TimeoutError(f"{text!r} never came; the last was {self.seen[-500:]!r}")
            self.read(0.5)
        return time.perf_counter() - self.began

    def settle(self, seconds: float = 0.5) -> None:
        """Read until nothing comes any more."""
        while self.read(seconds):
            pass

    def press(self, key: bytes) -> tuple[float, float]:
        """Seconds from the key to the first thing that it painted, and to the last."""
        began = time.perf_counter()
        os.write(self.master, key)
        self.read(2.0)
        first = last = time.perf_counter()
        while self.read(QUIET):
            last = time.perf_counter()
        return first - began, last - began

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def first_frame(contender: Contender, folder: Path) -> float:
    terminal = Terminal(contender.command, folder)
    try:
        return terminal.until(contender.first)
    finally:
        terminal.end()


def repaints(contender: Contender, folder: Path, count: int) -> list[tuple[float, float]]:
    terminal = Terminal(contender.command, folder)
    try:
        terminal.until(contender.ready)
        terminal.settle()
        for key in contender.prepare:
            os.write(terminal.master, key)
            terminal.settle(1.0)
        return [terminal.press(contender.keys[turn % len(contender.keys)]) for turn in range(count)]
    finally:
        terminal.end()


def contenders(folder: Path) -> tuple[Contender, ...]:
    """The empty app first; the rest is compared with it."""
    python, down, up = sys.executable, b"\x1b[B", b"\x1b[A"
    main = [python, "-m", "tui"]
    file = folder / "ontregeld" / "oefeningen" / "meting.oefening"
    seat = [*main, "seat", str(file), "--role", "burgemeester"]
    return (
        Contender(
            name="empty Textual app", command=[python, "-c", EMPTY], first=b"leeg", ready=b"leeg", prepare=(), keys=(b"x",),
        ),
        Contender(
            name="Textual's own table", command=[python, "-c", TABLE], first=b"rij 0", ready=b"rij 9",
            prepare=(), keys=(down, down, up),
        ),
        Contender(
            name="console", command=[*main, "play", "alles-op-slot", "-o", str(file)], first=b"klaargezet", ready=b"Verder",
            prepare=(b"\r",), keys=(down, down, up),
        ),
        Contender(name="start screen", command=main, first=b"bibliotheek", ready=b"Leerdoelen", prepare=(), keys=(down, up)),
        Contender(name="seat", command=seat, first=b"klaargezet", ready=b"Versturen", prepare=(), keys=(b"a", b"b", b"c")),
    )  # fmt: skip


def report(title: str, found: dict[str, list[float]]) -> None:
    """Medians and p95, and how they compare with the first."""
    print(title)
    base = next(iter(found.values()))
    base50, base95 = median(base), quantiles(base, n=20)[-1]
    for name, seconds in found.items():
        p50, p95 = median(seconds), quantiles(seconds, n=20)[-1]
        print(f"  {name:<20} p50 {p50 * 1000:7.1f} ms ({p50 / base50:5.2f}x)   p95 {p95 * 1000:7.1f} ms ({p95 / base95:5.2f}x)")


def main(rounds: int = 15, keys: int = 60) -> None:
    """Measure, and print medians, p95 and ratios."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        everybody = contenders(folder)
        painted = {each.name: repaints(each, folder, keys) for each in everybody}
        frames: dict[str, list[float]] = {each.name: [] for each in everybody}
        for _ in range(rounds):
            for each in everybody:
                frames[each.name].append(first_frame(each, folder))
    report("First frame", frames)
    report("Key to first repaint", {name: [first for first, _ in found] for name, found in painted.items()})
    report("Key to last repaint", {name: [last for _, last in found] for name, found in painted.items()})


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
