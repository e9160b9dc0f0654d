"""Our own bugs: one Dutch line for the person, the traceback in a file that the line names."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path


def log_folder() -> Path:
    """The user's own folder for logs and tracebacks: never the terminal, which the screen is drawn on."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Ontregeld" / "log"
    return Path(os.environ.get("XDG_STATE_HOME", str(Path.home() / ".local" / "state"))) / "ontregeld"


def log_to_file() -> None:
    """Send all logging and warnings to a file; nothing may be written through the screen."""
    logging.captureWarnings(True)
    try:
        log_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
        handler: logging.Handler = logging.FileHandler(log_folder() / "ontregeld.log", encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def write_traceback(error: BaseException) -> Path | None:
    """Where the traceback was written; None when it could not be written anywhere."""
    text = "".join(traceback.format_exception(error))
    name = f"fout-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    for folder in (log_folder(), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (folder / name).write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return folder / name
    return None


def apology(error: BaseException) -> str:
    """The one line for the person, after the traceback was written."""
    file = write_traceback(error)
    where = f"Wat er misging staat in {file}." if file else "De technische gegevens konden niet worden bewaard."
    return f"Er ging iets mis in Ontregeld zelf. De oefening is bewaard tot en met de laatste handeling. {where}"
