"""Mandaten: who decided what, and what there is to say about whether that role may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.debrief.facts import fact
from tui.debrief.listed import ListedRows, ListedSection
from tui.debrief.section import DebriefPicture
from tui.text import framed, shown
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.insight.decisions import DecisionRecord
    from simulator.insight.mandates import MandateFinding, Mandates

NOBODY, OUTSIDE, REMARK, UNNAMED, UNASKED, MAY = (
    "✗ mag zo niet", "▲ niet bevoegd", "• opmerking", "? door wie", "– niet getoetst", "✓ bevoegd",
)  # fmt: skip
COLOURS = {
    NOBODY: "$text-error",
    OUTSIDE: "$text-warning",
    REMARK: "$text-accent",
    UNNAMED: "$text-warning",
    UNASKED: "$text-muted",
    MAY: "$text-success",
}
MEANS = {
    UNNAMED: "Bij dit besluit is niet vastgelegd wie het nam. Dat is nog aan te vullen met e, op het scherm van de oefenleider.",
    UNASKED: "Het team besloot dit uit zichzelf. In dit scenario staat niet wie dat mag.",
    MAY: "Deze rol mag dit besluiten.",
}
RECORD, ACT = "besluit:", "gevolg:"
"""Before the key of a decision, and of what came about because nobody decided."""


class MandatesTable(ListedRows):
    """A line a decision; what there is to talk about first."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="status", label="Mandaat", width=15),
        Column(key="what", label="Besluit"),
        Column(key="who", label="Door", width=20, from_width=64),
        Column(key="may", label="Mag dit besluiten", width=28, from_width=104),
        Column(key="at", label="Genomen", width=14, from_width=130),
    )


class MandatesSection(ListedSection):
    """Every decision held against who may take it: by role, never by person."""

    TABLE = MandatesTable
    EMPTY = "Niet beoefend: er is niets besloten."
    EXPLANATION = (
        "Per besluit: welke rol het nam, en of die rol daarover gaat. ✗ dit mag niemand zo, ▲ een andere rol gaat hierover, "
        "• het mag, maar er is iets over te zeggen, ? niet vastgelegd wie het nam, – het team besloot dit uit zichzelf, "
        "✓ deze rol mag dit. Het programma houdt niets tegen: in een crisis kan iemand een reden hebben. Praat erover. "
        "Waar ‘te verifiëren’ staat, keek geen jurist ernaar."
    )

    def head(self, picture: DebriefPicture) -> Content:
        return framed("[bold]Mandaten[/]  [$text-muted]$words[/]", words=_found(picture).words)

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        lines = [(status, key, cells) for key, status, cells in _lines(picture, _found(picture))]
        order = tuple(COLOURS)
        return {key: cells for _, key, cells in sorted(lines, key=lambda each: order.index(each[0]))}

    def title(self, picture: DebriefPicture, key: str) -> Content:
        from simulator.insight.wording import decision_title

        if key.startswith(RECORD):
            return shown(_record(picture, key).title)
        return shown(decision_title(picture.setting, key.split(":")[1]))

    def told(self, picture: DebriefPicture, key: str) -> Content:
        if key.startswith(RECORD):
            return Content("\n").join(_story(picture, _record(picture, key)))
        return Content("\n").join(_undecided(picture, key))


def _found(picture: DebriefPicture) -> Mandates:
    from simulator.insight.mandates import mandates
    from simulator.scenario.council.load import vocabulary

    return mandates(picture.setting, picture.state, vocabulary().acts)


def _records(picture: DebriefPicture) -> tuple[DecisionRecord, ...]:
    from simulator.insight.decisions import decisions

    return decisions(picture.setting, picture.state).records


def _record(picture: DebriefPicture, key: str) -> DecisionRecord:
    return next(each for each in _records(picture) if RECORD + each.record == key)


def _key(finding: MandateFinding) -> str:
    """The key of what came about because nobody decided."""
    return f"{ACT}{finding.decision}:{finding.act}"


