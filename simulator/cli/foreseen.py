"""The commands that play without a screen: forecast, rehearse."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from simulator import MODEL_VERSION
from simulator.cli.output import show_json, show_lines, tell
from simulator.cli.screens import Screens

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands
    from simulator.exercise.events import Recorded
    from simulator.exercise.setting import Setting
    from simulator.scenario.script import Script

FORECAST_SEED = 1
"""A forecast is the same each time."""


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    forecast = commands.add_parser(
        "forecast",
        help="wat er gebeurt als niemand iets besluit",
        description="Het verloop als niemand iets besluit, op een tijdlijn.",
    )
    forecast.add_argument("scenario", metavar="SCENARIO", help="map, scenario.yaml of naam uit de bibliotheek")
    forecast.add_argument("--json", action="store_true", help="als JSON")
    forecast.set_defaults(run=_forecast)

    rehearse = commands.add_parser(
        "rehearse", help="een scenario naspelen zonder scherm", description="Speel een scenario na uit een script van besluiten."
    )
    rehearse.add_argument("scenario", metavar="SCENARIO", help="map, scenario.yaml of naam uit de bibliotheek")
    rehearse.add_argument(
        "--script", metavar="SCRIPT", required=True, help="een YAML-bestand, of de naam van een script bij het scenario"
    )
    rehearse.add_argument("-o", dest="file", metavar="BESTAND", type=Path, help="bewaar het ook als nieuw oefenbestand")
    rehearse.add_argument("--json", action="store_true", help="als JSON")
    rehearse.set_defaults(run=_rehearse)


def _forecast(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.cli import plays
    from simulator.exercise.rehearsal import forecast
    from simulator.exercise.setting import Setting
    from simulator.insight.timeline import timeline
    from simulator.insight.wording import span
    from simulator.scenario.library import find_scenario
    from simulator.scenario.load import load_scenario

    loaded = load_scenario(find_scenario(typed.scenario))
    setting = Setting(scenario=loaded.scenario, landscape=loaded.landscape, seed=FORECAST_SEED)
    stamped = forecast(setting)
    if typed.json:
        show_json(
            {
                "scenario": setting.scenario.id,
                "landscape": setting.landscape.id,
                "seed": setting.seed,
                "horizon": setting.horizon,
                "changes": plays.change_values(stamped),
            }
        )
        return 0
    tell(f"{plays.title_line(setting)}: als niemand iets besluit, tot {span(setting.horizon)} na het begin.")
    show_lines(plays.timeline_lines(timeline(setting, plays.as_recorded(stamped))))
    show_lines(["", *plays.harm_lines(setting, plays.folded(stamped))])
    return 0


def _rehearse(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.cli import plays
    from simulator.exercise.rehearsal import rehearse
    from simulator.exercise.setting import Setting
    from simulator.scenario.library import find_scenario, find_script
    from simulator.scenario.load import load_scenario, load_script

    loaded = load_scenario(find_scenario(typed.scenario))
    script = load_script(find_script(loaded.folder, typed.script), loaded.scenario, loaded.landscape)
    setting = Setting(scenario=loaded.scenario, landscape=loaded.landscape, seed=script.seed)
    stamped = rehearse(setting, script)
    if typed.file:
        from simulator.cli.exercise_files import keep_rehearsal

        keep_rehearsal(typed.file, setting, script.id, stamped)
        tell(f"Bewaard als {typed.file}.")
    recorded = plays.as_recorded(stamped)
    if typed.json:
        _show_as_json(setting, script, recorded)
    else:
        _show_as_text(setting, script, recorded)
    return 0


def _show_as_json(setting: Setting, script: Script, recorded: tuple[Recorded, ...]) -> None:
    from simulator.cli import plays
    from simulator.insight.harm import harm_of

    show_json(
        {
            "scenario": setting.scenario.id,
            "script": script.id,
            "seed": setting.seed,
            "model": MODEL_VERSION,
            "events": [plays.event_values(each) for each in recorded],
            "harm": plays.harm_values(harm_of(setting, plays.folded(recorded))),
        }
    )


def _show_as_text(setting: Setting, script: Script, recorded: tuple[Recorded, ...]) -> None:
    from simulator.cli import plays
    from simulator.insight.timeline import timeline

    tell(f"{plays.title_line(setting)}, script {script.title} ({script.id}), startgetal {setting.seed}.")
    show_lines(plays.timeline_lines(timeline(setting, recorded)))
    show_lines(["", *plays.harm_lines(setting, plays.folded(recorded))])
