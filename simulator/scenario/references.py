"""Every name that refers to an item: where it may stand, and whether the item is there.

Works on the data of a file, typed or not, so that a wrong name is found beside a wrong type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.scenario.mistakes import Data, Mistake, Places, Route, short, value_at

QUESTIONS = (
    *(f"V{number}" for number in range(1, 12)),
    *("K1", "K2", "K3", "K4", "K5", "K6a", "K6b", "K6c", "K7", "K8", "K9", "K10"),
    *(f"C{number}" for number in range(1, 11)),
)
"""The questions of the council's factsheet."""

Tail = tuple[str, ...]
"""The end of a route; `*` stands for any place in a list."""

TO: Mapping[Tail, str] = {
    ("injects", "*", "from"): "roles",
    ("to", "*"): "roles",
    ("decides", "*"): "roles",
    ("executes", "*"): "roles",
    ("advises", "*"): "roles",
    ("informed", "*"): "roles",
    ("responsible",): "roles",
    ("actions", "*", "owner"): "roles",
    ("goals", "*"): "goals",
    ("questions", "*"): "questions",
    ("asks", "*"): "decisions",
    ("starts", "*"): "clocks",
    ("meets", "*"): "clocks",
    ("costs", "*"): "costs",
    ("actions", "*"): "actions",
    ("decisions", "*", "act"): "acts",
    ("options", "*", "does", "*"): "acts",
    ("injects", "*", "raises", "*"): "topics",
    ("clocks", "*", "term"): "terms",
    ("options", "*", "mirrors", "*"): "answers",
    ("known", "*", "node"): "nodes",
    ("taken", "decision"): "decisions",
    ("not_taken", "decision"): "decisions",
    ("node", "node"): "nodes",
    ("clock", "clock"): "clocks",
    ("delivered",): "injects",
    ("hit", "*"): "nodes",
    ("isolate", "*"): "nodes",
    ("reconnect", "*"): "nodes",
    ("cut", "node"): "nodes",
    ("cut", "member"): "nodes",
    ("restore", "node"): "nodes",
    ("restore", "member"): "nodes",
    ("start_fallback", "*"): "nodes",
    ("stop_fallback", "*"): "nodes",
    ("add_crew", "crew"): "crews",
    ("set_priority", "node"): "nodes",
    ("clear", "*"): "nodes",
    ("jump_start", "node"): "nodes",
    ("of", "*"): "nodes",
    ("repair", "crew"): "crews",
    ("repair", "needs", "*"): "nodes",
    ("repair", "backup"): "nodes",
    ("reaches", "*", "from"): "nodes",
    ("reaches", "*", "to"): "nodes",
}
"""What a name refers to, by the longest tail that fits the end of its route."""

SCRIPT_TO: Mapping[Tail, str] = {
    ("attend", "role"): "roles",
    ("decide", "decision"): "decisions",
    ("decide", "act"): "acts",
    ("decide", "by"): "roles",
    ("decide", "owner"): "roles",
    ("withdraw",): "decisions",
    ("deliver",): "injects",
    ("hold",): "injects",
    ("improvise", "to", "*"): "roles",
    ("report", "node"): "nodes",
    ("report", "by"): "roles",
    ("steps", "*", "round"): "rounds",
    ("start_clock",): "clocks",
    ("meet_clock",): "clocks",
    ("observe", "question"): "questions",
    ("observe", "role"): "roles",
    ("steps", "*", "add_crew"): "crews",
    ("steps", "*", "set_priority"): "nodes",
    ("set_node", "node"): "nodes",
    ("action_done",): "actions",
    ("predict", "nodes", "*"): "nodes",
    ("predict", "by"): "roles",
    ("picture", "role"): "roles",
    ("picture", "lines", "*", "node"): "nodes",
    ("answer", "inject"): "injects",
    ("answer", "by"): "roles",
    ("claim", "inject"): "injects",
}
"""The same for a rehearsal."""

LONGEST_TAIL = 4

NEVER_LEFT_OUT = frozenset({"goals", "roles", "rounds", "injects", "nodes"})

