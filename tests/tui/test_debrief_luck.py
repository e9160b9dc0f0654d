"""Luck or skill in the debrief: weighed in a process of its own that can be stopped, can die, and is never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from simulator.consequences.futures.spread import side_by_side
from simulator.exercise import commands as c
from simulator.insight.luck import Luck, luck
from simulator.insight.luck.waterfall import BarSort, waterfall
from simulator.insight.luck.wording import EXPECTED, NO_CHANCE, NOBODY, NOT_PEOPLE, PLAYED
from tests.exercise.builders import Play, setting
from tests.tui.looking import debrief, kept, section, shown, until, weighable
from tests.tui.showing import StillApp, segments, text
from tests.tui.test_theme import too_faint
from tui.debrief.luck import DIED, STOPPED, LuckSection
from tui.debrief.luck_text import kind_text
from tui.reckoner import Answer, Died, Doing, Reckoner, Refused, Slow, Weighed
from tui.reckoning import weigh
from tui.screens.debrief import DebriefScreen

FEW = 3
"""Futures."""
LONG = 20_000_000
"""Futures that take far longer than a test waits."""


@pytest.fixture(scope="module")
def weighed() -> Luck:
    play = weighable()
    return luck(play.setting, play.stamped, futures=40, compiled=False)


@pytest.fixture
def reckoner() -> Iterator[Reckoner]:
    found = Reckoner()
    yield found
    found.stop()


class Hearing:
    """Hears what the process says, from the thread on which it is said."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self._under_way, self._over = threading.Event(), threading.Event()

    def __call__(self, answer: Answer) -> None:
        self.answers.append(answer)
        self._under_way.set()
        if not isinstance(answer, Doing | Slow):
            self._over.set()

    def last(self) -> Answer:
        assert self._over.wait(60), "no answer came"
        return self.answers[-1]

    def under_way(self) -> None:
        assert self._under_way.wait(60), "it never began"


