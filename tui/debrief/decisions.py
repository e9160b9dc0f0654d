"""Besluiten: what was decided, when, in which role, and whether that role may decide it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.debrief.facts import fact
from tui.debrief.listed import ListedRows, ListedSection
from tui.debrief.section import DebriefPicture
from tui.text import flowed, framed, shown
from tui.widgets.decisions import DEFAULTED, OPEN, RECORD
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.insight.decisions import DecisionRecord, Decisions

OUTSIDE = "▲ mandaat"


class DecisionsTable(ListedRows):
    """A line a decision, in order of time."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="status", label="Stand", width=14),
        Column(key="at", label="Genomen", width=14, from_width=66),
        Column(key="what", label="Besluit"),
        Column(key="who", label="Door", width=18, from_width=72),
    )


class DecisionsSection(ListedSection):
    """Everything that was decided, withdrawn, left to happen, or left open."""

    TABLE = DecisionsTable
    EMPTY = "Er is niets besloten, en er was niets te besluiten."
    EXPLANATION = (
        "✓ genomen, ↶ ingetrokken, – niemand besloot op tijd, ? nog open, ▲ de rol die besloot mag dit niet zelf. "
        "Dat laatste is een opmerking: lees met Enter waarom, en praat erover."
    )

    def head(self, picture: DebriefPicture) -> Content:
        found = _found(picture)
        outside = sum(bool(each.outside_mandate) and each.withdrawn < 0 for each in found.records)
        parts = [f"{len(found.records)} vastgelegd"]
        parts += [f"▲ {outside} buiten het mandaat"] if outside else []
        parts += [f"– {len(found.defaulted)} door niemand"] if found.defaulted else []
        return framed("[bold]Besluiten[/]  [$text-muted]$words[/]", words="  ·  ".join(parts))

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        return dict(_rows(picture, _found(picture)))

    def title(self, picture: DebriefPicture, key: str) -> Content:
        from simulator.insight.wording import decision_title

        if not key.startswith(RECORD):
            return shown(decision_title(picture.setting, key.partition(":")[2]))
        return shown(_record(picture, key).title)

    def told(self, picture: DebriefPicture, key: str) -> Content:
        if key.startswith(RECORD):
            return Content("\n").join(_story(picture, _record(picture, key)))
        return Content("\n").join(_undecided(picture, key))


def _found(picture: DebriefPicture) -> Decisions:
    from simulator.insight.decisions import decisions
    from simulator.scenario.council.load import vocabulary

    return decisions(picture.setting, picture.state, vocabulary().acts)


def _record(picture: DebriefPicture, key: str) -> DecisionRecord:
    return next(each for each in _found(picture).records if RECORD + each.record == key)


def _rows(picture: DebriefPicture, found: Decisions) -> Iterator[tuple[str, tuple[Content, ...]]]:
    timed: list[tuple[int, str, tuple[Content, ...]]] = []
    for each in found.records:
        who = shown(each.by_name) if each.by_name else Content.styled("niet ingevuld", "$text-muted")
        what = shown(f"{each.title}: {each.what}")
        timed.append((each.decided_at, RECORD + each.record, (_status(each), shown(picture.at(each.decided_at)), what, who)))
    for default in found.defaulted:
        what = shown(f"{default.title}: {default.what}" if default.what else default.title)
        cells = (Content.styled("– niemand", "$text-warning"), shown(picture.at(default.minute)), what, Content(""))
        timed.append((default.minute, DEFAULTED + default.decision, cells))
    for dilemma in found.open:
        if not dilemma.late:
            cells = (Content.styled("? open", "$text-accent"), Content(""), shown(dilemma.title), Content(""))
            timed.append((10**9, OPEN + dilemma.id, cells))
    yield from ((key, cells) for _, key, cells in sorted(timed, key=lambda each: each[0]))


def _status(record: DecisionRecord) -> Content:
    if record.withdrawn >= 0:
        return Content.styled("↶ ingetrokken", "$text-muted")
    if record.outside_mandate:
        return Content.styled(OUTSIDE, "$text-warning")
    return Content.styled("✓ genomen", "$text-success")


def _story(picture: DebriefPicture, record: DecisionRecord) -> Iterator[Content]:
    from simulator.insight.wording import listed

    yield shown(record.what).stylize("bold")
    if record.effect_words:
        yield fact("Gevolg", record.effect_words)
    yield fact("Genomen", _when(picture, record))
    yield fact("Door", record.by_name or "niet ingevuld")
    if record.outside_mandate:
        yield Content.styled("▲ Mandaat  ", "$text-warning") + shown(record.outside_mandate)
    if record.motivation:
        yield fact("Waarom", record.motivation)
    if record.owner_name or record.due >= 0:
        until = f", klaar {picture.at(record.due)}" if record.due >= 0 else ""
        yield fact("Voert uit", f"{record.owner_name or 'niet ingevuld'}{until}")
    if record.withdrawn >= 0:
        reason = f": {record.withdrawn_reason}" if record.withdrawn_reason else ""
        yield fact("Ingetrokken", f"{picture.at(record.withdrawn)}{reason}")
    if record.missing:
        yield fact("Niet ingevuld", listed(record.missing))
    yield from _question(picture, record.decision)


def _when(picture: DebriefPicture, record: DecisionRecord) -> str:
    later = f", vastgelegd {picture.at(record.logged_at)}" if record.logged_at != record.decided_at else ""
    return f"{picture.at(record.decided_at)}{later}"


def _undecided(picture: DebriefPicture, key: str) -> Iterator[Content]:
    decision = key.partition(":")[2]
    default = next((each for each in _found(picture).defaulted if each.decision == decision), None)
    if default is None:
        yield shown("Hier is niet over besloten.")
    else:
        yield shown(f"Niemand besloot op tijd. {default.what}").stylize("bold")
        yield fact("Sinds", picture.at(default.minute))
    yield from _question(picture, decision)


def _question(picture: DebriefPicture, decision: str) -> Iterator[Content]:
    """What was asked, and of whom."""
    from simulator.insight.wording import listed, role_names

    found = picture.setting.decisions.get(decision)
    if found is None:
        yield fact("Gevraagd", "niets: het team besloot dit uit zichzelf")
        return
    yield Content("")
    yield flowed(found.text).stylize("$text-muted")
    yield fact("Mag besluiten", listed(role_names(picture.setting, found.mandate.decides), "of"))
