"""Terms explained where they stand. The terms are given; where they come from is no matter here."""

from __future__ import annotations

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
    raise NotImplementedError


def terms_in(terms: Iterable[Term], text: str) -> tuple[Term, ...]:
    """The terms that `text` uses as whole words, in the order in which they first appear."""
    raise NotImplementedError
