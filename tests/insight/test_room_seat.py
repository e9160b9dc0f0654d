"""What the projector and the seats do show."""

from __future__ import annotations

import pytest

from simulator.errors import NotFound
from simulator.exercise import commands as c
from simulator.exercise.events import Bob
from simulator.exercise.state import State
from simulator.insight.public_seat import public_seat
from simulator.insight.room import MARK, STOPPED, TEST_PICTURE, room
from simulator.insight.seat import seat
from tests.insight.builders import SCENARIO, play, setting


def test_before_the_start_the_projector_asks_whether_the_room_sees_it() -> None:
    shown = room(setting(), State())
    assert shown.test_picture == TEST_PICTURE
    assert shown.mark == MARK
    assert not shown.messages
    assert room(*play(setting(), until=0)[:2]).test_picture == ""


def test_the_projector_shows_only_messages_to_all_the_latest_first() -> None:
    played = play(setting(), (80, c.ImproviseInject(title="De griffie belt", text="Wat weet de raad?")), until=90)
    assert [message.title for message in room(played.setting, played.state).messages] == ["De griffie belt", "De omroep belt"]


def test_the_projector_tells_round_step_clocks_and_known_outages() -> None:
    played = play(setting(), (10, c.StartBobStep(step=Bob.OORDEELSVORMING)), until=75)
    shown = room(played.setting, played.state)
    assert (shown.round_title, shown.round_text) == ("Ronde een", "U komt bij elkaar.")
    assert shown.bob_words.startswith("oordeelsvorming")
    assert [row.node for row in shown.outages] == ["burgerzaken", "servers"]
    assert [(clock.title, clock.words) for clock in shown.clocks] == [("Raad", "nog 45 min"), ("Datalek", "nog 70 u 45 min")]


def test_one_command_marks_every_screen_as_real() -> None:
    played = play(setting(), (10, c.DeclareReality()), until=10)
    assert room(played.setting, played.state).mark == STOPPED
    assert seat(played.setting, played.state, "ciso").mark == STOPPED


def test_a_seat_gets_its_own_messages_and_those_to_all() -> None:
    played = play(setting(), (80, c.ImproviseInject(title="Alleen u", text="Bel mij", to=("fg", "ciso"))), until=90)
    titles = {
        role: [each.title for each in seat(played.setting, played.state, role).messages] for role in ("ciso", "burgemeester")
    }
    assert titles == {"ciso": ["Alleen u", "De omroep belt", "Niets start op"], "burgemeester": ["De omroep belt"]}


def test_a_dilemma_stands_at_its_own_role_without_options_until_it_is_decided() -> None:
    played = play(setting(), until=60)
    [dilemma] = seat(played.setting, played.state, "burgemeester").dilemmas
    assert (dilemma.title, dilemma.options, dilemma.left) == ("Betaalt u?", (), 300)
    assert seat(played.setting, played.state, "ciso").dilemmas == ()
    decided = play(setting(), (5, c.Decide(decision="losgeld", option="ja")), until=60)
    assert seat(decided.setting, decided.state, "burgemeester").dilemmas == ()


def test_options_are_shown_when_the_scenario_says_so() -> None:
    open_ = setting({"decisions": [{**SCENARIO["decisions"][0], "show_options": True}]})
    played = play(open_, until=60)
    assert len(seat(played.setting, played.state, "burgemeester").dilemmas[0].options) == 2


def test_a_seat_has_its_own_clocks_actions_and_words() -> None:
    played = play(
        setting(),
        (5, c.Decide(decision="losgeld", option="nee")),
        (6, c.EnterWords(role="ciso", text="Wij koppelen af")),
        until=60,
    )
    mayor, ciso = (seat(played.setting, played.state, role) for role in ("burgemeester", "ciso"))
    assert [clock.title for clock in mayor.clocks] == ["Datalek"]
    assert [action.text for action in mayor.actions] == ["Doe aangifte."]
    assert mayor.words == ()
    assert [words.text for words in ciso.words] == ["Wij koppelen af"]


@pytest.mark.parametrize("role", ["pers", "wethouder"])
def test_a_role_of_the_tegenspel_or_an_unknown_one_has_no_seat(role: str) -> None:
    with pytest.raises(NotFound, match=r"Kies uit: burgemeester.*met de rol raad"):
        seat(*play(setting(), until=0)[:2], role)


def test_the_council_reads_of_outages_what_a_public_message_told_and_of_terms_nothing() -> None:
    played = play(setting(), until=75)
    assert room(played.setting, played.state).clocks
    council = public_seat(played.setting, played.state).room
    assert [row.node for row in council.outages] == ["burgerzaken"]
    assert council.clocks == ()
    assert [message.title for message in council.messages] == ["De omroep belt"]


def test_what_the_team_found_out_for_itself_is_not_public() -> None:
    played = play(setting(), (76, c.ReportNode(node="telefoon", level=0, role="ciso")), until=80)
    assert "telefoon" in [row.node for row in room(played.setting, played.state).outages]
    assert "telefoon" not in [row.node for row in public_seat(played.setting, played.state).room.outages]
