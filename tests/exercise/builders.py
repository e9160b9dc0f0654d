"""A small municipality and a short story, for tests of what happens."""

from __future__ import annotations

from typing import Any

from simulator.exercise.commands import Command, Start
from simulator.exercise.decide import decide
from simulator.exercise.events import Event, Stamped
from simulator.exercise.evolve import evolve
from simulator.exercise.setting import Setting
from simulator.exercise.settle import settle
from simulator.exercise.state import State
from simulator.scenario.landscape import Landscape
from simulator.scenario.model import Scenario

FIXED = {"min": "2h", "likely": "2h", "max": "2h"}

LANDSCAPE: dict[str, Any] = {
    "id": "waterdal",
    "title": "Waterdal",
    "residents": 30000,
    "crews": [{"id": "ict", "name": "Eigen ICT", "count": 1}],
    "nodes": [
        {"id": "netwerk", "name": "Netwerk", "kind": "ict", "repair": {"work": FIXED, "crew": "ict"}},
        {
            "id": "burgerzaken",
            "name": "Burgerzaken",
            "kind": "process",
            "needs": [{"of": ["netwerk"]}],
            "residents": 30000,
            "fallback": {"level": 40, "setup": "30m", "keep": "2d"},
            "mtd": {"time": "8h"},
        },
        {"id": "bank", "name": "Bank", "kind": "supplier"},
    ],
}

SCENARIO: dict[str, Any] = {
    "id": "proef",
    "title": "Proef",
    "summary": "Een korte proef.",
    "day": "maandag",
    "start": "08:30",
    "end": "T+8:00",
    "duration": "2h",
    "regime": "wbni",
    "landscape": "waterdal",
    "goals": [{"id": "doel", "text": "Besluiten nemen"}],
    "roles": [
        {"id": "burgemeester", "name": "Burgemeester"},
        {"id": "ciso", "name": "CISO"},
        {"id": "journalist", "name": "Journalist", "kind": "tegenspel"},
    ],
    "rounds": [{"id": "r1", "title": "Eerste uur", "at": "T+0:00", "until": "T+2:00"}],
    "injects": [
        {
            "id": "uitval",
            "title": "Het netwerk ligt plat",
            "kind": "kern",
            "at": "T+0:10",
            "channel": "telefoon",
            "from": "ciso",
            "to": "all",
            "text": "Het netwerk doet het niet.",
            "known": [{"node": "netwerk"}],
            "asks": ["afsluiten"],
            "starts": ["datalek", "cbw"],
            "effects": [{"hit": ["netwerk"]}],
        },
        {
            "id": "pers",
            "title": "De krant belt",
            "kind": "reserve",
            "at": "T+0:20",
            "channel": "telefoon",
            "from": "journalist",
            "to": ["burgemeester"],
            "text": "Klopt het dat u gehackt bent?",
        },
        {
            "id": "te-laat",
            "title": "Niemand besloot",
            "kind": "kern",
            "when": {"not_taken": {"decision": "afsluiten", "by": "T+0:40"}},
            "channel": "mail",
            "from": "ciso",
            "to": ["ciso"],
            "text": "Er is nog niets besloten.",
        },
    ],
    "decisions": [
        {
            "id": "afsluiten",
            "title": "Sluiten we de balie af?",
            "text": "Wat doet u met de balie?",
            "to": ["burgemeester"],
            "mandate": {"decides": ["burgemeester"]},
            "within": "30m",
            "default": "niets",
            "options": [
                {
                    "id": "noodprocedure",
                    "text": "Balie op papier",
                    "effects": [{"start_fallback": ["burgerzaken"]}],
                    "meets": ["datalek"],
                    "costs": ["inhuur"],
                    "actions": ["poster"],
                },
                {
                    "id": "later",
                    "text": "Eerst afwachten, dan afsluiten",
                    "effects": [{"isolate": ["bank"], "after": "1h"}],
                },
                {"id": "niets", "text": "Niets doen", "effects": [{"isolate": ["bank"]}]},
            ],
        }
    ],
    "clocks": [
        {
            "id": "datalek",
            "title": "Datalek melden",
            "responsible": "ciso",
            "to": "Toezichthouder",
            "time": "1h",
            "basis": "Proefregel",
        },
        {
            "id": "cbw",
            "title": "Vroege melding",
            "responsible": "ciso",
            "to": "Meldpunt",
            "time": "24h",
            "regimes": ["cbw"],
            "basis": "Proefregel",
        },
    ],
    "costs": [{"id": "inhuur", "title": "Inhuur", "category": "experts", "low": 1000, "high": 2000}],
    "actions": [{"id": "poster", "text": "Hang een poster op", "owner": "ciso", "within": "1h"}],
}


def setting(seed: int = 1, **changes: Any) -> Setting:
    """The small setting, with keys of the scenario replaced."""
    scenario = Scenario.model_validate({**SCENARIO, **changes}, context={"start": 8 * 60 + 30})
    return Setting(scenario=scenario, landscape=Landscape.model_validate(LANDSCAPE), seed=seed)


class Play:
    """An exercise in memory: given history, when command, then events."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.state = State()
        self.stamped: list[Stamped] = []

    def do(self, command: Command) -> list[Event]:
        """Carry out a command now; the events it gave."""
        return self._take(decide(self.setting, self.state, command))

    def until(self, minute: int) -> list[Event]:
        """Let time pass up to a minute; the events that came by themselves."""
        settled = settle(self.setting, self.state, minute)
        events = self._take(settled.stamped)
        self.state = settled.state
        return events

    def _take(self, stamped: tuple[Stamped, ...]) -> list[Event]:
        for each in stamped:
            self.state = evolve(self.state, each)
        self.stamped.extend(stamped)
        return [each.event for each in stamped]


def started(setting: Setting, minute: int = 0) -> Play:
    """An exercise that runs, at a minute."""
    play = Play(setting)
    play.do(Start())
    play.until(minute)
    return play
