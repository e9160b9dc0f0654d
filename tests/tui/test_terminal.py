"""The screens in a real terminal: what comes in may be anything, and going away leaves it clean."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.journal.verify import verify
from simulator.session import Session
from tests.exercise.builders import setting
from tui.terminal import Patient

ROOT = Path(__file__).resolve().parents[2]
LEFT = b"\x1b[?1049l"
"""What gives the terminal back."""
LIMIT = 20.0
"""Seconds that a test waits for what must come."""


class Window:
    """A terminal window with a program in it."""

    def __init__(self, folder: Path, *command: str) -> None:
        self.master, slave = pty.openpty()
        surroundings = {**os.environ, "TERM": "xterm-256color", "XDG_DATA_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
        surroundings["PYTHONPATH"] = str(ROOT)
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=surroundings,
            cwd=folder,
            start_new_session=True,
        )
        os.close(slave)
        self.seen = b""
        self.open = True

    def read(self) -> None:
        if select.select([self.master], [], [], 0.05)[0]:
            try:
                self.seen += os.read(self.master, 1 << 16)
            except OSError:
                time.sleep(0.01)

    def until(self, what: bytes) -> None:
        """Read until this stands on the screen."""
        end = time.monotonic() + LIMIT
        while what not in self.seen:
            assert time.monotonic() < end, self.seen[-800:]
            self.read()

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def ended(self) -> int:
        """The exit code, once it has ended."""
        end = time.monotonic() + LIMIT
        while self.process.poll() is None:
            assert time.monotonic() < end, "it did not end"
            if self.open:
                self.read()
            else:
                time.sleep(0.02)
        for _ in range(3):
            if self.open:
                self.read()
        return self.process.returncode

    def close(self) -> None:
        """Close the window, as a person does with the mouse."""
        if self.open:
            self.open = False
            os.close(self.master)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Callable[..., Window]]:
    opened: list[Window] = []

    def make(*command: str) -> Window:
        opened.append(Window(tmp_path, *command))
        return opened[-1]

    yield make
    for each in opened:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait()
        each.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    small = setting()
    Session.create(tmp_path / "dinsdag.oefening", small.scenario, small.landscape, seed=1).close()
    return tmp_path / "dinsdag.oefening"


def test_a_latin_1_paste_and_random_bytes_do_not_end_the_screen(window: Callable[..., Window], file: Path) -> None:
    screen = window("-m", "tui", "seat", str(file), "--role", "burgemeester")
    screen.until(b"Versturen")
    screen.type(b"caf\xe9 \xff\xfe\x80\xc3")
    screen.type("é".encode())
    screen.until("�".encode())
    screen.type(b"\x11")
    assert screen.ended() == 0
    assert LEFT in screen.seen


@pytest.mark.parametrize("signal_", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_the_console_with_a_clean_terminal_and_a_whole_file(
    window: Callable[..., Window], file: Path, signal_: signal.Signals
) -> None:
    screen = window("-m", "tui", "play", str(file))
    screen.until(b"Verder naar")
    screen.process.send_signal(signal_)
    assert screen.ended() == 0
    assert LEFT in screen.seen
    assert b"Traceback" not in screen.seen
    Session.open(file).close()
    assert verify(file).whole


def test_a_closed_window_ends_the_program(window: Callable[..., Window], file: Path) -> None:
    screen = window("-m", "tui", "project", str(file))
    screen.until(b"O E F E N I N G")
    screen.close()
    assert screen.ended() in (0, -signal.SIGHUP)
    Session.open(file).close()


def test_a_file_that_is_not_there_is_told_in_the_terminal(window: Callable[..., Window]) -> None:
    screen = window("-m", "tui", "project", "er-is-niets.oefening")
    assert screen.ended() == 1
    told = screen.seen.rpartition(LEFT)[2]
    assert b"bestaat niet" in told
    assert b"Traceback" not in told


def test_a_bug_is_one_line_and_a_file(window: Callable[..., Window], tmp_path: Path) -> None:
    script = (
        "import sys, tui.screens.start as start\n"
        "def broken(self, shelf): raise ZeroDivisionError('proef')\n"
        "start.StartScreen.fill = broken\n"
        "from tui.__main__ import main\n"
        "sys.exit(main([]))\n"
    )
    screen = window("-c", script)
    assert screen.ended() == 3
    told = screen.seen.rpartition(LEFT)[2].decode()
    assert "Ontregeld maakte zelf een fout" in told
    assert "Traceback" not in told
    (kept,) = tmp_path.rglob("fout-*.txt")
    assert "ZeroDivisionError: proef" in kept.read_text(encoding="utf-8")


def test_a_screen_without_a_terminal_is_wrong_usage(tmp_path: Path) -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tui"], input="", capture_output=True, text=True, env=surroundings, cwd=tmp_path, check=False
    )
    assert done.returncode == 2
    assert "terminal" in done.stderr
    assert done.stdout == ""


def test_writing_to_a_window_that_has_gone_breaks_nothing() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    gone = os.fdopen(writer, "w")
    patient = Patient(gone)
    assert patient.write("weg" * 10_000) == 30_000
    patient.flush()
    with contextlib.suppress(BrokenPipeError):
        gone.close()
