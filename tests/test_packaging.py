"""What a stranger gets: the README's two commands, a lock without addresses, the licence, the scenarios in the package."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock")


def shell_blocks() -> list[str]:
    """The commands of the README, one a block."""
    return re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def project() -> dict[str, object]:
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert isinstance(found, dict)
    return found


def locked(lock: str) -> dict[str, str]:
    """What each name of a lock brings, with its hashes."""
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8"))
    return {re.split(r"[=<>!~ ]", entry, maxsplit=1)[0]: entry for entry in entries}


def test_the_readme_gives_two_commands_of_one_line_each() -> None:
    blocks = shell_blocks()
    assert len(blocks) == 2
    assert all(len(block.splitlines()) == 1 for block in blocks)


def test_the_first_command_opens_a_scenario_that_is_shipped() -> None:
    opened = re.search(r"ontregeld play (\S+)", shell_blocks()[0])
    assert opened
    assert (ROOT / "scenarios" / "library" / opened[1] / "scenario.yaml").is_file()


def test_the_second_command_runs_all_tests() -> None:
    assert re.search(r"-m pytest( -n auto)?$", shell_blocks()[1].strip())


def test_the_picture_in_the_readme_is_there() -> None:
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)


@pytest.mark.skipif(os.name != "posix", reason=".ci/run is a shell script")
def test_ci_runs_the_readmes_own_test_command_and_stops_when_it_fails(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    tools = tmp_path / ".venv" / "bin"
    tools.mkdir(parents=True)
    for tool in ("ruff", "mypy", "lint-imports"):
        (tools / tool).write_text("#!/bin/sh\nexit 0\n")
        (tools / tool).chmod(0o755)
    readme = "```sh\necho speel\n```\n\n```sh\necho toets && echo 3 passed && exit {code}\n```\n"
    for code in (0, 1):
        (tmp_path / "README.md").write_text(readme.format(code=code))
        done = subprocess.run(["bash", tmp_path / ".ci" / "run"], capture_output=True, text=True)
        assert done.returncode == code
        assert "toets" in done.stdout.splitlines()
        assert "speel" not in done.stdout.splitlines()
        assert done.stdout.splitlines()[-1] == "3 passed"


@pytest.mark.skipif(os.name != "posix", reason=".ci/run is a shell script")
@pytest.mark.parametrize("tool", ["ruff", "mypy", "lint-imports"])
def test_ci_fails_when_a_check_fails_though_the_tests_pass(tmp_path: Path, tool: str) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    tools = tmp_path / ".venv" / "bin"
    tools.mkdir(parents=True)
    for name in ("ruff", "mypy", "lint-imports"):
        (tools / name).write_text(f"#!/bin/sh\nexit {int(name == tool)}\n")
        (tools / name).chmod(0o755)
    (tmp_path / "README.md").write_text("```sh\ntrue\n```\n\n```sh\ntrue\n```\n")
    assert subprocess.run(["bash", tmp_path / ".ci" / "run"], capture_output=True).returncode == 1


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_hashes_everything(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|^-|index|^\s*#", text, re.MULTILINE)
    assert all("--hash=sha256:" in entry for entry in locked(lock).values())


def test_the_locks_hold_what_the_project_asks_for() -> None:
    def names(wanted: object) -> set[str]:
        assert isinstance(wanted, list)
        return {re.split(r"[<>=!~; \[]", str(each), maxsplit=1)[0].lower() for each in wanted}

    extras = project()["optional-dependencies"]
    assert isinstance(extras, dict)
    assert names(project()["dependencies"]) <= set(locked("requirements.lock"))
    assert names(extras["test"]) | set(locked("requirements.lock")) <= set(locked("requirements-test.lock"))


def test_the_licence_is_the_whole_eupl() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert all(re.search(rf"^{article}\.", text, re.MULTILINE) for article in range(1, 16))
    assert "Appendix" in text
    assert project()["license"] == "EUPL-1.2"


def test_the_package_carries_the_scenarios_and_the_templates_with_it() -> None:
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert built["force-include"] == {"scenarios": "simulator/_scenarios"}
    assert built["packages"] == ["simulator", "tui"]
