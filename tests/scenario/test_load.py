"""Every mistake in a scenario and its landscape is reported at once, at its line, with a way to mend it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.errors import ExerciseDamaged, Problem, ScenarioInvalid
from simulator.scenario.library import find_script
from simulator.scenario.load import (
    Loaded,
    landscape_warnings,
    load_landscape,
    load_scenario,
    load_script,
    scenario_from_json,
    scenario_to_json,
)

Problems = Callable[..., tuple[Problem, ...]]


def test_the_small_scenario_is_right_and_gives_no_remarks(load_edited: Callable[..., Loaded]) -> None:
    loaded = load_edited()
    assert loaded.scenario.injects[0].at == 10
    assert loaded.scenario.start == 8 * 60 + 30
    assert loaded.landscape.id == "waterdam"
    assert [str(remark) for remark in loaded.warnings] == []


def test_a_clock_time_counts_from_the_start_of_the_scenario(load_edited: Callable[..., Loaded]) -> None:
    assert load_edited(("start: 08:30", "start: 08:15")).scenario.injects[0].at == 25


def test_a_text_loses_the_newline_that_a_block_ends_with(load_edited: Callable[..., Loaded]) -> None:
    assert load_edited().scenario.summary == "Maandagochtend werkt er niets aan het loket."


WRONG_TYPES = [
    ("kind: kern", "kind: kren", "inject i01-melding", "`kind`: 'kren' kan hier niet.", "Bedoelde u `kern`?"),
    ("regime: cbw", "regime: avg", "", "`regime`: 'avg' kan hier niet.", "Kies uit: wbni, cbw."),
    ("to: [burgemeester, ciso]", "to: burgemeester", "inject i01-melding", "`to`: hier hoort een lijst", "[burgemeester]"),
    ("to: [burgemeester, ciso]", "to: []", "inject i01-melding", "`to`: deze lijst moet er minstens 1 hebben.", ""),
    ("at: 08:40", "at: 25:99", "inject i01-melding", "'25:99' is geen tijdstip.", "Schrijf T+2:30"),
    ("at: 08:40", "at: 08:10", "inject i01-melding", "'08:10' ligt voor het begin", ""),
    ("at: 08:40", "at: T+0:75", "inject i01-melding", "meer dan 59 minuten", "T+2:30"),
    ("start: 08:30", "start: half negen", "", "`start`: 'half negen' is geen kloktijd.", "08:30"),
    ("duration: 3h", "duration: drie uur", "", "'drie uur' is geen duur.", "30m, 4h"),
    ("time: 24h", "time: 900d", "klok melding-csirt", "`time`: '900d' is te groot; het meeste is 400 dagen.", ""),
    ("within: 1h", "within: 0m", "actie bel-csirt", "'0m' is te klein; het minste is 1m.", ""),
    ("id: i03-vraag", "id: Vraag Drie", "inject Vraag Drie", "'Vraag Drie' is geen id.", "kleine letters"),
    ("level: 0}", "level: 140}", "inject i01-melding", "'140' is te groot; het meeste is 100.", ""),
    ("low: 20000", "low: veel", "kosten inhuur", "'veel' is geen heel getal.", "cijfers"),
    ("high: 60000", "high: 60.000", "kosten inhuur", "'60.000' is geen heel getal.", "zonder punten"),
    ("high: 60000", f"high: {'9' * 5000}", "kosten inhuur", "dit getal is te groot.", ""),
    (
        "basis: Cyberbeveiligingswet",
        "basis: Cbw\n    verified: misschien",
        "klok melding-csirt",
        "geen ja of nee",
        "true of false",
    ),
    ("title: Boze inwoner", "title: ''", "inject i02-balie", "`title`: deze tekst is leeg.", ""),
    ("title: Boze inwoner", f"title: {'o' * 300}", "inject i02-balie", "langer dan 200 tekens", "Kort"),
    (
        "title: Boze inwoner",
        "title: |\n      Boze\n      inwoner",
        "inject i02-balie",
        "moet op een regel passen.",
        "regeleinden",
    ),
    ("title: Boze inwoner", "title: [Boze, inwoner]", "inject i02-balie", "hier hoort tekst, en er staat een lijst.", ""),
    ("when: {node: {node: burgerzaken, state: down}}", "when: down", "inject i02-balie", "hier hoort een blok met sleutels", ""),
    ("when: {node: {node: burgerzaken, state: down}}", "when: {}", "inject i02-balie", "precies een sleutel", "all: of any:"),
    ("- hit: [rekencentrum]", "- after: 1h", "inject i01-melding", "een effect heeft precies een actie", ""),
    ("format: 1", "format: 2", "", "`format`: '2' kan hier niet.", ""),
    ("day: maandag", "day: maandg", "", "`day`: 'maandg' kan hier niet.", "Bedoelde u `maandag`?"),
    (
        "category: inhuur",
        "categorie: inhuur",
        "kosten inhuur",
        "de sleutel `categorie` bestaat hier niet.",
        "Bedoelde u `category`?",
    ),
    ("from: ciso", "from_: ciso", "inject i01-melding", "de sleutel `from_` bestaat hier niet.", "Bedoelde u `from`?"),
    ("    channel: telefoon\n", "", "inject i01-melding", "de sleutel `channel` ontbreekt.", ""),
    ("secret: De", "geheim: De", "", "de sleutel `geheim` bestaat hier niet.", "Bekend zijn:"),
]


@pytest.mark.parametrize(
    ("right", "wrong", "item", "message", "mend"), WRONG_TYPES, ids=[str(case[1])[:40] for case in WRONG_TYPES]
)
def test_a_wrong_type_is_told_in_dutch_with_the_item_and_a_way_to_mend_it(
    problems_of: Problems, right: str, wrong: str, item: str, message: str, mend: str
) -> None:
    first = problems_of((right, wrong))[0]
    assert item == first.item
    assert message in first.message
    assert mend in first.mend


def test_a_key_that_is_misspelt_is_one_mistake_not_two(problems_of: Problems) -> None:
    assert len(problems_of(("category: inhuur", "categorie: inhuur"))) == 1


@pytest.mark.parametrize(
    ("right", "wrong", "message", "mend"),
    [
        ("from: inwoner", "from: inwonr", "rol `inwonr` bestaat niet.", "Bedoelde u `inwoner`?"),
        ("to: [burgemeester, ciso]", "to: [burgemeester, cio]", "rol `cio`", "`ciso`"),
        ("decides: [burgemeester]", "decides: [burgermeester]", "rol `burgermeester`", "`burgemeester`"),
        ("responsible: ciso", "responsible: fg", "rol `fg`", "Bekend zijn: burgemeester, ciso, inwoner."),
        ("owner: ciso", "owner: csio", "rol `csio`", "`ciso`"),
        ("node: burgerzaken, level", "node: burgerzken, level", "onderdeel `burgerzken`", "`burgerzaken`"),
        ("hit: [rekencentrum]", "hit: [rekencentrm]", "onderdeel `rekencentrm`", "`rekencentrum`"),
        ("- hit: [rekencentrum]", "- add_crew: {crew: behr, count: 1}", "ploeg `behr`", "`beheer`"),
        ("asks: [rekencentrum-uit]", "asks: [rekencentrum-aan]", "besluit `rekencentrum-aan`", "`rekencentrum-uit`"),
        ("starts: [melding-csirt]", "starts: [melding-ap]", "klok `melding-ap`", "`melding-csirt`"),
        ("meets: [melding-csirt]", "meets: [csirt-melding]", "klok `csirt-melding`", "Bekend zijn: melding-csirt."),
        ("costs: [inhuur]", "costs: [inhur]", "kostenpost `inhur`", "`inhuur`"),
        ("actions: [bel-csirt]", "actions: [bel-cisrt]", "actie `bel-cisrt`", "`bel-csirt`"),
        ("goals: [opschalen]", "goals: [afschalen]", "leerdoel `afschalen`", "`opschalen`"),
        ("questions: [K6a, K7]", "questions: [K6, K7]", "raadsvraag `K6`", "Bedoelde u `K6"),
        ("default: aan", "default: aanlaten", "heeft geen optie `aanlaten`", ""),
        ("option: uit, by", "option: iut, by", "heeft geen optie `iut`", "`uit`"),
        ("decision: rekencentrum-uit, option", "decision: losgeld, option", "besluit `losgeld`", ""),
        ("when: {node: {node: burgerzaken, state: down}}", "when: {not: {delivered: i1}}", "inject `i1` bestaat niet.", ""),
        ("when: {node: {node: burgerzaken, state: down}}", "when: {clock: {clock: avg, state: met}}", "klok `avg`", ""),
        ("landscape: waterdam", "landscape: waterdm", "landschap `waterdm` is niet gevonden.", "Bedoelde u `waterdam`?"),
    ],
)
def test_a_name_that_is_not_there_is_reported_with_the_nearest_that_is(
    problems_of: Problems, right: str, wrong: str, message: str, mend: str
) -> None:
    found = problems_of((right, wrong))
    assert any(message in problem.message and mend in problem.mend for problem in found), [str(problem) for problem in found]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("id: i03-vraag", "id: i02-balie"),
        ("id: ciso", "id: burgemeester"),
        ("id: tweede", "id: eerste"),
        ("id: aan\n", "id: uit\n"),
    ],
)
def test_an_id_that_is_used_twice_is_reported_with_the_line_of_the_first(problems_of: Problems, right: str, wrong: str) -> None:
    assert any("is al gebruikt op regel" in problem.message for problem in problems_of((right, wrong)))


def test_mistakes_of_many_kinds_are_reported_together_in_the_order_of_the_file(problems_of: Problems) -> None:
    found = problems_of(
        ("until: T+1:30", "until: T+0:00"),
        ("kind: kern", "kind: kren"),
        ("hit: [rekencentrum]", "hit: [rekencentrm]"),
        ("id: i03-vraag", "id: i02-balie"),
        ("text: Hoe staat het ervoor?", "text:"),
        ("low: 20000", "low: veel\n    low: 3"),
        ("owner: ciso", "eigenaar: ciso"),
        landscape=(("kind: utility", "kind: nuts"), ("backup: back-up", "backup: tape")),
    )
    lines = [(Path(problem.file).name, problem.line) for problem in found]
    scenario = [line for file, line in lines if file == "scenario.yaml"]
    assert scenario == sorted(scenario)
    assert [file for file, _ in lines] == ["scenario.yaml"] * len(scenario) + ["waterdam.yaml"] * 2
    told = "\n".join(str(problem) for problem in found)
    for part in (
        "eindigt",
        "'kren'",
        "rekencentrm",
        "al gebruikt",
        "geen waarde",
        "twee keer",
        "'veel'",
        "eigenaar",
        "'nuts'",
        "`tape`",
    ):
        assert part in told


def test_the_place_of_a_mistake_is_that_of_the_wrong_word(problems_of: Problems, folder: Path) -> None:
    (problem,) = problems_of(("hit: [rekencentrum]", "hit: [stroom, rekencentrm]"))
    line = (folder / "scenario.yaml").read_text("utf-8").splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith("rekencentrm")
    assert str(problem).startswith(f"{folder / 'scenario.yaml'}:{problem.line}:{problem.column}: fout: [inject i01-melding]")


def test_a_wrong_type_in_one_item_does_not_make_others_that_name_it_wrong(problems_of: Problems) -> None:
    assert len(problems_of(("category: inhuur", "category: []"))) == 1


def test_a_start_that_is_wrong_does_not_make_clock_times_wrong(problems_of: Problems) -> None:
    assert [problem.line for problem in problems_of(("start: 08:30", "start: straks"))] == [8]


def test_a_landscape_that_cannot_be_read_is_reported_beside_the_mistakes_of_the_scenario(folder: Path) -> None:
    (folder / "landscapes" / "waterdam.yaml").write_bytes(b"\xff\xfe")
    scenario = folder / "scenario.yaml"
    scenario.write_text(scenario.read_text("utf-8").replace("regime: cbw", "regime: avg"), "utf-8")
    with pytest.raises(ScenarioInvalid) as refused:
        load_scenario(folder)
    assert [Path(problem.file).name for problem in refused.value.problems] == ["scenario.yaml", "waterdam.yaml"]


@pytest.mark.parametrize("text", ["tekst", "[a, b]", "- a", "{}", "a: b", "injects: 3\nroles: x\nlandscape: [a]"])
def test_valid_yaml_that_is_no_scenario_is_refused(folder: Path, text: str) -> None:
    (folder / "scenario.yaml").write_text(text, "utf-8")
    with pytest.raises(ScenarioInvalid) as refused:
        load_scenario(folder)
    assert all(problem.line for problem in refused.value.problems)


def test_a_thousand_mistakes_are_shown_up_to_a_limit_that_is_told(folder: Path) -> None:
    scenario = folder / "scenario.yaml"
    wrong = "".join(f"fout{number}: 1\n" for number in range(1_000))
    scenario.write_text(scenario.read_text("utf-8") + wrong, "utf-8")
    with pytest.raises(ScenarioInvalid, match="er zijn nog 750 fouten") as refused:
        load_scenario(folder)
    assert len(refused.value.problems) == 251


def test_a_landscape_by_itself_is_loaded_and_remarked_on(folder: Path) -> None:
    path = folder / "landscapes" / "waterdam.yaml"
    assert load_landscape(path).residents == 35_000
    assert landscape_warnings(path) == ()
    path.write_text(path.read_text("utf-8").replace("basis: besluit", "basis: voorbeeld"), "utf-8")
    assert "2 van de 4 grenzen zijn voorbeeldwaarden" in str(landscape_warnings(path)[0])


def test_a_rehearsal_is_loaded_with_clock_times_from_the_scenario(folder: Path) -> None:
    loaded = load_scenario(folder)
    script = load_script(find_script(folder, "typisch"), loaded.scenario, loaded.landscape)
    assert [step.at for step in script.steps] == [20, 30, 60]


def test_a_rehearsal_that_names_what_is_not_there_is_refused(folder: Path) -> None:
    loaded = load_scenario(folder)
    path = find_script(folder, "typisch")
    steps = "  - {at: T+1:30, deliver: i9}\n  - {at: later, hold: i01-melding}\n  - {at: T+1:00}\n"
    steps += "  - {at: T+1:00, decide: {words: Hulp erbij, effect: crew, target: behr, by: ciso}}\n"
    steps += "  - {at: T+1:00, decide: {words: Alles los, effect: isolate, target: beheer, by: ciso}}\n"
    steps += "  - {at: T+0:00, attend: {role: wethoudr, attendance: aanwezig}}\n"
    steps += "  - {at: T+0:00, attend: {role: ciso, attendance: ziek}}\n"
    steps += "  - {at: T+1:00, decide: {words: Bel de IBD, act: ibd-inschakele, by: ciso}}\n"
    text = path.read_text("utf-8").replace("option: uit, by: burgemeester", "option: ut, by: burgermeester") + steps
    path.write_text(text, "utf-8")
    with pytest.raises(ScenarioInvalid) as refused:
        load_script(path, loaded.scenario, loaded.landscape)
    told = str(refused.value)
    for part in (
        "[stap 1] besluit",
        "`burgemeester`",
        "inject `i9`",
        "[stap 5] `at`: 'later'",
        "[stap 6]",
        "ploeg `behr`",
        "onderdeel `beheer`",
        "handeling `ibd-inschakele`",
        "rol `wethoudr`",
        "`attendance`: 'ziek' kan hier niet. Kies uit: aanwezig, afwezig",
    ):
        assert part in told


def test_a_scenario_comes_back_from_json_exactly(load_edited: Callable[..., Loaded]) -> None:
    loaded = load_edited()
    text = scenario_to_json(loaded.scenario, loaded.landscape)
    assert scenario_from_json(text) == (loaded.scenario, loaded.landscape)
    assert scenario_to_json(*scenario_from_json(text)) == text


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"scenario": 1, "landscape": 2}', "[" * 100_000])
def test_json_that_is_no_scenario_is_called_damaged(text: str) -> None:
    with pytest.raises(ExerciseDamaged):
        scenario_from_json(text)


def test_json_with_a_character_that_steers_a_terminal_is_called_damaged(load_edited: Callable[..., Loaded]) -> None:
    loaded = load_edited()
    text = scenario_to_json(loaded.scenario, loaded.landscape)
    with pytest.raises(ExerciseDamaged):
        scenario_from_json(text.replace("Boze inwoner", "\\u001b[2J"))


def test_a_list_whose_only_item_is_wrong_is_not_called_too_short_as_well(folder: Path) -> None:
    file = folder / "landscape-only.yaml"
    text = "format: 1\nid: landscape-only\ntitle: Dorp\nresidents: 10\nnodes:\n  - {id: balie, name: Balie, kind: winkel}\n"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as caught:
        load_landscape(file)
    assert len(caught.value.problems) == 1
    file.write_text(text.replace("\n  - {id: balie, name: Balie, kind: winkel}", " []"), encoding="utf-8")
    with pytest.raises(ScenarioInvalid, match="minstens 1"):
        load_landscape(file)


def test_a_landscape_file_must_bear_its_own_id(folder: Path) -> None:
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    name = next(line.split(":")[1].strip() for line in text.splitlines() if line.startswith("landscape:"))
    ground = next(path for path in (folder / f"{name}.yaml", folder / "landscapes" / f"{name}.yaml") if path.exists())
    ground.write_text(ground.read_text(encoding="utf-8").replace(f"id: {name}", "id: ergens-anders", 1), encoding="utf-8")
    with pytest.raises(ScenarioInvalid, match="het landschap heet ergens-anders"):
        load_scenario(folder)
