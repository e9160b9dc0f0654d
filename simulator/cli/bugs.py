"""What is left of a mistake of our own: a file with the technical details, for whoever mends it."""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from simulator import MODEL_VERSION, __version__
from simulator.cli.places import state_folder


def keep_bug(error: BaseException) -> Path | None:
    """Write the traceback to a file that only the user may read; None when no folder would have it."""
    import sqlite3

    report = "".join(
        [
            f"Ontregeld {__version__}, model {MODEL_VERSION}, Python {platform.python_version()}, ",
            f"SQLite {sqlite3.sqlite_version}, {platform.platform()}\n\n",
            *traceback.format_exception(error),
        ]
    )
    name = f"fout-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    for folder in (state_folder(), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(folder / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except OSError:
            continue
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as opened:
            opened.write(report)
        return folder / name
    return None


def bug_line(error: BaseException) -> str:
    """The one line for the person."""
    kept = keep_bug(error)
    if kept is None:
        return f"Ontregeld maakte zelf een fout ({type(error).__name__}) en kon de technische gegevens nergens bewaren."
    return f"Ontregeld maakte zelf een fout. De technische gegevens staan in {kept}; stuur dat bestand mee als u het meldt."
