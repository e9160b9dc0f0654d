"""YAML text to data: every scalar stays text, every value remembers its line and column.

Built on the parser's events with a stack of our own, because composing a hostile file recurses until the
process dies. What a scenario needs of YAML is little, so anchors, tags and merge keys are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import yaml

from simulator.errors import ScenarioInvalid
from simulator.plain import UNSAFE, is_plain
from simulator.scenario.mistakes import Data, Mistake, Place, Places, Route, short, to_problems
from simulator.scenario.reading import decode, read_bytes
from simulator.scenario.yaml_errors import in_dutch

DEEPEST = 24
"""Lists and mappings in one another."""
MOST_NODES = 50_000
MOST_MISTAKES = 1_000
LONGEST_SCALAR = 64 * 1024
"""Bytes."""

_PARSER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as data, where everything in it stands, and what is wrong with it as YAML."""

    file: str
    data: Data
    places: Places
    mistakes: tuple[Mistake, ...]


def read_source(path: Path) -> Source:
    """The data of a YAML file. Raises `ScenarioInvalid` when nothing useful can be read from it."""
    file = str(path)
    return parse(decode(read_bytes(path), file), file)


def parse(text: str, file: str) -> Source:
    """The data of YAML text; `file` is the name for in messages.

    Raises `ScenarioInvalid` when the text is no YAML, is empty, or is larger or deeper than a scenario can be.
    Smaller mistakes are in the result, so that what comes after can look for more.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = _Reader(mistakes=list(_unsafe_characters(text)))
    try:
        for event in yaml.parse(UNSAFE.sub("\ufffd", text), Loader=_PARSER):
            reader.take(event)
    except _GiveUp as stop:
        reader.mistakes.append(stop.mistake)
        reader.root = None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        reader.mistakes.append(_bad_yaml(error))
        reader.root = None
    places = Places(values=reader.values, keys=reader.keys)
    if reader.root is None:
        empty = Mistake(message="dit bestand is leeg.", mend="Begin met een voorbeeld: ontregeld new")
        raise ScenarioInvalid(to_problems(file, None, places, reader.mistakes or [empty]))
    return Source(file=file, data=reader.root, places=places, mistakes=tuple(reader.mistakes))


def _bad_yaml(error: Exception) -> Mistake:
    problem = error.problem if isinstance(error, yaml.MarkedYAMLError) else None
    message, mend = in_dutch(problem)
    mark = None
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.context_mark if problem == "found unexpected end of stream" else error.problem_mark
    place = Place(line=mark.line + 1, column=mark.column + 1) if mark else None
    return Mistake(message=message, mend=mend, place=place)


def _unsafe_characters(text: str) -> Iterator[Mistake]:
    for count, found in enumerate(UNSAFE.finditer(text)):
        if count == 20:
            return
        before = text[: found.start()]
        place = Place(line=before.count("\n") + 1, column=found.start() - before.rfind("\n"))
        yield Mistake(
            place=place, message=f"hier staat een onzichtbaar teken of stuurteken ({_code(found[0])}).", mend="Haal het weg."
        )


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


class _GiveUp(Exception):
    """The file is too large, too deep or not one document: reading on has no use."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(mistake.message)


