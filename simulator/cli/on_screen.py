"""The commands that open a screen: play, project, seat, debrief, observe."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.screens import Screens
from simulator.errors import NotFound, UsageWrong

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    play = commands.add_parser("play", help="het scherm van de oefenleider", description="Speel een oefening.")
    play.add_argument("scenario", metavar="SCENARIO", help="map, scenario.yaml of naam uit de bibliotheek")
    play.add_argument(
        "-o", dest="file", metavar="BESTAND", type=Path,
        help="het oefenbestand: nieuw gemaakt, of hervat als het er al is",
    )  # fmt: skip
    play.set_defaults(run=_play)

    project = commands.add_parser(
        "project", help="het scherm voor de zaal (beamer)", description="Toon de zaal wat bekend is; volgt een oefenbestand."
    )
    project.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    project.set_defaults(run=_project)

    seat = commands.add_parser(
        "seat",
        help="het scherm van één rol",
        description="De berichten, dilemma's en klokken van één rol; volgt een oefenbestand.",
    )
    seat.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    seat.add_argument("--role", metavar="ROL", required=True, help="de rol, zoals burgemeester")
    seat.set_defaults(run=_seat)

    debrief = commands.add_parser(
        "debrief",
        help="het scherm voor de nabespreking",
        description="Kijk terug op een oefening: het verloop, de besluiten, de klokken, en geluk of wijsheid.",
    )
    debrief.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    debrief.set_defaults(run=_debrief)

    observe = commands.add_parser(
        "observe",
        help="het scherm van een waarnemer",
        description=(
            "Noteer wat u ziet, met een raadsvraag of rol erbij. Met --apart gaan uw notities naar een eigen bestand, ook op een "
            "andere laptop; `ontregeld merge` voegt ze later bij de oefening."
        ),
    )
    observe.add_argument("file", metavar="BESTAND", help="het oefenbestand (met --apart mag ook een scenario)")
    observe.add_argument("--name", metavar="NAAM", default="", help="uw naam; die komt in geen enkel verslag")
    observe.add_argument("--apart", metavar="NOTITIES", type=Path, help="uw eigen notitiebestand, zoals anouk.notities")
    observe.set_defaults(run=_observe)


def wanted(screens: Screens | None) -> Screens:
    """The screens; UsageWrong when this door has none."""
    if screens is None:
        raise UsageWrong(
            "Hier zijn geen schermen. Start `ontregeld` of `python -m tui` voor de schermen; "
            "`python -m simulator --help` toont wat zonder scherm kan."
        )
    return screens


def _play(typed: argparse.Namespace, screens: Screens | None) -> int:
    return wanted(screens).play(typed.scenario, typed.file)


def _project(typed: argparse.Namespace, screens: Screens | None) -> int:
    return wanted(screens).project(_there(typed.file))


def _seat(typed: argparse.Namespace, screens: Screens | None) -> int:
    return wanted(screens).seat(_there(typed.file), typed.role)


def _debrief(typed: argparse.Namespace, screens: Screens | None) -> int:
    return wanted(screens).debrief(_there(typed.file))


def _observe(typed: argparse.Namespace, screens: Screens | None) -> int:
    if typed.apart is None:
        _there(Path(typed.file))
    return wanted(screens).observe(typed.file, typed.name, typed.apart)


def _there(file: Path) -> Path:
    """The file; NotFound before a screen opens when it is not there."""
    if not file.exists():
        raise NotFound(f"Het oefenbestand {file} bestaat niet. Controleer de naam en de map.")
    return file