def _lines(picture: DebriefPicture, found: Mandates) -> Iterator[tuple[str, str, tuple[Content, ...]]]:
    """Key, status and cells of every line, in order of logging."""
    from simulator.insight.wording import listed, role_names

    for record in _records(picture):
        own = [each for each in found.findings if each.record == record.record]
        status = _status(picture, record, own)
        dilemma = picture.setting.decisions.get(record.decision)
        may = listed(role_names(picture.setting, dilemma.mandate.decides), "of") if dilemma else ""
        withdrawn = " (ingetrokken)" if record.withdrawn >= 0 else ""
        what = f"{record.title}: {record.what}{withdrawn}"
        words = (what, record.by_name or "niet ingevuld", may, picture.at(record.decided_at))
        yield RECORD + record.record, status, (Content.styled(status, COLOURS[status]), *map(shown, words))
    for finding in found.findings:
        if not finding.record:
            status = _sign(finding)
            words = (f"{finding.title}: {finding.act_title}", "niemand", "", picture.at(finding.minute))
            yield _key(finding), status, (Content.styled(status, COLOURS[status]), *map(shown, words))


def _status(picture: DebriefPicture, record: DecisionRecord, findings: list[MandateFinding]) -> str:
    if findings:
        return min((_sign(each) for each in findings), key=tuple(COLOURS).index)
    if not record.by:
        return UNNAMED
    return MAY if record.decision in picture.setting.decisions else UNASKED


def _sign(finding: MandateFinding) -> str:
    from simulator.insight.mandates import FindingKind

    return {FindingKind.VAL: NOBODY, FindingKind.BUITEN: OUTSIDE, FindingKind.OPMERKING: REMARK}[finding.kind]


def _story(picture: DebriefPicture, record: DecisionRecord) -> Iterator[Content]:
    own = [each for each in _found(picture).findings if each.record == record.record]
    yield from _findings(own) if own else (shown(MEANS[_status(picture, record, own)]).stylize("bold"),)
    yield fact("Besloten", record.what)
    yield fact("Door", f"{record.by_name or 'niet ingevuld'}, {picture.at(record.decided_at)}")
    if record.withdrawn >= 0:
        yield fact("Ingetrokken", picture.at(record.withdrawn))
    if record.motivation:
        yield fact("Waarom", record.motivation)
    yield from _mandate(picture, record.decision, basis=not own)


def _findings(findings: list[MandateFinding]) -> Iterator[Content]:
    for each in findings:
        status = _sign(each)
        yield Content.styled(f"{status}  ", COLOURS[status]) + shown(each.reason).stylize("bold")
        if each.act_title:
            yield fact("Gaat over", each.act_title)
        yield fact("Waar dat staat", each.basis)


def _undecided(picture: DebriefPicture, key: str) -> Iterator[Content]:
    own = [each for each in _found(picture).findings if not each.record and _key(each) == key]
    yield from _findings(own)
    yield fact("Door", f"niemand: er is niet op tijd besloten, {picture.at(own[0].minute)}")
    yield from _mandate(picture, own[0].decision, basis=False)


def _mandate(picture: DebriefPicture, decision: str, *, basis: bool) -> Iterator[Content]:
    """Who decides, executes, advises and is told, according to the scenario; and where that stands, unless it was said."""
    from simulator.insight.wording import listed, role_names

    found = picture.setting.decisions.get(decision)
    if found is None:
        return
    mandate = found.mandate
    yield fact("Mag besluiten", listed(role_names(picture.setting, mandate.decides), "of"))
    named = (("Voert uit", mandate.executes), ("Adviseert", mandate.advises), ("Moet het horen", mandate.informed))
    for label, roles in named:
        if roles:
            yield fact(label, listed(role_names(picture.setting, roles)))
    if basis:
        yield fact("Volgens", mandate.basis or "het scenario (te verifiëren)")
