"""This team beside published polls and its own earlier exercises, which are read and left as they are."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.exercise import commands as c
from simulator.exercise.events import FACILITATOR, Recorded
from simulator.journal.sqlite import SqliteJournal
from simulator.session.header import header_of
from tests.exercise.builders import SCENARIO, Play, setting, started
from tests.tui.looking import debrief, until
from tests.tui.showing import picture, text
from tests.tui.test_text import HOSTILE, assert_harmless
from tui.debrief.earlier import MOST, beside
from tui.debrief.mirror_text import NO_EARLIER

PLAYED = "0123456789abcdef"


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shelf is a folder of the test."""
    monkeypatch.setattr("simulator.journal.place.default_folder", lambda: tmp_path)
    return tmp_path


def mirrored(option: str = "noodprocedure") -> Play:
    """A choice that is like an answer of a published poll."""
    asked = deepcopy(SCENARIO["decisions"])
    for each, answer in zip(asked[0]["options"], ("uit", "niet-uit", "niet-uit"), strict=True):
        each["mirrors"] = [f"obc-2023-systemen/{answer}"]
    play = started(setting(decisions=asked), 12)
    play.do(c.Decide(decision="afsluiten", option=option, by="burgemeester"))
    play.until(60)
    play.do(c.End())
    return play


def kept(play: Play, folder: Path, name: str, exercise: str = PLAYED) -> Path:
    """An exercise that people played before."""
    file = folder / f"{name}.oefening"
    with SqliteJournal.create(file, header_of(play.setting, exercise)) as journal:
        journal.append(0, play.stamped, FACILITATOR)
    return file


def recorded(play: Play, wall: str = "2999-01-01T10:00:00+00:00") -> tuple[Recorded, ...]:
    return tuple(replace(each, wall=wall) for each in picture(play).recorded)


async def test_the_teams_choice_stands_beside_the_poll_with_its_source_and_that_it_is_no_norm(shelf: Path) -> None:
    async with debrief(mirrored(), "spiegel", (200, 60), file=shelf / "deze.oefening") as (app, pilot):
        await until(pilot, lambda: "Naast anderen" in text(app.screen))
        words = text(app.screen)
        own = next(line for line in words.splitlines() if "63%" in line)
        assert "● ja" in own
        assert "niet gepubliceerd" in words
        assert "Peiling onder gemengde overheden in een ander scenario, geen norm." in words
        assert "aantal stemmen: onbekend" in words
        assert "Bron: verslag van" in words
        assert "Er staat op deze computer geen eerdere oefening" in words


async def test_an_earlier_exercise_of_the_same_scenario_stands_beside_this_one(shelf: Path) -> None:
    kept(mirrored("niets"), shelf, "vorig-jaar")
    async with debrief(mirrored(), "spiegel", (200, 60), file=shelf / "deze.oefening") as (app, pilot):
        await until(pilot, lambda: "Naast anderen" in text(app.screen))
        words = text(app.screen)
        assert "Eerder, bij Proef" in words
        assert "nee, nog niet in de eerste ronde" in words
        assert "eerder 1" in words
        assert next(line for line in words.splitlines() if "Dienst-uren" in line)
        assert NO_EARLIER[:40] not in words


def test_only_the_latest_few_of_this_story_or_town_are_read_and_none_that_came_later(shelf: Path) -> None:
    for number in range(MOST + 2):
        kept(mirrored(), shelf, f"eerder-{number}")
    now = mirrored()
    assert len(beside(now.setting, now.state, recorded(now), shelf / "deze.oefening").mirror.earlier) == MOST
    first = beside(now.setting, now.state, recorded(now, "1999-01-01T10:00:00+00:00"), shelf / "deze.oefening")
    assert first.mirror.earlier == ()
    other = setting(id="anders", landscape="elders")
    moved = type(other)(scenario=other.scenario, landscape=other.landscape.model_copy(update={"id": "elders"}), seed=1)
    assert beside(moved, now.state, recorded(now), shelf / "deze.oefening").mirror.earlier == ()


def test_a_rehearsal_is_called_after_its_script_and_this_exercise_is_not_beside_itself(shelf: Path) -> None:
    file = kept(mirrored(), shelf, "deze")
    kept(mirrored(), shelf, "proef", "afwachtend")
    now = mirrored()
    (title,) = beside(now.setting, now.state, recorded(now), file).mirror.earlier
    assert "nagespeeld script ‘afwachtend’" in title


def test_a_copy_of_an_exercise_counts_once(shelf: Path) -> None:
    file = kept(mirrored(), shelf, "vorig-jaar")
    (shelf / "vorig-jaar-thuis.oefening").write_bytes(file.read_bytes())
    now = mirrored()
    assert len(beside(now.setting, now.state, recorded(now), shelf / "deze.oefening").mirror.earlier) == 1


async def test_a_broken_file_is_skipped_and_named(shelf: Path) -> None:
    (shelf / "[b]stuk.oefening").write_text("geen oefening", encoding="utf-8")
    kept(mirrored(), shelf, "heel")
    async with debrief(mirrored(), "spiegel", (200, 60), file=shelf / "deze.oefening") as (app, pilot):
        await until(pilot, lambda: "Overgeslagen" in text(app.screen))
        assert "▲ Overgeslagen, niet te lezen: [b]stuk.oefening" in text(app.screen)
        assert "Eerder, bij Proef" in text(app.screen)


def test_earlier_files_are_left_as_they_are(shelf: Path) -> None:
    file = kept(mirrored(), shelf, "vorig-jaar")
    before = file.read_bytes()
    now = mirrored()
    assert beside(now.setting, now.state, recorded(now), shelf / "deze.oefening").mirror.earlier
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - {"surrogate"}))  # which cannot stand in a file
async def test_the_title_of_another_exercise_steers_nothing(shelf: Path, name: str) -> None:
    other = mirrored()
    hostile = other.setting.scenario.model_copy(update={"title": HOSTILE[name]})
    other.setting = type(other.setting)(scenario=hostile, landscape=other.setting.landscape, seed=1)
    kept(other, shelf, "vorig-jaar")
    async with debrief(mirrored(), "spiegel", (200, 60), file=shelf / "deze.oefening") as (app, pilot):
        await until(pilot, lambda: "Naast anderen" in text(app.screen))
        assert_harmless(app.screen, name)
