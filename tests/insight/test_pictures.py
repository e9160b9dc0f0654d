"""The picture of each role, held against the truth and against what that role could know."""

from __future__ import annotations

from simulator.exercise import commands as c
from simulator.exercise.evaluation.commands import PictureLine, WritePicture
from simulator.exercise.evaluation.events import Certainty
from simulator.insight.pictures import Pictures, Verdict, pictures
from tests.insight.builders import Played, play, setting

FEIT, AANNAME = Certainty.FEIT, Certainty.AANNAME


def says(role: str, node: str, works: bool | None, certainty: Certainty = FEIT, text: str = "Zo zit het.") -> c.Command:
    return WritePicture(role=role, lines=(PictureLine(text=text, certainty=certainty, node=node, works=works),))


def told(*steps: tuple[int, c.Command], until: int = 100) -> Pictures:
    played: Played = play(setting(), *steps, until=until)
    return pictures(played.setting, played.recorded)


def verdict(of: Pictures) -> Verdict:
    return of.lines[0].verdict


def test_a_line_that_was_true_holds_also_when_nobody_had_reported_it() -> None:
    assert verdict(told((30, says("fg", "burgerzaken", False)))) is Verdict.KLOPT


def test_a_role_that_nobody_had_told_is_not_blamed() -> None:
    found = told((30, says("burgemeester", "burgerzaken", True)))
    assert verdict(found) is Verdict.ONGEWETEN
    assert found.lines[0].words.endswith("Dat was nog aan niemand gemeld; deze rol kon het niet weten.")
    assert found.words.endswith("1 feit bleek achteraf niet waar; dat was niet te weten, en dus een aanname.")


def test_what_was_told_to_another_role_is_a_matter_of_sharing() -> None:
    found = told((30, says("burgemeester", "servers", True)))
    assert verdict(found) is Verdict.NIET_GEDEELD
    assert "CISO" in found.lines[0].told


def test_what_was_told_to_this_role_was_known() -> None:
    assert verdict(told((30, says("ciso", "servers", True)))) is Verdict.WIST


def test_what_was_told_to_everybody_was_known_to_everybody() -> None:
    assert verdict(told((80, says("fg", "burgerzaken", True)))) is Verdict.WIST


def test_what_was_reported_in_this_very_minute_could_not_be_in_the_picture_yet() -> None:
    assert verdict(told((70, says("fg", "burgerzaken", True)))) is Verdict.ONGEWETEN


def test_who_wrote_down_what_was_reported_wrongly_could_not_know_better() -> None:
    wrong = c.ReportNode(node="telefoon", level=0, role="ciso")
    found = told((10, wrong), (30, says("burgemeester", "telefoon", False)))
    assert verdict(found) is Verdict.ONGEWETEN


def test_a_node_that_works_partly_bears_out_both() -> None:
    fallback = c.Decide(words="Op papier", effect="fallback", target="burgerzaken", by="ciso")
    partly = told((1, fallback), (100, says("fg", "burgerzaken", False)), until=110)
    assert partly.lines[0].true == 40
    assert verdict(partly) is Verdict.KLOPT


def test_roles_that_disagree_are_set_beside_each_other_with_the_truth() -> None:
    found = told((30, says("burgemeester", "servers", True, AANNAME)), (31, says("ciso", "servers", False)))
    difference = found.rounds[0].differences[0]
    assert difference.words == (
        "‘Servers’: volgens Burgemeester (aanname) werkte het, volgens CISO (feit) niet. In werkelijkheid lag het plat."
    )
    assert not difference.changed


def test_roles_that_wrote_before_and_after_a_change_may_both_be_right() -> None:
    down = c.SetNode(node="telefoon", up=False, reason="Klopt bij ons niet")
    found = told((20, says("fg", "telefoon", True)), (25, down), (30, says("ciso", "telefoon", False)))
    assert found.rounds[0].differences[0].changed
    assert "allebei kan kloppen" in found.rounds[0].differences[0].words


def test_only_the_last_picture_of_a_role_in_a_round_counts_as_its_picture() -> None:
    found = told((20, says("ciso", "servers", True)), (30, says("ciso", "servers", False)))
    assert [picture.minute for picture in found.rounds[0].pictures] == [30]
    assert found.rounds[0].differences == ()
    assert len(found.lines) == 2


def test_what_one_role_alone_saw_is_named_without_blame() -> None:
    found = told((30, says("ciso", "servers", False)), (31, says("fg", "telefoon", True)))
    assert found.rounds[0].alone == ("Alleen CISO schreef op dat ‘Servers’ niet (goed) werkte.",)


def test_a_line_that_names_no_node_is_not_tested_and_assumptions_are_counted() -> None:
    found = told((30, says("ciso", "", None, AANNAME, "[bold]De back-up\x1b[31m is goed")))
    assert verdict(found) is Verdict.OPEN
    assert (found.assumptions, found.wrong_facts) == (1, ())
    assert "\x1b" not in found.lines[0].text


def test_without_pictures_it_says_so_instead_of_judging() -> None:
    assert told().words == "Niet beoefend: niemand schreef een beeld op."
    assert pictures(setting(), ()).rounds == ()
