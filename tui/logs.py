"""Logging goes to a file: the screen is drawn on stderr, so nothing else may be written there."""

from __future__ import annotations

import logging

from simulator.cli.places import state_folder


def log_to_file() -> None:
    """Send warnings and worse to `ontregeld.log`; nowhere when that folder cannot be written."""
    logging.captureWarnings(True)
    handler: logging.Handler
    try:
        state_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = logging.FileHandler(state_folder() / "ontregeld.log", encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
