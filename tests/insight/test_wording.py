"""Dutch words: times, durations, money, levels, and a sentence for every event and cause."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.consequences.interventions import Kind
from simulator.consequences.trajectory import CauseKind, Wait, WaitKind
from simulator.exercise import events as e
from simulator.exercise.evaluation import events as ee
from simulator.exercise.state import Phase, State
from simulator.insight import wording as w
from simulator.insight.wording_causes import change_sentence, wait_sentence
from simulator.insight.wording_conditions import condition_words
from simulator.insight.wording_evaluation import ELEMENTS, RATINGS, SHOWN
from simulator.insight.wording_events import event_line, intervention_line
from simulator.scenario.conditions import Condition
from simulator.scenario.landscape import Basis, NodeKind
from simulator.scenario.model import Channel, DecisionKind, InjectKind, Regime
from tests.insight.builders import SCENARIO, play, setting

ON = setting()


@pytest.mark.parametrize(
    ("minute", "words"),
    [
        (0, "ma 08:30"),
        (70, "ma 09:40"),
        (15 * 60 + 29, "ma 23:59"),
        (15 * 60 + 30, "di 00:00 (dag 2)"),
        (7 * 1440, "ma 08:30 (dag 8)"),
    ],
)
def test_a_moment_reads_as_the_clock_of_the_story(minute: int, words: str) -> None:
    assert w.moment(ON, minute) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (40, "40 min"),
        (60, "1 u"),
        (200, "3 u 20 min"),
        (4320, "72 u"),
        (5760, "4 dagen"),
        (7380, "5 dagen 3 u"),
        (-40, "40 min"),
    ],
)
def test_a_span_reads_as_one_says_it(minutes: int, words: str) -> None:
    assert w.span(minutes) == words


def test_money_has_dots_and_a_range_is_told_once_when_it_is_one_amount() -> None:
    assert w.euros(80000, 1250000) == "€\u00a080.000 tot €\u00a01.250.000"
    assert w.euros(500, 500) == "€\u00a0500"


@pytest.mark.parametrize(
    ("amount", "words"),
    [(840, "840"), (9999, "9.999"), (62_480, "62.000"), (999_499, "999.000"), (999_500, "1 miljoen"), (2_672_447, "2,7 miljoen")],
)
def test_a_number_is_told_as_one_remembers_it(amount: int, words: str) -> None:
    assert w.about(amount) == words


@given(st.integers(0, 100))
def test_a_level_never_depends_on_colour(served: int) -> None:
    assert w.sign(served) in "●◐○"
    assert (w.sign(served), w.level(served)) not in {(w.sign(100), w.level(0)), (w.sign(0), w.level(50))}
    assert (w.level(served) == "werkt") == (served == 100)
    assert (w.level(served) == "ligt plat") == (served == 0)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_of_two_moments_of_one_day_the_later_reads_later(one: int, other: int) -> None:
    day = w.MINUTES_A_DAY
    if one < other and (one + 510) // day == (other + 510) // day:
        assert w.moment(ON, one)[3:8] < w.moment(ON, other)[3:8]


def test_every_closed_set_has_its_words() -> None:
    tables = [
        (w.KINDS, NodeKind), (w.CHANNELS, Channel), (w.PHASES, Phase), (w.STEPS, e.Bob), (w.DECISION_KINDS, DecisionKind),
        (w.INJECT_KINDS, InjectKind), (w.ATTENDANCE, e.Attendance), (w.REGIMES, Regime), (RATINGS, ee.Rating), (SHOWN, ee.Shown),
        (ELEMENTS, ee.Element),
    ]  # fmt: skip
    for table, members in tables:
        assert set(table) == set(members)
    assert all(w.basis_words(basis) for basis in Basis)


def test_a_date_in_the_log_reads_as_one_says_it() -> None:
    checked = ee.DocumentChecked(document="ivp", shown=ee.Shown.VEROUDERD, dated="2026-03-01", note="")
    assert event_line(ON, State(), checked) == "Document ‘ivp’ (van 1 maart 2026): getoond, maar verouderd."


VALUES: dict[str, object] = {
    "attendance": e.Attendance.TELEFOON, "step": e.Bob.BEELDVORMING, "kind": "hit", "cause": "inject:start", "role": "ciso",
    "inject": "start", "node": "servers", "decision": "losgeld", "option": "nee", "clock": "raad", "cost": "losgeld", "by": "fg",
    "owner": "ciso", "round": "een", "to": "all", "source": "inject:start", "effect": "inject:start/0",
}  # fmt: skip


def example(kind: type[e.Event], *, known: bool) -> e.Event:
    """An event with plausible values; ids that nobody knows when `known` is False."""
    values: dict[str, object] = {}
    hints = get_type_hints(kind)
    for field in fields(kind):
        if hints[field.name] in (int, bool):
            values[field.name] = 60
        elif hints[field.name] is not str:
            values[field.name] = VALUES.get(field.name, next(iter(hints[field.name])))
        else:
            values[field.name] = VALUES.get(field.name, "iets") if known or field.name == "kind" else "weg"
    if kind is e.NodeChanged:
        values["cause"] = "hit"
    if kind is e.TimeJumped:
        values["to"] = 120
    return kind(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", e.EVENT_TYPES.values(), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_every_event_has_one_dutch_line_also_about_what_is_no_longer_there(kind: type[e.Event], known: bool) -> None:
    line = event_line(ON, State(), example(kind, known=known))
    assert line.strip()
    assert line[0].isupper() or line[0] in "‘0123456789" or line.startswith(("weg", "iets"))
    assert "\n" not in line
    assert "  " not in line


@pytest.mark.parametrize("kind", Kind)
def test_every_intervention_names_what_it_is_done_to(kind: Kind) -> None:
    event = example(e.Intervened, known=True)
    assert isinstance(event, e.Intervened)
    line = intervention_line(ON, State(), replace(event, kind=kind.value, other="ict"))
    assert "Servers" in line or "ict" in line.lower()


def test_only_what_was_hit_is_told_to_be_cleared() -> None:
    scan = {**SCENARIO["injects"][1], "id": "scan", "at": "T+2:00", "effects": [{"clear": ["servers", "telefoon"]}]}
    played = play(setting({"injects": [*SCENARIO["injects"], scan]}), until=200)
    lines = [
        event_line(played.setting, played.state, each.event)
        for each in played.recorded
        if isinstance(each.event, e.Intervened) and each.event.kind == Kind.CLEAR.value
    ]
    assert lines == [
        "‘Servers’ is onderzocht en vrijgegeven voor herstel.",
        "‘Telefoon’ is onderzocht; er was niets om vrij te geven.",
    ]


@pytest.mark.parametrize("kind", CauseKind)
@pytest.mark.parametrize("served", [0, 60, 100])
def test_every_cause_is_a_whole_sentence_with_the_name(kind: CauseKind, served: int) -> None:
    line = change_sentence(ON, State(), "burgerzaken", served, kind, "servers", "", 0)
    assert "‘Burgerzaken’" in line
    assert line.endswith(".")


def test_a_lost_group_is_told_by_what_was_lost_and_by_the_buffer_if_there_was_one() -> None:
    lost = CauseKind.GROUP_LOST
    assert (
        change_sentence(ON, State(), "burgerzaken", 0, lost, "servers", "", 0)
        == "‘Burgerzaken’ viel uit doordat ‘Servers’ uitviel."
    )
    held = change_sentence(ON, State(), "uitvaart", 0, lost, "burgerzaken", "", 0)
    assert held == "‘Uitvaart’ viel uit: het hield het 3 u vol zonder ‘Burgerzaken’."


@pytest.mark.parametrize("kind", WaitKind)
def test_every_wait_is_a_whole_sentence(kind: WaitKind) -> None:
    line = wait_sentence(ON, Wait(waiter="servers", kind=kind, node="ict" if kind is WaitKind.CREW else "telefoon", until=60))
    assert line.startswith(("‘Servers’", "Aan ‘Servers’"))
    assert line.endswith(".")


def test_waiting_for_a_crew_names_the_crew() -> None:
    line = wait_sentence(ON, Wait(waiter="servers", kind=WaitKind.CREW, node="ict"))
    assert line == "‘Servers’ wacht op een vrije herstelploeg (Eigen ICT)."


def test_a_condition_reads_as_dutch() -> None:
    inner = [
        {"node": {"node": "servers", "state": "down"}},
        {"any": [{"after": 60}, {"taken": {"decision": "losgeld", "option": "ja"}}]},
    ]
    condition = Condition.model_validate({"all": [*inner, {"clock": {"clock": "raad", "state": "missed"}}]})
    words = condition_words(ON, condition)
    assert words.startswith("‘Servers’ plat ligt en (het ma 09:30 is geweest of over ‘Betaalt u?’ tot ‘")
    assert words.endswith("is besloten) en de klok ‘Raad’ gemist is")
