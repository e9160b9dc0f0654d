"""A town where a decision helps, one hurts, one does both in its own time, and one the model knows nothing of."""

from __future__ import annotations

from typing import Any

from simulator.exercise import commands as c
from simulator.exercise.setting import Setting
from simulator.scenario.landscape import Landscape
from simulator.scenario.model import Scenario
from tests.builders import fallback, landscape, limit, node, repair
from tests.exercise.builders import Play, started

TOWN = landscape(
    node("netwerk", repair=repair((120, 300, 1200), crew="ict"), cost_per_hour=50),
    node("servers", repair=repair((60, 120, 600), crew="ict"), restart=10),
    node("burgerzaken", "netwerk", residents=6000, mtd=limit(480), fallback=fallback(40, setup=60, cost=20)),
    node("uitkeringen", "servers", residents=900, cost_per_hour=200, mtd=limit(240)),
    node("bank", residents=300),
    crews={"ict": 1},
    horizon=3 * 24 * 60,
)
CERTAIN = landscape(
    node("netwerk", repair=repair(600, crew="ict")),
    node("burgerzaken", "netwerk", residents=6000, mtd=limit(480), fallback=fallback(40, setup=60)),
    crews={"ict": 1},
    horizon=3 * 24 * 60,
)


def _decision(name: str, yes: dict[str, Any], *, default: str | None = None) -> dict[str, Any]:
    return {
        "id": name,
        "title": f"Dilemma {name}",
        "text": "Wat doet u?",
        "to": ["burgemeester"],
        "mandate": {"decides": ["burgemeester"]},
        "within": "4h",
        "default": default,
        "options": [{"id": "ja", "text": "Ja", **yes}, {"id": "nee", "text": "Nee"}],
    }


def _inject(name: str, at: str, **rest: Any) -> dict[str, Any]:
    texts = {"title": f"Bericht {name}", "text": "Er is iets.", "channel": "telefoon", "from": "ciso", "to": "all"}
    return {"id": name, "kind": "kern", "at": at, **texts, **rest}


SCENARIO: dict[str, Any] = {
    "id": "dobbelstad",
    "title": "Dobbelstad",
    "summary": "Het netwerk valt uit.",
    "day": "maandag",
    "start": "08:00",
    "end": "T+10:00",
    "duration": "2h",
    "regime": "wbni",
    "landscape": "proefgemeente",
    "goals": [{"id": "doel", "text": "Besluiten nemen"}],
    "roles": [{"id": "burgemeester", "name": "Burgemeester"}, {"id": "ciso", "name": "Beveiligingsbaas"}],
    "rounds": [{"id": "r1", "title": "Eerste uur", "at": "T+0:00", "until": "T+2:00"}],
    "injects": [
        _inject("uitval", "T+0:10", asks=["papier", "los", "raad", "vervolg"], effects=[{"hit": ["netwerk"]}]),
        _inject("servers-uit", "T+0:20", effects=[{"hit": ["servers"]}], starts=["raad-inlichten"]),
    ],
    "decisions": [
        _decision("papier", {"effects": [{"start_fallback": ["burgerzaken"]}], "costs": ["inhuur"]}),
        _decision("los", {"effects": [{"isolate": ["bank"]}]}),
        _decision("raad", {"meets": ["raad-inlichten"]}),
        _decision("vervolg", {"effects": [{"set_priority": {"node": "servers", "priority": 5}}]}, default="nee"),
    ],
    "clocks": [
        {
            "id": "raad-inlichten",
            "title": "Raad inlichten",
            "responsible": "ciso",
            "to": "De raad",
            "time": "2h",
            "basis": "Regel",
        }
    ],
    "costs": [{"id": "inhuur", "title": "Inhuur", "category": "inhuur", "low": 1000, "high": 2000}],
}
ALL = ("papier", "los", "raad", "vervolg")


def lucky(town: Landscape = TOWN, seed: int = 1, **changes: Any) -> Setting:
    """The setting, with keys of the scenario replaced."""
    scenario = Scenario.model_validate({**SCENARIO, **changes}, context={"start": 8 * 60})
    return Setting(scenario=scenario, landscape=town, seed=seed)


def played(setting: Setting, *decided: str, at: int = 100, until: int = 500, end: bool = True) -> Play:
    """An exercise in which these dilemmas were answered with yes, at a minute."""
    play = started(setting, at)
    for name in decided:
        play.do(c.Decide(decision=name, option="ja", by="ciso"))
    play.until(until)
    if end:
        play.do(c.End())
    return play
