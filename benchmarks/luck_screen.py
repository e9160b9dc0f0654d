"""How fast the debrief answers a key while luck is weighed beside it, against how fast it does when nothing is.

    python -m benchmarks.luck_screen [TURNS] [KEYS]

The debrief of a rehearsal of `alles-op-slot`, in a pty of 120x40. The key is a step along the line of time: the board of another
minute. Turns of KEYS alternate between idle and weighing, so that other work on the machine slows both alike. Goal: p95 while
weighing at most 1.5 times idle.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from benchmarks.screen import ROOT, Terminal
from tui.debrief.sections import numbered

RIGHT, LEFT = b"\x1b[C", b"\x1b[D"
BEGIN, STOP = b"\r", b"\x1b"
LUCK, COURSE = (next(key for key, part in numbered() if part.id == name).encode() for name in ("geluk", "verloop"))


def rehearsed(folder: Path) -> Path:
    """An exercise that was played to its end."""
    file = folder / "meting.oefening"
    command = [sys.executable, "-m", "simulator", "rehearse", "alles-op-slot", "--script", "typisch", "-o", str(file)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return file


def steps(terminal: Terminal, count: int) -> list[tuple[float, float]]:
    """Seconds to the first and to the last thing painted, of so many steps there and back."""
    keys = [RIGHT] * (count // 2) + [LEFT] * (count - count // 2)
    return [terminal.press(key) for key in keys]


def press(terminal: Terminal, *keys: bytes) -> None:
    for key in keys:
        os.write(terminal.master, key)
        terminal.settle(0.4)


def weighing(terminal: Terminal) -> None:
    """Begin to weigh, wait until it is well under way, and go back to the line of time."""
    seen = len(terminal.seen)
    os.write(terminal.master, LUCK)
    terminal.settle(0.4)
    os.write(terminal.master, BEGIN)
    while b"Toekomsten doorrekenen" not in terminal.seen[seen:]:
        terminal.read(0.5)
    os.write(terminal.master, COURSE)
    terminal.settle(0.4)


def told(name: str, seconds: list[float], base: list[float]) -> None:
    p50, p95 = median(seconds), quantiles(seconds, n=20)[-1]
    base50, base95 = median(base), quantiles(base, n=20)[-1]
    print(f"  {name:<10} p50 {p50 * 1000:7.1f} ms ({p50 / base50:5.2f}x)   p95 {p95 * 1000:7.1f} ms ({p95 / base95:5.2f}x)")


def main(turns: int = 4, keys: int = 40) -> None:
    """Measure, and print medians, p95 and ratios."""
    idle: list[tuple[float, float]] = []
    busy: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        terminal = Terminal([sys.executable, "-m", "tui", "debrief", str(rehearsed(folder))], folder)
        try:
            terminal.until(b"Werkelijk")
            terminal.settle()
            press(terminal, COURSE)
            steps(terminal, 10)
            for _ in range(turns):
                idle += steps(terminal, keys)
                weighing(terminal)
                busy += steps(terminal, keys)
                press(terminal, LUCK, STOP, COURSE)
        finally:
            terminal.end()
    for title, part in (("Key to first repaint", 0), ("Key to last repaint", 1)):
        print(title)
        base = [each[part] for each in idle]
        told("idle", base, base)
        told("weighing", [each[part] for each in busy], base)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
