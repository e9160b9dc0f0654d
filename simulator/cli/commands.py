"""All commands, and how one of them is run."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from simulator import MODEL_VERSION, __version__
from simulator.cli import (
    calibrated,
    fallen,
    foreseen,
    observing,
    on_screen,
    outlook,
    printed,
    questioned,
    recorded,
    weighed,
    written,
)
from simulator.cli.dutch import DutchParser
from simulator.cli.screens import Screens

_GROUPS = (on_screen, printed, written, foreseen, outlook, recorded, observing, questioned, weighed, fallen, calibrated)

_DESCRIPTION = "Ontregeld: een cybercrisisoefening voor een gemeente, op één laptop. Zonder opdracht opent het startscherm."
_EPILOG = (
    "SCENARIO is een map, een scenario.yaml of de naam van een scenario uit de bibliotheek. "
    "Gegevens gaan naar stdout, uitleg en fouten naar stderr. "
    "Uitgangscode: 0 goed, 1 er klopt iets niet, 2 verkeerd getypt, 3 fout in het programma."
)


def build_parser() -> DutchParser:
    """The whole command line."""
    parser = DutchParser(prog="ontregeld", description=_DESCRIPTION, epilog=_EPILOG)
    version = f"ontregeld {__version__} (model {MODEL_VERSION})"
    parser.add_argument("--version", action="version", version=version, help="welke versie dit is")
    parser.set_defaults(run=_start)
    commands = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", parser_class=DutchParser)
    for group in _GROUPS:
        group.add(commands)
    return parser


def run(parser: DutchParser, argv: Sequence[str] | None, screens: Screens | None) -> int:
    """Run the command that was typed. Raises UsageWrong when it is none."""
    try:
        typed = parser.parse_args(argv)
    except SystemExit as end:  # --help and --version have said what was asked
        return int(end.code or 0)
    code = typed.run(typed, screens)
    return int(code)


def _start(typed: argparse.Namespace, screens: Screens | None) -> int:
    return on_screen.wanted(screens).start()
