"""A small scenario that is right, and a way to make it wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.errors import Problem, ScenarioInvalid
from simulator.scenario.load import Loaded, load_scenario

DATA = Path(__file__).parent / "data"

Edit = tuple[str, str]
"""What is replaced, once, and by what."""


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    for old, new in edits:
        assert text.count(old) >= 1, f"{old!r} staat niet in het voorbeeld"
        text = text.replace(old, new, 1)
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one's own with the small scenario."""
    return Path(shutil.copytree(DATA, tmp_path / "loket-dicht"))


@pytest.fixture
def load_edited(folder: Path) -> Callable[..., Loaded]:
    """Loads the small scenario after edits to it, and to its landscape."""

    def load(*edits: Edit, landscape: tuple[Edit, ...] = ()) -> Loaded:
        for name, changes in (("scenario.yaml", edits), ("landscapes/waterdam.yaml", landscape)):
            path = folder / name
            path.write_text(edited(path.read_text("utf-8"), changes), "utf-8")
        return load_scenario(folder)

    return load


@pytest.fixture
def problems_of(load_edited: Callable[..., Loaded]) -> Callable[..., tuple[Problem, ...]]:
    """The problems that edits to the small scenario give."""

    def problems(*edits: Edit, landscape: tuple[Edit, ...] = ()) -> tuple[Problem, ...]:
        with pytest.raises(ScenarioInvalid) as refused:
            load_edited(*edits, landscape=landscape)
        return refused.value.problems

    return problems
