"""The commands about an exercise file: why, log, verify."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import show, show_json, show_lines, tell
from simulator.cli.screens import Screens
from simulator.errors import ExerciseDamaged, NotFound, UsageWrong

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands
    from simulator.exercise.events import Recorded
    from simulator.exercise.setting import Setting
    from simulator.insight.why import Why


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    why = commands.add_parser(
        "why",
        help="waarom iets uitviel, en waarop het wacht",
        description="De keten van oorzaken van één onderdeel. Voor de oefenleider.",
    )
    why.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    why.add_argument("node", metavar="ONDERDEEL", help="het onderdeel, zoals burgerzaken")
    why.add_argument("--at", metavar="TIJD", help="op dit tijdstip: T+2:30, 09:15 of 'd2 09:15'; anders aan het eind")
    why.add_argument("--json", action="store_true", help="als JSON")
    why.set_defaults(run=_why)

    log = commands.add_parser(
        "log", help="het logboek van een oefening", description="Alles wat er gebeurde, één gebeurtenis per regel."
    )
    log.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    log.add_argument("--json", action="store_true", help="als JSON Lines: één JSON-object per regel")
    log.set_defaults(run=_log)

    verify = commands.add_parser(
        "verify",
        help="is een oefenbestand heel en onveranderd?",
        description="Kijk een oefenbestand na. Het zegel uit een rapport (--head) laat ook zien of er niets is afgeknipt.",
    )
    verify.add_argument("file", metavar="BESTAND", type=Path, help="het oefenbestand")
    verify.add_argument("--head", metavar="ZEGEL", help="het zegel van het logboek, zoals het in een rapport staat")
    verify.set_defaults(run=_verify)


def _why(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.cli.exercise_files import read
    from simulator.insight.why import why
    from simulator.insight.wording import moment

    exercise = read(typed.file)
    if typed.node not in exercise.setting.nodes:
        raise NotFound(_no_such_node(exercise.setting, typed.node))
    minute = exercise_minute(exercise.setting, typed.at)
    if minute is not None and minute > exercise.last_minute:
        tell(f"Zo ver ging de oefening nog niet; dit is de stand van {moment(exercise.setting, exercise.last_minute)}.")
    state = exercise.state_at(minute)
    told = why(exercise.setting, state, typed.node)
    if typed.json:
        show_json(_why_values(told, state.minute))
    else:
        show_lines(_why_lines(told))
    return 0


def _no_such_node(setting: Setting, node: str) -> str:
    from simulator.scenario.mistakes import listed, nearest, short

    close = nearest(node, setting.nodes)
    hint = f"Bedoelde u `{close}`?" if close else f"Er zijn: {listed(setting.nodes, most=len(setting.nodes))}."
    return f"Onderdeel `{short(node)}` bestaat niet in dit landschap. {hint}"


def exercise_minute(setting: Setting, at: str | None) -> int | None:
    """The exercise minute of what was typed. UsageWrong when it is no time."""
    from pydantic import TypeAdapter, ValidationError

    from simulator.scenario.scalars import Moment

    if at is None:
        return None
    try:
        minute: int = TypeAdapter(Moment).validate_python(at, context={"start": setting.scenario.start})
    except ValidationError:
        raise UsageWrong(
            f"--at: '{at}' is geen tijdstip; schrijf T+2:30, 09:15 (eerste dag) of 'd3 09:15' (derde dag)."
        ) from None
    return minute


def _why_values(told: Why, minute: int) -> dict[str, object]:
    return {
        "node": told.node,
        "name": told.name,
        "minute": minute,
        "served": told.served,
        "state": told.state,
        "fell": [{"node": s.node, "minute": s.minute, "kind": s.kind.value, "text": s.text} for s in told.fell],
        "waits": [
            {
                "waiter": wait.waiter, "kind": wait.kind.value, "node": wait.node, "until": wait.until,
                "circular": wait.circular, "text": wait.text,
            }
            for wait in told.waits
        ],
        "helps": list(told.helps),
    }  # fmt: skip


def _why_lines(told: Why) -> Iterator[str]:
    yield f"{told.sign} {told.name} ({told.node})"
    yield told.state
    if told.fell:
        yield from ("", "Waarom viel het uit?")
        yield from (f"  {step.at}  {step.text}" for step in told.fell)
    if told.waits:
        yield from ("", "Waarom is het nog niet terug?")
        yield from (f"  {wait.text}" for wait in told.waits)
    if told.helps:
        yield from ("", "Wat zou helpen (mogelijk, geen advies)?")
        yield from (f"  {text}" for text in told.helps)


def _log(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.cli import plays
    from simulator.cli.exercise_files import read
    from simulator.insight.timeline import timeline

    exercise = read(typed.file)
    if typed.json:
        for each in exercise.recorded:
            show_json(
                {**plays.event_values(each), **_kept_back(each), "event": each.id, "wall": each.wall, "hash": each.hash},
                indent=None,
            )
        return 0
    for entry in timeline(exercise.setting, exercise.recorded):
        show(f"{entry.seq:>5}  {entry.at:<18}  {entry.actor:<12}  {entry.kind:<8}  {' '.join(entry.text.split())}")
    return 0


def _kept_back(recorded: Recorded) -> dict[str, str]:
    """What names people stays in the exercise file: the text of a confidential note is empty here."""
    from simulator.exercise.events import ObservationNoted

    event = recorded.event
    return {"text": ""} if isinstance(event, ObservationNoted) and event.confidential else {}


def _verify(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.insight.wording import count
    from simulator.journal.verify import verify

    verdict = verify(typed.file, expected_head=typed.head)
    if not verdict.whole:
        where = f" (vanaf gebeurtenis {verdict.bad_seq})" if verdict.bad_seq is not None else ""
        raise ExerciseDamaged(f"{typed.file} is niet zoals het programma het schreef{where}. {verdict.why}".strip())
    show(f"{typed.file} is heel en onveranderd: {count(verdict.count, 'gebeurtenis', 'gebeurtenissen')}.")
    show(f"zegel {verdict.head}")
    if verdict.why:
        tell(verdict.why)
    if typed.head is None:
        tell("Zonder --head is niet te zien of er aan het eind iets is afgeknipt. Het zegel staat in elk rapport.")
    return 0
