"""Who may decide what: the scenario's mandate first, the matrix for what no arrangement can change."""

from __future__ import annotations

from typing import Any

from simulator.exercise import commands as c
from simulator.insight.decisions import decisions
from simulator.insight.mandates import FindingKind, MandateFinding, Mandates, mandates
from simulator.scenario.council.vocabulary import Act
from tests.insight.builders import SCENARIO, play, setting

ACTS = {
    act.id: act
    for act in (
        Act(id="leverancier-stilleggen", title="een leverancier bevelen", decides=(), basis="NIPV",
            trap={"burgemeester": "De burgemeester kan een leverancier niet bevelen.", "anders": "Dat kan niemand bevelen."}),
        Act(id="datalek-melden", title="een datalek melden", decides=("gemeentesecretaris",), basis="AVG art. 33",
            trap={"fg": "De FG adviseert, maar besluit niet over de melding."}),
        Act(id="geheimhouding", title="geheimhouding opleggen", decides=("burgemeester",), basis="Gemeentewet art. 87"),
        Act(id="raad-informeren", title="de raad inlichten", decides=("burgemeester",), basis="Gemeentewet art. 169"),
        Act(id="fractievoorzitters-inlichten", title="alleen de fractievoorzitters inlichten", decides=("burgemeester",),
            basis="Gemeentewet art. 88 lid 5", remark="De rest van de raad weet dan niets."),
    )
}  # fmt: skip


def dilemma(name: str, options: dict[str, list[str]], *, decides: str = "burgemeester", **more: Any) -> dict[str, Any]:
    written = [{"id": option, "text": option, "does": acts} for option, acts in options.items()]
    mandate = {"decides": [decides]}
    return {
        "id": name,
        "title": name,
        "text": "Wat doet u?",
        "to": ["burgemeester"],
        "mandate": mandate,
        "options": written,
        **more,
    }


DECISIONS = [
    *SCENARIO["decisions"],
    dilemma("leverancier", {"vragen": [], "bevelen": ["leverancier-stilleggen"]}),
    dilemma("datalek", {"nu": ["datalek-melden"], "later": []}, kind="melding", act="datalek-melden"),
    dilemma("geheim", {"ja": ["geheimhouding"], "nee": []}),
    dilemma("raad", {"voorzitters": ["fractievoorzitters-inlichten"], "allen": ["raad-informeren"]}),
    dilemma("raad-later", {"allen": ["raad-informeren"], "niet": []}),
]


def told(*steps: tuple[int, c.Command]) -> Mandates:
    played = play(setting({"decisions": DECISIONS}), *steps, until=100)
    return mandates(played.setting, played.state, ACTS)


def took(minute: int, decision: str, option: str, by: str = "burgemeester") -> tuple[int, c.Command]:
    return minute, c.Decide(decision=decision, option=option, by=by)


def only(of: Mandates) -> MandateFinding:
    assert len(of.findings) == 1
    return of.findings[0]


def test_nobody_may_order_a_private_supplier_off_line_not_even_who_may_decide_about_the_supplier() -> None:
    found = only(told(took(5, "leverancier", "bevelen")))
    assert (found.kind, found.reason) == (FindingKind.VAL, "De burgemeester kan een leverancier niet bevelen.")
    assert found.basis == "NIPV"
    assert only(told(took(5, "leverancier", "bevelen", "ciso"))).reason == "Dat kan niemand bevelen."


def test_asking_the_supplier_is_no_order() -> None:
    found = told(took(5, "leverancier", "vragen"))
    assert (found.findings, found.within, found.judged) == ((), 1, 1)


def test_the_supervisor_who_decides_is_flagged_with_the_words_of_the_matrix() -> None:
    found = only(told(took(5, "datalek", "nu", "fg")))
    assert found.kind is FindingKind.BUITEN
    assert found.reason == "De FG adviseert, maar besluit niet over de melding. Hier is dit besluit aan: Burgemeester."


def test_the_scenario_says_who_decides_in_this_municipality_also_where_the_matrix_names_another() -> None:
    assert told(took(5, "datalek", "nu", "burgemeester")).findings == ()


