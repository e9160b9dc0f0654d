"""The terms that the screens use and cannot avoid, explained. Read when F1 asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from simulator.errors import OntregeldError


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term in plain Dutch."""

    term: str
    also: tuple[str, ...]
    text: str


@lru_cache(maxsize=1)
def glossary() -> tuple[Entry, ...]:
    """All terms, in the order of the alphabet; none when the list is not there or cannot be read."""
    from simulator.scenario.library import shipped
    from simulator.scenario.source import read_source

    try:
        data = read_source(shipped() / "council" / "glossary.yaml").data
    except OntregeldError:
        return ()
    listed = next((value for value in data.values() if isinstance(value, list)), []) if isinstance(data, dict) else data
    rows = [row for row in listed if isinstance(row, dict) and row.get("term")] if isinstance(listed, list) else []
    return tuple(sorted((_entry(row) for row in rows), key=lambda entry: entry.term.casefold()))


def matching(entries: tuple[Entry, ...], wanted: str) -> tuple[Entry, ...]:
    """The terms that hold the wanted letters in their name or another spelling; then those that use them in the text."""
    sought = wanted.strip().casefold()
    named = tuple(entry for entry in entries if any(sought in name.casefold() for name in (entry.term, *entry.also)))
    return named + tuple(entry for entry in entries if sought and entry not in named and sought in entry.text.casefold())


def _entry(row: Mapping[str, object]) -> Entry:
    also = row.get("also")
    names = tuple(str(name) for name in also) if isinstance(also, list) else ()
    return Entry(term=str(row["term"]), also=names, text=" ".join(str(row.get("text", "")).split()))
