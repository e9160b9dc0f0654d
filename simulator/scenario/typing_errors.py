"""From what pydantic reports to mistakes in plain Dutch, at their place in the file."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Collection, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simulator.scenario.mistakes import Data, Mistake, Route, nearest, short, value_at

Said = tuple[str, str]
"""What is wrong, and how to mend it."""

REPORTED_BEFORE = frozenset({"unsafe_text"})
"""What the source has reported already, with a better place."""


def _value(error: ErrorDetails) -> str:
    found = error["input"]
    if isinstance(found, dict):
        return "een blok met sleutels"
    return "een lijst" if isinstance(found, list) else f"'{short(str(found))}'"


def _limit(error: ErrorDetails, name: str) -> object:
    return error.get("ctx", {}).get(name, "?")


def _one_of(error: ErrorDetails) -> Said:
    known = choices(error)
    return f"{_value(error)} kan hier niet.", f"Kies uit: {', '.join(known)}."


def _number(error: ErrorDetails) -> Said:
    return f"{_value(error)} is geen heel getal.", "Schrijf alleen cijfers, zoals 80."


def _yes_or_no(error: ErrorDetails) -> Said:
    return f"{_value(error)} is geen ja of nee.", "Schrijf true of false."


def _list(error: ErrorDetails) -> Said:
    found = error["input"]
    mend = (
        f"Schrijf [{short(found)}], of een regel per stuk met een streepje."
        if isinstance(found, str)
        else "Zet er streepjes voor."
    )
    return f"hier hoort een lijst, en er staat {_value(error)}.", mend


def _block(error: ErrorDetails) -> Said:
    return f"hier hoort een blok met sleutels, en er staat {_value(error)}.", "Schrijf op elke regel een sleutel: waarde."


def _too_long(error: ErrorDetails) -> Said:
    return f"deze tekst is langer dan {_limit(error, 'max_length')} tekens.", "Kort hem in."


DUTCH: Mapping[str, Callable[[ErrorDetails], Said]] = {
    "string_type": lambda error: (f"hier hoort tekst, en er staat {_value(error)}.", "Zet de tekst achter de dubbele punt."),
    "string_too_short": lambda error: ("deze tekst is leeg.", "Vul hem in, of haal de regel weg."),
    "string_too_long": _too_long,
    "int_type": _number,
    "int_parsing": _number,
    "int_from_float": _number,
    "int_parsing_size": lambda error: ("dit getal is te groot.", "Controleer het aantal cijfers."),
    "bool_type": _yes_or_no,
    "bool_parsing": _yes_or_no,
    "greater_than_equal": lambda error: (f"{_value(error)} is te klein; het minste is {_least(error)}.", ""),
    "less_than_equal": lambda error: (f"{_value(error)} is te groot; het meeste is {_most(error)}.", ""),
    "less_than": lambda error: (f"{_value(error)} is te groot; het moet kleiner zijn dan {_limit(error, 'lt')}.", ""),
    "tuple_type": _list,
    "model_type": _block,
    "model_attributes_type": _block,
    "dict_type": _block,
    "enum": _one_of,
    "literal_error": _one_of,
    "too_short": lambda error: (f"deze lijst moet er minstens {_limit(error, 'min_length')} hebben.", "Vul hem aan."),
}
"""What a pydantic error type means. Our own error types are Dutch already."""


def _in_time(error: ErrorDetails, limit: object) -> str:
    written = error["input"]
    timed = isinstance(written, str) and not written.strip().lstrip("+-").isdigit()
    if timed and isinstance(limit, int):
        return f"{limit // (24 * 60)} dagen" if limit >= 24 * 60 else f"{limit}m"
    return str(limit)


def _least(error: ErrorDetails) -> str:
    return _in_time(error, _limit(error, "ge"))


def _most(error: ErrorDetails) -> str:
    return _in_time(error, _limit(error, "le"))


def choices(error: ErrorDetails) -> tuple[str, ...]:
    """The values that an enumeration allows."""
    return tuple(dict.fromkeys(re.findall(r"[\w-]+", str(_limit(error, "expected")).replace(" or ", " "))))


def typing_mistakes(model: type[BaseModel], data: Data, error: ValidationError) -> list[Mistake]:
    """Every type error of `model` over `data`, but for those that the source has reported already."""
    found: dict[Route, list[tuple[ErrorDetails, bool]]] = {}
    for details in error.errors(include_url=False):
        route, through_union = _route(data, details["loc"])
        if details["type"] in REPORTED_BEFORE or _left_empty(data, route):
            continue
        found.setdefault(route, []).append((details, through_union))
    misspelt = _misspelt_keys(model, found)
    branches = [route for route, errors in found.items() if any(union for _, union in errors)]
    return [
        _mistake(model, data, route, details)
        for route, errors in found.items()
        for details in _without_other_branches(route, errors, branches)
        if details["type"] != "missing" or (*route, details["loc"][-1]) not in misspelt
        if details["type"] != "too_short" or not _wrong_within(route, found)
    ]


def _wrong_within(route: Route, found: Mapping[Route, object]) -> bool:
    """Whether something in this list is wrong: pydantic counts only what is right, and so calls the list too short."""
    return any(len(other) > len(route) and other[: len(route)] == route for other in found)


def _misspelt_keys(model: type[BaseModel], found: Mapping[Route, list[tuple[ErrorDetails, bool]]]) -> set[Route]:
    """The keys that are missing only because they were written wrongly, which is reported already."""
    unknown = [route for route, errors in found.items() if errors[0][0]["type"] == "extra_forbidden"][:100]
    close = {route: nearest(str(route[-1]), keys_at(model, route[:-1])) for route in unknown}
    return {(*route[:-1], name) for route, name in close.items() if name}


def _without_other_branches(
    route: Route, errors: list[tuple[ErrorDetails, bool]], branches: Collection[Route]
) -> list[ErrorDetails]:
    """One error for a value that fits no branch of a union: the deepest, and a list rather than a word."""
    plain = [details for details, union in errors if not union]
    union = [details for details, union in errors if union]
    if not union or any(other != route and other[: len(route)] == route for other in branches):
        return plain
    union.sort(key=lambda details: details["type"] == "literal_error")
    return [*plain, union[0]]


def _route(data: Data, loc: tuple[int | str, ...]) -> tuple[Route, bool]:
    """The route in the data, without the steps that name a branch of a union, and whether there were any."""
    route: Route = ()
    through_union = False
    for index, step in enumerate(loc):
        inside = value_at(data, route)
        if (isinstance(inside, dict) and isinstance(step, str) and step in inside) or (
            isinstance(inside, list) and isinstance(step, int)
        ):
            route = (*route, step)
        elif index < len(loc) - 1 or "[" in str(step):
            through_union = True
    return route, through_union


def _left_empty(data: Data, route: Route) -> bool:
    return bool(route) and value_at(data, route) is None


def _mistake(model: type[BaseModel], data: Data, route: Route, error: ErrorDetails) -> Mistake:
    kind = error["type"]
    if kind == "missing":
        return Mistake(route=route, message=f"de sleutel `{error['loc'][-1]}` ontbreekt.", mend="Voeg hem toe.")
    if kind == "extra_forbidden":
        key = str(route[-1])
        message = f"de sleutel `{short(key)}` bestaat hier niet."
        return Mistake(route=route, at_key=True, message=message, wrong=key, known=keys_at(model, route[:-1]))
    message, mend = DUTCH[kind](error) if kind in DUTCH else _our_own(error)
    named = next((step for step in reversed(route) if isinstance(step, str)), None)
    known = choices(error) if kind in ("enum", "literal_error") else ()
    wrong = str(error["input"]) if known else ""
    return Mistake(route=route, message=f"`{short(named)}`: {message}" if named else message, mend=mend, wrong=wrong, known=known)


def _our_own(error: ErrorDetails) -> Said:
    value = error.get("ctx", {}).get("value")
    message = error["msg"].replace(str(value), short(str(value))) if value else error["msg"]
    said, _, mend = message.partition("; ")
    return f"{said}.", f"{mend[:1].upper()}{mend[1:]}." if mend else ""


def keys_at(model: type[BaseModel], route: Route) -> tuple[str, ...]:
    """The keys that may stand in the mapping at a route."""
    here: type[BaseModel] | None = model
    for step in route:
        if isinstance(step, str) and here:
            field = next((field for name, field in here.model_fields.items() if (field.alias or name) == step), None)
            here = _model_in(field.annotation) if field else None
    return tuple(field.alias or name for name, field in here.model_fields.items()) if here else ()


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in typing.get_args(annotation) if (found := _model_in(inner))), None)
