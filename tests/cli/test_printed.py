"""print and report: safe, marked OEFENING, never over somebody's file."""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path

import pytest

from simulator.cli.output import write_new
from simulator.errors import OutputFailed, reason
from tests.cli.conftest import Ask

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"


@pytest.fixture
def paper(ask: Ask, folder: Path, tmp_path: Path) -> dict[str, str]:
    """What `print` makes, by file name."""
    code, out, _ = ask("print", folder, "-o", tmp_path / "papier")
    assert (code, out) == (0, "")
    return {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "papier").glob("*.html")}


def test_each_role_gets_its_cards_the_response_cell_its_call_sheets_and_observers_their_forms(
    paper: dict[str, str], tmp_path: Path
) -> None:
    cards = {"kaarten-burgemeester.html", "kaarten-ciso.html", "belbladen-inwoner.html"}
    assert set(paper) == {*cards, "waarnemen-burgemeester.html", "waarnemen-ciso.html"}
    sheets = {path.name for path in (tmp_path / "papier").glob("*.xlsx")}
    assert sheets == {"waarnemen-burgemeester.xlsx", "waarnemen-ciso.xlsx"}


def test_an_observers_form_tells_what_to_look_out_for_and_says_that_it_is_not_for_the_table(paper: dict[str, str]) -> None:
    page = paper["waarnemen-ciso.html"]
    assert "ALLEEN VOOR DE WAARNEMER" in page
    assert "Wat een team kan doen" in page


def test_every_card_and_every_call_sheet_is_marked_as_exercise(paper: dict[str, str]) -> None:
    for page in paper.values():
        sections = page.split("<section")[1:]
        assert sections
        assert all('class="mark">OEFENING' in section for section in sections)


def test_a_card_shows_the_message_and_the_dilemma_without_its_options(paper: dict[str, str]) -> None:
    card = unescape(paper["kaarten-burgemeester.html"])
    assert "De schermen aan het loket zijn zwart." in card
    assert "Aan u gevraagd" in card


def test_no_card_for_players_holds_what_is_the_oefenleiders_or_the_response_cells(paper: dict[str, str]) -> None:
    for name in ("kaarten-burgemeester.html", "kaarten-ciso.html"):
        card = unescape(paper[name])
        private = (
            "Bel de burgemeester zelf.",
            "Het team komt bijeen.",
            "reserve-paspoort",
            "Ik sta hier al een uur",
            "drie weken",
        )
        assert [text for text in private if text in card] == []


def test_a_call_sheet_says_who_calls_whom_how_to_begin_and_what_to_keep_quiet(paper: dict[str, str]) -> None:
    sheet = unescape(paper["belbladen-inwoner.html"])
    for text in (
        "Inwoner",
        "iedereen",
        "Ik sta hier al een uur.",
        "Morgen vertrekt het vliegtuig.",
        "Er is een reserve-paspoort.",
    ):
        assert text in sheet
    assert "@page { size: A4" in sheet


def test_the_pages_need_nothing_from_outside(paper: dict[str, str]) -> None:
    for page in paper.values():
        assert not re.search(r"(?i)<(script|link|img|iframe)|https?://|@import|url\(", page)


def test_what_an_author_writes_is_text_on_paper_and_nothing_more(ask: Ask, folder: Path, tmp_path: Path) -> None:
    scenario = folder / "scenario.yaml"
    text = scenario.read_text(encoding="utf-8")
    scenario.write_text(text.replace("De schermen aan het loket zijn zwart.", f"'{HOSTILE}'"), encoding="utf-8")
    assert ask("print", folder, "-o", tmp_path / "vijandig").code == 0
    page = (tmp_path / "vijandig" / "kaarten-ciso.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert HOSTILE in unescape(page)


def test_printing_twice_overwrites_nothing_and_writes_nothing_new(ask: Ask, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "papier"
    target.mkdir()
    (target / "kaarten-ciso.html").write_text("van iemand anders", encoding="utf-8")
    code, _, err = ask("print", folder, "-o", target)
    assert code == 1
    assert "kaarten-ciso.html" in err
    assert [path.name for path in target.iterdir()] == ["kaarten-ciso.html"]
    assert (target / "kaarten-ciso.html").read_text(encoding="utf-8") == "van iemand anders"


def test_a_folder_that_cannot_be_made_is_told(ask: Ask, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    assert ask("print", folder, "-o", tmp_path / "bestand" / "papier").code == 1


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_report_is_marked_and_bears_the_seal_that_verify_knows(ask: Ask, file: Path, form: str) -> None:
    code, out, err = ask("report", file, "--format", form)
    seal = ask("verify", file).out.split()[-1]
    assert (code, err) == (0, "")
    assert "OEFENING" in out
    assert seal in out


def test_a_report_goes_to_a_new_file_only(ask: Ask, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "rapport.html"
    assert ask("report", file, "--format", "html", "-o", target).code == 0
    first = target.read_bytes()
    assert ask("report", file, "--format", "html", "-o", target).code == 1
    assert target.read_bytes() == first


def test_paper_in_place_of_a_file_is_refused_in_dutch(ask: Ask, folder: Path, tmp_path: Path) -> None:
    taken = tmp_path / "papier"
    taken.write_text("van mij", encoding="utf-8")
    code, out, err = ask("print", folder, "-o", taken)
    assert (code, out) == (1, "")
    assert "er staat al een bestand met die naam" in err
    assert "Errno" not in err
    assert taken.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize("number", [*range(1, 140)])
def test_every_refusal_of_the_system_is_told_in_dutch(number: int) -> None:
    assert os.strerror(number) not in reason(OSError(number, os.strerror(number)))


def test_an_earlier_exercise_stands_beside_this_one_and_the_same_one_is_refused(
    ask: Ask, file: Path, folder: Path, tmp_path: Path
) -> None:
    before = tmp_path / "vorig-jaar.oefening"
    assert ask("rehearse", folder, "--script", "typisch", "-o", before).code == 0
    code, out, err = ask("report", file, "--format", "md", "--earlier", before)
    assert (code, err) == (0, "")
    assert "Deze oefening naast eerdere" in out
    code, out, err = ask("report", file, "--format", "md", "--earlier", file)
    assert (code, out) == (1, "")
    assert "dezelfde oefening" in err
    assert ask("report", file, "--format", "md", "--earlier", tmp_path / "weg.oefening").code == 1


def test_a_file_that_could_not_be_written_whole_does_not_stand_in_the_way_of_the_next(tmp_path: Path) -> None:
    path = tmp_path / "rapport.md"
    with pytest.raises(OutputFailed):
        write_new(path, "Begin" * 10_000 + "\ud800")
    write_new(path, "Heel")
    assert path.read_text(encoding="utf-8") == "Heel\n"
