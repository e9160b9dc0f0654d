"""The facilitator's manual says what is so: commands, keys, files and remarks are those of the program."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from textual.binding import Binding, BindingType

import simulator.scenario.checks as checks
from simulator.cli.commands import build_parser
from simulator.scenario import conditions, effects, landscape, model, script
from simulator.scenario.load import load_landscape, load_scenario, load_script
from simulator.scenario.shape import Written
from simulator.scenario.source import read_source
from tui.app import OntregeldApp
from tui.debrief.answers import AnswersSection, AnswersTable
from tui.debrief.hot_wash import HotWashSection
from tui.debrief.improvements import ImprovementsSection
from tui.debrief.luck import LuckSection
from tui.debrief.papers import PapersTable
from tui.debrief.pictures import PicturesSection
from tui.debrief.questions import QuestionsSection, QuestionsTable
from tui.debrief.scrubber import Scrubber
from tui.dialogs.dialog import Dialog
from tui.dialogs.judge import ClaimsDialog
from tui.dialogs.reality import RealityScreen
from tui.keys import key_name
from tui.screens.council import CouncilScreen
from tui.screens.debrief import DebriefScreen
from tui.screens.facilitator_keys import BINDINGS
from tui.screens.observer import ObserverScreen
from tui.screens.seat import SeatScreen
from tui.widgets.note_line import NOTE_KEYS
from tui.widgets.rows import Rows

ROOT = Path(__file__).parent.parent
MANUAL = ROOT / "docs" / "handleiding"
PAGES = sorted(MANUAL.glob("*.md"))
NAMES = [page.name for page in PAGES]
FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
MODELS: tuple[type[Written], ...] = tuple(
    found
    for module in (model, landscape, script, conditions, effects)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, Written) and found is not Written
)
TABLES: Mapping[str, Sequence[BindingType]] = {
    "De toetsen van de oefenleider": BINDINGS,
    "De toetsen in een lijst": Rows.BINDINGS,
    "De toetsen in een venster": Dialog.BINDINGS,
    "Overal": OntregeldApp.BINDINGS,
    "Een stoel": SeatScreen.BINDINGS,
    "Verder na een echte melding": RealityScreen.BINDINGS,
    "De toetsen van de nabespreking": DebriefScreen.BINDINGS,
    "De toetsen in het verloop": Scrubber.BINDINGS,
    "De toetsen bij geluk of wijsheid": LuckSection.BINDINGS,
    "De toetsen bij beelden en BOB": PicturesSection.BINDINGS,
    "De toetsen bij de eerste indrukken": HotWashSection.BINDINGS,
    "De toetsen bij de verbeteracties": ImprovementsSection.BINDINGS,
    "De toetsen bij de raadsvragen": (*QuestionsTable.BINDINGS, *QuestionsSection.BINDINGS),
    "De toetsen bij de vragen van raadsleden": (*AnswersTable.BINDINGS, *AnswersSection.BINDINGS),
    "De toetsen bij de stukken": PapersTable.BINDINGS,
}
"""Heading of a table of keys, and where those keys are bound."""
OBSERVERS: Mapping[str, Sequence[BindingType]] = {
    "De toetsen van de waarnemer": (*ObserverScreen.BINDINGS, *ClaimsDialog.BINDINGS, *NOTE_KEYS),
    "Het scherm van de raad": CouncilScreen.BINDINGS,
}
"""The same in the page for observers."""


def _text(name: str) -> str:
    return (MANUAL / name).read_text(encoding="utf-8")


def _blocks(name: str, language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(_text(name)) if kind == language]


def _under(name: str, heading: str) -> str:
    """What stands under a heading, up to the next."""
    return re.split(r"^#+ ", _text(name).split(f" {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def _rows(text: str) -> list[list[str]]:
    """The cells of each table row, without the lines that head it."""
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith("| `")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def _spans(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _commands(name: str) -> Iterator[str]:
    """Every command of ours, in a block or in a line."""
    for block in _blocks(name, "sh"):
        steps = (step.strip() for line in block.splitlines() for step in line.split("&&"))
        yield from (step for step in steps if Path(step.split()[0]).name == "ontregeld")
    for span in _spans(FENCE.sub("", _text(name))):
        if span.startswith("ontregeld "):
            yield span


@pytest.mark.parametrize("name", NAMES)
def test_every_command_in_the_manual_is_one_that_the_program_takes(name: str) -> None:
    found = list(_commands(name))
    assert found or name == "README.md"
    for command in found:
        words = shlex.split(command.split(" > ")[0])
        assert Path(words[0]).name == "ontregeld", command
        build_parser().parse_args(words[1:])


def test_every_command_is_in_the_manual() -> None:
    used = {shlex.split(command)[1] for name in NAMES for command in _commands(name)}
    help_lines = re.findall(r"^    (\w+)  +", build_parser().format_help(), re.MULTILINE)
    assert {name for name in help_lines if name.islower()} <= used


def test_installing_is_told_as_the_readme_tells_it() -> None:
    readme = {line.strip() for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()}
    told = [line for line in _text("oefenleider.md").splitlines() if "-m venv" in line or "pip install" in line]
    assert len(told) == 4
    assert set(told) <= readme


def _keys(binding: BindingType) -> tuple[set[str], str]:
    assert isinstance(binding, Binding)
    return {key_name(key.strip()).casefold() for key in binding.key.split(",")}, binding.description


@pytest.mark.parametrize(
    ("page", "heading"), [*(("oefenleider.md", heading) for heading in TABLES), *(("waarnemer.md", each) for each in OBSERVERS)]
)
def test_every_key_in_the_manual_does_what_stands_beside_it(page: str, heading: str) -> None:
    bound = [_keys(binding) for binding in {**TABLES, **OBSERVERS}[heading]]
    rows = _rows(_under(page, heading))
    assert rows
    for keys, description, _ in rows:
        named = {key.casefold() for key in _spans(keys)}
        assert any(named <= found and description == says for found, says in bound), (keys, description)


def test_every_key_of_the_console_is_in_the_manual() -> None:
    told = {description for _, description, _ in _rows(_under("oefenleider.md", "De toetsen van de oefenleider"))}
    assert {_keys(binding)[1] for binding in BINDINGS} == told


def _keys_of(found: type[BaseModel]) -> list[tuple[str, bool]]:
    return [(field.alias or name, field.is_required()) for name, field in found.model_fields.items()]


@pytest.mark.parametrize("found", MODELS, ids=lambda found: found.__name__)
def test_every_key_of_a_file_is_explained_and_marked_when_it_must_be_there(found: type[Written]) -> None:
    tables = [_rows(table) for table in re.split(r"^\| sleutel .*\n", _text("auteur.md"), flags=re.MULTILINE)[1:]]
    told = [[(_spans(row[0])[0], row[1] == "ja") for row in _first(table)] for table in tables]
    assert sorted(_keys_of(found)) in [sorted(table) for table in told]


def _first(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows of the table that a text begins with; those of later tables have no `moet`."""
    for row in rows:
        if len(row) != 3 or row[1] not in ("", "ja"):
            return
        yield row


