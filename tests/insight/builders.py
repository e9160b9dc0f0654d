"""A small municipality, a short scenario, and a way to play it up to a minute."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Any, NamedTuple

from simulator.exercise import commands as c
from simulator.exercise.decide import decide
from simulator.exercise.events import Recorded, Stamped
from simulator.exercise.evolve import evolve
from simulator.exercise.rehearsal import created
from simulator.exercise.setting import Setting
from simulator.exercise.settle import settle
from simulator.exercise.state import State
from simulator.scenario.landscape import Landscape
from simulator.scenario.model import Scenario

HOUR = 60
SECRET = "GEHEIM-"
"""Stands in every private text, so that a leak is found whatever it says."""

LANDSCAPE: dict[str, Any] = {
    "id": "dorp",
    "title": "Dorp, 10.000 inwoners",
    "residents": 10000,
    "crews": [{"id": "ict", "name": "Eigen ICT", "count": 1}],
    "horizon": "7d",
    "nodes": [
        {
            "id": "servers",
            "name": "Servers",
            "kind": "ict",
            "confidential": True,
            "repair": {"work": {"min": "10h", "likely": "10h", "max": "10h"}, "crew": "ict"},
        },
        {
            "id": "telefoon",
            "name": "Telefoon",
            "kind": "ict",
            "repair": {"work": {"min": "4h", "likely": "4h", "max": "4h"}, "crew": "ict"},
        },
        {
            "id": "burgerzaken",
            "name": "Burgerzaken",
            "kind": "process",
            "needs": [{"of": ["servers"]}],
            "residents": 6000,
            "cost_per_hour": 100,
            "rto": {"time": "2h"},
            "mtd": {"time": "4h"},
            "fallback": {"level": 40, "setup": "1h", "keep": "2h", "cost_per_hour": 50},
        },
        {
            "id": "uitvaart",
            "name": "Uitvaart",
            "kind": "effect",
            "needs": [{"of": ["burgerzaken"], "buffer": "3h", "enough": 60}],
            "residents": 12,
            "mtd": {"time": "1d", "basis": "besluit"},
        },
    ],
}


def known(node: str, level: int | None = None) -> dict[str, Any]:
    return {"node": node} if level is None else {"node": node, "level": level}


SCENARIO: dict[str, Any] = {
    "id": "stille-servers",
    "title": "Stille servers",
    "summary": "Op maandagochtend start er niets op.",
    "secret": f"{SECRET}de aanvaller zit er al weken",
    "day": "maandag",
    "start": "08:30",
    "end": "T+30:00",
    "duration": "2h",
    "regime": "wbni",
    "landscape": "dorp",
    "goals": [{"id": "mandaat", "text": "Iedereen besluit waarover hij gaat."}],
    "questions": ["K2", "K10", "V4"],
    "roles": [
        {"id": "burgemeester", "name": "Burgemeester", "task": "U draagt de gevolgen voor de openbare orde."},
        {"id": "ciso", "name": "CISO"},
        {"id": "fg", "name": "Functionaris gegevensbescherming (FG)"},
        {"id": "pers", "name": "Journalist", "kind": "tegenspel"},
    ],
    "rounds": [
        {
            "id": "een",
            "title": "Ronde een",
            "at": "T+0:00",
            "until": "T+4:00",
            "text": "U komt bij elkaar.",
            "note": f"{SECRET}r",
        },
        {"id": "twee", "title": "Ronde twee", "at": "T+24:00", "until": "T+30:00"},
    ],
    "injects": [
        {
            "id": "start",
            "title": "Niets start op",
            "kind": "kern",
            "at": "T+0:00",
            "channel": "telefoon",
            "from": "pers",
            "to": ["ciso"],
            "text": "Geen enkele computer start op.",
            "note": f"{SECRET}notitie",
            "expected": [f"{SECRET}verwachting"],
            "call": {"opening": f"{SECRET}opening", "knows": [f"{SECRET}weet"], "withholds": [f"{SECRET}verzwijgt"]},
            "questions": ["K2"],
            "effects": [{"hit": ["servers"]}],
            "known": [known("servers")],
            "asks": ["losgeld"],
            "starts": ["datalek", "raad"],
        },
        {
            "id": "omroep",
            "title": "De omroep belt",
            "kind": "kern",
            "at": "T+1:10",
            "channel": "media",
            "from": "pers",
            "to": "all",
            "text": "Klopt het dat u plat ligt?",
            "known": [known("burgerzaken")],
            "note": f"{SECRET}toon",
        },
        {
            "id": "gerucht",
            "title": "Een gerucht",
            "kind": "reserve",
            "when": {"all": [{"after": "T+2:00"}, {"not": {"taken": {"decision": "losgeld"}}}]},
            "channel": "sociaal",
            "from": "pers",
            "to": ["burgemeester"],
            "text": "Men zegt dat u betaalt.",
            "note": f"{SECRET}gerucht",
        },
    ],
    "decisions": [
        {
            "id": "losgeld",
            "title": "Betaalt u?",
            "text": "De afperser wil geld.",
            "to": ["burgemeester"],
            "mandate": {"decides": ["burgemeester"], "advises": ["fg", "ciso"]},
            "within": "6h",
            "default": "nee",
            "questions": ["K10"],
            "note": f"{SECRET}dilemma",
            "options": [
                {"id": "ja", "text": f"{SECRET}betalen", "note": f"{SECRET}ja", "costs": ["losgeld"], "meets": ["raad"]},
                {
                    "id": "nee",
                    "text": f"{SECRET}niet betalen",
                    "actions": ["aangifte"],
                    "effects": [{"after": "2h", "hit": ["telefoon"]}],
                },
            ],
        },
    ],
    "clocks": [
        {"id": "datalek", "title": "Datalek", "responsible": "burgemeester", "to": "de AP", "time": "72h", "basis": "AVG 33"},
        {"id": "raad", "title": "Raad", "responsible": "ciso", "to": "de raad", "time": "2h", "basis": "Norm", "verified": True},
    ],
    "costs": [
        {"id": "losgeld", "title": "Losgeld", "category": "Afpersing", "low": 100000, "high": 200000},
    ],
    "actions": [{"id": "aangifte", "text": "Doe aangifte.", "owner": "burgemeester", "within": "1d"}],
}


def setting(scenario: dict[str, Any] | None = None, landscape: dict[str, Any] | None = None) -> Setting:
    """The small municipality; keys given here take the place of its own."""
    written = {**SCENARIO, **(scenario or {})}
    return Setting(
        scenario=Scenario.model_validate(written, context={"start": 8 * HOUR + 30}),
        landscape=Landscape.model_validate({**LANDSCAPE, **(landscape or {})}),
        seed=1,
    )


class Played(NamedTuple):
    """An exercise as far as it was played."""

    setting: Setting
    state: State
    recorded: tuple[Recorded, ...]


def play(on: Setting, *steps: tuple[int, c.Command], until: int) -> Played:
    """Start, do each command at its minute, and let time run on to `until`."""
    stamped = [created(on, "oefening")]
    state = reduce(evolve, stamped, State())

    def add(more: Iterable[Stamped]) -> None:
        nonlocal state
        for each in more:
            stamped.append(each)
            state = evolve(state, each)

    add(decide(on, state, c.Start()))
    for minute, command in steps:
        state, followed = settle(on, state, minute)
        stamped.extend(followed)
        add(decide(on, state, command))
    state, followed = settle(on, state, until)
    stamped.extend(followed)
    return Played(on, state, tuple(recorded(stamped)))


def recorded(stamped: Iterable[Stamped]) -> list[Recorded]:
    """As the journal would hold them."""
    return [
        Recorded(
            seq=number,
            id=f"e{number}",
            wall="2026-11-23T09:00:00Z",
            minute=each.minute,
            actor="oefenleider",
            event=each.event,
            hash=f"{number:064x}",
        )
        for number, each in enumerate(stamped, start=1)
    ]
