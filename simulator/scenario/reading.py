"""From a path to text: only a plain file, never more of it than the limit, and only UTF-8."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NoReturn

from simulator.errors import Problem, ScenarioInvalid
from simulator.plain import plain

LARGEST = 2 * 1024 * 1024
"""Bytes; a file may not be larger."""


def refuse(file: str, message: str, mend: str = "", *, line: int = 0, column: int = 0) -> NoReturn:
    """Give up on a file at once, with one problem."""
    problem = Problem(file=plain(file), line=line, column=column, message=message, mend=mend)
    raise ScenarioInvalid([problem])


def read_bytes(path: Path) -> bytes:
    """The bytes of a plain file of at most `LARGEST` bytes.

    Raises `ScenarioInvalid` for what is missing, a directory, unreadable, not a plain file or too large.
    """
    file = str(path)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            refuse(file, "dit is een map, geen bestand.", "Noem het YAML-bestand in de map, zoals scenario.yaml.")
        if not stat.S_ISREG(found.st_mode):
            refuse(file, "dit is geen gewoon bestand.", "Noem een YAML-bestand.")
        if found.st_size > LARGEST:
            _too_large(file)
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except FileNotFoundError:
        refuse(file, "dit bestand bestaat niet.", "Controleer de naam en de map.")
    except PermissionError:
        refuse(file, "dit bestand mag niet gelezen worden.", "Geef uzelf leesrechten op het bestand.")
    except (OSError, ValueError):
        refuse(file, "dit bestand kan niet gelezen worden.", "Controleer de naam, de map en de schijf.")
    if len(content) > LARGEST:
        _too_large(file)
    return content


def _too_large(file: str) -> NoReturn:
    refuse(file, "dit bestand is groter dan 2 MB; dat is geen scenario of landschap.", "Controleer of u het goede bestand koos.")


def decode(content: bytes, file: str) -> str:
    """The text of UTF-8 bytes, with or without a byte order mark. Raises `ScenarioInvalid` for other bytes."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        refuse(file, "dit bestand is opgeslagen als UTF-16.", "Sla het op als UTF-8.", line=1, column=1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        refuse(
            file,
            f"dit bestand is geen UTF-8: byte {content[error.start]:#04x} past niet.",
            "Sla het op als UTF-8 (in Kladblok: Opslaan als, Codering UTF-8).",
            line=line,
            column=column,
        )