def _fits(block: str, path: Path) -> bool:
    """Whether it is a piece of one of the models: each of its keys is one, and each value is right."""
    path.write_text(block, encoding="utf-8")
    source = read_source(path)
    assert not source.mistakes, source.mistakes
    assert isinstance(source.data, dict)
    return any(_is_piece_of(found, source.data) for found in MODELS)


def _is_piece_of(found: type[Written], data: Mapping[str, object]) -> bool:
    fields = {field.alias or name: field for name, field in found.model_fields.items()}
    if not set(data) <= set(fields):
        return False
    try:
        for key, value in data.items():
            TypeAdapter(fields[key].rebuild_annotation()).validate_python(value, context={"start": 450})
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("name", ["auteur.md", "eigen-gemeente.md"])
def test_every_piece_of_yaml_in_the_manual_is_valid(name: str, tmp_path: Path) -> None:
    blocks = _blocks(name, "yaml")
    assert len(blocks) >= 5
    for block in blocks:
        assert _fits(block, tmp_path / "stuk.yaml"), block


def test_a_wrong_piece_of_yaml_would_be_seen(tmp_path: Path) -> None:
    assert not _fits("rounds:\n  - {id: ochtend, title: De ochtend, at: 9 uur, until: 09:45}\n", tmp_path / "stuk.yaml")
    assert not _fits("leerdoelen: [beeld]\n", tmp_path / "stuk.yaml")


def test_the_small_scenario_of_the_manual_can_be_played(tmp_path: Path) -> None:
    for block in _blocks("auteur.md", "yaml"):
        named = re.match(r"# ([\w/-]+\.yaml)\n", block)
        if named:
            file = tmp_path / named[1]
            file.parent.mkdir(exist_ok=True)
            file.write_text(block, encoding="utf-8")
    loaded = load_scenario(tmp_path / "scenario.yaml")
    steps = load_script(tmp_path / "rehearsals" / "rustig.yaml", loaded.scenario, loaded.landscape).steps
    assert loaded.warnings == ()
    assert load_landscape(tmp_path / "dorp.yaml") == loaded.landscape
    assert [step.at for step in steps] == [10]


def test_every_remark_in_the_manual_is_one_of_check_and_none_is_left_out() -> None:
    spoken = "".join(path.read_text(encoding="utf-8") for path in Path(checks.__file__).parent.glob("*.py"))
    told = [_spans(row[0])[0] for row in _rows(_under("auteur.md", "Wat check zegt"))]
    assert [remark for remark in told if remark not in spoken] == []
    rules = (*checks.APPEARANCE_REMARKS, *checks.SCENARIO_REMARKS, *checks.LANDSCAPE_REMARKS)
    assert len(told) >= len(rules)


@pytest.mark.parametrize("name", NAMES)
def test_every_link_in_the_manual_leads_somewhere(name: str) -> None:
    for page, anchor in re.findall(r"\]\(([\w.-]*)#?([\w-]*)\)", _text(name)):
        there = page or name
        assert there in NAMES
        headings = {_anchor(line) for line in re.findall(r"^#+ (.*)$", _text(there), re.MULTILINE)}
        assert not anchor or anchor in headings, anchor


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
