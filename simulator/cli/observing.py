"""The command that brings what observers wrote elsewhere into an exercise: merge."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import tell
from simulator.cli.screens import Screens
from simulator.errors import CommandRefused

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands
    from simulator.session import Following
    from simulator.session.observing.note import Notes

MOST_SHIFT = 24 * 60


def add(commands: Commands) -> None:
    """Add the command."""
    merge = commands.add_parser(
        "merge",
        help="waarnemingen van elders bij een oefening voegen",
        description=(
            "Voeg notitiebestanden en ingevulde formulieren (Excel) van waarnemers bij een oefening. "
            "Elke regel komt bij de minuut die hoort bij de tijd op de klok; wat er al in staat, komt er niet twee keer in."
        ),
    )
    merge.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    merge.add_argument("notes", metavar="NOTITIES", type=Path, nargs="+", help="notitiebestand (.notities) of formulier (.xlsx)")
    merge.add_argument(
        "--shift", metavar="MINUTEN", type=int, default=0, help="zoveel minuten liep de klok van de waarnemer achter (-3: voor)"
    )
    merge.set_defaults(run=_merge)


def _merge(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.session import Following
    from simulator.session.observing.merging import merge

    if abs(typed.shift) > MOST_SHIFT:
        raise CommandRefused("--shift is hoogstens een dag (1440 minuten).")
    following = Following.open(typed.file)
    try:
        written = [(path, _read(path, following)) for path in typed.notes]
        left_out = 0
        for path, notes in written:
            merged = merge(following, notes, shift=typed.shift)
            stood = "stond" if merged.known == 1 else "stonden"
            known = f", {merged.known} {stood} er al in" if merged.known else ""
            tell(f"{path.name} van {notes.observer}: {merged.added} erbij{known}.")
            for remark in merged.remarks:
                tell(f"  Niet overgenomen: {remark}")
            left_out += len(merged.remarks)
    finally:
        following.close()
    return 1 if left_out else 0


def _read(path: Path, following: Following) -> Notes:
    """All is read before anything is written."""
    from simulator.session.observing.form import read_form
    from simulator.session.observing.notebook import read_notebook
    from simulator.session.observing.walltime import moment

    if path.suffix.casefold() in (".xlsx", ".xlsm"):
        return read_form(path, moment(following.recorded[0].wall).astimezone().date())
    return read_notebook(path)
