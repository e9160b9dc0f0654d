"""Who but the oefenleider may write, and what: a seat its own words, the public seat questions, an observer notes."""

from __future__ import annotations

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec

COUNCIL = "raad"
"""The public seat: it is no role of the scenario."""

OF_A_SEAT = (c.EnterWords, ec.WritePicture)
OF_THE_COUNCIL = (ec.AskAsCouncil,)
OF_AN_OBSERVER = (c.NoteObservation, ec.RateQuestion, ec.RateAnswer, ec.TickClaim)


def seat(role: str) -> str:
    """The actor who writes at a role's seat, as it stands in the journal."""
    return f"rol:{role}"


def observer(token: str) -> str:
    """The actor who writes as an observer, as it stands in the journal."""
    return f"waarnemer:{token}"


def refuse_other_voices(actor: str, command: c.Command) -> None:
    """CommandRefused when this is not for this actor to write, or speaks for somebody else."""
    kind, _, name = actor.partition(":")
    match kind, name:
        case "rol", name if name == COUNCIL:
            allowed = isinstance(command, OF_THE_COUNCIL)
        case "rol", _:
            allowed = isinstance(command, OF_A_SEAT) and command.role == name
        case "waarnemer", _:
            allowed = isinstance(command, OF_AN_OBSERVER) and (isinstance(command, c.NoteObservation) or command.observer == name)
        case _:
            allowed = False
    if not allowed:
        raise CommandRefused("Dit scherm volgt de oefening alleen. Doe dit op het scherm van de oefenleider.")
