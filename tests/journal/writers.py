"""Writers in processes of their own, that can be killed at any instant."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]


class Writers:
    """One writer at a time, bred anew after each kill."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.acknowledged: dict[int, str] = {}
        """Hash by sequence number, of all that was ever acknowledged."""
        self.late = 0
        """How often a writer had to catch up."""
        self._brood = subprocess.Popen(
            [sys.executable, "-m", "tests.journal.brood"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        assert self._brood.stdin is not None
        assert self._brood.stdout is not None
        self._in, self._out = self._brood.stdin, os.fdopen(os.dup(self._brood.stdout.fileno()), "r", encoding="utf-8")
        self._pid = 0
        self._open = False

    def breed(self) -> None:
        """A new writer; it may still be opening the file."""
        self._open = False
        self._tell(f"fork {max(self.acknowledged, default=0)} {self.path}")
        while not self._pid:
            self._hear()

    def ready(self) -> None:
        """Wait until the writer has the file open."""
        while not self._open:
            self._hear_alive()

    def append(self, amount: int) -> None:
        """Append and wait until it is acknowledged."""
        wanted = len(self.acknowledged) + amount
        self.begin(f"append {amount}")
        self.hear_out(wanted)

    def hear_out(self, wanted: int) -> None:
        """Wait until so many events were ever acknowledged."""
        while len(self.acknowledged) < wanted:
            self._hear_alive()

    def begin(self, command: str) -> None:
        """Tell the writer, and do not wait."""
        self._tell(command)

    def kill(self) -> None:
        """Kill the writer with SIGKILL, and take note of all that it acknowledged."""
        os.kill(self._pid, signal.SIGKILL)
        while self._pid:
            self._hear()

    def close(self) -> None:
        if self._pid:
            self.kill()
        self._in.close()
        self._brood.wait()
        self._out.close()
        assert self._brood.stdout is not None
        self._brood.stdout.close()

    def __enter__(self) -> Writers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _tell(self, line: str) -> None:
        self._in.write(f"{line}\n".encode())

    def _hear_alive(self) -> None:
        self._hear()
        if not self._pid:
            raise AssertionError("the writer died of itself")

    def _hear(self) -> None:
        match self._out.readline().split():
            case ["born", pid]:
                self._pid = int(pid)
            case ["ack", seq, hash]:
                self.acknowledged[int(seq)] = hash
            case ["late"]:
                self.late += 1
            case ["dead"]:
                self._pid = 0
            case ["open", _]:
                self._open = True
            case words:
                raise AssertionError(f"the writers said {words}")
