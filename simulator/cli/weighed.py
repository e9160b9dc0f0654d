"""The command that weighs: luck."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import progress_line, show_json, show_lines, tell
from simulator.cli.screens import Screens

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands
    from simulator.consequences.futures import Spread
    from simulator.exercise.setting import Setting
    from simulator.insight.luck import KindLuck, Luck
    from simulator.scenario.script import Script

SEED = 1
"""The same file gives the same figures each time."""
TYPICAL = "typisch"
MOST_ALTERNATIVES = 6
NO_NUMBA = (
    "Het pakket numba is er niet: dit gaat langzaam. De uitkomst is dezelfde. Installeren kan met: pip install 'ontregeld[fast]'"
)


def add(commands: Commands) -> None:
    """Add the command."""
    luck = commands.add_parser(
        "luck",
        help="geluk of wijsheid: wat de besluiten deden, en wat het toeval",
        description="Dezelfde aanval duizenden keren: wat deed elk besluit, en wat was geluk of pech? Niet over mensen.",
    )
    luck.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    luck.add_argument("--futures", metavar="AANTAL", type=int, help="hoeveel toekomsten; meer is nauwkeuriger, en duurt langer")
    luck.add_argument("--seed", metavar="GETAL", type=int, default=SEED, help="waaruit de toekomsten geloot worden (1)")
    luck.add_argument("--scheduler", metavar="ADRES", help="reken op de machines van deze Dask-planner: tcp://10.0.0.5:8786")
    luck.add_argument("--json", action="store_true", help="als JSON")
    luck.set_defaults(run=_luck)


def _luck(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.cli.exercise_files import read
    from simulator.consequences.futures import is_compiled
    from simulator.insight.luck import luck

    exercise = read(typed.file)
    if not is_compiled() and not typed.scheduler:
        tell(NO_NUMBA)
    typical = typical_script(exercise.setting)
    if typical is None:
        tell(f"Er is hier geen script ‘{TYPICAL}’ bij dit scenario; die vergelijking ontbreekt.")
    with _spread(typed.scheduler) as spread, progress_line() as progress:
        weighed = luck(
            exercise.setting,
            exercise.recorded,
            futures=typed.futures,
            seed=typed.seed,
            typical=typical,
            progress=progress,
            spread=spread,
        )
    if typed.json:
        show_json(_values(weighed))
    else:
        show_lines(lines(exercise.setting, weighed))
    return 0


@contextmanager
def _spread(scheduler: str | None) -> Iterator[Spread | None]:
    """Who does the work: the machines of a scheduler, or nobody but us."""
    if not scheduler:
        yield None
        return
    from simulator.cli.cluster import over_cluster

    with over_cluster(scheduler) as spread:
        yield spread


def typical_script(setting: Setting) -> Script | None:
    """The script of the scenario that tells how it often goes, if there is one here that fits the scenario as it was played."""
    from simulator.errors import NotFound, ScenarioInvalid
    from simulator.scenario.library import find_scenario, find_script
    from simulator.scenario.load import load_script

    try:
        script = find_script(find_scenario(setting.scenario.id).parent, TYPICAL)
        return load_script(script, setting.scenario, setting.landscape)
    except (NotFound, ScenarioInvalid):
        return None


def _values(weighed: Luck) -> dict[str, object]:
    values = asdict(weighed)
    return {**values, "kinds": {kind.pop("kind"): kind for kind in values["kinds"]}}


def lines(setting: Setting, weighed: Luck) -> Iterator[str]:
    from simulator.cli.plays import title_line
    from simulator.insight.luck import wording as w
    from simulator.insight.wording import sentence

    yield f"Geluk of wijsheid? {title_line(setting)}"
    yield w.times_words(weighed.futures)
    for remark in (weighed.withheld, *weighed.remarks):
        if remark:
            yield f"Let op: {remark}"
    for kind in weighed.kinds:
        if kind.kind == "cost_high":
            yield from ("", _highest(kind))
            continue
        yield from ("", sentence(kind.name).rstrip("."))
        yield from _waterfall(kind)
    yield from ("", w.READING, w.NOT_PEOPLE)


def _waterfall(kind: KindLuck) -> Iterator[str]:
    from simulator.insight.luck import waterfall as falls
    from simulator.insight.luck import wording as w

    bars = [bar for bar in falls.waterfall(kind) if bar.sort is not falls.BarSort.CHANCE]
    width = max(36, *(len(bar.title) for bar in bars if bar.sort is not falls.BarSort.TOTAL), 0)
    for bar in bars:
        if bar.sort is falls.BarSort.TOTAL:
            yield f"  {bar.title:<{width + 2}}  {bar.amount:>14}"
        else:
            yield f"    {bar.title:<{width}}  {bar.amount:>14}   {bar.words}"
    yield from (f"  {words}" for words in (w.skill_words(kind), w.luck_words(kind), w.percentile_words(kind)) if words)
    if same := falls.unmoving(kind):
        yield f"  Geen verschil in dit model: {'; '.join(same)}."
    if kind.not_modelled:
        yield f"  Niet doorgerekend: {'; '.join(each.title for each in kind.not_modelled)}."
    others = list(w.alternative_words(kind))
    if others:
        yield "  Op een ander moment besloten, en verder alles zoals het was:"
        yield from (f"    {words}" for words in others[:MOST_ALTERNATIVES])


def _highest(kind: KindLuck) -> str:
    from simulator.insight.luck.wording import amount

    return (
        f"  Met de hoogste raming van de geboekte kosten: {amount(kind, kind.expected_without)} als niemand iets besluit, "
        f"{amount(kind, kind.expected_with)} te verwachten met deze besluiten, {amount(kind, kind.played)} zoals het liep."
    )
