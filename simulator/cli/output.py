"""Where words go: what was asked for to stdout, all talk to stderr, and nothing in them that steers a terminal."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path

from simulator.errors import CommandRefused, OutputFailed, reason
from simulator.plain import plain


def prepare_streams() -> None:
    """UTF-8 and LF on every system, whatever is not text replaced; a stream that was closed swallows all."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def show(text: str) -> None:
    """A piece of what was asked for, on lines of its own."""
    _write(plain(text) + "\n")


def show_lines(lines: Iterable[str]) -> None:
    """What was asked for, a line at a time."""
    for line in lines:
        show(line)


def show_json(value: Mapping[str, object], *, indent: int | None = 2) -> None:
    """What was asked for as JSON; `indent` None for one line. The escapes keep it harmless on a terminal."""
    show(json_text(value, indent=indent))


def json_text(value: Mapping[str, object], *, indent: int | None = 2) -> str:
    """JSON with every character that `plain` would drop written as an escape, so that nothing is lost."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return text if plain(text) == text else json.dumps(value, ensure_ascii=True, allow_nan=False, indent=indent)


def show_document(text: str) -> None:
    """A whole file's content, as it is: it has been made safe for its own format."""
    _write(text if text.endswith("\n") else text + "\n")


def tell(text: str) -> None:
    """Talk: to stderr. When that is gone too, there is nobody to tell."""
    with contextlib.suppress(OSError):
        sys.stderr.write(plain(text) + "\n")
        sys.stderr.flush()


@contextlib.contextmanager
def progress_line() -> Iterator[Callable[[str, int, int], object] | None]:
    """A line on stderr that is wiped in the end, when somebody looks at it."""
    stream = sys.stderr
    if not stream.isatty():
        yield None
        return
    shown = ""

    def progress(what: str, done: int, of: int) -> None:
        nonlocal shown
        line = f"{what[:1].upper()}{what[1:]}: {100 * done // max(1, of)}%  (Ctrl+C stopt)"
        if line != shown:
            stream.write(f"\r{line:<{len(shown)}}")
            stream.flush()
            shown = line

    try:
        yield progress
    finally:
        stream.write(f"\r{' ' * len(shown)}\r")
        stream.flush()


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. CommandRefused when it is: nobody's file is overwritten."""
    made = False
    try:
        with path.open("x", encoding="utf-8", newline="\n") as opened:
            made = True
            opened.write(text if text.endswith("\n") else text + "\n")
    except FileExistsError:
        raise CommandRefused(f"{path} bestaat al en wordt niet overschreven. Kies een andere naam.") from None
    except (OSError, ValueError) as error:
        if made:
            path.unlink(missing_ok=True)  # half a file would stand in the way of the next attempt
        raise OutputFailed(f"{path} kan niet worden geschreven: {reason(error)}. Kies een andere plek.") from error


def flush() -> None:
    """Bring out what is still held back."""
    with _own_errors():
        sys.stdout.flush()


def swallow_output() -> None:
    """Nobody reads stdout any more: let what is left go nowhere, so that the interpreter does not complain at its end."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the process
    with contextlib.suppress(OSError):
        os.dup2(sys.stdout.fileno(), 1)


def _write(text: str) -> None:
    with _own_errors():
        sys.stdout.write(text)


@contextlib.contextmanager
def _own_errors() -> Iterator[None]:
    """A reader that went away stays BrokenPipeError (Windows calls it EINVAL); all else becomes OutputFailed."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        swallow_output()
        if error.errno == errno.EINVAL:
            raise BrokenPipeError from error
        raise OutputFailed(f"De uitvoer kan niet worden geschreven: {reason(error)}.") from error
