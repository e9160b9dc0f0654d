"""The decisions: what is open and for whom, and below it what was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.text import shown
from tui.widgets.brief import brief
from tui.widgets.rows import Column, Rows

if TYPE_CHECKING:
    from simulator.insight.decisions import DecisionRecord, Decisions, Defaulted, OpenDilemma
    from tui.widgets.overview import Overview

OPEN = "open:"
RECORD = "record:"
DEFAULTED = "default:"


class DecisionsTable(Rows):
    """Open decisions, the nearest deadline first; then records, the latest first; then what nobody decided."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="status", label="Stand", width=13),
        Column(key="title", label="Besluit"),
        Column(key="who", label="Voor / door", width=17, from_width=50),
    )

    def show_decisions(self, overview: Overview) -> None:
        """Bring the table up to date."""
        found = overview.decisions
        rows = {OPEN + each.id: _open(each) for each in found.open}
        rows |= {RECORD + each.record: _record(overview, each) for each in reversed(found.records)}
        rows |= {DEFAULTED + each.decision: _defaulted(overview, each) for each in found.defaulted}
        self.show(rows)

    @property
    def dilemma(self) -> str:
        """Id of the open decision under the cursor; empty for none."""
        return self.current.removeprefix(OPEN) if self.current.startswith(OPEN) else ""

    @property
    def record(self) -> str:
        """Id of the record under the cursor; empty for none."""
        return self.current.removeprefix(RECORD) if self.current.startswith(RECORD) else ""


def open_words(decisions: Decisions, noun: str = "") -> str:
    """How many wait for the team; those that got their default, and may still be decided, apart."""
    late = sum(each.late for each in decisions.open)
    waiting = len(decisions.open) - late
    named = {"": "", "open": " open"}.get(noun, f" open besluit{'en' * (waiting != 1)}")
    return "  ".join([f"? {waiting}{named}"] * bool(waiting) + [f"▲ {late} te laat" if noun else f"▲ {late}"] * bool(late))


def _open(dilemma: OpenDilemma) -> tuple[Content, ...]:
    if dilemma.left is None:
        status = Content.styled("? open", "bold $text-accent")
    elif dilemma.left < 0:
        status = Content.styled("▲ te laat", "bold $text-error")
    else:
        colour = "$text-error" if dilemma.left <= 10 else "$text-accent"
        status = Content.styled(f"? nog {brief(dilemma.left)}", f"bold {colour}")
    return status, shown(dilemma.title), shown(", ".join(dilemma.to_names))


def _record(overview: Overview, record: DecisionRecord) -> tuple[Content, ...]:
    at = overview.at(record.decided_at)
    if record.withdrawn >= 0:
        status = Content.styled("↶ ingetrokken", "$text-muted")
    elif record.outside_mandate:
        status = Content.styled(f"▲ {at}", "$text-warning")
    elif record.missing:
        status = Content.styled(f"✎ {at}", "$text-warning")
    else:
        status = Content.styled(f"✓ {at}", "$text-success")
    who = shown(record.by_name) if record.by_name else Content.styled("nog aan te vullen", "$text-warning")
    return status, shown(f"{record.title}: {record.what}"), who


def _defaulted(overview: Overview, default: Defaulted) -> tuple[Content, ...]:
    status = Content.styled(f"– {overview.at(default.minute)}", "$text-muted")
    what = f": {default.what}" if default.what else ""
    return status, shown(f"{default.title}{what}"), Content.styled("niemand besloot", "$text-muted")
