"""The commands about what is written: check, schema."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import show, show_json, tell
from simulator.cli.screens import Screens
from simulator.errors import Problem

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands

SCHEMAS = ("scenario", "landscape", "script", "incident", "general")


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    check = commands.add_parser(
        "check",
        help="scenario's en landschappen nakijken",
        description="Meld elke fout, met bestand:regel:kolom. Code 1 als er iets fout is; een 'let op' is geen fout.",
    )
    check.add_argument("paths", metavar="PAD", nargs="+", help="scenario, landschap, script, casus of een map daarmee")
    check.set_defaults(run=_check)

    schema = commands.add_parser(
        "schema", help="het JSON Schema van de bestanden", description="Het JSON Schema, waarmee een editor YAML aanvult."
    )
    schema.add_argument(
        "kind",
        metavar="SOORT",
        nargs="?",
        choices=SCHEMAS,
        default="scenario",
        help="scenario, landscape, script, incident of general",
    )
    schema.set_defaults(run=_schema)


def _check(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.cli.checking import checked
    from simulator.insight.wording import count

    files = checked(typed.paths)
    problems = _once(problem for file in files for problem in file.problems)
    for problem in problems:
        show(str(problem))
    wrong = sum(not problem.warning for problem in problems)
    remarks = f", {len(problems) - wrong} keer 'let op'" if len(problems) > wrong else ""
    tell(f"{count(len(files), 'bestand', 'bestanden')} nagekeken: {count(wrong, 'fout', 'fouten')}{remarks}.")
    return 1 if wrong else 0


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once: a landscape is read for itself and for every scenario that is played on it."""
    found = {(Path(each.file).resolve(), replace(each, file="")): each for each in problems}
    return tuple(found.values())


def _schema(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.scenario import schema

    makers = {
        "scenario": schema.scenario_schema,
        "landscape": schema.landscape_schema,
        "script": schema.script_schema,
        "incident": schema.incident_schema,
        "general": schema.general_schema,
    }
    show_json(makers[typed.kind]())
    return 0
