"""What the team thought, said and promised, folded once for the chapters that tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.exercise.evaluation.events import Rating
from simulator.exercise.events import Recorded
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight.answers import CouncilAnswers, answers
from simulator.insight.bob import Deciding, bob
from simulator.insight.clocks import Knew, PhasedReport, phased, who_knew
from simulator.insight.improvements import Improvements, improvements
from simulator.insight.ledger import Ledger, ledger
from simulator.insight.mandates import Mandates, mandates
from simulator.insight.mirror import EarlierExercise, Mirror, mirror
from simulator.insight.pictures import Pictures, pictures
from simulator.insight.predictions import PredictionScore, predictions
from simulator.scenario.council.load import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Thinking:
    """All of it."""

    predictions: tuple[PredictionScore, ...]
    pictures: Pictures
    deciding: Deciding
    mandates: Mandates
    phased: tuple[PhasedReport, ...]
    knew: Mapping[str, Knew]
    """By clock."""
    ledger: Ledger
    answers: CouncilAnswers
    mirror: Mirror
    improvements: Improvements


def thinking(
    setting: Setting,
    state: State,
    recorded: Sequence[Recorded],
    words: Vocabulary,
    earlier: tuple[EarlierExercise, ...] = (),
    confirmed: Mapping[str, Rating] | None = None,
) -> Thinking:
    """What the team thought, said and promised, up to the minute of `state`; `confirmed` are ratings that an observer gave."""
    return Thinking(
        predictions=predictions(setting, recorded, now=state.minute),
        pictures=pictures(setting, recorded),
        deciding=bob(setting, recorded),
        mandates=mandates(setting, state, words.acts),
        phased=phased(setting, state),
        knew=who_knew(setting, state),
        ledger=ledger(setting, state),
        answers=answers(setting, recorded, now=state.minute),
        mirror=mirror(setting, state, words.polls, earlier, caveat=words.caveat, ratings=confirmed),
        improvements=improvements(state),
    )
