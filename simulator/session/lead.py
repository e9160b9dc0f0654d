"""Only one console leads an exercise: a lock that the system itself lets go when the process dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from simulator.errors import JournalUnavailable, reason


class Lead:
    """The lock, in a file of its own beside the exercise file (which nobody else may open)."""

    def __init__(self, path: Path) -> None:
        """Take the lead. JournalUnavailable when another console has it."""
        self._path = path.with_name(f"{path.name}-leiding")
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            _lock(self._file)
        except BlockingIOError as taken:
            os.close(self._file)
            raise JournalUnavailable(
                f"Deze oefening wordt al geleid in een ander venster: {path}. Sluit dat venster, of kijk mee met "
                f"'ontregeld project' of 'ontregeld seat'."
            ) from taken
        except OSError as error:
            raise JournalUnavailable(f"In de map van {path} kan niet geschreven worden: {reason(error)}.") from error

    def release(self) -> None:
        """Let go, once; the lock file stays, empty."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
