"""Rules that a scenario and a landscape must keep, each broken once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.errors import Problem
from simulator.scenario import checks
from simulator.scenario.load import Loaded

Problems = Callable[..., tuple[Problem, ...]]

STATE = "{node: {node: burgerzaken, state: down}}"
INJECT_3 = "    at: T+1:45\n"


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.item}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        (
            [("until: T+1:30", "until: T+0:00"), ("    meeting: {at: T+0:35, time: 25m}\n", "")],
            "de ronde eindigt (T+0:00) niet na",
        ),
        ([("    at: T+1:30", "    at: T+1:20")], "voordat ronde eerste eindigt (T+1:30)"),
        ([("at: T+0:35, time: 25m", "at: T+1:20, time: 25m")], "het overleg (T+1:20 tot T+1:45) valt buiten de ronde"),
        ([("at: T+2:10, time: 25m", "at: T+1:00, time: 25m")], "het overleg (T+1:00 tot T+1:25) valt buiten de ronde"),
        ([("until: T+3:00", "until: T+3:30")], "de ronde eindigt (T+3:30) na het einde"),
        ([("at: T+1:45", "at: T+3:01")], "het bericht komt (T+3:01) na het einde van het scenario (T+3:00)"),
        ([("within: 45m", "opens: d2 08:30\n    within: 45m")], "het besluit gaat open (T+24:00) na het einde"),
        ([(INJECT_3, "")], "een kernbericht heeft at of when nodig"),
        ([("    within: 45m\n", "")], "er is een default, maar geen within"),
        ([("    default: aan\n", "")], "er is een within, maar geen default"),
        ([("    asks: [rekencentrum-uit]\n", "")], "dit besluit gaat nooit open"),
        ([("low: 20000", "low: 70000")], "low (70000) is hoger dan high (60000)"),
        (
            [("if: {not_taken", "if: {all: [{delivered: i02-balie}, {not_taken"), ("by: T+1:00}}", "by: T+1:00}}]}")],
            "een effect mag",
        ),
        ([(f"when: {STATE}", f"when: {STATE}\n    effects: [{{hit: [back-up]}}]")], "een bericht met effecten mag niet afhangen"),
        ([("- isolate: [rekencentrum]", "- cut: {node: burgerzaken, member: stroom}")], "burgerzaken hangt niet af van stroom"),
        (
            [("- isolate: [rekencentrum]", "- jump_start: {node: back-up, group: 2, time: 4h}")],
            "heeft 1 behoeften, en hier staat nummer 2",
        ),
    ],
)
def test_a_scenario_that_cannot_be_is_refused(problems_of: Problems, edits: list[tuple[str, str]], message: str) -> None:
    found = told(problems_of(*edits))
    assert len(found) == 1
    assert message in found[0]


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        (
            [("      - of: [rekencentrum]\n", "      - of: [rekencentrum]\n        at_least: 2\n")],
            "at_least vraagt er 2, en er staan er 1",
        ),
        ([("of: [rekencentrum]", "of: [rekencentrum, rekencentrum]")], "rekencentrum staat er twee keer"),
        ([("of: [rekencentrum]", "of: [rekencentrum, burgerzaken]")], "burgerzaken heeft zichzelf nodig"),
        ([("      crew: beheer\n", "      crew: beheer\n      needs: [stroom, rekencentrum]\n")], "nodig om te herstellen"),
        ([("backup: back-up", "backup: rekencentrum")], "rekencentrum is zijn eigen back-up"),
        ([("to: back-up", "to: rekencentrum")], "de aanval gaat van rekencentrum naar zichzelf"),
        ([("crew: beheer", "crew: behr")], "ploeg `behr` bestaat niet"),
        ([("from: rekencentrum", "from: stadhuis")], "onderdeel `stadhuis` bestaat niet"),
        ([("backup: back-up", "backup: tape")], "onderdeel `tape` bestaat niet"),
        ([("of: [stroom]", "of: [strom]")], "onderdeel `strom` bestaat niet"),
        ([("{min: 1d, likely: 2d, max: 6d}", "{min: 3d, likely: 2d, max: 6d}")], "van klein naar groot"),
        ([("id: uitkeringen", "id: burgerzaken")], "`burgerzaken` is al gebruikt op regel"),
    ],
)
def test_a_landscape_that_cannot_be_is_refused(problems_of: Problems, edits: list[tuple[str, str]], message: str) -> None:
    found = told(problems_of(landscape=tuple(edits)))
    assert len(found) == 1
    assert message in found[0]


GRAPH_DEFAULT = ("default: aan", "default: uit")
OPENED_BY_STATE = (f"    when: {STATE}\n", f"    when: {STATE}\n    asks: [rekencentrum-uit]\n")


def test_a_default_with_effects_may_not_wait_for_the_graph(problems_of: Problems) -> None:
    found = told(problems_of(GRAPH_DEFAULT, OPENED_BY_STATE))
    assert found == [
        "inject i02-balie: besluit rekencentrum-uit: dit opent een besluit met een default die gevolgen heeft; "
        "dat mag niet van een toestand afhangen."
    ]


def test_a_default_that_effects_hang_on_may_not_wait_for_the_graph_either(problems_of: Problems) -> None:
    """The option itself does nothing, but the effect of another inject looks at whether it was taken."""
    assert "i02-balie" in told(problems_of(OPENED_BY_STATE))[0]


def test_a_default_that_touches_nothing_may_wait_for_the_graph(load_edited: Callable[..., Loaded]) -> None:
    assert load_edited(OPENED_BY_STATE, ("        if: {not_taken: {decision: rekencentrum-uit, option: uit, by: T+1:00}}\n", ""))


def test_a_default_that_opens_a_decision_with_effects_may_not_wait_for_the_graph(problems_of: Problems) -> None:
    """Two steps: the state opens a decision, whose default opens another, whose default does something."""
    second = (
        "\nclocks:",
        """
  - id: herstart
    title: Herstart
    text: Zet u het rekencentrum weer aan?
    to: [ciso]
    mandate: {decides: [ciso]}
    when: {taken: {decision: rekencentrum-uit}}
    within: 10m
    default: ja
    options:
      - {id: ja, text: Ja, effects: [{reconnect: [rekencentrum]}]}
      - {id: nee, text: Nee}
