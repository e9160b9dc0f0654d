"""The terminal: what comes in may be anything, and when it goes, nothing of the exercise goes with it."""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import os
import selectors
import signal
import sys
from collections.abc import Callable
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

_READ = 4096
_LAST_SIGNALS = ("SIGHUP", "SIGTERM", "SIGINT")


class Patient:
    """The terminal to write on. When it has gone (its window was closed), writing goes nowhere and breaks nothing."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError, ValueError):
            return self._file.write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


def driver() -> type[Driver] | None:
    """The driver to run the screens with; None for Textual's own choice (Windows hands over text, not bytes)."""
    if sys.platform == "win32" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    return _forgiving()


def _forgiving() -> type[Driver]:
    from textual._parser import ParseError
    from textual._xterm_parser import XTermParser
    from textual.app import App
    from textual.drivers.linux_driver import LinuxDriver

    class ForgivingDriver(LinuxDriver):
        """Textual's driver, except that bytes that are no UTF-8 become a sign instead of the end (textual#6456)."""

        def __init__(
            self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
        ) -> None:
            super().__init__(app, debug=debug, mouse=mouse, size=size)
            self._file = Patient(sys.__stderr__)  # type: ignore[assignment,arg-type]

        def run_input_thread(self) -> None:
            """Read until told to stop, or until the terminal has gone."""
            decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
            parser = XTermParser(self._debug)
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    if selector.select(0.1):
                        data = self._read()
                        if not data:
                            self._app.call_later(self._app.exit)
                            return
                        self._hear(parser, decode(data))
                    for event in parser.tick():
                        self.process_message(event)
            with contextlib.suppress(EOFError, ParseError):
                list(parser.feed(""))

        def _hear(self, parser: XTermParser, text: str) -> None:
            """Half a character is no text yet, and to the parser no text means the end."""
            if text:
                for event in parser.feed(text):
                    self.process_message(event)

        def _run_input_thread(self) -> None:
            """A bug in this thread is told to `threading.excepthook`, as in any other thread; not drawn by Textual."""
            self.run_input_thread()

        def _read(self) -> bytes:
            """What was typed; empty when the terminal has gone."""
            try:
                return os.read(self.fileno, _READ)
            except OSError:
                return b""

    return ForgivingDriver


def leave_on_signals(leave: Callable[[], None]) -> None:
    """A closed window, a kill or a shutdown ends the app in order: file closed, terminal given back."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for name in _LAST_SIGNALS:
        with contextlib.suppress(RuntimeError, ValueError):  # not on the main thread, as in a test
            loop.add_signal_handler(getattr(signal, name), leave)
