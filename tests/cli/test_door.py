"""Dutch throughout, the right stream, the right exit code, and quiet when the reader leaves."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli.commands import build_parser
from tests.cli.conftest import Ask

ENGLISH = re.compile(
    r"\b(usage|error|options?:|optional|positional|arguments?|choices?|choose|invalid|required|expected|show|exit|the|unrecognized)\b",
    re.IGNORECASE,
)
COMMANDS = (
    "play", "project", "seat", "debrief", "observe", "print", "report", "check", "schema", "forecast", "rehearse", "outlook",
    "why", "log", "verify", "merge", "questions", "luck", "falls", "calibrate",
)  # fmt: skip


class Recorder:
    """Screens that only note that they were opened."""

    def __init__(self) -> None:
        self.opened: list[tuple[object, ...]] = []

    def start(self) -> int:
        return self._note("start")

    def play(self, scenario: str, file: Path | None) -> int:
        return self._note("play", scenario, file)

    def project(self, file: Path) -> int:
        return self._note("project", file)

    def seat(self, file: Path, role: str) -> int:
        return self._note("seat", file, role)

    def debrief(self, file: Path) -> int:
        return self._note("debrief", file)

    def _note(self, *what: object) -> int:
        self.opened.append(what)
        return 0


class Broken(Recorder):
    """Screens that end with an error as soon as they are opened."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def start(self) -> int:
        raise self.error


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_is_dutch(ask: Ask, command: str) -> None:
    code, out, err = ask(command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith("Gebruik: ontregeld")
    assert not ENGLISH.findall(out)


def test_the_help_names_every_command_and_no_other(ask: Ask) -> None:
    out = ask("--help").out
    assert not ENGLISH.findall(out)
    assert re.findall(r"^    ([a-z]+)  ", out, re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize(
    "words",
    [
        ("pley", "alles-op-slot"),
        ("check",),
        ("rehearse", "alles-op-slot"),
        ("rehearse", "alles-op-slot", "--script"),
        ("report", "x.oefening", "--format", "pdf"),
        ("schema", "gemeente"),
        ("forecast", "alles-op-slot", "--jason"),
        ("forecast", "alles-op-slot", "--js"),
        ("forecast", "alles-op-slot", "--json=ja"),
        ("log", "een.oefening", "twee.oefening"),
        ("--versie",),
    ],
)
def test_wrong_usage_is_told_in_dutch_with_code_2(ask: Ask, words: tuple[str, ...]) -> None:
    code, out, err = ask(*words)
    assert (code, out) == (2, "")
    assert "Gebruik: ontregeld" in err
    assert not ENGLISH.findall(err)


def test_a_mistyped_command_gets_the_nearest_one(ask: Ask) -> None:
    assert "Bedoelde u 'rehearse'?" in ask("rehears").err


@pytest.mark.parametrize(
    ("words", "nearest", "command"),
    [
        (("luck", "een.oefening", "--futurs", "5"), "--futures", "luck"),
        (("rehearse", "alles-op-slot", "--script", "typisch", "--jason"), "--json", "rehearse"),
        (("--versie",), "--version", ""),
    ],
)
def test_a_mistyped_option_gets_the_nearest_one_and_the_usage_of_its_command(
    ask: Ask, words: tuple[str, ...], nearest: str, command: str
) -> None:
    err = ask(*words).err
    assert f"Bedoelde u '{nearest}'?" in err
    assert f"Gebruik: ontregeld {command}".rstrip() + " [-h]" in err
    assert f"Meer uitleg: ontregeld {command}".rstrip() + " --help" in err


def test_every_error_text_of_argparse_that_we_can_meet_is_in_the_table() -> None:
    parser = build_parser()
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--aan", action="store_true")
    group.add_argument("--uit", action="store_true")
    parser.add_argument("--aantal", type=int)
    for words in (["--aantal", "x"], ["--aan", "--uit"], [], ["--aan=1"], ["--aantal"]):
        with pytest.raises(Exception, match="Gebruik: ontregeld") as caught:
            parser.parse_args(words)
        assert not ENGLISH.findall(str(caught.value))
        assert "niet goed getypt" not in str(caught.value)


@pytest.mark.parametrize("words", [(), ("play", "alles-op-slot")])
def test_without_screens_it_says_how_to_get_them(ask: Ask, words: tuple[str, ...]) -> None:
    code, out, err = ask(*words)
    assert (code, out) == (2, "")
    assert "python -m tui" in err


def test_each_screen_command_opens_its_screen(ask: Ask, file: Path) -> None:
    screens = Recorder()
    ask(screens=screens)
    ask("play", "alles-op-slot", screens=screens)
    ask("play", "alles-op-slot", "-o", file, screens=screens)
    ask("project", file, screens=screens)
    ask("seat", file, "--role", "burgemeester", screens=screens)
    assert screens.opened == [
        ("start",),
        ("play", "alles-op-slot", None),
        ("play", "alles-op-slot", file),
        ("project", file),
        ("seat", file, "burgemeester"),
    ]


def test_a_projector_for_a_file_that_is_not_there_is_refused_before_a_screen_opens(ask: Ask, tmp_path: Path) -> None:
    screens = Recorder()
    code, _, err = ask("project", tmp_path / "weg.oefening", screens=screens)
    assert (code, screens.opened) == (1, [])
    assert "weg.oefening bestaat niet" in err


def test_a_bug_of_ours_is_one_line_and_a_file_that_only_the_user_reads(ask: Ask) -> None:
    code, out, err = ask(screens=Broken(ZeroDivisionError("een deling door nul")))
    assert (code, out, err.count("\n")) == (3, "", 1)
    found = re.search(r"staan in (\S+\.txt)", err)
    assert found
    kept = Path(found[1])
    assert "Traceback" in kept.read_text(encoding="utf-8")
    assert "een deling door nul" in kept.read_text(encoding="utf-8")
    if os.name == "posix":
        assert kept.stat().st_mode & 0o077 == 0


def test_ctrl_c_ends_it_without_a_traceback(ask: Ask) -> None:
    assert ask(screens=Broken(KeyboardInterrupt())) == (130, "", "Afgebroken.\n")


STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
HOSTILE = "\x1b]52;c;Y3VybA==\x07\u202eloket"


@pytest.mark.parametrize(
    "words", [("forecast", HOSTILE), ("project", HOSTILE), (HOSTILE,), ("schema", HOSTILE), ("log", HOSTILE)]
)
def test_what_was_typed_cannot_steer_the_terminal_in_a_message(ask: Ask, words: tuple[str, ...]) -> None:
    err = ask(*words, screens=Recorder()).err
    assert "loket" in err
    assert not STEERING.search(err)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such file names")
def test_a_hostile_file_name_cannot_steer_the_terminal_in_what_was_asked(ask: Ask, file: Path) -> None:
    hostile = file.rename(file.with_name(f"{HOSTILE}.oefening"))
    out = ask("verify", hostile).out
    assert "loket" in out
    assert not STEERING.search(out)


def python(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "simulator", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_reader_that_leaves_early_hears_nothing_of_it() -> None:
    with python("schema") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
def test_a_full_disk_is_told_and_no_bug() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "simulator", "schema"], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert "de schijf is vol" in done.stderr.decode()
