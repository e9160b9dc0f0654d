"""Looking ahead beside the screen: giving way to the keys, and knowing when what was found is old."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.exercise.events import Event
    from tui.picture import Picture

BREATH = 0.0005
"""Seconds between two steps in which the screen goes first."""

DECIDED = "Over dit besluit is intussen beslist. Deze cijfers zijn van daarvoor."
DEFAULTED = "Niemand besloot op tijd. Deze cijfers zijn van daarvoor; r rekent opnieuw."
DONE = "Er is intussen iets besloten of met de hand gedaan. Deze cijfers zijn van daarvoor; r rekent opnieuw."


class Ended(Exception):
    """Nobody waits for it any more."""


def giving_way(ended: Callable[[], bool], tell: Callable[[str], object]) -> Callable[[str, int, int], None]:
    """A progress that lets the screen go first, and ends the work once nobody waits for it."""
    told = ""

    def progress(what: str, done: int, of: int) -> None:
        nonlocal told
        if ended():
            raise Ended
        words = f"{what[:1].upper()}{what[1:]}: {100 * done // max(1, of)}%."
        if words != told:
            told = words
            tell(words)
        time.sleep(BREATH)

    return progress


def since(picture: Picture, seq: int, decision: str) -> str:
    """Why what was found after `seq` events is old, as a sentence; empty while it is not. What comes by itself was foreseen."""
    from simulator.exercise import events as e

    later = [each.event for each in picture.recorded[seq:]]
    if any(isinstance(each, e.DecisionTaken) and each.decision == decision for each in later):
        return DECIDED
    if any(isinstance(each, e.DecisionDefaulted) and each.decision == decision for each in later):
        return DEFAULTED
    return DONE if any(_by_people(each) for each in later) else ""


def _by_people(event: Event) -> bool:
    """Whether it changes what comes."""
    from simulator.exercise import events as e

    match event:
        case e.DecisionTaken() | e.DecisionDetailed() | e.DecisionWithdrawn() | e.InjectHeld() | e.ExerciseEnded():
            return True
        case e.InjectDelivered(by_hand=True) | e.Intervened(cause="hand"):
            return True
        case e.ClockStarted(cause="hand") | e.ClockMet(cause="hand"):
            return True
        case _:
            return False
