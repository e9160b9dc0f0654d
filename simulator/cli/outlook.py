"""The command that looks ahead from where an exercise stands: outlook."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import progress_line, show_json, show_lines, tell
from simulator.cli.screens import Screens

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands
    from simulator.cli.exercise_files import Read
    from simulator.exercise.events import Recorded
    from simulator.exercise.state import State
    from simulator.insight.timeline import Entry
    from simulator.insight.what_if import Foreseen, Way, WhatIf

SEED = 1
"""The same file gives the same figures each time."""
MOST_SHIFTS = 6


def add(commands: Commands) -> None:
    """Add the command."""
    outlook = commands.add_parser(
        "outlook",
        help="hoe het verdergaat, en wat elke optie van een open besluit zou doen",
        description="Vooruit vanaf nu, als niemand nog iets besluit; met --decision elke optie ernaast. Voor de oefenleider.",
    )
    outlook.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    outlook.add_argument("--decision", metavar="BESLUIT", default="", help="een open besluit, zoals losgeld")
    outlook.add_argument("--at", metavar="TIJD", help="vanaf dit tijdstip: T+2:30, 09:15 of 'd2 09:15'; anders vanaf nu")
    outlook.add_argument("--futures", metavar="AANTAL", type=int, help="hoeveel toekomsten; 0 voor alleen deze oefening (200)")
    outlook.add_argument("--seed", metavar="GETAL", type=int, default=SEED, help="waaruit de toekomsten geloot worden (1)")
    outlook.add_argument("--json", action="store_true", help="als JSON")
    outlook.set_defaults(run=_outlook)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    """The exercise as it stood at a minute."""

    state: State
    recorded: tuple[Recorded, ...]


def _outlook(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.cli.exercise_files import read
    from simulator.cli.recorded import exercise_minute
    from simulator.consequences.futures.bounds import check
    from simulator.insight.what_if import USUAL, foresee, over_futures

    exercise = read(typed.file)
    setting = exercise.setting
    count = USUAL if typed.futures is None else typed.futures
    if count:
        check(setting.graph, (), n=count, first=0, threads=1, until=setting.horizon, size=None)
    point = _point(exercise, exercise_minute(setting, typed.at))
    if point.state.phase == "ended":
        tell("Met --at kijkt u vooruit vanaf een eerder moment.")
    with progress_line() as progress:
        foreseen = foresee(setting, point.state, point.recorded, typed.decision, progress=progress)
        told = over_futures(foreseen, futures=count, seed=typed.seed, progress=progress)
    if typed.json:
        show_json(_values(foreseen, told))
    else:
        show_lines(lines(foreseen, told, point.recorded))
    return 0


def _point(exercise: Read, minute: int | None) -> _Point:
    """Where the clock stands; at an earlier minute all of that minute is in it."""
    last = max(exercise.clock, exercise.last_minute)
    if minute is None or minute > last:
        return _Point(state=replace(exercise.state_at(None), minute=last), recorded=exercise.recorded)
    recorded = tuple(each for each in exercise.recorded if each.minute <= minute)
    return _Point(state=replace(exercise.state_at(minute), minute=minute), recorded=recorded)


def _values(foreseen: Foreseen, told: WhatIf) -> dict[str, object]:
    from simulator.cli.plays import change_values

    return {**asdict(told), "changes": change_values(foreseen.nobody.stamped)}


def lines(foreseen: Foreseen, told: WhatIf, recorded: tuple[Recorded, ...]) -> Iterator[str]:
    """To read: what comes if nobody decides, or the options one after another."""
    from simulator.cli.plays import timeline_lines, title_line

    yield f"Vooruitblik: {title_line(foreseen.setting)}"
    yield f"Vanaf {told.at}. De schade telt tot {told.until}."
    yield from (f"Let op: {remark}" for remark in told.remarks)
    if told.title:
        yield from ("", f"Wat als? {told.title}")
    else:
        yield from ("", "Wat er komt als niemand nog iets besluit", *timeline_lines(list(_coming(foreseen, recorded))))
    for way in told.ways:
        yield from ("", *_way(told, way))
    if told.title:
        yield from ("", "Een getal met − is schade die de optie scheelt vergeleken met niemand; met + is schade die erbij komt.")


def _coming(foreseen: Foreseen, recorded: tuple[Recorded, ...]) -> Iterator[Entry]:
    from simulator.cli.plays import as_recorded
    from simulator.insight.timeline import timeline

    more = (replace(each, seq=len(recorded) + each.seq) for each in as_recorded(foreseen.nobody.stamped))
    for entry in timeline(foreseen.setting, (*recorded, *more)):
        if entry.seq > len(recorded):
            yield entry


def _way(told: WhatIf, way: Way) -> Iterator[str]:
    from simulator.insight.what_if.wording import bounds, expected, here, missed, shift_lines, spread

    yield way.text
    for figure in way.figures:
        range_ = spread(figure) if way is told.nobody else bounds(figure)
        line = f"  {figure.name:<38}  {here(figure):>17}"
        yield f"{line}   te verwachten {expected(figure):>17}   {range_}".rstrip() if told.futures else line
    if terms := missed(told, way):
        yield f"  {terms}"
    for name, how in shift_lines(way, MOST_SHIFTS):
        yield f"    {name}: {how}" if name else f"    {how}"
