"""The command that holds the model against what really happened: calibrate."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from math import isinf
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import progress_line, show_json, show_lines, tell
from simulator.cli.screens import Screens

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands
    from simulator.insight.calibration import Calibration


def add(commands: Commands) -> None:
    """Add the command."""
    calibrate = commands.add_parser(
        "calibrate",
        help="het model naast gepubliceerde incidenten: hoe goed en hoe slecht het past",
        description=(
            "Speel echte incidenten na met dezelfde algemene waarden, en zet het model naast wat er gepubliceerd is. "
            "Minder dan alle eisen gehaald is geen fout: de uitkomst staat er zoals zij is."
        ),
    )
    calibrate.add_argument(
        "folder", metavar="MAP", nargs="?", type=Path, help="een casus, of een map met casussen; zonder dit de meegeleverde"
    )
    calibrate.add_argument("--json", action="store_true", help="als JSON; tijden in minuten, null is nooit of onbekend")
    calibrate.set_defaults(run=_calibrate)


def _calibrate(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.insight.calibration import calibrate
    from simulator.insight.calibration.wording import lines
    from simulator.scenario.incident_files import incidents_folder, load_cases

    cases = load_cases(typed.folder or incidents_folder())
    if cases.general_file.parent != incidents_folder():
        tell(f"De algemene waarden komen uit {cases.general_file}.")
    with progress_line() as progress:
        found = calibrate(cases.incidents, cases.general, progress=progress)
    if typed.json:
        show_json(_values(found))
    else:
        show_lines(lines(found))
    return 0


def _values(found: Calibration) -> dict[str, object]:
    return {name: _finite(value) for name, value in asdict(found).items()}


def _finite(value: object) -> object:
    """JSON knows no infinity: null."""
    if isinstance(value, dict):
        return {name: _finite(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and isinf(value) else value
