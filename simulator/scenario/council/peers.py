"""What others chose: published polls, to lay beside a team's own choice. Never a norm."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from simulator.scenario.scalars import Count, Id, Line, Percent, Text
from simulator.scenario.shape import Written


class PollAnswer(Written):
    """An answer that could be given."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    text: Line
    """Het antwoord in een regel."""
    share: Percent | None = None
    """Welk percentage dit koos; zonder dit is het niet gepubliceerd."""


class Poll(Written):
    """A published poll."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    title: Line
    """Waar het over ging, in een paar woorden."""
    question: Line
    """De vraag, in eigen woorden."""
    among: Line
    """Onder wie er gepeild is."""
    votes: Count | None = None
    """Hoeveel stemmen er waren; zonder dit is het onbekend."""
    source: Line
    """Waar de cijfers staan, met de datum."""
    answers: tuple[PollAnswer, ...] = Field(min_length=2)
    """De antwoorden."""


class Peers(Written):
    """The file of polls."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    caveat: Text
    """Wat er altijd bij staat."""
    polls: tuple[Poll, ...] = Field(min_length=1)
    """De peilingen."""
