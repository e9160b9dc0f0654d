"""The council's files to values, read once. They are shipped; a mistake in them is shown as in any other file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from simulator.scenario.council.vocabulary import Act, Mandates, Term, Topic, Topics
from simulator.scenario.library import shipped
from simulator.scenario.references import Names
from simulator.scenario.typed import whole

FOLDER = "council"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Topics, terms and acts by id."""

    topics: dict[str, Topic]
    terms: dict[str, Term]
    acts: dict[str, Act]

    def names(self) -> Names:
        """The ids, for the references of a scenario."""
        ids = {"topics": frozenset(self.topics), "terms": frozenset(self.terms), "acts": frozenset(self.acts)}
        return Names(ids=ids, options={})


def council_file(name: str) -> Path:
    """Where a file about the council stands."""
    return shipped() / FOLDER / name


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words that scenarios may use. Raises `ScenarioInvalid`."""
    topics = whole(Topics, council_file("topics.yaml"))
    mandates = whole(Mandates, council_file("mandates.yaml"))
    return Vocabulary(
        topics={topic.id: topic for topic in topics.topics},
        terms={term.id: term for term in topics.terms},
        acts={act.id: act for act in mandates.acts},
    )
