"""The command line as a person meets it: words in, exit code, stdout and stderr out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.cli import Screens, main

DATA = Path(__file__).resolve().parent.parent / "scenario" / "data"

SCRIPT = """
format: 1
id: typisch
title: Een gewone ochtend
steps:
  - {at: 08:50, decide: {decision: rekencentrum-uit, option: uit, by: burgemeester, owner: ciso}}
  - {at: T+0:30, report: {node: burgerzaken, level: 0, by: ciso}}
  - {at: T+0:45, observe: {text: "De burgemeester vraagt door.", question: K7}}
"""


class Answer(NamedTuple):
    code: int
    out: str
    err: str


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    """Type a command; the program's own folder is a temporary one."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))

    def asked(*words: object, screens: Screens | None = None) -> Answer:
        code = main([str(word) for word in words], screens)
        return Answer(code, *capfd.readouterr())

    return asked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small scenario, its landscape and its rehearsal."""
    copied = Path(shutil.copytree(DATA, tmp_path / "loket-dicht"))
    (copied / "rehearsals" / "typisch.yaml").write_text(SCRIPT, encoding="utf-8")
    return copied


@pytest.fixture
def file(folder: Path, tmp_path: Path, ask: Ask) -> Path:
    """The exercise file of that rehearsal."""
    path = tmp_path / "loket.oefening"
    assert ask("rehearse", folder, "--script", "typisch", "-o", path).code == 0
    return path
