"""Weighing luck in a process beside the screen: started when asked, ended at once when asked, never left behind.

A process with pipes of its own, not `multiprocessing`: that one hands on the standard streams, which Textual has taken, and so
it cannot be started, or started again, while an app runs.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.insight.luck.values import Luck

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """How far it is."""

    what: str
    part: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slow:
    """It will take longer, and why."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What came out."""

    luck: Luck


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """It cannot be weighed, and why."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Died:
    """The process ended without an answer, and nobody here asked it to."""


Answer = Doing | Slow | Weighed | Refused | Died


class Reckoner:
    """At most one weighing at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = 0
        self._lock = threading.Lock()

    @property
    def pid(self) -> int:
        """The process that weighs; 0 for none."""
        return self._process.pid if self._process is not None else 0

    def start(self, file: Path, tell: Callable[[Answer], object], *, futures: int | None = None) -> None:
        """Weigh the exercise in this file. `tell` hears the answers, on another thread; after `stop` nothing more."""
        self.stop()
        turn = self._turn
        threading.Thread(target=self._ask, args=(turn, file, futures, tell), name="reckoner", daemon=True).start()

    def stop(self) -> None:
        """End it, at once."""
        with self._lock:
            self._turn += 1
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            _close(process)

    def _ask(self, turn: int, file: Path, futures: int | None, tell: Callable[[Answer], object]) -> None:
        with self._lock:
            if turn != self._turn:
                return
            process = self._process = _begin()
        last: Answer = Died()
        with suppress(OSError, EOFError, pickle.UnpicklingError, ValueError):
            if process.stdin is None or process.stdout is None:
                raise EOFError
            process.stdin.write(json.dumps({"file": str(file.resolve()), "futures": futures}).encode() + b"\n")
            process.stdin.flush()
            last = self._listen(turn, process.stdout, tell)
        with self._lock:
            if turn != self._turn:
                return
            self._process = None
        process.kill()
        process.wait()
        _close(process)
        tell(last)

    def _listen(self, turn: int, answers: IO[bytes], tell: Callable[[Answer], object]) -> Answer:
        """Pass on how far it is; the last answer. EOFError when none comes."""
        while True:
            answer = _read(pickle.load(answers))
            if isinstance(answer, Weighed | Refused):
                return answer
            if turn == self._turn:
                tell(answer)


def _begin() -> subprocess.Popen[bytes]:
    """The process; what it complains of goes to the log. A signal to this terminal does not reach it."""
    places = [str(ROOT), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    apart = {"process_group": 0}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS}
    with _log() as log:
        process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, "-P", "-m", "tui.reckoning"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, env=surroundings, **apart,  # type: ignore[call-overload]
        )  # fmt: skip
    return process


def _log() -> IO[bytes]:
    from simulator.cli.places import state_folder

    try:
        return (state_folder() / "ontregeld.log").open("ab")
    except OSError:
        return open(os.devnull, "ab")


def _close(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def _read(answer: tuple[object, ...]) -> Answer:
    match answer:
        case ("doing", str(what), float(part)):
            return Doing(what=what, part=part)
        case ("slow", str(words)):
            return Slow(words=words)
        case ("refused", str(words)):
            return Refused(words=words)
        case ("done", luck):
            return Weighed(luck=luck)  # type: ignore[arg-type]
        case _:
            raise EOFError
