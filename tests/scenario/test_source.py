"""YAML of strangers becomes text at a place, or one clear refusal."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

import pytest

from simulator.errors import ScenarioInvalid
from simulator.scenario.reading import LARGEST
from simulator.scenario.source import Source, parse, read_source

SOON = 2
"""Seconds of work; each takes a quarter of a second where nothing is measured at the same time."""


def refusal(text: str) -> str:
    with pytest.raises(ScenarioInvalid) as refused:
        parse(text, "scenario.yaml")
    return str(refused.value)


def remarks(source: Source) -> list[str]:
    return [mistake.message for mistake in source.mistakes]


@pytest.mark.parametrize(
    "written", ["12:30", "9:05", "NO", "yes", "010", "1.10", "0x1F", "2024-01-01", "null", "~", "1e3", "'12:30'"]
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert parse(f"waarde: {written}\n", "f").data == {"waarde": written.strip("'")}


def test_every_value_and_key_knows_its_line_and_column() -> None:
    source = parse("rollen:\n  - id: burgemeester\n    naam: Burgemeester\n", "f")
    naam = ("rollen", 0, "naam")
    assert (source.places.keys[naam].line, source.places.keys[naam].column) == (3, 5)
    assert (source.places.values[naam].line, source.places.values[naam].column) == (3, 11)


def test_a_duplicate_key_is_reported_with_both_lines() -> None:
    source = parse("titel: een\nid: a\ntitel: twee\n", "f")
    assert remarks(source) == ["de sleutel `titel` staat er twee keer: op regel 3 (eerder op regel 1)."]
    assert source.data == {"titel": "een", "id": "a"}


def test_mistakes_within_the_second_of_two_equal_keys_are_reported_too() -> None:
    source = parse("a: 1\na:\n  b: *x\n  c: 1\n  c: 2\n", "f")
    assert [mistake.place.line for mistake in source.mistakes if mistake.place] == [2, 3, 5]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &anker 1\n", "ankers en verwijzingen"),
        ("a: *anker\n", "ankers en verwijzingen"),
        ("<<: {b: 1}\n", "samenvoegen met <<"),
        ("a: !!python/object:os.system ls\n", "tags mogen hier niet"),
        ("a: !!python/object/apply:os.system [ls]\n", "tags mogen hier niet"),
        ("a: !eigen 1\n", "tags mogen hier niet"),
        ("!!map {a: 1}\n", "tags mogen hier niet"),
        ("a:\nb: 1\n", "`a` heeft geen waarde"),
        ("a: [1, ]\nb: {c}\n", "`c` heeft geen waarde"),
        ("- \n- b\n", "dit streepje heeft geen waarde"),
        ('a: "\\e]52;c;eA\\a"\n', "U+001B"),
        ('a: "\\u202e"\n', "U+202E"),
        ('a: "\\0"\n', "U+0000"),
        ("a: x\u202ey\n", "U+202E"),
        ("a: x\u200by\n", "U+200B"),
        ("a: x\u2028y\n", "U+2028"),
        ("a: x\x00y\n", "U+0000"),
        ("a: x\x9b2Jy\n", "U+009B"),
        ("a: " + "z" * 70_000, "langer dan 64 kB"),
        ("'': 1\n", "geen sleutel"),
        ("&anker a: 1\n", "ankers en tags"),
        ('"a\\u202eb": 1\n', "deze sleutel bevat een onzichtbaar teken"),
    ],
)
def test_what_a_scenario_does_not_need_of_yaml_is_refused(text: str, said: str) -> None:
    assert said in " ".join(remarks(parse(text, "f")))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "leeg"),
        ("# alleen een opmerking\n", "leeg"),
        ("---\n", "leeg"),
        ("a: 1\n---\nb: 2\n", ":2:1: fout: hier begint een tweede document"),
        ("a: 1\n  b: 2\n", ":2:4: fout: hier kan geen dubbele punt staan"),
        ("a: 'open\nb: 1\n", ":1:4: fout: dit aanhalingsteken wordt nergens gesloten"),
        ("a: [1, 2\nb: 3\n", "fout"),
        ("\ta: 1\n", ":1:1: fout: met dit teken kan een waarde niet beginnen"),
        ("? [a]\n: b\n", "een sleutel moet gewone tekst zijn"),
        ("- a\nb: 1\n", ":2:1: fout: deze regel hoort niet in de lijst"),
        ('a: "\\ud800"\n', ":1:"),
    ],
)
def test_text_that_is_no_yaml_is_refused_at_its_place(text: str, said: str) -> None:
    assert said in refusal(text)


def test_what_was_wrong_before_the_text_broke_off_is_reported_as_well() -> None:
    said = refusal("a: &anker 1\nb: x\u202e\nc: 'open\n")
    assert ":1:4:" in said
    assert ":2:5:" in said
    assert ":3:4:" in said


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "[[" * 20 + "a",
        "- a\n" * 60_000,
        "? " * 100_000,
        "a: " * 500_000,
        "'" * 1_000_000,
        "\n" * 2_000_000,
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n" for n in range(4_000)),
        "\u202e" * 100_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_is_answered_soon(text: str) -> None:
    began = time.process_time()
    with contextlib.suppress(ScenarioInvalid):
        assert parse(text, "f").mistakes
    assert time.process_time() - began < SOON


def test_a_billion_laughs_stay_one_laugh() -> None:
    laughs = "a: &a lach\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9))
    source = parse(laughs, "f")
    assert len(str(source.data)) < 2_000
    assert len(source.mistakes) > 9


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "kladblok.yaml"
    path.write_bytes("a: één\r\nb: 2\r\n".encode("utf-8-sig"))
    assert read_source(path).data == {"a": "één", "b": "2"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"titel: caf\xe9\n", ":1:11: fout: dit bestand is geen UTF-8: byte 0xe9"),
        ("titel: één\n".encode("utf-16"), "UTF-16"),
        (b"", "leeg"),
        (b"\xff" * 100, "UTF-"),
        (b"a: \xed\xa0\x80\n", "geen UTF-8"),
        (os.urandom(64) + b"\xff", "fout"),
    ],
    ids=["latin-1", "utf-16", "leeg", "ff", "surrogaat", "toeval"],
)
def test_bytes_that_are_not_utf8_are_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_bytes(content)
    with pytest.raises(ScenarioInvalid, match=said):
        read_source(path)


def test_fifty_megabytes_of_nonsense_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    with path.open("wb") as made:
        made.truncate(50 * 1024 * 1024)
    began = time.process_time()
    with pytest.raises(ScenarioInvalid, match="groter dan 2 MB"):
        read_source(path)
    assert time.process_time() - began < 0.1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="de beheerder mag alles lezen")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "geheim.yaml"
    path.write_text("a: 1\n", "utf-8")
    path.chmod(0)
    with pytest.raises(ScenarioInvalid, match="mag niet gelezen worden"):
        read_source(path)


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "grens.yaml"
    path.write_bytes(b"a: 1\n" + b"#" * (LARGEST - 5))
    assert read_source(path).data == {"a": "1"}
    path.write_bytes(b"a: 1\n" + b"#" * (LARGEST - 4))
    with pytest.raises(ScenarioInvalid, match="groter dan 2 MB"):
        read_source(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="dit besturingssysteem kent geen pijpen")
def test_what_is_no_readable_file_is_refused_by_name(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    cases = {
        tmp_path / "weg.yaml": "bestaat niet",
        tmp_path: "is een map",
        tmp_path / "pijp": "geen gewoon bestand",
        Path("/dev/zero"): "geen gewoon bestand",
        tmp_path / ("lang" * 200): "kan niet gelezen worden",
        Path("nul\0teken"): "kan niet gelezen worden",
        tmp_path / "a\x1b[31m.yaml": "bestaat niet",
    }
    for path, said in cases.items():
        with pytest.raises(ScenarioInvalid, match=said) as refused:
            read_source(path)
        assert "\x1b" not in str(refused.value)
