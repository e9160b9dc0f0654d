"""The shipped scenarios as their rehearsals play them, and what that says about the council's questions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from simulator.exercise.events import FACILITATOR, Recorded, Stamped
from simulator.exercise.rehearsal import rehearse
from simulator.exercise.setting import Setting
from simulator.insight.ratings import Ratings, ratings
from simulator.scenario.council.load import catalogue
from simulator.scenario.library import find_script, library
from simulator.scenario.load import load_scenario, load_script

IDS = tuple(entry.id for entry in library())
REHEARSALS = ("voorbeeldig", "typisch", "afwachtend")


def numbered(stamped: Iterable[Stamped]) -> tuple[Recorded, ...]:
    """The events as a journal numbers them."""
    return tuple(
        Recorded(seq=seq, id="", wall="", minute=each.minute, actor=each.actor or FACILITATOR, event=each.event, hash="")
        for seq, each in enumerate(stamped, 1)
    )


@cache
def rehearsed(scenario: str, rehearsal: str) -> tuple[Setting, tuple[Recorded, ...]]:
    """The setting, and the journal of a rehearsal."""
    path = next(entry.path for entry in library() if entry.id == scenario)
    loaded = load_scenario(path)
    script = load_script(find_script(loaded.folder, rehearsal), loaded.scenario, loaded.landscape)
    setting = Setting(scenario=loaded.scenario, landscape=loaded.landscape, seed=script.seed)
    return setting, numbered(rehearse(setting, script))


@cache
def rated(scenario: str, rehearsal: str) -> Ratings:
    """What the rehearsal says about the council's questions."""
    setting, recorded = rehearsed(scenario, rehearsal)
    return ratings(setting, recorded, catalogue())
