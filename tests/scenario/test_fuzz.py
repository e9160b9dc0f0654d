"""Whatever the bytes, loading gives a scenario or one clear refusal in Dutch, and nothing else.

ONTREGELD_FUZZ=100000 makes it a long run.
"""

from __future__ import annotations

import copy
import os
import shutil
import string
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.errors import ScenarioInvalid
from simulator.plain import is_plain
from simulator.scenario.load import load_landscape, load_scenario
from simulator.scenario.source import parse

DATA = Path(__file__).parent / "data"
SCENARIO = (DATA / "scenario.yaml").read_text("utf-8")
LANDSCAPE = (DATA / "landscapes" / "waterdam.yaml").read_text("utf-8")
ENGLISH = ("Input should", "valid ", "should have", "Extra inputs", "Field required", "unable to")
DUMPER = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper
FILES = {"scenario": yaml.load(SCENARIO, yaml.BaseLoader), "landscape": yaml.load(LANDSCAPE, yaml.BaseLoader)}
QUICK = settings(
    max_examples=int(os.environ.get("ONTREGELD_FUZZ", "100")), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all examples; each overwrites the one before."""
    return Path(shutil.copytree(DATA, tmp_path_factory.mktemp("vreemd") / "loket-dicht"))


def refusal(folder: Path, scenario: bytes, landscape: bytes = LANDSCAPE.encode()) -> str:
    """What the loader says; nothing when it loads."""
    (folder / "scenario.yaml").write_bytes(scenario)
    (folder / "landscapes" / "waterdam.yaml").write_bytes(landscape)
    try:
        load_scenario(folder)
    except ScenarioInvalid as refused:
        return str(refused)
    return ""


def is_for_a_person(said: str) -> bool:
    """Safe to show, and no English of the libraries shines through."""
    return is_plain(said) and not any(word in said for word in ENGLISH)


@given(st.binary(max_size=400))
@QUICK
def test_any_bytes_are_refused_and_never_crash(folder: Path, content: bytes) -> None:
    said = refusal(folder, content)
    assert said
    assert is_for_a_person(said)


@given(st.text(alphabet=string.printable + "\u202e\x9b\x00\ud7ff\ufeff&*!|>%@`é", max_size=200))
@QUICK
def test_any_text_is_data_or_a_refusal(text: str) -> None:
    try:
        parse(text, "f")
    except ScenarioInvalid as refused:
        said = str(refused)
    else:
        said = "fout"
    assert "fout" in said
    assert is_for_a_person(said)


@given(st.data())
@QUICK
def test_a_scenario_with_a_piece_cut_out_or_put_in_is_loaded_or_refused(folder: Path, data: st.DataObject) -> None:
    text = SCENARIO
    for _ in range(data.draw(st.integers(1, 4))):
        begin = data.draw(st.integers(0, len(text)))
        end = begin + data.draw(st.integers(0, 30))
        text = text[:begin] + data.draw(st.text(alphabet=string.printable + "\u202eé", max_size=12)) + text[end:]
    assert is_for_a_person(refusal(folder, text.encode("utf-8", "replace")))


def _spots(value: object, route: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [route, *(spot for key, inner in inside for spot in _spots(inner, (*route, key)))]


WRONG_VALUES = st.one_of(
    st.sampled_from(["", "x", "-1", "0", "T+9:99", "NO", "all", "burgerzaken", "9" * 400, "1.5", "\u00e9", "d0 00:00", "0m"]),
    st.sampled_from([[], {}, ["x"], {"x": "y"}, [["x"]], [{}], {"all": []}, {"not": {"not": {"after": "T+0:01"}}}]),
)


@given(st.data())
@QUICK
def test_a_scenario_with_any_value_replaced_or_any_key_renamed_is_loaded_or_refused(folder: Path, data: st.DataObject) -> None:
    files = copy.deepcopy(FILES)
    for _ in range(data.draw(st.integers(1, 3))):
        spots = [spot for spot in _spots(files) if len(spot) > 1]
        *route, last = data.draw(st.sampled_from(spots))
        parent = files
        for key in route:
            parent = parent[key]
        if isinstance(parent, dict) and data.draw(st.booleans()):
            parent[data.draw(st.sampled_from(["id", "to", "when", "x", "effects", str(last) + "s"]))] = parent.pop(last)
        else:
            parent[last] = copy.deepcopy(data.draw(WRONG_VALUES))
    written = [yaml.dump(files[name], Dumper=DUMPER, allow_unicode=True).encode() for name in ("scenario", "landscape")]
    assert is_for_a_person(refusal(folder, *written))


def test_the_examples_of_the_fuzz_are_right_when_left_alone() -> None:
    assert load_scenario(DATA).landscape == load_landscape(DATA / "landscapes" / "waterdam.yaml")
