"""The console in a terminal that is treated badly: resized a thousand times, fed with noise, put aside and taken up again."""

from __future__ import annotations

import fcntl
import os
import random
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.exercise.commands import NoteObservation, Start
from simulator.journal.verify import verify
from simulator.session import Session
from tests.exercise.builders import setting
from tests.tui.test_terminal import LEFT, Window

pytestmark = pytest.mark.endurance

ENTERED = b"\x1b[?1049h"
CONSOLE = b"Start/pauze"
RESIZES = 1_000
NOISE_SECONDS = 60
NOISE = bytes(set(range(256)) - {0x11, 0x13, 0x18, 0x1A, 0x1C})
"""Every byte but Ctrl+Q, Ctrl+X (this is real) and what a terminal keeps for itself: Ctrl+S, Ctrl+Z and Ctrl+\\."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An exercise that was begun, with a note in it."""
    small = setting()
    session = Session.create(tmp_path / "lang.oefening", small.scenario, small.landscape, seed=1)
    session.do(Start())
    session.do(NoteObservation(text="dit blijft staan"))
    session.close()
    return tmp_path / "lang.oefening"


@pytest.fixture
def console(file: Path) -> Iterator[Window]:
    screen = opened(file)
    yield screen
    ended(screen)


def opened(file: Path) -> Window:
    """The console on this exercise, in a window of an ordinary size."""
    screen = Window(file.parent, "-m", "tui", "play", str(file))
    resize(screen, 40, 120)
    screen.until(b"\x1b[?1049h")
    drained(screen, 2.0)
    return screen


def ended(screen: Window) -> None:
    if screen.process.poll() is None:
        screen.process.kill()
        screen.process.wait()
    screen.close()


def resize(screen: Window, rows: int, columns: int) -> None:
    """As a terminal does when its window is dragged."""
    fcntl.ioctl(screen.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    screen.process.send_signal(signal.SIGWINCH)


def drained(screen: Window, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and screen.process.poll() is None:
        screen.read()


def nothing_lost(screen: Window, file: Path, before: int) -> None:
    """The terminal was given back, and the file holds what it held and more."""
    assert b"Traceback" not in screen.seen
    assert LEFT in screen.seen
    assert verify(file).whole
    session = Session.open(file)
    assert len(session.recorded) >= before
    assert any(getattr(each.event, "text", "") == "dit blijft staan" for each in session.recorded)
    session.close()


def length(file: Path) -> int:
    """How many events the exercise holds."""
    session = Session.open(file)
    try:
        return len(session.recorded)
    finally:
        session.close()


def test_a_thousand_resizes_from_one_cell_to_a_wall_lose_nothing(console: Window, file: Path) -> None:
    draw = random.Random(7)
    for turn in range(RESIZES):
        extremes = ((1, 1), (200, 500), (1, 500), (200, 1))
        rows, columns = extremes[turn % 4] if turn % 10 < 4 else (draw.randint(1, 200), draw.randint(1, 500))
        resize(console, rows, columns)
        console.read()
        assert console.process.poll() is None, console.seen[-600:]
        console.seen = console.seen[-10_000:]
    resize(console, 24, 80)
    console.seen = b""
    console.until(CONSOLE)
    console.process.send_signal(signal.SIGTERM)
    assert console.ended() == 0
    nothing_lost(console, file, 2)


def test_a_minute_of_random_bytes_loses_nothing_and_leaves_the_terminal_clean(file: Path, tell: Callable[[str], None]) -> None:
    draw, sent, left, end = random.Random(11), 0, 0, time.monotonic() + NOISE_SECONDS
    while time.monotonic() < end:
        before, screen = length(file), opened(file)
        while time.monotonic() < end and screen.process.poll() is None:
            noise = bytes(draw.choice(NOISE) for _ in range(draw.randint(1, 64)))
            screen.type(noise)
            sent += len(noise)
            drained(screen, 0.1)
            screen.seen = screen.seen[-10_000:]
        left += screen.process.poll() is not None
        if screen.process.poll() is None:
            screen.process.send_signal(signal.SIGTERM)
        assert screen.ended() == 0
        nothing_lost(screen, file, before)
        ended(screen)
    tell(f"noise: {sent} bytes in {NOISE_SECONDS} s; {left} times it pressed q and the exercise was opened again")


def test_put_aside_and_taken_up_again_the_console_goes_on(console: Window, file: Path) -> None:
    for _ in range(3):
        console.seen = b""
        console.process.send_signal(signal.SIGTSTP)
        console.until(LEFT)
        stopped(console)
        console.seen = b""
        console.process.send_signal(signal.SIGCONT)
        console.until(ENTERED)
        console.until(CONSOLE)
    console.process.send_signal(signal.SIGTERM)
    assert console.ended() == 0
    nothing_lost(console, file, 2)


def stopped(screen: Window) -> None:
    """Wait until the process stands still."""
    pid, status = os.waitpid(screen.process.pid, os.WUNTRACED)
    assert pid == screen.process.pid
    assert os.WIFSTOPPED(status)
