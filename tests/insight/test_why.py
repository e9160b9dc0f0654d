"""Why a node fell, why it is still down, and what would help."""

from __future__ import annotations

import pytest

from simulator.consequences.trajectory import CauseKind, WaitKind
from simulator.errors import NotFound
from simulator.exercise import commands as c
from simulator.insight.why import Why, why
from tests.insight.builders import LANDSCAPE, play, setting


def of(node: str, minute: int, *steps: tuple[int, c.Command], landscape: dict[str, object] | None = None) -> Why:
    played = play(setting(landscape=landscape), *steps, until=minute)
    return why(played.setting, played.state, node)


def test_the_chain_goes_back_to_the_hit() -> None:
    answer = of("uitvaart", 200)
    assert [step.node for step in answer.fell] == ["uitvaart", "burgerzaken", "servers"]
    assert [step.at for step in answer.fell] == ["ma 11:30", "ma 08:30", "ma 08:30"]
    assert answer.fell[-1].kind is CauseKind.HIT


def test_the_waits_are_followed_to_the_work_under_way() -> None:
    answer = of("uitvaart", 200)
    assert [wait.kind for wait in answer.waits] == [WaitKind.GROUP, WaitKind.GROUP, WaitKind.WORK]
    assert answer.waits[-1].text == "Aan ‘Servers’ wordt gewerkt, tot ma 18:30."


def test_a_node_that_works_has_no_chain_and_no_waits() -> None:
    answer = of("telefoon", 200)
    assert (answer.fell, answer.waits, answer.helps) == ((), (), ())
    assert answer.state == "‘Telefoon’ werkt, en is nog niet uitgevallen."


def test_a_fallback_and_more_people_are_named_as_what_could_help() -> None:
    assert of("burgerzaken", 30).helps[0].startswith("Start de noodprocedure: die levert 40%")
    waiting = of("telefoon", 200, (5, c.Decide(decision="losgeld", option="nee")))
    assert waiting.helps == ("Zet extra mensen bij herstelploeg Eigen ICT, of geef ‘Telefoon’ voorrang.",)


def test_a_decision_is_named_as_the_cause_of_isolation() -> None:
    answer = of("telefoon", 60, (10, c.Decide(words="Los ermee", effect="isolate", target="telefoon")))
    assert answer.fell[0].text == "‘Telefoon’ viel uit: bewust losgekoppeld (eigen besluit)."
    assert answer.helps == ("Sluit ‘Telefoon’ weer aan.",)


def test_neighbours_on_both_sides_are_shown_as_they_truly_are() -> None:
    answer = of("burgerzaken", 30)
    assert [(need.held, [member.words for member in need.members]) for need in answer.needs] == [(False, ["ligt plat"])]
    assert [(other.name, other.words) for other in answer.dependents] == [("Uitvaart", "werkt")]


def test_a_deadlock_is_told_and_a_noodstart_offered() -> None:
    circle = [
        {"id": "inlog", "name": "Inlog", "kind": "ict", "needs": [{"of": ["dns", "servers"]}]},
        {"id": "dns", "name": "DNS", "kind": "ict", "needs": [{"of": ["inlog"]}]},
    ]
    answer = of("inlog", 700, landscape={"nodes": [*LANDSCAPE["nodes"], *circle]})
    assert [wait.circular for wait in answer.waits] == [True, True]
    assert "Ze wachten op elkaar" in answer.waits[0].text
    assert answer.helps[0] == "Een noodstart van ‘Inlog’ doorbreekt het wachten op elkaar."


def test_an_unknown_node_is_refused_by_name() -> None:
    with pytest.raises(NotFound, match="'burgerzakn'"):
        of("burgerzakn", 0)
