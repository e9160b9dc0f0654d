"""What every command is held against before anything happens."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import TypeVar

from simulator.errors import CommandRefused
from simulator.plain import plain
from simulator.scenario.references import QUESTIONS

V = TypeVar("V")

LONGEST_TEXT = 4000
"""Characters in what a person types."""


def known(kind: str, name: str, among: Mapping[str, V]) -> V:
    """The thing by that id; refused, with the nearest id, when there is none."""
    if name not in among:
        raise CommandRefused(f"Er is geen {kind} '{name}'.{nearest(name, among)}")
    return among[name]


def nearest(name: str, among: Collection[str]) -> str:
    """` Bedoelde u '...'?`, or nothing."""
    close = get_close_matches(name, list(among), n=1)
    return f" Bedoelde u '{close[0]}'?" if close else ""


def text(value: str, what: str, *, required: bool = False) -> str:
    """What a person typed, made safe; refused when empty (if required) or too long."""
    clean = plain(value).strip()
    if required and not clean:
        raise CommandRefused(f"Vul eerst {what} in.")
    if len(clean) > LONGEST_TEXT:
        raise CommandRefused(f"De tekst bij {what} is te lang ({len(clean)} tekens); houd het onder {LONGEST_TEXT}.")
    return clean


def past(minute: int | None, now: int, what: str) -> int:
    """An exercise minute that lies in the past or is now; None means now."""
    if minute is None:
        return now
    if not 0 <= minute <= now:
        raise CommandRefused(f"{what} kan niet in de toekomst of voor het begin liggen.")
    return minute


def question_named(typed: str) -> str:
    """A question of the council as the factsheet writes it, whatever the case it was typed in."""
    name = text(typed, "de vraag")
    found = next((question for question in QUESTIONS if question.casefold() == name.casefold()), None)
    if found is None:
        raise CommandRefused(f"Er is geen raadsvraag '{name}'. Ze staan in de factsheet als V1, K6a of C4; leeg mag ook.")
    return found
