"""Terms explained where they stand. The terms are given; where they come from is no matter here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that needs explaining."""

    term: str
    meaning: str
    also: tuple[str, ...] = ()
    """Other spellings."""


def explain(terms: Iterable[Term], word: str) -> Term | None:
    """The term that `word` is or is another spelling of, whatever its case."""
    wanted = word.casefold().strip()
    return next((term for term in terms if wanted in _spellings(term)), None)


def terms_in(terms: Iterable[Term], text: str) -> tuple[Term, ...]:
    """The terms that `text` uses as whole words, in the order in which they first appear."""
    found = [(place, term) for term in terms if (place := _first(term, text)) >= 0]
    return tuple(term for _, term in sorted(found, key=lambda pair: pair[0]))


def _spellings(term: Term) -> frozenset[str]:
    return frozenset(spelling.casefold() for spelling in (term.term, *term.also))


def _first(term: Term, text: str) -> int:
    """Where the term first stands as a whole word; -1 when it does not."""
    places = (re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", text.casefold()) for spelling in _spellings(term))
    return min((found.start() for found in places if found), default=-1)
