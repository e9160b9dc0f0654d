"""The council's oversight questions in plain words, each with its place in the factsheet, its class and its evidence rules."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.council.rules import Rule
from simulator.scenario.scalars import Count, Id, Line
from simulator.scenario.shape import Written


class CouncilRole(StrEnum):
    """The council's three roles."""

    VOLKSVERTEGENWOORDIGEND = "volksvertegenwoordigend"
    KADERSTELLEND = "kaderstellend"
    CONTROLEREND = "controlerend"


class QuestionClass(StrEnum):
    """How a question can be answered."""

    ANTWOORD = "antwoord"
    """Observed in play, and rated."""
    AANWIJZING = "aanwijzing"
    """Play only hints at it: evidence and a follow-up question, in no count."""
    PAPIER = "papier"
    """By a document."""
    GESPREK = "gesprek"
    """By talking only."""


OBSERVED = (QuestionClass.ANTWOORD, QuestionClass.AANWIJZING)
"""What play can show."""


class Place(Written):
    """Where a question stands in the factsheet for councillors."""

    heading: Count
    """De hoeveelste kop onder de rol van de raad."""
    item: Count
    """De hoeveelste vraag onder die kop."""


class Norm(Written):
    """Something that a question can be held against."""

    of: Literal["bio2", "nvrr", "wet"]
    """BIO2, het normenkader van de rekenkamers (NVRR) of een wet."""
    ref: Line
    """Het artikel of de categorie."""
    verified: bool = False
    """Is het nagekeken? Zo niet, dan staat er 'te verifiëren' bij."""


class Question(Written):
    """One question of the council."""

    id: str
    """Nummer in de factsheet, zoals K6a."""
    role: CouncilRole
    """De rol van de raad waar de vraag bij hoort."""
    place: Place
    """Waar de vraag in de factsheet staat."""
    text: Line
    """De vraag in onze eigen woorden."""
    aim: Line
    """Waar het om gaat."""
    class_: QuestionClass = Field(alias="class")
    """antwoord, aanwijzing, papier of gesprek."""
    follow_up: Line
    """Wat de raad daarna kan vragen."""
    norms: tuple[Norm, ...] = ()
    """Waar het aan te toetsen is."""
    documents: tuple[Id, ...] = ()
    """Wat er op papier bij hoort; zie documents.yaml."""
    rules: tuple[Rule, ...] = ()
    """Wat er in het logboek voor te vinden is."""

    @model_validator(mode="after")
    def _rules_only_for_what_play_shows(self) -> Self:
        observed = self.class_ in OBSERVED
        if observed != bool(self.rules):
            said = "een vraag van de klasse antwoord of aanwijzing heeft bewijsregels (rules), een andere niet"
            raise PydanticCustomError("question_rules", said)
        return self


class Questions(Written):
    """The file of questions."""

    format: Literal["1", 1] = 1
    """Versie van dit bestandsformaat: 1."""
    questions: tuple[Question, ...] = Field(min_length=1)
    """De vragen van de raad."""
