"""Where the program may leave something of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def state_folder() -> Path:
    """The user's folder for what the program keeps between runs; not made here, and on no system a synced one."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Ontregeld"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Ontregeld"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "ontregeld"
