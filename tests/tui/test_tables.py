"""Every state that an insight can have has words on the console: a missing word would end the exercise."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import pytest

from simulator.exercise.state import Phase
from simulator.insight.board import FallbackState, RepairState
from simulator.insight.clocks import ClockStatus
from simulator.insight.draaiboek import RowStatus
from tui.widgets import board, clocks, draaiboek, status_bar


@pytest.mark.parametrize(
    ("table", "states"),
    [
        (board.FALLBACKS, FallbackState),
        (board.REPAIRS, RepairState),
        (clocks.COLOURS, ClockStatus),
        (draaiboek.STATUSES, RowStatus),
        (draaiboek.COLOURS, RowStatus),
        (status_bar.PHASES, Phase),
    ],
)
def test_every_state_has_words(table: Mapping[str, object], states: type[StrEnum]) -> None:
    assert set(table) == {state.value for state in states}
