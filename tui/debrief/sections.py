"""The parts of the debrief, in order. A new part is a file here and a line in the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.debrief.answers import AnswersSection
from tui.debrief.clocks import ClocksSection
from tui.debrief.course import CourseSection
from tui.debrief.decisions import DecisionsSection
from tui.debrief.hot_wash import HotWashSection
from tui.debrief.improvements import ImprovementsSection
from tui.debrief.ledger import LedgerSection
from tui.debrief.luck import LuckSection
from tui.debrief.mandates import MandatesSection
from tui.debrief.mirror import MirrorSection
from tui.debrief.papers import PapersSection
from tui.debrief.pictures import PicturesSection
from tui.debrief.predictions import PredictionsSection
from tui.debrief.questions import QuestionsSection
from tui.debrief.section import Section

KEYS = "1234567890"
"""The first ten parts have a key of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the debrief, as it is listed."""

    id: str
    title: str
    """In Dutch, at most seventeen characters."""
    make: Callable[[], Section]
    """Called when the part is first looked at."""


SECTIONS: tuple[Part, ...] = (
    Part(id="verloop", title="Verloop", make=CourseSection),
    Part(id="besluiten", title="Besluiten", make=DecisionsSection),
    Part(id="mandaten", title="Mandaten", make=MandatesSection),
    Part(id="klokken", title="Klokken", make=ClocksSection),
    Part(id="geld", title="Geld", make=LedgerSection),
    Part(id="voorspelling", title="Voorspelling", make=PredictionsSection),
    Part(id="beelden", title="Beelden en BOB", make=PicturesSection),
    Part(id="raadsvragen", title="Raadsvragen", make=QuestionsSection),
    Part(id="antwoorden", title="Raadsleden vragen", make=AnswersSection),
    Part(id="stukken", title="Stukken", make=PapersSection),
    Part(id="spiegel", title="Spiegel", make=MirrorSection),
    Part(id="geluk", title="Geluk of wijsheid", make=LuckSection),
    Part(id="eerste-indruk", title="Eerste indrukken", make=HotWashSection),
    Part(id="verbeteracties", title="Verbeteracties", make=ImprovementsSection),
)


def numbered(parts: tuple[Part, ...] = SECTIONS) -> tuple[tuple[str, Part], ...]:
    """Each part with its key; no key from the eleventh on."""
    return tuple((KEYS[place] if place < len(KEYS) else "", part) for place, part in enumerate(parts))
