"""The commands that make something to print or hand out: print, report."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import show_document, tell, write_new
from simulator.cli.screens import Screens
from simulator.errors import CommandRefused, OutputFailed, reason

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands
    from simulator.cli.exercise_files import Read
    from simulator.insight.mirror import EarlierExercise

FORMATS = ("md", "html")


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    paper = commands.add_parser(
        "print",
        help="kaarten en belbladen op papier",
        description=(
            "Maak HTML om te printen: kaarten voor elke rol, belbladen voor het tegenspel, en formulieren voor waarnemers "
            "(ook in Excel). Overschrijft niets."
        ),
    )
    paper.add_argument("scenario", metavar="SCENARIO", help="map, scenario.yaml of naam uit de bibliotheek")
    paper.add_argument("-o", dest="folder", metavar="MAP", type=Path, required=True, help="de map waar het in komt")
    paper.set_defaults(run=_print)

    report = commands.add_parser(
        "report", help="het rapport van een oefening", description="Het rapport. Zonder -o gaat het naar stdout."
    )
    report.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    report.add_argument("--format", metavar="VORM", choices=FORMATS, required=True, help="md (Markdown) of html")
    report.add_argument(
        "--earlier",
        metavar="EERDER",
        type=Path,
        action="append",
        default=[],
        help="een eerdere oefening van uzelf, om ernaast te zetten; mag vaker",
    )
    report.add_argument("-o", dest="out", metavar="UIT", type=Path, help="schrijf het naar dit nieuwe bestand")
    report.set_defaults(run=_report)


def _print(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.exercise.setting import Setting
    from simulator.report.cards_html import paper
    from simulator.report.observer_forms import observer_forms
    from simulator.scenario.council.load import rated_questions
    from simulator.scenario.library import find_scenario
    from simulator.scenario.load import load_scenario
    from simulator.session.observing.form import write_form

    loaded = load_scenario(find_scenario(typed.scenario))
    setting = Setting(scenario=loaded.scenario, landscape=loaded.landscape, seed=1)
    questions = _observed()
    files = paper(setting, questions)
    sheets = {f"waarnemen-{form.role}.xlsx": form for form in observer_forms(setting, questions)}
    there = [name for name in (*files, *sheets) if (typed.folder / name).exists()]
    if there:
        more = f" en {len(there) - 1} andere" if len(there) > 1 else ""
        raise CommandRefused(f"In {typed.folder} staat al {there[0]}{more}. Kies een andere map; er is niets geschreven.")
    try:
        typed.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputFailed(f"De map {typed.folder} kan niet worden gemaakt: {reason(error)}. Kies een andere plek.") from error
    for name, content in files.items():
        write_new(typed.folder / name, content)
        tell(f"Geschreven: {typed.folder / name}")
    rated = rated_questions()
    for name, form in sheets.items():
        judged = {asked.id: asked.text for asked in form.questions if asked.id in rated}
        write_form(typed.folder / name, setting, form.role, judged)
        tell(f"Geschreven: {typed.folder / name}")
    tell("Open een bestand in een browser en kies Afdrukken.")
    return 0


def _observed() -> dict[str, str]:
    """The council's questions that play can show, in words, by id."""
    from simulator.scenario.council.load import catalogue
    from simulator.scenario.council.questions import OBSERVED

    return {question.id: question.text for question in catalogue().questions.values() if question.class_ in OBSERVED}


def _report(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.cli.exercise_files import read
    from simulator.journal.verify import verify
    from simulator.report.build import build_report
    from simulator.report.html import to_html
    from simulator.report.markdown import to_markdown

    exercise = read(typed.file)
    verdict = verify(typed.file)
    head = exercise.recorded[-1].hash if exercise.recorded else verdict.head
    report = build_report(
        exercise.setting,
        exercise.state_at(None),
        exercise.recorded,
        head_hash=head,
        verdict=verdict,
        earlier=tuple(_earlier(exercise, path) for path in typed.earlier),
    )
    text = to_html(report) if typed.format == "html" else to_markdown(report)
    if typed.out is None:
        show_document(text)
    else:
        write_new(typed.out, text)
        tell(f"Geschreven: {typed.out}")
    return 0


def _earlier(exercise: Read, path: Path) -> EarlierExercise:
    """Another exercise than the one that the report is about."""
    from simulator.cli.exercise_files import read
    from simulator.report.build import earlier_exercise

    other = read(path)
    if other.recorded[:1] == exercise.recorded[:1]:
        raise CommandRefused(f"{path} is dezelfde oefening. Geef bij --earlier een andere.")
    return earlier_exercise(other.setting, other.state_at(None), other.recorded)
