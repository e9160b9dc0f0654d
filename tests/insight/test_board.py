"""The board: what is true beside what is known, limits, fallback and repair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.exercise import commands as c
from simulator.insight.board import Board, BoardRow, FallbackState, RepairState, board
from tests.insight.builders import Played, play, setting

FALLBACK = (10, c.Decide(words="De noodprocedure", effect="fallback", target="burgerzaken"))


def at(minute: int, *steps: tuple[int, c.Command]) -> Board:
    played = play(setting(), *steps, until=minute)
    return board(played.setting, played.state)


def row(shown: Board, node: str) -> BoardRow:
    return next(each for each in shown.rows if each.id == node)


def test_what_is_true_and_what_is_known_stand_beside_each_other() -> None:
    before, after = row(at(69), "burgerzaken"), row(at(70), "burgerzaken")
    assert (before.served, before.known, before.differs) == (0, 100, True)
    assert (before.words, before.known_words, before.sign, before.known_sign) == ("ligt plat", "werkt", "○", "●")
    assert (after.known, after.differs, after.known_source) == (0, False, "bericht ‘De omroep belt’")


def test_the_limit_counts_down_from_the_fall_and_says_who_set_it() -> None:
    limit = row(at(40), "burgerzaken").limit
    assert limit is not None
    assert (limit.minute, limit.left, limit.passed, limit.words) == (240, 200, False, "nog 3 u 20 min")
    assert limit.basis_words == "voorbeeldwaarde, niet door uw gemeente vastgesteld"


@pytest.mark.parametrize(("minute", "passed"), [(120, False), (121, True)])
def test_a_target_is_passed_only_after_its_minute(minute: int, passed: bool) -> None:
    target = row(at(minute), "burgerzaken").target
    assert target is not None
    assert target.passed is passed


def test_a_node_that_works_has_no_running_limit() -> None:
    phone = row(at(40), "telefoon")
    assert (phone.limit, phone.target, phone.since, phone.beyond_limit) == (None, None, -1, False)


@pytest.mark.parametrize(
    ("minute", "state"),
    [(9, "available"), (30, "setting_up"), (80, "running"), (189, "running"), (191, "spent")],
)
def test_the_fallback_is_told_from_available_to_spent(minute: int, state: str) -> None:
    found = row(at(minute, *([FALLBACK] if minute >= 10 else [])), "burgerzaken")
    assert found.fallback is FallbackState(state)
    assert found.fallback_words


def test_the_repair_is_told_with_its_end() -> None:
    shown = at(30)
    assert (row(shown, "servers").repair, row(shown, "servers").repair_words) == (
        RepairState.WORKING,
        "herstel klaar om ma 18:30",
    )
    assert row(shown, "burgerzaken").repair is RepairState.NOT_NEEDED


def test_what_is_hit_without_a_free_crew_waits() -> None:
    shown = at(200, (5, c.Decide(decision="losgeld", option="nee")))
    assert row(shown, "telefoon").repair is RepairState.WAITING


@given(st.integers(0, 1500))
def test_what_is_down_comes_first_and_every_node_is_counted_once(minute: int) -> None:
    shown = at(minute)
    served = [0 if each.served == 0 else 1 if each.served < 100 else 2 for each in shown.rows]
    assert served == sorted(served)
    assert shown.down + shown.degraded + shown.up == len(shown.rows) == 4
    assert shown.beyond_limit == sum(each.limit is not None and each.limit.left < 0 for each in shown.rows)


@given(st.integers(0, 1500))
def test_the_board_shows_what_was_recorded(minute: int) -> None:
    played: Played = play(setting(), until=minute)
    for each in board(played.setting, played.state).rows:
        assert each.served == played.state.served(each.id)