def test_only_the_faction_leaders_is_a_trap_while_secrecy_stands_and_a_remark_without_it() -> None:
    open_ = only(told(took(5, "raad", "voorzitters")))
    assert (open_.kind, open_.reason) == (FindingKind.OPMERKING, "De rest van de raad weet dan niets.")
    secret = told(took(3, "geheim", "ja"), took(5, "raad", "voorzitters"))
    assert only(secret).kind is FindingKind.VAL
    assert secret.outside("b2").startswith("Er gold geheimhouding. Wat geheim is, gaat naar alle raadsleden")
    assert (secret.judged, secret.within) == (2, 1)


def test_secrecy_imposed_after_the_faction_leaders_were_told_makes_it_a_trap_as_well() -> None:
    assert only(told(took(5, "raad", "voorzitters"), took(9, "geheim", "ja"))).kind is FindingKind.VAL


def test_secrecy_that_was_lifted_before_makes_no_trap() -> None:
    lifted = (took(3, "geheim", "ja"), (4, c.WithdrawDecision(record="b1")), took(5, "raad", "voorzitters"))
    assert only(told(*lifted)).kind is FindingKind.OPMERKING


def test_when_the_whole_council_is_told_afterwards_the_trap_says_so_and_when_before_there_is_none() -> None:
    after = told(took(3, "geheim", "ja"), took(5, "raad", "voorzitters"), took(30, "raad-later", "allen"))
    assert "Om ma 09:00 kreeg de hele raad het alsnog." in only(after).reason
    before = told(took(3, "geheim", "ja"), took(4, "raad-later", "allen"), took(5, "raad", "voorzitters"))
    assert only(before).kind is FindingKind.OPMERKING


def test_what_nobody_filled_in_counts_apart_and_own_words_are_not_judged() -> None:
    own = c.Decide(words="Bel de leverancier", by="ciso")
    found = told(took(5, "raad-later", "niet", by=""), (6, own))
    assert (found.findings, found.judged, found.unnamed) == ((), 0, 1)
    assert found.words.startswith("Niet beoefend")


def own(act: str, by: str, decision: str = "") -> tuple[int, c.Command]:
    return 5, c.Decide(words="Wij doen het zo", act=act, by=by, decision=decision)


def test_nobody_may_order_a_supplier_in_their_own_words_either() -> None:
    for decision in ("", "leverancier"):
        found = only(told(own("leverancier-stilleggen", "burgemeester", decision)))
        assert (found.kind, found.act) == (FindingKind.VAL, "leverancier-stilleggen")


def test_who_may_do_an_act_in_their_own_words_stands_in_the_dilemma_that_offers_it() -> None:
    within = told(own("datalek-melden", "burgemeester"))
    assert (within.findings, within.judged, within.within) == ((), 1, 1)
    assert only(told(own("datalek-melden", "fg"))).reason.endswith("Hier is dit besluit aan: Burgemeester.")


def test_an_act_that_no_dilemma_offers_is_held_against_the_matrix_where_it_names_a_role_that_plays() -> None:
    offered = {"decisions": [each for each in DECISIONS if each["id"] != "geheim"]}
    played = [play(setting(offered), own("geheimhouding", by), until=9) for by in ("burgemeester", "ciso")]
    assert [len(mandates(each.setting, each.state, ACTS).findings) for each in played] == [0, 1]
    without = {"decisions": [each for each in DECISIONS if each["id"] != "datalek"]}
    nobody = play(setting(without), own("datalek-melden", "ciso"), until=9)
    assert mandates(nobody.setting, nobody.state, ACTS).judged == 0


def test_secrecy_in_own_words_makes_telling_only_the_faction_leaders_a_trap() -> None:
    assert told(own("geheimhouding", "burgemeester"), took(9, "raad", "voorzitters")).outside("b2")


def test_console_and_report_tell_the_same_as_the_matrix() -> None:
    played = play(setting({"decisions": DECISIONS}), took(5, "leverancier", "bevelen"), until=10)
    assert decisions(played.setting, played.state, ACTS).records[0].outside_mandate == (
        "De burgemeester kan een leverancier niet bevelen."
    )
    assert decisions(played.setting, played.state).records[0].outside_mandate == ""
