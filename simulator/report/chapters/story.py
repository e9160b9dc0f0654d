"""Chapter: the time line, told by round; what happened in the same minute is told together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from simulator.exercise.events import DecisionOpened, Event, NodeChanged, NodeReported, RoundStarted
from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.insight.timeline import Entry, EntryKind, timeline
from simulator.report.document import Chapter, Line, Prose, Story
from simulator.report.evidence import Evidence

TOLD = frozenset({EntryKind.VERLOOP, EntryKind.BERICHT, EntryKind.BESLUIT, EntryKind.KLOK})
NAMES = 6
"""Names in one line; the rest are counted."""

Told = tuple[Entry, Event]


def chapter(evidence: Evidence) -> Chapter:
    return Chapter(
        anchor="tijdlijn",
        title="Wat er gebeurde",
        blocks=(
            Prose(text="De tijden zijn van de klok in het verhaal. Wat in dezelfde minuut gebeurde, staat bij elkaar."),
            *_stories(evidence),
        ),
    )


def _stories(evidence: Evidence) -> Iterator[Story]:
    entries = timeline(evidence.setting, evidence.recorded, state=evidence.state)
    told = zip(entries, (each.event for each in evidence.recorded), strict=True)
    title, lines, served = "Vooraf", list[Line](), dict[str, int]()
    for minute, group in groupby(told, key=lambda pair: pair[0].minute):
        happened = list(group)
        begins = [event.round for _, event in happened if isinstance(event, RoundStarted)]
        if begins:
            if lines:
                yield Story(title=title, lines=tuple(lines))
            title, lines = _round_title(evidence.setting, begins[-1], w.moment(evidence.setting, minute)), []
        lines += _lines(evidence.setting, w.moment(evidence.setting, minute), happened, served)
    if lines:
        yield Story(title=title, lines=tuple(lines))


def _round_title(setting: Setting, round: str, at: str) -> str:
    title = setting.rounds[round].title if round in setting.rounds else round
    return f"{title}, vanaf {at}"


def _lines(setting: Setting, at: str, happened: Sequence[Told], served: dict[str, int]) -> Iterator[Line]:
    for entry, event in happened:
        if entry.kind in TOLD and not isinstance(event, DecisionOpened | RoundStarted):
            yield Line(at=at, kind=entry.kind, text=_without(entry.kind, entry.text))
    for text in _changed(setting, happened, served):
        yield Line(at=at, kind=EntryKind.GEVOLG, text=text)
    reports = [event for _, event in happened if isinstance(event, NodeReported)]
    if reports:
        names = tuple(f"{w.node_name(setting, report.node)} {w.level(report.level)}" for report in reports)
        yield Line(at=at, kind=EntryKind.BEKEND, text=f"Bij het team bekend: {w.some(names, NAMES)}.")


def _without(kind: EntryKind, text: str) -> str:
    """The sentence without the word that already stands before it."""
    rest = text.removeprefix(f"{kind.capitalize()} ")
    return f"{rest[:1].upper()}{rest[1:]}"


def _changed(setting: Setting, happened: Sequence[Told], served: dict[str, int]) -> Iterator[str]:
    """What fell, what came back; `served` holds what each node served before, and is brought up to date."""
    last = {event.node: event.served for _, event in happened if isinstance(event, NodeChanged)}
    fell, partly, back = list[str](), list[str](), list[str]()
    for node, now in last.items():
        before = served.get(node, 100)
        served[node] = now
        name = w.node_name(setting, node)
        if now == before:
            continue
        if now == 100:
            back.append(name)
        elif now == 0:
            fell.append(name)
        else:
            partly.append(f"{name} ({now}%)")
    for names, words in ((fell, "Uitgevallen"), (partly, "Werkt deels"), (back, "Werkt weer")):
        if names:
            yield f"{words}: {w.some(tuple(names), NAMES)}."