@dataclass(slots=True, kw_only=True)
class _Frame:
    """A list or mapping that is being read."""

    into: list[Data] | dict[str, Data]
    route: Route
    kept: bool
    """False within the second of two equal keys: read for its mistakes, then dropped."""
    key: str | None = None
    """The key whose value comes next."""
    key_kept: bool = True


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Takes the events of a parser one by one."""

    mistakes: list[Mistake]
    root: Data = None
    values: dict[Route, Place] = field(default_factory=dict)
    keys: dict[Route, Place] = field(default_factory=dict)
    stack: list[_Frame] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        """One event further."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse(event, "hier begint een tweede document.", "Haal de regel met --- weg; een bestand is een document.")
        elif isinstance(event, yaml.NodeEvent):
            self._node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()

    def _node(self, event: yaml.NodeEvent) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._refuse(event, "dit bestand heeft meer dan 50.000 onderdelen; dat is geen scenario of landschap.")
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.into, dict) and frame.key is None:
            self._key(event, frame)
            return
        route, kept = self._here(frame)
        if event.anchor is not None:
            self._wrong(
                event, route, f"ankers en verwijzingen (&, *) mogen hier niet: {short(event.anchor)}.", "Schrijf het uit."
            )
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self._wrong(event, route, f"tags mogen hier niet: {short(event.tag)}.", "Haal het deel met het uitroepteken weg.")
        if kept:
            self.values[route] = _place(event)
        value = self._value(event, route, kept)
        if frame is None:
            self.root = value
        elif isinstance(frame.into, list):
            frame.into.append(value)
        elif frame.key is not None:
            if frame.key_kept:
                frame.into[frame.key] = value
            frame.key = None

    def _here(self, frame: _Frame | None) -> tuple[Route, bool]:
        if frame is None:
            return (), True
        if isinstance(frame.into, list):
            return (*frame.route, len(frame.into)), frame.kept
        return (*frame.route, frame.key or ""), frame.kept and frame.key_kept

    def _value(self, event: yaml.NodeEvent, route: Route, kept: bool) -> Data:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, route)
        if isinstance(event, yaml.AliasEvent):
            return None
        if len(self.stack) >= DEEPEST:
            self._refuse(
                event, "hier zitten meer dan 24 lijsten en blokken in elkaar.", "Controleer de haakjes en het inspringen."
            )
        into: list[Data] | dict[str, Data] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self.stack.append(_Frame(into=into, route=route, kept=kept))
        return into

    def _scalar(self, event: yaml.ScalarEvent, route: Route) -> str | None:
        text: str = event.value
        if not text and not event.style:
            if route:
                name = f"`{short(str(route[-1]))}` heeft" if isinstance(route[-1], str) else "dit streepje heeft"
                self._wrong(event, route, f"{name} geen waarde.", "Vul iets in, of haal de regel weg.")
            return None
        if len(text.encode("utf-8", "replace")) > LONGEST_SCALAR:
            self._wrong(event, route, "deze tekst is langer dan 64 kB.", "Kort hem in.")
            return None
        if not is_plain(text):
            found = UNSAFE.search(text)
            code = _code(found[0]) if found else ""
            self._wrong(event, route, f"deze tekst bevat een onzichtbaar teken of stuurteken ({code}).", "Haal het weg.")
        return text

    def _key(self, event: yaml.NodeEvent, frame: _Frame) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(
                event, "een sleutel moet gewone tekst zijn.", "Zet de tekst voor de dubbele punt zonder haakjes of sterretje."
            )
        if event.anchor is not None or event.tag is not None:
            self._wrong(event, frame.route, "ankers en tags mogen hier niet.", "Haal & of ! met het woord erachter weg.")
        key: str = event.value
        route = (*frame.route, key)
        if not key:
            self._wrong(
                event, frame.route, "voor deze dubbele punt staat geen sleutel.", "Schrijf een sleutel of haal de regel weg."
            )
        elif key == "<<":
            self._wrong(event, frame.route, "samenvoegen met << mag hier niet.", "Schrijf de sleutels uit.")
        elif not is_plain(key):
            self._wrong(event, frame.route, "deze sleutel bevat een onzichtbaar teken of stuurteken.", "Typ hem opnieuw.")
        elif key in frame.into:
            first = self.keys.get(route)
            seen = f" (eerder op regel {first.line})" if first else ""
            message = f"de sleutel `{short(key)}` staat er twee keer: op regel {_place(event).line}{seen}."
            self._wrong(event, route, message, "Haal een van de twee weg.")
        frame.key = key
        frame.key_kept = bool(key) and key != "<<" and is_plain(key) and key not in frame.into
        if frame.kept and frame.key_kept:
            self.keys[route] = _place(event)

    def _wrong(self, event: yaml.Event, route: Route, message: str, mend: str) -> None:
        if len(self.mistakes) >= MOST_MISTAKES:
            self._refuse(event, "tot hier staan meer dan 1.000 fouten; de rest is niet gelezen.")
        self.mistakes.append(Mistake(route=route, place=_place(event), message=message, mend=mend))

    def _refuse(self, event: yaml.Event, message: str, mend: str = "") -> NoReturn:
        raise _GiveUp(Mistake(place=_place(event), message=message, mend=mend))


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(line=mark.line + 1, column=mark.column + 1) if mark else Place(line=1, column=1)
