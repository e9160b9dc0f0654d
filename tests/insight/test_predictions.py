"""What was predicted, against what happened."""

from __future__ import annotations

from simulator.exercise import commands as c
from simulator.exercise.evaluation.commands import DAY, Predict
from simulator.insight.predictions import predictions
from tests.insight.builders import HOUR, LANDSCAPE, SCENARIO, play, setting

LATE = {"injects": [{**SCENARIO["injects"][0], "at": "T+1:00"}, *SCENARIO["injects"][1:]]}
"""The servers fall an hour after the start, so that there is something to predict."""


PAPER = {"level": 60, "setup": "1m", "keep": "2d"}


def test_what_was_named_and_fell_is_a_hit_and_what_nobody_named_is_missed() -> None:
    played = play(setting(LATE), (30, Predict(nodes=("burgerzaken", "telefoon"))), until=30 + DAY)
    score = predictions(played.setting, played.recorded, now=30 + DAY)[0]
    assert (score.hits, score.missed, score.false_alarms) == (("burgerzaken", "telefoon"), ("uitvaart",), ())
    assert score.precision == 1.0
    assert score.recall == 0.5
    assert score.complete
    assert "Wat ook uitviel en niemand noemde: Uitvaart." in score.words


def test_what_was_named_and_kept_working_is_a_false_alarm() -> None:
    played = play(setting(LATE), (30, Predict(nodes=("telefoon", "servers"), within=5 * HOUR, by="ciso")), until=400)
    score = predictions(played.setting, played.recorded, now=400)[0]
    assert (score.hits, score.false_alarms, score.precision) == (("servers",), ("telefoon",), 0.5)
    assert "CISO voorspelde" in score.words
    assert "Telefoon werkte gewoon door." in score.words


def test_what_was_known_to_be_down_is_no_prediction() -> None:
    played = play(setting(), (100, Predict(nodes=("servers", "burgerzaken"), within=5 * HOUR)), until=500)
    score = predictions(played.setting, played.recorded, now=500)[0]
    assert score.known == ("servers", "burgerzaken")
    assert (score.hits, score.false_alarms, score.precision) == ((), (), None)
    assert score.missed == ("uitvaart",)


def test_what_was_down_without_anybody_knowing_counts_as_predicted() -> None:
    played = play(setting(), (30, Predict(nodes=("burgerzaken",), within=30)), until=100)
    score = predictions(played.setting, played.recorded, now=100)[0]
    assert (score.hits, score.recall) == (("burgerzaken",), 1.0)


def test_machines_behind_the_scenes_are_never_missed() -> None:
    played = play(setting(LATE), (30, Predict(nodes=())), until=30 + DAY)
    score = predictions(played.setting, played.recorded, now=30 + DAY)[0]
    assert score.missed == ("burgerzaken", "uitvaart")
    assert (score.precision, score.recall) == (None, 0.0)
    assert "dat binnen 24 u niets zou uitvallen" in score.words


def test_a_process_that_its_fallback_caught_was_rightly_predicted_and_never_missed() -> None:
    fallback = c.Decide(words="Op papier", effect="fallback", target="burgerzaken", by="ciso")
    nodes = [{**node, **({"fallback": PAPER} if node["id"] == "burgerzaken" else {})} for node in LANDSCAPE["nodes"]]
    on = setting(LATE, {"nodes": nodes})
    named = play(on, (20, fallback), (30, Predict(nodes=("burgerzaken",), within=3 * HOUR)), until=300)
    silent = play(on, (20, fallback), (30, Predict(nodes=(), within=3 * HOUR)), until=300)
    assert predictions(named.setting, named.recorded)[0].hits == ("burgerzaken",)
    assert predictions(silent.setting, silent.recorded)[0].missed == ()


def test_nothing_is_told_before_the_window_has_passed_unless_the_exercise_is_over() -> None:
    step = (30, Predict(nodes=("burgerzaken",), within=10 * HOUR))
    running = play(setting(LATE), step, until=200)
    score = predictions(running.setting, running.recorded, now=200)[0]
    assert not score.complete
    assert "Dat is pas te zeggen om ma 19:00." in score.words
    assert "Uitgekomen" not in score.words
    assert not score.tellable
    over = play(setting(LATE), step, (200, c.End()), until=200)
    told = predictions(over.setting, over.recorded)[0]
    assert told.tellable
    assert told.ended
    assert not told.complete
    assert "De oefening stopte eerder; geteld is tot ma 11:50." in told.words


def test_what_falls_after_the_window_does_not_count() -> None:
    played = play(setting(LATE), (30, Predict(nodes=("burgerzaken",), within=20)), until=500)
    score = predictions(played.setting, played.recorded, now=500)[0]
    assert (score.hits, score.false_alarms, score.failed, score.recall) == ((), ("burgerzaken",), (), None)


def test_an_empty_journal_holds_no_predictions() -> None:
    assert predictions(setting(), ()) == ()


def test_whatever_has_residents_can_be_missed_whatever_its_kind() -> None:
    nodes = [{**node, **({"residents": 500} if node["id"] == "servers" else {})} for node in LANDSCAPE["nodes"]]
    played = play(setting(LATE, {"nodes": nodes}), (30, Predict(nodes=(), within=60)), until=100)
    assert predictions(played.setting, played.recorded, now=100)[0].missed == ("servers", "burgerzaken")
