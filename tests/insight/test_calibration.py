"""The reality check: what counts, how far off, in which order; and that what we say about it is what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf, isclose
from pathlib import Path
from typing import Any, get_args

import pytest

from simulator.consequences.uncertainty import REPAIR_FACTOR, REPAIR_FACTORS
from simulator.errors import UsageWrong
from simulator.insight.calibration import Calibration, Count, PointFit, calibrate
from simulator.insight.calibration.fitting import fitted
from simulator.insight.calibration.ground import Knobs, as_written, ground
from simulator.insight.calibration.order import Spot, tau
from simulator.insight.calibration.wording import lines
from simulator.scenario.general import General, Sourced
from simulator.scenario.incident import Extra, Hit, Incident, Isolation, Variant
from simulator.scenario.shape import Written
from tests.insight.calibrating import DAY, found, general, incident, lasting, point, shipped

NEAR = 1e-3
"""Starting again takes a minute."""
DOC = Path(__file__).parents[2] / "docs" / "calibration.md"


def modelled(about: dict[str, Any], *, values: General | None = None, **facts: Any) -> PointFit:
    """One point of one small case."""
    made = calibrate([incident(about, **facts)], values or general(), draws=1)
    return made.cases[0].points[0]


def days(about: dict[str, Any], **facts: Any) -> float | None:
    model = modelled(about, **facts).model
    return None if model is None else round(model / DAY, 2)


def test_nothing_is_mended_before_forensics_and_what_it_needs() -> None:
    assert days(point(nodes=["servers"], measure="cleared", at=8 * DAY)) == 8
    assert days(point(nodes="all", measure="cleared", at=8 * DAY)) == 10
    assert days(point(nodes=["servers"], at=DAY)) == 18
    assert days(point(nodes=["burgerzaken"], at=DAY)) == 28


def test_an_emergency_procedure_brings_the_service_back_before_the_system() -> None:
    assert days(point(nodes=["burgerzaken"], measure="served", level=40, at=DAY)) == 11
    assert days(point(nodes=["burgerzaken"], measure="served", level=41, at=DAY)) == 28
    assert days(point(nodes=["telefonie"], measure="served", level=30, at=DAY)) == 1


def test_work_that_was_lost_is_caught_up_last() -> None:
    system = days(point(nodes=["burgerzaken"], at=DAY))
    caught_up = days(point(nodes=["burgerzaken"], measure="backlog", at=DAY))
    assert system is not None
    assert caught_up is not None
    assert caught_up == pytest.approx(system + (11 * 100 + 17 * 60) / 50, abs=0.1)


def test_share_asks_for_the_first_or_the_last_of_those_that_went_down() -> None:
    assert days(point(nodes="all", at=DAY, share=1)) == 18
    assert days(point(nodes="all", at=DAY, share=50)) == 18
    assert days(point(nodes="all", at=DAY, share=51)) == 28


def test_lost_back_ups_make_repair_longer_in_proportion() -> None:
    asked = point(nodes=["servers"], at=DAY)
    assert days(asked, backups_lost=100) == 8 + 10 * 10
    assert days(asked, backups_lost=10) == 8 + 2 * 10  # 1 + 10% x 9, in whole numbers
    assert days(asked, backups_lost=None) == 8 + 6 * 10, "not published: as the general file says"
    assert days(asked, backups_lost=100, nodes=["servers"]) == 8 + 10 * 10, "there are always back-ups to lose"


def test_a_larger_organisation_takes_longer_and_has_more_crews() -> None:
    grows = general(growth={"percent": 50, "estimate": True})
    asked = point(nodes=["servers"], at=DAY)
    assert days(asked, values=grows, residents=200000) == 8 + 2 * 10
    large = ground(incident(asked, residents=200000), grows, as_written(grows))
    assert (large.graph.crew_count, large.size) == ((2,), 2.0)


def test_what_is_in_the_cloud_stays_up_when_its_own_servers_fall() -> None:
    asked = point(nodes=["telefonie"], measure="served", level=90, at=0)
    assert days(asked, cloud=["telefonie"]) == 0
    kept = modelled(asked, cloud=["telefonie"])
    assert (kept.count, kept.kept, kept.ratio) == (Count.BOUND, True, None)
    assert modelled(asked).kept is False


def test_a_failure_needs_no_forensics_and_takes_its_own_time() -> None:
    failed = {"hits": [{"at": 60, "nodes": ["telecom"], "cause": "failure"}]}
    assert modelled(point(nodes=["telefonie"], at=60), **failed).model == pytest.approx(60 + 6 * 60, abs=2)


def test_a_precaution_lasts_as_long_as_the_first_phase_unless_its_end_is_given() -> None:
    asked = point(nodes=["telefonie"], at=8 * DAY)
    shut: dict[str, Any] = {"at": 0, "nodes": ["telefonie"]}
    assert days(asked, hits=[], isolations=[shut]) == 8
    given = modelled(asked, hits=[], isolations=[{**shut, "until": 3 * DAY}])
    assert given.count is Count.SET
    assert (given.model or 0) == pytest.approx(3 * DAY, abs=2)


def test_a_part_that_goes_like_another_is_hit_and_mended_like_it() -> None:
    extra = [{"id": "bibliotheek", "name": "Bibliotheek", "like": "burgerzaken"}]
    assert days(point(nodes=["bibliotheek"], at=DAY), extra=extra) == 28


def total(*points: dict[str, Any], **facts: Any) -> Calibration:
    return calibrate([incident(*points, **facts)], general(), draws=1)


def test_forecasts_and_what_is_not_modelled_never_count() -> None:
    made = total(
        point(nodes=["servers"], at=9 * DAY),
        point(nodes=["servers"], at=DAY, acc="F"),
        {"what": "brief", "at": DAY, "acc": "E", "not_modelled": "een besluit"},
    )
    assert [each.count for each in made.cases[0].points] == [Count.TIME, Count.FORECAST, Count.NOT_MODELLED]
    assert (made.total.rows, made.total.factor) == (1, pytest.approx(2, rel=NEAR))
    assert made.bounds == 0


def test_the_factor_is_the_median_of_too_long_and_too_short_alike() -> None:
    made = total(*(point(nodes=["servers"], at=at * DAY) for at in (10, 54, 18)))
    assert [round(each.ratio or 0, 2) for each in made.cases[0].points] == [1.8, 0.33, 1]
    assert made.total.factor == pytest.approx(1.8, rel=NEAR)
    assert (made.total.within_two, made.total.worst) == (2, pytest.approx(3, rel=NEAR))


def test_a_range_is_compared_by_its_geometric_middle_and_one_end_is_a_bound() -> None:
    assert modelled(point(nodes=["servers"], acc="A", min=9 * DAY, max=36 * DAY)).ratio == pytest.approx(1, rel=NEAR)
    assert modelled(point(nodes=["servers"], acc="A", min=9 * DAY)).kept is True
    broken = modelled(point(nodes=["servers"], acc="B", min=36 * DAY))
    assert (broken.kept, broken.off) == (False, pytest.approx(2, rel=NEAR))
    assert modelled(point(nodes=["servers"], acc="B", max=9 * DAY)).off == pytest.approx(2, rel=NEAR)


def test_the_factor_that_covers_takes_in_broken_bounds() -> None:
    kept = [point(nodes=["servers"], at=18 * DAY)] * 8
    assert total(*kept, point(nodes=["servers"], acc="B", min=54 * DAY)).covering == pytest.approx(3, rel=NEAR)
    assert total(*kept, *kept, point(nodes=["servers"], acc="B", min=54 * DAY)).covering == pytest.approx(1, rel=NEAR)


def test_what_never_comes_back_is_infinitely_far_off_and_the_median_bears_it() -> None:
    lost = point(nodes=["burgerzaken"], measure="backlog", at=DAY)
    values = general().model_dump()
    values["nodes"][3]["backlog"] = 0
    made = calibrate([incident(lost, point(nodes=["servers"], at=18 * DAY))], General.model_validate(values), draws=1)
    assert made.cases[0].points[0].model == inf
    assert made.total.worst == inf
    assert any("nooit" in line for line in lines(made))


def test_taus_by_hand() -> None:
    def spots(*model: float) -> list[Spot]:
        return [Spot(least=at, most=at, model=has) for at, has in enumerate(model)]

    assert tau(spots(1, 2, 3)) == (1, 3)
    assert tau(spots(3, 2, 1)) == (-1, 3)
    assert tau(spots(1, 3, 2)) == (pytest.approx(1 / 3), 3)
    assert tau(spots(1, 1, 2)) == (pytest.approx(2 / 3), 3), "a tie is neither right nor wrong"
    assert tau(spots(1, 2)) == (None, 1)
    open_end = Spot(least=1, most=inf, model=0)
    assert tau([*spots(1, 2), open_end]) == (pytest.approx(0), 2), "a bound goes with what is certainly before it only"


def test_fitting_leaves_a_case_out_and_says_on_how_many_moments_it_has_effect() -> None:
    slow, fast, same = Knobs(repair=2.0, lost=10), Knobs(repair=0.5, lost=10), Knobs(repair=1.0, lost=10)
    errors = {
        slow: {"a": [0.0], "b": [0.4], "c": [0.1]},
        same: {"a": [0.2], "b": [0.2], "c": [0.1]},
        fast: {"a": [0.5], "b": [0.0], "c": [0.1]},
    }
    fit = fitted(errors, same, lambda knobs, case: errors[knobs][case])
    assert fit is not None
    assert (fit.repair, fit.as_written) == (1.0, True)
    assert {each.id: each.repair for each in fit.left_out} == {"a": 0.5, "b": 2.0, "c": 1.0}
    assert {each.id: round(each.factor, 2) for each in fit.left_out} == {"a": 3.16, "b": 2.51, "c": 1.26}
    assert fit.touched == 2
    assert fitted({same: {"a": [0.2]}}, same, lambda knobs, case: [0.2]) is None


def test_one_case_is_not_fitted_on_and_no_draws_are_refused() -> None:
    assert total(point(nodes=["servers"], at=DAY)).fit is None
    with pytest.raises(UsageWrong, match="0 trekkingen"):
        calibrate([], general(), draws=0)


def test_a_variant_that_does_not_do_what_it_must_is_told_so() -> None:
    same = [{"id": "mail", "title": "Alles in de cloud", "cloud": ["telefonie"], "loses": ["telefonie"]}]
    other = [{"id": "weg", "title": "Weg", "backups_lost": 100, "nearer_to": "elders"}]
    asked = point(nodes=["servers"], at=18 * DAY)
    made = total(asked, variants=[*same, *other])
    assert [(each.claim, each.holds) for each in made.plausible] == [("loses", False), ("nearer_to", None)]
    assert (made.plausible[0].before, made.plausible[0].after) == (100, 0)
    assert any("niet zoals het moet" in line for line in lines(made))
    both = calibrate([incident(asked, variants=other), incident(asked, id="elders")], general(), draws=1)
    assert both.plausible[0].holds is False, "losing the back-ups leads away from a case with whole ones"


def test_the_same_seed_gives_the_same_value_and_another_does_not() -> None:
    case = incident(point(nodes=["servers"], at=18 * DAY))
    values = general(repairs=[{**lasting(DAY), "id": "gewoon", "max": 90 * DAY}])
    first, again, other = (calibrate([case], values, draws=5, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert first.total != other.total


# The shipped incidents


def test_the_shipped_cases_are_all_there_and_eindhoven_is_listed_and_not_counted() -> None:
    assert {case.id for case in found().cases} == {
        "anhalt-bitterfeld-2021", "buren-2022", "eindhoven-ai-2025", "groningen-citrix-2020", "hackney-2020",
        "hof-van-twente-2020", "kpn-112-2019", "suedwestfalen-it-2023",
    }  # fmt: skip
    letter = next(case for case in found().cases if case.id == "eindhoven-ai-2025")
    assert [each.count for each in letter.points] == [Count.NOT_MODELLED]
    assert (letter.factor, letter.tau) == (None, None)


def sourced(part: object) -> Iterator[Sourced]:
    if isinstance(part, Sourced):
        yield part
    for name in type(part).model_fields if isinstance(part, Written) else ():
        inner = getattr(part, name)
        for each in inner if isinstance(inner, tuple) else (inner,):
            yield from sourced(each)


def test_every_general_value_has_its_source_in_words() -> None:
    values = list(sourced(shipped().general))
    assert len(values) > 12
    assert all(each.source for each in values)


def test_no_case_can_have_a_number_about_how_long_anything_takes() -> None:
    """But for when it began, and what was published."""
    numbers = {
        (model.__name__, name)
        for model in (Incident, Hit, Isolation, Extra, Variant)
        for name, field in model.model_fields.items()
        if int in (field.annotation, *(get_args(each)[0] for each in get_args(field.annotation) if get_args(each)))
    }
    when = {("Hit", "at"), ("Isolation", "at"), ("Isolation", "until")}
    assert numbers == {*when, ("Incident", "residents"), ("Incident", "backups_lost"), ("Variant", "backups_lost")}


def test_both_variants_do_what_they_must() -> None:
    assert {(each.case, each.claim): each.holds for each in found().plausible} == {
        ("hackney-2020", "loses"): True,
        ("hof-van-twente-2020", "nearer_to"): True,
    }


def test_the_value_that_was_chosen_on_the_cases_is_the_one_that_is_written() -> None:
    fit = found().fit
    assert fit is not None
    assert fit.as_written


def test_luck_doubts_repair_by_what_the_reality_check_finds() -> None:
    covering = found().covering
    assert covering is not None
    assert round(covering) == REPAIR_FACTOR
    assert isclose(float(REPAIR_FACTORS[0] * REPAIR_FACTORS[1]), 1)


def test_the_page_shows_exactly_what_the_command_says() -> None:
    block = re.search(r"```text\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    assert block[1].splitlines() == list(lines(found())), "make the block again: ontregeld calibrate"


def test_the_figures_in_the_words_of_the_page_are_those_of_the_command() -> None:
    told = DOC.read_text(encoding="utf-8").split("## How it is computed")[0]
    made, fit = found(), found().fit
    assert fit is not None
    assert made.total.factor is not None
    assert made.without_given.factor is not None
    for words in (
        f"{made.total.rows} moments and {made.bounds} bounds",
        f"median factor is {made.total.factor:.2f}",
        f"only {made.bounds_kept} of {made.bounds} bounds",
        f"the median is {made.without_given.factor:.2f} over {made.without_given.rows}",
        f"of {made.total.rows} moments {made.total.in_range} lie",
        f"effect on {fit.touched} moments only",
        f"off by {fit.touched_factor:.2f} at the median",
        f"bounds together ({made.covering:.2f};",
        f"That {REPAIR_FACTOR} is the factor",
    ):
        assert words in " ".join(told.split()), words
