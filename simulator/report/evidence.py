"""Everything a chapter may tell from, folded once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.exercise.events import Recorded
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight.actions import ActionRow
from simulator.insight.clocks import ClockRow
from simulator.insight.costs import Costs
from simulator.insight.decisions import Decisions
from simulator.insight.harm import HarmFigures
from simulator.insight.outages import Spell
from simulator.insight.ratings import Ratings
from simulator.report.thinking import Thinking


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exercise as it was, and what the insights make of it."""

    setting: Setting
    state: State
    recorded: Sequence[Recorded]
    spells: tuple[Spell, ...]
    decisions: Decisions
    clocks: tuple[ClockRow, ...]
    costs: Costs
    harm: HarmFigures
    actions: tuple[ActionRow, ...]
    thinking: Thinking
    ratings: Ratings
    """What it says about the council's questions."""
