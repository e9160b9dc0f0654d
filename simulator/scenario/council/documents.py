"""The papers that the council's questions ask for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from simulator.scenario.scalars import Count, Id, Line, Text
from simulator.scenario.shape import Written


class Document(Written):
    """Something that can be shown on paper."""

    id: Id
    """Eigen naam voor in verwijzingen."""
    title: Line
    """Welk stuk het is."""
    look_for: Text
    """Waar u in dit stuk op let."""
    questions: tuple[str, ...] = Field(min_length=1)
    """Bij welke raadsvragen het hoort, zoals K2."""
    months: Count | None = None
    """Hoeveel maanden oud het mag zijn; zonder dit veroudert het niet."""


class Documents(Written):
    """The file of documents."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    documents: tuple[Document, ...] = Field(min_length=1)
    """De stukken."""
