"""From the journal to a report as values."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.exercise.evaluation.events import Rating
from simulator.exercise.events import ExerciseCreated, Recorded
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.actions import actions
from simulator.insight.clocks import clocks
from simulator.insight.costs import costs
from simulator.insight.decisions import decisions
from simulator.insight.harm import harm_of
from simulator.insight.mirror import EarlierExercise
from simulator.insight.mirror import choices as choices_of
from simulator.insight.outages import outages
from simulator.insight.ratings import Ratings, Status, ratings
from simulator.insight.wording_evaluation import day
from simulator.journal.verify import Verdict
from simulator.report.chapters import (
    answers,
    choices,
    council,
    explanation,
    follow_up,
    forecasts,
    hands,
    ledger,
    mandates,
    mirror,
    money,
    overview,
    pictures,
    story,
    summary,
    terms,
)
from simulator.report.chapters import outages as falls
from simulator.report.document import Cover, Report
from simulator.report.evidence import Evidence
from simulator.report.thinking import thinking
from simulator.scenario.council.load import catalogue

MARK = "OEFENING OEFENING OEFENING"
WRITERS = (
    summary, overview, story, falls, forecasts, pictures, choices, mandates, terms, money, ledger, answers, council, mirror,
    follow_up, hands, explanation,
)  # fmt: skip
"""In the order of the report; a chapter without blocks is left out."""


def build_report(
    setting: Setting,
    state: State,
    recorded: Sequence[Recorded],
    *,
    head_hash: str,
    verdict: Verdict | None = None,
    earlier: tuple[EarlierExercise, ...] = (),
) -> Report:
    """The report of an exercise, with earlier ones of the same team beside it."""
    rated = ratings(setting, recorded, catalogue())
    words = catalogue().words
    evidence = Evidence(
        setting=setting,
        state=state,
        recorded=recorded,
        spells=outages(setting, recorded, now=state.minute),
        decisions=decisions(setting, state, words.acts),
        clocks=clocks(setting, state),
        costs=costs(setting, state),
        harm=harm_of(setting, state),
        actions=actions(setting, state),
        thinking=thinking(setting, state, recorded, words, earlier, _confirmed(rated)),
        ratings=rated,
    )
    chapters = (writer.chapter(evidence) for writer in WRITERS)
    return Report(cover=_cover(evidence, head_hash, verdict), chapters=tuple(each for each in chapters if each.blocks))


def earlier_exercise(setting: Setting, state: State, recorded: Sequence[Recorded]) -> EarlierExercise:
    """What is kept of an exercise, to lay beside a later one."""
    return EarlierExercise(
        title=setting.scenario.title,
        scenario=setting.scenario.id,
        played_on=played_on(recorded),
        harm=harm_of(setting, state),
        choices=choices_of(setting, state),
        ratings=_confirmed(ratings(setting, recorded, catalogue())),
    )


def _confirmed(rated: Ratings) -> dict[str, Rating]:
    """Only what an observer stands behind: a proposal is not laid beside another."""
    return {
        each.id: each.rating
        for each in rated.questions
        if each.rating is not None and each.status in (Status.BEVESTIGD, Status.ANDERS)
    }


def _cover(evidence: Evidence, head_hash: str, verdict: Verdict | None) -> Cover:
    scenario, recorded = evidence.setting.scenario, evidence.recorded
    created = next((each.event for each in recorded if isinstance(each.event, ExerciseCreated)), None)
    facts = (
        ("Gespeeld op", played_on(recorded)),
        ("Gemeente", evidence.setting.landscape.title),
        ("Rechtskader", w.REGIMES[scenario.regime]),
        ("Logboek", _log(len(recorded), verdict)),
        ("Zegel van het logboek", head_hash),
        ("Versie", f"Ontregeld {created.program}, model {created.model}, startgetal {created.seed}" if created else ""),
    )
    touched = {spell.node for spell in evidence.spells}
    secret = any(evidence.setting.nodes[node].confidential for node in touched)
    return Cover(
        mark=MARK,
        title=scenario.title,
        subtitle="Verslag van een cybercrisisoefening, voor de gemeenteraad",
        facts=tuple(fact for fact in facts if fact[1]),
        warning=(
            "Vertrouwelijk. Dit verslag noemt onderdelen waar een aanvaller iets aan kan hebben. "
            "Bespreek met de griffier en de CISO wat openbaar kan."
            if secret
            else ""
        ),
    )


def played_on(recorded: Sequence[Recorded]) -> str:
    """The real day of the first event (UTC), such as '22 november 2026'; empty when it cannot be read."""
    date = recorded[0].wall[:10] if recorded else ""
    words = day(date)
    return words if words != date else ""


def _log(count: int, verdict: Verdict | None) -> str:
    if verdict is None:
        return f"{count} gebeurtenissen"
    return f"{count} gebeurtenissen; {'heel en ongewijzigd' if verdict.whole else f'NIET IN ORDE: {verdict.why}'}"