NOUNS = {
    "roles": "rol",
    "goals": "leerdoel",
    "questions": "raadsvraag",
    "decisions": "besluit",
    "clocks": "klok",
    "costs": "kostenpost",
    "actions": "actie",
    "nodes": "onderdeel",
    "crews": "ploeg",
    "injects": "inject",
    "rounds": "ronde",
    "acts": "handeling",
    "topics": "onderwerp",
    "terms": "termijn",
    "answers": "antwoord van een peiling",
    "documents": "document",
    "present": "onderdeel van deze casus",
    "repairs": "soort herstel",
    "fallbacks": "soort noodprocedure",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The ids that exist, by the list that they stand in; a list that could not be read is not there."""

    ids: Mapping[str, frozenset[str]]
    options: Mapping[str, frozenset[str]]
    """The options of each decision."""

    def and_those_of(self, other: Names) -> Names:
        """Also the names of another file."""
        return Names(ids={**self.ids, **other.ids}, options={**self.options, **other.options})


NO_NAMES = Names(ids={}, options={})


def names_in(data: Data, lists: tuple[str, ...]) -> Names:
    """The ids in these lists of a file. A list that may be left out has none; one that may not is a mistake of its own."""
    if not isinstance(data, dict):
        return NO_NAMES
    written = {name: data.get(name, None if name in NEVER_LEFT_OUT else []) for name in lists}
    ids = {name: frozenset(_ids(found)) for name, found in written.items() if isinstance(found, list)}
    decisions = data.get("decisions")
    options = {
        decision["id"]: frozenset(_ids(decision.get("options", [])))
        for decision in (decisions if isinstance(decisions, list) else [])
        if isinstance(decision, dict) and isinstance(decision.get("id"), str)
    }
    return Names(ids={**ids, "questions": frozenset(QUESTIONS)}, options={str(key): found for key, found in options.items()})


def _ids(items: Data) -> Iterator[str]:
    for item in items if isinstance(items, list) else []:
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            yield name


def scalars_in(data: Data, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Every text in the data with its route, in the order of the file."""
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from scalars_in(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from scalars_in(value, (*route, index))


def every_reference_is_known(data: Data, names: Names, table: Mapping[Tail, str] = TO) -> Iterator[Mistake]:
    """Roles, nodes, crews, clocks, costs, actions, goals, decisions, injects and council questions that are named."""
    for route, name in scalars_in(data):
        kind = _refers_to(route, table)
        known = names.ids.get(kind) if kind else None
        if kind and known is not None and name not in known:
            message = f"{NOUNS[kind]} `{short(name)}` bestaat niet."
            mend = "" if known else "Er is er geen een; voeg hem toe."
            yield Mistake(route=route, message=message, mend=mend, wrong=name, known=known)


def _refers_to(route: Route, table: Mapping[Tail, str]) -> str | None:
    tail = tuple("*" if isinstance(step, int) else step for step in route)
    for length in range(min(LONGEST_TAIL, len(tail)), 0, -1):
        if kind := table.get(tail[-length:]):
            return kind
    return None


def every_option_is_of_its_decision(data: Data, names: Names) -> Iterator[Mistake]:
    """An option that a condition, a default or a rehearsal names belongs to that decision."""
    for route, name in scalars_in(data):
        beside = value_at(data, route[:-1])
        if not isinstance(beside, dict) or route[-1] not in ("option", "default"):
            continue
        decision = beside.get("decision" if route[-1] == "option" else "id")
        known = names.options.get(decision) if isinstance(decision, str) else None
        if known is not None and name not in known:
            message = f"besluit `{short(str(decision))}` heeft geen optie `{short(name)}`."
            yield Mistake(route=route, message=message, wrong=name, known=known)


def every_target_of_own_words_is_known(data: Data, names: Names) -> Iterator[Mistake]:
    """What a decision in own words does, it does to a crew or a node that is there."""
    for route, name in scalars_in(data):
        if route[-2:] != ("decide", "target"):
            continue
        kind = "crews" if value_at(data, (*route[:-1], "effect")) == "crew" else "nodes"
        known = names.ids.get(kind, frozenset())
        if name not in known:
            yield Mistake(route=route, message=f"{NOUNS[kind]} `{short(name)}` bestaat niet.", wrong=name, known=known)


def every_id_is_unique(data: Data, places: Places) -> Iterator[Mistake]:
    """Two items of one kind may not share an id; the options of one decision may not either."""
    first: dict[tuple[Route, str], Route] = {}
    for route, name in scalars_in(data):
        if len(route) < 3 or route[-1] != "id" or not isinstance(route[-2], int):
            continue
        key = (route[:-2], name)
        if key in first:
            line = places.values[first[key]].line
            message = f"het id `{short(name)}` is al gebruikt op regel {line}."
            yield Mistake(route=route, message=message, mend="Geef een van de twee een ander id.")
        else:
            first[key] = route