clocks:""",
    )
    no_if = ("        if: {not_taken: {decision: rekencentrum-uit, option: uit, by: T+1:00}}\n", "")
    assert "besluit rekencentrum-uit" in told(problems_of(OPENED_BY_STATE, no_if, second))[0]


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([(STATE, "{all: [{after: T+2:00}, {before: T+1:30}]}")], "pas vanaf T+2:00 en alleen tot T+1:30"),
        ([(STATE, "{all: [{not_taken: {decision: rekencentrum-uit, by: T+2:00}}, {before: T+1:50}]}")], "pas vanaf T+2:00"),
        ([("at: T+1:10", "at: T+2:00"), (STATE, "{before: T+1:00}")], "pas vanaf T+2:00 en alleen tot T+1:00"),
        ([(STATE, "{after: T+2:00}"), ("at: T+1:10\n    when", "when"), ("{after: T+2:00}", "{after: T+5:00}")], "na het einde"),
        ([(STATE, f"{{all: [{STATE}, {{not: {STATE}}}]}}")], "de voorwaarde spreekt zichzelf tegen"),
        ([(STATE, "{any: [{delivered: i02-balie}, {all: [{after: T+2:00}, {before: T+1:30}]}]}")], None),
        ([(STATE, "{not: {before: T+5:00}}")], "pas vanaf T+5:00, na het einde"),
        ([(STATE, "{any: [{after: T+5:00}, {taken: {decision: rekencentrum-uit}}]}")], None),
        ([(STATE, "{delivered: i02-balie}")], "het wacht op iets dat zelf nooit gebeurt"),
        ([(STATE, "{not: {any: [{after: T+0:30}]}}")], None),
        ([(STATE, "{all: [{not: {after: T+0:30}}, {after: T+1:00}]}")], "pas vanaf T+1:10 en alleen tot T+0:30"),
    ],
)
def test_an_inject_that_can_never_appear_is_remarked_on(
    load_edited: Callable[..., Loaded], edits: list[tuple[str, str]], message: str | None
) -> None:
    never = [remark for remark in told(load_edited(*edits).warnings) if "verschijnt nooit" in remark]
    assert len(never) == (message is not None)
    assert (message or "") in "".join(never)


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        (
            [("    asks: [rekencentrum-uit]\n", ""), ("within: 45m", "when: {after: T+9:00}\n    within: 45m")],
            "dit besluit gaat nooit",
        ),
        ([("    at: 08:40", "    when: {taken: {decision: rekencentrum-uit}}")], "dit besluit gaat nooit open: de berichten"),
        (
            [("to: [ciso, burgemeester]", "to: [ciso]"), ("at: T+2:10, time: 25m", "at: T+2:20, time: 25m")],
            "burgemeester: deze rol heeft",
        ),
        ([("time: 25m", "time: 15m")], "hoogstens 15 minuten ongestoord"),
        ([("at: T+1:45", "at: T+2:20")], "hoogstens 15 minuten ongestoord"),
        ([("questions: [K6a, K7]", "questions: [K6a, K7, V4]")], "raadsvraag V4 wordt geclaimd"),
        ([("questions: [K6a, K7]", "questions: [K6a]")], "raadsvraag K7 staat niet in de lijst"),
        ([("    goals: [opschalen]\n", "")], "geen bericht of besluit hoort bij dit leerdoel"),
        ([("    starts: [melding-csirt]\n", "")], "niets start deze klok"),
        ([("        meets: [melding-csirt]\n", "")], "met geen enkele optie wordt deze klok gehaald"),
        ([("    costs: [inhuur]\n", ""), ("        costs: [inhuur]\n", "")], "geen bericht of optie gebruikt deze kosten"),
        ([("        actions: [bel-csirt]\n", "")], "geen optie leidt tot deze actie"),
        ([("start_fallback: [burgerzaken]", "start_fallback: [uitkeringen]")], "uitkeringen heeft geen noodprocedure"),
        ([("hit: [rekencentrum]", "hit: [uitkeringen]")], "uitkeringen heeft geen repair"),
    ],
)
def test_what_deserves_a_look_is_remarked_on_and_stops_nothing(
    load_edited: Callable[..., Loaded], edits: list[tuple[str, str]], message: str
) -> None:
    loaded = load_edited(*edits)
    assert any(message in remark for remark in told(loaded.warnings)), told(loaded.warnings)
    assert all(remark.warning for remark in loaded.warnings)


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([("    mtd: {time: 5d, basis: besluit}\n", "")], "1 processen hebben geen rto of mtd: uitkeringen"),
        ([("basis: inschatting", "basis: voorbeeld")], "1 van de 4 grenzen zijn voorbeeldwaarden"),
        ([("rto: {time: 1d", "rto: {time: 4d")], "de streeftijd (rto) is langer dan de uiterste grens (mtd)"),
        ([("to: back-up", "to: burgerzaken")], "burgerzaken heeft geen repair"),
    ],
)
def test_a_landscape_with_loose_ends_is_remarked_on(
    load_edited: Callable[..., Loaded], edits: list[tuple[str, str]], message: str
) -> None:
    assert any(message in remark for remark in told(load_edited(landscape=tuple(edits)).warnings))


def test_a_reserve_inject_may_always_be_given_so_it_can_always_appear(load_edited: Callable[..., Loaded]) -> None:
    edits = [
        (STATE, "{all: [{after: T+2:00}, {before: T+1:30}]}"),
        ("kind: kern\n    at: T+1:10", "kind: reserve\n    at: T+1:10"),
    ]
    assert not any("verschijnt nooit" in remark for remark in told(load_edited(*edits).warnings))


def test_a_thousand_remarks_are_shown_up_to_a_limit_and_stop_nothing(load_edited: Callable[..., Loaded]) -> None:
    roles = "".join(f"  - {{id: toeschouwer-{number}, name: Toeschouwer}}\n" for number in range(300))
    warnings = load_edited(
        ("rounds:\n", f"{roles}rounds:\n"), ("at: T+2:10, time: 25m", "at: T+2:20, time: 25m"), ("    to: all", "    to: [ciso]")
    ).warnings
    assert len(warnings) == 251
    assert all(remark.warning for remark in warnings)


def test_remarks_are_left_out_while_there_are_mistakes(problems_of: Problems) -> None:
    found = problems_of(("    starts: [melding-csirt]\n", ""), ("low: 20000", "low: veel"))
    assert [problem.warning for problem in found] == [False]


def test_every_rule_says_what_it_demands() -> None:
    rules = (*checks.SCENARIO_RULES, *checks.LANDSCAPE_RULES, *checks.SCENARIO_REMARKS, *checks.LANDSCAPE_REMARKS)
    assert all(rule.__doc__ for rule in rules)
