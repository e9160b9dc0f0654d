"""The command that asks which outage costs most: falls."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.output import show_json, show_lines, tell
from simulator.cli.screens import Screens

if TYPE_CHECKING:
    from simulator.cli.dutch import Commands
    from simulator.insight.falls import Downed, Fall
    from simulator.scenario.landscape import Landscape

KINDS = ("utility", "supplier", "ict", "process", "effect")
SHOWN = 6
"""Processes of each outage that are told; JSON has them all."""
CAREFUL = "Bewaar deze lijst zorgvuldig: hij wijst de zwakke plekken aan."


def add(commands: Commands) -> None:
    """Add the command."""
    falls = commands.add_parser(
        "falls",
        help="welke uitval kost inwoners het meest, en langs welke weg",
        description=(
            "Raak elk onderdeel van een landschap apart, laat niemand iets besluiten, en tel wat inwoners missen. "
            "Met de meest waarschijnlijke hersteltijden."
        ),
    )
    falls.add_argument("landscape", metavar="LANDSCHAP", help="landschap of scenario: bestand, map of naam uit de bibliotheek")
    falls.add_argument("--within", metavar="DUUR", default="24h", help="hoe lang na de uitval er geteld wordt: 8h, 2d (24h)")
    falls.add_argument("--top", metavar="AANTAL", type=int, default=10, help="hoeveel onderdelen (10)")
    falls.add_argument(
        "--kind", metavar="SOORT", choices=KINDS, help="alleen onderdelen van deze soort: utility, supplier, ict of process"
    )
    falls.add_argument("--json", action="store_true", help="als JSON, met alle processen")
    falls.set_defaults(run=_falls)


def _falls(typed: argparse.Namespace, screens: Screens | None) -> int:
    from simulator.errors import NotFound
    from simulator.insight.falls import falls

    landscape, within = _landscape(typed.landscape), _minutes(typed.within)
    nodes = [node.id for node in landscape.nodes if node.kind == typed.kind] if typed.kind else None
    if nodes == []:
        raise NotFound(
            f"Dit landschap heeft geen onderdelen van de soort {typed.kind}. Laat --kind weg, of kies een andere soort."
        )
    found = falls(landscape, nodes, within=within, top=typed.top)
    if typed.json:
        show_json({"landscape": landscape.id, "within": within, "falls": [asdict(fall) for fall in found]})
        return 0
    tell(CAREFUL)
    show_lines(lines(landscape, found, within))
    return 0


def _landscape(name: str) -> Landscape:
    """The landscape in a file, of a scenario, or with this id in the library."""
    from simulator.errors import NotFound
    from simulator.scenario.library import find_scenario, landscape_ids, shipped
    from simulator.scenario.load import load_landscape, load_scenario
    from simulator.scenario.source import read_source

    if name in landscape_ids(shipped()) and not Path(name).exists():
        return load_landscape(shipped() / "landscapes" / f"{name}.yaml")
    try:
        path = find_scenario(name)
    except NotFound as error:
        known = ", ".join(landscape_ids(shipped()))
        raise NotFound(f"{error} Landschappen in de bibliotheek: {known}.") from None
    data = read_source(path).data
    if isinstance(data, dict) and "nodes" in data:
        return load_landscape(path)
    return load_scenario(path).landscape


def _minutes(text: str) -> int:
    from pydantic import TypeAdapter, ValidationError

    from simulator.errors import UsageWrong
    from simulator.scenario.scalars import Duration

    try:
        return int(TypeAdapter(Duration).validate_python(text))
    except ValidationError:
        raise UsageWrong(f"--within: '{text}' is geen duur van 1 minuut tot 400 dagen; schrijf 30m, 8h of 2d.") from None


def lines(landscape: Landscape, found: tuple[Fall, ...], within: int) -> Iterator[str]:
    """The ranking, for a person."""
    from simulator.insight import wording as w

    yield f"Welke uitval kost het meest? {landscape.title}"
    yield (
        f"Elk onderdeel is apart geraakt en niemand besluit iets. Geteld over {w.span(within)}, met de meest waarschijnlijke "
        "hersteltijden; een sporenonderzoek telt niet mee."
    )
    yield "Een dienst-uur is één inwoner die één dienst een uur mist."
    for place, fall in enumerate(found, start=1):
        yield ""
        late = (
            f", waarvan {w.number(fall.resident_hours_beyond_limit)} voorbij de grens" if fall.resident_hours_beyond_limit else ""
        )
        money = f"; {w.euro(fall.cost)}" if fall.cost else ""
        yield f"{place:>3}. {fall.name} ({w.KINDS[fall.kind]}): {w.number(fall.resident_hours)} dienst-uren{late}{money}"
        yield from (f"     {line}" for line in _consequences(fall))


def _consequences(fall: Fall) -> Iterator[str]:
    from simulator.insight.wording import count

    if not fall.takes_down:
        yield "Neemt geen proces mee."
        return
    yield f"Neemt {count(len(fall.takes_down), 'proces of gevolg', 'processen en gevolgen')} mee:"
    for down in fall.takes_down[:SHOWN]:
        yield f"  {_downed(down)}"
    if len(fall.takes_down) > SHOWN:
        yield f"  en nog {len(fall.takes_down) - SHOWN}"


def _downed(down: Downed) -> str:
    """'Burgerzaken ligt plat, na 30 min, 1.200 dienst-uren; via Netwerk > Servers'."""
    from simulator.insight import wording as w

    names = [f"{step.name} (besmet)" if step.spread else step.name for step in down.chain[1:-1]]
    way = f"via {' > '.join(names)}" if names else "rechtstreeks"
    when = f"na {w.span(down.minute)}" if down.minute else "meteen"
    struck = ", besmet" if down.chain[-1].spread else ""
    return f"{down.name} {w.level(down.level)}, {when}, {w.number(down.resident_hours)} dienst-uren; {way}{struck}"