def gone(pid: int) -> bool:
    """Whether that process has ended."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{pid}/stat").exists() and Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] == "Z"


def luck_section(app: StillApp, futures: int) -> LuckSection:
    found = section(app)
    assert isinstance(found, LuckSection)
    found._futures = futures
    return found


def words(app: StillApp) -> str:
    """What the part paints, without the list beside it."""
    area = section(app).region
    rows = [strip.text[area.x : area.right] for strip in app.screen._compositor.render_strips()]
    return " ".join(" ".join(rows[area.y : area.bottom]).split())


def test_the_process_gives_the_very_value_that_is_computed_here(tmp_path: Path, reckoner: Reckoner) -> None:
    play, hearing = weighable(), Hearing()
    reckoner.start(kept(play, tmp_path), hearing, futures=FEW)
    answer = hearing.last()
    assert isinstance(answer, Weighed)
    here = luck(play.setting, play.stamped, futures=FEW)
    assert answer.luck.kinds == here.kinds
    parts = [each.part for each in hearing.answers if isinstance(each, Doing) and each.what == "toekomsten doorrekenen"]
    assert parts == sorted(parts)
    assert parts[-1] == 1.0


def test_what_cannot_be_weighed_is_said_in_dutch(tmp_path: Path, reckoner: Reckoner) -> None:
    hearing = Hearing()
    reckoner.start(tmp_path / "weg.oefening", hearing, futures=FEW)
    answer = hearing.last()
    assert isinstance(answer, Refused)
    assert "bestaat niet" in answer.words


def test_an_exercise_that_has_not_begun_is_refused(tmp_path: Path) -> None:
    said: list[tuple[object, ...]] = []
    play = Play(setting())
    play.do(c.NoteObservation(text="Klaar voor het begin"))
    weigh(kept(play, tmp_path), FEW, said.append)
    assert said[-1][0] == "refused"
    assert "nog niet begonnen" in str(said[-1][1])


def test_without_a_compiler_that_is_said_first_and_it_works_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.consequences.futures.is_compiled", lambda: False)
    said: list[tuple[object, ...]] = []
    weigh(kept(weighable(), tmp_path), FEW, said.append)
    assert said[0][0] == "slow"
    assert "numba" in str(said[0][1])
    assert said[-1][0] == "done"


def test_stopping_ends_the_process_and_nothing_is_heard_after_it(tmp_path: Path, reckoner: Reckoner) -> None:
    hearing = Hearing()
    reckoner.start(kept(weighable(), tmp_path), hearing, futures=LONG)
    hearing.under_way()
    pid = reckoner.pid
    reckoner.stop()
    heard = len(hearing.answers)
    assert gone(pid)
    assert reckoner.pid == 0
    assert all(isinstance(each, Doing) for each in hearing.answers[heard:])


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_process_that_was_killed_is_told_and_another_can_be_started(tmp_path: Path, reckoner: Reckoner) -> None:
    file, hearing, again = kept(weighable(), tmp_path), Hearing(), Hearing()
    reckoner.start(file, hearing, futures=LONG)
    hearing.under_way()
    os.kill(reckoner.pid, signal.SIGKILL)
    assert isinstance(hearing.last(), Died)
    reckoner.start(file, again, futures=FEW)
    assert isinstance(again.last(), Weighed)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_killing_the_one_that_asked_leaves_no_orphan(tmp_path: Path) -> None:
    file = kept(weighable(), tmp_path)
    asks = (
        "import sys, threading; from pathlib import Path; from tui.reckoner import Reckoner\n"
        "reckoner = Reckoner()\n"
        f"reckoner.start(Path({str(file)!r}), lambda _: print(reckoner.pid, flush=True), futures={LONG})\n"
        "threading.Event().wait()\n"
    )
    with subprocess.Popen([sys.executable, "-c", asks], stdout=subprocess.PIPE, text=True) as asker:
        assert asker.stdout is not None
        pid = int(asker.stdout.readline())
        assert not gone(pid)
        asker.kill()
    watcher = threading.Event()
    assert any(gone(pid) or watcher.wait(0.05) for _ in range(200))


def test_the_process_imports_nothing_heavy_until_it_is_asked() -> None:
    script = "import sys, tui.reckoning; print(sorted({'numpy', 'numba', 'networkx', 'pydantic', 'textual'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_it_is_weighed_when_asked_and_each_kind_of_harm_is_shown(tmp_path: Path) -> None:
    play = weighable()
    async with debrief(play, "geluk", file=kept(play, tmp_path)) as (app, pilot):
        found = luck_section(app, FEW)
        assert not found.process
        assert "Druk op Enter om door te rekenen" in words(app)
        await pilot.press("enter")
        await until(pilot, lambda: not found.busy)
        seen = []
        for _ in range(5):
            assert too_faint(list(segments(app.screen))) == set()
            assert NOBODY in text(app.screen)
            seen.append(text(app.screen).split("◄ ")[1].split(" ►")[0])
            await pilot.press("right")
            await pilot.pause()
        assert len(set(seen)) == 5
        await pilot.press("left")
        await pilot.pause()
        assert "soort 5 van 5" in text(app.screen)


async def test_escape_stops_the_weighing_and_enter_begins_again(tmp_path: Path) -> None:
    play = weighable()
    async with debrief(play, "geluk", (80, 24), file=kept(play, tmp_path)) as (app, pilot):
        found = luck_section(app, LONG)
        await pilot.press("enter")
        await until(pilot, lambda: found.process != 0)
        pid = found.process
        await pilot.press("escape")
        await pilot.pause()
        assert gone(pid)
        assert STOPPED.split(".")[0] in words(app)
        assert app.focused is not None
        assert app.focused.id != "parts"
        found._futures = FEW
        await pilot.press("enter")
        await until(pilot, lambda: not found.busy)
        assert PLAYED in text(app.screen)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
async def test_a_worker_that_dies_is_told_with_the_key_to_try_again(tmp_path: Path) -> None:
    play = weighable()
    async with debrief(play, "geluk", file=kept(play, tmp_path)) as (app, pilot):
        found = luck_section(app, LONG)
        await pilot.press("enter")
        await until(pilot, lambda: found.process != 0)
        os.kill(found.process, signal.SIGKILL)
        await until(pilot, lambda: not found.busy)
        assert DIED in words(app)


async def test_the_other_parts_can_be_looked_at_while_it_is_weighed_and_leaving_ends_it(tmp_path: Path) -> None:
    play = weighable()
    async with debrief(play, "geluk", file=kept(play, tmp_path)) as (app, pilot):
        found = luck_section(app, LONG)
        await pilot.press("enter")
        await until(pilot, lambda: found.process != 0)
        pid = found.process
        await pilot.press("1", "right")
        await pilot.pause()
        assert "Werkelijk" in text(app.screen)
        assert found.busy
    assert gone(pid)


async def test_a_note_leaves_the_outcome_as_it_is_and_what_changes_it_is_told(tmp_path: Path) -> None:
    play = weighable(end=False)
    async with debrief(play, "geluk", file=kept(play, tmp_path)) as (app, pilot):
        found = luck_section(app, FEW)
        assert "nog niet beëindigd" in text(app.screen)
        await pilot.press("enter")
        await until(pilot, lambda: not found.busy)
        for command, stale in (
            (c.NoteObservation(text="Rustig"), False),
            (c.SetNode(node="bank", up=False, reason="Proef"), True),
        ):
            play.do(command)
            assert isinstance(app.screen, DebriefScreen)
            app.screen.publish(shown(play))
            await pilot.pause()
            assert ("Na het doorrekenen" in text(app.screen)) is stale


def test_the_bars_lead_from_nobody_to_what_was_expected_and_on_to_what_happened(weighed: Luck) -> None:
    for kind in weighed.kinds:
        bars = waterfall(kind)
        totals = [bar.title for bar in bars if bar.sort is BarSort.TOTAL]
        assert totals[:3] == [NOBODY, EXPECTED, PLAYED]
        steps = [bar for bar in bars if bar.sort is not BarSort.TOTAL]
        reached = kind.expected_without
        for bar in steps:
            assert bar.start == pytest.approx(reached, abs=1e-6)
            assert (bar.end < bar.start) is (bar.sort is BarSort.SAVED) or bar.sort in (BarSort.UNSURE, BarSort.CHANCE)
            reached = bar.end
        assert reached == pytest.approx(kind.played if kind.by_chance else kind.expected_with, abs=1e-6)


@pytest.mark.parametrize("width", [48, 62, 95, 170])
def test_every_bar_and_number_fits_its_line(weighed: Luck, width: int) -> None:
    for kind in weighed.kinds:
        lines = kind_text(weighed, kind, width).plain.split(PLAYED)[0].splitlines()
        assert max(map(len, lines)) <= width + 2


def test_what_was_not_computed_is_named_and_is_no_bar(weighed: Luck) -> None:
    kind = weighed.kind("resident_hours")
    assert kind.not_modelled
    told = kind_text(weighed, kind, 95).plain
    for each in kind.not_modelled:
        assert each.title in told.split("niet doorgerekend (dat is geen nul):")[1]
        assert each.title not in [bar.title for bar in waterfall(kind)]


def test_what_is_certain_has_no_spread_and_says_why(weighed: Luck) -> None:
    told = kind_text(weighed, weighed.kind("clocks_missed"), 95).plain
    assert NO_CHANCE in told
    assert "┃" not in told


def test_no_role_stands_beside_a_figure(weighed: Luck) -> None:
    for kind in weighed.kinds:
        told = kind_text(weighed, kind, 95).plain
        assert NOT_PEOPLE in told
        assert not {"Burgemeester", "Beveiligingsbaas"} & set(told.split())


def test_luck_is_the_same_on_one_thread_and_on_two() -> None:
    play = weighable()
    threads = (None, partial(side_by_side, threads=2))
    one, two = (luck(play.setting, play.stamped, futures=5, compiled=False, spread=each) for each in threads)
    assert one == two
