"""falls on a landscape: what is told, in what shape, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ask


def test_the_ranking_names_each_outage_its_harm_and_the_way_to_each_process(ask: Ask) -> None:
    code, out, err = ask("falls", "vlierwolde", "--top", "2")
    assert code == 0
    assert "  1. Netwerk van het gemeentehuis (ICT): 125.680 dienst-uren; € 55.968" in out.replace("\u00a0", " ")
    assert "Burgerzaken (basisregistratie personen) ligt plat, meteen, 19.200 dienst-uren; via Inlogsysteem" in out
    assert "Gegevens uit de keten (Suwinet) ligt plat, meteen, 2.880 dienst-uren; rechtstreeks" in out
    assert "  2. Servers" in out
    assert "  3." not in out
    assert "zorgvuldig" in err


def test_json_holds_every_process_with_its_whole_chain(ask: Ask) -> None:
    told = json.loads(ask("falls", "vlierwolde", "--within", "8h", "--top", "1", "--json").out)
    assert (told["landscape"], told["within"]) == ("vlierwolde", 480)
    (fall,) = told["falls"]
    assert {"node", "name", "kind", "resident_hours", "resident_hours_beyond_limit", "cost", "fallen"} < set(fall)
    assert len(fall["takes_down"]) > 6
    for down in fall["takes_down"]:
        assert down["chain"][0]["node"] == fall["node"]
        assert down["chain"][-1]["node"] == down["node"]


def test_a_scenario_stands_for_its_landscape_and_a_file_for_itself(ask: Ask, folder: Path) -> None:
    of_scenario = ask("falls", folder, "--json")
    assert of_scenario.code == 0
    (path,) = (each for each in folder.rglob("*.yaml") if "\nnodes:" in each.read_text(encoding="utf-8"))
    assert ask("falls", path, "--json").out == of_scenario.out
    assert ask("falls", "alles-op-slot", "--top", "3", "--json").out == ask("falls", "vlierwolde", "--top", "3", "--json").out


def test_one_kind_can_be_asked_for(ask: Ask) -> None:
    told = json.loads(ask("falls", "vlierwolde", "--kind", "supplier", "--json").out)
    assert {fall["kind"] for fall in told["falls"]} == {"supplier"}


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("vlierwolde", "--within", "morgen"), 2, "'morgen' is geen duur"),
        (("vlierwolde", "--within", "0m"), 2, "'0m' is geen duur"),
        (("vlierwolde", "--top", "0"), 2, "Vraag er minstens 1"),
        (("vlierwolde", "--kind", "leverancier"), 2, "bestaat niet"),
        (("vlierwold",), 1, "Landschappen in de bibliotheek: "),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(ask: Ask, words: tuple[str, ...], code: int, message: str) -> None:
    answer = ask("falls", *words)
    assert (answer.code, answer.out) == (code, "")
    assert message in answer.err
