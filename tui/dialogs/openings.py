"""Which dialog a key opens, on what is chosen; or why there is nothing to open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.insight.answers import answers
from simulator.insight.decisions import DecisionRecord
from tui.dialogs.actions import ActionsDialog
from tui.dialogs.answer import AnswerDialog
from tui.dialogs.bob import BobDialog
from tui.dialogs.by_hand import CrewDialog, PriorityDialog, SetNodeDialog
from tui.dialogs.clock import ClockDialog
from tui.dialogs.decide import DecideDialog
from tui.dialogs.details import DetailsDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.end import EndDialog
from tui.dialogs.estimate import EstimateDialog
from tui.dialogs.fields import players
from tui.dialogs.improvise import ImproviseDialog
from tui.dialogs.jump import JumpDialog, RoundDialog
from tui.dialogs.observation import ObservationDialog
from tui.dialogs.own_words import OwnWordsDialog
from tui.dialogs.picture import PictureDialog
from tui.dialogs.prediction import PredictionDialog
from tui.dialogs.read import EntryDialog, InjectDialog
from tui.dialogs.report import ReportDialog
from tui.dialogs.what_if import WhatIfDialog
from tui.dialogs.why import MapDialog, WhyDialog
from tui.dialogs.withdraw import WithdrawDialog
from tui.widgets.overview import Chosen, Overview

NO_NODE = "Er is nog geen onderdeel om te kiezen."

Opens = Callable[[Overview, Chosen], Dialog | str]


def _inject(overview: Overview, chosen: Chosen) -> Dialog | str:
    row = next((row for row in overview.draaiboek if row.id == chosen.inject), None)
    return InjectDialog(overview, row) if row else "Kies eerst een bericht in het draaiboek."


def _entry(overview: Overview, chosen: Chosen) -> Dialog | str:
    entry = next((entry for entry in overview.entries if str(entry.seq) == chosen.entry), None)
    return EntryDialog(overview, entry) if entry else "Het log is nog leeg."


def _decide(overview: Overview, chosen: Chosen) -> Dialog | str:
    dilemma = next((each for each in overview.decisions.open if each.id == chosen.dilemma), None)
    if dilemma is not None:
        return DecideDialog(overview, dilemma)
    if chosen.record:
        return _details(overview, chosen)
    return "Er ligt nu geen besluit open. Met w legt u een besluit in eigen woorden vast."


def _what_if(overview: Overview, chosen: Chosen) -> Dialog | str:
    """Of the decision under the cursor; from elsewhere of the one whose deadline is nearest."""
    lying = overview.decisions.open
    dilemma = next((each for each in lying if each.id == chosen.dilemma), lying[0] if lying else None)
    return WhatIfDialog(overview, dilemma) if dilemma else "Er ligt nu geen besluit open; er is niets om te vergelijken."


def _own_words(overview: Overview, chosen: Chosen) -> Dialog | str:
    return OwnWordsDialog(overview, chosen.dilemma, chosen.node)


def _details(overview: Overview, chosen: Chosen) -> Dialog | str:
    records = [each for each in overview.decisions.records if each.withdrawn < 0]
    record = _record(records, chosen.record) or next((each for each in reversed(records) if each.missing), None)
    return DetailsDialog(overview, record) if record else "Er is geen besluit om aan te vullen."


def _withdraw(overview: Overview, chosen: Chosen) -> Dialog | str:
    records = [each for each in overview.decisions.records if each.withdrawn < 0]
    if not records:
        return "Er is geen besluit om in te trekken."
    record = _record(records, chosen.record) or records[-1]
    return WithdrawDialog(overview, records[::-1], record.record)


def _record(records: list[DecisionRecord], name: str) -> DecisionRecord | None:
    return next((each for each in records if each.record == name), None)


def _round(overview: Overview, _: Chosen) -> Dialog | str:
    coming = next((each for each in overview.setting.scenario.rounds if each.id not in overview.state.rounds), None)
    return RoundDialog(overview, coming) if coming else "Dit was de laatste ronde."


def _clock(overview: Overview, chosen: Chosen) -> Dialog | str:
    return ClockDialog(overview, chosen.clock) if overview.clocks else "Dit scenario heeft geen klokken."


def _crew(overview: Overview, _: Chosen) -> Dialog | str:
    return CrewDialog(overview) if overview.setting.landscape.crews else "Dit landschap heeft geen ploegen."


def _answer(overview: Overview, _: Chosen) -> Dialog | str:
    asked = answers(overview.setting, overview.recorded, now=overview.state.minute).questions
    waiting_first = tuple(sorted(asked, key=lambda each: (bool(each.answers), -each.asked_at)))
    return AnswerDialog(overview, waiting_first) if asked else "Er is nog geen vraag van een raadslid geweest."


OPENINGS: Mapping[str, Opens] = {
    "inject": _inject,
    "entry": _entry,
    "decide": _decide,
    "what-if": _what_if,
    "own-words": _own_words,
    "details": _details,
    "withdraw": _withdraw,
    "round": _round,
    "clock": _clock,
    "crew": _crew,
    "answer": _answer,
    "prediction": lambda overview, _: PredictionDialog(overview),
    "picture": lambda overview, _: PictureDialog(overview.setting.landscape.nodes, players(overview)),
    "estimate": lambda overview, _: EstimateDialog(overview),
    "bob": lambda overview, _: BobDialog(overview),
    "jump": lambda overview, _: JumpDialog(overview),
    "improvise": lambda overview, _: ImproviseDialog(overview),
    "observation": lambda overview, _: ObservationDialog(overview),
    "actions": lambda overview, _: ActionsDialog(overview),
    "end": lambda overview, _: EndDialog(),
    "report": lambda overview, chosen: ReportDialog(overview, chosen.node),
    "set-node": lambda overview, chosen: SetNodeDialog(overview, chosen.node),
    "priority": lambda overview, chosen: PriorityDialog(overview, chosen.node),
    "why": lambda overview, chosen: WhyDialog(overview, chosen.node) if chosen.node else NO_NODE,
    "map": lambda overview, chosen: MapDialog(overview, chosen.node) if chosen.node else NO_NODE,
}
"""By the name that stands in a binding."""
