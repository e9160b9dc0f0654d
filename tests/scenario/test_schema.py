"""The JSON Schema accepts what the loader accepts, describes every key in Dutch, and knows the same keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.scenario.library import shipped
from simulator.scenario.schema import general_schema, incident_schema, landscape_schema, scenario_schema, script_schema

DATA = Path(__file__).parent / "data"
Schema = dict[str, Any]

FILES: list[tuple[Path, Callable[[], Schema]]] = [
    *((path, scenario_schema) for path in (DATA / "scenario.yaml", *(shipped() / "library").glob("*/scenario.yaml"))),
    *((path, landscape_schema) for root in (DATA, shipped()) for path in (root / "landscapes").glob("*.yaml")),
    *(
        (path, script_schema)
        for root in (DATA, *(shipped() / "library").glob("*"))
        for path in (root / "rehearsals").glob("*.yaml")
    ),
    *((path, incident_schema) for path in (shipped() / "incidents").glob("*/case.yaml")),
    (shipped() / "incidents" / "general.yaml", general_schema),
]
SCHEMAS = [scenario_schema, landscape_schema, script_schema, incident_schema, general_schema]


def as_an_editor_reads(text: str) -> Any:
    """YAML 1.2: whole numbers and true/false have a type, times do not."""

    def typed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: typed(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [typed(inner) for inner in value]
        if value in ("true", "false"):
            return value == "true"
        return int(value) if re.fullmatch(r"-?\d+", value) else value

    return typed(yaml.load(text, yaml.BaseLoader))


TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}


def wrong(value: Any, schema: Schema, root: Schema, route: str = "") -> Iterator[str]:
    """The keywords of JSON Schema that our schemas use."""
    if "$ref" in schema:
        yield from wrong(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, route)
    if "anyOf" in schema and all(any(wrong(value, branch, root, route)) for branch in schema["anyOf"]):
        yield f"{route}: past bij geen van de vormen"
    if "type" in schema and type(value) is not TYPES[schema["type"]]:
        yield f"{route}: is geen {schema['type']}"
        return
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{route}: {value!r} kan niet"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{route}: {value!r} past niet bij {schema['pattern']}"
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{route}: {value} is te klein of te groot"
    if isinstance(value, str | list | dict):
        low = max(schema.get(key, 0) for key in ("minLength", "minItems", "minProperties"))
        high = min(schema.get(key, 10**9) for key in ("maxLength", "maxItems", "maxProperties"))
        if not low <= len(value) <= high:
            yield f"{route}: te kort of te lang"
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from wrong(item, schema["items"], root, f"{route}/{index}")
    if isinstance(value, dict) and "properties" in schema:
        yield from (f"{route}: {key} ontbreekt" for key in schema.get("required", ()) if key not in value)
        for key, inner in value.items():
            known = schema["properties"].get(key)
            yield from wrong(inner, known, root, f"{route}/{key}") if known else [f"{route}: {key} is onbekend"]


@pytest.mark.parametrize(("path", "schema"), FILES, ids=[f"{path.parent.name}/{path.name}" for path, _ in FILES])
def test_every_file_that_we_ship_or_test_with_fits_its_schema(path: Path, schema: Callable[[], Schema]) -> None:
    made = schema()
    assert list(wrong(as_an_editor_reads(path.read_text("utf-8")), made, made)) == []


@pytest.mark.parametrize(
    ("right", "mistake"),
    [
        ("kind: kern", "kind: kren"),
        ("at: 08:40", "at: straks"),
        ("to: all", "to: []"),
        ("regime: cbw", "regiem: cbw"),
        ("low: 20000", "low: veel"),
        ("questions: [K6a]", "questions: [K6]"),
        ("when: {node: {node: burgerzaken, state: down}}", "when: {after: T+1:00, before: T+2:00}"),
        ("    channel: telefoon\n", ""),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(right: str, mistake: str) -> None:
    text = (DATA / "scenario.yaml").read_text("utf-8").replace(right, mistake, 1)
    made = scenario_schema()
    assert list(wrong(as_an_editor_reads(text), made, made))


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_key_is_described_and_nothing_is_left_of_python(schema: Callable[[], Schema]) -> None:
    made = schema()
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for name, part in {"": made, **made["$defs"]}.items():
        assert part["description"], name
        for key, inner in part.get("properties", {}).items():
            assert inner.get("description"), f"{name}.{key}"
            assert not inner.keys() & {"title", "ge", "le"}, f"{name}.{key}"
            assert {"type": "null"} not in inner.get("anyOf", [])
        assert not any(key.endswith("_") for key in part.get("properties", {}))


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_description_is_dutch(schema: Callable[[], Schema]) -> None:
    english = {"the", "of the", "and", "with", "which", "that", "this", "when", "who"}
    told = [part["description"] for part in schema()["$defs"].values()]
    told += [inner["description"] for part in schema()["$defs"].values() for inner in part.get("properties", {}).values()]
    for description in told:
        words = set(re.findall(r"[a-zA-Z]+", description.replace("gebruik when", "")))
        assert not words & english, description
