"""All that the console shows at one moment, as insights; computed once for a moment and handed down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.exercise.events import Recorded, WordsEntered
    from simulator.exercise.setting import Setting
    from simulator.exercise.state import State
    from simulator.insight.actions import ActionRow
    from simulator.insight.board import Board
    from simulator.insight.clocks import ClockRow
    from simulator.insight.decisions import Decisions
    from simulator.insight.draaiboek import DraaiboekRow
    from simulator.insight.room import Room
    from simulator.insight.timeline import Entry
    from tui.picture import Picture


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Overview:
    """The exercise as the oefenleider sees it."""

    setting: Setting
    state: State
    """At the minute that is shown."""
    recorded: tuple[Recorded, ...]
    """All that happened."""
    seq: int
    """How many events were recorded."""
    room: Room
    board: Board
    draaiboek: tuple[DraaiboekRow, ...]
    ready: DraaiboekRow | None
    """What one key gives."""
    coming: DraaiboekRow | None
    """The first that comes by itself."""
    decisions: Decisions
    clocks: tuple[ClockRow, ...]
    actions: tuple[ActionRow, ...]
    entries: tuple[Entry, ...]
    words: Mapping[str, WordsEntered]
    """What roles wrote at their seats, by the number of the entry."""

    def at(self, minute: int) -> str:
        """A moment in short, such as `ma 09:40`; nothing for a moment that is not there."""
        from simulator.insight.wording import moment

        return moment(self.setting, minute).split(" (")[0] if minute >= 0 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the cursors of the console stand on, by id; empty for nothing."""

    node: str = ""
    inject: str = ""
    dilemma: str = ""
    """An open decision."""
    record: str = ""
    """A decision taken."""
    clock: str = ""
    entry: str = ""


def overview(picture: Picture, minute: int, before: Overview | None) -> Overview:
    """The insights at a minute. What only events can change is taken from `before` when nothing was recorded since."""
    from simulator.insight.actions import actions
    from simulator.insight.board import board
    from simulator.insight.clocks import clocks
    from simulator.insight.decisions import decisions
    from simulator.insight.draaiboek import draaiboek, next_inject
    from simulator.insight.room import room
    from simulator.insight.timeline import timeline
    from simulator.scenario.council.load import vocabulary

    setting, state = picture.setting, replace(picture.state, minute=max(minute, picture.state.minute))
    seq = len(picture.recorded)
    known = before if before is not None and before.seq == seq else None
    told = before.entries if before is not None and before.setting is setting else ()
    rows = known.draaiboek if known else draaiboek(setting, state)
    return Overview(
        setting=setting,
        state=state,
        recorded=picture.recorded,
        seq=seq,
        room=room(setting, state),
        board=board(setting, state),
        draaiboek=rows,
        ready=known.ready if known else next_inject(setting, state),
        coming=known.coming if known else _coming(rows),
        decisions=decisions(setting, state, vocabulary().acts),
        clocks=clocks(setting, state),
        actions=actions(setting, state),
        entries=timeline(setting, picture.recorded, known=told, state=picture.state),
        words=known.words if known else _words(picture),
    )


def _words(picture: Picture) -> Mapping[str, WordsEntered]:
    from simulator.exercise.events import WordsEntered

    return {str(each.seq): each.event for each in picture.recorded if isinstance(each.event, WordsEntered)}


def _coming(rows: tuple[DraaiboekRow, ...]) -> DraaiboekRow | None:
    return next((row for row in rows if row.status == "komt" and row.kind == "kern" and row.planned >= 0), None)
