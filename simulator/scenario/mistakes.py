"""A mistake in what is written, and how it gets its line, its item's id and its nearest known name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from simulator.errors import Problem
from simulator.plain import plain

Route = tuple[str | int, ...]
"""The keys and indices from the top of a file to a value."""

Data = str | dict[str, "Data"] | list["Data"] | None
"""What a file holds. Every scalar is text; None is a value that was left empty."""

MOST = 250
"""Mistakes shown of one file."""

MOST_COMPARED = 100
"""Mistakes that get the nearest known name; comparing many names takes long."""

ITEMS = {
    "goals": "leerdoel",
    "roles": "rol",
    "rounds": "ronde",
    "injects": "inject",
    "decisions": "besluit",
    "options": "optie",
    "clocks": "klok",
    "costs": "kosten",
    "actions": "actie",
    "nodes": "onderdeel",
    "crews": "ploeg",
    "reaches": "verspreiding",
    "steps": "stap",
    "hits": "treffer",
    "isolations": "afsluiting",
    "points": "punt",
    "variants": "variant",
    "repairs": "herstel",
    "fallbacks": "noodprocedure",
    "questions": "raadsvraag",
    "documents": "document",
    "rules": "bewijsregel",
}
"""What an item is called, by the list that it stands in."""

NAMED = frozenset({"questions", "documents"})
"""Lists that elsewhere hold names only; a name is no item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands; both 1-based."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What is wrong at a route in a file."""

    route: Route = ()
    message: str
    mend: str = ""
    at_key: bool = False
    """The key is wrong, not its value."""
    wrong: str = ""
    """The name that is not known, to be compared with `known`."""
    known: Collection[str] = ()
    place: Place | None = None
    """Set when the route cannot tell."""
    warning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where every value and every key of a file stands."""

    values: Mapping[Route, Place]
    keys: Mapping[Route, Place]

    def of(self, mistake: Mistake) -> Place:
        """The place of a mistake; that of what encloses it when it has none of its own."""
        if mistake.place:
            return mistake.place
        if mistake.at_key and mistake.route in self.keys:
            return self.keys[mistake.route]
        route = mistake.route
        while route and route not in self.values:
            route = route[:-1]
        return self.values.get(route, Place(line=1, column=1))


def short(text: str, most: int = 60) -> str:
    """The text on one safe line, cut where it is long."""
    line = " ".join(plain(text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def value_at(data: Data, route: Route) -> Data:
    """The value at a route; None when it is not there."""
    for step in route:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def item_at(data: Data, route: Route) -> str:
    """The item that a route runs through, by its own id: `besluit losgeld, optie niet-betalen`."""
    found = []
    for index, step in enumerate(route):
        if not isinstance(step, int) or index == 0:
            continue
        noun = ITEMS.get(str(route[index - 1]))
        if noun and not (route[index - 1] in NAMED and isinstance(value_at(data, route[: index + 1]), str)):
            name = value_at(data, (*route[: index + 1], "id"))
            found.append(f"{noun} {short(name)}" if isinstance(name, str) else f"{noun} {step + 1}")
    return ", ".join(found)


def nearest(wrong: str, known: Collection[str]) -> str | None:
    """The known name that looks most like the wrong one."""
    if not 0 < len(wrong) <= 64:
        return None
    likely = [name for name in known if abs(len(name) - len(wrong)) <= max(3, len(wrong) // 2)][:500]
    lower = {name.lower(): name for name in likely}
    found = get_close_matches(wrong.lower(), lower, n=1, cutoff=0.6)
    return lower[found[0]] if found else None


def listed(names: Iterable[str], most: int = 8) -> str:
    """Names in a row, for in a sentence."""
    every = list(names)
    return ", ".join(short(name) for name in every[:most]) + (f" en nog {len(every) - most}" if len(every) > most else "")


def _mend(mistake: Mistake, *, compare: bool) -> str:
    if not mistake.wrong:
        return mistake.mend
    close = nearest(mistake.wrong, mistake.known) if compare else None
    if close:
        return f"Bedoelde u `{close}`?"
    return mistake.mend or (f"Bekend zijn: {listed(sorted(mistake.known))}." if mistake.known else "")


def to_problems(file: str, data: Data, places: Places, mistakes: Sequence[Mistake]) -> tuple[Problem, ...]:
    """The mistakes of one file in the order of its lines, each once."""
    placed = sorted({_key(places.of(mistake), mistake): mistake for mistake in mistakes}.items(), key=lambda pair: pair[0])
    problems = [
        Problem(
            file=plain(file),
            line=line,
            column=column,
            item=item_at(data, mistake.route),
            message=mistake.message,
            mend=_mend(mistake, compare=index < MOST_COMPARED),
            warning=mistake.warning,
        )
        for index, ((line, column, _), mistake) in enumerate(placed[:MOST])
    ]
    if len(placed) > MOST:
        remarks = all(mistake.warning for mistake in mistakes)
        message = f"er zijn nog {len(placed) - MOST} {'opmerkingen' if remarks else 'fouten'}."
        problems.append(Problem(file=plain(file), message=message, mend="Begin met deze.", warning=remarks))
    return tuple(problems)


def _key(place: Place, mistake: Mistake) -> tuple[int, int, str]:
    return place.line, place.column, mistake.message
