"""Everything a chapter may tell from, folded once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.exercise.events import Recorded
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight.actions import ActionRow
from simulator.insight.clocks import ClockRow
from simulator.insight.costs import Costs
from simulator.insight.decisions import Decisions
from simulator.insight.harm import HarmFigures
from simulator.insight.outages import Spell
from simulator.insight.questions import QuestionRow


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
    questions: tuple[QuestionRow, ...]
    question_texts: Mapping[str, str] = field(default_factory=dict)
    """The council's own words, by id."""
